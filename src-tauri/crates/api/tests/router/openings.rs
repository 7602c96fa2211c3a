//! What the program is asked to open from outside: files and links.

use std::path::Path;

use api::contract::tick::Tick;
use api::openings::Asked;
use archive::{About, Archive};
use serde_json::{Value, json};

use crate::desk::{Desk, assert_is_helpful};

const SESSION: &str = "7a5fe0e6-3b7d-4b53-9a4e-2f0c3e7d1a11";

impl Desk {
    async fn asked_to_open(&self, word: &str) -> Vec<Value> {
        let mut ticks = self.ticks();
        let asked = Asked::read(word, Path::new("/")).unwrap();
        self.router().ask_to_open(asked).await;
        self.tick(&mut ticks, |tick| matches!(tick, Tick::Openings)).await;
        self.taken().await
    }

    async fn taken(&self) -> Vec<Value> {
        let taken = self.ask("openings_take", Value::Null).await;
        taken.as_array().unwrap().clone()
    }
}

/// An archive that somebody sent.
fn sent_archive(path: &Path) {
    let about = About {
        session: json!({ "name": "Checkout", "uuid": SESSION })
            .as_object()
            .unwrap()
            .clone(),
        ..About::default()
    };
    drop(Archive::create(path, &about).unwrap());
}

#[tokio::test]
async fn a_link_is_handed_to_the_window_and_not_followed() {
    let desk = Desk::open();
    let integration = "00000000-0000-4000-8000-000000000001";
    for (link, opening) in [
        (
            format!("assurance-desk://open?session={SESSION}"),
            json!({ "kind": "session", "session": SESSION, "integration": null }),
        ),
        (
            format!("assurance-desk://open?session={SESSION}&integration={integration}"),
            json!({ "kind": "session", "session": SESSION, "integration": integration }),
        ),
        (
            "assurance-desk://open?place=requests".to_owned(),
            json!({ "kind": "place", "place": "requests" }),
        ),
    ] {
        assert_eq!(desk.asked_to_open(&link).await, [opening], "{link}");
        assert!(desk.taken().await.is_empty(), "it is told once");
    }
}

#[tokio::test]
async fn what_is_no_link_is_refused_with_a_reason_and_a_next_step() {
    let desk = Desk::open();
    for link in [
        "assurance-desk://open?file=/etc/passwd",
        "assurance-desk://run?command=rm",
        "assurance-desk:",
        "ASSURANCE-DESK://open?place=home",
    ] {
        let refused = desk.asked_to_open(link).await.remove(0);
        assert_eq!(refused["kind"], "refused", "{link}");
        let problem = serde_json::from_value(refused["problem"].clone()).unwrap();
        assert_is_helpful(&problem);
        assert!(!refused.to_string().contains("passwd"), "{refused}");
    }
}

#[tokio::test]
async fn many_links_at_once_bury_nobody() {
    let desk = Desk::open();
    for _ in 0..100 {
        let link = Asked::Link("assurance-desk://open?place=home".to_owned());
        desk.router().ask_to_open(link).await;
    }
    assert_eq!(desk.taken().await.len(), 8);
}

#[tokio::test]
async fn an_archive_that_somebody_sent_is_taken_over_once() {
    let desk = Desk::open();
    let elsewhere = tempfile::tempdir().unwrap();
    let sent = elsewhere.path().join("sent to me.assurance");
    sent_archive(&sent);
    let address = format!("file://{}", sent.display().to_string().replace(' ', "%20"));

    let mut ticks = desk.ticks();
    let opening = desk.asked_to_open(&address).await.remove(0);
    assert_eq!(opening["kind"], "import", "{opening}");
    assert_eq!(opening["job"]["title"], "Importing sent to me.assurance");
    let job = desk.ended(&mut ticks, &opening["job"]).await;
    assert_eq!(job["state"]["archive"], "Checkout", "{job}");
    assert!(sent.is_file(), "what was sent stays where it is");

    let again = desk.asked_to_open(&address).await;
    assert_eq!(again, [json!({ "kind": "archive", "archive": "Checkout" })]);
    assert_eq!(desk.archives().await.len(), 1);

    let inside = desk.folder().join("archives/Checkout.assurance");
    let opened = desk.asked_to_open(inside.to_str().unwrap()).await;
    assert_eq!(opened, [json!({ "kind": "archive", "archive": "Checkout" })]);

    desk.ask("archive_delete", json!({ "archive": "Checkout" })).await;
    let anew = desk.asked_to_open(&address).await.remove(0);
    assert_eq!(anew["kind"], "import", "what was deleted is taken over anew");
}

#[tokio::test]
async fn a_file_that_is_not_there_or_is_no_file_is_refused() {
    let desk = Desk::open();
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("gone.assurance");
    let directory = folder.path().join("folder.assurance");
    std::fs::create_dir(&directory).unwrap();
    for path in [missing, directory] {
        let refused = desk.asked_to_open(path.to_str().unwrap()).await.remove(0);
        let problem = serde_json::from_value(refused["problem"].clone()).unwrap();
        assert_is_helpful(&problem);
    }
    assert!(desk.archives().await.is_empty());
}
