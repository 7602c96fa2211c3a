//! What was typed and is kept nowhere else, for a page that is loaded again.

use serde_json::{Value, json};

use super::get;
use crate::desk::Desk;

const TYPED: &str = "https://platform.adobe.io/data/foundation/catalog/dataSets";

fn draft(key: &str, request: &Value) -> Value {
    json!({ "key": key, "source": null, "kept": get(""), "request": request })
}

#[tokio::test]
async fn drafts_are_there_until_the_program_ends() {
    let mut desk = Desk::open();
    let nothing = json!({ "drafts": [], "shown": null });
    assert_eq!(desk.ask("request_drafts_read", Value::Null).await, nothing);
    let typed = json!({ "drafts": [draft("new 1", &get(TYPED)), draft("new 2", &get(""))], "shown": "new 2" });
    desk.ask("request_drafts_keep", typed.clone()).await;
    assert_eq!(desk.ask("request_drafts_read", Value::Null).await, typed);
    desk.restart();
    assert_eq!(desk.ask("request_drafts_read", Value::Null).await, nothing);
}

#[tokio::test]
async fn of_a_secret_that_was_typed_a_variable_is_left() {
    let desk = Desk::open();
    let mut careless = get(TYPED);
    careless["headers"] =
        json!([{ "name": "Authorization", "value": "Bearer eyJhbGciOiJSUzI1NiJ9.eyJhIjoxfQ.c2ln", "enabled": true }]);
    desk.ask(
        "request_drafts_keep",
        json!({ "drafts": [draft("new 1", &careless)], "shown": "new 1" }),
    )
    .await;
    let kept = desk.ask("request_drafts_read", Value::Null).await;
    assert_eq!(
        kept["drafts"][0]["request"]["headers"][0]["value"],
        "Bearer {{ACCESS_TOKEN}}"
    );
}

#[tokio::test]
async fn of_very_many_drafts_the_newest_are_kept() {
    let desk = Desk::open();
    let drafts: Vec<Value> = (0..130)
        .map(|number| draft(&format!("new {number}"), &get(TYPED)))
        .collect();
    desk.ask("request_drafts_keep", json!({ "drafts": drafts, "shown": null }))
        .await;
    let kept = desk.ask("request_drafts_read", Value::Null).await;
    let keys: Vec<&Value> = kept["drafts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|draft| &draft["key"])
        .collect();
    assert_eq!(
        (keys.len(), keys[0], keys[99]),
        (100, &json!("new 30"), &json!("new 129"))
    );
}
