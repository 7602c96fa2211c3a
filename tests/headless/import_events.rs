//! `assurance-desk import FILE --out ARCHIVE`

use std::fs;
use std::io::Write as _;
use std::process::Command;

use serde_json::{Value, json};

use crate::archives::{gzipped, lines, names_in, session, write};
use crate::program::{Outcome, Program};

const EVENTS: usize = 300;

fn count(program: &Program, archive: &str) -> Value {
    program.run(&format!("query {archive} --count")).json()
}

/// The report of an import that kept what it could.
fn in_part(outcome: &Outcome) -> Value {
    assert_eq!(outcome.code, Some(3), "{outcome:?}");
    assert_eq!(
        (outcome.output.lines().count(), outcome.errors.lines().count()),
        (1, 1),
        "{outcome:?}"
    );
    serde_json::from_str(&outcome.output).unwrap()
}

#[test]
fn it_makes_an_archive_of_every_kind_of_file() {
    let program = Program::new();
    let session = session(EVENTS);
    let whole = session.to_string();
    let page = |events: &[Value]| json!({ "data": { "events": events } }).to_string();
    let events = session["events"].as_array().unwrap();
    let pages = format!("{}\n{}\n", page(&events[..100]), page(&events[100..]));
    for (name, content, format) in [
        ("session.json", whole.clone().into_bytes(), "session"),
        ("list.json", session["events"].to_string().into_bytes(), "list"),
        ("events.ndjson", lines(&session).into_bytes(), "ndjson"),
        ("pages.json", pages.into_bytes(), "pages"),
        ("session.json.gz", gzipped(&whole), "session"),
        ("named.wrongly", gzipped(&lines(&session)), "ndjson"),
    ] {
        write(&program, name, content);
        let archive = format!("{name}.assurance");
        let report = program.run(&format!("import {name} --out {archive}")).json();
        let expected = json!({
            "archive": archive, "events": EVENTS, "again": 0, "refused": 0, "firstRefused": [], "format": format,
            "endedBy": null,
        });
        assert_eq!(report, expected, "{name}");
        assert_eq!(count(&program, &archive), EVENTS, "{name}");
    }
}

#[test]
fn what_is_left_out_is_told() {
    let program = Program::new();
    let mut text = lines(&session(5));
    text.insert_str(0, "{\"level\":\"info\"}\n");
    text.push_str(&lines(&session(2)));
    write(&program, "events.ndjson", text);
    let report = program.run("import events.ndjson --out a.assurance").json();
    assert_eq!(
        (&report["events"], &report["again"], &report["refused"]),
        (&json!(5), &json!(2), &json!(1))
    );
    let refused = &report["firstRefused"][0];
    assert_eq!((&refused["line"], &refused["offset"]), (&json!(1), &json!(0)));
    assert!(refused["problem"].as_str().unwrap().contains("uuid"), "{report}");
}

#[test]
fn a_file_that_ends_early_is_kept_as_far_as_it_goes() {
    let program = Program::new();
    let whole = session(EVENTS).to_string();
    let packed = gzipped(&whole);
    for (name, content) in [
        ("cut.json", &whole.as_bytes()[..whole.len() / 2]),
        ("cut.json.gz", &packed[..packed.len() / 2]),
    ] {
        write(&program, name, content);
        let archive = format!("{name}.assurance");
        let outcome = program.run(&format!("import {name} --out {archive}"));
        let report = in_part(&outcome);
        assert!(report["endedBy"].as_str().is_some(), "{report}");
        assert!(
            outcome.errors.contains(name) && outcome.errors.contains(&archive),
            "{outcome:?}"
        );
        assert_eq!(count(&program, &archive), report["events"]);
        let events = report["events"].as_u64().unwrap();
        assert!(0 < events && events < EVENTS as u64, "{report}");
    }
}

#[test]
fn it_never_overwrites() {
    let program = Program::new();
    write(&program, "session.json", session(3).to_string());
    write(&program, "mine.assurance", "mine");
    let outcome = program.run("import session.json --out mine.assurance");
    assert!(outcome.refusal().contains("mine.assurance"), "{outcome:?}");
    assert_eq!(fs::read_to_string(program.path("mine.assurance")).unwrap(), "mine");
}

#[test]
fn what_holds_no_events_is_refused_and_leaves_nothing() {
    let program = Program::new();
    write(
        &program,
        "oauth.json",
        r#"{"CLIENT_ID": "cm-p1-e1", "CLIENT_SECRETS": ["p8e-secret"]}"#,
    );
    write(&program, "empty.json", "");
    write(&program, "page.html", "<!DOCTYPE html><title>Sign in</title>");
    let before = names_in(&program.path("."));
    for (file, words) in [
        ("oauth.json", "leave out --out"),
        ("empty.json", "empty"),
        ("page.html", "web page"),
        ("missing.json", "missing.json"),
    ] {
        let outcome = program.run(&format!("import {file} --out a.assurance"));
        assert!(outcome.refusal().contains(words), "{file}: {outcome:?}");
    }
    write(&program, "session.json", session(3).to_string());
    let outcome = program.run("import session.json --out no-such-folder/a.assurance");
    outcome.refusal();
    fs::remove_file(program.path("session.json")).unwrap();
    assert_eq!(names_in(&program.path(".")), before);
}

#[test]
fn events_and_credentials_are_told_apart() {
    let program = Program::new();
    write(&program, "session.json", session(3).to_string());
    let outcome = program.run("import session.json");
    assert!(outcome.refusal().contains("--out"), "{outcome:?}");
    program.run("import session.json --out a.assurance").json();
    let outcome = program.run("import a.assurance");
    assert!(outcome.refusal().contains("query"), "{outcome:?}");
    for (words, reason) in [
        ("import session.json --out b.assurance --save", "--save"),
        ("import session.json session.json --out b.assurance", "one file"),
    ] {
        let outcome = program.run(words);
        assert!(outcome.wrong_usage().contains(reason), "{words}: {outcome:?}");
    }
    assert!(!program.path("b.assurance").exists());
}

#[test]
fn it_stops_when_asked_and_leaves_nothing() {
    let program = Program::new();
    let endless = program.path("endless.ndjson");
    assert!(Command::new("mkfifo").arg(&endless).status().unwrap().success());
    let importing = program.start(&["import", "endless.ndjson", "--out", "a.assurance"]);
    let line = lines(&session(1)).into_bytes();
    let mut pipe = fs::OpenOptions::new().write(true).open(&endless).unwrap();
    let begun = program.path(".");
    // The archive is being written: the end comes in the middle of the work.
    while !names_in(&begun).iter().any(|name| name.contains("unfinished")) {
        pipe.write_all(&line).unwrap();
    }
    let writer = std::thread::spawn(move || while pipe.write_all(&line).is_ok() {});
    let (status, said) = importing.stop();
    assert_eq!((status.code(), said), (Some(1), vec![]));
    writer.join().unwrap();
    assert_eq!(names_in(&begun), ["endless.ndjson", "errors-import"]);
    let errors = fs::read_to_string(program.path("errors-import")).unwrap();
    assert!(errors.lines().count() == 1 && errors.contains("called off"), "{errors}");
}
