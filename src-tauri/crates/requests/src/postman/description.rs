//! Descriptions, which Postman writes as a text or as an object.

use serde_json::Value;

/// What something says of itself; empty when it says nothing.
pub(super) fn description(of: &Value) -> String {
    let text = match of.get("description") {
        Some(Value::String(text)) => Some(text.as_str()),
        Some(described) => described.get("content").and_then(Value::as_str),
        None => None,
    };
    text.unwrap_or_default().to_owned()
}

/// A text, a number or another value as a text: variables may hold any of them.
pub(super) fn plain(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}
