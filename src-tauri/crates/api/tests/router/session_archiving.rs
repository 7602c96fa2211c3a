//! Keeping sessions that nobody opens.

use api::contract::problem::ProblemCode;
use api::contract::tick::Tick;
use practice::{FaultKind, FaultRule};
use serde_json::{Value, json};

use crate::desk::{Desk, PATIENCE, ViewOnDesk};

fn these(integration: &str, sessions: &[&String]) -> Value {
    json!({ "integration": integration, "sessions": sessions })
}

/// How many events of each session are kept, by the names of the sessions.
async fn kept(desk: &Desk, integration: &str) -> Vec<Value> {
    let mut list = desk.sessions(integration, false).await;
    let rows = list["rows"].as_array_mut().unwrap();
    rows.iter_mut().map(|row| row["archived"].take()).collect()
}

/// Waits until no job is listed.
async fn all_quiet(desk: &Desk, ticks: &mut crate::desk::Ticks) {
    let quiet = async {
        while desk.ask("jobs_list", Value::Null).await != json!([]) {
            while !matches!(ticks.recv().await.unwrap(), Tick::Jobs) {}
        }
    };
    tokio::time::timeout(PATIENCE, quiet).await.expect("the jobs end");
}

#[tokio::test]
async fn sessions_are_kept_back_to_their_beginning_without_being_opened() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let (long, short) = (
        desk.session(&integration, "Long").await,
        desk.session(&integration, "Short").await,
    );
    let empty = desk.session(&integration, "Empty").await;
    // More than two pages.
    for start in [0, 1_000, 2_000] {
        let event =
            |number| json!({ "vendor": "com.acme", "type": "generic", "timestamp": start + number, "payload": {} });
        desk.workspace.put_events(&long, (0..1_000).map(event).collect()).await;
    }
    desk.workspace.fill(&short, 3).await;
    let mut ticks = desk.ticks();
    let job = desk
        .ask("sessions_archive", these(&integration, &[&long, &short, &empty]))
        .await;
    assert_eq!(job["title"], "Archiving 3 sessions");
    let ended = desk.ended(&mut ticks, &job).await;
    assert_eq!(
        ended["state"],
        json!({ "state": "done", "note": "3 sessions kept whole, 3,003 events new.", "archive": null })
    );
    assert_eq!(kept(&desk, &integration).await, [Value::Null, json!(3_000), json!(3)]);
    assert_eq!(desk.ask("view_list", Value::Null).await, json!([]));

    desk.workspace.fill(&short, 2).await;
    let job = desk.ask("sessions_archive", these(&integration, &[&short])).await;
    let ended = desk.ended(&mut ticks, &job).await;
    assert_eq!(ended["title"], "Archiving Short");
    assert_eq!(ended["state"]["note"], "1 session kept whole, 2 events new.");
    let archive = ended["state"]["archive"].as_str().unwrap();
    let (_, status) = ViewOnDesk::of_archive(&desk, archive).await;
    assert_eq!(status.total, 5);
    assert_eq!(
        desk.refused("sessions_archive", these(&integration, &[])).await.code,
        ProblemCode::InvalidInput
    );
}

#[tokio::test]
async fn whoever_opens_a_session_has_it_at_once_and_an_open_one_is_left_alone() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let session = desk.session(&integration, "Checkout").await;
    desk.workspace.fill(&session, 30).await;
    // It would be archived for a minute.
    desk.trouble_with("events", FaultKind::Latency { milliseconds: 60_000 })
        .await;
    let mut ticks = desk.ticks();
    let job = desk.ask("sessions_archive", these(&integration, &[&session])).await;
    let opened = ViewOnDesk::open(&desk, &integration, &session);
    let view = tokio::time::timeout(PATIENCE / 2, opened).await.expect("it opens");
    desk.all_is_well().await;
    let ended = desk.ended(&mut ticks, &job).await;
    assert_eq!(ended["state"]["state"], "done", "{ended}");
    let job = desk.ask("sessions_archive", these(&integration, &[&session])).await;
    let ended = desk.ended(&mut ticks, &job).await;
    assert_eq!(
        ended["state"]["note"],
        "0 sessions of 1 kept whole, 0 events new. 1 session left to the inspector."
    );
    assert_eq!(view.status().await.name, "Checkout");
}

#[tokio::test]
async fn what_cannot_be_kept_is_named_and_the_rest_is_kept() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let (gone, there) = (
        desk.session(&integration, "Gone").await,
        desk.session(&integration, "There").await,
    );
    desk.workspace.fill(&there, 7).await;
    let colleague = desk.of_a_colleague();
    let theirs = colleague.integration().await;
    colleague
        .ask("session_delete", json!({ "integration": theirs, "session": gone }))
        .await;
    let mut ticks = desk.ticks();
    let job = desk
        .ask("sessions_archive", these(&integration, &[&gone, &there]))
        .await;
    let ended = desk.ended(&mut ticks, &job).await;
    let note = ended["state"]["note"].as_str().unwrap();
    assert!(
        note.starts_with("1 session of 2 kept whole, 7 events new. Gone not kept: Adobe no longer has"),
        "{note}"
    );
    let refusal = FaultKind::Status {
        status: 403,
        retry_after: None,
    };
    desk.workspace
        .faults()
        .await
        .add(FaultRule::new("/graffias", refusal).operation("events"));
    let job = desk.ask("sessions_archive", these(&integration, &[&there])).await;
    let ended = desk.ended(&mut ticks, &job).await;
    assert_eq!(ended["state"]["state"], "failed", "{ended}");
    assert_eq!(kept(&desk, &integration).await[1], 7);
}

#[tokio::test]
async fn one_that_is_called_off_keeps_what_it_has() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let session = desk.session(&integration, "Checkout").await;
    desk.trouble_with("events", FaultKind::Latency { milliseconds: 60_000 })
        .await;
    let mut ticks = desk.ticks();
    let job = desk.ask("sessions_archive", these(&integration, &[&session])).await;
    desk.ask("job_cancel", json!({ "job": job["job"] })).await;
    let ended = desk.ended(&mut ticks, &job).await;
    assert_eq!(
        ended["state"]["note"],
        "0 sessions of 1 kept whole, 0 events new. Stopped before the end."
    );
    assert_eq!(desk.archive_files(), [""; 0]);
}

#[tokio::test]
async fn with_keep_every_session_what_is_listed_is_kept_once_a_day_and_without_a_word() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let (one, other) = (
        desk.session(&integration, "One").await,
        desk.session(&integration, "Other").await,
    );
    desk.workspace.fill(&one, 4).await;
    desk.workspace.fill(&other, 5).await;
    let mut ticks = desk.ticks();
    desk.sessions(&integration, true).await;
    assert_eq!(desk.ask("jobs_list", Value::Null).await, json!([]));

    desk.ask("settings_save", json!({ "archiveAlways": true })).await;
    desk.sessions(&integration, true).await;
    let jobs = desk.ask("jobs_list", Value::Null).await;
    assert_eq!(jobs[0]["title"], "Archiving 2 sessions");
    all_quiet(&desk, &mut ticks).await;
    assert_eq!(kept(&desk, &integration).await, [json!(4), json!(5)]);

    // Both are kept; a third is not.
    desk.workspace.fill(&one, 1).await;
    let third = desk.session(&integration, "Third").await;
    desk.workspace.fill(&third, 1).await;
    desk.sessions(&integration, true).await;
    let jobs = desk.ask("jobs_list", Value::Null).await;
    assert_eq!(jobs[0]["title"], "Archiving 1 session");
    all_quiet(&desk, &mut ticks).await;
    assert_eq!(kept(&desk, &integration).await, [json!(4), json!(5), json!(1)]);
}
