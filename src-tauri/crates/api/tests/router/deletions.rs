//! Deleting sessions, with a way back until it is sent.

use api::contract::problem::ProblemCode;
use api::contract::tick::Tick;
use practice::{FaultKind, FaultRule};
use serde_json::{Value, json};

use crate::desk::{Desk, PATIENCE, texts};

/// Three sessions; gives the integration and their UUIDs.
async fn three(desk: &Desk) -> (String, Vec<String>) {
    let integration = desk.integration().await;
    let mut sessions = Vec::new();
    for name in ["A", "B", "C"] {
        sessions.push(desk.session(&integration, name).await);
    }
    (integration, sessions)
}

async fn delete(desk: &Desk, integration: &str, sessions: &[String]) -> Value {
    let request = json!({ "integration": integration, "sessions": sessions });
    desk.ask("sessions_delete", request).await
}

/// The names that the list shows, and what Adobe has.
async fn listed(desk: &Desk, integration: &str) -> (String, String) {
    let colleague = desk.of_a_colleague();
    let theirs = colleague.integration().await;
    let at_adobe = colleague.sessions(&theirs, true).await;
    let list = desk.sessions(integration, true).await;
    assert_eq!(list["total"], list["rows"].as_array().unwrap().len());
    (
        texts(&list["rows"], "name").join(""),
        texts(&at_adobe["rows"], "name").join(""),
    )
}

/// Waits until the only deletion has ended; gives what was not deleted.
async fn failures(desk: &Desk) -> Value {
    let mut ticks = desk.ticks();
    let ended = async {
        loop {
            let mut deletions = desk.ask("deletions_list", Value::Null).await;
            if deletions[0]["state"]["state"] == "ended" {
                return deletions[0]["state"]["failures"].take();
            }
            while !matches!(ticks.recv().await.unwrap(), Tick::Sessions { .. }) {}
        }
    };
    tokio::time::timeout(PATIENCE, ended).await.expect("the deletion ends")
}

fn reference(deletion: &Value) -> Value {
    json!({ "deletion": deletion["deletion"] })
}

#[tokio::test]
async fn a_deletion_leaves_the_list_at_once_and_adobe_only_when_it_is_sent() {
    let desk = Desk::open();
    let (integration, sessions) = three(&desk).await;
    let deletion = delete(&desk, &integration, &sessions[..2]).await;
    assert_eq!(
        (&deletion["what"], &deletion["state"]["state"]),
        (&json!("2 sessions"), &json!("waiting"))
    );
    assert!(deletion["state"]["sentAt"].is_i64());
    assert_eq!(listed(&desk, &integration).await, ("C".into(), "ABC".into()));

    desk.ask("deletion_send", reference(&deletion)).await;
    assert_eq!(failures(&desk).await, json!([]));
    assert_eq!(listed(&desk, &integration).await, ("C".into(), "C".into()));
    desk.ask("deletion_undo", reference(&deletion)).await;
    assert_eq!(desk.ask("deletions_list", Value::Null).await, json!([]));
    let gone = desk.refused("deletion_send", reference(&deletion)).await;
    assert_eq!(gone.code, ProblemCode::NotFound);
}

#[tokio::test]
async fn a_deletion_that_is_taken_back_is_never_sent() {
    let desk = Desk::open();
    let (integration, sessions) = three(&desk).await;
    let deletion = delete(&desk, &integration, &sessions).await;
    assert_eq!(listed(&desk, &integration).await.0, "");
    desk.ask("deletion_undo", reference(&deletion)).await;
    assert_eq!(listed(&desk, &integration).await, ("ABC".into(), "ABC".into()));
    // The same sessions can be deleted again, and one alone goes by its name.
    let again = delete(&desk, &integration, &sessions[..1]).await;
    assert_eq!(again["what"], "A");
    let nothing = json!({ "integration": integration, "sessions": [] });
    assert_eq!(
        desk.refused("sessions_delete", nothing).await.code,
        ProblemCode::InvalidInput
    );
}

#[tokio::test]
async fn each_session_that_is_refused_is_back_with_its_reason() {
    let desk = Desk::open();
    let (integration, sessions) = three(&desk).await;
    // B is gone already, which is as good as deleted.
    let colleague = desk.of_a_colleague();
    let theirs = colleague.integration().await;
    colleague
        .ask(
            "session_delete",
            json!({ "integration": theirs, "session": sessions[1] }),
        )
        .await;
    let refusal = FaultKind::Status {
        status: 403,
        retry_after: None,
    };
    let rule = FaultRule::new("/graffias", refusal).operation("deleteSession").times(1);
    desk.workspace.faults().await.add(rule);
    let deletion = delete(&desk, &integration, &sessions).await;
    desk.ask("deletion_send", reference(&deletion)).await;
    let failures = failures(&desk).await;
    assert_eq!(texts(&failures, "name"), ["A"]);
    assert!(failures[0]["problem"]["nextStep"].as_str().unwrap().ends_with('.'));
    assert_eq!(listed(&desk, &integration).await, ("A".into(), "A".into()));
}

#[tokio::test]
async fn what_was_not_sent_when_the_program_ends_is_not_deleted() {
    let mut desk = Desk::open();
    let (integration, sessions) = three(&desk).await;
    delete(&desk, &integration, &sessions).await;
    desk.restart();
    assert_eq!(desk.ask("deletions_list", Value::Null).await, json!([]));
    assert_eq!(listed(&desk, &integration).await, ("ABC".into(), "ABC".into()));
}
