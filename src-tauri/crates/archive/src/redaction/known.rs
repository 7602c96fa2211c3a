//! Values that were found by their keys, to be found again wherever they are repeated.

mod long_values;

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use aho_corasick::{AhoCorasick, AhoCorasickKind, Input, MatchKind};
use hashbrown::HashMap;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::kind::Kind;
use super::walk::folded;
use long_values::LongValues;

/// Shorter values are too common to look for.
const SHORTEST: usize = 3;

/// Longer values are looked for only where they are a whole text: to find them in others would take much memory.
const LONGEST: usize = 1024;

/// Shorter values count only as whole words.
const SHORTEST_IN_WORD: usize = 8;

/// What addresses do not hold as it is.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

pub(super) struct Known {
    long: LongValues<Value>,
    short: Option<AhoCorasick>,
    /// For every pattern of `short`.
    values: Vec<Value>,
    by_value: HashMap<Arc<str>, Kind>,
    /// As they are written, with leading zeros and without.
    pins: BTreeSet<Box<str>>,
}

type Value = (Arc<str>, Kind);

impl Known {
    pub(super) fn new(found: Vec<(String, Kind)>) -> Self {
        let (mut long, mut short, mut values) = (Vec::new(), Vec::new(), Vec::new());
        let mut by_value = HashMap::new();
        let mut pins = BTreeSet::new();
        for (written, kind) in found {
            let folded = folded(&written);
            if kind == Kind::Pin {
                pins.insert(folded.trim_start_matches('0').into());
                pins.insert(format!("{folded:0>4}").into());
                pins.insert(folded.into());
                continue;
            }
            let value: Arc<str> = folded.as_ref().into();
            by_value.entry(Arc::clone(&value)).or_insert(kind);
            if value.chars().count() < SHORTEST || value.len() > LONGEST {
                continue;
            }
            // ASCII is found in any case; other letters have to be told.
            let cases = [value.to_string(), written.trim().to_owned(), value.to_uppercase()];
            let cases = if value.is_ascii() { &cases[..1] } else { &cases[..] };
            for form in cases.iter().flat_map(|value| forms(value)) {
                let value = (Arc::clone(&value), kind);
                if form.len() >= LongValues::<Value>::SHORTEST {
                    long.push((form, value));
                } else {
                    short.push(form);
                    values.push(value);
                }
            }
        }
        let finder = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::LeftmostLongest)
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .build(&short);
        Self {
            long: LongValues::new(long),
            short: finder.ok().filter(|_| !short.is_empty()),
            values,
            by_value,
            pins,
        }
    }

    /// The kind of a value that is one as a whole.
    pub(super) fn whole(&self, value: &str) -> Option<Kind> {
        self.by_value.get(folded(value).as_ref()).copied()
    }

    /// Whether a text is a PIN.
    pub(super) fn pin(&self, text: &str) -> Option<Kind> {
        (!text.is_empty() && self.pins.contains(text)).then_some(Kind::Pin)
    }

    /// The values in a text. Those that come first in the list count before others that overlap them.
    pub(super) fn find<'k>(&'k self, text: &str) -> Vec<(Range<usize>, Kind, &'k str)> {
        let mut found = Vec::new();
        if text.trim().is_empty() {
            return found;
        }
        if let Some((value, kind)) = self.by_value.get_key_value(folded(text).as_ref()) {
            return vec![(0..text.len(), *kind, value)];
        }
        self.long.find(text, |at, (value, kind)| {
            let counts = text.is_char_boundary(at.start) && counts(value, text, &at);
            if counts {
                found.push((at, *kind, &**value));
            }
            counts
        });
        let Some(short) = &self.short else {
            return found;
        };
        let mut at = 0;
        while let Some(next) = short.find(Input::new(text).range(at..)) {
            let (value, kind) = &self.values[next.pattern().as_usize()];
            if counts(value, text, &next.range()) {
                found.push((next.range(), *kind, &**value));
                at = next.end();
            } else {
                at = next.start() + text[next.start()..].chars().next().map_or(1, char::len_utf8);
            }
        }
        found
    }
}

/// Whether a find is the value, and not a piece of a word.
fn counts(value: &str, text: &str, at: &Range<usize>) -> bool {
    value.len() >= SHORTEST_IN_WORD || is_word(text, at)
}

/// A value as it is, as addresses write it, and as JSON in a text that is none would.
fn forms(value: &str) -> BTreeSet<String> {
    let encoded = utf8_percent_encode(value, ENCODED).to_string();
    let lightly = value.replace(' ', "%20");
    let json = serde_json::Value::from(value).to_string();
    let json = json[1..json.len() - 1].to_owned();
    [value.to_owned(), value.replace(' ', "+"), lightly, encoded, json].into()
}

/// Whether a place in a text is a word of its own.
fn is_word(text: &str, at: &Range<usize>) -> bool {
    let bytes = text.as_bytes();
    let is_code = at.start >= 3 && bytes[at.start - 3] == b'%';
    let is_escape = at.start >= 2 && bytes[at.start - 2] == b'\\';
    let before = text[..at.start].chars().next_back();
    let after = text[at.end..].chars().next();
    let in_word = |character: Option<char>| character.is_some_and(char::is_alphanumeric);
    (!in_word(before) || is_code || is_escape) && !in_word(after)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'k>(known: &'k Known, text: &'k str) -> Vec<&'k str> {
        known.find(text).into_iter().map(|(at, _, _)| &text[at]).collect()
    }

    #[test]
    fn values_are_found_where_they_are_repeated() {
        let known = Known::new(
            [
                ("Max", Kind::Person),
                ("Anna's Phone", Kind::Device),
                ("CRM-0042-x", Kind::Identity),
                ("ab", Kind::Person),
            ]
            .map(|(value, kind)| (value.to_owned(), kind))
            .into(),
        );
        for (text, expected) in [
            ("MAX asked max.", vec!["MAX", "max"]),
            ("maximum, Maxi", vec![]),
            ("on Anna's Phone now", vec!["Anna's Phone"]),
            ("n=Anna%27s%20Phone&", vec!["Anna%27s%20Phone"]),
            ("xcrm-0042-xy", vec!["crm-0042-x"]),
            ("q%3Dmax", vec!["max"]),
            ("ab", vec!["ab"]),
            ("ab c", vec![]),
        ] {
            assert_eq!(found(&known, text), expected, "{text}");
        }
    }

    #[test]
    fn a_pin_is_known_with_its_zeros_and_without() {
        let known = Known::new(vec![("42".to_owned(), Kind::Pin)]);
        assert!(known.pin("0042").is_some() && known.pin("42").is_some() && known.pin("420").is_none());
        assert_eq!(found(&known, "42 of 0042"), Vec::<&str>::new());
    }
}
