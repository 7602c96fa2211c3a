//! Flags, hidden events, notes and highlights; clearing a session; and the report of what is marked.

use std::path::Path;

use api::contract::problem::ProblemCode;
use archive::Archive;
use event::{Event, EventSink};
use serde_json::{Value, json};

use crate::desk::{Desk, ViewOnDesk, assert_is_helpful};

/// Five events, the newest first; a colleague has flagged `e2` and hidden `e4` in Adobe's web UI.
fn session() -> Value {
    let event = |number: i64, annotations: Value| {
        json!({"uuid": format!("e{number}"), "eventNumber": number, "timestamp": 1_700_000_000_000i64 + number,
            "vendor": "com.adobe.griffon.mobile", "type": "generic",
            "payload": {"ACPExtensionEventName": format!("Cart {number}"), "ACPExtensionEventData": {"mail": "jo@example.com"}},
            "annotations": annotations})
    };
    let visibility = |payload: Value| json!([{"uuid": "a", "type": "visibility", "payload": payload}]);
    json!({"uuid": "S", "name": "Checkout", "events": [
        event(5, json!([])), event(4, visibility(json!({"hidden": true}))), event(3, json!([])),
        event(2, visibility(json!({"important": true}))), event(1, json!([])),
    ]})
}

async fn archive(desk: &Desk, folder: &Path) -> String {
    let path = folder.join("session.json");
    std::fs::write(&path, session().to_string()).unwrap();
    desk.imported(&path).await
}

async fn opened<'a>(desk: &'a Desk, folder: &Path) -> ViewOnDesk<'a> {
    let archive = archive(desk, folder).await;
    let (view, _) = ViewOnDesk::of_archive(desk, &archive).await;
    view.until(|status| status.hidden == 1).await;
    view
}

fn change(view: &ViewOnDesk<'_>, events: &[&str], change: Value) -> Value {
    json!({ "view": view.id, "events": events, "change": change })
}

async fn mark(desk: &Desk, view: &ViewOnDesk<'_>, events: &[&str], what: Value) -> Value {
    desk.ask("events_mark", change(view, events, what)).await
}

#[tokio::test]
async fn events_are_marked_together_and_adobes_marks_are_told_apart() {
    let (desk, folder) = (Desk::open(), tempfile::tempdir().unwrap());
    let view = opened(&desk, folder.path()).await;
    assert_eq!(
        view.uuids().await,
        ["e1", "e2", "e3", "e5"],
        "what Adobe hides is left out"
    );
    let before = view.status().await.revision;
    mark(&desk, &view, &["e1", "e3"], json!({"what": "flag", "on": true})).await;
    mark(&desk, &view, &["e3"], json!({"what": "note", "text": "Sent twice"})).await;
    let status = mark(&desk, &view, &["e3"], json!({"what": "highlight", "colour": "green"})).await;
    assert!(status["revision"].as_u64().unwrap() > before, "the list asks again");
    let rows = view.rows(0, 10).await;
    let marks: Vec<&Value> = rows["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| &row["marks"])
        .collect();
    let none = json!({"flagged": null, "hidden": null, "note": null, "adobeNote": null, "highlight": null});
    assert_eq!(marks[0]["flagged"], "here");
    assert_eq!(marks[1]["flagged"], "adobe");
    assert_eq!(
        *marks[2],
        json!({"flagged": "here", "hidden": null, "note": "Sent twice", "adobeNote": null, "highlight": "green"})
    );
    assert_eq!(*marks[3], none);
    assert_eq!(view.details("e3").await["row"]["marks"], *marks[2]);
    view.filter(json!({ "text": "flagged:true -note:*" })).await;
    assert_eq!(view.uuids().await, ["e1", "e2"]);
    let long = json!({"what": "note", "text": "x".repeat(20_001)});
    let problem = desk.refused("events_mark", change(&view, &["e1"], long)).await;
    assert_eq!(problem.code, ProblemCode::InvalidInput);
}

#[tokio::test]
async fn what_is_hidden_leaves_the_list_and_the_export_until_it_is_shown_again() {
    let (desk, folder) = (Desk::open(), tempfile::tempdir().unwrap());
    let view = opened(&desk, folder.path()).await;
    let status = mark(&desk, &view, &["e1", "e2"], json!({"what": "hide", "on": true})).await;
    assert_eq!(
        (&status["matched"], &status["hidden"], &status["total"]),
        (&json!(2), &json!(3), &json!(5))
    );
    assert_eq!(view.uuids().await, ["e3", "e5"]);

    let to = folder.path().join("out.json");
    let export = |only_shown: bool| json!({"view": view.id, "onlyShown": only_shown, "format": "json", "columns": [], "redaction": []});
    let exported = |path: &Path| {
        let written: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
        written["events"].as_array().unwrap().len()
    };
    desk.export_events(export(true), &to).await;
    assert_eq!(exported(&to), 2);
    desk.export_events(export(false), &to).await;
    assert_eq!(exported(&to), 5, "the whole session holds all");

    let shown = json!({ "view": view.id, "show": true });
    let status = desk.ask("view_show_hidden", shown).await;
    assert_eq!(
        (&status["showsHidden"], &status["matched"], &status["hidden"]),
        (&json!(true), &json!(5), &json!(3))
    );
    assert_eq!(view.rows(0, 1).await["rows"][0]["marks"]["hidden"], "here");
    mark(&desk, &view, &["e1", "e2"], json!({"what": "hide", "on": false})).await;
    desk.ask("view_show_hidden", json!({ "view": view.id, "show": false }))
        .await;
    assert_eq!(view.uuids().await, ["e1", "e2", "e3", "e5"], "undone");
}

#[tokio::test]
async fn a_raw_event_has_the_annotations_as_they_are_at_adobe_now() {
    let (desk, folder) = (Desk::open(), tempfile::tempdir().unwrap());
    let name = archive(&desk, folder.path()).await;
    let (view, _) = ViewOnDesk::of_archive(&desk, &name).await;
    let raw = async |view: &ViewOnDesk<'_>| {
        let request = json!({ "view": view.id, "event": "e4", "offset": 0, "limit": 100 });
        let page = desk.ask("event_raw", request).await;
        let lines = page["lines"].as_array().unwrap().iter();
        lines.map(|line| line.as_str().unwrap().trim()).collect::<String>()
    };
    assert!(raw(&view).await.contains(r#""hidden": true"#));
    view.command("view_close").await;

    let archive = Archive::open(&desk.folder().join(format!("archives/{name}.assurance"))).unwrap();
    let shown = json!([{"uuid": "a", "type": "visibility", "payload": {"hidden": false}}]);
    let now = json!({"uuid": "e4", "timestamp": 4, "annotations": shown});
    EventSink::insert(&archive, vec![Event::from_json(&now.to_string()).unwrap()]).unwrap();
    drop(archive);
    let (view, _) = ViewOnDesk::of_archive(&desk, &name).await;
    let raw = raw(&view).await;
    assert!(
        raw.contains(r#""hidden": false"#) && !raw.contains(r#""hidden": true"#),
        "{raw}"
    );
}

#[tokio::test]
async fn a_session_is_cleared_and_restored() {
    let (desk, folder) = (Desk::open(), tempfile::tempdir().unwrap());
    let view = opened(&desk, folder.path()).await;
    let status = desk.ask("view_clear", json!({ "view": view.id, "clear": true })).await;
    assert_eq!((&status["matched"], &status["hidden"]), (&json!(0), &json!(5)));
    assert!(status["clearedAt"].as_i64().unwrap() > 1_700_000_000_005);
    mark(&desk, &view, &["e3"], json!({"what": "hide", "on": false})).await;
    assert_eq!(view.uuids().await, ["e3"], "shown although it is older");
    let status = desk.ask("view_clear", json!({ "view": view.id, "clear": false })).await;
    assert_eq!((&status["clearedAt"], &status["matched"]), (&Value::Null, &json!(4)));
}

#[tokio::test]
async fn a_paused_list_shows_what_is_marked() {
    let (desk, folder) = (Desk::open(), tempfile::tempdir().unwrap());
    let view = opened(&desk, folder.path()).await;
    view.command("view_pause").await;
    let before = view.status().await.revision;
    let status = mark(&desk, &view, &["e1"], json!({"what": "flag", "on": true})).await;
    assert!(status["revision"].as_u64().unwrap() > before);
    assert_eq!(view.rows(0, 1).await["rows"][0]["marks"]["flagged"], "here");
}

#[tokio::test]
async fn an_archive_that_another_program_writes_is_not_marked_and_it_is_said_why() {
    let (desk, folder) = (Desk::open(), tempfile::tempdir().unwrap());
    let name = archive(&desk, folder.path()).await;
    let writer = Archive::open(&desk.folder().join(format!("archives/{name}.assurance"))).unwrap();
    let (view, _) = ViewOnDesk::of_archive(&desk, &name).await;
    let flag = json!({"what": "flag", "on": true});
    let problem = desk.refused("events_mark", change(&view, &["e1"], flag)).await;
    assert_eq!(
        (problem.code, problem.title.as_str()),
        (ProblemCode::File, "This was not marked")
    );
    assert_is_helpful(&problem);
    desk.refused("view_clear", json!({ "view": view.id, "clear": true }))
        .await;
    drop(writer);
}

#[tokio::test]
async fn a_report_is_saved_where_the_user_says() {
    let (desk, folder) = (Desk::open(), tempfile::tempdir().unwrap());
    let view = opened(&desk, folder.path()).await;
    mark(
        &desk,
        &view,
        &["e3"],
        json!({"what": "note", "text": "Ask jo@example.com"}),
    )
    .await;
    let contents = view.command("report_contents").await;
    assert_eq!(
        contents,
        json!({ "marked": 2, "shown": 2, "hidden": 0 }),
        "Adobe's flag counts too"
    );
    mark(&desk, &view, &["e2"], json!({"what": "hide", "on": true})).await;
    let contents = view.command("report_contents").await;
    assert_eq!(contents, json!({ "marked": 1, "shown": 1, "hidden": 1 }), "hidden");
    let with_hidden = json!({ "view": view.id, "withHidden": true });
    let contents = desk.ask("report_contents", with_hidden).await;
    assert_eq!(contents, json!({ "marked": 2, "shown": 2, "hidden": 0 }));
    let to = folder.path().join("report.html");
    desk.desktop.will_save_at(&to);
    let request = |title: &str, redaction: Value| {
        json!({"view": view.id, "title": title, "remarks": "Look here first", "redaction": redaction,
        "withHidden": true})
    };
    let saved = desk.ask("report_save", request("", json!(["emailAddresses"]))).await;
    assert_eq!(saved["path"], to.to_str().unwrap());
    let html = std::fs::read_to_string(&to).unwrap();
    for text in [
        "Report of Checkout",
        "Look here first",
        "Cart 3",
        "Cart 2",
        "in Adobe's web UI",
    ] {
        assert!(html.contains(text), "{text}");
    }
    assert!(!html.contains("jo@example.com") && !html.contains("Cart 1"));

    desk.desktop.will_save_at(&desk.folder().join("archives/report.html"));
    let problem = desk.refused("report_save", request("Twice", json!([]))).await;
    assert_is_helpful(&problem);
    let problem = desk.refused("report_save", request(&"x".repeat(201), json!([]))).await;
    assert_eq!(problem.code, ProblemCode::InvalidInput);
}

#[tokio::test]
async fn what_colleagues_mark_later_is_seen_while_following_and_when_the_session_is_opened_again() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let session = desk.session(&integration, "Together").await;
    let uuid = |number: usize| format!("00000000-0000-0000-0000-{number:012}");
    let event = |number: usize| {
        json!({"uuid": uuid(number), "timestamp": 1_700_000_000_000usize + number,
            "payload": {"ACPExtensionEventName": format!("Cart {number}")}})
    };
    let events: Vec<Value> = (1..=200).map(event).collect();
    desk.workspace.put_events(&session, events.into()).await;
    let view = ViewOnDesk::open(&desk, &integration, &session).await;
    view.until(|status| status.total == 200).await;
    let annotation = |kind: &str, payload: Value| json!({"uuid": uuid(999), "type": kind, "payload": payload});
    let annotate = async |number: usize, annotations: Value| {
        let events = json!({ "events": { uuid(number): annotations } });
        desk.workspace.annotate(&session, events).await;
    };
    let marks = async |view: &ViewOnDesk<'_>, number: usize| view.details(&uuid(number)).await["row"]["marks"].clone();

    annotate(200, json!([annotation("visibility", json!({"important": true}))])).await;
    view.filter(json!({ "text": "flagged:true" })).await;
    view.until(|status| status.matched == 1).await;
    view.filter(json!({ "text": "" })).await;
    assert_eq!(marks(&view, 200).await["flagged"], "adobe");
    let note = json!({"what": "note", "text": "Mine"});
    mark(&desk, &view, &[&uuid(200)], note).await;

    annotate(199, json!([annotation("visibility", json!({"hidden": true}))])).await;
    view.until(|status| status.hidden == 1).await;

    // Nobody looks while a colleague goes on, also among events that are read seldom.
    view.command("view_close").await;
    annotate(200, json!([annotation("visibility", json!({"important": false}))])).await;
    annotate(199, json!([annotation("visibility", json!({"hidden": false}))])).await;
    annotate(3, json!([annotation("notes", json!({"note": "Look at the price"}))])).await;
    let view = ViewOnDesk::open(&desk, &integration, &session).await;
    view.until(|status| status.hidden == 0).await;
    view.filter(json!({ "text": "note:price" })).await;
    view.until(|status| status.matched == 1).await;
    assert_eq!(marks(&view, 3).await["adobeNote"], "Look at the price");
    let both = marks(&view, 200).await;
    assert_eq!((&both["flagged"], &both["note"]), (&Value::Null, &json!("Mine")));
}

#[tokio::test]
async fn a_session_that_is_cleared_and_restored_at_adobe_is_so_here() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let session = desk.session(&integration, "Cleared there").await;
    let event = |at: i64| json!({"timestamp": at, "payload": {"ACPExtensionEventName": "Cart"}});
    desk.workspace
        .put_events(&session, json!([event(1_700_000_000_000), event(1_700_000_000_100)]))
        .await;
    let clear = async |at: i64| {
        let annotation = json!({"uuid": "00000000-0000-0000-0000-000000000001", "namespace": "visibility",
            "payload": {"clearSessionTS": at}});
        desk.workspace
            .annotate(&session, json!({ "session": [annotation] }))
            .await;
    };
    clear(1_700_000_000_050).await;
    let view = ViewOnDesk::open(&desk, &integration, &session).await;
    view.until(|status| status.total == 2 && status.hidden == 1).await;
    let status = view.command("view_status").await;
    assert_eq!(
        (&status["clearedAt"], &status["clearedBy"]),
        (&json!(1_700_000_000_050i64), &json!("adobe"))
    );
    // The session is looked up once in a while, and when somebody asks.
    clear(0).await;
    view.command("view_resume").await;
    view.until(|status| status.hidden == 0).await;
    clear(1_700_000_000_200).await;
    view.command("view_resume").await;
    view.until(|status| status.hidden == 2).await;
    let status = desk.ask("view_clear", json!({ "view": view.id, "clear": false })).await;
    assert_eq!((&status["clearedAt"], &status["matched"]), (&Value::Null, &json!(2)));
}
