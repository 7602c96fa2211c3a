//! Events that are handed on: every format through the command, read back; and what is taken out of them.

use std::path::Path;

use api::contract::problem::ProblemCode;
use serde_json::{Value, json};

use crate::desk::{Desk, ViewOnDesk};

const ECID: &str = "12345678901234567890123456789012345678";

fn session() -> Value {
    let event = |number: i64, name: &str| {
        json!({"uuid": format!("e{number}"), "eventNumber": number, "clientId": "c1",
            "timestamp": 1_700_000_000_000i64 + number, "vendor": "com.adobe.griffon.mobile", "type": "generic",
            "payload": {"ACPExtensionEventName": name, "ACPExtensionEventData": {"ECID": ECID, "ip": "192.0.2.7"}},
            "odd": [1.0, 1e3]})
    };
    json!({"uuid": "S", "token": 4321, "name": "Checkout", "firstName": "Wilhelmina", "orgId": "ORG@AdobeOrg",
        "events": [event(3, "Purchase"), event(2, "View"), event(1, "Start")]})
}

async fn opened<'a>(desk: &'a Desk, folder: &Path) -> ViewOnDesk<'a> {
    let path = folder.join("session.json");
    std::fs::write(&path, session().to_string()).unwrap();
    let archive = desk.imported(&path).await;
    ViewOnDesk::of_archive(desk, &archive).await.0
}

fn request(view: &ViewOnDesk<'_>, format: &str, only_shown: bool, redaction: &[&str]) -> Value {
    json!({
        "view": view.id, "onlyShown": only_shown, "format": format, "columns": [], "redaction": redaction,
    })
}

#[tokio::test]
async fn what_is_exported_is_what_was_imported() {
    let (desk, folder) = (Desk::open(), tempfile::tempdir().unwrap());
    let view = opened(&desk, folder.path()).await;
    let to = folder.path().join("out.json");
    let job = desk.export_events(request(&view, "json", false, &[]), &to).await;
    assert_eq!(job["title"], "Exporting to out.json");
    assert_eq!(
        job["state"],
        json!({ "state": "done", "note": "3 events in out.json.", "archive": null })
    );
    let written: Value = serde_json::from_slice(&std::fs::read(&to).unwrap()).unwrap();
    assert_eq!(written, session());

    // The dialog has asked whether to replace it; this time only what the filter shows.
    view.filter(json!({ "text": "NOT name:view", "vendors": ["COM.adobe.griffon.mobile"] }))
        .await;
    desk.export_events(request(&view, "json", true, &[]), &to).await;
    let written: Value = serde_json::from_slice(&std::fs::read(&to).unwrap()).unwrap();
    let uuids: Vec<&Value> = written["events"]
        .as_array()
        .unwrap()
        .iter()
        .map(|event| &event["uuid"])
        .collect();
    assert_eq!(uuids, ["e3", "e1"]);
}

#[tokio::test]
async fn every_format_is_written_and_can_be_read() {
    let (desk, folder) = (Desk::open(), tempfile::tempdir().unwrap());
    let view = opened(&desk, folder.path()).await;
    let lines = folder.path().join("out.ndjson");
    desk.export_events(request(&view, "ndjson", false, &[]), &lines).await;
    let text = std::fs::read_to_string(&lines).unwrap();
    let events: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(json!(events), session()["events"]);

    let table = folder.path().join("out.csv");
    let mut with_columns = request(&view, "csv", false, &[]);
    with_columns["columns"] = json!(["uuid", "name", "payload.ACPExtensionEventData.ip"]);
    desk.export_events(with_columns, &table).await;
    let text = std::fs::read_to_string(&table).unwrap();
    let rows: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(rows.len(), 4);
    assert_eq!((rows[0].split(',').count(), rows[1]), (3, "e1,Start,192.0.2.7"));

    let dataset = folder.path().join("dataset");
    let job = desk
        .export_events(request(&view, "parquet", false, &[]), &dataset)
        .await;
    assert_eq!(job["state"]["state"], "done", "{job}");
    let files = files(&dataset);
    assert!(!files.is_empty() && files.iter().all(|(_, bytes)| bytes.starts_with(b"PAR1")));

    let sent = folder.path().join("sent.assurance");
    desk.export_events(request(&view, "archive", false, &[]), &sent).await;
    let other = Desk::open();
    let archive = other.imported(&sent).await;
    let (view, status) = ViewOnDesk::of_archive(&other, &archive).await;
    assert_eq!((status.total, status.name.as_str()), (3, "Checkout"));
    view.details("e2").await;
}

#[tokio::test]
async fn what_is_redacted_is_shown_before_and_in_no_format() {
    let (desk, folder) = (Desk::open(), tempfile::tempdir().unwrap());
    let view = opened(&desk, folder.path()).await;
    let rules = ["identities", "pin", "ipAddresses", "names"];
    view.filter(json!({ "text": "name:purchase OR name:start" })).await;
    let preview = desk
        .ask("events_redaction", request(&view, "ndjson", true, &rules))
        .await;
    assert_eq!((&preview["events"], &preview["changed"]), (&json!(2), &json!(2)));
    let found = |rule: &str| {
        let rules = preview["rules"].as_array().unwrap();
        rules.iter().find(|found| found["rule"] == rule).unwrap().clone()
    };
    assert_eq!(preview["rules"].as_array().unwrap().len(), rules.len());
    let identities = found("identities");
    assert_eq!((&identities["values"], &identities["events"]), (&json!(1), &json!(2)));
    let sample = &identities["samples"][0];
    assert!(sample["path"].as_str().unwrap().ends_with("ECID"), "{sample}");
    assert_eq!(found("pin")["values"], 1);
    assert!(!preview.to_string().contains(ECID), "a sample is shortened");

    for format in ["json", "ndjson", "csv", "parquet"] {
        let to = folder.path().join(format!("redacted-{format}"));
        let job = desk.export_events(request(&view, format, false, &rules), &to).await;
        assert_eq!(job["state"]["state"], "done", "{job}");
        let written = if to.is_dir() {
            files(&to)
        } else {
            vec![(format.to_owned(), std::fs::read(&to).unwrap())]
        };
        for (name, bytes) in written {
            let text = String::from_utf8_lossy(&bytes);
            for secret in [ECID, "192.0.2.7", "4321", "Wilhelmina"] {
                assert!(!text.contains(secret), "{secret} is in {name}");
            }
        }
    }
    let none = desk.ask("events_redaction", request(&view, "json", false, &[])).await;
    assert_eq!(
        (&none["events"], &none["changed"], &none["rules"]),
        (&json!(3), &json!(0), &json!([]))
    );
}

#[tokio::test]
async fn an_export_that_cannot_be_is_refused_and_leaves_nothing() {
    let (desk, folder) = (Desk::open(), tempfile::tempdir().unwrap());
    let view = opened(&desk, folder.path()).await;
    // Nobody is asked where to save what cannot be written.
    for (format, only_shown, rules) in [("archive", true, vec![]), ("archive", false, vec!["pin"])] {
        let problem = desk
            .refused("events_export", request(&view, format, only_shown, &rules))
            .await;
        assert_eq!(problem.code, ProblemCode::InvalidInput);
    }
    let mut odd = request(&view, "csv", false, &[]);
    odd["columns"] = json!(["no such column ("]);
    assert_eq!(desk.refused("events_export", odd).await.code, ProblemCode::InvalidInput);
    let ours = desk.folder().join("archives").join("Checkout.assurance");
    for format in ["archive", "json"] {
        desk.desktop.will_save_at(&ours);
        let problem = desk.refused("events_export", request(&view, format, false, &[])).await;
        assert_eq!(problem.code, ProblemCode::InvalidInput);
    }
    let closed = desk
        .try_to("events_export", request(&view, "json", false, &[]))
        .await
        .unwrap_err();
    assert_eq!(closed.code, ProblemCode::Cancelled, "the dialog was closed");

    for format in ["json", "archive", "csv"] {
        let nowhere = folder.path().join("no such folder").join("out");
        let job = desk.export_events(request(&view, format, false, &[]), &nowhere).await;
        let problem = serde_json::from_value(job["state"]["problem"].clone()).unwrap();
        crate::desk::assert_is_helpful(&problem);
        assert_eq!(problem.code, ProblemCode::File, "{format}");
    }
    assert_eq!(
        std::fs::read_dir(folder.path()).unwrap().count(),
        1,
        "only what was imported"
    );
    assert_eq!(view.status().await.total, 3);
}

/// Every file in a folder and those in it.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push((path.display().to_string(), std::fs::read(&path).unwrap()));
        }
    }
    found
}
