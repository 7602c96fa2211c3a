//! A disk without room, or one that can only be read: everything that is to be saved says so, names the file and what to do, and leaves what was there as
//! it was; what is followed waits and goes on. The tests run in a process of their own, whose temporary folder is a small
//! disk that nobody else sees.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;

use api::contract::inspector::Following;
use api::contract::problem::{Problem, ProblemCode};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::desk::{Desk, DraftOnDesk, ViewOnDesk, assert_is_helpful};

/// Says where the small disk is, to the process that has one.
const SMALL_DISK: &str = "ASSURANCE_DESK_SMALL_DISK";
/// Mounts it, and goes on with the rest of the arguments.
const MOUNT: &str = r#"mount -t tmpfs -o size=24m none "$1" && shift && exec "$@""#;
/// Programs that start another one with disks of its own: for anybody, and for who may become the administrator.
const OWN_DISKS: [&[&str]; 2] = [
    &["unshare", "--user", "--map-root-user", "--mount"],
    &["sudo", "--non-interactive", "--preserve-env", "unshare", "--mount"],
];
const IGNORED: &str = "runs on a small disk, which another test makes";

#[test]
fn following_pauses_on_a_full_disk_and_goes_on_when_there_is_room() {
    on_a_small_disk("full_disk::inside::following");
}

#[test]
fn nothing_is_lost_when_the_disk_has_no_room_for_what_is_saved() {
    on_a_small_disk("full_disk::inside::saving");
}

#[test]
fn nothing_is_lost_when_the_disk_can_only_be_read() {
    on_a_small_disk("full_disk::inside::reading");
}

/// Runs a test of this program with a small disk as its temporary folder.
#[expect(clippy::print_stderr, reason = "what is left out is to be known")]
fn on_a_small_disk(test: &str) {
    let folder = tempfile::tempdir().unwrap();
    let Some(own_disks) = OWN_DISKS.into_iter().find(|own| status(own, folder.path(), ["true"])) else {
        assert!(std::env::var_os("CI").is_none(), "{IGNORED}, and none can be made here");
        eprintln!("left out: this system lets nobody mount a disk of their own");
        return;
    };
    let program = std::env::current_exe().unwrap();
    let arguments = ["--exact", test, "--ignored", "--nocapture"].map(OsStr::new);
    let arguments = [&[program.as_os_str()], arguments.as_slice()].concat();
    assert!(status(own_disks, folder.path(), arguments), "{test}");
}

fn status<A: AsRef<OsStr>>(own_disks: &[&str], folder: &Path, arguments: impl IntoIterator<Item = A>) -> bool {
    let mut command = Command::new(own_disks[0]);
    command.args(&own_disks[1..]).args(["sh", "-c", MOUNT, "sh"]);
    command.arg(folder).args(arguments);
    command.env("TMPDIR", folder).env(SMALL_DISK, folder);
    command.status().is_ok_and(|status| status.success())
}

mod inside {
    use super::*;

    #[tokio::test]
    #[ignore = "runs on a small disk, which another test makes"]
    async fn following() {
        let Some(disk) = Disk::small() else { return };
        let desk = Desk::impatient();
        let integration = desk.integration().await;
        let session = desk.session(&integration, "Followed").await;
        desk.workspace.fill(&session, 20).await;
        let view = ViewOnDesk::open(&desk, &integration, &session).await;
        view.until(|status| status.total == 20).await;

        let ballast = disk.fill();
        // What cannot be packed.
        let text = || (0..200).map(|_| Uuid::new_v4().to_string()).collect::<String>();
        let event = |number: usize| json!({ "eventNumber": number, "payload": { "text": text() } });
        let events: Value = (1..=100).map(event).collect();
        desk.workspace.put_events(&session, events).await;
        let status = view
            .until(|status| matches!(status.following, Following::Retrying { .. }))
            .await;
        let Following::Retrying { problem, .. } = status.following else {
            unreachable!("it was waited for")
        };
        assert_eq!(problem.code, ProblemCode::DiskFull, "{problem:?}");
        assert_is_helpful(&problem);
        // What is there can be looked at meanwhile.
        assert_eq!(numbers(&view, status.total).await.len(), status.total);

        drop(ballast);
        view.until(|status| status.total == 120 && matches!(status.following, Following::Live))
            .await;
        let mut there = numbers(&view, 120).await;
        there.drain(..20);
        assert!(there.into_iter().eq(1..=100), "each is there once");
        view.command("view_close").await;
        let view = ViewOnDesk::open(&desk, &integration, &session).await;
        assert_eq!(view.status().await.total, 120, "and in the file");
    }

    #[tokio::test]
    #[ignore = "runs on a small disk, which another test makes"]
    async fn saving() {
        let Some(disk) = Disk::small() else { return };
        let mut desk = Desk::impatient();
        let room = tempfile::tempdir().unwrap();
        let cells = cells(&desk, room.path()).await;
        let (kept, chosen) = (Files::below(desk.folder()), Files::below(room.path()));

        let ballast = disk.fill();
        let mut wrong = Vec::new();
        for cell in &cells {
            match cell.save(&desk).await {
                Ok(()) => wrong.push(format!("{} succeeds", cell.command)),
                Err(problem) => wrong.extend(cell.what_is_odd(&problem)),
            }
            for (what, before, now) in [
                ("the data folder", &kept, Files::below(desk.folder())),
                ("the chosen folder", &chosen, Files::below(room.path())),
            ] {
                if let Some(other) = before.first_other(&now) {
                    wrong.push(format!("{} left another {other} in {what}", cell.command));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));

        drop(ballast);
        for cell in &cells {
            if let Err(problem) = cell.save(&desk).await {
                wrong.push(format!("{} with room again: {problem:?}", cell.command));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        desk.restart();
        assert_eq!(desk.ask("app_info", Value::Null).await["settings"]["theme"], "light");
    }

    #[tokio::test]
    #[ignore = "runs on a small disk, which another test makes"]
    async fn reading() {
        let Some(disk) = Disk::small() else { return };
        let desk = Desk::impatient();
        let room = tempfile::tempdir().unwrap();
        let mut cells = cells(&desk, room.path()).await;
        let view = cells
            .iter()
            .find_map(|cell| cell.request["view"].as_str().map(str::to_owned));
        let view = json!({ "view": view });
        let archive = desk.ask("view_status", view.clone()).await["archive"].take();
        desk.ask("view_close", view).await;
        cells.retain(|cell| cell.request.get("view").is_none());

        disk.may_be_written(false);
        let mut wrong = Vec::new();
        for cell in &cells {
            match cell.save(&desk).await {
                Ok(()) => wrong.push(format!("{} succeeds", cell.command)),
                Err(problem) => assert_is_helpful(&problem),
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        assert_ne!(desk.ask("app_info", Value::Null).await["settings"]["theme"], "light");
        // What was kept can be looked at.
        let opened = desk.ask("archive_open", json!({ "archive": archive })).await;
        assert_eq!(opened["total"], 50, "{opened}");
        desk.ask("view_close", json!({ "view": opened["view"] })).await;

        disk.may_be_written(true);
        for cell in &cells {
            if let Err(problem) = cell.save(&desk).await {
                wrong.push(format!("{} once it can be written: {problem:?}", cell.command));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

/// The disk that this process has for itself.
struct Disk(PathBuf);

impl Disk {
    /// None for a process that has none, and must not fill a disk of others.
    fn small() -> Option<Self> {
        std::env::var_os(SMALL_DISK).map(|folder| Self(folder.into()))
    }

    /// Lets nobody write, or everybody again.
    fn may_be_written(&self, yes: bool) {
        let options = if yes { "remount,rw" } else { "remount,ro" };
        let mounted = Command::new("mount").args(["-o", options]).arg(&self.0).status();
        assert!(mounted.unwrap().success(), "{options}");
    }

    /// Leaves no room for a single byte.
    fn fill(&self) -> Ballast {
        let path = self.0.join("ballast");
        let mut file = File::create(&path).unwrap();
        for size in [1 << 20, 1 << 10, 1] {
            let piece = vec![0; size];
            let full = loop {
                if let Err(error) = file.write_all(&piece) {
                    break error;
                }
            };
            assert_eq!(full.kind(), ErrorKind::StorageFull);
        }
        Ballast(path)
    }
}

/// What fills a disk; there is room again when it is dropped.
struct Ballast(PathBuf);

impl Drop for Ballast {
    fn drop(&mut self) {
        fs::remove_file(&self.0).unwrap();
    }
}

/// The files below a folder and what is in them, without those that SQLite and locks have while they are open.
struct Files(BTreeMap<String, Vec<u8>>);

impl Files {
    fn below(folder: &Path) -> Self {
        let mut files = BTreeMap::new();
        let mut folders = vec![folder.to_owned()];
        while let Some(next) = folders.pop() {
            for entry in fs::read_dir(next).unwrap() {
                let path = entry.unwrap().path();
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
                if path.is_dir() {
                    folders.push(path);
                } else if !["-wal", "-shm", "lock"].iter().any(|end| name.ends_with(end)) {
                    files.insert(name, fs::read(path).unwrap());
                }
            }
        }
        Self(files)
    }

    /// A file that is there on one side only, or is not the same.
    fn first_other(&self, now: &Self) -> Option<String> {
        let mut names = self.0.keys().chain(now.0.keys());
        names.find(|name| self.0.get(*name) != now.0.get(*name)).cloned()
    }
}

/// A command that saves something.
struct Cell {
    command: &'static str,
    request: Value,
    /// What the user chooses in the dialog.
    to: Option<PathBuf>,
    /// The file that is named.
    file: &'static str,
}

impl Cell {
    fn new(command: &'static str, request: Value, file: &'static str) -> Self {
        Self {
            command,
            request,
            to: None,
            file,
        }
    }

    /// Saves to a file that is chosen in a dialog.
    fn chosen(command: &'static str, request: Value, folder: &Path, file: &'static str) -> Self {
        Self {
            to: Some(folder.join(file)),
            ..Self::new(command, request, file)
        }
    }

    /// The same over a file that is there, as the dialog has asked.
    fn over(command: &'static str, request: Value, folder: &Path, file: &'static str) -> Self {
        fs::write(folder.join(file), "from before").unwrap();
        Self::chosen(command, request, folder, file)
    }

    /// The problem stands beside a job whose title says which file it is.
    fn named_by_its_job(self) -> Self {
        Self { file: "", ..self }
    }

    async fn save(&self, desk: &Desk) -> Result<(), Problem> {
        if let Some(to) = &self.to {
            desk.desktop.will_save_at(to);
        }
        let mut ticks = desk.ticks();
        let answer = desk.try_to(self.command, self.request.clone()).await?;
        if answer["job"].is_null() {
            return Ok(());
        }
        let ended = desk.ended(&mut ticks, &answer).await;
        desk.ask("job_dismiss", json!({ "job": answer["job"] })).await;
        match serde_json::from_value(ended["state"]["problem"].clone()) {
            Ok(problem) => Err(problem),
            Err(_) => Ok(()),
        }
    }

    /// What is wrong with how a full disk is told.
    fn what_is_odd(&self, problem: &Problem) -> Option<String> {
        let says_it = problem.code == ProblemCode::DiskFull
            && format!("{} {}", problem.title, problem.message).contains("disk is full")
            && problem.next_step.contains("Make room");
        let all = format!("{problem:?}");
        (!says_it || !all.contains(self.file)).then(|| format!("{} says {all}", self.command))
    }
}

/// The numbers of a view's events, in its order.
async fn numbers(view: &ViewOnDesk<'_>, total: usize) -> Vec<u64> {
    let page = view.rows(0, total).await;
    let rows = page["rows"].as_array().unwrap().iter();
    rows.map(|row| row["eventNumber"].as_u64().unwrap()).collect()
}

/// Everything that the window saves, each with what it needs.
async fn cells(desk: &Desk, room: &Path) -> Vec<Cell> {
    let draft = DraftOnDesk::good(desk, "serviceAccount").await;
    let integration = draft.save().await["id"].clone();
    let unsaved = DraftOnDesk::practice(desk, "oauthServerToServer").await;
    let session = desk.session(integration.as_str().unwrap(), "Followed").await;
    desk.workspace.fill(&session, 50).await;
    let view = ViewOnDesk::open(desk, integration.as_str().unwrap(), &session).await;
    view.until(|status| status.total == 50).await;
    let one = json!({ "integration": integration });

    let collection = json!({ "info": { "name": "Calls",
        "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json" }, "item": [] });
    let import = json!({ "from": "text", "text": collection.to_string() });
    let collection = desk.ask("collection_import", import.clone()).await["collections"][0].clone();
    let request = json!({ "name": "Sandboxes", "method": "GET", "headers": [], "body": { "mode": "none" },
        "url": "https://platform.adobe.io/data/foundation/sandbox-management/" });
    let sent = json!({ "sent": Uuid::new_v4(), "integration": integration, "request": request, "collection": null,
        "environment": null });
    desk.ask("request_send", sent.clone()).await;
    let report = desk.ask("problem_report_prepare", Value::Null).await;
    let filter = desk.ask("view_status", json!({ "view": view.id })).await["filter"].take();
    let proxy = json!({ "url": "http://127.0.0.1:3128", "userName": "jane", "password": "a password" });
    let export = |format: &str| {
        json!({ "view": view.id, "onlyShown": false, "format": format, "columns": [],
        "redaction": [] })
    };
    let key = |format: &str| json!({ "integration": integration, "format": format, "passphrase": null });
    vec![
        Cell::new("settings_save", json!({ "theme": "light" }), "settings.json"),
        Cell::new(
            "filter_save",
            json!({ "name": "Edge", "filter": filter }),
            "filters.json",
        ),
        Cell::new("proxy_password_save", proxy, "vault.sealed"),
        Cell::new(
            "draft_change",
            json!({ "draft": unsaved.id, "change": { "name": "Renamed" } }),
            "drafts.json",
        ),
        Cell::new(
            "draft_change",
            json!({ "draft": unsaved.id, "change": { "clientSecret": "p8e-another-one" } }),
            "vault.sealed",
        ),
        Cell::new("collection_import", import, "collections"),
        Cell::new(
            "environment_save",
            json!({ "id": Uuid::nil(), "name": "Stage", "variables": [] }),
            "environments",
        ),
        Cell::new(
            "request_keep",
            json!({ "collection": collection, "item": null, "request": request }),
            "collections",
        ),
        Cell::over(
            "collection_save",
            json!({ "collection": collection }),
            room,
            "calls.json",
        ),
        Cell::over("answer_save", json!({ "sent": sent["sent"] }), room, "answer.json"),
        Cell::over(
            "report_save",
            json!({ "view": view.id, "title": "", "remarks": "", "redaction": [] }),
            room,
            "report.html",
        ),
        Cell::over(
            "problem_report_save",
            json!({ "report": report["report"], "remarks": "", "leaveOut": [] }),
            room,
            "report.zip",
        ),
        Cell::chosen("certificate_save", one.clone(), room, "certificate.crt"),
        Cell::chosen("key_export", key("pem"), room, "private.key"),
        Cell::over("events_export", export("json"), room, "events.json").named_by_its_job(),
        Cell::over("events_export", export("csv"), room, "events.csv").named_by_its_job(),
        Cell::chosen("events_export", export("archive"), room, "events.assurance").named_by_its_job(),
        Cell::new(
            "sessions_archive",
            json!({ "integration": integration, "sessions": [other_session(desk, &integration).await] }),
            "",
        ),
        // A new integration's secrets come first.
        Cell::new("draft_save", json!({ "draft": unsaved.id }), "vault.sealed"),
    ]
}

/// A session that nobody has looked at.
async fn other_session(desk: &Desk, integration: &Value) -> String {
    let session = desk.session(integration.as_str().unwrap(), "Other").await;
    desk.workspace.fill(&session, 50).await;
    session
}
