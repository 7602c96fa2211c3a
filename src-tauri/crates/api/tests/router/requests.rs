//! Calls of any API, collections and runs, as the window asks for them.

mod answers;
mod collections;
mod drafts;
mod hosts;
mod peer;
mod running;
mod sending;

use serde_json::{Value, json};
use uuid::Uuid;

use crate::desk::Desk;

pub(crate) use peer::Peer;

/// A `GET` of an address.
pub(crate) fn get(url: &str) -> Value {
    json!({ "name": "", "method": "GET", "url": url, "headers": [], "body": { "mode": "none" } })
}

/// A request with a text as its body.
pub(crate) fn with_text(method: &str, url: &str, text: &str) -> Value {
    json!({ "name": "", "method": method, "url": url, "headers": [],
        "body": { "mode": "text", "text": text, "mediaType": "" } })
}

/// What asks to check or send a request.
pub(crate) fn under(integration: &str, request: &Value) -> Value {
    json!({ "integration": integration, "request": request, "collection": null, "environment": null })
}

/// What asks to send a request, with a new id.
pub(crate) fn sending(integration: &str, request: &Value) -> Value {
    let mut asked = under(integration, request);
    asked["sent"] = json!(Uuid::new_v4());
    asked
}

/// Sends a request; gives its answer.
pub(crate) async fn send(desk: &Desk, integration: &str, request: &Value) -> Value {
    desk.ask("request_send", sending(integration, request)).await
}

/// The text of an answer.
pub(crate) async fn text_of(desk: &Desk, answer: &Value) -> String {
    let request = json!({ "sent": answer["sent"], "offset": 0, "limit": 500 });
    let page = desk.ask("answer_raw", request).await;
    let lines = page["lines"].as_array().unwrap().iter();
    lines.map(|line| line.as_str().unwrap()).collect::<Vec<_>>().join("\n")
}

/// An answer as JSON.
pub(crate) async fn json_of(desk: &Desk, answer: &Value) -> Value {
    serde_json::from_str(&text_of(desk, answer).await).unwrap()
}
