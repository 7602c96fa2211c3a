//! Importing a file of events into a new archive.

use std::path::{Path, PathBuf};

use api::contract::problem::Problem;
use archive::import::{EventReader, Format, ImportError, SomethingElse};
use archive::{About, ImportFailure, ImportReport, import};
use serde::Serialize;
use time::OffsetDateTime;

use crate::headless::output::print;
use crate::headless::progress::{Progress, watched};
use crate::headless::{Refusal, milliseconds};

/// What came of an import.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Report<'a> {
    archive: &'a Path,
    events: u64,
    /// Events that came a second time and were left out.
    again: u64,
    /// Records that are no events.
    refused: u64,
    first_refused: Vec<RefusedRecord>,
    format: &'static str,
    /// Why the file was not read to its end.
    ended_by: Option<String>,
}

#[derive(Serialize)]
struct RefusedRecord {
    line: u64,
    offset: u64,
    problem: String,
}

/// Makes an archive of a file of events, and prints what came of it.
pub(super) async fn run(files: &[PathBuf], archive: &Path) -> Result<(), Refusal> {
    let [file] = files else {
        return Err(Refusal::Usage(
            "an archive is made of one file of events; import each file into one of its own".to_owned(),
        ));
    };
    let (from, to) = (file.clone(), archive.to_owned());
    let imported = watched(move |progress| run_import(&from, &to, progress)).await?;
    let report = imported.map_err(|failure| refusal(&failure, file, archive))?;
    if report.events == 0 {
        // It was made a moment ago, and nothing is in it.
        archive::delete(archive).map_err(|error| Refusal::about(archive, error))?;
        return Err(Refusal::Plain(format!(
            "{} has no events; {} of its records are none",
            file.display(),
            report.refused
        )));
    }
    let ended_by = report.ended_by.as_ref().map(ToString::to_string);
    print(&Report {
        archive,
        events: report.events,
        again: report.again,
        refused: report.refused,
        first_refused: report.first_refused.iter().map(RefusedRecord::of).collect(),
        format: word_for(report.format),
        ended_by: ended_by.clone(),
    })?;
    match ended_by {
        Some(reason) => Err(Refusal::Partial(format!(
            "{} was not read to its end: {reason}; the {} events before are in {}",
            file.display(),
            report.events,
            archive.display()
        ))),
        None => Ok(()),
    }
}

fn run_import(from: &Path, to: &Path, progress: &Progress) -> Result<ImportReport, ImportFailure> {
    let reader = EventReader::open(from)?;
    let about = About {
        imported_from: from.file_name().map(|name| name.to_string_lossy().into_owned()),
        begun: milliseconds(OffsetDateTime::now_utc()),
        ..About::default()
    };
    import(reader, to, about, progress)
}

impl RefusedRecord {
    fn of(record: &archive::RefusedRecord) -> Self {
        Self {
            line: record.place.line,
            offset: record.place.offset,
            problem: record.problem.to_string(),
        }
    }
}

/// What the report calls a format.
fn word_for(format: Format) -> &'static str {
    match format {
        Format::Session => "session",
        Format::List => "list",
        Format::Lines => "ndjson",
        Format::Sequence => "sequence",
        Format::Pages => "pages",
        _ => "other",
    }
}

fn refusal(failure: &ImportFailure, file: &Path, archive: &Path) -> Refusal {
    let problem = Problem::from(failure);
    match failure {
        ImportFailure::Write(_) => Refusal::about(archive, problem),
        ImportFailure::Read(ImportError::NoEvents { .. } | ImportError::SomethingElse(SomethingElse::Key)) => {
            let next_step = "Choose a file of events; to import credentials, leave out --out.".to_owned();
            Refusal::about(file, Problem { next_step, ..problem })
        }
        ImportFailure::Read(_) => Refusal::about(file, problem),
    }
}
