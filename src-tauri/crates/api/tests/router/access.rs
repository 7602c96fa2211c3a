//! Steps of the access guide that are ticked by hand.

use serde_json::{Value, json};

use crate::desk::Desk;

async fn tick(desk: &Desk, integration: Option<&str>, step: &str, done: bool) -> Value {
    let request = json!({ "integration": integration, "step": step, "done": done });
    desk.ask("access_tick", request).await["ticked"].clone()
}

async fn ticked(desk: &Desk, integration: Option<&str>) -> Value {
    desk.ask("access_read", json!({ "integration": integration })).await["ticked"].clone()
}

#[tokio::test]
async fn ticks_stay_over_a_restart_and_can_be_taken_back() {
    let mut desk = Desk::open();
    assert_eq!(ticked(&desk, None).await, json!([]));
    tick(&desk, None, "userAccess", true).await;
    assert_eq!(
        tick(&desk, None, "adobeId", true).await,
        json!(["adobeId", "userAccess"])
    );
    desk.restart();
    assert_eq!(ticked(&desk, None).await, json!(["adobeId", "userAccess"]));
    assert_eq!(tick(&desk, None, "userAccess", false).await, json!(["adobeId"]));
}

#[tokio::test]
async fn an_integration_takes_over_what_was_ticked_before_there_was_one() {
    let desk = Desk::open();
    tick(&desk, None, "adobeId", true).await;
    let (first, second) = (desk.integration().await, desk.integration().await);
    assert_eq!(ticked(&desk, Some(&first)).await, json!(["adobeId"]));
    tick(&desk, Some(&first), "userAccess", true).await;
    assert_eq!(tick(&desk, Some(&first), "adobeId", false).await, json!(["userAccess"]));
    assert_eq!(ticked(&desk, Some(&second)).await, json!(["adobeId"]));
    assert_eq!(ticked(&desk, None).await, json!(["adobeId"]));
}

#[tokio::test]
async fn ticks_of_an_integration_that_was_deleted_are_kept_no_longer() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    tick(&desk, Some(&integration), "userAccess", true).await;
    let file = desk.folder().join("access.json");
    assert!(std::fs::read_to_string(&file).unwrap().contains(&integration));
    let request = json!({ "integration": integration, "step": "userAccess", "done": true });
    desk.ask("integration_delete", json!({ "integration": integration }))
        .await;
    desk.refused("access_tick", request).await;
    desk.refused("access_read", json!({ "integration": integration })).await;
    tick(&desk, None, "adobeId", true).await;
    assert!(!std::fs::read_to_string(&file).unwrap().contains(&integration));
}

#[tokio::test]
async fn a_damaged_file_counts_as_empty_and_what_a_later_version_wrote_stays() {
    let desk = Desk::open();
    let file = desk.folder().join("access.json");
    std::fs::write(&file, "{\"noIntegration\": {\"adobe").unwrap();
    assert_eq!(ticked(&desk, None).await, json!([]));
    let later = json!({ "noIntegration": { "adobeId": true }, "goals": ["tags"] });
    std::fs::write(&file, later.to_string()).unwrap();
    assert_eq!(tick(&desk, None, "project", true).await, json!(["adobeId", "project"]));
    let kept: Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
    assert_eq!(kept["goals"], json!(["tags"]));
}

#[tokio::test]
async fn only_ids_of_steps_are_kept() {
    let desk = Desk::open();
    for step in ["", "not an id", "../settings", &"a".repeat(41)] {
        let request = json!({ "integration": null, "step": step, "done": true });
        desk.refused("access_tick", request).await;
    }
    assert!(!desk.folder().join("access.json").exists());
}
