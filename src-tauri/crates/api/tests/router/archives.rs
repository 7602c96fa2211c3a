//! Sessions that are kept: followed into archives, opened again, deleted; and archives that cannot be used.

use api::contract::inspector::Following;
use api::contract::problem::ProblemCode;
use archive::Archive;
use event::Event;
use practice::FaultKind;
use serde_json::{Value, json};

use crate::desk::{Desk, ViewOnDesk, assert_is_helpful, texts};
use crate::event_imports::{Files, exported_session};

const BROKEN: FaultKind = FaultKind::Status {
    status: 500,
    retry_after: None,
};

fn reference(archive: &str) -> Value {
    json!({ "archive": archive })
}

fn event(uuid: &str) -> Event {
    Event::from_json(&json!({"uuid": uuid, "timestamp": 5, "type": "generic", "vendor": "v"}).to_string()).unwrap()
}

#[tokio::test]
async fn a_session_is_kept_and_gone_on_with_after_the_program_ended() {
    let mut desk = Desk::open();
    let integration = desk.integration().await;
    let session = desk.session(&integration, "Checkout").await;
    desk.workspace.fill(&session, 700).await;
    let view = ViewOnDesk::open(&desk, &integration, &session).await;
    let before = view.until(|status| status.total >= 600).await;
    let kept = view.uuids().await;
    assert_eq!(
        desk.sessions(&integration, false).await["rows"][0]["archived"],
        kept.len()
    );
    assert!(!before.archive.is_empty());

    desk.restart();
    let listed = &desk.archives().await[0];
    assert_eq!(
        (&listed["name"], &listed["events"], &listed["view"]),
        (&json!("Checkout"), &json!(kept.len()), &Value::Null)
    );
    assert_eq!(listed["integration"], integration);
    desk.trouble_with("events", BROKEN).await;
    let view = ViewOnDesk::open(&desk, &integration, &session).await;
    let status = view.status().await;
    assert_eq!((status.total, status.archive), (kept.len(), before.archive), "at once");
    assert_eq!(view.uuids().await, kept);

    desk.all_is_well().await;
    desk.workspace
        .put_events(&session, json!([{ "payload": 1 }, { "payload": 2 }]))
        .await;
    view.command("view_resume").await;
    view.until(|status| status.total == kept.len() + 2).await;
    let mut now = view.uuids().await;
    now.sort();
    now.dedup();
    assert_eq!(now.len(), kept.len() + 2, "nothing is there twice");
    view.command("view_close").await;
    assert_eq!(
        desk.archive_files(),
        [format!("{}.assurance", view_name(&desk).await)],
        "nothing stays beside the file"
    );
}

async fn view_name(desk: &Desk) -> String {
    desk.archives().await[0]["archive"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn what_a_program_that_was_killed_leaves_behind_is_whole() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let session = desk.session(&integration, "Killed").await;
    desk.workspace.fill(&session, 300).await;
    let view = ViewOnDesk::open(&desk, &integration, &session).await;
    let total = view.until(|status| status.total >= 250).await.total;

    // The files as they are in the middle of following, with the lock of a program that is no more.
    let other = Desk::open();
    let (from, to) = (desk.folder().join("archives"), other.folder().join("archives"));
    std::fs::create_dir(&to).unwrap();
    assert!(desk.archive_files().len() > 1, "{:?}", desk.archive_files());
    for name in desk.archive_files().iter().filter(|name| !name.ends_with("-shm")) {
        std::fs::copy(from.join(name), to.join(name)).unwrap();
    }
    let name = view_name(&other).await;
    let (view, status) = ViewOnDesk::of_archive(&other, &name).await;
    assert!(matches!(status.following, Following::Archived), "{status:?}");
    assert!(status.total >= total, "{} of {total}", status.total);
    assert_eq!(view.uuids().await.len(), status.total);
    assert_eq!(status.integration, None, "this desk has no such integration");
    assert_eq!((status.name.as_str(), status.days_left), ("Killed", None));
}

#[tokio::test]
async fn an_archive_that_stayed_empty_goes_with_its_view() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let session = desk.session(&integration, "Empty").await;
    let view = ViewOnDesk::open(&desk, &integration, &session).await;
    view.until(|status| matches!(status.following, Following::Live)).await;
    assert_eq!(desk.archives().await.len(), 1);
    view.command("view_close").await;
    assert_eq!(desk.archive_files(), [""; 0]);
}

#[tokio::test]
async fn an_archive_that_is_looked_at_is_followed_when_its_session_is_opened() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let session = desk.session(&integration, "Checkout").await;
    desk.workspace.put_events(&session, json!([{ "payload": 1 }])).await;
    let view = ViewOnDesk::open(&desk, &integration, &session).await;
    view.until(|status| status.total == 1).await;
    view.command("view_close").await;

    let (looked_at, status) = ViewOnDesk::of_archive(&desk, &view_name(&desk).await).await;
    assert!(matches!(status.following, Following::Archived), "{status:?}");
    assert_eq!(status.session, session);
    assert_eq!(desk.sessions(&integration, false).await["rows"][0]["open"], false);
    desk.workspace.put_events(&session, json!([{ "payload": 2 }])).await;
    let followed = ViewOnDesk::open(&desk, &integration, &session).await;
    assert_eq!(followed.id, looked_at.id, "an archive has one view");
    let status = followed.until(|status| status.total == 2).await;
    assert!(!matches!(status.following, Following::Archived), "{status:?}");
    let (again, _) = ViewOnDesk::of_archive(&desk, &status.archive).await;
    assert_eq!(again.id, followed.id);

    // The integration goes, the events stay.
    desk.ask("integration_delete", json!({ "integration": integration }))
        .await;
    assert_eq!(desk.ask("view_list", Value::Null).await, json!([]));
    let row = &desk.archives().await[0];
    assert_eq!((&row["integration"], &row["events"]), (&Value::Null, &json!(2)));
    assert!(row["organization"].as_str().unwrap().ends_with("@AdobeOrg"));
}

#[tokio::test]
async fn a_session_keeps_its_new_name_and_its_archive_outlives_it() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let session = desk.session(&integration, "Checkout").await;
    desk.workspace.put_events(&session, json!([{ "payload": 1 }])).await;
    let view = ViewOnDesk::open(&desk, &integration, &session).await;
    view.until(|status| status.total == 1).await;
    let rename = json!({ "integration": integration, "session": session, "name": "Checkout v42", "link": null });
    desk.ask("session_update", rename).await;
    view.until(|status| status.name == "Checkout v42").await;
    let one = json!({ "integration": integration, "session": session });
    desk.ask("session_delete", one.clone()).await;
    view.until(|status| matches!(status.following, Following::Ended { .. }))
        .await;
    view.command("view_close").await;

    assert_eq!(desk.refused("view_open", one).await.code, ProblemCode::SessionDeleted);
    let archives = desk.archives().await;
    assert_eq!(texts(&json!(archives), "name"), ["Checkout v42"]);
    let (_, status) = ViewOnDesk::of_archive(&desk, archives[0]["archive"].as_str().unwrap()).await;
    assert_eq!((status.total, status.name.as_str()), (1, "Checkout v42"));
}

#[tokio::test]
async fn archives_that_cannot_be_opened_say_why_and_can_be_deleted() {
    let (desk, files) = (Desk::open(), Files::new());
    let archive = desk
        .imported(&files.write("events.json", exported_session().to_string()))
        .await;
    let folder = desk.folder().join("archives");
    let good = std::fs::read(folder.join(format!("{archive}.assurance"))).unwrap();
    std::fs::write(folder.join("text.assurance"), "not an archive").unwrap();
    std::fs::write(folder.join("cut.assurance"), &good[..good.len() / 3]).unwrap();
    let mut newer = good.clone();
    // SQLite's user version is at byte 60 of the file.
    newer[60..64].copy_from_slice(&99u32.to_be_bytes());
    std::fs::write(folder.join("newer.assurance"), newer).unwrap();

    let rows = desk.archives().await;
    assert_eq!(rows.len(), 4);
    for (name, title) in [
        ("text", "This is not an archive"),
        ("cut", "The archive is damaged"),
        ("newer", "The archive is too new"),
    ] {
        let row = rows.iter().find(|row| row["archive"] == name).unwrap();
        assert_eq!((&row["problem"]["title"], &row["name"]), (&json!(title), &json!(name)));
        let problem = desk.refused("archive_open", reference(name)).await;
        assert_eq!(
            (problem.code, problem.title.as_str()),
            (ProblemCode::ArchiveUnusable, title)
        );
        let path = folder.join(format!("{name}.assurance"));
        assert!(path.exists(), "it was left as it is");
        desk.ask("archive_delete", reference(name)).await;
        assert!(!path.exists());
        assert_eq!(
            desk.refused("archive_delete", reference(name)).await.code,
            ProblemCode::NotFound
        );
    }
    for elsewhere in ["../settings", "", "nowhere", "a/b"] {
        assert_eq!(
            desk.refused("archive_open", reference(elsewhere)).await.code,
            ProblemCode::NotFound
        );
    }
    assert_eq!(desk.archives().await.len(), 1);
}

#[tokio::test]
async fn an_archive_that_is_open_is_closed_and_deleted() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let session = desk.session(&integration, "Checkout").await;
    desk.workspace.put_events(&session, json!([{ "payload": 1 }])).await;
    let view = ViewOnDesk::open(&desk, &integration, &session).await;
    let status = view.until(|status| status.total == 1).await;
    desk.ask("archive_delete", reference(&status.archive)).await;
    assert_eq!(desk.ask("view_list", Value::Null).await, json!([]));
    assert_eq!(desk.archive_files(), [""; 0]);
    let row = desk.sessions(&integration, true).await["rows"][0].take();
    assert_eq!(
        (&row["archived"], &row["open"]),
        (&Value::Null, &json!(false)),
        "Adobe still has it"
    );
}

#[tokio::test]
async fn a_session_that_another_program_follows_is_shown_and_not_written_to() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let session = desk.session(&integration, "Checkout").await;
    desk.workspace.put_events(&session, json!([{ "payload": 1 }])).await;
    let view = ViewOnDesk::open(&desk, &integration, &session).await;
    view.until(|status| status.total == 1).await;
    view.command("view_close").await;
    let name = view_name(&desk).await;
    let path = desk.folder().join("archives").join(format!("{name}.assurance"));

    let other = Archive::open(&path).unwrap();
    let view = ViewOnDesk::open(&desk, &integration, &session).await;
    let Following::Ended { problem } = view.status().await.following else {
        panic!("it is not followed here");
    };
    assert_is_helpful(&problem);
    assert_eq!(problem.code, ProblemCode::ArchiveInUse);
    other.insert(vec![event("theirs")]).unwrap();
    view.until(|status| status.total == 2).await;
    view.details("theirs").await;
    assert_eq!(
        desk.refused("archive_delete", reference(&name)).await.code,
        ProblemCode::ArchiveInUse
    );
    assert!(path.exists());

    view.command("view_close").await;
    // Looking at it is another matter; and once the other one is done, it can be followed here.
    let (looked_at, status) = ViewOnDesk::of_archive(&desk, &name).await;
    assert!(matches!(status.following, Following::Archived), "{status:?}");
    drop(other);
    let view = ViewOnDesk::open(&desk, &integration, &session).await;
    assert_ne!(view.id, looked_at.id);
    view.until(|status| matches!(status.following, Following::Live)).await;
}

#[tokio::test]
async fn a_folder_that_cannot_be_used_is_told() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let session = desk.session(&integration, "Checkout").await;
    std::fs::write(desk.folder().join("archives"), "a file is in the way").unwrap();
    let problem = desk
        .refused("view_open", json!({ "integration": integration, "session": session }))
        .await;
    assert_eq!(problem.code, ProblemCode::File);
    desk.refused("archives_list", Value::Null).await;
    desk.sessions(&integration, false).await;
}
