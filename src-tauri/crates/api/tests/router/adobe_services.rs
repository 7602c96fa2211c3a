//! Experience Platform and tags, as the window asks for them.

use practice::{FaultKind, GatewayRow};
use serde_json::{Value, json};

use crate::desk::{Desk, texts};

fn classes(integration: &str, container: &str, search: &str) -> Value {
    json!({ "integration": integration, "container": container, "search": search, "refresh": false })
}

#[tokio::test]
async fn classes_are_listed_searched_and_opened() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let all = desk.ask("classes_list", classes(&integration, "global", "")).await;
    assert_eq!((&all["total"], &all["matched"]), (&json!(6), &json!(6)));
    let some = desk
        .ask("classes_list", classes(&integration, "global", "BUSINESS"))
        .await;
    assert_eq!(
        texts(&some["rows"], "title"),
        ["XDM Business Account", "XDM Business Campaign"]
    );
    assert!(some["curl"].as_str().unwrap().contains("$ACCESS_TOKEN"));
    let ours = desk.ask("classes_list", classes(&integration, "tenant", "")).await;
    let id = &ours["rows"][0]["id"];
    let details = desk
        .ask(
            "class_read",
            json!({ "integration": integration, "container": "tenant", "id": id }),
        )
        .await;
    assert_eq!(details["title"], "Practice Store Visit");
    assert!(texts(&details["fields"], "path").contains(&"timestamp"), "{details}");
}

#[tokio::test]
async fn the_chosen_sandbox_is_kept_and_named_by_later_calls() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let one = json!({ "integration": integration });
    let list = desk.ask("sandboxes_list", one.clone()).await;
    assert_eq!(
        (texts(&list["rows"], "name"), &list["chosen"]),
        (vec!["prod", "dev"], &Value::Null)
    );
    let chosen = desk
        .ask(
            "sandbox_choose",
            json!({ "integration": integration, "sandbox": "dev" }),
        )
        .await;
    assert_eq!(chosen["chosen"], "dev");
    let list = desk.ask("classes_list", classes(&integration, "global", "")).await;
    assert!(list["curl"].as_str().unwrap().contains("x-sandbox-name: dev"));
}

#[tokio::test]
async fn rights_are_compared_with_the_roles_and_properties_are_found() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let overview = desk.ask("tags_overview", json!({ "integration": integration })).await;
    let roles = overview["matrix"]["roles"].as_array().unwrap();
    let matching: Vec<_> = roles.iter().filter(|role| role["matches"] == true).collect();
    assert_eq!(matching.len(), 1);
    assert_eq!(matching[0]["title"], "Admin");
    let company = &overview["companies"][0]["id"];
    let ask = |search: &str, platform: Value| json!({ "integration": integration, "company": company, "search": search, "platform": platform });
    let all = desk.ask("properties_list", ask("", Value::Null)).await;
    assert_eq!(all["matched"], 2);
    let mobile = desk.ask("properties_list", ask("store", json!("mobile"))).await;
    assert_eq!(texts(&mobile["rows"], "platform"), ["mobile"]);
}

#[tokio::test]
async fn both_error_shapes_of_experience_platform_are_explained() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let row = FaultKind::Gateway {
        row: GatewayRow::RegionMissing,
        retry_after: None,
    };
    desk.trouble("/data", row).await;
    let problem = desk.refused("classes_list", classes(&integration, "global", "")).await;
    assert_eq!(problem.title, "The technical account has no place in this organization");
    let body = json!({ "type": "http://ns.adobe.com/aep/errors/XDM-1-404", "status": 404, "title": "Not there",
        "detail": "The class was not found." });
    desk.all_is_well().await;
    desk.trouble("/data", FaultKind::Answer { status: 404, body }).await;
    let problem = desk.refused("classes_list", classes(&integration, "global", "")).await;
    assert!(problem.message.contains("class was not found"), "{problem:?}");
}
