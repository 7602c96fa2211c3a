//! Exporting the events of an archive.

use std::path::{Path, PathBuf};

use archive::Archive;
use archive::export::{ExportFormat, ExportOptions, ExportReport, export};
use archive::redaction::Redaction;
use serde::Serialize;

use crate::arguments::{ExportArguments, FormatChoice, RuleChoice};
use crate::headless::output::print;
use crate::headless::progress::{Progress, watched};
use crate::headless::{Refusal, filter, opened};

/// What an export wrote.
#[derive(Serialize)]
struct Report<'a> {
    out: &'a Path,
    events: u64,
    bytes: u64,
    files: Vec<PathBuf>,
}

/// Writes events to a file or a dataset, and prints what was written.
pub(super) async fn run(archive: &Path, arguments: &ExportArguments) -> Result<(), Refusal> {
    let out = arguments
        .out
        .clone()
        .ok_or_else(|| usage("give the file to write with --out"))?;
    let options = ExportOptions {
        query: filter::query(&arguments.filter, &arguments.zone)?,
        redaction: redaction(&arguments.redact),
        columns: arguments.columns.clone(),
        replace: arguments.replace,
        ..ExportOptions::new(format(arguments.format)?)
    };
    if !options.columns.is_empty() && options.format != ExportFormat::Csv {
        return Err(usage("columns are chosen for --format csv only"));
    }
    let (archive, to) = (archive.to_owned(), out.clone());
    let (report, is_whole) = watched(move |progress| run_export(&archive, &options, &to, progress)).await??;
    print(&Report {
        out: &out,
        events: report.events,
        bytes: report.bytes,
        files: report.files,
    })?;
    is_whole
}

/// What was written, and whether all of the archive could be read.
type Exported = (ExportReport, Result<(), Refusal>);

fn run_export(archive: &Path, options: &ExportOptions, to: &Path, progress: &Progress) -> Result<Exported, Refusal> {
    let archive: Archive = opened::to_read(archive)?;
    let report = export(&archive, options, to, progress).map_err(|error| Refusal::about(to, &error))?;
    Ok((report, opened::check_whole(&archive)))
}

fn format(choice: FormatChoice) -> Result<ExportFormat, Refusal> {
    match choice {
        FormatChoice::Json => Ok(ExportFormat::Json),
        FormatChoice::Ndjson => Ok(ExportFormat::Ndjson),
        FormatChoice::Csv => Ok(ExportFormat::Csv),
        FormatChoice::Parquet => Ok(ExportFormat::Parquet),
        FormatChoice::Postman
        | FormatChoice::Env
        | FormatChoice::Aio
        | FormatChoice::Aepp
        | FormatChoice::JwtAuth
        | FormatChoice::Curl => Err(usage(
            "this is a format for an integration; an archive is exported as json, ndjson, csv or parquet",
        )),
    }
}

fn redaction(choices: &[RuleChoice]) -> Option<Redaction> {
    let rules = |choice: &RuleChoice| match choice {
        RuleChoice::All => Redaction::everything(),
        RuleChoice::One(rule) => Redaction::of([*rule]),
    };
    let rules: Vec<Redaction> = choices.iter().map(rules).collect();
    (!rules.is_empty()).then(|| Redaction::of(rules.iter().flat_map(Redaction::rules)))
}

fn usage(message: &str) -> Refusal {
    Refusal::Usage(message.to_owned())
}
