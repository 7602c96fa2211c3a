//! What may be written next, while a query is typed.

use super::expression::Column;
use super::fields::FIELDS;
use super::grammar::expected_at_end;
use super::path::{Path, Step};

/// What the left side of a condition is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A field that every event has.
    Column(Column),
    /// The time.
    Time,
    /// Whether it is flagged.
    Flagged,
    /// What it has: only an error.
    Has,
    /// Values at a path.
    Path(Path),
}

/// What may stand at a place in a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expected {
    /// A word to search for, a field, `NOT` or a bracket; between two conditions also `AND` and `OR`.
    Condition,
    /// A key of the objects at these steps; at the top of the event when there are none.
    Key(Vec<Step>),
    /// A value to compare with.
    Value(Target),
}

/// What is being typed at a place in a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// Where it begins, in characters from 1.
    pub column: usize,
    /// As much of it as is there.
    pub typed: String,
    /// What it may become.
    pub expected: Expected,
}

/// What is being typed in `text` before its character `column`, counted from 1. What follows does not matter.
///
/// ```
/// use archive::query::{Column, Expected, Target, completion};
///
/// let typing = completion("checkout type:ed", 17);
/// assert_eq!((typing.column, typing.typed.as_str()), (15, "ed"));
/// assert_eq!(typing.expected, Expected::Value(Target::Column(Column::Type)));
/// ```
#[must_use]
pub fn completion(text: &str, column: usize) -> Completion {
    let end = text
        .char_indices()
        .nth(column.saturating_sub(1))
        .map_or(text.len(), |(end, _)| end);
    let before = &text[..end];
    let (expected, length) = expected_at_end(before);
    let (done, typed) = before.split_at(before.len() - length);
    Completion {
        column: 1 + done.chars().count(),
        typed: typed.to_owned(),
        expected,
    }
}

impl Completion {
    /// The words that fit and that do not depend on the session, as they are to be inserted. What columns and paths hold
    /// is for the archive to say.
    #[must_use]
    pub fn words(&self) -> Vec<String> {
        let all: Vec<String> = match &self.expected {
            Expected::Condition => {
                let fields = FIELDS.iter().map(|field| format!("{}{}", field.name, field.opening()));
                fields.chain(["AND", "OR", "NOT"].map(str::to_owned)).collect()
            }
            Expected::Value(Target::Flagged) => ["true", "false"].map(str::to_owned).to_vec(),
            Expected::Value(Target::Has) => vec!["error".to_owned()],
            Expected::Value(Target::Time) => ["-5m", "-1h", "+30s"].map(str::to_owned).to_vec(),
            Expected::Key(_) | Expected::Value(Target::Column(_) | Target::Path(_)) => Vec::new(),
        };
        let typed = self.typed.to_lowercase();
        let fits = |word: &String| word.to_lowercase().starts_with(&typed);
        all.into_iter().filter(fits).collect()
    }
}
