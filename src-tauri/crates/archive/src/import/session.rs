//! The fields of a session besides its events, gathered while the events go by.

use std::io::Read as _;

use event::reading::raw_text;
use serde::de::IgnoredAny;
use serde_json::value::RawValue;

use super::LARGEST_SESSION;
use super::error::{Mistake, MistakeKind};
use super::fields::for_each_field;

/// The one session of a file.
#[derive(Default)]
pub(super) struct Sessions {
    /// The first that was read to its end.
    whole: Option<Whole>,
    /// The one that is being read: the fields so far, in their braces but for the last.
    open: Option<Vec<u8>>,
}

struct Whole {
    text: Box<RawValue>,
    uuid: Option<String>,
}

impl Sessions {
    /// Begins a session with the fields before its events, at `at` in the window.
    pub(super) fn begin(&mut self, fields: &[u8], at: usize) -> Result<(), Mistake> {
        self.open = Some(vec![b'{']);
        self.add(fields, at)?;
        self.check_same(at)
    }

    /// Adds fields; `at` is where in the window they are.
    pub(super) fn add(&mut self, fields: &[u8], at: usize) -> Result<(), Mistake> {
        let Some(open) = &mut self.open else { return Ok(()) };
        if fields.is_empty() {
            return Ok(());
        }
        if open.len() + fields.len() > LARGEST_SESSION {
            return Err(Mistake {
                at,
                kind: MistakeKind::SessionTooLarge,
            });
        }
        if let Some(place) = first_mistake(fields) {
            return Err(Mistake {
                at: at + place,
                kind: MistakeKind::NotJson,
            });
        }
        if open.len() > 1 {
            open.push(b',');
        }
        open.extend_from_slice(fields);
        Ok(())
    }

    /// The session that was begun ends at `at` in the window.
    pub(super) fn end(&mut self, at: usize) -> Result<(), Mistake> {
        self.check_same(at)?;
        let whole = self.open.take().and_then(Whole::new);
        self.whole = self.whole.take().or(whole);
        Ok(())
    }

    /// What is known of the session, whole or not.
    pub(super) fn take(&mut self) -> Option<Box<RawValue>> {
        let open = self.open.take();
        let whole = self.whole.take().or_else(|| open.and_then(Whole::new));
        whole.map(|whole| whole.text)
    }

    /// Two sessions that name themselves have to be the same one.
    fn check_same(&self, at: usize) -> Result<(), Mistake> {
        let (Some(whole), Some(open)) = (&self.whole, &self.open) else {
            return Ok(());
        };
        let mut text = open.clone();
        text.push(b'}');
        match (&whole.uuid, uuid_of(&text)) {
            (Some(first), Some(second)) if !first.eq_ignore_ascii_case(&second) => Err(Mistake {
                at,
                kind: MistakeKind::SecondSession,
            }),
            _ => Ok(()),
        }
    }
}

impl Whole {
    /// Closes the braces around fields. None where there are no fields.
    fn new(mut fields: Vec<u8>) -> Option<Self> {
        if fields.len() == 1 {
            return None;
        }
        fields.push(b'}');
        let uuid = uuid_of(&fields);
        let text = RawValue::from_string(String::from_utf8(fields).ok()?).ok()?;
        Some(Self { text, uuid })
    }
}

fn uuid_of(session: &[u8]) -> Option<String> {
    let mut uuid = None;
    for_each_field(session, |name, value| {
        if name == "uuid" {
            uuid = raw_text(value);
        }
    });
    uuid
}

/// Where fields are not valid JSON.
fn first_mistake(fields: &[u8]) -> Option<usize> {
    if let Err(error) = str::from_utf8(fields) {
        return Some(error.valid_up_to());
    }
    let object = (&b"{"[..]).chain(fields).chain(&b"}"[..]);
    let error = serde_json::from_reader::<_, IgnoredAny>(object).err()?;
    let lines = error.line().saturating_sub(1);
    let before: usize = fields
        .split_inclusive(|byte| *byte == b'\n')
        .take(lines)
        .map(<[u8]>::len)
        .sum();
    // Columns count from 1, and those of the first line from the brace.
    let column = error.column().saturating_sub(if lines == 0 { 2 } else { 1 });
    Some((before + column).min(fields.len()))
}
