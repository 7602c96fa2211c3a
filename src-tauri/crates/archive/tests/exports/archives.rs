//! Archives to export from, and reading exports back.

use std::fs;
use std::path::{Path, PathBuf};

use archive::export::{ExportError, ExportFormat, ExportOptions, ExportReport, export};
use archive::import::EventReader;
use archive::query::Query;
use archive::{About, Archive, import};
use event::Event;
use tempfile::TempDir;
use time::UtcOffset;

pub(crate) struct Desk {
    folder: TempDir,
}

impl Desk {
    pub(crate) fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Everything there is in the folder, by name.
    pub(crate) fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(self.folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    /// An archive that was imported from a file with this text.
    pub(crate) fn imported(&self, name: &str, text: &[u8]) -> Archive {
        let file = self.path(&format!("{name}.json"));
        fs::write(&file, text).unwrap();
        self.import(name, &file)
    }

    /// An archive that was imported from a file.
    pub(crate) fn import(&self, name: &str, file: &Path) -> Archive {
        let about = About {
            imported_from: Some(file.file_name().unwrap().to_string_lossy().into_owned()),
            ..About::default()
        };
        let to = self.path(&format!("{name}.assurance"));
        let report = import(EventReader::open(file).unwrap(), &to, about, &()).unwrap();
        assert!(report.ended_by.is_none() && report.refused == 0, "{report:?}");
        Archive::open_to_read(&to).unwrap()
    }

    /// An archive that a session was followed into.
    pub(crate) fn followed(&self, name: &str, session: &str, events: &[String]) -> Archive {
        let about = About {
            session: serde_json::from_str(session).unwrap(),
            organization: Some("0A1B2C3D@AdobeOrg".to_owned()),
            ..About::default()
        };
        let archive = Archive::create(&self.path(&format!("{name}.assurance")), &about).unwrap();
        let events = events.iter().map(|event| Event::from_json(event).unwrap()).collect();
        archive.insert(events).unwrap();
        archive
    }

    /// Exports everything, as a text.
    pub(crate) fn exported(&self, archive: &Archive, format: ExportFormat) -> String {
        let to = self.path("exported");
        let mut options = ExportOptions::new(format);
        options.replace = true;
        export(archive, &options, &to, &()).unwrap();
        fs::read_to_string(to).unwrap()
    }

    pub(crate) fn export(
        &self,
        archive: &Archive,
        options: &ExportOptions,
        to: &str,
    ) -> Result<ExportReport, ExportError> {
        export(archive, options, &self.path(to), &())
    }
}

pub(crate) fn query(text: &str) -> Query {
    Query::parse(text, UtcOffset::UTC).unwrap()
}

/// JSON without the blanks between its values, and with every string escaped in one way: texts are equal when their
/// values are, down to the digits of numbers and the order of keys. Half characters stay as they are.
pub(crate) fn compact(json: &str) -> String {
    let mut written = String::with_capacity(json.len());
    let mut rest = json;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '"' => text_length(rest),
            first => first.len_utf8(),
        };
        let (token, behind) = rest.split_at(length);
        rest = behind;
        match serde_json::from_str::<String>(token) {
            Ok(text) => written.push_str(&serde_json::Value::String(text).to_string()),
            Err(_) if token.trim().is_empty() => {}
            Err(_) => written.push_str(token),
        }
    }
    written
}

fn text_length(text: &str) -> usize {
    let mut is_escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        if byte == b'"' && !is_escaped {
            return at + 1;
        }
        is_escaped = byte == b'\\' && !is_escaped;
    }
    text.len()
}
