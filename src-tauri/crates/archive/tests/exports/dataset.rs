//! The Parquet dataset, read file by file. That DuckDB reads it as one table is a contract of its own.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::Path;

use archive::export::{ExportError, ExportFormat, ExportOptions};
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::Field;

use crate::archives::{Desk, compact, query};
use crate::odd_events::{SESSION, document, odd_events};

/// Files by their path in the dataset, and the rows of each.
fn dataset(folder: &Path) -> BTreeMap<String, Vec<BTreeMap<String, Field>>> {
    let mut files = BTreeMap::new();
    let mut left = vec![folder.to_owned()];
    while let Some(path) = left.pop() {
        if path.is_dir() {
            left.extend(fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
            continue;
        }
        let reader = SerializedFileReader::new(File::open(&path).unwrap()).unwrap();
        let rows = reader
            .get_row_iter(None)
            .unwrap()
            .map(|row| row.unwrap().into_columns().into_iter().collect())
            .collect();
        let name = path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
        files.insert(name, rows);
    }
    files
}

fn text(field: &Field) -> Option<&str> {
    match field {
        Field::Str(text) => Some(text),
        _ => None,
    }
}

const DAY: &str =
    "organization=0A1B2C3D@AdobeOrg/session=0f8fad5b-d9cb-469f-a165-70867728950e/day=2023-11-14/part-0.parquet";

#[test]
fn events_are_in_the_file_of_their_day() {
    let desk = Desk::new();
    let archive = desk.imported("odd", document(SESSION, &odd_events()).as_bytes());
    let report = desk
        .export(&archive, &ExportOptions::new(ExportFormat::Parquet), "history")
        .unwrap();
    let files = dataset(&desk.path("history"));
    let folder = DAY.trim_end_matches("day=2023-11-14/part-0.parquet");
    let names: Vec<&str> = files.keys().map(|name| name.strip_prefix(folder).unwrap()).collect();
    assert_eq!(
        names,
        [
            "day=1969-12-31/part-0.parquet",
            "day=1970-01-01/part-0.parquet",
            "day=2023-11-14/part-0.parquet",
            "day=__HIVE_DEFAULT_PARTITION__/part-0.parquet",
        ]
    );
    let rows: Vec<_> = files.values().flatten().collect();
    assert_eq!((rows.len(), report.events), (archive.len(), archive.len() as u64));
    assert_eq!(report.files.len(), 4);
    let row = |uuid: &str| rows.iter().find(|row| text(&row["uuid"]) == Some(uuid)).unwrap();
    let edge = row("a1");
    assert_eq!(edge["timestamp"], Field::TimestampMillis(1_700_000_000_900));
    assert_eq!(edge["event_number"], Field::Long(1));
    let texts =
        ["client_id", "vendor", "type", "event_type", "source", "name"].map(|column| text(&edge[column]).unwrap());
    assert_eq!(
        texts,
        [
            "c1",
            "com.adobe.griffon.mobile",
            "generic",
            "edge",
            "requestcontent",
            "Edge"
        ]
    );
    assert_eq!(compact(text(&edge["event"]).unwrap()), odd_events()[0]);
    assert_eq!(
        text(&row("a8")["payload"]),
        Some(r#"{"name":"hitReceived","messages":["{\"a\":1}"]}"#)
    );
    assert_eq!(text(&row("a9")["payload"]), Some(r#""plain = text""#));
    assert_eq!(
        (&row("a9")["timestamp"], &row("a2")["payload"]),
        (&Field::Null, &Field::Null)
    );
    assert_eq!(
        row("p0")["name"],
        Field::Str("Large one".to_owned()),
        "a whole event in the place of its parts"
    );
}

#[test]
fn a_second_session_adds_files_and_touches_no_other() {
    let desk = Desk::new();
    let options = ExportOptions::new(ExportFormat::Parquet);
    let first = desk.imported("first", document(SESSION, &odd_events()).as_bytes());
    desk.export(&first, &options, "history").unwrap();
    let written = |path: &str| {
        fs::metadata(desk.path("history").join(path))
            .unwrap()
            .modified()
            .unwrap()
    };
    let (time, before) = (written(DAY), dataset(&desk.path("history")));
    let event = r#"{"uuid":"x","timestamp":1700000000000,"payload":{}}"#.to_owned();
    let second = desk.followed("second", r#"{"uuid":"two/ü"}"#, &[event]);
    desk.export(&second, &options, "history").unwrap();
    let mut after = dataset(&desk.path("history"));
    let added = after.remove("organization=0A1B2C3D@AdobeOrg/session=two%2F%C3%BC/day=2023-11-14/part-0.parquet");
    assert_eq!(added.map(|rows| rows.len()), Some(1));
    assert_eq!((after, written(DAY)), (before, time));
}

#[test]
fn a_session_that_is_there_is_replaced_as_a_whole_and_only_on_request() {
    let desk = Desk::new();
    let archive = desk.imported("odd", document(SESSION, &odd_events()).as_bytes());
    let mut options = ExportOptions::new(ExportFormat::Parquet);
    desk.export(&archive, &options, "history").unwrap();
    options.query = query("uuid:a1");
    let name = "session=0f8fad5b-d9cb-469f-a165-70867728950e".to_owned();
    assert_eq!(
        desk.export(&archive, &options, "history"),
        Err(ExportError::Exists { name })
    );
    assert_eq!(dataset(&desk.path("history")).len(), 4);
    options.replace = true;
    desk.export(&archive, &options, "history").unwrap();
    let files = dataset(&desk.path("history"));
    assert_eq!(
        files.keys().collect::<Vec<_>>(),
        [DAY],
        "no day of the earlier export is left"
    );
    assert_eq!(files[DAY].len(), 1);
    let names: Vec<_> = fs::read_dir(desk.path("history"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(names, ["organization=0A1B2C3D@AdobeOrg"], "nothing else is left");
}
