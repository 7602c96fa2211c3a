//! What an object of a file is, by the names of its fields.

use std::borrow::Cow;

/// A field's name, as far as it matters here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key {
    Events,
    Data,
    Session,
    Sessions,
    Uuid,
    /// Every event has some of these, and no session any.
    OfEvent,
    /// Events have these, and a session may.
    LikeEvent,
    /// Sessions have these, and no event.
    OfSession,
    Other,
}

impl Key {
    pub(super) fn of(name: &str) -> Self {
        match name {
            "events" => Self::Events,
            "data" => Self::Data,
            "session" => Self::Session,
            "sessions" => Self::Sessions,
            "uuid" => Self::Uuid,
            "payload" | "vendor" | "eventNumber" | "eventID" => Self::OfEvent,
            "clientId" | "timestamp" => Self::LikeEvent,
            "token" | "link" | "orgId" | "firstName" | "lastName" | "createdById" | "createdTs" | "updatedById"
            | "updatedTs" => Self::OfSession,
            _ => Self::Other,
        }
    }
}

/// A field's name out of JSON text with its quotes.
pub(super) fn name(quoted: &[u8]) -> Cow<'_, str> {
    if memchr::memchr(b'\\', quoted).is_some()
        && let Ok(name) = serde_json::from_slice::<String>(quoted)
    {
        return name.into();
    }
    let inner = quoted.get(1..quoted.len().saturating_sub(1)).unwrap_or_default();
    String::from_utf8_lossy(inner)
}

/// Which fields an object has.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Keys {
    uuid: bool,
    of_event: bool,
    like_event: bool,
    of_session: bool,
}

/// What an object is that holds no events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Event,
    Session,
    Other,
}

impl Keys {
    pub(super) fn add(&mut self, key: Key) {
        match key {
            Key::Uuid => self.uuid = true,
            Key::OfEvent => self.of_event = true,
            Key::LikeEvent => self.like_event = true,
            Key::OfSession => self.of_session = true,
            Key::Events | Key::Data | Key::Session | Key::Sessions | Key::Other => {}
        }
    }

    /// Whether fields were seen that only events have.
    pub(super) fn are_of_event(self) -> bool {
        self.of_event
    }

    pub(super) fn kind(self) -> Kind {
        if self.of_event {
            return Kind::Event;
        }
        match (self.uuid, self.of_session) {
            (true, true) => Kind::Session,
            (true, false) => Kind::Event,
            (false, _) if self.like_event => Kind::Event,
            (false, _) => Kind::Other,
        }
    }
}
