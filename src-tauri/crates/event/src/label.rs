//! The few things read from every payload as it arrives: the label, the SDK's event type, and whether it is a part.

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::event::Event;
use crate::reading::{raw_integer, raw_text};

/// An event's name in lists, as Adobe computes it: `ACPExtensionEventName`, else the payload's `name`, else `type`.
///
/// ```
/// use event::{Event, label};
///
/// # fn main() -> Result<(), event::EventProblem> {
/// let event = Event::from_json(r#"{"uuid":"1","type":"service","payload":{"name":"hitReceived"}}"#)?;
/// assert_eq!(label(&event), "hitReceived");
/// # Ok(())
/// # }
/// ```
#[must_use]
pub fn label(event: &Event) -> String {
    PayloadHead::of(event).label(&event.kind)
}

/// The SDK's event type without its prefix, for example `edge`; an event of another kind has its `type`.
#[must_use]
pub fn event_type(event: &Event) -> String {
    PayloadHead::of(event).event_type(&event.kind)
}

/// What is read from the top of a payload. Any depth of nesting is fine: nothing below is opened.
#[derive(Debug, Default)]
pub struct PayloadHead {
    sdk_name: Option<String>,
    name: Option<String>,
    sdk_type: Option<String>,
    sdk_source: Option<String>,
    /// The part that the event is, when it is one.
    pub part: Option<Part>,
}

/// One part of an event that was too large for the device to send at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The identifier that all parts of one event share.
    pub of: String,
    /// How many parts there are.
    pub total: u32,
    /// Which one this is, from 0.
    pub sequence: u32,
    /// Its piece of the payload's text.
    pub text: String,
}

#[derive(Deserialize)]
struct Keys<'a> {
    #[serde(borrow, rename = "ACPExtensionEventName")]
    sdk_name: Option<&'a RawValue>,
    #[serde(borrow, rename = "ACPExtensionEventType")]
    sdk_type: Option<&'a RawValue>,
    #[serde(borrow, rename = "ACPExtensionEventSource")]
    sdk_source: Option<&'a RawValue>,
    #[serde(borrow)]
    name: Option<&'a RawValue>,
    #[serde(borrow, rename = "chunkData")]
    chunk_data: Option<&'a RawValue>,
    #[serde(borrow)]
    metadata: Option<&'a RawValue>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ChunkKeys<'a> {
    #[serde(borrow)]
    chunk_id: &'a RawValue,
    #[serde(borrow)]
    chunk_total: &'a RawValue,
    #[serde(borrow)]
    chunk_sequence_number: &'a RawValue,
}

impl PayloadHead {
    /// Reads the top of an event's payload.
    #[must_use]
    pub fn of(event: &Event) -> Self {
        let opened = event.opened_payload();
        let Some(payload) = opened.json().filter(|text| text.starts_with('{')) else {
            return Self::default();
        };
        let Ok(keys) = serde_json::from_str::<Keys<'_>>(payload) else {
            return Self::default();
        };
        let text = |raw: Option<&RawValue>| raw.and_then(raw_text).filter(|text| !text.is_empty());
        let part = text(keys.chunk_data).and_then(|text| {
            let own = event.field("metadata").map(|metadata| metadata.to_string());
            let inner = keys.metadata.map(RawValue::get);
            let places = [own.as_deref(), inner, Some(payload)];
            places.into_iter().flatten().find_map(|keys| part(keys, &text))
        });
        Self {
            sdk_name: text(keys.sdk_name),
            name: text(keys.name),
            sdk_type: text(keys.sdk_type),
            sdk_source: text(keys.sdk_source),
            part,
        }
    }

    /// See [`label`].
    #[must_use]
    pub fn label(&self, kind: &str) -> String {
        let name = self.sdk_name.as_ref().or(self.name.as_ref());
        name.map_or(kind, String::as_str).to_owned()
    }

    /// The SDK's event type without its prefix, for example `edge`; an event of another kind has its `type`.
    #[must_use]
    pub fn event_type(&self, kind: &str) -> String {
        self.sdk_type.as_deref().map_or_else(
            || kind.to_owned(),
            |sdk_type| without_prefix(sdk_type, "com.adobe.eventtype."),
        )
    }

    /// The SDK's event source without its prefix, for example `requestcontent`; empty for an event of another kind.
    #[must_use]
    pub fn source(&self) -> String {
        let source = self.sdk_source.as_deref().unwrap_or_default();
        without_prefix(source, "com.adobe.eventsource.")
    }
}

/// An SDK's event type or source in lower case, without what all of them begin with.
#[must_use]
pub fn without_prefix(name: &str, prefix: &str) -> String {
    let lower = name.to_ascii_lowercase();
    lower.strip_prefix(prefix).map_or_else(|| lower.clone(), str::to_owned)
}

fn part(keys: &str, text: &str) -> Option<Part> {
    if !keys.trim_start().starts_with('{') {
        return None;
    }
    let keys: ChunkKeys<'_> = serde_json::from_str(keys).ok()?;
    let number = |raw| raw_integer(raw).and_then(|number| u32::try_from(number).ok());
    let (total, sequence) = (number(keys.chunk_total)?, number(keys.chunk_sequence_number)?);
    let of = raw_text(keys.chunk_id)?.to_ascii_lowercase();
    (sequence < total).then(|| Part {
        of,
        total,
        sequence,
        text: text.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn event(payload: Value) -> Event {
        Event::from_json(&json!({"uuid": "1", "type": "generic", "payload": payload}).to_string()).unwrap()
    }

    #[test]
    fn the_label_is_the_first_name_there_is() {
        for (payload, expected) in [
            (
                json!({"ACPExtensionEventName": "Lifecycle Resume", "name": "x"}),
                "Lifecycle Resume",
            ),
            (json!({"name": "hitReceived"}), "hitReceived"),
            (json!("{\"name\":\"hitReceived\"}"), "hitReceived"),
            (json!({"ACPExtensionEventName": "", "name": {}}), "generic"),
            (json!({}), "generic"),
            (json!(["a", "b", "c", "d", "e"]), "generic"),
            (json!("plain"), "generic"),
            (json!(null), "generic"),
        ] {
            assert_eq!(label(&event(payload.clone())), expected, "{payload}");
        }
    }

    #[test]
    fn the_event_type_is_the_sdk_s_without_prefix() {
        for (sdk_type, expected) in [
            (json!("com.adobe.eventType.generic.track"), "generic.track"),
            (json!("com.adobe.eventtype.edge"), "edge"),
            (json!("own.type"), "own.type"),
            (json!(null), "generic"),
        ] {
            let head = PayloadHead::of(&event(json!({"ACPExtensionEventType": sdk_type})));
            assert_eq!(head.event_type("generic"), expected);
        }
    }

    #[test]
    fn a_part_is_known_wherever_its_numbers_are() {
        let numbers = json!({"chunkId": "C", "chunkTotal": 3, "chunkSequenceNumber": "1"});
        let mut inside = numbers.clone();
        inside["chunkData"] = json!("abc");
        let beside = json!({"uuid": "1", "payload": {"chunkData": "abc"}, "metadata": numbers}).to_string();
        let expected = Part {
            of: "c".into(),
            total: 3,
            sequence: 1,
            text: "abc".into(),
        };
        for event in [
            event(inside),
            event(json!({"chunkData": "abc", "metadata": numbers})),
            Event::from_json(&beside).unwrap(),
        ] {
            assert_eq!(PayloadHead::of(&event).part, Some(expected.clone()));
        }
        let wrong = json!({"chunkData": "abc", "chunkId": "C", "chunkTotal": 1, "chunkSequenceNumber": 1});
        assert_eq!(PayloadHead::of(&event(wrong)).part, None);
    }
}
