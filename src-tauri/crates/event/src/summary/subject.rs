//! The event that is described, opened once: payload, SDK data, type and source without prefixes.

use serde_json::Value;

use crate::event::{Event, OpenedPayload};
use crate::label::{Part, PayloadHead};

/// An event as definitions look at it.
pub(super) struct Subject<'a> {
    pub(super) event: &'a Event,
    pub(super) label: String,
    /// The payload; null when it is no JSON, or nested deeper than 128 levels.
    pub(super) payload: Value,
    /// The SDK's event type, lower-case, without `com.adobe.eventtype.`.
    pub(super) event_type: String,
    /// The SDK's event source, lower-case, without `com.adobe.eventsource.`.
    pub(super) source: String,
    /// The payload when it is text and not JSON.
    pub(super) plain_text: Option<String>,
    /// Which part it is of an event too large for the device to send at once.
    pub(super) part: Option<Part>,
}

/// As much of one value as a line of a summary shows.
const LONGEST_VALUE: usize = 300;

impl<'a> Subject<'a> {
    pub(super) fn new(event: &'a Event) -> Self {
        let (payload, plain_text) = match event.opened_payload() {
            OpenedPayload::Json(json) => (serde_json::from_str(&json).unwrap_or(Value::Null), None),
            OpenedPayload::Text(text) => (Value::Null, Some(text)),
        };
        let short = |key: &str, prefix: &str| {
            let lower = payload
                .get(key)
                .and_then(Value::as_str)
                .unwrap_or_default()
                .to_ascii_lowercase();
            lower.strip_prefix(prefix).unwrap_or(&lower).to_owned()
        };
        let head = PayloadHead::of(event);
        Self {
            label: head.label(&event.kind),
            event_type: short("ACPExtensionEventType", "com.adobe.eventtype."),
            source: short("ACPExtensionEventSource", "com.adobe.eventsource."),
            event,
            payload,
            plain_text,
            part: head.part,
        }
    }

    /// What the SDK's event carries.
    pub(super) fn data(&self) -> &Value {
        self.payload.get("ACPExtensionEventData").unwrap_or(&Value::Null)
    }

    /// A value of the payload by JSON pointer.
    pub(super) fn at(&self, pointer: &str) -> Option<&Value> {
        self.payload.pointer(pointer).filter(|value| !value.is_null())
    }

    /// A value of the SDK's data by JSON pointer.
    pub(super) fn data_at(&self, pointer: &str) -> Option<&Value> {
        self.data().pointer(pointer).filter(|value| !value.is_null())
    }

    /// A value of the payload as short text; empty when there is none.
    pub(super) fn text(&self, pointer: &str) -> String {
        self.at(pointer).map(in_words).unwrap_or_default()
    }

    /// A value of the SDK's data as short text; empty when there is none.
    pub(super) fn data_text(&self, pointer: &str) -> String {
        self.data_at(pointer).map(in_words).unwrap_or_default()
    }

    /// The payload's own `name`, which service events have.
    pub(super) fn name(&self) -> &str {
        self.payload.get("name").and_then(Value::as_str).unwrap_or_default()
    }

    pub(super) fn is_logged_as_error(&self) -> bool {
        self.at("/logLevel")
            .and_then(Value::as_str)
            .is_some_and(|level| level.eq_ignore_ascii_case("error"))
    }
}

/// A value as one short text: a list or object by its size.
pub(super) fn in_words(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => shortened(text),
        Value::Array(items) if items.iter().all(|item| item.is_string() || item.is_number()) => {
            shortened(&items.iter().map(in_words).collect::<Vec<_>>().join(", "))
        }
        Value::Array(items) => counted(items.len(), "item"),
        Value::Object(fields) => counted(fields.len(), "field"),
    }
}

/// "1 item", "2 items".
pub(super) fn counted(count: usize, of: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {of}{plural}")
}

/// The beginning of a long text.
pub(super) fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST_VALUE) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// The last part of a dotted or slashed name: `com.adobe.target/error` gives `error`.
pub(super) fn last_part(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

/// The name between the first pair of single quotes, as Adobe writes service names in messages.
pub(super) fn quoted(text: &str) -> Option<&str> {
    let rest = text.split_once('\'')?.1;
    rest.split_once('\'').map(|(name, _)| name)
}
