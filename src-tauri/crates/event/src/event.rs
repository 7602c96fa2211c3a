//! An event as Adobe sent it: a few fields read tolerantly, the whole text kept exactly.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize, Serializer};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::reading::{raw_integer, raw_text};

/// One event of a session.
///
/// The fields are what lists and filters need; everything else stays in [`Event::raw`], byte for byte.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// The event's identifier, as it came. Compare without regard to case.
    pub uuid: String,
    /// The device's counter: restarts at 1 with every app launch, 0 for events made by a server.
    pub event_number: i64,
    /// The connected app instance it belongs to; push events have none.
    pub client_id: Option<String>,
    /// Milliseconds since 1970.
    pub timestamp: i64,
    /// Who made the event, for example `com.adobe.griffon.mobile`.
    pub vendor: String,
    /// Adobe's `type`: `generic`, `client`, `service` and so on.
    pub kind: String,
    raw: Arc<str>,
    payload: Range<usize>,
}

/// Why a record is not taken as an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EventProblem {
    /// It is not a JSON object with the fields of an event, or says a field twice.
    #[error("the record is not an event")]
    NotAnEvent,
    /// It has no identifier, so it could not be told from another.
    #[error("the event has no uuid")]
    NoUuid,
}

#[derive(Deserialize)]
struct Head<'a> {
    #[serde(borrow, alias = "eventID")]
    uuid: Option<&'a RawValue>,
    #[serde(borrow, rename = "eventNumber")]
    event_number: Option<&'a RawValue>,
    #[serde(borrow, rename = "clientId")]
    client_id: Option<&'a RawValue>,
    #[serde(borrow)]
    timestamp: Option<&'a RawValue>,
    #[serde(borrow)]
    vendor: Option<&'a RawValue>,
    #[serde(borrow, rename = "type")]
    kind: Option<&'a RawValue>,
    #[serde(borrow)]
    payload: Option<&'a RawValue>,
}

impl Event {
    /// Reads one event. `text` is one JSON object.
    ///
    /// # Errors
    /// When it is no JSON object or has no identifier; odd types of other fields are tolerated.
    pub fn from_json(text: &str) -> Result<Self, EventProblem> {
        let raw: Arc<str> = text.trim().into();
        // A list would be read field by field.
        if !raw.starts_with('{') {
            return Err(EventProblem::NotAnEvent);
        }
        let head: Head<'_> = serde_json::from_str(&raw).map_err(|_| EventProblem::NotAnEvent)?;
        let uuid = head
            .uuid
            .and_then(raw_text)
            .filter(|uuid| !uuid.is_empty())
            .ok_or(EventProblem::NoUuid)?;
        let payload = head.payload.map_or(0..0, |payload| {
            let start = payload.get().as_ptr().addr() - raw.as_ptr().addr();
            start..start + payload.get().len()
        });
        Ok(Self {
            uuid,
            event_number: head.event_number.and_then(raw_integer).unwrap_or(0),
            client_id: head.client_id.and_then(raw_text),
            timestamp: head.timestamp.and_then(raw_integer).unwrap_or(0),
            vendor: head.vendor.and_then(raw_text).unwrap_or_default(),
            kind: head.kind.and_then(raw_text).unwrap_or_default(),
            payload,
            raw,
        })
    }

    /// An event whose fields are known already. `payload` is where the payload is in the text.
    #[must_use]
    pub fn from_parts(head: EventHead, raw: Arc<str>, payload: Range<usize>) -> Self {
        Self {
            uuid: head.uuid,
            event_number: head.event_number,
            client_id: head.client_id,
            timestamp: head.timestamp,
            vendor: head.vendor,
            kind: head.kind,
            raw,
            payload,
        }
    }

    /// The whole event as JSON text, exactly as it was received.
    #[must_use]
    pub fn raw(&self) -> &str {
        &self.raw
    }

    /// [`Event::raw`], shared.
    #[must_use]
    pub fn shared_raw(&self) -> Arc<str> {
        Arc::clone(&self.raw)
    }

    /// Where the payload is in [`Event::raw`]; empty when there is none.
    #[must_use]
    pub fn payload_range(&self) -> Range<usize> {
        self.payload.clone()
    }

    /// The payload as JSON text, exactly as it was received; `null` when there is none.
    #[must_use]
    pub fn payload(&self) -> &str {
        if self.payload.is_empty() {
            return "null";
        }
        &self.raw[self.payload.clone()]
    }

    /// The payload as JSON text, opened when Adobe sent it as a string that itself holds JSON.
    #[must_use]
    pub fn opened_payload(&self) -> OpenedPayload<'_> {
        open_payload(self.payload())
    }

    /// Another field of the event, such as `annotations` or `metadata`, as JSON.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<Value> {
        let fields: BTreeMap<Cow<'_, str>, &RawValue> = serde_json::from_str(&self.raw).ok()?;
        let value: Value = serde_json::from_str(fields.get(name)?.get()).ok()?;
        (!value.is_null()).then_some(value)
    }
}

/// What [`Event::opened_payload`] found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpenedPayload<'a> {
    /// JSON: an object, a list, a number and so on.
    Json(Cow<'a, str>),
    /// Plain text that is not JSON.
    Text(String),
}

impl OpenedPayload<'_> {
    /// The JSON text, when the payload is JSON.
    #[must_use]
    pub fn json(&self) -> Option<&str> {
        match self {
            Self::Json(text) => Some(text),
            Self::Text(_) => None,
        }
    }
}

pub(crate) fn open_payload(payload: &str) -> OpenedPayload<'_> {
    if !payload.starts_with('"') {
        return OpenedPayload::Json(Cow::Borrowed(payload));
    }
    let text: String = serde_json::from_str(payload).unwrap_or_else(|_| payload.to_owned());
    if is_json_container(&text) {
        return OpenedPayload::Json(Cow::Owned(text));
    }
    OpenedPayload::Text(text)
}

/// Whether a text is a JSON object or list. Any depth: the check does not recurse.
pub(crate) fn is_json_container(text: &str) -> bool {
    let trimmed = text.trim();
    let looks_so =
        (trimmed.starts_with('{') && trimmed.ends_with('}')) || (trimmed.starts_with('[') && trimmed.ends_with(']'));
    looks_so && serde_json::from_str::<IgnoredAny>(trimmed).is_ok()
}

/// The small fields of an event, without its text.
pub struct EventHead {
    /// See [`Event::uuid`].
    pub uuid: String,
    /// See [`Event::event_number`].
    pub event_number: i64,
    /// See [`Event::client_id`].
    pub client_id: Option<String>,
    /// See [`Event::timestamp`].
    pub timestamp: i64,
    /// See [`Event::vendor`].
    pub vendor: String,
    /// See [`Event::kind`].
    pub kind: String,
}

impl Serialize for Event {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let raw: &RawValue = serde_json::from_str(&self.raw).map_err(serde::ser::Error::custom)?;
        raw.serialize(to)
    }
}

impl<'de> Deserialize<'de> for Event {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let raw = Box::<RawValue>::deserialize(from)?;
        Self::from_json(raw.get()).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_keeps_its_text_byte_for_byte() {
        let text = r#"{ "uuid":"A1","eventNumber":"7","clientId":null,"timestamp":1700000000000.4,
            "vendor":"v","type":"generic","payload":{"a":1.0, "b" : 1e3},"later":{"x":[]}}"#;
        let event = Event::from_json(text).unwrap();
        assert_eq!(event.raw(), text);
        assert_eq!(event.payload(), r#"{"a":1.0, "b" : 1e3}"#);
        assert_eq!(event.event_number, 7);
        assert_eq!(event.client_id, None);
        assert_eq!(event.timestamp, 1_700_000_000_000);
        assert_eq!(event.field("later"), Some(serde_json::json!({"x": []})));
        let compact = |text: &str| serde_json::from_str::<Value>(text).unwrap();
        let written = serde_json::to_string(&event).unwrap();
        assert_eq!(compact(&written), compact(text));
    }

    #[test]
    fn a_payload_may_be_a_string_that_holds_json() {
        let event = Event::from_json(r#"{"uuid":"a","payload":"{\"name\":\"hit\"}"}"#).unwrap();
        assert_eq!(event.opened_payload().json(), Some(r#"{"name":"hit"}"#));
        let event = Event::from_json(r#"{"uuid":"a","payload":"{broken"}"#).unwrap();
        assert_eq!(event.opened_payload(), OpenedPayload::Text("{broken".into()));
    }

    #[test]
    fn odd_records_are_told_apart_from_events() {
        for text in [
            "[]",
            r#"["u",1,null,2,"v","t",{}]"#,
            "7",
            "null",
            "{",
            r#"{"uuid":"a","uuid":"b"}"#,
        ] {
            assert_eq!(Event::from_json(text), Err(EventProblem::NotAnEvent), "{text}");
        }
        for text in ["{}", r#"{"uuid":null}"#, r#"{"uuid":""}"#, r#"{"uuid":{}}"#] {
            assert_eq!(Event::from_json(text), Err(EventProblem::NoUuid), "{text}");
        }
        let odd = Event::from_json(r#"{"uuid":"a","timestamp":{},"vendor":3,"type":[]}"#).unwrap();
        assert_eq!((odd.timestamp, odd.vendor.as_str(), odd.kind.as_str()), (0, "3", ""));
        assert_eq!(odd.payload(), "null");
    }

    #[test]
    fn a_payload_nested_a_hundred_thousand_deep_is_kept() {
        let deep = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000));
        let event = Event::from_json(&format!(r#"{{"uuid":"a","payload":{deep}}}"#)).unwrap();
        assert_eq!(event.payload(), deep);
    }
}
