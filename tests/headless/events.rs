//! `assurance-desk events`

use std::collections::HashSet;

use serde_json::{Value, json};

use crate::archives::names_in;
use crate::program::{Program, word};
use crate::workspace::Workspace;

const VENDOR: &str = "com.example.test";

fn names(events: &[Value]) -> Vec<&str> {
    events
        .iter()
        .map(|event| event["payload"]["name"].as_str().unwrap())
        .collect()
}

#[tokio::test]
async fn it_prints_the_events_that_match_the_oldest_first() {
    let program = Program::new();
    let workspace = Workspace::start(&program);
    let session = workspace.session(&program, "Checkout");
    let client = "11111111-2222-4333-8444-555555555555";
    let events = json!([
        { "vendor": VENDOR, "timestamp": 3_000, "payload": { "name": "third" } },
        { "vendor": VENDOR, "timestamp": 1_000, "payload": { "name": "first" }, "clientId": client },
        { "vendor": VENDOR, "timestamp": 2_000, "payload": { "name": "Second\n<b>" }, "type": "log" },
        { "vendor": "com.example.other", "payload": "not { json" },
    ]);
    workspace.control(&format!("sessions/{session}/events"), events).await;

    for (filter, expected) in [
        (vec!["--vendor", VENDOR], vec!["first", "Second\n<b>", "third"]),
        (vec!["--filter", "SECOND"], vec!["Second\n<b>"]),
        (vec!["--type", "log", "--vendor", VENDOR], vec!["Second\n<b>"]),
        (vec!["--client", client], vec!["first"]),
        (vec!["--filter", "\"no such text\""], vec![]),
        (
            vec!["--filter", "payload.name:*ir*", "--vendor", VENDOR],
            vec!["first", "third"],
        ),
    ] {
        let more = [vec![session.as_str()], filter].concat();
        let events = workspace.run(&program, "events", &more).json_lines();
        assert_eq!(names(&events), expected, "{more:?}");
        assert!(events.iter().all(|event| event["uuid"].is_string()), "{events:?}");
    }
    let odd = [session.as_str(), "--vendor", "com.example.other"];
    assert_eq!(workspace.run(&program, "events", &odd).json()["payload"], "not { json");
}

#[test]
fn following_prints_each_event_once_and_ends_when_the_session_is_deleted() {
    let program = Program::new();
    let workspace = Workspace::start_with(&program, &["--events-per-second", "50"]);
    let session = workspace.session(&program, "Checkout");
    let mut following = workspace.start_command(&program, "events", &[&session, "--follow"]);
    let mut seen = HashSet::new();
    while seen.len() < 20 {
        let event = following.json();
        assert!(seen.insert(event["uuid"].to_string()), "twice: {event}");
    }
    workspace.run(&program, "sessions delete", &[&session]).json();
    let (status, _) = following.wait();
    assert_eq!(status.code(), Some(1));
    let errors = following.errors();
    assert!(
        errors.lines().count() == 1 && errors.contains("The session is gone"),
        "{errors}"
    );
}

#[test]
fn following_stops_when_asked() {
    let program = Program::new();
    let workspace = Workspace::start_with(&program, &["--events-per-second", "50"]);
    let session = workspace.session(&program, "Checkout");
    let following = workspace.start_command(&program, "events", &[&session, "--follow"]);
    following.line();
    assert_eq!(following.stop().0.code(), Some(0));
}

#[test]
fn a_session_that_is_not_there_is_refused() {
    let program = Program::new();
    let workspace = Workspace::start(&program);
    for session in ["00000000-0000-4000-8000-000000000000", "no-uuid"] {
        let outcome = workspace.run(&program, "events", &[session]);
        outcome.refusal();
    }
}

#[tokio::test]
async fn it_keeps_the_session_in_an_archive_and_goes_on_with_it() {
    let program = Program::new();
    let workspace = Workspace::start(&program);
    let session = workspace.session(&program, "Checkout");
    let send = async |name: &str| {
        let event = json!([{ "vendor": VENDOR, "payload": { "name": name } }]);
        workspace.control(&format!("sessions/{session}/events"), event).await;
    };
    let keep = |more: &[&str]| {
        workspace.run(
            &program,
            "events",
            &[&[&*session, "--out", "kept.assurance"], more].concat(),
        )
    };
    send("first").await;
    // What is printed is filtered; what is kept is not.
    assert_eq!(keep(&["--filter", "second"]).json_lines().len(), 0);
    let count = format!("query kept.assurance vendor:{VENDOR} --count");
    assert_eq!(program.run(&count).json(), 1);
    let info = program.run("info kept.assurance").json();
    assert_eq!((&info["name"], &info["session"]), (&json!("Checkout"), &json!(session)));
    assert_eq!(info["organization"], workspace.text("/organizationId"));

    send("second").await;
    let printed = keep(&["--vendor", VENDOR]).json_lines();
    assert_eq!(names(&printed), ["first", "second"]);
    assert_eq!(program.run(&count).json(), 2);
    let files = names_in(&program.path("."));
    assert!(
        !files.iter().any(|name| name.starts_with("kept.assurance-")),
        "{files:?}"
    );

    let other = workspace.session(&program, "Another");
    let refused = workspace.run(&program, "events", &[&other, "--out", "kept.assurance"]);
    assert!(refused.refusal().contains("another session"), "{refused:?}");
}

#[test]
fn a_session_that_is_not_there_leaves_no_archive() {
    let program = Program::new();
    let workspace = Workspace::start(&program);
    let nobody = "00000000-0000-4000-8000-000000000000";
    let outcome = workspace.run(&program, "events", &[nobody, "--out", "kept.assurance"]);
    outcome.refusal();
    assert!(!program.path("kept.assurance").exists());
}

#[test]
fn nothing_is_left_of_events_that_are_not_to_be_kept() {
    let mut program = Program::new();
    std::fs::create_dir(program.path("temporary")).unwrap();
    let folder = program.path("temporary");
    program.set("TMPDIR", word(&folder));
    let workspace = Workspace::start_with(&program, &["--events-per-second", "50"]);
    let session = workspace.session(&program, "Checkout");
    let following = workspace.start_command(&program, "events", &[&session, "--follow"]);
    following.line();
    assert_eq!(names_in(&folder).len(), 1);
    following.stop();
    assert_eq!(names_in(&folder), Vec::<String>::new());
}

#[test]
fn a_filter_that_is_not_understood_is_told_before_anything_is_asked() {
    let program = Program::new();
    let outcome = program.run("events some-session --from missing.json --filter name:");
    assert_eq!(outcome.code, Some(2), "{outcome:?}");
    assert!(outcome.errors.contains("column 6"), "{outcome:?}");
}
