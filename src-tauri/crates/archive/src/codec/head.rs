//! What is kept of an event beside its tokens: the values that lists show and filters ask for first.

use event::{Event, EventId, Part, PayloadHead};

use super::Dictionary;

/// The columns of one row. Texts are words of the dictionary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) id: EventId,
    /// Milliseconds since 1970.
    pub(crate) timestamp: i64,
    pub(crate) event_number: i64,
    /// Lower-case.
    pub(crate) client: Option<u32>,
    pub(crate) vendor: u32,
    /// Adobe's `type`.
    pub(crate) kind: u32,
    pub(crate) name: u32,
    /// The SDK's event type without its prefix; Adobe's `type` where there is none.
    pub(crate) event_type: u32,
    /// The SDK's event source without its prefix; empty where there is none.
    pub(crate) source: u32,
    /// The piece of a larger event that it is.
    pub(crate) part: Option<Part>,
}

impl Head {
    /// Reads the head off an event.
    pub(crate) fn of(event: &Event, dictionary: &Dictionary) -> Self {
        let payload = PayloadHead::of(event);
        Self {
            id: EventId::new(&event.uuid),
            timestamp: event.timestamp,
            event_number: event.event_number,
            client: event
                .client_id
                .as_deref()
                .map(|client| dictionary.string(&client.to_lowercase())),
            vendor: dictionary.string(&event.vendor),
            kind: dictionary.string(&event.kind),
            name: dictionary.string(&payload.label(&event.kind)),
            event_type: dictionary.string(&payload.event_type(&event.kind)),
            source: dictionary.string(&payload.source()),
            part: payload.part,
        }
    }
}
