use archive::About;
use serde_json::{Value, json};

use super::*;

const REQUEST: &str = "11111111-0000-4000-8000-000000000001";

fn id(number: u32) -> String {
    format!("AAAAAAAA-0000-4000-8000-{number:012}")
}

#[expect(clippy::needless_pass_by_value, reason = "a test reads best with its JSON in place")]
fn sdk(number: u32, parent: Option<u32>, event_type: &str, data: Value) -> Value {
    let mut event = json!({"uuid": format!("u{number}"), "timestamp": number, "type": "generic",
    "vendor": "com.adobe.griffon.mobile", "payload": {
        "ACPExtensionEventName": format!("Event {number}"),
        "ACPExtensionEventType": format!("com.adobe.eventType.{event_type}"),
        "ACPExtensionEventUniqueIdentifier": id(number),
        "ACPExtensionEventData": data,
    }});
    if let Some(parent) = parent {
        event["payload"]["ACPExtensionEventParentIdentifier"] = json!(id(parent).to_lowercase());
    }
    event
}

#[expect(clippy::needless_pass_by_value, reason = "a test reads best with its JSON in place")]
fn service(number: u32, name: &str, messages: Value) -> Value {
    json!({"uuid": format!("u{number}"), "timestamp": number, "type": "service", "vendor": "com.adobe.edge.konductor",
        "payload": {"name": name, "messages": messages,
            "attributes": {"requestId": format!("{}-0123456789abcdef", REQUEST.to_uppercase())}}})
}

fn look(events: &[Value], uuid: &str) -> Related {
    let folder = tempfile::tempdir().unwrap();
    let archive = Archive::create(&folder.path().join("a.assurance"), &About::default()).unwrap();
    let read = |event: &Value| Event::from_json(&event.to_string()).unwrap();
    archive.insert(events.iter().map(read).collect()).unwrap();
    let event = archive.event(uuid).unwrap().unwrap();
    related(&archive, &event).unwrap()
}

fn family(related: &Related) -> Vec<(&str, usize)> {
    let relatives = related.family.iter();
    relatives
        .map(|relative| (relative.event.uuid.as_str(), relative.depth))
        .collect()
}

fn request(related: &Related) -> Vec<&str> {
    related.request.iter().map(|event| event.uuid.as_str()).collect()
}

#[test]
fn the_family_goes_up_to_the_first_and_down_to_the_last() {
    let none = || json!({});
    let events = [
        sdk(1, None, "generic.track", none()),
        sdk(2, Some(1), "edge", none()),
        sdk(3, Some(2), "hub", none()),
        sdk(4, Some(2), "edge", none()),
        sdk(5, Some(4), "edge", none()),
        sdk(6, Some(5), "edge", none()),
        sdk(7, None, "edge", none()),
    ];
    let found = look(&events, "u4");
    assert_eq!(
        family(&found),
        [("u1", 0), ("u2", 1), ("u3", 2), ("u4", 2), ("u5", 3), ("u6", 4)]
    );
    assert_eq!(found.parent.as_deref(), Some("u2"));
    assert!(look(&events, "u7").family.is_empty());
}

#[test]
fn missing_parents_and_circles_end_the_way_up() {
    let events = [
        sdk(1, Some(2), "edge", json!({})),
        sdk(2, Some(1), "edge", json!({})),
        sdk(3, Some(99), "edge", json!({})),
        sdk(4, Some(99), "edge", json!({})),
        sdk(5, Some(5), "edge", json!({})),
    ];
    assert_eq!(family(&look(&events, "u1")), [("u2", 0), ("u1", 1)]);
    let orphan = look(&events, "u3");
    assert_eq!(family(&orphan), [("u3", 0), ("u4", 0)]);
    assert_eq!(orphan.parent, None);
    assert!(look(&events, "u5").family.is_empty());
}

#[test]
fn a_request_is_found_from_any_of_its_events() {
    let hit = json!({"event": {"xdm": {"_id": id(1)}}}).to_string();
    let events = [
        sdk(1, None, "edge", json!({"xdm": {"eventType": "commerce.purchases"}})),
        service(2, "hitReceived", json!(["Request received.", hit])),
        sdk(
            3,
            None,
            "edge",
            json!({"requestId": REQUEST, "requestEventId": id(1).to_lowercase()}),
        ),
        service(4, "com.adobe.target/error", json!([])),
        json!({"uuid": "u5", "timestamp": 5, "type": "generic", "vendor": "com.adobe.streaming.validation",
            "payload": {"header": {"xactionId": format!("{REQUEST}-0123456789abcdef")}}}),
        sdk(
            6,
            None,
            "edge",
            json!({"requestId": "22222222-0000-4000-8000-000000000001"}),
        ),
    ];
    for from in ["u1", "u2", "u3", "u4", "u5"] {
        assert_eq!(request(&look(&events, from)), ["u1", "u2", "u3", "u4", "u5"], "{from}");
    }
    assert!(look(&events, "u6").request.is_empty());
}

#[test]
fn odd_payloads_have_no_relatives() {
    for payload in [
        json!(null),
        json!([]),
        json!("text"),
        json!({"messages": 7, "attributes": []}),
    ] {
        let event = json!({"uuid": "a", "type": "service", "payload": payload});
        let found = look(&[event], "a");
        assert!(found.family.is_empty() && found.request.is_empty() && found.parent.is_none());
    }
}
