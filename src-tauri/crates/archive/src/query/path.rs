//! The way to a value inside an event.

use std::fmt;

use time::UtcOffset;

use super::write::quoted;
use super::{Condition, Expression, Query, Test};

/// One step on the way.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Step {
    /// Into an object, by exactly this key. On a list it is taken in each of its objects, however deep lists nest.
    Key(String),
    /// Into an object, by every key; lists are stepped through as for [`Step::Key`].
    AnyKey,
    /// To the item of a list with this number, from 0. Anything else has no items.
    Index(usize),
    /// To every item of a list. Anything else has no items.
    AnyIndex,
}

/// The way to a value: one or more steps from the top of the event, so that the payload's are below `payload`. A payload
/// that is a string which holds a JSON object or list is opened for paths that begin with `payload`.
///
/// `Display` writes it as queries do, with quotes where they are needed.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Path(Vec<Step>);

impl Path {
    /// Reads a path as queries write it; nothing when the text is something else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let asked = Query::parse(&format!("{text}:*"), UtcOffset::UTC).ok()?;
        match asked.expression()? {
            Expression::Condition(Condition::Path {
                path,
                test: Test::Exists,
            }) => Some(path.clone()),
            _ => None,
        }
    }

    /// The way to a field of the event, such as `payload` or `annotations`.
    #[must_use]
    pub fn field(name: impl Into<String>) -> Self {
        Self(vec![Step::Key(name.into())])
    }

    /// The way to the payload.
    #[must_use]
    pub fn payload() -> Self {
        Self::field("payload")
    }

    /// The way with these steps, or nothing when there are none.
    #[must_use]
    pub fn new(steps: Vec<Step>) -> Option<Self> {
        (!steps.is_empty()).then_some(Self(steps))
    }

    /// One more step, by a key.
    #[must_use]
    pub fn key(mut self, key: impl Into<String>) -> Self {
        self.0.push(Step::Key(key.into()));
        self
    }

    /// One more step, by a number from 0.
    #[must_use]
    pub fn index(mut self, index: usize) -> Self {
        self.0.push(Step::Index(index));
        self
    }

    /// The steps from the top of the event; at least one.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.0
    }
}

/// The fields of an event that a path may begin with as they are; all others stand behind `event.`.
pub(super) const OPEN_FIELDS: &[&str] = &["payload", "annotations", "metadata"];

impl fmt::Display for Path {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut steps = self.0.as_slice();
        match steps.first() {
            Some(Step::Key(field)) if OPEN_FIELDS.contains(&field.as_str()) => {
                to.write_str(field)?;
                steps = &steps[1..];
            }
            _ => to.write_str("event")?,
        }
        for step in steps {
            match step {
                Step::Key(key) if is_bare_key(key) => write!(to, ".{key}")?,
                Step::Key(key) => write!(to, ".{}", quoted(key))?,
                Step::AnyKey => to.write_str(".*")?,
                Step::Index(index) => write!(to, "[{index}]")?,
                Step::AnyIndex => to.write_str("[*]")?,
            }
        }
        Ok(())
    }
}

fn is_bare_key(key: &str) -> bool {
    !key.is_empty() && key.chars().all(is_key_character)
}

/// Whether a key may hold it without quotes.
pub(super) fn is_key_character(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '_' | '-' | '$' | '@')
}
