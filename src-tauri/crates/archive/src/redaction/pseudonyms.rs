//! The replacements: numbered by kind in the order in which values were met, and the same for the same value.

use std::borrow::Cow;
use std::sync::{PoisonError, RwLock};

use hashbrown::HashMap;
use percent_encoding::percent_decode_str;

use super::kind::Kind;
use super::walk::folded;

#[derive(Default)]
pub(super) struct Pseudonyms {
    given: RwLock<Given>,
}

#[derive(Default)]
struct Given {
    by_value: HashMap<Box<str>, (Kind, u32)>,
    last: HashMap<&'static str, u32>,
}

impl Pseudonyms {
    /// The replacement of a value. One that was met before keeps its first kind.
    pub(super) fn of(&self, kind: Kind, value: &str) -> String {
        if kind == Kind::Part {
            return "[part of a large event, left out]".to_owned();
        }
        let value = match kind {
            // Written with its zeros or without; and no other value is the same for being the same number.
            Kind::Pin => Cow::Owned(format!("pin {}", value.trim().trim_start_matches('0'))),
            _ => canonical(value),
        };
        let given = self.given.read().unwrap_or_else(PoisonError::into_inner);
        if let Some((kind, number)) = given.by_value.get(value.as_ref()) {
            return name(*kind, *number);
        }
        drop(given);
        let mut given = self.given.write().unwrap_or_else(PoisonError::into_inner);
        let Given { by_value, last } = &mut *given;
        let (kind, number) = by_value.entry(value.as_ref().into()).or_insert_with(|| {
            let last = last.entry(kind.label()).or_default();
            *last += 1;
            (kind, *last)
        });
        name(*kind, *number)
    }
}

/// A value as it is known, however it was written: in an address it may be encoded.
fn canonical(value: &str) -> Cow<'_, str> {
    if !value.contains('%') {
        return folded(value);
    }
    match percent_decode_str(value).decode_utf8() {
        Ok(decoded) => Cow::Owned(folded(&decoded).into_owned()),
        Err(_) => folded(value),
    }
}

fn name(kind: Kind, number: u32) -> String {
    format!("{}-{number}", kind.label())
}
