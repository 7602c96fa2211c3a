//! Finding events: every part of a filter, completion, queries made from what is seen, saved filters, all archives.

use api::contract::problem::ProblemCode;
use api::contract::tick::Tick;
use serde_json::{Value, json};

use crate::desk::{Desk, ViewOnDesk, assert_is_helpful, texts};
use crate::event_imports::Files;

/// A session of a shop: two requests, an answer that is an error, a shared state, and a line of the device's log.
fn shop(name: &str) -> Value {
    let sdk = |uuid: &str, at: i64, name: &str, kind: &str, source: &str, data: Value| {
        json!({"uuid": uuid, "eventNumber": at, "clientId": "C1", "timestamp": 1_700_000_000_000 + at * 1_000,
            "vendor": "com.adobe.griffon.mobile", "type": "generic",
            "payload": {"ACPExtensionEventName": name, "ACPExtensionEventData": data,
                "ACPExtensionEventType": format!("com.adobe.eventType.{kind}"),
                "ACPExtensionEventSource": format!("com.adobe.eventSource.{source}")}})
    };
    let messages = json!([json!({"requestId": "R 1"}).to_string()]);
    json!({"uuid": format!("session of {name}"), "name": name, "events": [
        sdk("e5", 5, "Shared state change", "hub", "sharedState", json!({"stateowner": "com.adobe.edge"})),
        {"uuid": "e4", "timestamp": 1_700_000_004_000i64, "clientId": "C1", "vendor": "com.adobe.griffon.mobile",
            "type": "log", "payload": "a line"},
        {"uuid": "e3", "timestamp": 1_700_000_003_000i64, "clientId": "C1", "vendor": "com.adobe.target",
            "type": "service", "payload": {"name": "com.adobe.target/error", "logLevel": "error",
                "context": {"status": 502}, "messages": messages}},
        sdk("e2", 2, "Checkout begun", "edge", "requestContent", json!({"Device name": "iPhone"})),
        sdk("e1", 1, "Checkout done", "edge", "requestContent", json!({"items": [{"price": 5}, {"price": 7}]})),
    ]})
}

async fn opened<'a>(desk: &'a Desk, files: &Files, name: &str) -> (ViewOnDesk<'a>, String) {
    let path = files.write(&format!("{name}.json"), shop(name).to_string());
    let archive = desk.imported(&path).await;
    (ViewOnDesk::of_archive(desk, &archive).await.0, archive)
}

impl ViewOnDesk<'_> {
    /// The identifiers that a filter leaves.
    async fn left(&self, filter: Value) -> Vec<String> {
        self.filter(filter).await;
        self.uuids().await
    }

    async fn completions(&self, text: &str) -> Value {
        let request = json!({ "view": self.id, "text": text, "column": text.chars().count() + 1 });
        self.desk.ask("query_complete", request).await
    }
}

#[tokio::test]
async fn every_part_of_a_filter_is_asked_for_and_counted() {
    let (desk, files) = (Desk::open(), Files::new());
    let (view, _) = opened(&desk, &files, "Shop").await;
    assert_eq!(view.left(json!({ "errors": true })).await, ["e3"]);
    assert_eq!(view.left(json!({ "sources": ["requestContent"] })).await, ["e1", "e2"]);
    assert_eq!(view.left(json!({ "names": ["checkout DONE"] })).await, ["e1"]);
    assert_eq!(
        view.left(json!({ "noise": ["sharedStates", "logs"] })).await,
        ["e1", "e2", "e3"]
    );
    let chips = json!({ "text": "checkout", "chips": ["NOT name:\"Checkout done\"", "type:edge OR type:hub"] });
    assert_eq!(view.left(chips).await, ["e2"]);

    view.filter(json!({ "types": ["edge"] })).await;
    let facets = view.command("view_facets").await;
    assert_eq!(facets["errors"], 0, "none is of this type");
    assert_eq!(texts(&facets["names"], "value"), ["Checkout begun", "Checkout done"]);
    assert_eq!(
        facets["sources"],
        json!([{ "value": "requestcontent", "label": "requestcontent", "count": 2 }])
    );
    view.filter(json!({ "names": ["Checkout done"] })).await;
    let facets = view.command("view_facets").await;
    assert_eq!(
        facets["names"].as_array().unwrap().len(),
        5,
        "others can still be chosen"
    );
    view.filter(json!({})).await;
    let facets = view.command("view_facets").await;
    assert_eq!(facets["errors"], 1);
    let none = &facets["sources"]
        .as_array()
        .unwrap()
        .iter()
        .find(|facet| facet["value"] == "");
    assert_eq!(none.unwrap()["label"], "(none)");

    let wrong = json!({ "view": view.id, "filter": { "chips": ["name:"] } });
    let problem = desk.refused("view_filter", wrong).await;
    assert_eq!(problem.code, ProblemCode::Query);
}

#[tokio::test]
async fn noise_is_counted_among_what_the_rest_of_the_filter_leaves() {
    let (desk, files) = (Desk::open(), Files::new());
    let (view, _) = opened(&desk, &files, "Shop").await;
    // Shared states, configuration, logs.
    let counts = async |filter: Value| {
        view.filter(filter).await;
        let noise = view.command("view_noise").await;
        let all = noise.as_array().unwrap();
        all.iter().map(|one| one["count"].as_u64().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(counts(json!({})).await, [1, 0, 1]);
    assert_eq!(counts(json!({ "text": "line" })).await, [0, 0, 1]);
    assert_eq!(counts(json!({ "types": ["HUB", "edge"] })).await, [1, 0, 0]);
    assert_eq!(counts(json!({ "errors": true })).await, [0, 0, 0]);
    assert_eq!(counts(json!({ "chips": ["-line"] })).await, [1, 0, 0]);
    let hides_logs = json!({ "noise": ["logs"] });
    assert_eq!(
        counts(hides_logs).await,
        [1, 0, 1],
        "what is hidden still tells how many"
    );
    let hides_both = json!({ "noise": ["logs", "sharedStates"], "text": "type:hub OR line" });
    assert_eq!(counts(hides_both).await, [1, 0, 1]);

    let hide = json!({ "view": view.id, "events": ["e4"], "change": { "what": "hide", "on": true } });
    desk.ask("events_mark", hide).await;
    assert_eq!(counts(json!({})).await, [1, 0, 0], "the list does not show it anyway");
    assert_eq!(counts(json!({ "text": "hidden:true" })).await, [0, 0, 1]);
}

#[tokio::test]
async fn what_fits_is_offered_while_a_query_is_typed() {
    let (desk, files) = (Desk::open(), Files::new());
    let (view, _) = opened(&desk, &files, "Shop").await;
    let names = view.completions("has:error name:che").await;
    assert_eq!((&names["column"], &names["length"]), (&json!(16), &json!(3)));
    assert_eq!(
        names["items"][0],
        json!({ "insert": "\"Checkout begun\"", "label": "Checkout begun", "detail": "1 of 5", "completionKind": "value" })
    );
    let keys = view.completions("payload.ACPExtensionEventData.dev").await;
    assert_eq!(texts(&keys["items"], "insert"), ["\"Device name\":"]);
    let values = view.completions("payload.ACPExtensionEventData.items.price>").await;
    assert_eq!(texts(&values["items"], "insert"), ["5", "7"]);
    let words = view.completions("che").await;
    assert_eq!(words["items"][0]["completionKind"], "condition");
    let request = json!({ "view": null, "text": "sou", "column": 4 });
    let fields = desk.ask("query_complete", request).await;
    assert_eq!(texts(&fields["items"], "insert"), ["source:"]);
    assert_eq!(fields["items"][0]["completionKind"], "field");
}

#[tokio::test]
async fn queries_are_made_from_what_is_seen() {
    let (desk, files) = (Desk::open(), Files::new());
    let (view, _) = opened(&desk, &files, "Shop").await;
    let like = async |event: &str, keep: &str| {
        let request = json!({ "view": view.id, "event": event, "keep": keep });
        let made = desk.ask("query_like", request).await;
        view.left(json!({ "chips": [made["text"]] })).await
    };
    assert_eq!(like("e1", "only").await, ["e1"]);
    assert_eq!(like("e3", "allBut").await, ["e1", "e2", "e4", "e5"]);
    let value = async |event: &str, path: &str, keep: &str| {
        let request = json!({ "view": view.id, "event": event, "path": path, "keep": keep });
        let made = desk.ask("query_value", request).await;
        let left = view.left(json!({ "text": made["text"] })).await;
        (made["path"].clone(), left)
    };
    let price = "/ACPExtensionEventData/items/1/price";
    assert_eq!(
        value("e1", price, "only").await,
        (
            json!("payload.ACPExtensionEventData.items.price"),
            vec!["e1".to_owned()]
        )
    );
    assert_eq!(
        value("e2", "/ACPExtensionEventData/Device name", "allBut")
            .await
            .1
            .len(),
        4
    );
    assert_eq!(
        value("e3", "/messages/0/requestId", "only").await,
        (Value::Null, vec!["e3".to_owned()])
    );
    let nothing = json!({ "view": view.id, "event": "e1", "path": "/none", "keep": "only" });
    assert_is_helpful(&desk.refused("query_value", nothing).await);

    let field = json!({ "list": "names", "value": "Checkout done", "keep": "allBut" });
    let made = desk.ask("query_field", field).await;
    assert_eq!(made["text"], "NOT name:\"Checkout done\"");
    for (text, opposite) in [
        ("type:edge", "NOT type:edge"),
        ("NOT type:edge", "type:edge"),
        ("a OR b", "NOT (a OR b)"),
        ("-(a b)", "a b"),
    ] {
        let made = desk.ask("query_negate", json!({ "text": text })).await;
        assert_eq!(made["text"], opposite, "{text}");
    }
    assert_is_helpful(&desk.refused("query_negate", json!({ "text": " " })).await);
}

#[tokio::test]
async fn filters_are_saved_replaced_and_forgotten_over_restarts() {
    let mut desk = Desk::open();
    assert_eq!(desk.ask("filters_list", Value::Null).await, json!([]));
    let mut ticks = desk.ticks();
    let filter = |text: &str| json!({ "text": text, "zoneMinutes": 60, "noise": ["logs"] });
    let save = async |desk: &Desk, name: &str, text: &str| {
        desk.ask("filter_save", json!({ "name": name, "filter": filter(text) }))
            .await
    };
    save(&desk, "edge", "type:edge").await;
    desk.tick(&mut ticks, |tick| matches!(tick, Tick::SavedFilters)).await;
    save(&desk, " Checkout ", "checkout").await;
    let all = save(&desk, "edge", "type:edge -hub").await;
    assert_eq!(texts(&all, "name"), ["Checkout", "edge"]);
    desk.restart();
    let all = desk.ask("filters_list", Value::Null).await;
    assert_eq!(
        (&all[1]["filter"]["text"], &all[1]["filter"]["noise"]),
        (&json!("type:edge -hub"), &json!(["logs"]))
    );
    let left = desk.ask("filter_delete", json!({ "name": "edge" })).await;
    assert_eq!(texts(&left, "name"), ["Checkout"]);
    for (name, text) in [("", "a"), ("x", "name:")] {
        let request = json!({ "name": name, "filter": { "text": text } });
        assert_is_helpful(&desk.refused("filter_save", request).await);
    }
}

#[tokio::test]
async fn all_archives_are_searched_open_or_not_and_stay_as_they_are() {
    let (desk, files) = (Desk::open(), Files::new());
    let (view, first) = opened(&desk, &files, "Shop").await;
    view.filter(json!({ "text": "nothing like this" })).await;
    let second = desk
        .imported(&files.write("other.json", shop("Other").to_string()))
        .await;
    let search = async |archive: &str, text: &str, limit: usize| {
        let request = json!({ "archive": archive, "text": text, "zoneMinutes": 0, "limit": limit });
        desk.ask("archive_search", request).await
    };
    for archive in [&first, &second] {
        let hits = search(archive, "checkout", 50).await;
        assert_eq!(
            (&hits["matched"], &hits["total"], &hits["problem"]),
            (&json!(2), &json!(5), &Value::Null)
        );
        assert_eq!(texts(&hits["rows"], "uuid"), ["e2", "e1"], "the newest first");
        let newest = search(archive, "checkout", 1).await;
        assert_eq!(texts(&newest["rows"], "uuid"), ["e2"]);
    }
    assert_eq!(view.status().await.matched, 0, "the list keeps its own filter");
    assert_eq!(desk.ask("view_list", Value::Null).await.as_array().unwrap().len(), 1);

    std::fs::write(desk.folder().join("archives").join("broken.assurance"), "no archive").unwrap();
    let broken = search("broken", "checkout", 5).await;
    assert_eq!(broken["problem"]["code"], "archive-unusable");
    let request = json!({ "archive": first, "text": "name:", "zoneMinutes": 0, "limit": 5 });
    assert_eq!(desk.refused("archive_search", request).await.code, ProblemCode::Query);
}
