//! Writing one condition.

use std::fmt;
use std::ops::Bound;

use super::moment::{after, before, first, last};
use super::{escape, quoted};
use crate::query::expression::{Condition, Test};
use crate::query::pattern::{Form, TextPattern, ValuePattern};

impl fmt::Display for Condition {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(pattern) => pattern.fmt(to),
            Self::Column { column, test } => write_test(to, &column.name(), test),
            Self::Path { path, test } => write_test(to, path, test),
            Self::Flagged(is_flagged) => write!(to, "flagged:{is_flagged}"),
            Self::Hidden(is_hidden) => write!(to, "hidden:{is_hidden}"),
            Self::Note(None) => to.write_str("note:*"),
            Self::Note(Some(pattern)) => write!(to, "note:{pattern}"),
            Self::Highlight(None) => to.write_str("highlight:any"),
            Self::Highlight(Some(highlight)) => write!(to, "highlight:{highlight}"),
            Self::HasError => to.write_str("has:error"),
            Self::Time { from: None, to: None } => to.write_str("time:*"),
            Self::Time {
                from: Some(from),
                to: None,
            } => write!(to, "time{}", after(*from)),
            Self::Time {
                from: None,
                to: Some(end),
            } => write!(to, "time{}", before(*end)),
            Self::Time {
                from: Some(from),
                to: Some(end),
            } => write!(to, "time:{}..{}", first(*from), last(*end)),
        }
    }
}

impl fmt::Display for TextPattern {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.form() {
            Form::Plain(text) if is_bare_text(text) => to.write_str(text),
            Form::Plain(text) => to.write_str(&quoted(text)),
            // A star in front changes nothing, and keeps the word from being read as anything else.
            Form::Wildcard(parts) if parts.iter().all(|part| is_bare_text(part)) => to.write_str(&parts.join("*")),
            Form::Wildcard(parts) => write!(to, "*{}", parts.join("*")),
            Form::Regex { source, match_case } => write_regex(to, source, *match_case),
        }
    }
}

impl fmt::Display for ValuePattern {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = match self.form() {
            Form::Plain(text) => std::slice::from_ref(text),
            Form::Wildcard(parts) => parts,
            Form::Regex { source, match_case } => return write_regex(to, source, *match_case),
        };
        let is_empty = parts.iter().all(String::is_empty);
        if !is_empty && parts.iter().all(|part| is_bare_value(part)) {
            return to.write_str(&parts.join("*"));
        }
        let mut written = String::new();
        for (number, part) in parts.iter().enumerate() {
            if number > 0 {
                written.push('*');
            }
            escape(&mut written, part, true);
        }
        write!(to, "\"{written}\"")
    }
}

fn write_regex(to: &mut fmt::Formatter<'_>, source: &str, match_case: bool) -> fmt::Result {
    write!(to, "/{source}/{}", if match_case { "c" } else { "" })
}

fn write_test(to: &mut fmt::Formatter<'_>, field: &dyn fmt::Display, test: &Test) -> fmt::Result {
    let (from, end) = match test {
        Test::Exists => return write!(to, "{field}:*"),
        Test::Matches(pattern) => return write!(to, "{field}:{pattern}"),
        Test::Number { from, to } => (from, to),
    };
    match (from, end) {
        (Bound::Included(from), Bound::Included(end)) if from == end => write!(to, "{field}={}", number(*from)),
        (Bound::Included(from), Bound::Included(end)) => write!(to, "{field}:{}..{}", number(*from), number(*end)),
        (from, Bound::Unbounded) => write_from(to, field, from),
        (Bound::Unbounded, end) => write_end(to, field, end),
        (from, end) => {
            to.write_str("(")?;
            write_from(to, field, from)?;
            to.write_str(" ")?;
            write_end(to, field, end)?;
            to.write_str(")")
        }
    }
}

fn write_from(to: &mut fmt::Formatter<'_>, field: &dyn fmt::Display, from: &Bound<f64>) -> fmt::Result {
    match from {
        Bound::Included(from) => write!(to, "{field}>={}", number(*from)),
        Bound::Excluded(from) => write!(to, "{field}>{}", number(*from)),
        Bound::Unbounded => write!(to, "{field}>={:e}", f64::MIN),
    }
}

fn write_end(to: &mut fmt::Formatter<'_>, field: &dyn fmt::Display, end: &Bound<f64>) -> fmt::Result {
    match end {
        Bound::Included(end) => write!(to, "{field}<={}", number(*end)),
        Bound::Excluded(end) => write!(to, "{field}<{}", number(*end)),
        Bound::Unbounded => write!(to, "{field}<={:e}", f64::MAX),
    }
}

fn number(number: f64) -> String {
    let plain = number.to_string();
    if plain.len() <= 20 {
        plain
    } else {
        format!("{number:e}")
    }
}

/// Whether a word stands for this text, wherever it is.
fn is_bare_text(text: &str) -> bool {
    let is_plain = |character: char| character.is_alphanumeric() || matches!(character, '_' | '-' | '.' | '@');
    !text.is_empty() && !text.starts_with('-') && text.chars().all(is_plain) && !matches!(text, "AND" | "OR" | "NOT")
}

/// Whether a value, or a part of one, may stand without quotes. `..` would make it a range.
fn is_bare_value(text: &str) -> bool {
    let is_plain = |character: char| {
        character.is_alphanumeric() || matches!(character, '_' | '-' | '.' | ':' | '@' | '+' | '%' | ',' | ';')
    };
    text.chars().all(is_plain) && !text.contains("..")
}
