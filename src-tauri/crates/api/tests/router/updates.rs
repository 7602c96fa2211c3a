//! Newer versions of the program: asked for only when the user agreed, installed only when they pressed, and never without
//! the right signature.

mod place;

use api::contract::problem::ProblemCode;
use api::contract::tick::Tick;
use serde_json::{Value, json};

use crate::desk::Desk;
use place::{Place, Sent, list, signed};

/// The same desk after the program was started anew.
async fn started(desk: &mut Desk) -> Value {
    desk.restart();
    desk.router().look_for_updates_at_start().await;
    desk.ask("updates_read", Value::Null).await
}

/// Waits until what was begun has ended, and gives how.
async fn ended(desk: &Desk) -> Value {
    let mut ticks = desk.ticks();
    loop {
        let state = desk.ask("updates_read", Value::Null).await["state"].take();
        if state["state"] != "downloading" {
            return state;
        }
        desk.tick(&mut ticks, |tick| matches!(tick, Tick::Updates)).await;
    }
}

fn remember(desk: &Desk, key: &str, value: Value) {
    let path = desk.folder().join("updates.json");
    let mut kept: Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
    kept[key] = value;
    std::fs::write(path, kept.to_string()).unwrap();
}

#[tokio::test]
async fn nobody_is_asked_before_the_user_agreed_and_then_once_a_day() {
    let (mut desk, place) = Place::with_desk(list("2.0.0")).await;
    let told = started(&mut desk).await;
    assert_eq!((&told["agreed"], &told["host"]), (&Value::Null, &json!("127.0.0.1")));
    desk.ask("updates_agree", json!({ "agreed": false })).await;
    started(&mut desk).await;
    assert_eq!(place.asked(), 0);

    desk.ask("updates_agree", json!({ "agreed": true })).await;
    assert_eq!(place.asked(), 0, "to agree is not to ask");
    let told = started(&mut desk).await;
    assert_eq!(told["state"]["update"]["version"], "2.0.0", "{told}");
    let at = told["lookedAt"].as_i64().unwrap();
    started(&mut desk).await;
    assert_eq!(place.asked(), 1);
    // Yesterday, and a clock that was set back since.
    for (then, asked) in [(at - 25 * 3_600_000, 2), (at + 3_600_000, 3)] {
        remember(&desk, "lookedAt", json!(then));
        started(&mut desk).await;
        assert_eq!(place.asked(), asked);
    }
    desk.ask("updates_agree", json!({ "agreed": false })).await;
    remember(&desk, "lookedAt", Value::Null);
    started(&mut desk).await;
    assert_eq!(place.asked(), 3);
}

#[tokio::test]
async fn a_look_sends_nothing_but_the_name_of_the_program() {
    let (desk, place) = Place::with_desk(list("2.0.0")).await;
    desk.ask("updates_look", Value::Null).await;
    let mut head = place.heads().remove(0);
    // HTTP 2 names the host elsewhere.
    head.retain(|(name, _)| name != "host");
    let names: Vec<&str> = head.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["accept", "accept-encoding", "user-agent"]);
    assert_eq!(head[2].1, concat!("AssuranceDesk/", env!("CARGO_PKG_VERSION")));
}

#[tokio::test]
async fn what_is_not_newer_is_not_offered() {
    let (desk, _place) = Place::with_desk(list(env!("CARGO_PKG_VERSION"))).await;
    let told = desk.ask("updates_look", Value::Null).await;
    assert_eq!(told["state"]["state"], "newest");
    let version = json!({ "version": env!("CARGO_PKG_VERSION") });
    for command in ["updates_skip", "updates_download", "updates_install"] {
        assert_eq!(desk.refused(command, version.clone()).await.code, ProblemCode::NotFound);
    }
}

#[tokio::test]
async fn the_words_of_a_list_are_harmless_and_bounded() {
    let mut hostile = list("2.0.0");
    hostile["notes"] = json!(format!("<b>now</b>\u{202e}txt\u{7}\n{}", "x".repeat(100_000)));
    let (desk, place) = Place::with_desk(hostile).await;
    let told = desk.ask("updates_look", Value::Null).await;
    let notes = told["state"]["update"]["notes"].as_str().unwrap();
    assert!(
        notes.starts_with("<b>now</b>[U+202E]txt[U+0007]\nxxx"),
        "{}",
        &notes[..60]
    );
    assert!(notes.len() < 21_000 && notes.ends_with('…'));

    place.sends(Sent::List(list(&format!("2.0.0-{}", "a".repeat(100)))));
    let problem = desk.refused("updates_look", Value::Null).await;
    assert_eq!(problem.code, ProblemCode::UnexpectedAnswer);
}

#[tokio::test]
async fn a_version_that_was_skipped_stays_skipped_and_a_newer_one_is_not() {
    let (mut desk, place) = Place::with_desk(list("2.0.0")).await;
    desk.ask("updates_look", Value::Null).await;
    desk.refused("updates_skip", json!({ "version": "3.0.0" })).await;
    let told = desk.ask("updates_skip", json!({ "version": "2.0.0" })).await;
    assert_eq!(told["state"]["update"]["skipped"], true);
    desk.restart();
    let told = desk.ask("updates_look", Value::Null).await;
    assert_eq!(told["state"]["update"]["skipped"], true);
    place.sends(Sent::List(list("2.0.1")));
    let told = desk.ask("updates_look", Value::Null).await;
    assert_eq!(told["state"]["update"]["skipped"], false);
}

#[tokio::test]
async fn a_package_is_downloaded_checked_and_installed_each_after_a_press() {
    let (desk, place) = Place::with_desk(list("2.0.0")).await;
    let version = json!({ "version": "2.0.0" });
    desk.refused("updates_download", version.clone()).await;
    desk.ask("updates_look", Value::Null).await;
    assert_eq!(place.asked(), 1, "nothing was downloaded yet");
    place.sends(Sent::Package(signed("2.0.0", 300_000)));
    let told = desk.ask("updates_download", version.clone()).await;
    assert_eq!(told["state"]["state"], "downloading");
    let state = ended(&desk).await;
    assert_eq!(state["state"], "ready", "{state}");
    assert_eq!(place.shell.done(), [] as [String; 0]);
    desk.refused("updates_install", json!({ "version": "2.0.1" })).await;
    desk.ask("updates_install", version).await;
    assert_eq!(place.shell.done(), ["installed 300000 bytes", "restarted"]);
}

#[tokio::test]
async fn a_download_is_stopped_and_begun_anew() {
    let (desk, place) = Place::with_desk(list("2.0.0")).await;
    let version = json!({ "version": "2.0.0" });
    desk.ask("updates_look", Value::Null).await;
    place.sends(Sent::EndlessPackage);
    let mut ticks = desk.ticks();
    desk.ask("updates_download", version.clone()).await;
    desk.refused("updates_download", version.clone()).await;
    while desk.ask("updates_read", Value::Null).await["state"]["received"] == 0 {
        desk.tick(&mut ticks, |tick| matches!(tick, Tick::Updates)).await;
    }
    let told = desk.ask("updates_stop", Value::Null).await;
    assert_eq!(told["state"]["state"], "offered");
    assert_eq!(told["state"]["problem"], Value::Null);
    place.sends(Sent::Package(signed("2.0.0", 10)));
    desk.ask("updates_download", version).await;
    assert_eq!(ended(&desk).await["state"], "ready");
}

#[tokio::test]
async fn what_is_not_the_package_that_was_signed_is_thrown_away() {
    let (desk, place) = Place::with_desk(list("2.0.0")).await;
    let version = json!({ "version": "2.0.0" });
    desk.ask("updates_look", Value::Null).await;
    for (sent, says) in [
        (
            Sent::Package(b"by somebody else".to_vec()),
            "Its signature does not fit",
        ),
        (Sent::Package(signed("1.0.0", 100)), "another version"),
        (Sent::HalfPackage, "broke before the answer was complete"),
        (Sent::Huge, "larger than 200 MB"),
        (Sent::Nothing, "status 404"),
        (Sent::ToPlain, "without https"),
    ] {
        place.sends(sent);
        desk.ask("updates_download", version.clone()).await;
        let state = ended(&desk).await;
        assert_eq!(state["state"], "offered", "{state}");
        let message = state["problem"]["message"].as_str().unwrap();
        assert!(message.contains(says), "{says}: {state}");
        desk.refused("updates_install", version.clone()).await;
    }
    assert_eq!(place.shell.done(), [] as [String; 0]);
}

#[tokio::test]
async fn a_failed_look_is_told_when_it_was_pressed_and_only_then() {
    let (mut desk, place) = Place::with_desk(list("2.0.0")).await;
    desk.ask("updates_agree", json!({ "agreed": true })).await;
    for (sent, code) in [
        (Sent::Nothing, ProblemCode::ServiceFailed),
        (Sent::SignIn, ProblemCode::UnexpectedAnswer),
        (Sent::List(json!([])), ProblemCode::UnexpectedAnswer),
        (Sent::List(json!({ "version": "2.0.0" })), ProblemCode::NotFound),
        (Sent::EndlessPackage, ProblemCode::UnexpectedAnswer),
        (Sent::ToPlain, ProblemCode::UnexpectedAnswer),
    ] {
        place.sends(sent);
        let problem = desk.refused("updates_look", Value::Null).await;
        assert_eq!(problem.code, code, "{problem:?}");
        remember(&desk, "lookedAt", Value::Null);
        assert_eq!(started(&mut desk).await["state"]["state"], "notLooked");
    }
    place.is_trusted_no_more(&desk).await;
    let problem = desk.refused("updates_look", Value::Null).await;
    assert_eq!(problem.code, ProblemCode::Unreachable);
    assert!(!format!("{problem:?}").contains("Adobe"), "{problem:?}");
}

#[tokio::test]
async fn what_a_package_manager_installed_is_told_where_to_go() {
    let (desk, place) = Place::with_desk(list("2.0.0")).await;
    place.shell.is_packaged();
    let told = desk.ask("updates_look", Value::Null).await;
    assert_eq!(told["state"]["update"]["way"], "page");
    desk.refused("updates_download", json!({ "version": "2.0.0" })).await;
    assert_eq!(place.asked(), 1);
    desk.ask("updates_page", Value::Null).await;
    assert_eq!(desk.desktop.pages(), ["https://example.org/download"]);
}

#[tokio::test]
async fn a_package_that_cannot_be_put_in_place_leaves_the_program_and_says_so() {
    let (desk, place) = Place::with_desk(list("2.0.0")).await;
    let version = json!({ "version": "2.0.0" });
    desk.ask("updates_look", Value::Null).await;
    place.sends(Sent::Package(signed("2.0.0", 10)));
    desk.ask("updates_download", version.clone()).await;
    ended(&desk).await;
    place.shell.will_fail();
    let told = desk.ask("updates_install", version).await;
    assert_eq!(told["state"]["problem"]["code"], "file", "{told}");
    assert_eq!(place.shell.done(), [] as [String; 0], "and is not started again");
}

#[tokio::test]
async fn a_build_without_a_place_for_updates_says_so_and_asks_nobody() {
    let mut desk = Desk::open();
    desk.ask("updates_agree", json!({ "agreed": true })).await;
    let told = started(&mut desk).await;
    assert_eq!((&told["host"], &told["lookedAt"]), (&Value::Null, &Value::Null));
    for command in ["updates_look", "updates_page"] {
        let problem = desk.refused(command, Value::Null).await;
        assert_eq!(problem.title, "This build has no place to get updates from");
    }
}
