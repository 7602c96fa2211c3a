//! Events one a line. Lines are cut, and nothing more: what is in them is found out where they are read, in parallel.

use std::ops::Range;

use super::LARGEST_EVENT;
use super::document::Step;
use super::error::{Mistake, MistakeKind};
use super::fields::for_each_field;
use super::kind::{Key, Keys, Kind};
use super::skip::Skip;
use super::start::without_mark;
use memchr::{memchr, memchr_iter, memrchr};

/// Cuts lines out of the window.
pub(super) struct LineCutter {
    /// Where the next line begins.
    at: usize,
    /// Up to where its end was searched.
    searched: usize,
}

impl LineCutter {
    pub(super) fn new(at: usize) -> Self {
        Self { at, searched: at }
    }

    /// Where the first line begins that was not handed out.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    pub(super) fn pass(&mut self, bytes: usize) {
        self.at -= bytes;
        self.searched -= bytes;
    }

    /// Adds all whole lines of the window that are not blank.
    pub(super) fn cut(&mut self, window: &[u8], ends: bool, events: &mut Vec<Range<usize>>) -> Result<Step, Mistake> {
        let last = memrchr(b'\n', &window[self.searched..]).map(|place| self.searched + place);
        if let Some(last) = last {
            let begin = self.at;
            for place in memchr_iter(b'\n', &window[begin..=last]) {
                self.line(begin + place, window, events)?;
                self.at = begin + place + 1;
            }
        }
        self.searched = window.len();
        if ends {
            let rest = window[self.at..].trim_ascii();
            if is_cut(rest) {
                return Err(Mistake {
                    at: window.len(),
                    kind: MistakeKind::Cut,
                });
            }
            self.line(window.len(), window, events)?;
            self.at = window.len();
            return Ok(Step::End);
        }
        self.check_length(window.len())?;
        Ok(Step::More)
    }

    fn line(&self, end: usize, window: &[u8], events: &mut Vec<Range<usize>>) -> Result<(), Mistake> {
        self.check_length(end)?;
        let line = without_mark(&window[self.at..end]).trim_ascii_start();
        let start = end - line.len();
        let text = line.trim_ascii_end();
        if !text.is_empty() {
            events.push(start..start + text.len());
        }
        Ok(())
    }

    fn check_length(&self, end: usize) -> Result<(), Mistake> {
        if end - self.at > LARGEST_EVENT {
            return Err(Mistake {
                at: self.at,
                kind: MistakeKind::EventTooLarge,
            });
        }
        Ok(())
    }
}

/// The second line of a text that is not blank, once it is whole.
pub(super) fn second(text: &[u8], ends: bool) -> Option<&[u8]> {
    let rest = text[memchr(b'\n', text)?..].trim_ascii_start();
    match memchr(b'\n', rest) {
        Some(end) => Some(&rest[..end]),
        None if ends => Some(rest),
        None => None,
    }
}

/// Whether a line is an event.
pub(super) fn is_event(line: &[u8]) -> bool {
    let mut keys = Keys::default();
    let is_object = for_each_field(line, |name, _| keys.add(Key::of(name)));
    is_object && keys.kind() == Kind::Event
}

/// Whether an object begins in a text and does not end.
fn is_cut(text: &[u8]) -> bool {
    let begin = text.first().filter(|byte| **byte == b'{').copied();
    begin
        .and_then(Skip::begin)
        .is_some_and(|mut skip| !skip.advance(text, &mut 1))
}
