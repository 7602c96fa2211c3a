//! What the log keeps of each event beside its text.

use std::cmp::Ordering;
use std::ops::Range;
use std::sync::Arc;

use super::names::NameId;
use event::EventId;

/// One event: its text, and small columns.
pub(crate) struct Row {
    pub(crate) timestamp: i64,
    pub(crate) event_number: i64,
    pub(crate) id: EventId,
    pub(crate) vendor: NameId,
    pub(crate) kind: NameId,
    pub(crate) event_type: NameId,
    pub(crate) client: Option<NameId>,
    pub(crate) label: NameId,
    pub(crate) raw: Arc<str>,
    pub(crate) payload: Range<u32>,
    pub(crate) is_part: bool,
    pub(crate) hidden: bool,
}

impl Row {
    /// The order of a session: timestamp, then eventNumber. What is equal in both is ordered by identifier, so that
    /// the order does not depend on what arrived first.
    pub(crate) fn order(&self, other: &Self) -> Ordering {
        (self.timestamp, self.event_number, &self.id).cmp(&(other.timestamp, other.event_number, &other.id))
    }
}
