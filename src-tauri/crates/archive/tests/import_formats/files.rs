//! What people have, with made-up values.

use std::io::{Cursor, Write as _};

use archive::import::Format;
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::Value;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Events as real sessions have them, with made-up values.
pub(crate) const EVENTS: [&str; 8] = [
    r#"{"uuid":"a1","eventNumber":1,"clientId":"c1","timestamp":1700000000000,"vendor":"com.adobe.griffon.mobile","type":"client","payload":{"type":"connect","version":"5.0.0","deviceInfo":{"Device name":"iPhone 16 Pro","Battery level":-1},"appSettings":{"UIBackgroundModes":["fetch","remote-notification"]}},"annotations":[]}"#,
    r#"{"uuid":"a2","eventNumber":0,"clientId":"c1","timestamp":1700000000001,"vendor":"com.adobe.griffon.mobile","type":"client","payload":{"type":"disconnect"},"annotations":[]}"#,
    r#"{"uuid":"a3","eventNumber":2,"clientId":"c1","timestamp":1700000000002,"vendor":"com.adobe.griffon.mobile","type":"generic","payload":{"ACPExtensionEventName":"Shared state change","ACPExtensionEventData":{"stateowner":"com.adobe.module.eventhub"},"ACPExtensionEventTimestamp":1700000000000.12,"metadata":{"state.data":{"extensions":{"com.adobe.edge":{"friendlyName":"AEPEdge"}}}}},"annotations":[]}"#,
    r#"{"uuid":"a4","eventNumber":0,"clientId":"c1","timestamp":1700000000003,"vendor":"com.adobe.edge.konductor","type":"service","payload":{"name":"hitReceived","logLevel":"log","messages":["Request received.","{\"event\":{\"xdm\":{\"_id\":\"U1\",\"note\":\"a \\\"quote\\\" and a } and a [\"}},\"meta\":{}}\\"]},"annotations":[]}"#,
    r#"{"uuid":"a5","eventNumber":0,"clientId":null,"timestamp":1700000000004,"vendor":"com.adobe.cepheus","type":"Push Service","payload":{"event":"push sent to platform service","status":200,"body":""},"annotations":[]}"#,
    r#"{"payload":{"events":[{"uuid":"inner"}],"data":{"events":[]},"name":"fields that a page has"},"uuid":"a6","type":"generic"}"#,
    r#"{"uuid":"a7","uuid":"a7","payload":{"a":1.0,"a":1e2,"Straße \u00fc 🦀":"\u0000"},"unknown":[[],{},[{"x":null}]]}"#,
    r#"{"uuid":"a8","eventNumber":3,"payload":{}}"#,
];

pub(crate) const SESSION: &str = r#"{"uuid":"5e55","token":1234,"name":"Checkout [1} \"new\"","link":"app://x","firstName":"Ada","createdTs":1700000000000,"annotations":[{"payload":{"events":[1]}}],"x-unknown":{"data":{"events":[]}},"big":12345678901234567890.10}"#;

/// Every format: its name, its text, its kind, and whether it has the session.
pub(crate) fn files() -> Vec<(&'static str, String, Format, bool)> {
    let list = |events: &[&str], between: &str| format!("[{}]", events.join(between));
    let all = list(&EVENTS, ",");
    let page = |events: &[&str]| format!(r#"{{"data":{{"events":{}}}}}"#, list(events, ", "));
    let session_page = |events: &[&str]| {
        let session = SESSION.strip_suffix('}').unwrap();
        format!(
            r#"{{"extensions":{{"events":1}},"data":{{"session":{session},"events":{}}}}}}}"#,
            list(events, ",")
        )
    };
    let (first, second) = EVENTS.split_at(3);
    vec![
        ("session, events first", session_with(&all, 0), Format::Session, true),
        ("session, events within", session_with(&all, 4), Format::Session, true),
        ("session, events last", session_with(&all, 9), Format::Session, true),
        (
            "session, events twice",
            session_with(
                &format!(
                    "{},\"events\":null, \"\\u0065vents\":{}",
                    list(first, ","),
                    list(second, ",")
                ),
                2,
            ),
            Format::Session,
            true,
        ),
        ("list", all.clone(), Format::List, false),
        (
            "list, a line each",
            format!("\n[\n  {}\n]\n\n", EVENTS.join(",\n  ")),
            Format::List,
            false,
        ),
        (
            "list in a list",
            format!("[[],[{}],{}]", list(first, ","), list(second, ",")),
            Format::List,
            false,
        ),
        ("lines", EVENTS.join("\n"), Format::Lines, false),
        ("lines, one more", EVENTS.join("\n") + "\n", Format::Lines, false),
        (
            "lines, of Windows, blank ones between",
            format!("\r\n{}\r\n\r\n", EVENTS.join(" \r\n\r\n \t\r\n")),
            Format::Lines,
            false,
        ),
        (
            "lines, joined files",
            format!("\u{feff}{}\n\u{feff}{}", first.join("\n"), second.join("\n")),
            Format::Lines,
            false,
        ),
        (
            "lines behind a session",
            format!("{SESSION}\n{}\n", EVENTS.join("\n")),
            Format::Lines,
            true,
        ),
        ("one after the other", EVENTS.join(""), Format::Sequence, false),
        ("page", page(&EVENTS), Format::Pages, false),
        ("pages", page(first) + &page(second), Format::Pages, false),
        (
            "pages, a line each",
            format!("{}\n{}\n\n{}\n", page(first), page(&[]), page(second)),
            Format::Pages,
            false,
        ),
        (
            "pages, joined files",
            format!("\u{feff}{}\n\u{feff}{}\n", page(first), page(second)),
            Format::Pages,
            false,
        ),
        (
            "list of pages",
            format!("[{},\n{}]", page(first), page(second)),
            Format::Pages,
            false,
        ),
        (
            "pages without data",
            format!(
                "{{\"events\":{}}}\n{{\"events\":{}}}",
                list(first, ","),
                list(second, ",")
            ),
            Format::Session,
            false,
        ),
        ("page with its session", session_page(&EVENTS), Format::Pages, true),
        (
            "pages with their session",
            format!("{} {}", session_page(first), session_page(second)),
            Format::Pages,
            true,
        ),
        (
            "sessions of a page",
            format!(r#"{{"data":{{"sessions":[null,{}]}}}}"#, session_with(&all, 1)),
            Format::Pages,
            true,
        ),
        (
            "session beside events",
            format!(r#"{{"data":{{"events":{all},"session":{SESSION}}}}}"#),
            Format::Pages,
            true,
        ),
    ]
}

/// The session with its events behind so many of its fields.
pub(crate) fn session_with(events: &str, place: usize) -> String {
    let session: serde_json::Map<String, Value> = serde_json::from_str(SESSION).unwrap();
    let mut fields: Vec<String> = session
        .iter()
        .map(|(name, value)| format!("{}: {value}", Value::from(name.clone())))
        .collect();
    fields.insert(place, format!("\"events\" :{events}"));
    format!("{{ {} }}\n", fields.join(" ,\r\n  "))
}

pub(crate) fn gzip(text: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(text).unwrap();
    encoder.finish().unwrap()
}

pub(crate) fn zipped(files: &[(&str, &[u8])], method: CompressionMethod) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        let options = SimpleFileOptions::default().compression_method(method);
        writer.start_file(*name, options).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}
