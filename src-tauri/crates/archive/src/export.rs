//! Handing a session's events to others: as Adobe's own JSON, as lines, as a table, or as a dataset that databases read.
//!
//! An export is written beside its place and takes it when it is whole; memory stays small for any number of events.
//!
//! Events are written as they came, with one exception: where Adobe said later that an event is flagged, hidden or noted,
//! its annotations say so, as they do at Adobe.

mod column;
mod csv_table;
mod document;
mod error;
mod lines;
mod parquet_dataset;
mod path_values;
mod reading;
mod target;
mod watch;

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::archive::Archive;
use crate::marks::Heard;
use crate::query::Query;
use crate::redaction::{Redaction, Redactor};
use crate::selection::{Scope, Selected};

pub use column::{CsvColumn, NotAColumn};
pub use csv_table::CsvTable;
pub use error::ExportError;
pub use watch::ExportWatch;

pub(crate) use path_values::values_at;
pub(crate) use reading::Batches;
pub(crate) use watch::Progress;

use reading::Reading;

/// What an export is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ExportFormat {
    /// The session object with its events, as Adobe's UI exports it. What was imported comes out as the same JSON values
    /// in the same order; a session that was followed has its newest event first, as Adobe has it.
    Json,
    /// One event a line as compact JSON: in the order of the file it was imported from, else the oldest first.
    Ndjson,
    /// A table of chosen columns, the oldest event first.
    Csv,
    /// A folder of Parquet files, partitioned by organization, session and day. Several sessions fit into one folder.
    Parquet,
}

/// What is exported, and how.
#[derive(Clone)]
pub struct ExportOptions {
    /// Which events.
    pub query: Query,
    /// Which events count at all.
    pub scope: Scope,
    /// What is written.
    pub format: ExportFormat,
    /// What is taken out; nothing where there is none.
    pub redaction: Option<Redaction>,
    /// The columns of a CSV table; the usual ones when the list is empty. Other formats have none to choose.
    pub columns: Vec<CsvColumn>,
    /// Whether a CSV table begins with the mark by which Excel knows UTF-8.
    pub with_mark: bool,
    /// Whether what is there already is replaced: the file, or this session in a dataset.
    pub replace: bool,
}

impl ExportOptions {
    /// Everything in one format, as it is.
    #[must_use]
    pub fn new(format: ExportFormat) -> Self {
        Self {
            query: Query::everything(),
            scope: Scope::everything(),
            format,
            redaction: None,
            columns: Vec::new(),
            with_mark: false,
            replace: false,
        }
    }
}

/// What an export wrote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ExportReport {
    /// How many events. Parts of a large event that are written as they came count one each.
    pub events: u64,
    /// The size of all files together.
    pub bytes: u64,
    /// The files.
    pub files: Vec<PathBuf>,
}

/// Exports events to a file; Parquet to a folder, which may hold other sessions.
///
/// ```no_run
/// use archive::Archive;
/// use archive::export::{ExportFormat, ExportOptions, export};
/// use archive::redaction::Redaction;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let archive = Archive::open_to_read("checkout.assurance".as_ref())?;
/// let options = ExportOptions {
///     redaction: Some(Redaction::everything()),
///     ..ExportOptions::new(ExportFormat::Ndjson)
/// };
/// let report = export(&archive, &options, "checkout.ndjson".as_ref(), &())?;
/// println!("{} events", report.events);
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// When the archive cannot be read, the place cannot be written or is taken, or the work is called off; then nothing
/// is left of it. See [`ExportError`].
pub fn export(
    archive: &Archive,
    options: &ExportOptions,
    to: &Path,
    watch: &dyn ExportWatch,
) -> Result<ExportReport, ExportError> {
    let about = archive.about();
    // What is redacted has to be seen whole; otherwise parts are written as they came, so that they import again.
    let what = match options.format {
        ExportFormat::Json | ExportFormat::Ndjson if options.redaction.is_none() => Selected::AsSent,
        _ => Selected::AsShown,
    };
    let selection = archive.select_in(&options.scope, &options.query, what)?;
    let selection = match (options.format, about.imported_from.is_some()) {
        (ExportFormat::Json | ExportFormat::Ndjson, true) => selection.as_it_came(),
        (ExportFormat::Json, false) => selection.newest_first(),
        _ => selection,
    };
    let learned = if options.redaction.is_some() { archive.len() } else { 0 };
    let mut progress = Progress::new(watch, learned + selection.len());
    target::check(to, options)?;
    let redactor = match &options.redaction {
        Some(redaction) => Some(Redactor::learn(archive, redaction, &mut progress)?),
        None => None,
    };
    let reading = Reading::new(selection, Heard::of(archive), redactor.as_ref(), progress);
    match options.format {
        ExportFormat::Json => document::write(reading, &about, to, options.replace),
        ExportFormat::Ndjson => lines::write(reading, to, options.replace),
        ExportFormat::Csv => csv_table::write(reading, options, to),
        ExportFormat::Parquet => parquet_dataset::write(reading, archive.path(), &about, to, options.replace),
    }
}
