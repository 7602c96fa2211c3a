//! Streaming validation: whether Experience Platform takes what was sent.

use serde_json::Value;

use super::definition::Definition;
use super::subject::Subject;

pub(super) const DEFINITIONS: &[Definition] = &[validation("generic"), validation("service")];

const fn validation(kind: &'static str) -> Definition {
    Definition::kind("Streaming validation", kind, "com.adobe.streaming.validation")
        .detail(|validation| messages(validation).next().unwrap_or_else(|| passed(validation)))
        .error_if(|validation| errors(validation).is_some_and(|errors| !errors.is_empty()))
        .lines(&[
            ("Message", "/header/msgType"),
            ("Dataset", "/header/datasetId"),
            ("Sandbox", "/header/sandboxName"),
            ("Event type", "/body/xdmEntity/eventType"),
            ("Request", "/header/xactionId"),
        ])
        .more(|validation| {
            messages(validation)
                .map(|message| ("Problem".to_owned(), message))
                .collect()
        })
}

fn errors<'s>(validation: &'s Subject<'_>) -> Option<&'s Vec<Value>> {
    let places = ["/_errors/_streamingValidation", "/body/_errors/_streamingValidation"];
    places.iter().find_map(|place| validation.at(place)?.as_array())
}

fn messages(validation: &Subject<'_>) -> impl Iterator<Item = String> {
    let message = |error: &Value| {
        error
            .get("message")
            .and_then(Value::as_str)
            .map_or_else(|| error.to_string(), str::to_owned)
    };
    errors(validation).into_iter().flatten().map(message)
}

fn passed(validation: &Subject<'_>) -> String {
    let event_type = validation.text("/body/xdmEntity/eventType");
    if event_type.is_empty() {
        "valid".to_owned()
    } else {
        format!("valid, {event_type}")
    }
}
