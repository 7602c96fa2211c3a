//! `assurance-desk sessions`

use serde_json::json;

use crate::program::Program;
use crate::workspace::Workspace;

#[test]
fn a_session_is_created_listed_renamed_and_deleted() {
    let program = Program::new();
    let workspace = Workspace::start(&program);
    assert_eq!(workspace.run(&program, "sessions list", &[]).json(), json!([]));

    let more = ["--name", "Checkout v42", "--link", "lumashop://home"];
    let created = workspace.run(&program, "sessions create", &more).json();
    assert_eq!(
        (&created["name"], &created["link"]),
        (&json!("Checkout v42"), &json!("lumashop://home"))
    );
    let session = created["uuid"].as_str().unwrap();
    let listed = workspace.run(&program, "sessions list", &[]).json();
    assert_eq!(
        (listed.as_array().unwrap().len(), &listed[0]["uuid"]),
        (1, &created["uuid"])
    );

    let upper_case = session.to_uppercase();
    let renamed = workspace
        .run(&program, "sessions rename", &[&upper_case, "--name", "Anew"])
        .json();
    assert_eq!(renamed["name"], "Anew");
    let listed = workspace.run(&program, "sessions list", &[]).json();
    assert_eq!(
        (&listed[0]["name"], &listed[0]["link"]),
        (&json!("Anew"), &json!("lumashop://home"))
    );

    let deleted = workspace.run(&program, "sessions delete", &[session]).json();
    assert_eq!(deleted, json!({ "deleted": session }));
    assert_eq!(workspace.run(&program, "sessions list", &[]).json(), json!([]));
}

#[test]
fn what_cannot_be_done_is_refused_in_one_line() {
    let program = Program::new();
    let workspace = Workspace::start(&program);
    let session = workspace.session(&program, "Checkout");
    workspace.run(&program, "sessions delete", &[&session]).json();
    for (command, more, words) in [
        ("sessions delete", vec![session.as_str()], "was deleted"),
        ("sessions rename", vec![&session, "--name", "Anew"], "no session"),
        ("sessions rename", vec![&session, "--name", " "], "needs a name"),
        ("sessions delete", vec!["no-uuid"], "no-uuid"),
        (
            "sessions create",
            vec!["--name", " ", "--link", "a://b"],
            "needs a name",
        ),
        (
            "sessions create",
            vec!["--name", "Checkout", "--link", "nowhere"],
            "link",
        ),
    ] {
        let outcome = workspace.run(&program, command, &more);
        assert!(outcome.refusal().contains(words), "{command} {more:?}: {outcome:?}");
    }
    assert_eq!(workspace.run(&program, "sessions list", &[]).json(), json!([]));
}
