//! An archive that somebody sent, looked at as the window does.

use std::path::Path;
use std::sync::{Arc, OnceLock};

use archive::export::{ExportFormat, ExportOptions, export};
use archive::import::EventReader;
use archive::query::Query;
use archive::redaction::{Redaction, preview};
use archive::{About, Archive, Arrangement, EventFilter, Scope, Selected, Stretch, View, clients, copy, peek};
use event::Event;
use time::UtcOffset;

/// Queries that each take another way through an archive.
const QUERIES: [&str; 9] = [
    "edge",
    r#""many\",null""#,
    "/[0-9]{2,}/",
    "payload.text:*many",
    "payload.list[1]>=2",
    "type:generic -name:x",
    "null",
    "8a1c",
    "time>-1h has:error",
];

/// Opens the file and asks for everything there is. What cannot be read is an error, never a panic.
pub(super) fn look_at(path: &Path) {
    let _ = peek(path);
    if let Ok(archive) = Archive::open_to_read(path) {
        ask(&Arc::new(archive), path);
    }
    if let Ok(archive) = Archive::open(path) {
        let more = Event::from_json(r#"{"uuid":"one more","timestamp":5,"payload":{"text":"more"}}"#);
        let _ = archive.insert(vec![more.expect("it is an event")]);
        let _ = archive.close();
    }
}

fn ask(archive: &Arc<Archive>, path: &Path) {
    let _ = (archive.info(), archive.about(), clients(archive));
    let _ = archive.find_marks(&|| false);
    for text in QUERIES {
        let query = Query::parse(text, UtcOffset::UTC).expect("it is a query");
        let _ = archive.count(&query, &|| false);
    }
    let view = View::new(Arc::clone(archive), EventFilter::default());
    view.arrange(Arrangement {
        launches: true,
        ..Arrangement::default()
    });
    view.find_errors();
    let _ = (view.rows(0, 200), view.window(0, 200), view.facets());
    let _ = view.density(Stretch {
        from: None,
        to: None,
        pieces: 50,
    });
    if let Ok(mut selection) = archive.select(&Query::everything(), Selected::AsShown) {
        let _ = selection.next_events(200);
    }
    let _ = preview(
        archive,
        (&Query::everything(), &Scope::everything()),
        &Redaction::everything(),
        &(),
    );
    for (format, name) in [(ExportFormat::Json, "json"), (ExportFormat::Csv, "csv")] {
        let options = ExportOptions {
            replace: true,
            ..ExportOptions::new(format)
        };
        let _ = export(archive, &options, &path.with_extension(name), &());
    }
    let _ = copy(path, &path.with_extension("copy"), &|| false);
}

/// The bytes of an archive with some events of every kind, in blocks and among the newest.
pub(super) fn honest() -> &'static [u8] {
    static BYTES: OnceLock<Vec<u8>> = OnceLock::new();
    BYTES.get_or_init(|| {
        let folder = tempfile::tempdir().expect("there is room for temporary files");
        let path = folder.path().join("honest.assurance");
        let reader = EventReader::new(std::io::Cursor::new(events())).expect("they are events");
        archive::import(reader, &path, About::default(), &()).expect("they can be imported");
        let archive = Archive::open(&path).expect("it was made a moment ago");
        let newest = (0..3).map(|number| {
            let text = format!(r#"{{"uuid":"newest {number}","timestamp":{number},"payload":{{"name":"x"}}}}"#);
            Event::from_json(&text).expect("it is an event")
        });
        archive.insert(newest.collect()).expect("it can be written");
        archive.close().expect("it can be written");
        std::fs::read(&path).expect("it was made a moment ago")
    })
}

fn events() -> String {
    let mut lines = String::new();
    for number in 0..40 {
        let uuid = format!("8a1c{number:04}-d9cb-469f-a165-70867728950e");
        let payload = match number % 5 {
            0 => r#"{"ACPExtensionEventName":"Edge Request","ACPExtensionEventType":"com.adobe.eventType.edge","status":502}"#.to_owned(),
            1 => format!(r#"{{"text":"number {number} of","list":[{number},2.50,"many",null,true,"{uuid}"]}}"#),
            2 => r#""{\"status\":200,\"messages\":[\"one\",\"two\"]}""#.to_owned(),
            3 => format!(r#"{{"{number}":{{"{uuid}":1}},"inner":"{{\n  \"a\": [\n    1\n  ]\n}}"}}"#),
            _ => r#"{"chunkData":"{\"whole\":true}"}"#.to_owned(),
        };
        let metadata = match number % 5 {
            4 => format!(r#","metadata":{{"chunkId":"c{number}","chunkTotal":1,"chunkSequenceNumber":0}}"#),
            _ => String::new(),
        };
        lines.push_str(&format!(
            r#"{{"uuid":"{uuid}","eventNumber":{number},"clientId":"c","timestamp":17000000{number:05},"vendor":"com.adobe.mobile","type":"generic","payload":{payload}{metadata}}}"#
        ));
        lines.push('\n');
    }
    lines
}
