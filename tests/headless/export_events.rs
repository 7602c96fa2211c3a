//! `assurance-desk export ARCHIVE`

use std::fs;

use serde_json::{Value, json};

use crate::archives::{SESSION, archive, lines, names_in, session};
use crate::program::{Outcome, Program};

const EVENTS: usize = 50;

fn export(program: &Program, words: &str) -> Outcome {
    program.run(&format!("export checkout.assurance {words}"))
}

fn read(program: &Program, name: &str) -> String {
    fs::read_to_string(program.path(name)).unwrap()
}

#[test]
fn what_was_imported_is_exported_again() {
    let program = Program::new();
    archive(&program, EVENTS);
    let report = export(&program, "--format json --out out.json").json();
    let text = read(&program, "out.json");
    let expected = json!({ "out": "out.json", "events": EVENTS, "bytes": text.len(), "files": ["out.json"] });
    assert_eq!(report, expected);
    assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), session(EVENTS));

    export(&program, "--format ndjson --out out.ndjson").json();
    assert_eq!(read(&program, "out.ndjson"), lines(&session(EVENTS)));

    program.run("import out.json --out again.assurance").json();
    program
        .run("export again.assurance --format json --out again.json")
        .json();
    assert_eq!(read(&program, "again.json"), text);
}

#[test]
fn it_writes_chosen_columns_of_chosen_events() {
    let program = Program::new();
    archive(&program, EVENTS);
    let report = export(
        &program,
        "--format csv --out out.csv --filter has:error --columns eventNumber,payload.status,name",
    );
    assert_eq!(report.json()["events"], 5);
    let table = read(&program, "out.csv");
    assert_eq!(table.lines().count(), 6, "{table}");
    assert!(
        table.starts_with("eventNumber,payload.status,name\r\n7,502,event 7\r\n"),
        "{table}"
    );
}

#[test]
fn it_writes_a_dataset_in_partitions() {
    let program = Program::new();
    archive(&program, EVENTS);
    let report = export(&program, "--format parquet --out dataset").json();
    assert_eq!(report["events"], EVENTS);
    let organization = program.path("dataset").join(&names_in(&program.path("dataset"))[0]);
    assert_eq!(names_in(&organization), [format!("session={SESSION}")]);
    let days = names_in(&organization.join(format!("session={SESSION}")));
    assert_eq!(days, ["day=2026-11-20"]);
    for file in report["files"].as_array().unwrap() {
        let file = program.path(file.as_str().unwrap());
        assert!(fs::read(&file).unwrap().starts_with(b"PAR1"), "{}", file.display());
    }
}

#[test]
fn what_is_redacted_is_not_written() {
    let program = Program::new();
    archive(&program, EVENTS);
    for rules in ["pin", "all", "names,pin"] {
        let words = format!("--format json --replace --out out.json --redact {rules}");
        export(&program, &words).json();
        let written: Value = serde_json::from_str(&read(&program, "out.json")).unwrap();
        assert_eq!(written["token"], Value::Null, "{rules}");
        assert_eq!(written["firstName"] == "Ada", rules == "pin", "{rules}");
    }
    assert!(
        export(&program, "--format json --out other.json --redact cats")
            .wrong_usage()
            .contains("pushTokens")
    );
}

#[test]
fn it_overwrites_only_when_told_to() {
    let program = Program::new();
    archive(&program, EVENTS);
    fs::write(program.path("out.ndjson"), "mine").unwrap();
    let outcome = export(&program, "--format ndjson --out out.ndjson");
    assert!(outcome.refusal().contains("out.ndjson"), "{outcome:?}");
    assert_eq!(read(&program, "out.ndjson"), "mine");
    export(&program, "--format ndjson --out out.ndjson --replace").json();
    assert_eq!(read(&program, "out.ndjson").lines().count(), EVENTS);
}

#[test]
fn archives_and_integrations_are_told_apart() {
    let program = Program::new();
    archive(&program, 3);
    for (words, reason) in [
        ("export checkout.assurance --format ndjson", "--out"),
        ("export checkout.assurance --format postman --out a", "integration"),
        (
            "export checkout.assurance --format json --out a --integration Acme",
            "--integration",
        ),
        (
            "export checkout.assurance --format json --out a --with-secrets",
            "--with-secrets",
        ),
        ("export checkout.assurance --format json --out a --columns name", "csv"),
        (
            "export checkout.assurance --format csv --out a --columns nonsense",
            "nonsense",
        ),
        (
            "export checkout.assurance --format csv --out a --utc-offset soon",
            "+02:00",
        ),
        ("export --integration Acme --format ndjson", "archive"),
        ("export --integration Acme --format env --filter name", "ARCHIVE"),
        ("export --format env", "--integration"),
    ] {
        let outcome = program.run(words);
        assert!(outcome.wrong_usage().contains(reason), "{words}: {outcome:?}");
    }
    let outcome = program.run("export missing.assurance --format json --out a");
    assert!(outcome.refusal().contains("missing.assurance"), "{outcome:?}");
    assert!(!program.path("a").exists());
}
