//! What a debugger must bear: logs, blobs, large events in parts, payloads that are text, fields nobody announced.

use serde_json::{Value, json};

use super::app::App;
use super::draft::{Draft, Maker, SDK_VENDOR};

/// The SDK sends a payload above 24,576 bytes in parts of this many bytes.
const CHUNK: usize = 11_520;

/// Somebody turned log forwarding on, and lines of the device's log arrive.
pub(super) fn logs(app: &mut App) -> Vec<Draft> {
    let command = json!({"type": "logForwarding", "detail": {"enable": true}});
    let mut drafts = vec![Draft::new(Maker::Service, SDK_VENDOR, "control", command, 50)];
    for _ in 0..app.between(1, 4) {
        let line = app.pick(&[
            "[AEP SDK DEBUG - <EventHub>] Dispatching event: AEP Request Event",
            "[AEP SDK WARN - <Edge>] Unable to process the event, configuration is not ready",
            "[AEP SDK TRACE - <Messaging>] Event did not match any rule",
        ]);
        let payload = json!({"logline": line});
        drafts.push(Draft::new(Maker::App, SDK_VENDOR, "log", payload, 3));
    }
    drafts
}

/// A screenshot was asked for and uploaded.
pub(super) fn screenshot(app: &mut App) -> Vec<Draft> {
    let command = json!({"type": "screenshot", "detail": {}});
    let blob = json!({"blobId": app.lower_id(), "mimeType": "image/jpeg"});
    vec![
        Draft::new(Maker::Service, SDK_VENDOR, "control", command, 50),
        Draft::new(Maker::App, SDK_VENDOR, "blob", blob, 800),
    ]
}

/// A payload that is a JSON string: with JSON inside mostly, plain text sometimes.
pub(super) fn text_payload(app: &mut App) -> Vec<Draft> {
    let text = if app.chance(0.7) {
        let id = app.sdk_id();
        let data = json!({"key": "value", "count": 3});
        app.hub_event("Legacy bridge event", "custom", "none", &data, &id)
            .payload
            .to_string()
    } else {
        "legacy bridge: state=ready; queue=0".to_owned()
    };
    vec![Draft::new(Maker::App, SDK_VENDOR, "generic", Value::String(text), 20)]
}

/// An event of a newer SDK, with fields that nobody has seen, and numbers as iOS writes those that JSON has not.
pub(super) fn unknown_fields(app: &mut App) -> Vec<Draft> {
    let id = app.sdk_id();
    let data = json!({"speed": "NaN", "limit": "1.7976931348623157e+308", "nested": [[], {}, null, true]});
    let mut draft = app.hub_event("Sensor reading", "custom", "requestcontent", &data, &id);
    draft.payload["practiceTrace"] = json!({"spanId": app.hex(16), "sampled": false});
    draft.payload["ACPExtensionEventResponseIdentifier"] = app.sdk_id().into();
    vec![draft]
}

/// A shared state too large for one message.
pub(super) fn large_state(app: &mut App) -> Vec<Draft> {
    let id = app.sdk_id();
    let data = json!({"stateowner": "com.adobe.messaging"});
    let mut draft = app.hub_event("Shared state change", "hub", "sharedstate", &data, &id);
    let rules: Vec<Value> = (0..app.between(90, 140))
        .map(|number| {
            json!({
                "id": app.lower_id(),
                "name": format!("Rule {number}: spring offer — 春のセール"),
                "condition": {"type": "matcher", "definition": {"key": "~type", "matcher": "eq", "values": ["com.adobe.eventType.lifecycle"]}},
                "consequences": [{"id": app.lower_id(), "type": "cjmiam", "detail": {"html": "<html><body>Spring</body></html>"}}],
            })
        })
        .collect();
    draft.payload["metadata"] = json!({"state.data": {"rules": rules}});
    let moment = app.now;
    draft.stamp(moment, &mut app.rng);
    in_parts(app, &draft)
}

fn in_parts(app: &mut App, draft: &Draft) -> Vec<Draft> {
    let text = draft.payload.to_string();
    let parts = slices(&text);
    let chunk_id = app.sdk_id();
    let total = parts.len();
    let part = |(number, data): (usize, &&str)| Draft {
        payload: json!({"chunkData": data}),
        metadata: Some(json!({"chunkId": chunk_id, "chunkTotal": total, "chunkSequenceNumber": number})),
        gap: (number == 0).then_some(30),
        ..draft.clone()
    };
    parts.iter().enumerate().map(part).collect()
}

/// Cuts a text into parts of at most [`CHUNK`] bytes. Real SDKs may cut through a character; these do not.
fn slices(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let mut end = rest.len().min(CHUNK);
        while !rest.is_char_boundary(end) {
            end -= 1;
        }
        let (part, after) = rest.split_at(end);
        parts.push(part);
        rest = after;
    }
    parts
}
