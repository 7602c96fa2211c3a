//! What goes wrong between this program and Adobe's console: answers that are lost, a console that is away, rights that
//! are missing. The integration works all the while.

use api::contract::problem::ProblemCode;
use api::contract::tick::Tick;
use practice::{FaultKind, FaultRule};
use serde_json::{Value, json};

use super::{service_account, without_console};
use crate::desk::{Desk, GuideOnDesk, current, id, listed, offered, step_number};

/// The next request of this kind is done, and its answer breaks off.
async fn loses_answer(desk: &Desk, path: &str, method: &str) {
    let rule = FaultRule::new(path, FaultKind::CutWithinBody).method(method).times(1);
    desk.workspace.faults().await.add(rule);
}

#[tokio::test]
async fn a_client_secret_whose_answer_is_lost_is_found_and_deleted() {
    let mut desk = Desk::open();
    let integration = desk.integration().await;
    let guide = GuideOnDesk::new(&desk, &integration, "clientSecret");
    loses_answer(&desk, "/console", "POST").await;
    let problem = guide.fails(json!({ "do": "addSecret" })).await;
    assert_eq!(problem.code, ProblemCode::Unreachable);
    guide.token_works().await;

    desk.restart();
    let guide = GuideOnDesk::new(&desk, &integration, "clientSecret");
    let opened = guide.open().await;
    assert_eq!(
        (step_number(&opened), &opened["begun"], offered(&opened)[0]),
        (2, &json!(true), "retireOld")
    );
    assert!(
        current(&opened)["explanation"]
            .as_str()
            .unwrap()
            .contains("never arrived")
    );
    let lost = listed(&opened, &json!(false));
    assert_eq!((lost.len(), &lost[0]["canRetire"]), (1, &json!(true)));
    guide.refused(json!({ "do": "addSecret" })).await;
    guide.act(json!({ "do": "retireOld", "id": id(lost[0]) })).await;
    assert_eq!(step_number(&guide.does("addSecret").await), 3);
    guide.token_works().await;
}

#[tokio::test]
async fn a_deletion_whose_answer_is_lost_counts_when_it_is_sent_again() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let guide = GuideOnDesk::new(&desk, &integration, "clientSecret");
    let old = id(listed(&guide.open().await, &json!(true))[0]);
    for action in ["addSecret", "prove", "switch"] {
        guide.does(action).await;
    }
    let rule = FaultRule::new("/console", FaultKind::HtmlBody)
        .method("DELETE")
        .times(1);
    desk.workspace.faults().await.add(rule);
    guide.act(json!({ "do": "retireOld", "id": old })).await;
    guide.token_works().await;
    let retired = guide.act(json!({ "do": "retireOld", "id": old })).await;
    assert_eq!(step_number(&retired), 6);
    guide.token_works().await;
}

#[tokio::test]
async fn a_certificate_whose_answer_is_lost_is_registered() {
    let desk = Desk::open();
    let integration = service_account(&desk).await;
    let guide = GuideOnDesk::new(&desk, &integration, "certificate");
    let make = json!({ "do": "makeCertificate", "bits": 2048, "days": 30, "subject": "/CN=Next" });
    guide.act(make).await;
    loses_answer(&desk, "/console", "POST").await;
    let registered = guide.does("registerCertificate").await;
    assert_eq!(step_number(&registered), 3, "the list has it");
    assert_eq!(
        guide.does("registerCertificate").await["listed"]
            .as_array()
            .unwrap()
            .len(),
        2
    );
    guide.does("prove").await;
    guide.token_works().await;
}

#[tokio::test]
async fn a_migration_whose_answers_are_lost_goes_on() {
    let desk = Desk::open();
    let integration = service_account(&desk).await;
    let guide = GuideOnDesk::new(&desk, &integration, "migration");
    loses_answer(&desk, "/console", "POST").await;
    let started = guide.does("startMigration").await;
    assert_eq!(
        (step_number(&started), &started["begun"]),
        (3, &json!(true)),
        "the status tells"
    );
    assert!(!started["scopes"].as_array().unwrap().is_empty());
    guide.does("prove").await;
    guide.token_works().await;
    guide.does("switch").await;
    let rule = FaultRule::new(
        "/console",
        FaultKind::Status {
            status: 502,
            retry_after: None,
        },
    );
    desk.workspace.faults().await.add(rule.method("PATCH").times(1));
    let problem = guide.fails(json!({ "do": "finishMigration" })).await;
    assert_eq!(problem.code, ProblemCode::ServiceFailed);
    guide.token_works().await;
    assert_eq!(step_number(&guide.does("finishMigration").await), 6);
    guide.token_works().await;
}

#[tokio::test]
async fn while_the_console_is_away_the_guide_goes_on_by_hand() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let made = desk.workspace.adds_secret("oauth").await;
    desk.trouble("/console", FaultKind::CutBeforeAnswer).await;
    let guide = GuideOnDesk::new(&desk, &integration, "clientSecret");
    let opened = guide.open().await;
    assert_eq!(
        (&opened["listed"], &opened["consoleProblem"]["code"]),
        (&Value::Null, &json!("unreachable"))
    );
    let problem = guide.fails(json!({ "do": "addSecret" })).await;
    assert_eq!(problem.code, ProblemCode::Unreachable);
    guide.token_works().await;
    guide.act(json!({ "do": "enterSecret", "clientSecret": made })).await;
    assert_eq!(step_number(&guide.does("prove").await), 4);
    guide.token_works().await;
    desk.all_is_well().await;
    assert!(guide.open().await["listed"].is_array());
}

#[tokio::test]
async fn who_hears_of_a_try_finds_that_it_failed() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    desk.trouble("/console", FaultKind::CutBeforeAnswer).await;
    let guide = GuideOnDesk::new(&desk, &integration, "clientSecret");
    let mut ticks = desk.ticks();
    let hears = async {
        desk.tick(&mut ticks, |tick| matches!(tick, Tick::Guide { .. })).await;
        guide.open().await
    };
    let (tried, heard) = tokio::join!(guide.does("addSecret"), hears);
    assert_eq!(current(&tried)["state"]["state"], "failed", "{tried}");
    assert_eq!(heard["steps"], tried["steps"]);
}

#[tokio::test]
async fn a_console_that_answers_nonsense_changes_nothing() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let guide = GuideOnDesk::new(&desk, &integration, "clientSecret");
    for fault in [
        FaultKind::HtmlBody,
        FaultKind::MalformedBody,
        FaultKind::Status {
            status: 429,
            retry_after: Some(1),
        },
    ] {
        desk.trouble("/console", fault).await;
        let opened = guide.open().await;
        assert_eq!(
            (&opened["listed"], opened["consoleProblem"].is_object()),
            (&Value::Null, true)
        );
        guide.fails(json!({ "do": "addSecret" })).await;
        guide.token_works().await;
        desk.all_is_well().await;
    }
    assert_eq!(guide.open().await["listed"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_token_without_rights_says_which_scopes_the_project_needs() {
    let desk = Desk::open();
    let integration = without_console(&desk).await;
    let guide = GuideOnDesk::new(&desk, &integration, "clientSecret");
    for wrong in [
        "",
        "12345",
        "https://example.com/",
        "https://developer.adobe.com/console/projects/1/2/overview",
    ] {
        let problem = guide.refused(json!({ "do": "setConsoleLink", "link": wrong })).await;
        assert_eq!(problem.code, ProblemCode::InvalidInput);
    }
    let ready = desk.workspace.ready().await;
    let link = |credential: &str| format!("{}/{credential}", ready["organizationId"].as_str().unwrap());
    let credential = ready["oauth"]["credentialId"].as_str().unwrap();
    let linked = guide
        .act(json!({ "do": "setConsoleLink", "link": link(credential) }))
        .await;
    assert_eq!(linked["consoleProblem"]["code"], "scope-refused");
    for scope in ["adobeio_api", "read_client_secret", "manage_client_secrets"] {
        assert!(linked["consoleProblem"]["message"].as_str().unwrap().contains(scope));
    }
    guide.fails(json!({ "do": "addSecret" })).await;
    guide.token_works().await;
}

#[tokio::test]
async fn a_wrong_place_in_the_console_is_told() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let guide = GuideOnDesk::new(&desk, &integration, "clientSecret");
    let ready = desk.workspace.ready().await;
    let organization = ready["organizationId"].as_str().unwrap();
    for (link, code) in [
        (format!("{organization}/1"), "not-found"),
        ("1/1".to_owned(), "access-refused"),
    ] {
        let linked = guide.act(json!({ "do": "setConsoleLink", "link": link })).await;
        assert_eq!(linked["consoleProblem"]["code"], code);
        assert!(linked["actions"].as_array().unwrap().contains(&json!("setConsoleLink")));
    }
    guide.token_works().await;
}

#[tokio::test]
async fn a_token_that_was_revoked_is_renewed_for_the_console() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let guide = GuideOnDesk::new(&desk, &integration, "clientSecret");
    guide.token_works().await;
    desk.workspace.revoke_tokens().await;
    assert_eq!(guide.open().await["consoleProblem"], Value::Null);
}

#[tokio::test]
async fn a_removed_integration_takes_its_guide_along() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let guide = GuideOnDesk::new(&desk, &integration, "clientSecret");
    guide.does("addSecret").await;
    desk.ask("integration_delete", json!({ "integration": integration }))
        .await;
    assert_eq!(
        desk.refused("guide_open", guide.reference()).await.code,
        ProblemCode::NotFound
    );
    let records = std::fs::read_to_string(desk.folder().join("guides.json")).unwrap();
    assert!(!records.contains(&integration), "{records}");
}
