//! Nothing is lost: not when the program is killed, and not when the file is odd.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::io::{BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use archive::query::Query;
use archive::{About, Archive, ArchiveError, MarkChange, Selected};
use event::Event;
use serde_json::{Value, json};

const TARGET: &str = "ARCHIVE_OF_THE_CHILD";

fn event(number: u64) -> Event {
    let payload = json!({"ACPExtensionEventName": "Track", "ACPExtensionEventData": {"n": number, "text": "x".repeat((number % 900) as usize)}});
    let event = json!({"uuid": format!("e{number}"), "timestamp": number, "eventNumber": number, "type": "generic", "payload": payload});
    Event::from_json(&event.to_string()).unwrap()
}

fn uuids(archive: &Archive) -> Vec<String> {
    let mut all = archive.select(&Query::everything(), Selected::AsShown).unwrap();
    all.next_events(usize::MAX)
        .unwrap()
        .into_iter()
        .map(|event| event.uuid)
        .collect()
}

/// Not a test of its own: the program that [`a_kill_at_any_moment_loses_nothing_that_was_told`] kills.
#[test]
#[ignore = "runs only as the child of another test"]
fn child_that_appends() {
    let path = PathBuf::from(std::env::var_os(TARGET).unwrap());
    let archive = match Archive::open(&path) {
        Err(ArchiveError::NotFound { .. }) => Archive::create(&path, &About::default()).unwrap(),
        other => other.unwrap(),
    };
    let mut next = archive.len() as u64;
    let mut out = std::io::stdout();
    for size in [1, 7, 40, 200].into_iter().cycle() {
        archive.insert((next..next + size).map(event).collect()).unwrap();
        next += size;
        writeln!(out, "kept {next}").unwrap();
        out.flush().unwrap();
    }
}

#[test]
fn a_kill_at_any_moment_loses_nothing_that_was_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("killed.assurance");
    for round in 0..25u32 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["child_that_appends", "--exact", "--ignored", "--nocapture"])
            .env(TARGET, &path)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut told = 0;
        // Killed after another number of batches each time, and so at another place of its work.
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        for line in lines
            .map_while(Result::ok)
            .filter(|line| line.starts_with("kept "))
            .take(1 + (round as usize * 7) % 23)
        {
            told = line["kept ".len()..].parse().unwrap();
        }
        child.kill().unwrap();
        child.wait().unwrap();
        let archive = Archive::open_to_read(&path).unwrap();
        let kept = uuids(&archive);
        assert!(kept.len() >= told, "{} kept, {told} were told", kept.len());
        let expected: Vec<String> = (0..kept.len()).map(|number| format!("e{number}")).collect();
        assert_eq!(
            kept, expected,
            "every event once and in order, and nothing in between is missing"
        );
        assert_eq!(archive.info().unreadable_blocks, 0);
    }
}

fn small(folder: &Path) -> PathBuf {
    let path = folder.join("small.assurance");
    let archive = Archive::create(&path, &About::default()).unwrap();
    archive.insert((0..400).map(event).collect()).unwrap();
    path
}

#[test]
fn an_archive_at_rest_is_one_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = small(folder.path());
    let names: Vec<_> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(names, [path.file_name().unwrap()]);
}

#[test]
fn a_file_of_a_newer_version_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = small(folder.path());
    // SQLite keeps `user_version` at byte 60.
    let mut file = std::fs::OpenOptions::new().write(true).open(&path).unwrap();
    file.seek(SeekFrom::Start(60)).unwrap();
    file.write_all(&99u32.to_be_bytes()).unwrap();
    drop(file);
    let before = std::fs::read(&path).unwrap();
    let newer = Some(ArchiveError::NewerVersion { found: 99, known: 2 });
    assert_eq!(Archive::open(&path).err(), newer);
    assert_eq!(Archive::open_to_read(&path).err(), newer);
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

#[test]
fn what_is_no_archive_is_told() {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in [
        ("empty", &b""[..]),
        ("text", b"{\"uuid\":\"a\"}"),
        ("zeros", &[0; 5000]),
    ] {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        assert_eq!(
            Archive::open_to_read(&path).err(),
            Some(ArchiveError::NotAnArchive),
            "{name}"
        );
        assert_eq!(Archive::open(&path).err(), Some(ArchiveError::NotAnArchive), "{name}");
        assert_eq!(std::fs::read(&path).unwrap(), bytes);
    }
    let missing = folder.path().join("missing.assurance");
    let not_found = ArchiveError::NotFound {
        name: "missing.assurance".to_owned(),
    };
    assert_eq!(Archive::open(&missing).err(), Some(not_found.clone()));
    assert_eq!(Archive::open_to_read(&missing).err(), Some(not_found));
    assert!(!missing.exists());
}

#[test]
fn a_damaged_file_tells_so_or_gives_what_is_whole_and_never_crashes() {
    let folder = tempfile::tempdir().unwrap();
    let path = small(folder.path());
    let whole = std::fs::read(&path).unwrap();
    let all = uuids(&Archive::open_to_read(&path).unwrap());
    let mut gave_some = 0;
    for round in 0..150usize {
        let mut bytes = whole.clone();
        let place = 100 + (round * 7919) % (bytes.len() - 100);
        for byte in bytes.iter_mut().skip(place).take(1 + round % 40) {
            *byte ^= 0x5A;
        }
        if round % 5 == 0 {
            bytes.truncate(place);
        }
        std::fs::write(&path, &bytes).unwrap();
        let Ok(archive) = Archive::open_to_read(&path) else {
            continue;
        };
        let mut selection = archive.select(&Query::everything(), Selected::AsShown).unwrap();
        if let Ok(events) = selection.next_events(usize::MAX) {
            gave_some += 1;
            assert!(
                events.iter().all(|event| all.contains(&event.uuid)),
                "no event is made up"
            );
        }
        let search = Query::parse("Track", time::UtcOffset::UTC).unwrap();
        let _ = archive.count(&search, &|| false);
        drop(archive);
        // Nobody wrote to what is damaged.
        let mut after = Vec::new();
        std::fs::File::open(&path).unwrap().read_to_end(&mut after).unwrap();
        assert_eq!(after, bytes);
    }
    assert!(gave_some > 10, "{gave_some} of 150 could be read in part");
}

#[test]
fn a_file_that_brings_its_own_tables_triggers_or_views_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    for statement in [
        "CREATE TRIGGER t AFTER INSERT ON tail BEGIN DELETE FROM tail; END",
        "CREATE VIEW v AS SELECT * FROM tail",
        "CREATE TABLE mine (a)",
    ] {
        let path = folder.path().join("hostile.assurance");
        let _ = std::fs::remove_file(&path);
        std::fs::rename(small(folder.path()), &path).unwrap();
        rusqlite::Connection::open(&path)
            .unwrap()
            .execute_batch(statement)
            .unwrap();
        assert_eq!(
            Archive::open_to_read(&path).err(),
            Some(ArchiveError::NotAnArchive),
            "{statement}"
        );
        assert_eq!(
            Archive::open(&path).err(),
            Some(ArchiveError::NotAnArchive),
            "{statement}"
        );
    }
}

#[test]
#[cfg(unix)]
fn a_folder_that_cannot_be_written_is_read_and_told() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let path = small(folder.path());
    let set = |mode: u32| std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(mode)).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o444)).unwrap();
    set(0o555);
    // The administrator may write everywhere, so there is nothing to see then.
    let may_write_anyway = std::fs::write(folder.path().join("probe"), b"").is_ok();
    if !may_write_anyway {
        assert_eq!(Archive::open(&path).err(), Some(ArchiveError::ReadOnly));
    }
    assert_eq!(Archive::open_to_read(&path).unwrap().len(), 400);
    set(0o755);
}

/// A copy of a file that an older version of this program wrote, with events of every kind. They were made once and
/// are never made again.
fn old_file(version: u32, folder: &Path) -> PathBuf {
    let path = folder.join("old.assurance");
    let file = format!("{}/tests/version-{version}.assurance", env!("CARGO_MANIFEST_DIR"));
    std::fs::copy(file, &path).unwrap();
    path
}

fn check_events_of_old_file(archive: &Archive) {
    let expected: Vec<Value> = include_str!("version-1.ndjson")
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let mut sent = archive
        .select(&Query::everything(), Selected::AsSent)
        .unwrap()
        .as_it_came();
    let read = |text: &str| serde_json::from_str::<Value>(text).unwrap();
    let events: Vec<Value> = sent
        .next_events(usize::MAX)
        .unwrap()
        .iter()
        .map(|event| read(&event.text))
        .collect();
    assert_eq!(events, expected);
}

fn count(archive: &Archive, query: &str) -> usize {
    let query = Query::parse(query, time::UtcOffset::UTC).unwrap();
    archive.count(&query, &|| false).unwrap()
}

#[test]
fn a_file_of_version_1_is_read_as_it_is_and_brought_to_the_newest_to_be_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = old_file(1, folder.path());
    let before = std::fs::read(&path).unwrap();
    let reader = Archive::open_to_read(&path).unwrap();
    check_events_of_old_file(&reader);
    assert_eq!(count(&reader, "flagged:yes"), 1);
    assert_eq!(reader.info().format, 1);
    drop(reader);
    assert!(std::fs::read(&path).unwrap() == before, "reading changes nothing");

    let archive = Archive::open(&path).unwrap();
    check_events_of_old_file(&archive);
    assert_eq!(archive.about().name(), "Written by version 1");
    assert_eq!(archive.info().format, 2);
    assert_eq!(archive.insert(vec![event(1)]).unwrap().added, 1);
    assert_eq!(count(&archive, "flagged:yes"), 1);
    archive.mark(&["e1".to_owned()], &MarkChange::Flag(true)).unwrap();
    drop(archive);
    assert_eq!(count(&Archive::open(&path).unwrap(), "flagged:yes"), 2);
}

#[test]
fn a_file_of_version_2_is_read_with_its_marks_and_added_to() {
    let folder = tempfile::tempdir().unwrap();
    let archive = Archive::open(&old_file(2, folder.path())).unwrap();
    check_events_of_old_file(&archive);
    assert_eq!(archive.about().name(), "Written by version 2");
    for (query, events) in [("flagged:yes", 2), ("note:twice", 1), ("highlight:green", 1)] {
        assert_eq!(count(&archive, query), events, "{query}");
    }
    assert!(archive.cleared().is_some() && count(&archive, "hidden:true") > 0);
    assert_eq!(archive.insert(vec![event(1)]).unwrap().added, 1);
}
