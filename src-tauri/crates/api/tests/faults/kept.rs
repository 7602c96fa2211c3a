//! A folder that cannot be written: what is on the screen stays, and what was kept is not lost.

use std::path::{Path, PathBuf};

use api::contract::problem::ProblemCode;
use serde_json::{Value, json};

use crate::desk::{Desk, ViewOnDesk};

/// Lets nothing be written at a path, whoever tries: a folder lies where the file should be, or the other way round.
struct Blocked {
    path: PathBuf,
    aside: PathBuf,
}

impl Blocked {
    fn new(path: &Path) -> Self {
        let aside = path.with_extension("aside");
        let is_folder = path.is_dir();
        std::fs::rename(path, &aside).unwrap();
        if is_folder {
            std::fs::write(path, "in the way").unwrap();
        } else {
            std::fs::create_dir(path).unwrap();
        }
        Self {
            path: path.to_owned(),
            aside,
        }
    }

    fn end(self) {
        if self.path.is_dir() {
            std::fs::remove_dir(&self.path).unwrap();
        } else {
            std::fs::remove_file(&self.path).unwrap();
        }
        std::fs::rename(&self.aside, &self.path).unwrap();
    }
}

#[tokio::test]
async fn settings_that_cannot_be_written_are_said_to_be_and_stay_as_they_were() {
    let mut desk = Desk::impatient();
    let dark = json!({ "theme": "dark" });
    desk.ask("settings_save", dark).await;
    let blocked = Blocked::new(&desk.folder().join("settings.json"));
    let problem = desk.refused("settings_save", json!({ "theme": "light" })).await;
    assert_eq!(problem.code, ProblemCode::File);
    assert_eq!(desk.ask("app_info", Value::Null).await["settings"]["theme"], "dark");
    blocked.end();
    desk.restart();
    assert_eq!(desk.ask("app_info", Value::Null).await["settings"]["theme"], "dark");
    desk.ask("settings_save", json!({ "theme": "light" })).await;
}

#[tokio::test]
async fn a_session_that_cannot_be_kept_is_told_and_opens_once_it_can() {
    let desk = Desk::impatient();
    let integration = desk.integration().await;
    let session = desk.session(&integration, "Followed").await;
    desk.workspace.fill(&session, 7).await;
    let view = ViewOnDesk::open(&desk, &integration, &session).await;
    view.until(|status| status.total == 7).await;
    view.command("view_close").await;

    let blocked = Blocked::new(&desk.folder().join("archives"));
    let one = json!({ "integration": integration, "session": session });
    let problem = desk.refused("view_open", one).await;
    assert!(
        matches!(problem.code, ProblemCode::File | ProblemCode::ArchiveUnusable),
        "{problem:?}"
    );
    blocked.end();
    desk.workspace.fill(&session, 3).await;
    let view = ViewOnDesk::open(&desk, &integration, &session).await;
    view.until(|status| status.total == 10).await;
}
