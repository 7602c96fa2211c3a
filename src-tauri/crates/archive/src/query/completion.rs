//! What may be written next, while a query is typed.

use super::expression::Column;
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
    /// Whether lists leave it out.
    Hidden,
    /// A text in a note.
    Note,
    /// The colour of a highlight.
    Highlight,
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
    /// Whether it is compared by size, so that only numbers and times fit.
    pub by_size: bool,
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
        by_size: done.trim_end().trim_end_matches('=').ends_with(['<', '>']),
    }
}
