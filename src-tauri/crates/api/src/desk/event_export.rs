//! Handing events on: as files of other formats, or as the archive itself.

use std::path::Path;
use std::sync::Arc;

use archive::Scope;
use archive::export::{CsvColumn, ExportFormat, ExportOptions, ExportReport, ExportWatch, export};
use archive::query::Query;
use archive::redaction::{self, Redaction, RedactionRule as Rule};

use super::Desk;
use super::archive_files::{ENDING, file_name};
use super::event_import::counted;
use super::jobs::{Outcome, Running};
use super::open_view::OpenView;
use super::queries::{asks_for_hidden, whole_query};
use crate::contract::archives::{
    EventsFormat, ExportEventsRequest, RedactionPreview, RedactionRule, RedactionSample, RuleFindings,
};
use crate::contract::jobs::Job;
use crate::contract::problem::Problem;

/// The folder that a dataset is offered to be saved as. Several sessions fit into one.
const DATASET: &str = "assurance-events";

impl Desk {
    pub(crate) async fn events_redaction(&self, request: ExportEventsRequest) -> Result<RedactionPreview, Problem> {
        let open = self.view(request.view)?;
        let (query, scope) = (query_of(&open, &request)?, scope_of(&open, &request)?);
        let redaction = redaction_of(&request.redaction).unwrap_or_else(|| Redaction::of([]));
        let watch = PreviewWatch {
            number: open.begin_preview(),
            open: Arc::clone(&open),
        };
        let preview = move || {
            redaction::preview(&watch.open.archive, (&query, &scope), &redaction, &watch)
                .map_err(|error| Problem::from(&error))
        };
        let preview = self.blocking(preview).await?;
        Ok(RedactionPreview {
            events: count(preview.events),
            changed: count(preview.changed),
            rules: preview.rules.into_iter().map(findings).collect(),
        })
    }

    pub(crate) async fn events_export(&self, request: ExportEventsRequest) -> Result<Job, Problem> {
        let open = self.view(request.view)?;
        let write = writer_of(&open, &request)?;
        let session = open.session_name();
        let (title, name) = match request.format {
            EventsFormat::Json => ("Save the session", format!("{}.json", file_name(&session))),
            EventsFormat::Ndjson => ("Save the events", format!("{}.ndjson", file_name(&session))),
            EventsFormat::Csv => ("Save the table", format!("{}.csv", file_name(&session))),
            EventsFormat::Parquet => ("Choose the dataset's folder", DATASET.to_owned()),
            EventsFormat::Archive => ("Save the archive", format!("{}.{ENDING}", file_name(&session))),
        };
        let path = self.desktop.choose_save_path(title, &name).await?;
        self.ensure_not_ours(&path)?;
        let title = format!("Exporting to {}", name_of(&path));
        Ok(self.jobs.start(&self.ticks, title, move |job| write(&path, job)))
    }

    /// What is saved must not take the place of an archive, or of any other file that the program keeps.
    pub(super) fn ensure_not_ours(&self, path: &Path) -> Result<(), Problem> {
        let (Some(folder), Ok(ours)) = (path.parent(), self.archives.folder()) else {
            return Ok(());
        };
        let is_within = |ours: &Path| match (folder.canonicalize(), ours.canonicalize()) {
            (Ok(folder), Ok(ours)) => folder.starts_with(ours),
            _ => false,
        };
        if is_within(ours) {
            return Err(Problem::invalid_input(
                "In this folder Assurance Desk keeps its archives.",
                "Choose another folder.",
            ));
        }
        if path.exists() && is_within(&self.data) {
            return Err(Problem::invalid_input(
                "In this folder Assurance Desk keeps its own files, and this is one of them.",
                "Choose another folder.",
            ));
        }
        Ok(())
    }
}

type Write = Box<dyn FnOnce(&Path, &Running) -> Result<Outcome, Problem> + Send>;

/// The work of an export. What cannot be done is refused before the user is asked where to save.
fn writer_of(open: &Arc<OpenView>, request: &ExportEventsRequest) -> Result<Write, Problem> {
    let open = Arc::clone(open);
    let format = match request.format {
        EventsFormat::Json => ExportFormat::Json,
        EventsFormat::Ndjson => ExportFormat::Ndjson,
        EventsFormat::Csv => ExportFormat::Csv,
        EventsFormat::Parquet => ExportFormat::Parquet,
        EventsFormat::Archive => {
            if request.only_shown || !request.redaction.is_empty() {
                return Err(Problem::invalid_input(
                    "An archive is sent as it is, with everything in it.",
                    "Choose another format to leave something out, or export the whole session without redaction.",
                ));
            }
            return Ok(Box::new(move |path, job| copy(&open, path, job)));
        }
    };
    let columns: Result<Vec<CsvColumn>, _> = request.columns.iter().map(|column| column.parse()).collect();
    let options = ExportOptions {
        query: query_of(&open, request)?,
        scope: scope_of(&open, request)?,
        redaction: redaction_of(&request.redaction),
        columns: columns?,
        // The dialog has asked.
        replace: true,
        ..ExportOptions::new(format)
    };
    Ok(Box::new(move |path, job| {
        let report = export(&open.archive, &options, path, &Watch(job)).map_err(|error| Problem::from(&error))?;
        Ok(Outcome {
            note: note_of(&report, path),
            archive: None,
        })
    }))
}

fn copy(open: &OpenView, path: &Path, job: &Running) -> Result<Outcome, Problem> {
    archive::copy(open.archive.path(), path, &|| job.is_called_off())?;
    let events = counted(open.archive.len() as u64, "event");
    Ok(Outcome {
        note: format!("{events} in {}.", name_of(path)),
        archive: None,
    })
}

fn query_of(open: &OpenView, request: &ExportEventsRequest) -> Result<Query, Problem> {
    if !request.only_shown {
        return Ok(Query::everything());
    }
    whole_query(&open.filter())
}

/// The events that the list shows: those of the moment when it was paused, without hidden ones unless it shows them.
fn scope_of(open: &OpenView, request: &ExportEventsRequest) -> Result<Scope, Problem> {
    if !request.only_shown {
        return Ok(Scope::everything());
    }
    let scope = open.view.scope();
    Ok(match asks_for_hidden(&query_of(open, request)?) {
        true => scope.with_hidden(),
        false => scope,
    })
}

pub(super) fn redaction_of(rules: &[RedactionRule]) -> Option<Redaction> {
    (!rules.is_empty()).then(|| Redaction::of(rules.iter().map(|rule| Rule::from(*rule))))
}

fn note_of(report: &ExportReport, path: &Path) -> String {
    let events = counted(report.events, "event");
    match report.files.len() {
        0 | 1 => format!("{events} in {}.", name_of(path)),
        files => format!("{events} in {} in {}.", counted(files as u64, "file"), name_of(path)),
    }
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

struct Watch<'a>(&'a Running);

impl ExportWatch for Watch<'_> {
    fn progress(&self, done: u64, of: u64) {
        let share = (of > 0).then(|| done as f64 / of as f64);
        self.0.progress(share, done);
    }

    fn is_called_off(&self) -> bool {
        self.0.is_called_off()
    }
}

/// Ends a preview when a newer one is asked for.
struct PreviewWatch {
    open: Arc<OpenView>,
    number: u64,
}

impl ExportWatch for PreviewWatch {
    fn progress(&self, _done: u64, _of: u64) {}

    fn is_called_off(&self) -> bool {
        self.open.is_preview_old(self.number)
    }
}

fn findings(rule: redaction::RulePreview) -> RuleFindings {
    let sample = |sample: redaction::RedactionSample| RedactionSample {
        path: sample.path,
        value: sample.value,
        replacement: sample.replacement,
    };
    RuleFindings {
        rule: rule.rule.into(),
        values: count(rule.values),
        events: count(rule.events),
        samples: rule.samples.into_iter().map(sample).collect(),
    }
}

fn count(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

impl From<RedactionRule> for Rule {
    fn from(rule: RedactionRule) -> Self {
        match rule {
            RedactionRule::Identities => Self::Identities,
            RedactionRule::PushTokens => Self::PushTokens,
            RedactionRule::IpAddresses => Self::IpAddresses,
            RedactionRule::Pin => Self::Pin,
            RedactionRule::Names => Self::Names,
            RedactionRule::EmailAddresses => Self::Emails,
            RedactionRule::Credentials => Self::Authorization,
        }
    }
}

impl From<Rule> for RedactionRule {
    fn from(rule: Rule) -> Self {
        match rule {
            Rule::Identities => Self::Identities,
            Rule::PushTokens => Self::PushTokens,
            Rule::IpAddresses => Self::IpAddresses,
            Rule::Pin => Self::Pin,
            Rule::Names => Self::Names,
            Rule::Emails => Self::EmailAddresses,
            Rule::Authorization => Self::Credentials,
        }
    }
}
