//! Adobe's views over the events of simulated devices.

use api::contract::problem::ProblemCode;
use serde_json::{Value, json};

use crate::desk::{Desk, ViewOnDesk, texts};

async fn read(view: &ViewOnDesk<'_>, analysis: &str, more: Value) -> Value {
    let mut request = json!({ "view": view.id, "analysis": analysis, "client": null, "at": null, "search": "",
        "chosen": null, "windows": [] });
    request
        .as_object_mut()
        .unwrap()
        .extend(more.as_object().unwrap().clone());
    view.desk.ask("analysis_read", request).await
}

/// Reads until all is read.
async fn read_all(view: &ViewOnDesk<'_>, analysis: &str, more: Value) -> Value {
    loop {
        let page = read(view, analysis, more.clone()).await;
        if page["progress"].is_null() {
            return page;
        }
    }
}

fn history_of(view: &ViewOnDesk<'_>, event: &str, offset: usize) -> Value {
    json!({ "view": view.id, "event": event, "offset": offset, "limit": 100 })
}

fn section<'a>(page: &'a Value, id: &str) -> &'a Value {
    let sections = page["drawing"]["sections"].as_array().unwrap();
    let found = sections.iter().find(|section| section["id"] == id);
    found.unwrap_or_else(|| panic!("{id} is among {}", page["drawing"]))
}

#[tokio::test]
async fn every_analysis_tells_of_simulated_devices() {
    let desk = Desk::open();
    let tried = desk.ask("practice_try", Value::Null).await;
    let (integration, session) = (
        tried["integration"].as_str().unwrap(),
        tried["session"].as_str().unwrap(),
    );
    let view = ViewOnDesk::open(&desk, integration, session).await;
    for device in ["iphone", "pixel"] {
        desk.ask(
            "practice_connect_device",
            json!({ "session": session, "device": device }),
        )
        .await;
    }
    view.until(|status| status.total >= 90 && status.clients.len() == 2)
        .await;
    view.command("view_pause").await;

    let kinds = desk.ask("analyses_list", Value::Null).await;
    let ids = texts(&kinds, "id");
    assert_eq!(
        ids,
        [
            "transactions",
            "errors",
            "states",
            "configuration",
            "extensions",
            "analytics",
            "clients",
            "logs",
        ]
    );
    for analysis in &ids {
        let page = read_all(&view, analysis, json!({})).await;
        let is_empty = page["drawing"]["nothing"].is_string();
        let may_be_empty = ["errors", "analytics"].contains(analysis);
        assert!(!is_empty || may_be_empty, "{analysis}: {}", page["drawing"]);
        assert_eq!(
            page["revision"],
            read_all(&view, analysis, json!({})).await["revision"],
            "the list is paused"
        );
    }

    let transactions = read_all(&view, "transactions", json!({})).await;
    let row = &section(&transactions, "transactions")["rows"][0];
    let opened = read_all(&view, "transactions", json!({ "chosen": row["id"] })).await;
    assert!(section(&opened, "events")["total"].as_u64().unwrap() >= 1);
    view.details(row["event"].as_str().unwrap()).await;

    let configuration = read_all(&view, "configuration", json!({})).await;
    let notices = configuration["drawing"]["notices"].to_string();
    assert!(!notices.contains("Another organization"), "{notices}");
    assert_eq!(
        section(&read_all(&view, "clients", json!({})).await, "clients")["total"],
        2
    );

    let states = read_all(&view, "states", json!({})).await;
    let state = &section(&states, "states")["rows"][0];
    let history = desk
        .ask(
            "event_state_history",
            history_of(&view, state["event"].as_str().unwrap(), 0),
        )
        .await;
    let newest = &section(&history, "history")["rows"][0];
    assert_eq!((&newest["event"], &newest["id"]), (&state["event"], &state["event"]));
    assert_eq!(history["drawing"]["sections"].as_array().unwrap().len(), 1);
    let request = row["event"].as_str().unwrap();
    let none = desk.ask("event_state_history", history_of(&view, request, 0)).await;
    assert!(none["drawing"]["nothing"].is_string());
}

#[tokio::test]
async fn what_is_not_there_is_refused() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let session = desk.session(&integration, "Empty").await;
    let view = ViewOnDesk::open(&desk, &integration, &session).await;
    let request = json!({ "view": view.id, "analysis": "weather", "client": null, "at": null, "search": "",
        "chosen": null, "windows": [] });
    assert_eq!(desk.refused("analysis_read", request).await.code, ProblemCode::NotFound);
    assert_eq!(
        desk.refused("event_state_history", history_of(&view, "nobody", 0))
            .await
            .code,
        ProblemCode::NotFound
    );
    for analysis in texts(&desk.ask("analyses_list", Value::Null).await, "id") {
        let page = read_all(&view, analysis, json!({})).await;
        assert!(
            page["drawing"]["nothing"].is_string(),
            "{analysis} says what would bring something"
        );
    }
}

/// A line of the log at so many seconds, and a shared state.
fn log(second: i64) -> Value {
    json!({"uuid": format!("00000000-0000-0000-0000-{second:012}"), "type": "log",
        "timestamp": 1_700_000_000_000i64 + second * 1_000, "payload": {"logline": format!("line {second}")}})
}

#[tokio::test]
async fn an_analysis_shows_what_the_list_may_show() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let session = desk.session(&integration, "Logs").await;
    desk.workspace
        .put_events(&session, (1..=4).map(log).collect::<Vec<_>>().into())
        .await;
    let view = ViewOnDesk::open(&desk, &integration, &session).await;
    view.until(|status| status.total == 4).await;
    let counted = async || {
        let page = read_all(&view, "logs", json!({})).await;
        let total = page["drawing"]["sections"][0]["total"].as_u64().unwrap_or(0);
        let noise = view.command("view_noise").await;
        let logs = noise.as_array().unwrap().iter().find(|count| count["noise"] == "logs");
        assert_eq!(
            logs.unwrap()["count"].as_u64(),
            Some(total),
            "the noise menu counts the same"
        );
        (total, page["drawing"]["hidden"].as_u64().unwrap())
    };
    assert_eq!(counted().await, (4, 0));

    let first = log(1)["uuid"].clone();
    let hide = |on: bool| json!({ "view": view.id, "events": [first], "change": { "what": "hide", "on": on } });
    desk.ask("events_mark", hide(true)).await;
    assert_eq!(counted().await, (3, 1));
    let timeline = json!({ "view": view.id, "from": null, "to": null, "buckets": 3 });
    let density = desk.ask("view_timeline", timeline.clone()).await;
    assert_eq!(
        (&density["all"], &density["first"]),
        (&json!([1, 1, 1]), &log(2)["timestamp"])
    );
    desk.ask("view_show_hidden", json!({ "view": view.id, "show": true }))
        .await;
    assert_eq!(counted().await, (4, 0));
    assert_eq!(desk.ask("view_timeline", timeline).await["first"], log(1)["timestamp"]);
    desk.ask("view_show_hidden", json!({ "view": view.id, "show": false }))
        .await;

    view.command("view_pause").await;
    desk.workspace.put_events(&session, json!([log(5)])).await;
    view.until(|status| status.arrived_while_paused == 1).await;
    assert_eq!(counted().await, (3, 1), "as the list was when it was paused");
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("shown.json");
    let export = json!({"view": view.id, "onlyShown": true, "format": "json", "columns": [], "redaction": []});
    desk.export_events(export, &to).await;
    let written: Value = serde_json::from_slice(&std::fs::read(&to).unwrap()).unwrap();
    assert_eq!(written["events"].as_array().unwrap().len(), 3);
    desk.ask("events_mark", hide(false)).await;
    assert_eq!(counted().await, (4, 0));
    view.command("view_resume").await;
    assert_eq!(counted().await, (5, 0));
}

#[tokio::test]
async fn the_history_of_a_state_is_there_in_windows() {
    let state = |number: usize| {
        json!({"uuid": format!("00000000-0000-0000-0000-{number:012}"), "type": "generic",
            "timestamp": 1_700_000_000_000usize + number, "payload": {
                "ACPExtensionEventName": "Shared state change", "ACPExtensionEventType": "com.adobe.eventtype.hub",
                "ACPExtensionEventSource": "com.adobe.eventsource.sharedstate",
                "ACPExtensionEventData": {"stateowner": "cart"}, "metadata": {"state.data": {"items": number}}}})
    };
    let desk = Desk::open();
    let integration = desk.integration().await;
    let session = desk.session(&integration, "States").await;
    desk.workspace
        .put_events(&session, (1..=150).map(state).collect::<Vec<_>>().into())
        .await;
    let view = ViewOnDesk::open(&desk, &integration, &session).await;
    view.until(|status| status.total == 150).await;
    let newest = state(150)["uuid"].as_str().unwrap().to_owned();
    let page = desk.ask("event_state_history", history_of(&view, &newest, 250)).await;
    let history = section(&page, "history");
    assert_eq!(history["total"], 299);
    let rows = history["rows"].as_array().unwrap();
    assert_eq!((rows.len(), &rows[48]["event"]), (49, &state(1)["uuid"]));
}
