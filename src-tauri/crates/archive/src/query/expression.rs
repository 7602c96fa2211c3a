//! What a query says, once it is parsed: a tree of conditions that the engine can run.

use std::ops::Bound;

use super::moment::Moment;
use super::path::Path;
use super::pattern::{TextPattern, ValuePattern};
use crate::marks::Highlight;

/// A tree of conditions. Lists hold at least two, and never a list of their own kind: `a (b c)` is one list of three.
///
/// `Display` writes it as text that parses to the same tree.
#[derive(Debug, Clone, PartialEq)]
pub enum Expression {
    /// All of them hold.
    All(Vec<Expression>),
    /// At least one of them holds.
    Any(Vec<Expression>),
    /// It does not hold: every event that the inner one leaves out, also those without the field in question.
    Not(Box<Expression>),
    /// One condition.
    Condition(Condition),
}

impl Expression {
    /// Both hold.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        let mut all = match self {
            Self::All(all) => all,
            one => vec![one],
        };
        match other {
            Self::All(more) => all.extend(more),
            one => all.push(one),
        }
        Self::All(all)
    }

    /// One of the two holds, or both.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        let mut any = match self {
            Self::Any(any) => any,
            one => vec![one],
        };
        match other {
            Self::Any(more) => any.extend(more),
            one => any.push(one),
        }
        Self::Any(any)
    }

    /// The opposite; twice gives back the first.
    #[must_use]
    pub fn negated(self) -> Self {
        match self {
            Self::Not(inner) => *inner,
            one => Self::Not(Box::new(one)),
        }
    }

    /// Every condition in it, from left to right.
    pub fn conditions(&self) -> impl Iterator<Item = &Condition> {
        let mut left = vec![self];
        std::iter::from_fn(move || {
            loop {
                match left.pop()? {
                    Self::All(list) | Self::Any(list) => left.extend(list.iter().rev()),
                    Self::Not(inner) => left.push(inner),
                    Self::Condition(condition) => return Some(condition),
                }
            }
        })
    }

    /// How many levels of lists and negations there are above the deepest condition.
    #[must_use]
    pub fn depth(&self) -> usize {
        let (mut deepest, mut left) = (0, vec![(self, 0)]);
        while let Some((expression, depth)) = left.pop() {
            deepest = deepest.max(depth);
            match expression {
                Self::All(list) | Self::Any(list) => left.extend(list.iter().map(|one| (one, depth + 1))),
                Self::Not(inner) => left.push((inner, depth + 1)),
                Self::Condition(_) => {}
            }
        }
        deepest
    }
}

impl From<Condition> for Expression {
    fn from(condition: Condition) -> Self {
        Self::Condition(condition)
    }
}

/// Something that is true or false of one event.
#[derive(Debug, Clone, PartialEq)]
pub enum Condition {
    /// A text anywhere in the event: see [`TextPattern`].
    Text(TextPattern),
    /// A test of one of the fields that every event has.
    Column {
        /// Which field.
        column: Column,
        /// What is asked of it.
        test: Test,
    },
    /// The event's timestamp is in `[from, to)`.
    Time {
        /// The first moment that is in; without one, there is no lower end.
        from: Option<Moment>,
        /// The first moment after `from` that is out; without one, there is no upper end.
        to: Option<Moment>,
    },
    /// A test of the payload or of any other field, at a path. True when any value that the path leads to passes.
    Path {
        /// Where to look.
        path: Path,
        /// What is asked of each value there.
        test: Test,
    },
    /// Whether it is flagged, here or in Adobe's web UI.
    Flagged(bool),
    /// Whether lists leave it out, because it is hidden or the session was cleared after it.
    Hidden(bool),
    /// It has a note in which this occurs; any note where nothing is looked for.
    Note(Option<TextPattern>),
    /// It is highlighted in this colour, or in any.
    Highlight(Option<Highlight>),
    /// It tells of something that failed. Run [`has_error`](super::has_error) for it.
    HasError,
}

/// A field that every event has, as the archive keeps it beside the event. An event without it has the empty text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Column {
    /// The label: see [`event::label`].
    Name,
    /// Passes when the SDK's event type without its prefix does ([`event::event_type`]), or [`Column::Kind`] does.
    Type,
    /// The SDK's event source in lower case, without `com.adobe.eventsource.`.
    Source,
    /// Who made the event.
    Vendor,
    /// The connected app instance.
    Client,
    /// The event's identifier.
    Uuid,
    /// Adobe's `type`.
    Kind,
    /// The device's counter. Only [`Test::Number`] and [`Test::Exists`] are asked of it.
    EventNumber,
}

/// What is asked of a value.
#[derive(Debug, Clone, PartialEq)]
pub enum Test {
    /// It is there: a column is not empty, a value at a path is not null.
    Exists,
    /// Its text fits. At a path that is the text of a string, number, `true` or `false`; a null has the text `null`,
    /// which only a plain pattern finds; objects have none, and a list passes when any value in it does.
    Matches(ValuePattern),
    /// It is a number between the two, or a string that holds one: see [`number_of`].
    Number {
        /// The lower end.
        from: Bound<f64>,
        /// The upper end.
        to: Bound<f64>,
    },
}

impl Test {
    /// A number that equals this one.
    #[must_use]
    pub fn equals(number: f64) -> Self {
        Self::Number {
            from: Bound::Included(number),
            to: Bound::Included(number),
        }
    }

    /// Whether a text passes: that of a column, or of a string, number, `true` or `false` at a path.
    #[must_use]
    pub fn passes(&self, text: &str) -> bool {
        match self {
            Self::Exists => !text.is_empty(),
            Self::Matches(pattern) => pattern.is_match(text),
            Self::Number { .. } => number_of(text).is_some_and(|number| self.passes_number(number)),
        }
    }

    /// Whether a number passes a comparison. Every number is there, and none fits a text.
    #[must_use]
    pub fn passes_number(&self, number: f64) -> bool {
        match self {
            Self::Exists => true,
            Self::Matches(_) => false,
            Self::Number { from, to } => std::ops::RangeBounds::contains(&(*from, *to), &number),
        }
    }
}

/// The number in a text, as comparisons read it: digits with an optional sign, fraction and exponent, and blanks around.
/// `inf`, `nan`, hexadecimals and anything too large for 64 bits of floating point are none.
#[must_use]
pub fn number_of(text: &str) -> Option<f64> {
    let text = text.trim();
    let is_plain = text
        .bytes()
        .all(|byte| matches!(byte, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E'));
    if !is_plain || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    text.parse().ok().filter(|number: &f64| number.is_finite())
}
