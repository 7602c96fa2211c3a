//! Files of events as people have them: every format, packed or not and read in pieces of any size, gives the same
//! events and the same session; what is broken says where.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

#[path = "import_formats/any.rs"]
mod any;
#[path = "import_formats/bounds.rs"]
mod bounds;
#[path = "import_formats/files.rs"]
mod files;
#[path = "import_formats/mistakes.rs"]
mod mistakes;
#[path = "import_formats/reading.rs"]
mod reading;

use std::io::Cursor;

use archive::import::{EventReader, Format, Packing, unwrap_line};
use serde_json::Value;
use zip::CompressionMethod;

use files::{EVENTS, SESSION, files, gzip, session_with, zipped};
use reading::{All, SIZES, open, read, read_from};

#[track_caller]
fn assert_read(name: &str, all: &All, format: Format, has_session: bool) {
    assert!(all.error.is_none(), "{name}: {:?}", all.error);
    assert_eq!(all.events, EVENTS, "{name}");
    assert_eq!(all.format, Some(format), "{name}");
    let session: Option<Value> = has_session.then(|| serde_json::from_str(SESSION).unwrap());
    assert_eq!(all.session_value(), session, "{name}");
}

#[test]
fn every_format_in_pieces_of_any_size_gives_the_same_events_and_session() {
    for (name, text, format, has_session) in files() {
        for size in SIZES {
            let all = read(text.as_bytes(), size);
            assert_read(&format!("{name}, {size}"), &all, format, has_session);
        }
        let marked = format!("\u{feff}{text}");
        assert_read(name, &read(marked.as_bytes(), 5), format, has_session);
    }
}

#[test]
fn every_format_is_read_packed() {
    for (name, text, format, has_session) in files() {
        let text = text.as_bytes();
        let members = [gzip(&text[..text.len() / 2]), gzip(&[]), gzip(&text[text.len() / 2..])].concat();
        for (packed, packing) in [
            (text.to_vec(), Packing::Plain),
            (gzip(text), Packing::Gzip),
            (members, Packing::Gzip),
            (
                zipped(&[("events.json", text)], CompressionMethod::Deflated),
                Packing::Zip,
            ),
            (
                zipped(
                    &[("a", text), ("__MACOSX/a", b"x"), (".DS_Store", b"y")],
                    CompressionMethod::Stored,
                ),
                Packing::Zip,
            ),
            (
                zipped(&[("a.gz", &gzip(text))], CompressionMethod::Deflated),
                Packing::GzipInZip,
            ),
        ] {
            let reader = open(&packed).unwrap();
            assert_eq!(reader.packing(), packing, "{name}");
            assert_read(name, &read_from(Ok(reader), text), format, has_session);
        }
        assert_read(name, &read(&gzip(text), 3), format, has_session);
    }
}

#[test]
fn progress_counts_the_bytes_of_the_file_as_it_is_stored() {
    let text = format!("[{}]", [EVENTS[0]; 20_000].join(","));
    for packed in [text.clone().into_bytes(), gzip(text.as_bytes())] {
        let mut reader = open(&packed).unwrap();
        let first = reader.progress();
        assert_eq!(first.bytes_total, Some(packed.len() as u64));
        assert!(first.bytes_read > 0);
        let mut before = first.bytes_read;
        while reader.next_batch().unwrap().is_some() {
            assert!(reader.progress().bytes_read >= before);
            before = reader.progress().bytes_read;
        }
        assert_eq!(before, packed.len() as u64);
    }
    let reader = EventReader::new(Cursor::new(text)).unwrap();
    assert_eq!(reader.progress().bytes_total, None);
}

#[test]
fn a_session_keeps_its_fields_as_they_are_written() {
    let text = r#"{"b":1.50,"uuid":"s","events":[],"é":"\u00e9","a":1.50,"a": {"events":[1]},"n":1e400}"#;
    let all = read(text.as_bytes(), 1);
    let expected = r#"{"b":1.50,"uuid":"s","é":"\u00e9","a":1.50,"a": {"events":[1]},"n":1e400}"#;
    assert_eq!(all.session.as_deref(), Some(expected));
    assert!(all.events.is_empty() && all.error.is_none());

    let all = read(br#"{"timestamp":1,"clientId":"c","events":[{"uuid":"1"}]}"#, 1);
    assert_eq!(all.session.as_deref(), Some(r#"{"timestamp":1,"clientId":"c"}"#));
    assert_eq!(all.events, [r#"{"uuid":"1"}"#]);
}

#[test]
fn a_session_without_events_is_a_session() {
    for text in [
        SESSION.to_owned(),
        session_with("null", 3),
        session_with("[]", 9),
        format!(r#"{{"data":{{"session":{SESSION}}}}}"#),
    ] {
        let all = read(text.as_bytes(), 4);
        assert!(all.events.is_empty() && all.error.is_none(), "{text}: {:?}", all.error);
        assert_eq!(
            all.session_value(),
            Some(serde_json::from_str(SESSION).unwrap()),
            "{text}"
        );
    }
    for text in [
        "[]",
        r#"{"events":[]}"#,
        r#"{"data":{"events":null}}"#,
        r#"{"data":{"sessions":[]}}"#,
    ] {
        let all = read(text.as_bytes(), 1);
        assert!(
            all.events.is_empty() && all.error.is_none() && all.session.is_none(),
            "{text}: {:?}",
            all.error
        );
    }
}

#[test]
fn events_over_several_lines_are_read_one_after_the_other() {
    let events: Vec<Value> = EVENTS[..5]
        .iter()
        .map(|event| serde_json::from_str(event).unwrap())
        .collect();
    let pretty: Vec<String> = events
        .iter()
        .map(|event| serde_json::to_string_pretty(event).unwrap())
        .collect();
    let all = read(pretty.join("\n").as_bytes(), 10);
    assert_eq!(all.events, pretty);
    assert_eq!(all.format, Some(Format::Sequence));
    let all = read(serde_json::to_string_pretty(&events).unwrap().as_bytes(), 10);
    let values: Vec<Value> = all
        .events
        .iter()
        .map(|event| serde_json::from_str(event).unwrap())
        .collect();
    assert_eq!(values, events);
}

#[test]
fn a_line_that_is_something_else_is_handed_on_as_it_is() {
    let lines = [
        EVENTS[0],
        "broken",
        r#"{"uuid":"#,
        "123",
        r#"{"data":{"events":[{"uuid":"p"}]}}"#,
        "\0\0",
        EVENTS[1],
    ];
    for size in SIZES {
        let all = read(lines.join("\n").as_bytes(), size);
        assert_eq!(all.events, lines);
        assert!(all.error.is_none());
    }
}

#[test]
fn a_broken_first_line_does_not_hide_the_others() {
    for first in [
        r#"{"uuid":"1","payload":{"a":"#,
        r#"{"uuid":"1", oops}"#,
        r#"{"level":"info"}"#,
        r#"{"uuid":"1","payload":{}"#,
    ] {
        let text = format!("{first}\n{}\n{}\n", EVENTS[0], EVENTS[1]);
        for size in SIZES {
            let all = read(text.as_bytes(), size);
            assert!(all.error.is_none(), "{first}: {:?}", all.error);
            assert_eq!(all.events, [first, EVENTS[0], EVENTS[1]], "{first}");
            assert_eq!(all.format, Some(Format::Lines));
        }
    }
}

#[test]
fn a_line_is_unwrapped() {
    let page = format!(r#"{{"data":{{"events":[{}]}}}}"#, EVENTS.join(" , "));
    for line in [
        page,
        session_with(&format!("[{}]", EVENTS.join(",")), 2),
        format!("[{}]", EVENTS.join(",\t")),
    ] {
        let unwrapped = unwrap_line(line.as_bytes()).unwrap();
        let events: Vec<&str> = unwrapped.events.iter().map(|event| &line[event.clone()]).collect();
        assert_eq!(events, EVENTS);
        let session = unwrapped
            .session
            .map(|session| serde_json::from_str::<Value>(session.get()).unwrap());
        assert_eq!(
            session,
            line.contains("5e55").then(|| serde_json::from_str(SESSION).unwrap())
        );
    }
    for line in [
        "",
        "{",
        "[",
        "1",
        "null",
        r#"{"level":"info"}"#,
        r#"{"events":[}"#,
        r#"{"uuid":"1","payload":{"events":[]}}"#,
        "\0",
    ] {
        assert!(unwrap_line(line.as_bytes()).is_none(), "{line}");
    }
    assert!(unwrap_line(EVENTS[0].as_bytes()).is_none());
}
