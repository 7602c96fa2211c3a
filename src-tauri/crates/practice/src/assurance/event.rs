use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;
use uuid::Uuid;

/// One record of a session. The payload is kept as the text it arrived in.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Event {
    /// The event's ID.
    pub(crate) uuid: Uuid,
    /// Counted by the client from 1 at each app launch; 0 on events that the server made.
    pub(crate) event_number: i32,
    /// The connected app instance, `None` where no client is known (push).
    pub(crate) client_id: Option<Uuid>,
    /// When it happened, in milliseconds since 1970.
    pub(crate) timestamp: i64,
    /// Who made it, such as `com.adobe.griffon.mobile`.
    pub(crate) vendor: String,
    /// What it is: `generic`, `client`, `service`, `log`, `control`, `blob`, `Push Service`.
    #[serde(rename = "type")]
    pub(crate) kind: String,
    /// Any JSON, mostly an object.
    pub(crate) payload: Box<RawValue>,
    /// Which part of a large event this is (`chunkId`, `chunkTotal`, `chunkSequenceNumber`), on parts only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) metadata: Option<Value>,
    /// What people and plugins noted about it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) annotations: Vec<Annotation>,
}

impl Event {
    /// Where the event stands in its session: by time, then by the client's count.
    pub(crate) fn position(&self) -> (i64, i32) {
        (self.timestamp, self.event_number)
    }
}

/// What a person or a plugin noted about an event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Annotation {
    /// ID of the annotation.
    pub(crate) uuid: Uuid,
    /// The plugin's own space, such as `visibility` or `notes`; Adobe's API answers it as `type` and as `namespace`.
    #[serde(rename = "type")]
    pub(crate) kind: String,
    /// Any JSON.
    pub(crate) payload: Value,
}

/// A place between two events: after the event with this time and number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct EventCursor {
    /// `timestamp` of the last event received.
    pub(crate) timestamp: i64,
    /// `eventNumber` of the last event received.
    pub(crate) event_number: i32,
}
