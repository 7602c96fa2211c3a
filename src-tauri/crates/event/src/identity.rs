//! Event identifiers: compared without regard to case, small when they are UUIDs.

use std::fmt;

use uuid::Uuid;

/// An event's identifier.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EventId {
    /// A UUID, whatever its form.
    Uuid(Uuid),
    /// Not a UUID: lower-cased text.
    Text(Box<str>),
}

impl EventId {
    /// Reads an identifier.
    #[must_use]
    pub fn new(text: &str) -> Self {
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
