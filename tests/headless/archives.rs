//! Events to be imported, and archives made of them.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Value, json};

use crate::program::{Program, word};

pub(crate) const SESSION: &str = "6c1d3a52-0000-4000-8000-00000000aaaa";
/// 2026-11-20T10:14:00Z
pub(crate) const BEGIN: i64 = 1_795_169_640_000;

/// A session as Adobe's UI exports it: so many events, a second apart, the newest first.
pub(crate) fn session(events: usize) -> Value {
    json!({
        "uuid": SESSION, "token": 1234, "name": "Checkout v42", "link": "lumashop://home", "firstName": "Ada",
        "createdTs": BEGIN, "annotations": [], "notOfAdobe": { "kept": [1.5, null, "Ä\u{1f600}"] },
        "events": (0..events).rev().map(event).collect::<Vec<_>>(),
    })
}

/// Every third is of the Edge Network, every tenth a failure.
fn event(number: usize) -> Value {
    let kind = if number.is_multiple_of(3) { "service" } else { "generic" };
    let mut payload = json!({ "name": format!("event {number}"), "status": 200, "text": "line\none, \"two\"" });
    if number % 10 == 7 {
        payload["logLevel"] = json!("error");
        payload["status"] = json!(502);
    }
    json!({
        "uuid": format!("00000000-0000-4000-8000-{number:012}"), "eventNumber": number,
        "clientId": format!("11111111-2222-4333-8444-{:012}", number % 2), "timestamp": BEGIN + 1000 * number as i64,
        "vendor": "com.example.test", "type": kind, "payload": payload, "annotations": [],
    })
}

/// The events of a session, one a line.
pub(crate) fn lines(session: &Value) -> String {
    let events = session["events"].as_array().unwrap();
    events.iter().map(|event| format!("{event}\n")).collect()
}

pub(crate) fn gzipped(text: &str) -> Vec<u8> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::fast());
    packer.write_all(text.as_bytes()).unwrap();
    packer.finish().unwrap()
}

/// Writes a file into the program's home.
pub(crate) fn write(program: &Program, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
    let path = program.path(name);
    std::fs::write(&path, content).unwrap();
    path
}

/// An archive of a session with so many events.
pub(crate) fn archive(program: &Program, events: usize) -> PathBuf {
    let file = write(program, "session.json", session(events).to_string());
    let archive = program.path("checkout.assurance");
    program
        .run_words(&["import", word(&file), "--out", word(&archive)])
        .json();
    archive
}

/// The names of everything in a folder, in order.
pub(crate) fn names_in(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort_unstable();
    names
}
