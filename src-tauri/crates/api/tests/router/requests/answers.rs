//! Answers in parts: windows of a tree and of lines.

use practice::FaultKind;
use serde_json::{Value, json};

use super::{get, send};
use crate::desk::{Desk, texts};

const CLASSES: &str = "https://platform.adobe.io/data/foundation/schemaregistry/global/classes";

async fn answered(desk: &Desk, integration: &str, body: Value) -> Value {
    desk.trouble("/data", FaultKind::Answer { status: 200, body }).await;
    let answer = send(desk, integration, &get(CLASSES)).await;
    desk.all_is_well().await;
    answer
}

#[tokio::test]
async fn twenty_megabytes_are_shown_in_windows() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let filler = "x".repeat(400);
    let items: Vec<Value> = (0..50_000)
        .map(|number| json!({ "number": number, "filler": filler }))
        .collect();
    let answer = answered(&desk, &integration, json!({ "results": items })).await;
    assert!(answer["bytes"].as_u64().unwrap() > 20_000_000, "{answer}");
    let window = |offset: usize| json!({ "sent": answer["sent"], "offset": offset, "limit": 1_000 });
    let raw = desk.ask("answer_raw", window(100_000)).await;
    assert_eq!(raw["lines"].as_array().unwrap().len(), 500, "at most so many at once");
    assert!(raw["total"].as_u64().unwrap() > 200_000);
    let tree = |search: &str, toggled: Value| json!({ "sent": answer["sent"], "search": search, "toggled": toggled, "offset": 0, "limit": 20 });
    let rows = desk.ask("answer_tree", tree("", json!([]))).await;
    assert_eq!(
        (&rows["total"], rows["rows"].as_array().unwrap().len()),
        (&json!(50_002), 20)
    );
    let opened = desk.ask("answer_tree", tree("", json!(["/results/49999"]))).await;
    assert_eq!(opened["total"], 50_004);
    let found = desk.ask("answer_tree", tree("49999", json!([]))).await;
    assert_eq!(found["hits"], 1);
    assert!(
        texts(&found["rows"], "path").contains(&"/results/49999/number"),
        "{found}"
    );
    let copy = json!({ "sent": answer["sent"], "path": "/results/49999/number" });
    desk.ask("answer_copy", copy).await;
    assert_eq!(desk.desktop.copied().pop().unwrap(), ("49999".to_owned(), false));
}

#[tokio::test]
async fn a_text_has_lines_and_no_tree_and_what_is_gone_is_said_to_be() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    desk.trouble("/data", FaultKind::HtmlBody).await;
    let answer = send(&desk, &integration, &get(CLASSES)).await;
    desk.all_is_well().await;
    let raw = json!({ "sent": answer["sent"], "offset": 0, "limit": 500 });
    let page = desk.ask("answer_raw", raw).await;
    assert!(page["lines"][0].as_str().unwrap().contains("DOCTYPE"), "{page}");
    let tree = json!({ "sent": answer["sent"], "search": "", "toggled": [], "offset": 0, "limit": 5 });
    desk.refused("answer_tree", tree.clone()).await;
    desk.refused("answer_copy", json!({ "sent": answer["sent"], "path": "/a" }))
        .await;
    desk.ask("history_clear", Value::Null).await;
    desk.refused("answer_tree", tree).await;
    desk.refused("answer_save", json!({ "sent": answer["sent"] })).await;
}

#[tokio::test]
async fn an_answer_is_saved_as_it_came() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let body = json!({ "a": [1, 2.5, { "b": "ü" }] });
    let answer = answered(&desk, &integration, body.clone()).await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("answer.json");
    std::fs::write(&file, "an older one").unwrap();
    desk.desktop.will_save_at(&file);
    desk.ask("answer_save", json!({ "sent": answer["sent"] })).await;
    assert_eq!(std::fs::read_to_string(&file).unwrap(), body.to_string());
}
