//! Files are there when they are whole, and what was there stays unless it was to be replaced.

use std::fs;
use std::sync::atomic::{AtomicU64, Ordering};

use archive::export::{ExportError, ExportFormat, ExportOptions, ExportWatch, export};
use archive::redaction::Redaction;

use crate::archives::Desk;
use crate::odd_events::{SESSION, document, odd_events};

const FORMATS: [ExportFormat; 4] = [
    ExportFormat::Json,
    ExportFormat::Ndjson,
    ExportFormat::Csv,
    ExportFormat::Parquet,
];

/// Calls the work off when so many events were read.
struct CallsOff {
    at: u64,
    told: AtomicU64,
}

impl ExportWatch for CallsOff {
    fn progress(&self, done: u64, of: u64) {
        assert!(done <= of);
        self.told.store(done, Ordering::Relaxed);
    }

    fn is_called_off(&self) -> bool {
        self.told.load(Ordering::Relaxed) >= self.at
    }
}

#[test]
fn called_off_leaves_nothing() {
    for format in FORMATS {
        for (at, redaction) in [
            (1, None),
            (1, Some(Redaction::everything())),
            (400, Some(Redaction::everything())),
        ] {
            let desk = Desk::new();
            let archive = desk.imported("odd", document(SESSION, &odd_events()).as_bytes());
            let before = desk.names();
            let options = ExportOptions {
                redaction,
                ..ExportOptions::new(format)
            };
            let told = AtomicU64::new(0);
            let result = export(&archive, &options, &desk.path("to"), &CallsOff { at, told });
            assert_eq!(result, Err(ExportError::CalledOff), "{format:?}");
            assert_eq!(desk.names(), before, "{format:?}");
        }
    }
}

#[test]
fn progress_ends_with_everything() {
    let desk = Desk::new();
    let archive = desk.imported("odd", document(SESSION, &odd_events()).as_bytes());
    let watch = CallsOff {
        at: u64::MAX,
        told: AtomicU64::new(0),
    };
    let options = ExportOptions {
        redaction: Some(Redaction::everything()),
        ..ExportOptions::new(ExportFormat::Csv)
    };
    export(&archive, &options, &desk.path("to"), &watch).unwrap();
    assert_eq!(watch.told.into_inner(), 2 * archive.len() as u64);
}

#[test]
fn a_file_that_is_there_is_replaced_only_on_request() {
    let desk = Desk::new();
    let archive = desk.imported("odd", document(SESSION, &odd_events()).as_bytes());
    for format in [ExportFormat::Json, ExportFormat::Ndjson, ExportFormat::Csv] {
        fs::write(desk.path("there"), "mine").unwrap();
        let mut options = ExportOptions::new(format);
        let exists = ExportError::Exists {
            name: "there".to_owned(),
        };
        assert_eq!(desk.export(&archive, &options, "there"), Err(exists));
        assert_eq!(fs::read_to_string(desk.path("there")).unwrap(), "mine");
        options.replace = true;
        desk.export(&archive, &options, "there").unwrap();
        assert!(fs::read_to_string(desk.path("there")).unwrap().len() > 1000);
    }
    let mut options = ExportOptions::new(ExportFormat::Parquet);
    options.replace = true;
    let result = desk.export(&archive, &options, "there");
    assert!(
        matches!(result, Err(ExportError::Exists { .. })),
        "a dataset is a folder: {result:?}"
    );
}

#[test]
fn a_folder_that_is_not_there_is_told() {
    let desk = Desk::new();
    let archive = desk.imported("odd", document(SESSION, &odd_events()).as_bytes());
    for format in FORMATS {
        let result = desk.export(&archive, &ExportOptions::new(format), "none/to");
        assert_eq!(
            result,
            Err(ExportError::NoFolder {
                name: "none".to_owned()
            }),
            "{format:?}"
        );
    }
}
