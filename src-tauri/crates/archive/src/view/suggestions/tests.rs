use serde_json::{Value, json};
use time::UtcOffset;

use super::*;
use crate::about::About;
use crate::archive::Archive;
use crate::query::{Query, completion};
use crate::view::EventFilter;

/// A view of an archive with these payloads, one a second.
fn view(payloads: &[Value]) -> (tempfile::TempDir, View) {
    let folder = tempfile::tempdir().unwrap();
    let archive = Archive::create(&folder.path().join("a.assurance"), &About::default()).unwrap();
    let events = payloads.iter().enumerate().map(|(number, payload)| {
        let event = json!({"uuid": number.to_string(), "timestamp": number, "vendor": "com.example shop",
            "type": "generic", "clientId": "C1", "payload": payload});
        Event::from_json(&event.to_string()).unwrap()
    });
    archive.insert(events.collect()).unwrap();
    (folder, View::new(Arc::new(archive), EventFilter::default()))
}

fn named(name: &str, data: Value) -> Value {
    json!({
        "ACPExtensionEventName": name,
        "ACPExtensionEventType": "com.adobe.eventtype.edge",
        "ACPExtensionEventSource": "com.adobe.eventsource.requestcontent",
        "ACPExtensionEventData": data,
    })
}

fn offered(view: &View, text: &str) -> Vec<Suggestion> {
    view.suggestions(&completion(text, usize::MAX))
}

fn inserts(view: &View, text: &str) -> Vec<String> {
    offered(view, text).into_iter().map(|one| one.insert).collect()
}

#[test]
fn values_of_fields_are_offered_with_their_counts() {
    let (_folder, view) = view(&[
        named("Checkout begun", json!({})),
        named("Order", json!({})),
        named("Checkout done", json!({})),
        named("Checkout done", json!({})),
    ]);
    let names = offered(&view, "has:error name:");
    assert_eq!(names[0].insert, "\"Checkout done\"");
    assert_eq!(names[0].of, SuggestionOf::Value { events: 2, among: 4 });
    assert_eq!(names.len(), 3);
    assert_eq!(inserts(&view, "name:\"checkout b"), ["\"Checkout begun\""]);
    assert_eq!(inserts(&view, "name:done"), ["\"Checkout done\""]);
    assert_eq!(inserts(&view, "type:"), ["edge", "generic"]);
    assert_eq!(inserts(&view, "source:(request"), ["requestcontent"]);
    assert_eq!(inserts(&view, "vendor:"), ["\"com.example shop\""]);
    assert_eq!(inserts(&view, "client:"), ["c1"]);
    assert!(inserts(&view, "type:edge").is_empty(), "what is there already");
    assert!(inserts(&view, "uuid:").is_empty());
    assert_eq!(inserts(&view, "flagged:t"), ["true"]);
    assert_eq!(
        inserts(&view, "-chec"),
        ["name:\"Checkout done\"", "name:\"Checkout begun\""],
        "a word to search for may be a value"
    );
    assert_eq!(inserts(&view, "sou")[0], "source:");
}

#[test]
fn keys_and_values_of_payloads_are_offered() {
    let in_text = json!({"status": 200, "name": "hit"}).to_string();
    let (_folder, view) = view(&[
        named(
            "a",
            json!({"items": [{"price": 5}, {"price": 7.5}], "Device name": "iPhone", "ok": true, "no": null}),
        ),
        named("a", json!({"items": [{"price": 5}], "id": "x\"y"})),
        json!(in_text),
        json!({"status": 502}),
    ]);
    assert_eq!(
        inserts(&view, "payload."),
        [
            "ACPExtensionEventData.",
            "ACPExtensionEventName:",
            "ACPExtensionEventSource:",
            "ACPExtensionEventType:",
            "status:",
            "name:"
        ]
    );
    let keys = offered(&view, "payload.ACPExtensionEventData.");
    assert_eq!(keys[0].insert, "items.");
    assert_eq!(keys[0].of, SuggestionOf::Key { events: 2, among: 4 });
    assert_eq!(
        inserts(&view, "payload.ACPExtensionEventData.dev"),
        ["\"Device name\":"]
    );
    assert_eq!(
        inserts(&view, "payload.ACPExtensionEventData.\"Device"),
        ["\"Device name\":"]
    );
    assert_eq!(inserts(&view, "payload.ACPExtensionEventData.items."), ["price:"]);
    assert_eq!(
        inserts(&view, "payload.ACPExtensionEventData.items.price:"),
        ["5", "7.5"]
    );
    assert_eq!(inserts(&view, "payload.ACPExtensionEventData.id:"), ["\"x\\\"y\""]);
    assert_eq!(inserts(&view, "payload.ACPExtensionEventData.ok:"), ["true"]);
    assert!(inserts(&view, "payload.ACPExtensionEventData.no:").is_empty());
    assert_eq!(inserts(&view, "payload.*.*:iph"), ["iPhone"]);
    assert_eq!(
        inserts(&view, "payload.status:"),
        ["200", "502"],
        "also in a payload that is a string"
    );
    assert_eq!(inserts(&view, "payload.*.items.price>"), ["5", "7.5"]);
    assert!(
        inserts(&view, "payload.*.id>").is_empty(),
        "only numbers are compared by size"
    );
    assert_eq!(inserts(&view, "event.ty"), ["type:"]);
}

#[test]
fn what_is_offered_finds_events() {
    let (_folder, view) = view(&[
        named("Cart \"1\" * (a)", json!({"a b": {"c.d": "e*f"}, "x": [{"y": -1.5e3}]})),
        json!({"name": "größe", "true": false}),
    ]);
    let events: Vec<Event> = ["0", "1"]
        .map(|uuid| view.archive().event(uuid).unwrap().unwrap())
        .into();
    let mut left: Vec<String> = ["", "name:", "vendor:", "payload.", "payload.name:", "g", "c"]
        .map(str::to_owned)
        .into();
    let mut found = 0;
    while let Some(text) = left.pop() {
        let typing = completion(&text, usize::MAX);
        let before: String = text.chars().take(typing.column - 1).collect();
        for one in view.suggestions(&typing) {
            let next = format!("{before}{}", one.insert);
            let is_value = matches!(one.of, SuggestionOf::Value { .. });
            let is_key = matches!(one.of, SuggestionOf::Key { .. });
            if is_key {
                left.push(next);
            } else if is_value {
                let query = Query::parse(&next, UtcOffset::UTC).unwrap();
                let asked = |event: &Event| query.matches(event, &crate::query::Context::default());
                assert!(events.iter().any(asked), "{next}");
                found += 1;
            }
        }
    }
    assert!(found > 8, "only {found}");
}

#[test]
fn of_very_many_values_only_the_likeliest_are_offered() {
    let payloads: Vec<Value> = (0..500)
        .map(|number| {
            named(
                &format!("Name {number}"),
                json!({"id": number, "long": "x".repeat(500)}),
            )
        })
        .collect();
    let (_folder, view) = view(&payloads);
    for text in ["name:", "payload.ACPExtensionEventData.id:", "n", "payload."] {
        assert!(offered(&view, text).len() <= 20, "{text}");
    }
    assert!(inserts(&view, "payload.ACPExtensionEventData.long:").is_empty());
    assert_eq!(inserts(&view, "payload.ACPExtensionEventData.id:499"), [] as [&str; 0]);
    let holding = inserts(&view, "payload.ACPExtensionEventData.id:49");
    assert_eq!(holding.len(), 14, "490 to 499, 149, 249, 349 and 449");
    assert!(holding[..10].iter().all(|id| id.starts_with("49")), "{holding:?}");
}
