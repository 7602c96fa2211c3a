//! Which events to show.

use regex::bytes::{Regex, RegexBuilder};
use serde::{Deserialize, Serialize};

use crate::log::{Inner, NameId, Names, Row};

/// A filter over a log. An empty list does not restrict; what is in a list is compared without regard to case.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct EventFilter {
    /// A text that occurs anywhere in the event, in any case.
    pub text: String,
    /// Event types: the SDK's (`edge`, `hub`) or Adobe's `type` (`service`, `generic`).
    pub types: Vec<String>,
    /// Vendors.
    pub vendors: Vec<String>,
    /// Client identifiers.
    pub clients: Vec<String>,
}

impl EventFilter {
    /// Whether it shows everything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A filter made ready to run over rows; grows with the log's names.
pub(crate) struct Matcher {
    text: Option<Regex>,
    event_types: Chosen,
    kinds: Chosen,
    vendors: Chosen,
    clients: Chosen,
}

/// What a filter says of one row.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Verdict {
    pub(crate) text: bool,
    pub(crate) event_type: bool,
    pub(crate) vendor: bool,
    pub(crate) client: bool,
}

impl Verdict {
    pub(crate) fn matches(self) -> bool {
        self.text && self.event_type && self.vendor && self.client
    }
}

impl Matcher {
    pub(crate) fn new(filter: &EventFilter) -> Self {
        Self {
            text: text_search(&filter.text),
            event_types: Chosen::new(&filter.types),
            kinds: Chosen::new(&filter.types),
            vendors: Chosen::new(&filter.vendors),
            clients: Chosen::new(&filter.clients),
        }
    }

    /// Learns the names that are new in the log. Call before [`Matcher::verdict`] whenever the log was locked anew.
    pub(crate) fn learn(&mut self, log: &Inner) {
        self.event_types.learn(&log.event_types);
        self.kinds.learn(&log.kinds);
        self.vendors.learn(&log.vendors);
        self.clients.learn(&log.clients);
    }

    /// Whether the filter names this event type.
    pub(crate) fn names_type(&self, name: NameId) -> bool {
        self.event_types.names(name)
    }

    /// Whether the filter names this vendor.
    pub(crate) fn names_vendor(&self, name: NameId) -> bool {
        self.vendors.names(name)
    }

    /// Whether the filter names this client.
    pub(crate) fn names_client(&self, name: NameId) -> bool {
        self.clients.names(name)
    }

    pub(crate) fn verdict(&self, row: &Row) -> Verdict {
        let mut verdict = Verdict {
            text: true,
            event_type: self.event_types.has(row.event_type) || self.kinds.has(row.kind),
            vendor: self.vendors.has(row.vendor),
            client: self.clients.has_any(row.client),
        };
        let misses = [verdict.event_type, verdict.vendor, verdict.client]
            .iter()
            .filter(|hit| !**hit)
            .count();
        // A row that misses two of the others counts nowhere, whatever its text: do not search it.
        if misses < 2 {
            verdict.text = self.text.as_ref().is_none_or(|text| text.is_match(row.raw.as_bytes()));
        }
        verdict
    }
}

/// The names a filter's list stands for, as numbers of one [`Names`].
struct Chosen {
    wanted: Option<Vec<String>>,
    is_chosen: Vec<bool>,
}

impl Chosen {
    fn new(wanted: &[String]) -> Self {
        let lower: Vec<String> = wanted.iter().map(|name| name.to_lowercase()).collect();
        Self {
            wanted: (!lower.is_empty()).then_some(lower),
            is_chosen: Vec::new(),
        }
    }

    fn learn(&mut self, names: &Names) {
        let Some(wanted) = &self.wanted else {
            return;
        };
        let new = names.all().skip(self.is_chosen.len());
        self.is_chosen
            .extend(new.map(|name| wanted.contains(&name.to_lowercase())));
    }

    fn names(&self, name: NameId) -> bool {
        self.is_chosen.get(name as usize).copied().unwrap_or(false)
    }

    fn has(&self, name: NameId) -> bool {
        self.wanted.is_none() || self.names(name)
    }

    fn has_any(&self, name: Option<NameId>) -> bool {
        match name {
            Some(name) => self.has(name),
            None => self.wanted.is_none(),
        }
    }
}

/// A search for the text, and for the ways in which JSON may write it: quotes, backslashes and line breaks escaped,
/// other alphabets as `\u0000` codes.
pub(crate) fn text_search(text: &str) -> Option<Regex> {
    if text.is_empty() {
        return None;
    }
    let escaped = serde_json::Value::from(text).to_string();
    let escaped = &escaped[1..escaped.len() - 1];
    let mut forms = vec![text.to_owned(), escaped.to_owned()];
    if !text.is_ascii() {
        forms.push(with_codes(escaped));
    }
    forms.dedup();
    let pattern = match text.len() {
        ..=LONGEST_TEXT => forms
            .iter()
            .map(|form| regex::escape(form))
            .collect::<Vec<_>>()
            .join("|"),
        _ => NOTHING.to_owned(),
    };
    let build = |pattern: &str| {
        RegexBuilder::new(pattern)
            .case_insensitive(true)
            .size_limit(1 << 26)
            .build()
    };
    // An escaped text is always a valid pattern, and a short one is never over the limit.
    build(&pattern).or_else(|_| build(NOTHING)).ok()
}

/// Bytes; a longer text is taken as one that no event holds, because making ready for it would take too long.
const LONGEST_TEXT: usize = 20_000;
/// A pattern that is never found.
const NOTHING: &str = "[^\\s\\S]";

fn with_codes(text: &str) -> String {
    let mut codes = String::new();
    for character in text.chars() {
        if character.is_ascii() {
            codes.push(character);
            continue;
        }
        for unit in character.encode_utf16(&mut [0; 2]) {
            codes.push_str(&format!("\\u{unit:04x}"));
        }
    }
    codes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(text: &str, raw: &str) -> bool {
        text_search(text).unwrap().is_match(raw.as_bytes())
    }

    #[test]
    fn a_text_is_found_in_any_case_and_however_json_writes_it() {
        assert!(finds("CHECKOUT", r#"{"a":"my checkout"}"#));
        assert!(finds("größe", r#"{"a":"GRÖSSE GRÖßE"}"#));
        assert!(finds("größe", r#"{"a":"gr\u00F6\u00dfe"}"#));
        assert!(finds("say \"hi\"", r#"{"a":"say \"hi\""}"#));
        assert!(finds("\"a\":\"b\"", r#"{"a":"b"}"#));
        assert!(finds("a.b*[", r#"{"x":"A.B*["}"#));
        assert!(!finds("a.b", r#"{"x":"axb"}"#));
        assert!(finds("😀", r#"{"x":"\uD83D\uDE00"}"#));
    }

    #[test]
    fn an_absurd_text_finds_nothing_and_does_not_crash() {
        assert!(!finds(&"x".repeat(3_000_000), "{}"));
    }
}
