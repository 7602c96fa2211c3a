//! Collections that are run.

use api::contract::tick::Tick;
use serde_json::{Value, json};

use super::Peer;
use crate::desk::{Desk, texts};

/// Imports a collection whose calls go to these addresses; gives its id.
async fn collection_of(desk: &Desk, addresses: &[String]) -> Value {
    let items: Vec<Value> = addresses
        .iter()
        .map(|url| json!({ "name": url.rsplit('/').next(), "request": { "method": "GET", "url": url } }))
        .collect();
    let collection = json!({
        "info": { "name": "Run", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json" },
        "item": [{ "name": "Folder", "item": items }],
    });
    let import = json!({ "from": "text", "text": collection.to_string() });
    desk.ask("collection_import", import).await["collections"][0].clone()
}

fn run(integration: &str, collection: &Value, item: &Value) -> Value {
    json!({ "integration": integration, "collection": collection, "item": item, "environment": null })
}

/// Waits until a run is as wanted.
async fn until(desk: &Desk, reached: impl Fn(&Value) -> bool) -> Value {
    let mut ticks = desk.ticks();
    loop {
        let run = desk.ask("collection_run_read", Value::Null).await;
        if reached(&run) {
            return run;
        }
        desk.tick(&mut ticks, |tick| matches!(tick, Tick::CollectionRun)).await;
    }
}

fn states(run: &Value) -> Vec<&str> {
    let lines = run["lines"].as_array().unwrap().iter();
    lines.map(|line| line["outcome"]["state"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn the_collection_of_adobes_guides_runs_with_the_practice_workspace() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    assert_eq!(desk.ask("collection_run_read", Value::Null).await, Value::Null);
    let shelf = desk.ask("requests_read", Value::Null).await;
    let brought = &shelf["collections"][0]["collection"];
    let begun = desk
        .ask("collection_run", run(&integration, brought, &Value::Null))
        .await;
    assert_eq!(begun["running"], true);
    let ended = until(&desk, |run| run["running"] == false).await;
    let lines = ended["lines"].as_array().unwrap();
    assert!(lines.len() > 5, "{ended}");
    for line in lines {
        let outcome = &line["outcome"];
        let is_well = match outcome["state"].as_str().unwrap() {
            "answered" => outcome["status"] == 200,
            "skipped" => outcome["reason"].as_str().unwrap().contains("no value"),
            _ => false,
        };
        assert!(is_well, "{line}");
    }
    let history = desk.ask("requests_read", Value::Null).await["history"].clone();
    let answered = states(&ended).iter().filter(|state| **state == "answered").count();
    assert!(answered > 3 && history.as_array().unwrap().len() == answered, "{ended}");
}

#[tokio::test]
async fn a_folder_runs_in_order_and_goes_on_after_what_fails() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let peer = Peer::start().await;
    let addresses = [
        peer.url("/first"),
        peer.url("/{{NOTHING}}/second"),
        "http://127.0.0.1:1/third".to_owned(),
        "http://api.example.com/fourth".to_owned(),
        peer.url("/fifth"),
    ];
    let collection = collection_of(&desk, &addresses).await;
    let shelf = desk.ask("requests_read", Value::Null).await;
    let all = shelf["collections"].as_array().unwrap();
    let folder = &all.iter().find(|known| known["collection"] == collection).unwrap()["items"][0];
    assert_eq!(folder["name"], "Folder");
    desk.ask("collection_run", run(&integration, &collection, &folder["item"]))
        .await;
    let ended = until(&desk, |run| run["running"] == false).await;
    assert_eq!(ended["name"], "Folder");
    assert_eq!(states(&ended), ["answered", "skipped", "failed", "failed", "answered"]);
    let reason = ended["lines"][1]["outcome"]["reason"].as_str().unwrap();
    assert!(reason.contains("NOTHING"), "{reason}");
    assert!(texts(&ended["lines"], "name")[0].contains("first"));
    let asked = peer.asked();
    let asked: Vec<_> = asked.iter().map(|asked| asked["path"].as_str().unwrap()).collect();
    assert_eq!(asked, ["/first", "/fifth"]);
    let sent = &ended["lines"][4]["outcome"]["sent"];
    let opened = desk
        .ask("request_open", json!({ "from": "history", "sent": sent }))
        .await;
    assert_eq!(opened["answer"]["status"], 200);
}

#[tokio::test]
async fn a_limit_is_waited_for_and_asked_once_more() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let peer = Peer::start().await;
    let collection = collection_of(&desk, &[peer.url("/limited")]).await;
    desk.ask("collection_run", run(&integration, &collection, &Value::Null))
        .await;
    let waiting = until(&desk, |run| {
        run["lines"][0]["outcome"]["waitsSeconds"].is_number() || run["running"] == false
    })
    .await;
    assert_eq!(waiting["lines"][0]["outcome"]["waitsSeconds"], 1, "{waiting}");
    let ended = until(&desk, |run| run["running"] == false).await;
    assert_eq!(ended["lines"][0]["outcome"]["status"], 200);
    assert_eq!(peer.asked().len(), 2);
}

#[tokio::test]
async fn a_run_is_stopped_while_it_waits_and_one_goes_at_a_time() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let peer = Peer::start().await;
    assert_eq!(desk.ask("collection_run_stop", Value::Null).await, Value::Null);
    let collection = collection_of(&desk, &[peer.url("/never"), peer.url("/any")]).await;
    desk.ask("collection_run", run(&integration, &collection, &Value::Null))
        .await;
    peer.was_asked(1).await;
    desk.refused("collection_run", run(&integration, &collection, &Value::Null))
        .await;
    desk.ask("collection_run_stop", Value::Null).await;
    let ended = until(&desk, |run| run["running"] == false).await;
    assert_eq!(states(&ended), ["skipped", "skipped"]);

    let collection = collection_of(&desk, &[peer.url("/limited-for-long")]).await;
    desk.ask("collection_run", run(&integration, &collection, &Value::Null))
        .await;
    let waiting = until(&desk, |run| run["lines"][0]["outcome"]["waitsSeconds"].is_number()).await;
    assert_eq!(
        waiting["lines"][0]["outcome"]["waitsSeconds"], 60,
        "an hour is not waited for"
    );
    desk.ask("collection_run_stop", Value::Null).await;
    let ended = until(&desk, |run| run["running"] == false).await;
    assert_eq!(states(&ended), ["answered"], "the answer that came is kept: {ended}");
    assert_eq!(peer.asked().len(), 2);
}

#[tokio::test]
async fn what_is_not_there_is_not_run() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let nothing = json!(uuid::Uuid::new_v4());
    desk.refused("collection_run", run(&integration, &nothing, &Value::Null))
        .await;
    let collection = collection_of(&desk, &[]).await;
    desk.refused("collection_run", run(&integration, &collection, &Value::Null))
        .await;
    desk.refused("collection_run", run(&integration, &collection, &json!("no such item")))
        .await;
}
