//! Events in batches, and where in the file they are.

use std::fmt;
use std::ops::Range;

/// Events that follow one another in the file, as they are written there. Several threads may each work on one.
#[derive(Clone, PartialEq, Eq)]
pub struct EventBatch {
    /// A piece of the unpacked file.
    pub text: Vec<u8>,
    /// Where in `text` the events are, in order: each a JSON value, or a line that is meant as one, not empty and without
    /// space around it. Nobody has looked whether it is valid.
    pub events: Vec<Range<usize>>,
    /// Where in the unpacked file `text` begins.
    pub first: Place,
}

/// A place in a file; in the unpacked text, where it is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// How many bytes come before it.
    pub offset: u64,
    /// Its line, from 1.
    pub line: u64,
}

impl EventBatch {
    /// The texts of the events.
    pub fn texts(&self) -> impl ExactSizeIterator<Item = &[u8]> {
        self.events.iter().map(|event| &self.text[event.clone()])
    }

    /// Where in the file the byte `at` of [`EventBatch::text`] is. It reads the text before it, so ask for few.
    #[must_use]
    pub fn place(&self, at: usize) -> Place {
        let at = at.min(self.text.len());
        Place {
            offset: self.first.offset + at as u64,
            line: self.first.line + line_breaks(&self.text[..at]),
        }
    }
}

impl fmt::Debug for EventBatch {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("EventBatch")
            .field("bytes", &self.text.len())
            .field("events", &self.events.len())
            .field("first", &self.first)
            .finish()
    }
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "line {} (byte {})", self.line, self.offset)
    }
}

/// How many lines end in a text.
pub(super) fn line_breaks(text: &[u8]) -> u64 {
    memchr::memchr_iter(b'\n', text).count() as u64
}
