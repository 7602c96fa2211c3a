//! `has:error` finds what the summary of an event calls an error.

use archive::query::Context;
use event::{Event, summary};
use serde_json::{Value, json};

use crate::session::{events, parse};

fn sdk(event_type: &str, source: &str, data: &Value) -> Value {
    json!({"uuid": "1", "vendor": "com.adobe.griffon.mobile", "type": "generic", "payload": {
        "ACPExtensionEventName": "Own name",
        "ACPExtensionEventType": format!("com.adobe.eventType.{event_type}"),
        "ACPExtensionEventSource": format!("com.adobe.eventSource.{source}"),
        "ACPExtensionEventData": data,
    }})
}

fn other(kind: &str, vendor: &str, payload: &Value) -> Value {
    json!({"uuid": "1", "vendor": vendor, "type": kind, "payload": payload})
}

fn service(payload: &Value) -> Value {
    other("service", "com.adobe.edge.konductor", payload)
}

fn shapes() -> Vec<Value> {
    let streaming = |payload| other("generic", "com.adobe.streaming.validation", &payload);
    let problem = json!([{"message": "price is not a number"}]);
    let push = |payload| other("Push Service", "com.adobe.cepheus", &payload);
    vec![
        other(
            "client",
            "com.adobe.griffon.mobile",
            &json!({"type": "connect", "deviceInfo": {}}),
        ),
        other("client", "com.adobe.griffon.mobile", &json!({"type": "disconnect"})),
        other("log", "v", &json!({"logline": "error"})),
        sdk("hub", "sharedState", &json!({"stateowner": "com.adobe.edge"})),
        sdk(
            "configuration",
            "responseContent",
            &json!({"build.environment": "prod"}),
        ),
        sdk(
            "edge",
            "requestContent",
            &json!({"xdm": {"eventType": "error"}, "status": 502}),
        ),
        sdk("edge", "state:store", &json!({"type": "state:store", "requestId": "R"})),
        sdk("edge", "errorResponseContent", &json!({"status": 502})),
        sdk("own", "errorResponseContent", &json!({})),
        sdk("edge", "contentComplete", &json!({})),
        service(&json!({"name": "hitReceived", "logLevel": "log", "messages": ["Request received."]})),
        service(&json!({"name": "com.adobe.target/error", "logLevel": "error", "context": {"status": 502}})),
        service(&json!({"name": "com.adobe.target/error"})),
        service(&json!({"name": "ERROR"})),
        service(&json!({"name": "com.adobe.target/not-enabled", "logLevel": "info"})),
        service(&json!({"name": "own", "logLevel": "Error"})),
        service(&json!({"name": "terror"})),
        service(&json!("{\"name\": \"own\", \"logLevel\": \"error\"}")),
        other("generic", "v", &json!({"name": "error"})),
        streaming(json!({"body": {"xdmEntity": {"eventType": "a.b"}}})),
        streaming(json!({"_errors": {"_streamingValidation": problem}})),
        streaming(json!({"body": {"_errors": {"_streamingValidation": problem}}})),
        streaming(json!({"_errors": {"_streamingValidation": []}})),
        push(json!({"event": "sent", "status": 200})),
        push(json!({"event": "sent", "status": 410})),
        push(json!({"event": "sent", "responseCode": "400"})),
        push(json!({"event": "sent", "feedback": {"status": 500}})),
        other("service", "com.adobe.cepheus", &json!({"event": "sent", "status": 410})),
        other("netres", "v", &json!({"statusCode": 404})),
        other("netres", "v", &json!({"statusCode": 204})),
        other("netreq", "v", &json!({"statusCode": 404})),
        other("generic", "v", &json!("text")),
        other("generic", "v", &json!(null)),
    ]
}

#[test]
fn it_agrees_with_the_summary() {
    let query = parse("has:error").unwrap();
    let made = shapes()
        .into_iter()
        .map(|shape| Event::from_json(&shape.to_string()).unwrap());
    let (mut right, mut wrong) = (0, 0);
    for event in made.chain(events()) {
        let is_error = summary(&event).is_error;
        assert_eq!(query.matches(&event, &Context::default()), is_error, "{}", event.raw());
        if is_error { right += 1 } else { wrong += 1 }
    }
    assert!(right > 10 && wrong > 10, "both are there");
}
