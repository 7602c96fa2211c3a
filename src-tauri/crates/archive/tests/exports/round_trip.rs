//! What is imported comes out again: the same values, in the same order, in every JSON format.

use std::io::Write;

use archive::export::ExportFormat;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::archives::{Desk, compact};
use crate::odd_events::{SESSION, document, odd_events};

/// As a file of lines has it: only the line breaks go, which stand between values.
fn one_line(event: &str) -> String {
    event.replace(['\r', '\n'], " ")
}

fn gzip(text: &str) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(text.as_bytes()).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn every_format_comes_out_as_it_went_in() {
    let events = odd_events();
    let list = format!("[{}]", events.join(","));
    let lines: String = events.iter().map(|event| one_line(event) + "\n").collect();
    let pages: String = events
        .chunks(100)
        .map(|events| format!("{{\"data\":{{\"events\":[{}]}}}}\n", events.join(",")))
        .collect();
    let files = [
        ("session", document(SESSION, &events).into_bytes(), true),
        ("gzipped", gzip(&document(SESSION, &events)), true),
        ("list", list.into_bytes(), false),
        ("lines", lines.clone().into_bytes(), false),
        ("pages", pages.into_bytes(), false),
    ];
    for (name, file, has_session) in files {
        let desk = Desk::new();
        let archive = desk.imported(name, &file);
        let session = if has_session { SESSION } else { "{}" };
        let expected = match has_session {
            true => compact(&document(session, &events)),
            false => compact(&format!("{{\"events\":[{}]}}", events.join(","))),
        };
        let document = desk.exported(&archive, ExportFormat::Json);
        assert!(compact(&document) == expected, "{name}: {document:.2000}");
        assert!(
            compact(&desk.exported(&archive, ExportFormat::Ndjson)) == compact(&lines),
            "{name}"
        );

        let again = desk.imported("again", document.as_bytes());
        assert!(
            compact(&desk.exported(&again, ExportFormat::Json)) == expected,
            "{name}, a second time"
        );
        assert_eq!(again.len(), archive.len());
        assert_eq!(again.about().session, archive.about().session);
        let third = desk.imported("third", lines.as_bytes());
        assert_eq!(
            desk.exported(&third, ExportFormat::Ndjson).lines().count(),
            events.len()
        );
        assert!(
            compact(&desk.exported(&third, ExportFormat::Ndjson)) == compact(&lines),
            "{name}, from lines"
        );
    }
}

#[test]
fn a_followed_session_is_written_in_adobe_s_order() {
    let desk = Desk::new();
    let event = |uuid: &str, time: u32| format!(r#"{{"uuid":"{uuid}","timestamp":{time},"payload":{{}}}}"#);
    let archive = desk.followed(
        "live",
        r#"{"uuid":"s","name":"x"}"#,
        &[event("b", 2), event("c", 3), event("a", 1)],
    );
    assert_eq!(
        compact(&desk.exported(&archive, ExportFormat::Json)),
        format!(
            r#"{{"uuid":"s","name":"x","events":[{},{},{}]}}"#,
            event("c", 3),
            event("b", 2),
            event("a", 1)
        )
    );
    let lines = [event("a", 1), event("b", 2), event("c", 3), String::new()];
    assert_eq!(desk.exported(&archive, ExportFormat::Ndjson), lines.join("\n"));
}

#[test]
fn events_with_line_breaks_in_them_are_one_line_while_a_session_is_followed() {
    let desk = Desk::new();
    let events = odd_events();
    let archive = desk.followed("live", "{}", &events);
    let lines = desk.exported(&archive, ExportFormat::Ndjson);
    assert_eq!(lines.lines().count(), events.len());
    let mut got: Vec<String> = lines.lines().map(compact).collect();
    let mut expected: Vec<String> = events.iter().map(|event| compact(event)).collect();
    got.sort();
    expected.sort();
    assert!(got == expected);
}

#[test]
fn nothing_exports_as_nothing() {
    let desk = Desk::new();
    let archive = desk.followed("empty", "{}", &[]);
    assert_eq!(
        compact(&desk.exported(&archive, ExportFormat::Json)),
        r#"{"events":[]}"#
    );
    assert_eq!(desk.exported(&archive, ExportFormat::Ndjson), "");
    assert_eq!(desk.exported(&archive, ExportFormat::Csv).lines().count(), 1);
}
