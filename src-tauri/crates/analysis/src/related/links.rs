//! What an event says of others.

use event::{Event, OpenedPayload};
use serde_json::Value;

/// The identifiers in an event, in lower case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Links {
    /// The SDK's identifier of the event itself.
    pub(super) own: Option<String>,
    /// That of the event that it answers to.
    pub(super) parent: Option<String>,
    /// Identifiers of the request that it is about.
    pub(super) requests: Vec<String>,
    /// The SDK's identifiers of events that were sent with the request.
    pub(super) answers: Vec<String>,
}

/// A UUID's length: what an identifier of the Edge Network begins with.
const UUID_LENGTH: usize = 36;

impl Links {
    pub(super) fn of(event: &Event) -> Self {
        let payload: Value = match event.opened_payload() {
            OpenedPayload::Json(json) => serde_json::from_str(&json).unwrap_or_default(),
            OpenedPayload::Text(_) => Value::Null,
        };
        let at = |pointer: &str| identifier(payload.pointer(pointer));
        let requests = [
            "/ACPExtensionEventData/requestId",
            "/attributes/requestId",
            "/header/xactionId",
            "/attributes/hitId",
            "/attributes/primaryHitId",
        ];
        let answers = [
            "/ACPExtensionEventData/requestEventId",
            "/ACPExtensionEventData/requestEventIdentifier",
        ];
        let mut requests: Vec<String> = requests.into_iter().filter_map(at).map(of_request).collect();
        let mut answers: Vec<String> = answers.into_iter().filter_map(at).collect();
        answers.extend(sent(&payload));
        for list in [&mut requests, &mut answers] {
            list.sort_unstable();
            list.dedup();
        }
        Self {
            own: at("/ACPExtensionEventUniqueIdentifier"),
            parent: at("/ACPExtensionEventParentIdentifier"),
            requests,
            answers,
        }
    }

    /// All of them.
    pub(super) fn all(&self) -> Vec<String> {
        let one = self.own.iter().chain(&self.parent);
        one.chain(&self.requests).chain(&self.answers).cloned().collect()
    }
}

fn identifier(value: Option<&Value>) -> Option<String> {
    let text = value?.as_str()?.trim().to_lowercase();
    // Shorter ones are found in everything; longer ones are none.
    (8..=200).contains(&text.len()).then_some(text)
}

fn of_request(id: String) -> String {
    match id.get(..UUID_LENGTH) {
        Some(first) if id.as_bytes().get(UUID_LENGTH) == Some(&b'-') => first.to_owned(),
        _ => id,
    }
}

/// The event inside a hit, which Konductor tells as JSON in a string.
fn sent(payload: &Value) -> Option<String> {
    let messages = payload.get("messages")?.as_array()?;
    let hits = messages
        .iter()
        .filter_map(Value::as_str)
        .filter(|text| text.starts_with('{'));
    hits.filter_map(|text| serde_json::from_str::<Value>(text).ok())
        .find_map(|hit| identifier(hit.pointer("/event/xdm/_id")))
}
