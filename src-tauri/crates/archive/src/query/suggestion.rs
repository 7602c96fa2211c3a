//! What may be offered while a query is typed: the words of the language, and how what fits best is chosen.

use std::cmp::Reverse;

use super::completion::{Completion, Expected, Target};
use super::fields::FIELDS;
use crate::marks::Highlight;

/// Something that may be written next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The text that takes the place of what is typed, quoted where the language wants it.
    pub insert: String,
    /// How to show it.
    pub label: String,
    /// What it is.
    pub of: SuggestionOf,
}

/// What a suggestion is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SuggestionOf {
    /// A field of events, with what it is.
    Field(&'static str),
    /// A word of the language, with what it does.
    Word(&'static str),
    /// A key of the payload or of another field.
    Key {
        /// How many events have it.
        events: usize,
        /// Among how many that were looked at.
        among: usize,
    },
    /// A value that events have.
    Value {
        /// How many events have it.
        events: usize,
        /// Among how many that were looked at.
        among: usize,
    },
}

impl Completion {
    /// What fits and does not depend on the session. What columns and paths hold is for
    /// [`View::suggestions`](crate::View::suggestions) to say.
    #[must_use]
    pub fn suggestions(&self) -> Vec<Suggestion> {
        let all: Vec<(String, SuggestionOf)> = match &self.expected {
            Expected::Condition => {
                let fields = FIELDS.iter().map(|field| {
                    let insert = format!("{}{}", field.name, field.opening());
                    (insert, SuggestionOf::Field(field.meaning))
                });
                fields.chain(words(JOINING)).collect()
            }
            Expected::Value(Target::Flagged) => words(FLAGGED).collect(),
            Expected::Value(Target::Has) => words(HAS).collect(),
            Expected::Value(Target::Hidden) => words(HIDDEN).collect(),
            Expected::Value(Target::Highlight) => {
                let colours = Highlight::ALL.map(|colour| (colour.to_string(), SuggestionOf::Word("this colour")));
                words(HIGHLIGHT).chain(colours).collect()
            }
            Expected::Value(Target::Time) => words(TIMES).collect(),
            Expected::Value(Target::Note) => words(NOTE).collect(),
            Expected::Key(_) | Expected::Value(Target::Column(_) | Target::Path(_)) => Vec::new(),
        };
        let typed = self.typed.to_lowercase();
        all.into_iter()
            .filter(|(insert, _)| insert.to_lowercase().starts_with(&typed) && *insert != self.typed)
            .map(|(insert, of)| Suggestion {
                label: insert.clone(),
                insert,
                of,
            })
            .collect()
    }

    /// The text that is being typed, without the quotes and escapes that are there so far.
    pub(crate) fn bare(&self) -> String {
        match self.typed.strip_prefix('"') {
            Some(quoted) => quoted.replace("\\\"", "\"").replace("\\*", "*").replace("\\\\", "\\"),
            None => self.typed.clone(),
        }
    }
}

const JOINING: &[(&str, &str)] = &[
    ("AND", "both must hold"),
    ("OR", "one of both must hold"),
    ("NOT", "what follows must not hold"),
];
const FLAGGED: &[(&str, &str)] = &[("true", "flagged"), ("false", "not flagged")];
const HIDDEN: &[(&str, &str)] = &[("true", "hidden"), ("false", "not hidden")];
const HIGHLIGHT: &[(&str, &str)] = &[("any", "any colour")];
const NOTE: &[(&str, &str)] = &[("*", "any note")];
const HAS: &[(&str, &str)] = &[("error", "it tells of a failure")];
const TIMES: &[(&str, &str)] = &[
    ("-5m", "five minutes before the newest event"),
    ("-1h", "an hour before the newest event"),
    ("+30s", "half a minute after the first event"),
];

fn words(of: &'static [(&'static str, &'static str)]) -> impl Iterator<Item = (String, SuggestionOf)> {
    of.iter()
        .map(|(word, meaning)| ((*word).to_owned(), SuggestionOf::Word(meaning)))
}

/// Those that hold what is typed, in any case: first those that begin with it, of these the most frequent.
pub(crate) fn best<T: AsRef<str>>(typed: &str, all: impl Iterator<Item = (T, usize)>, most: usize) -> Vec<(T, usize)> {
    let typed = typed.to_lowercase();
    let mut fitting: Vec<(bool, T, usize)> = all
        .filter_map(|(text, count)| {
            let lower = text.as_ref().to_lowercase();
            let place = lower.find(&typed)?;
            Some((place == 0, text, count))
        })
        .collect();
    fitting.sort_by(|left, right| {
        let order = |one: &(bool, T, usize)| (Reverse(one.0), Reverse(one.2));
        let by_order = order(left).cmp(&order(right));
        by_order.then_with(|| left.1.as_ref().cmp(right.1.as_ref()))
    });
    fitting.truncate(most);
    fitting.into_iter().map(|(_, text, count)| (text, count)).collect()
}
