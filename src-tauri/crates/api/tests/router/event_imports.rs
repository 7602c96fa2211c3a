//! Files of events that become archives, and files that do not.

use std::path::PathBuf;

use api::contract::problem::ProblemCode;
use api::contract::tick::Tick;
use archive::{About, Archive};
use event::Event;
use serde_json::{Value, json};

use crate::desk::{Desk, ViewOnDesk, assert_is_helpful, texts};

/// A session as Adobe's web UI exports it: the newest event first, unknown fields, a repeated one, one that is none.
pub(crate) fn exported_session() -> Value {
    json!({
        "uuid": "7a5fe0e6-3b7d-4b53-9a4e-2f0c3e7d1a11", "token": 42, "name": "Checkout: v42", "firstName": "Ada",
        "lastName": "Lovelace", "createdTs": 1_700_000_000_000i64, "later": {"x": [1.50]}, "annotations": [],
        "events": [
            {"uuid": "e4", "eventNumber": 0, "clientId": null, "timestamp": 1_700_000_004_000i64, "vendor": "cepheus",
             "type": "Push Service", "payload": {"pushToken": "abc"}, "annotations": []},
            {"uuid": "e3", "eventNumber": 3, "clientId": "C1", "timestamp": 1_700_000_003_000i64,
             "vendor": "com.adobe.griffon.mobile", "type": "generic",
             "payload": {"ACPExtensionEventType": "com.adobe.eventType.edge", "ACPExtensionEventName": "Purchase",
                         "ACPExtensionEventData": {"xdm": {"eventType": "commerce.purchases"}}}},
            {"uuid": "e3", "timestamp": 9, "payload": "again"},
            "no event",
            {"uuid": "e1", "eventNumber": 1, "clientId": "C1", "timestamp": 1_700_000_001_000i64,
             "vendor": "com.adobe.griffon.mobile", "type": "client",
             "payload": {"type": "connect", "deviceInfo": {"Device name": "Ada's phone"}}},
        ],
    })
}

/// A file in a folder of the user's.
pub(crate) struct Files(tempfile::TempDir);

impl Files {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub(crate) fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.path().join(name);
        std::fs::write(&path, content).unwrap();
        path
    }
}

#[tokio::test]
async fn adobes_export_is_imported_searched_and_shown() {
    let (desk, files) = (Desk::open(), Files::new());
    let mut ticks = desk.ticks();
    let path = files.write("events.json", exported_session().to_string());
    let job = desk.import_events(&path).await;
    desk.tick(&mut ticks, |tick| matches!(tick, Tick::Archives)).await;
    assert_eq!(job["title"], "Importing events.json");
    assert_eq!(
        job["state"]["note"],
        "3 events. 1 came twice and is kept once. 1 record is no event: line 1."
    );
    let row = desk.archives().await.remove(0);
    assert_eq!(row["archive"], job["state"]["archive"]);
    for (field, value) in [
        ("archive", json!("Checkout v42")),
        ("name", json!("Checkout: v42")),
        ("session", json!("7a5fe0e6-3b7d-4b53-9a4e-2f0c3e7d1a11")),
        ("importedFrom", json!("events.json")),
        ("integration", Value::Null),
        ("events", json!(3)),
        ("first", json!(1_700_000_001_000i64)),
        ("last", json!(1_700_000_004_000i64)),
        ("view", Value::Null),
        ("problem", Value::Null),
    ] {
        assert_eq!(row[field], value, "{field}");
    }
    assert!(row["bytes"].as_u64().unwrap() > 1_000 && row["changed"].as_i64().unwrap() > 1_700_000_000_000);

    let (view, status) = ViewOnDesk::of_archive(&desk, "Checkout v42").await;
    assert_eq!((status.total, status.name.as_str()), (3, "Checkout: v42"));
    assert_eq!(status.session, "7a5fe0e6-3b7d-4b53-9a4e-2f0c3e7d1a11");
    assert_eq!(status.clients[0].name, "Ada's phone");
    assert_eq!(desk.archives().await[0]["view"], view.id);
    assert_eq!(view.uuids().await, ["e1", "e3", "e4"]);
    for (query, found) in [
        ("commerce.purchases", vec!["e3"]),
        ("type:edge", vec!["e3"]),
        ("vendor:cepheus OR type:client", vec!["e1", "e4"]),
        ("payload.ACPExtensionEventData.xdm.eventType:commerce.*", vec!["e3"]),
        ("NOT eventNumber>0", vec!["e4"]),
        // The zone's hour counts: 22:13:23 in UTC.
        ("time>=2023-11-14T23:13:23", vec!["e3", "e4"]),
        ("", vec!["e1", "e3", "e4"]),
    ] {
        let filter = json!({ "text": query, "zoneMinutes": 60 });
        assert_eq!(view.filter(filter).await["matched"], found.len(), "{query}");
        assert_eq!(view.uuids().await, found, "{query}");
    }
    let facets = view.command("view_facets").await;
    assert_eq!(texts(&facets["clients"], "label"), ["Ada's phone"]);
    let details = view.details("e3").await;
    assert_eq!(
        (&details["row"]["label"], &details["index"]),
        (&json!("Purchase"), &json!(1))
    );
    assert_eq!(view.tree("e3", "commerce").await["hits"], 1);
    assert!(view.raw("e4").await.to_string().contains("pushToken"));
    view.copy("e3", Some("/ACPExtensionEventName")).await;

    // Pausing what nobody adds to changes nothing.
    assert_eq!(view.command("view_pause").await["matched"], 3);
    view.command("view_resume").await;
    view.command("view_close").await;
    assert_eq!(desk.archive_files(), ["Checkout v42.assurance"]);
}

#[tokio::test]
async fn a_mistake_in_a_query_is_pointed_at_and_the_list_stays() {
    let (desk, files) = (Desk::open(), Files::new());
    let archive = desk
        .imported(&files.write("events.json", exported_session().to_string()))
        .await;
    let (view, _) = ViewOnDesk::of_archive(&desk, &archive).await;
    view.filter(json!({ "text": "commerce" })).await;
    let problem = desk
        .refused(
            "view_filter",
            json!({ "view": view.id, "filter": { "text": "type:edge AND (" } }),
        )
        .await;
    assert_eq!(problem.code, ProblemCode::Query);
    assert!(problem.detail.unwrap().contains('^'));
    let status = view.status().await;
    assert_eq!((status.matched, status.filter.text.as_str()), (1, "commerce"));

    assert_eq!(
        desk.ask("query_check", json!({ "text": "type:edge" })).await,
        json!({ "mistake": null })
    );
    let check = desk.ask("query_check", json!({ "text": "name:" })).await;
    let mistake = &check["mistake"];
    assert_eq!(
        (&mistake["column"], &mistake["message"]),
        (&json!(6), &json!("a value is missing"))
    );
}

#[tokio::test]
async fn the_same_session_imported_twice_makes_a_second_archive() {
    let (desk, files) = (Desk::open(), Files::new());
    let path = files.write("events.json", exported_session().to_string());
    let names = [desk.imported(&path).await, desk.imported(&path).await];
    assert_eq!(names, ["Checkout v42", "Checkout v42 2"]);
    let archives = json!(desk.archives().await);
    let mut shown = texts(&archives, "name");
    shown.sort_unstable();
    assert_eq!(shown, ["Checkout: v42", "Checkout: v42 2"]);

    // A file without a session is called by its own name, and one that ends early says so.
    let lines = "{\"uuid\":\"1\"}\nno event\n[7]\n{\"uuid\":\"2\"}\n";
    let job = desk.import_events(&files.write("lines.ndjson", lines)).await;
    assert_eq!(
        (&job["state"]["archive"], &job["state"]["note"]),
        (
            &json!("lines"),
            &json!("2 events. 2 records are no events: lines 2 and 3.")
        )
    );
    let cut = exported_session().to_string();
    let at = cut.find("Ada's").unwrap();
    let job = desk.import_events(&files.write("cut.json", &cut[..at])).await;
    let note = job["state"]["note"].as_str().unwrap();
    assert!(
        note.contains("ends in the middle") && note.contains("What came before is kept."),
        "{note}"
    );
}

#[tokio::test]
async fn an_archive_that_somebody_sent_is_taken_over() {
    let (desk, files) = (Desk::open(), Files::new());
    let path = files.0.path().join("sent.assurance");
    let session = json!({"uuid": "S", "name": "Sent"}).as_object().unwrap().clone();
    let about = About {
        session,
        ..About::default()
    };
    let sent = Archive::create(&path, &about).unwrap();
    sent.insert((0..300).map(event).collect()).unwrap();
    // Even while somebody still adds to it.
    desk.desktop.will_choose(&path);
    let mut ticks = desk.ticks();
    let job = desk.ask("archive_import", json!({ "path": null })).await;
    let job = desk.ended(&mut ticks, &job).await;
    assert_eq!(
        job["state"],
        json!({ "state": "done", "note": "300 events.", "archive": "Sent" })
    );
    let (view, status) = ViewOnDesk::of_archive(&desk, "Sent").await;
    assert_eq!((status.total, status.session.as_str()), (300, "S"));
    view.details("299").await;
    let problem = desk
        .try_to("archive_import", json!({ "path": null }))
        .await
        .unwrap_err();
    assert_eq!(problem.code, ProblemCode::Cancelled, "the dialog was closed");
}

#[tokio::test]
async fn what_is_no_file_of_events_is_told_and_leaves_nothing() {
    let (desk, files) = (Desk::open(), Files::new());
    for (name, content, code) in [
        ("empty.json", &b""[..], ProblemCode::File),
        ("page.html", b"<!doctype html><html></html>", ProblemCode::File),
        ("other.json", br#"{"clientId": "x"}"#, ProblemCode::File),
        ("utf16.json", b"\xff\xfe{\0}\0", ProblemCode::File),
        ("half.json.gz", b"\x1f\x8b\x08\0\0\0\0\0\0\x03", ProblemCode::File),
        ("none.json", br#"{"uuid":"s","events":[]}"#, ProblemCode::File),
        ("odd.json", br#"[1, 2]"#, ProblemCode::File),
        (
            "damaged.assurance",
            b"SQLite format 3\0 and then nothing of use",
            ProblemCode::ArchiveUnusable,
        ),
    ] {
        let job = desk.import_events(&files.write(name, content)).await;
        assert_eq!(job["state"]["state"], "failed", "{name}: {job}");
        let problem = serde_json::from_value(job["state"]["problem"].clone()).unwrap();
        assert_is_helpful(&problem);
        assert_eq!(problem.code, code, "{name}");
        assert_eq!(desk.archive_files(), [""; 0], "{name}");
    }
    let job = desk.import_events(&files.0.path().join("nowhere.json")).await;
    assert_eq!(job["state"]["problem"]["code"], "file");
    let job = desk.import_events(files.0.path()).await;
    assert_eq!(job["state"]["problem"]["code"], "file");
}

fn event(number: i64) -> Event {
    let event = json!({"uuid": number.to_string(), "timestamp": number, "type": "generic", "vendor": "v"});
    Event::from_json(&event.to_string()).unwrap()
}
