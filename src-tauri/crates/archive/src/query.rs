//! One language to ask for events: in the search box, in filter chips and saved filters, and on the command line.
//! Described for users in `docs/query.md`.
//!
//! [`Query::parse`] gives a tree of [`Condition`]s, which the engine runs over the archive's columns and packed events.

mod completion;
mod crossing;
mod error;
mod expression;
mod failure;
mod fields;
mod grammar;
mod leading;
mod made;
mod moment;
mod path;
mod pattern;
mod reference;
mod suggestion;
mod write;

pub use completion::{Completion, Expected, Target, completion};
pub use crossing::may_cross;
pub use error::QueryError;
pub use expression::{Column, Condition, Expression, Test, number_of};
pub use failure::{HAS_ERROR, has_error};
pub use fields::{FIELDS, Field};
pub use made::{ValueQuery, like, with_value};
pub use moment::{Moment, SessionTimes};
pub use path::{Path, Step};
pub use pattern::{Form, TextPattern, ValuePattern};
pub use reference::{Context, OpenedEvent};
pub use suggestion::{Suggestion, SuggestionOf};

pub(crate) use leading::{follow, opened, out_of_lists};
pub(crate) use suggestion::best;

use std::fmt;

use event::Event;
use time::UtcOffset;

/// A query: its text, and what it says.
///
/// ```
/// use archive::query::{Context, Query};
/// use event::Event;
/// use time::UtcOffset;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let query = Query::parse("kind:service payload.status>=400", UtcOffset::UTC)?;
/// let event = Event::from_json(r#"{"uuid":"1","type":"service","payload":{"status":502}}"#)?;
/// assert!(query.matches(&event, &Context::default()));
///
/// let error = Query::parse("name:", UtcOffset::UTC).unwrap_err();
/// assert_eq!((error.column, error.message.as_str()), (6, "a value is missing"));
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Query {
    text: String,
    zone: UtcOffset,
    expression: Option<Expression>,
}

impl Query {
    /// Reads a query. A blank text asks for everything. Times without an offset are in `zone`.
    ///
    /// # Errors
    /// When the text is no query: what is wrong, where, and what was expected.
    pub fn parse(text: &str, zone: UtcOffset) -> Result<Self, QueryError> {
        grammar::parse(text, zone).map(|expression| Self {
            text: text.to_owned(),
            zone,
            expression,
        })
    }

    /// The query that leaves nothing out.
    #[must_use]
    pub fn everything() -> Self {
        Self {
            text: String::new(),
            zone: UtcOffset::UTC,
            expression: None,
        }
    }

    /// The text, as it was written.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What it says; nothing when it asks for everything.
    #[must_use]
    pub fn expression(&self) -> Option<&Expression> {
        self.expression.as_ref()
    }

    /// The query that asks for something more: its text, and the other's behind it. For "filter by this"; to exclude
    /// this, give it [`Expression::negated`].
    ///
    /// # Errors
    /// When that is longer or deeper than a query may be.
    pub fn and(&self, more: impl Into<Expression>) -> Result<Self, QueryError> {
        let more = in_brackets(&more.into(), |more| more.to_string());
        let text = match &self.expression {
            None => more,
            Some(own) => {
                let own = in_brackets(own, |_| self.text.clone());
                format!("{own} {more}")
            }
        };
        Self::parse(&text, self.zone)
    }

    /// Whether an event is asked for. Slow, and the meaning of every query: the archive's own search gives the same.
    #[must_use]
    pub fn matches(&self, event: &Event, context: &Context<'_>) -> bool {
        let Some(expression) = &self.expression else {
            return true;
        };
        OpenedEvent::new(event).fits(expression, context)
    }
}

fn in_brackets(expression: &Expression, text: impl FnOnce(&Expression) -> String) -> String {
    match expression {
        Expression::Any(_) => format!("({})", text(expression)),
        _ => text(expression),
    }
}

/// The same query in the plainest words: without lists of values, in brackets only where they count, times in UTC.
impl fmt::Display for Query {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.expression {
            Some(expression) => expression.fmt(to),
            None => Ok(()),
        }
    }
}
