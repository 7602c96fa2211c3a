//! The connection doctor, as the window sees it.

use api::contract::tick::Tick;
use practice::FaultKind;
use serde_json::{Value, json};

use crate::desk::Desk;

/// Looks, and waits until the examination has ended.
async fn examined(desk: &Desk, integration: &str) -> Value {
    let one = json!({ "integration": integration });
    let mut ticks = desk.ticks();
    desk.ask("doctor_start", one.clone()).await;
    loop {
        let examination = desk.ask("doctor_read", one.clone()).await;
        if examination["running"] == false {
            return examination;
        }
        desk.tick(&mut ticks, |tick| matches!(tick, Tick::Doctor { .. })).await;
    }
}

fn line<'a>(examination: &'a Value, id: &str) -> &'a Value {
    let groups = examination["groups"].as_array().unwrap();
    let lines = groups.iter().flat_map(|group| group["lines"].as_array().unwrap());
    lines.into_iter().find(|line| line["id"] == id).unwrap()
}

#[tokio::test]
async fn everything_works_with_the_practice_workspace_and_the_report_says_so() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let before = desk.ask("doctor_read", json!({ "integration": integration })).await;
    assert_eq!((&before["begunAt"], &before["groups"]), (&Value::Null, &json!([])));
    let examination = examined(&desk, &integration).await;
    for group in examination["groups"].as_array().unwrap() {
        for line in group["lines"].as_array().unwrap() {
            let state = line["outcome"]["state"].as_str().unwrap();
            assert!(state == "passed" || state == "notApplicable", "{line}");
        }
    }
    assert_eq!(line(&examination, "sandboxes")["outcome"]["detail"], "prod, dev");
    let report = desk.ask("doctor_report", json!({ "integration": integration })).await;
    let text = report["text"].as_str().unwrap();
    assert!(text.contains("ok  Assurance lists sessions") && text.contains("Organization ID: "));
    assert!(!text.contains("eyJ"), "no token is in the report");
}

#[tokio::test]
async fn a_missing_product_profile_names_who_can_help_and_what_to_write() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    desk.workspace.set(json!({ "productProfile": false })).await;
    let examination = examined(&desk, &integration).await;
    for (id, product) in [
        ("platform", "AEP-Default-All-Users"),
        ("tagsCompanies", "Data Collection"),
    ] {
        let outcome = &line(&examination, id)["outcome"];
        assert_eq!(outcome["state"], "failed", "{id}");
        assert_eq!(outcome["help"]["who"], "an administrator in Admin Console");
        let message = outcome["help"]["message"].as_str().unwrap();
        assert!(
            message.contains(product) && message.contains("Client ID: "),
            "{message}"
        );
    }
    assert_eq!(line(&examination, "assurance")["outcome"]["state"], "passed");
}

#[tokio::test]
async fn a_page_of_a_captive_portal_is_told_as_no_answer_of_adobe() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    desk.trouble("/data/foundation/schemaregistry", FaultKind::HtmlBody)
        .await;
    let examination = examined(&desk, &integration).await;
    let outcome = &line(&examination, "platform")["outcome"];
    assert_eq!(outcome["problem"]["code"], "unexpected-answer");
    let report = desk.ask("doctor_report", json!({ "integration": integration })).await;
    assert!(
        report["text"]
            .as_str()
            .unwrap()
            .contains("NOT Experience Platform lists XDM classes")
    );
}
