//! `assurance-desk query`

use std::io::{BufRead as _, BufReader, Read as _};
use std::process::Stdio;

use serde_json::{Value, json};

use crate::archives::{archive, session, write};
use crate::program::{Outcome, Program, word};

fn query(program: &Program, words: &[&str]) -> Outcome {
    program.run_words(&[&["query", "checkout.assurance"], words].concat())
}

#[test]
fn it_prints_what_is_asked_for_the_oldest_first() {
    let program = Program::new();
    archive(&program, 100);
    let mut all = session(100)["events"].as_array().unwrap().clone();
    all.reverse();
    assert_eq!(query(&program, &[]).json_lines(), all);
    let failed = query(&program, &["has:error"]).json_lines();
    assert_eq!(failed.len(), 10);
    assert!(failed.iter().all(|event| event["payload"]["status"] == 502));
    for (words, expected) in [
        (vec!["has:error", "--count"], 10),
        (vec!["-has:error", "--count"], 90),
        (vec!["kind:service payload.status>=500", "--count"], 3),
        (vec!["no such text", "--count"], 0),
        (vec!["--count"], 100),
    ] {
        assert_eq!(query(&program, &words).json(), expected, "{words:?}");
    }
    assert_eq!(query(&program, &["--limit", "7"]).json_lines(), all[..7]);
    assert_eq!(query(&program, &["nothing"]).json_lines(), Vec::<Value>::new());
}

#[test]
fn it_prints_a_list_and_a_table_too() {
    let program = Program::new();
    archive(&program, 20);
    let list: Value = serde_json::from_str(&query(&program, &["--format", "json", "--limit", "2"]).output).unwrap();
    assert_eq!(list.as_array().map(Vec::len), Some(2));
    assert_eq!(query(&program, &["nothing", "--format", "json"]).json(), json!([]));
    let table = query(&program, &["has:error", "--format", "csv"]);
    assert_eq!((table.code, table.errors.as_str()), (Some(0), ""), "{table:?}");
    let mut rows = table.output.lines();
    assert!(rows.next().unwrap().starts_with("uuid,time,"), "{table:?}");
    assert!(rows.next().unwrap().contains("2026-11-20T10:14:07.000Z"), "{table:?}");
}

#[test]
fn times_without_an_offset_are_this_computers_unless_told() {
    let mut program = Program::new();
    archive(&program, 100);
    let minute = |program: &Program, words: &[&str]| query(program, &[words, &["--count"]].concat()).json();
    program.set("TZ", "UTC");
    assert_eq!(minute(&program, &["time:2026-11-20T10:14"]), 60);
    assert_eq!(minute(&program, &["time:10:14"]), 60);
    assert_eq!(
        minute(&program, &["time:2026-11-20T12:14", "--utc-offset", "+02:00"]),
        60
    );
    assert_eq!(
        minute(&program, &["time:2026-11-20T06:44", "--utc-offset", "-03:30"]),
        60
    );
    program.set("TZ", "<+03>-3");
    assert_eq!(minute(&program, &["time:2026-11-20T13:14"]), 60);
    assert_eq!(minute(&program, &["time:2026-11-20T10:14", "--utc-offset", "Z"]), 60);
}

#[test]
fn a_query_that_is_not_understood_is_shown_with_its_place() {
    let program = Program::new();
    archive(&program, 3);
    let outcome = query(&program, &["name:", "--count"]);
    assert_eq!((outcome.code, outcome.output.as_str()), (Some(2), ""), "{outcome:?}");
    let lines: Vec<_> = outcome.errors.lines().collect();
    assert!(lines[0].starts_with("assurance-desk: column 6: "), "{outcome:?}");
    assert_eq!(lines[1..], ["  name:", "       ^"]);
}

#[test]
fn a_reader_that_has_enough_ends_it_quietly() {
    let program = Program::new();
    let archive = archive(&program, 5_000);
    let mut command = program.command(&["query", word(&archive)]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut first = String::new();
    BufReader::new(child.stdout.take().unwrap())
        .read_line(&mut first)
        .unwrap();
    assert!(first.contains("event 0"), "{first}");
    let mut errors = String::new();
    child.stderr.take().unwrap().read_to_string(&mut errors).unwrap();
    assert_eq!((child.wait().unwrap().code(), errors.as_str()), (Some(0), ""));
}

#[test]
fn what_cannot_be_looked_into_is_told() {
    let program = Program::new();
    let archive = archive(&program, 3);
    write(&program, "text.assurance", "not an archive");
    let mut newer = std::fs::read(&archive).unwrap();
    // SQLite keeps the version here.
    newer[60..64].copy_from_slice(&99_i32.to_be_bytes());
    write(&program, "newer.assurance", newer);
    for (file, words) in [
        ("missing.assurance", "missing.assurance"),
        ("text.assurance", "archive"),
        ("newer.assurance", "newer"),
    ] {
        for command in ["query", "info"] {
            let outcome = program.run_words(&[command, file]);
            assert!(outcome.refusal().contains(words), "{command} {file}: {outcome:?}");
        }
    }
}

#[test]
fn a_part_that_is_damaged_is_left_out_and_told() {
    let program = Program::new();
    let archive = archive(&program, 500);
    let file = rusqlite::Connection::open(&archive).unwrap();
    file.execute("UPDATE columns SET data = x'00' WHERE block = 1", [])
        .unwrap();
    drop(file);
    let outcome = query(&program, &["--count"]);
    assert_eq!(
        (outcome.code, outcome.output.as_str()),
        (Some(3), "372\n"),
        "{outcome:?}"
    );
    assert!(outcome.errors.contains("up to 128 events"), "{outcome:?}");
    assert_eq!(program.run("info checkout.assurance").json()["damagedBlocks"], 1);
    let outcome = program.run("export checkout.assurance --format ndjson --out rest.ndjson");
    assert_eq!(outcome.code, Some(3), "{outcome:?}");
    let rest = std::fs::read_to_string(program.path("rest.ndjson")).unwrap();
    assert_eq!(rest.lines().count(), 372);
}
