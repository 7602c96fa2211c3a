//! Exports of an archive with a redaction.

use std::fs;
use std::fs::File;
use std::path::{Path, PathBuf};

use archive::export::{ExportFormat, ExportOptions, export};
use archive::redaction::Redaction;
use archive::{About, Archive};
use event::Event;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::Field;
use serde_json::Value;
use tempfile::TempDir;

pub(crate) struct Desk {
    folder: TempDir,
    pub(crate) archive: Archive,
}

impl Desk {
    pub(crate) fn new(session: &Value, events: &[Value]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let about = About {
            session: session.as_object().unwrap().clone(),
            ..About::default()
        };
        let archive = Archive::create(&folder.path().join("a.assurance"), &about).unwrap();
        let events = events
            .iter()
            .map(|event| Event::from_json(&event.to_string()).unwrap())
            .collect();
        archive.insert(events).unwrap();
        Self { folder, archive }
    }

    fn export(&self, options: ExportOptions) -> PathBuf {
        let to = self.folder.path().join(format!("{:?}", options.format));
        export(
            &self.archive,
            &ExportOptions {
                replace: true,
                ..options
            },
            &to,
            &(),
        )
        .unwrap();
        to
    }

    /// The session with its events, the oldest first.
    pub(crate) fn redacted(&self, redaction: Redaction) -> Value {
        let to = self.export(ExportOptions {
            redaction: Some(redaction),
            ..ExportOptions::new(ExportFormat::Json)
        });
        let mut document: Value = serde_json::from_str(&fs::read_to_string(to).unwrap()).unwrap();
        document["events"].as_array_mut().unwrap().reverse();
        document
    }

    /// Everything that any format writes, with what is packed unpacked.
    pub(crate) fn everything_written(&self, redaction: &Redaction) -> Vec<(ExportFormat, String)> {
        let formats = [
            ExportFormat::Json,
            ExportFormat::Ndjson,
            ExportFormat::Csv,
            ExportFormat::Parquet,
        ];
        let options = |format| ExportOptions {
            redaction: Some(redaction.clone()),
            columns: [
                "uuid",
                "client",
                "vendor",
                "type",
                "eventType",
                "source",
                "name",
                "title",
                "detail",
                "payload",
                "event.*",
            ]
            .map(|column| column.parse().unwrap())
            .into(),
            ..ExportOptions::new(format)
        };
        formats
            .map(|format| {
                let to = self.export(options(format));
                let text = if to.is_dir() {
                    dataset(&to)
                } else {
                    fs::read_to_string(to).unwrap()
                };
                (format, text)
            })
            .into()
    }
}

/// The names of folders and the texts of all cells.
fn dataset(path: &Path) -> String {
    let mut text = path.to_string_lossy().into_owned();
    if path.is_dir() {
        for entry in fs::read_dir(path).unwrap() {
            text.push_str(&dataset(&entry.unwrap().path()));
        }
        return text;
    }
    let reader = SerializedFileReader::new(File::open(path).unwrap()).unwrap();
    for row in reader.get_row_iter(None).unwrap() {
        for (_, field) in row.unwrap().into_columns() {
            if let Field::Str(cell) = field {
                text.push('\n');
                text.push_str(&cell);
            }
        }
    }
    text
}
