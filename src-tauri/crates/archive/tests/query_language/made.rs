//! Queries that are made from an event find it, and nothing that differs.

use archive::query::{Context, Query, like, with_value};
use event::{Event, PayloadTree};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::HashSet;

use crate::session::parse;

fn event(payload: Value) -> Event {
    let event = json!({"uuid": "1", "type": "generic", "vendor": "com.example", "payload": payload});
    Event::from_json(&event.to_string()).unwrap()
}

fn finds(query: &str, event: &Event) -> bool {
    parse(query).unwrap().matches(event, &Context::default())
}

#[test]
fn events_like_one_have_its_name_type_and_source() {
    let sdk = |name: &str, source: &str| {
        event(
            json!({"ACPExtensionEventName": name, "ACPExtensionEventType": "com.adobe.eventType.edge",
            "ACPExtensionEventSource": format!("com.adobe.eventSource.{source}")}),
        )
    };
    let text = like(&sdk("AEP Request \"Event\"", "requestContent")).to_string();
    assert_eq!(text, r#"name:"AEP Request \"Event\"" type:edge source:requestcontent"#);
    assert!(finds(&text, &sdk("aep request \"event\"", "requestContent")));
    assert!(!finds(&text, &sdk("AEP Request \"Event\"", "responseContent")));
    let without = like(&event(json!({"type": "connect"}))).to_string();
    assert_eq!(without, "name:generic type:generic vendor:com.example");
    let not = like(&sdk("a", "b")).negated().to_string();
    assert_eq!(not, "NOT (name:a type:edge source:b)");
    let long = like(&sdk(&"long name ".repeat(1_000), "b"));
    assert!(finds(&long.to_string(), &sdk(&"long name ".repeat(1_000), "b")));
}

#[test]
fn a_value_is_asked_for_at_its_path() {
    let inner = json!({"requestId": "R 1", "deep": {"list": [1, {"x": "y"}]}, "text": "{\"a\": {\"b\": 2}}"});
    let found = event(json!({
        "status": 502, "ok": true, "no": null, "price": "10.0", "empty": "", "list": ["a", {"Device name": "iPhone"}],
        "a/b": {"~": {"x.y": 1}}, "long": "x".repeat(5_000), "messages": [inner.to_string()], "object": {},
    }));
    for (pointer, path, text) in [
        ("/status", Some("payload.status"), "payload.status:502"),
        ("/ok", Some("payload.ok"), "payload.ok:true"),
        ("/no", Some("payload.no"), "payload.no:null"),
        ("/price", Some("payload.price"), "payload.price:10.0"),
        ("/empty", Some("payload.empty"), "payload.empty:\"\""),
        ("/list/0", Some("payload.list"), "payload.list:a"),
        (
            "/list/1/Device name",
            Some("payload.list.\"Device name\""),
            "payload.list.\"Device name\":iPhone",
        ),
        (
            "/a~1b/~0/x.y",
            Some("payload.\"a/b\".\"~\".\"x.y\""),
            "payload.\"a/b\".\"~\".\"x.y\":1",
        ),
        ("/object", Some("payload.object"), "payload.object:*"),
        ("", Some("payload"), "payload:*"),
        (
            "/messages/0/requestId",
            None,
            r#"payload.messages:"*\"requestId\":\"R 1\"*""#,
        ),
        ("/messages/0/deep/list/1/x", None, r#"payload.messages:"*\"x\":\"y\"*""#),
        ("/messages/0/deep/list", None, r#"payload.messages:"*\"list\":*""#),
    ] {
        let made = with_value(&found, pointer).unwrap();
        assert_eq!(made.path.map(|path| path.to_string()).as_deref(), path, "{pointer}");
        assert_eq!(made.expression.to_string(), text, "{pointer}");
        assert!(finds(text, &found), "{text}");
        assert!(!finds(text, &event(json!(null))), "{text}");
    }
    for pointer in ["/long", "/messages/0/text/a/b", "/messages/0"] {
        let made = with_value(&found, pointer).unwrap();
        assert!(finds(&made.expression.to_string(), &found), "{pointer}");
        assert!(made.expression.to_string().len() < 1_000);
    }
    for nothing in ["status", "/status/x", "/none", "/list/7", "/list/x"] {
        assert_eq!(with_value(&found, nothing), None, "{nothing}");
    }
}

#[test]
fn a_payload_that_is_text_has_a_value_too() {
    let text = event(json!("a line of a log"));
    let made = with_value(&text, "").unwrap();
    assert_eq!(made.expression.to_string(), "payload:\"a line of a log\"");
    assert!(finds(&made.expression.to_string(), &text));
    let in_text = event(json!(json!({"name": "hit"}).to_string()));
    let made = with_value(&in_text, "/name").unwrap();
    assert_eq!(made.expression.to_string(), "payload.name:hit");
    assert!(finds(&made.expression.to_string(), &in_text));
}

/// Payloads full of odd keys and values, also as strings of JSON.
fn payloads() -> impl Strategy<Value = Value> {
    let text = prop_oneof![
        "[a-c*\"\\\\/~. {}\\[\\]:,0-9-]{0,6}",
        any::<String>(),
        Just("com.adobe.eventtype.x".to_owned()),
        Just("x..y".to_owned()),
    ];
    let one = prop_oneof![
        text.clone().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (-1e9..1e9_f64).prop_map(Value::from),
        any::<bool>().prop_map(Value::from),
        Just(Value::Null),
    ];
    one.prop_recursive(4, 24, 4, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((text.clone(), inner.clone()), 0..4)
                .prop_map(|pairs| Value::Object(pairs.into_iter().collect())),
            inner.prop_map(|inner| Value::from(inner.to_string())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 500, ..ProptestConfig::default() })]

    #[test]
    fn the_query_for_any_value_of_any_payload_finds_the_event(payload in payloads()) {
        let event = event(payload);
        let every = HashSet::<String>::new();
        for row in PayloadTree::new(&event).rows("", &every, 100, 0, 10_000).rows {
            let made = with_value(&event, &row.path);
            prop_assert!(made.is_some(), "{} of {}", &row.path, event.payload());
            let text = made.unwrap().expression.to_string();
            let query = parse(&text);
            prop_assert!(query.is_ok(), "{}", &text);
            prop_assert!(query.unwrap().matches(&event, &Context::default()), "{} in {}", &text, event.payload());
        }
    }

    #[test]
    fn the_query_for_events_like_any_finds_it(name in any::<String>(), kind in ".{0,12}", source in any::<String>(), vendor in any::<String>()) {
        let payload = json!({"ACPExtensionEventName": &name, "ACPExtensionEventType": &kind, "ACPExtensionEventSource": &source});
        for (payload, adobe) in [(payload, "generic"), (json!({"name": &name}), "service"), (json!(null), kind.as_str())] {
            let event = json!({"uuid": "1", "type": adobe, "vendor": &vendor, "payload": payload});
            let event = Event::from_json(&event.to_string()).unwrap();
            let text = like(&event).to_string();
            let query: Query = parse(&text).unwrap();
            prop_assert!(query.matches(&event, &Context::default()), "{} in {}", &text, event.raw());
        }
    }
}
