//! Event identifiers: compared without regard to case, small when they are UUIDs.

use std::collections::HashMap;
use std::fmt;

use uuid::Uuid;

/// An event's identifier.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum EventId {
    Uuid(Uuid),
    /// Not a UUID: lower-cased text.
    Text(Box<str>),
}

impl EventId {
    pub(crate) fn new(text: &str) -> Self {
        Uuid::try_parse(text).map_or_else(|_| Self::Text(text.to_lowercase().into()), Self::Uuid)
    }
}

impl fmt::Display for EventId {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Uuid(uuid) => uuid.hyphenated().fmt(to),
            Self::Text(text) => to.write_str(text),
        }
    }
}

/// From identifier to row.
#[derive(Default)]
pub(crate) struct RowsById {
    uuids: HashMap<Uuid, u32>,
    others: HashMap<Box<str>, u32>,
}

impl RowsById {
    pub(crate) fn row(&self, id: &EventId) -> Option<u32> {
        match id {
            EventId::Uuid(uuid) => self.uuids.get(uuid).copied(),
            EventId::Text(text) => self.others.get(text).copied(),
        }
    }

    pub(crate) fn put(&mut self, id: &EventId, row: u32) {
        match id {
            EventId::Uuid(uuid) => self.uuids.insert(*uuid, row),
            EventId::Text(text) => self.others.insert(text.clone(), row),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_equal_in_any_case() {
        let upper = EventId::new("0F8FAD5B-D9CB-469F-A165-70867728950E");
        assert_eq!(upper, EventId::new("0f8fad5b-d9cb-469f-a165-70867728950e"));
        assert_eq!(upper.to_string(), "0f8fad5b-d9cb-469f-a165-70867728950e");
        assert_eq!(EventId::new("Own-Id"), EventId::new("own-id"));
        assert_ne!(EventId::new("own-id"), EventId::new("own-id2"));
    }
}
