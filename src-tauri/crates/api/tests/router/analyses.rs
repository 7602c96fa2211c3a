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
        let page = read(&view, analysis, json!({})).await;
        let is_empty = page["drawing"]["nothing"].is_string();
        let may_be_empty = ["errors", "analytics"].contains(analysis);
        assert!(!is_empty || may_be_empty, "{analysis}: {}", page["drawing"]);
        assert_eq!(
            page["revision"],
            read(&view, analysis, json!({})).await["revision"],
            "the list is paused"
        );
    }

    let transactions = read(&view, "transactions", json!({})).await;
    let row = &section(&transactions, "transactions")["rows"][0];
    let opened = read(&view, "transactions", json!({ "chosen": row["id"] })).await;
    assert!(section(&opened, "events")["total"].as_u64().unwrap() >= 1);
    view.details(row["event"].as_str().unwrap()).await;

    let configuration = read(&view, "configuration", json!({})).await;
    let notices = configuration["drawing"]["notices"].to_string();
    assert!(!notices.contains("Another organization"), "{notices}");
    assert_eq!(section(&read(&view, "clients", json!({})).await, "clients")["total"], 2);

    let states = read(&view, "states", json!({})).await;
    let state = &section(&states, "states")["rows"][0];
    let history = desk
        .ask("event_state_history", view.event(state["event"].as_str().unwrap()))
        .await;
    let newest = &section(&history, "history")["rows"][0];
    assert_eq!((&newest["event"], &newest["id"]), (&state["event"], &state["event"]));
    assert_eq!(history["drawing"]["sections"].as_array().unwrap().len(), 1);
    let request = row["event"].as_str().unwrap();
    let none = desk.ask("event_state_history", view.event(request)).await;
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
        desk.refused("event_state_history", view.event("nobody")).await.code,
        ProblemCode::NotFound
    );
    for analysis in texts(&desk.ask("analyses_list", Value::Null).await, "id") {
        let page = read(&view, analysis, json!({})).await;
        assert!(
            page["drawing"]["nothing"].is_string(),
            "{analysis} says what would bring something"
        );
    }
}
