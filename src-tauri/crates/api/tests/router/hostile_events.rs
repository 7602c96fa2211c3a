//! Events that no well-behaved device sends: every one is shown, in pieces of bounded size.

use serde_json::{Value, json};

use crate::desk::{Desk, PATIENCE, ViewOnDesk};

/// One answer of the details panel is never larger, whatever the event is.
const LARGEST_ANSWER: usize = 1_500_000;

/// The events of one session, put in as they are.
async fn inspect(desk: &Desk, events: Value) -> ViewOnDesk<'_> {
    let integration = desk.integration().await;
    let session = desk.session(&integration, "Hostile").await;
    desk.workspace.put_events(&session, events).await;
    ViewOnDesk::open(desk, &integration, &session).await
}

/// The only event, once it is there.
async fn only_event(view: &ViewOnDesk<'_>) -> String {
    view.until(|status| status.total == 1).await;
    let page = view.rows(0, 500).await;
    assert!(page.to_string().len() < 10_000, "a row stays small");
    page["rows"][0]["uuid"].as_str().unwrap().to_owned()
}

/// Everything that the panel asks of an event answers, and no answer is large.
async fn every_panel_answers(view: &ViewOnDesk<'_>, event: &str) {
    for answer in [
        view.details(event).await,
        view.tree(event, "").await,
        view.tree(event, "a").await,
        view.tree_from(event, "bottom", 9_000, 50).await,
        view.raw(event).await,
    ] {
        let size = answer.to_string().len();
        assert!(size < LARGEST_ANSWER, "{size} bytes: {:.200}", answer.to_string());
    }
    view.copy(event, None).await;
    view.copy(event, Some("")).await;
}

#[tokio::test]
async fn a_payload_that_is_not_json_is_shown_as_text() {
    let desk = Desk::open();
    let view = inspect(&desk, json!([{ "payload": "{ not: json" }])).await;
    let event = only_event(&view).await;
    let details = view.details(&event).await;
    assert!(details["note"].as_str().unwrap().contains("not JSON"), "{details}");
    let tree = view.tree(&event, "").await;
    assert_eq!(
        (&tree["total"], &tree["rows"][0]["preview"]),
        (&json!(1), &json!("{ not: json"))
    );
    every_panel_answers(&view, &event).await;
}

#[tokio::test]
async fn payloads_of_every_json_kind_are_shown() {
    let desk = Desk::open();
    let kinds = [
        json!(null),
        json!(true),
        json!(-1.5e300),
        json!(""),
        json!([]),
        json!({}),
        json!([[], {}]),
    ];
    let events: Vec<_> = kinds.iter().map(|payload| json!({ "payload": payload })).collect();
    let view = inspect(&desk, json!(events)).await;
    view.until(|status| status.total == kinds.len()).await;
    for row in view.rows(0, 500).await["rows"].as_array().unwrap() {
        every_panel_answers(&view, row["uuid"].as_str().unwrap()).await;
    }
}

#[tokio::test]
async fn json_that_was_sent_as_a_string_opens_as_a_tree() {
    let desk = Desk::open();
    let view = inspect(&desk, json!([{ "payload": "{\"state\":{\"cart\":3}}" }])).await;
    let event = only_event(&view).await;
    assert!(
        view.details(&event).await["note"]
            .as_str()
            .unwrap()
            .contains("as a string")
    );
    let tree = view.tree(&event, "cart").await;
    assert_eq!(
        (&tree["hits"], &tree["rows"][2]["path"]),
        (&json!(1), &json!("/state/cart"))
    );
    view.copy(&event, Some("/state/cart")).await;
    assert_eq!(desk.desktop.copied().last().unwrap(), &("3".to_owned(), false));
}

#[tokio::test]
async fn parts_of_a_large_event_become_one_when_all_are_there() {
    let part = |number: u32, text: &str| {
        let metadata = json!({ "chunkId": "c1", "chunkTotal": 2, "chunkSequenceNumber": number });
        json!([{ "payload": { "chunkData": text }, "metadata": metadata }])
    };
    let desk = Desk::open();
    let integration = desk.integration().await;
    let session = desk.session(&integration, "Parts").await;
    desk.workspace.put_events(&session, part(1, "\"whole\":true}")).await;
    let view = ViewOnDesk::open(&desk, &integration, &session).await;
    let half = only_event(&view).await;
    assert!(view.details(&half).await["note"].as_str().unwrap().contains("one part"));
    every_panel_answers(&view, &half).await;

    desk.workspace.put_events(&session, part(0, "{\"is\":\"now\",")).await;
    let mut ticks = desk.ticks();
    view.command("view_resume").await;
    // Who looks at the part is shown the whole.
    let whole = async {
        while view.details(&half).await["note"] != Value::Null {
            ticks.recv().await.expect("something is told when events arrive");
        }
    };
    let waited = tokio::time::timeout(PATIENCE, whole).await;
    assert!(waited.is_ok(), "the parts become one");
    let tree = view.tree(&half, "whole").await;
    assert_eq!(
        (&tree["hits"], &tree["rows"][1]["preview"]),
        (&json!(1), &json!("true"))
    );
}

#[tokio::test]
async fn five_megabytes_come_in_small_pieces() {
    let desk = Desk::open();
    let entries: Vec<_> = (0..20_000)
        .map(|number| json!({ "a": number, "note": "x".repeat(100) }))
        .collect();
    let long = "ä".repeat(1_500_000);
    let view = inspect(&desk, json!([{ "payload": { "entries": entries, "long": long } }])).await;
    let event = only_event(&view).await;
    every_panel_answers(&view, &event).await;
    let details = view.details(&event).await;
    assert!(details["bytes"].as_u64().unwrap() > 5_000_000, "{details}");
    assert_eq!(view.tree(&event, "note").await["hits"], 20_000);
    view.copy(&event, Some("/long")).await;
    assert_eq!(desk.desktop.copied().last().unwrap().0.chars().count(), 1_500_000);
}

#[tokio::test]
async fn ten_thousand_levels_are_no_crash() {
    const LEVELS: usize = 10_000;
    let desk = Desk::open();
    for (open, inner, close) in [("{\"a\":", "\"bottom\"", "}"), ("[", "\"bottom\"", "]")] {
        let payload = open.repeat(LEVELS) + inner + &close.repeat(LEVELS);
        let payload: Box<serde_json::value::RawValue> = serde_json::from_str(&payload).unwrap();
        // A string that holds it goes through every JSON reader on the way.
        let events = json!([{ "payload": payload.get() }]);
        let integration = desk.integration().await;
        let session = desk.session(&integration, "Deep").await;
        desk.workspace.put_events(&session, events).await;
        let view = ViewOnDesk::open(&desk, &integration, &session).await;
        let event = only_event(&view).await;
        every_panel_answers(&view, &event).await;
        assert_eq!(view.tree(&event, "bottom").await["hits"], 1);
    }
}

#[tokio::test]
async fn unknown_fields_are_kept_and_markup_is_text() {
    let desk = Desk::open();
    let markup = "<img src=x onerror=alert(1)>";
    let view = inspect(
        &desk,
        json!([{
            "vendor": markup,
            "type": "no such type",
            "eventNumber": -7,
            "timestamp": i64::MAX / 1_000_000,
            "clientId": "11111111-2222-4333-8444-555555555555",
            "payload": { "ACPExtensionEventName": markup, markup: [markup], "~/a~1": { "ä/": 1 } },
            "metadata": { "of": "tomorrow" },
        }]),
    )
    .await;
    let event = only_event(&view).await;
    let row = view.rows(0, 1).await["rows"][0].take();
    assert_eq!((&row["vendor"], &row["label"]), (&json!(markup), &json!(markup)));
    assert_eq!(
        (&row["eventType"], &row["eventNumber"]),
        (&json!("no such type"), &json!(-7))
    );
    every_panel_answers(&view, &event).await;
    assert!(view.raw(&event).await.to_string().contains("tomorrow"));
    let tree = view.tree(&event, "ä/").await;
    let path = tree["rows"][2]["path"].as_str().unwrap();
    assert_eq!(path, "/~0~1a~01/ä~1");
    view.copy(&event, Some(path)).await;
    assert_eq!(desk.desktop.copied().last().unwrap().0, "1");
    let mut nowhere = view.event(&event);
    nowhere["path"] = "/no/such/place".into();
    desk.refused("event_copy", nowhere).await;
    desk.refused("event_details", view.event("no such event")).await;
}

/// Turns what follows round, hides, ends a line, and colours a terminal.
const UNSEEN: [char; 5] = ['\u{202e}', '\u{200b}', '\u{0}', '\u{1b}', '\u{2066}'];

#[tokio::test]
async fn no_text_that_is_shown_reads_as_another_one() {
    let desk = Desk::open();
    let odd = format!("pay{}gpj.exe", UNSEEN.iter().collect::<String>());
    let event = |at: i64, kind: &str, payload: Value| json!({ "vendor": odd, "type": kind, "timestamp": at, "clientId": "11111111-2222-4333-8444-555555555555", "payload": payload });
    let payload = |source: &str| {
        json!({
            "ACPExtensionEventName": odd,
            "ACPExtensionEventType": odd,
            "ACPExtensionEventSource": source,
            "ACPExtensionEventData": { "stateowner": odd, &odd: { &odd: odd }, "requestId": odd },
            "logLevel": "error",
            "message": odd,
            "deviceInfo": { "Device name": odd, "Operating system": odd },
        })
    };
    let view = inspect(
        &desk,
        json!([
            event(1_000, "client", payload("com.adobe.eventsource.none")),
            event(2_000, "generic", payload("com.adobe.eventsource.sharedstate")),
            event(3_000, "log", payload(&odd)),
            event(4_000, "service", payload(&odd)),
            event(5_000, &odd, payload(&odd)),
        ]),
    )
    .await;
    view.until(|status| status.total == 5).await;

    let mut shown = vec![view.rows(0, 500).await];
    for row in shown[0]["rows"].clone().as_array().unwrap() {
        let event = row["uuid"].as_str().unwrap();
        shown.extend([
            view.details(event).await,
            view.tree(event, "gpj").await,
            view.raw(event).await,
        ]);
        shown.push(desk.ask("event_related", view.event(event)).await);
        let mut other = view.event(event);
        let asked = json!({ "other": { "with": "previous" }, "ignoreVolatile": false, "onlyChanges": false, "offset": 0, "limit": 500 });
        other
            .as_object_mut()
            .unwrap()
            .extend(asked.as_object().unwrap().clone());
        shown.push(desk.ask("event_diff", other).await);
    }
    for kind in analysis::ALL {
        let windows: Vec<Value> = [
            "events",
            "history",
            "states",
            "transactions",
            "errors",
            "clients",
            "logs",
        ]
        .iter()
        .map(|section| json!({ "section": section, "offset": 0, "limit": 100 }))
        .collect();
        let asked = json!({ "view": view.id, "analysis": kind.id, "client": null, "at": null, "search": "", "chosen": odd, "windows": windows });
        shown.push(desk.ask("analysis_read", asked).await);
    }
    let text = Value::Array(shown).to_string();
    assert!(
        text.matches("[U+202E][U+200B][U+0000][U+001B][U+2066]gpj.exe").count() > 40,
        "the texts are there"
    );
    let mut places = Vec::new();
    unseen_in(&serde_json::from_str(&text).unwrap(), "", &mut places);
    assert_eq!(places, Vec::<String>::new());
}

/// Where an answer holds what a reader cannot see; identifiers and paths are not read by anybody.
fn unseen_in(answer: &Value, place: &str, places: &mut Vec<String>) {
    match answer {
        Value::String(text) if text.contains(UNSEEN) => places.push(place.to_owned()),
        Value::Array(items) => items.iter().for_each(|item| unseen_in(item, place, places)),
        Value::Object(fields) => {
            for (key, value) in fields {
                if !["path", "uuid", "id", "clientId", "client", "event"].contains(&key.as_str()) {
                    unseen_in(value, &format!("{place}/{key}"), places);
                }
            }
        }
        _ => {}
    }
}

#[tokio::test]
async fn a_link_of_an_event_is_told_and_only_the_web_is_opened() {
    let desk = Desk::open();
    let view = inspect(
        &desk,
        json!([{ "payload": { "page": "https://shop.example/cart?id=1", "app": "acme://cart", "price": 3 } }]),
    )
    .await;
    let event = only_event(&view).await;
    let at = |path: &str| {
        let mut request = view.event(&event);
        request["path"] = path.into();
        request
    };
    let told = desk.ask("event_link", at("/page")).await;
    assert_eq!(
        told,
        json!({ "address": "https://shop.example/cart?id=1", "host": "shop.example", "isPlain": false })
    );
    assert!(desk.desktop.pages().is_empty(), "asking opens nothing");
    desk.ask("event_link_open", at("/page")).await;
    assert_eq!(desk.desktop.pages(), ["https://shop.example/cart?id=1"]);
    for path in ["/app", "/price", "/none", ""] {
        desk.refused("event_link", at(path)).await;
        desk.refused("event_link_open", at(path)).await;
    }
    assert_eq!(desk.desktop.pages().len(), 1);
}
