//! Help, "Report a problem": what helps to mend this program, in one file, without what is nobody's business.

use std::io::{Cursor, Write as _};
use std::sync::Mutex;

use ::integration::KindName;
use serde_json::{Value, json};
use uuid::Uuid;
use whole_files::{Readers, replace};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{Desk, lock};
use crate::contract::app::{ProxyChoice, Settings};
use crate::contract::drafts::SavedFile;
use crate::contract::problem::Problem;
use crate::contract::problem_report::{PageDefect, ProblemReport, ReportedFile, SaveProblemReportRequest};

/// Bytes of the log that go along: a few thousand lines, to be looked through before they are handed on.
const MOST_OF_THE_LOG: usize = 256 * 1024;
/// Characters of what a web view says of a defect.
const LONGEST_DEFECT: usize = 2_000;
/// Characters of what the user writes.
const LONGEST_REMARKS: usize = 20_000;

/// The report that was shown last.
#[derive(Default)]
pub(super) struct ShownReport(Mutex<Option<ProblemReport>>);

impl Desk {
    pub(crate) async fn page_defect(&self, request: PageDefect) -> Result<(), Problem> {
        let message: String = request.message.chars().take(LONGEST_DEFECT).collect();
        tracing::error!(said = message, "the page met a defect");
        Ok(())
    }

    pub(crate) async fn problem_report_prepare(&self, (): ()) -> Result<ProblemReport, Problem> {
        let (registry, archives, logs) = (self.registry.clone(), self.archives.clone(), self.data.join("logs"));
        let (integrations, archives, log) = self
            .blocking(move || {
                // What cannot be read is told by its absence; it may be the very problem.
                Ok((
                    registry.list().ok(),
                    archives.names().ok(),
                    logbook::recent(&logs, MOST_OF_THE_LOG),
                ))
            })
            .await?;
        let of_kind = |kind| {
            let all = integrations.as_ref()?.iter();
            Some(all.filter(|known| known.kind.name() == kind).count())
        };
        let about = json!({
            "program": { "name": "Assurance Desk", "version": env!("CARGO_PKG_VERSION"), "debug": cfg!(debug_assertions) },
            "system": system(),
            "webView": self.desktop.web_view(),
            "inWindow": self.desktop.is_window(),
            "vault": crate::contract::app::VaultState::from(&self.vault.status()),
            "integrations": {
                "oauthServerToServer": of_kind(KindName::OauthServerToServer),
                "serviceAccount": of_kind(KindName::ServiceAccount),
            },
            "archives": archives.map(|names| names.len()),
            "openInInspector": self.open_views().len(),
        });
        let report = ProblemReport {
            report: Uuid::new_v4(),
            files: vec![
                ReportedFile {
                    name: "about.json".to_owned(),
                    about: "Versions, the system, and how much there is of everything.".to_owned(),
                    text: pretty(&about),
                },
                ReportedFile {
                    name: "settings.json".to_owned(),
                    about: "What was chosen in Settings, without addresses and places of files.".to_owned(),
                    text: pretty(&settings(&self.settings.settings())),
                },
                ReportedFile {
                    name: "log.jsonl".to_owned(),
                    about: "What the program did and what went wrong, a line for each, the newest last.".to_owned(),
                    text: log,
                },
            ],
        };
        *lock(&self.shown_report.0) = Some(report.clone());
        Ok(report)
    }

    pub(crate) async fn problem_report_save(&self, request: SaveProblemReportRequest) -> Result<SavedFile, Problem> {
        if request.remarks.chars().count() > LONGEST_REMARKS {
            return Err(Problem::invalid_input(
                "The remarks have at most 20,000 characters.",
                "Shorten them.",
            ));
        }
        let shown = lock(&self.shown_report.0).clone();
        let report = shown.filter(|shown| shown.report == request.report);
        let mut files = report.ok_or_else(|| Problem::not_found("This report"))?.files;
        files.retain(|file| !request.leave_out.contains(&file.name));
        if !request.remarks.trim().is_empty() {
            files.push(ReportedFile {
                name: "remarks.txt".to_owned(),
                about: String::new(),
                text: request.remarks,
            });
        }
        let name = "assurance-desk-problem.zip";
        let path = self.desktop.choose_save_path("Save the report", name).await?;
        self.ensure_not_ours(&path)?;
        self.blocking(move || {
            let written = zipped(&files).and_then(|bytes| replace(&path, &bytes, Readers::Owner));
            written.map_err(|error| Problem::file(&path, &error, "saved"))?;
            Ok(SavedFile {
                path: path.display().to_string(),
            })
        })
        .await
    }
}

/// The operating system, as far as everybody of its kind has it.
fn system() -> Value {
    let release = std::fs::read_to_string("/etc/os-release").ok().and_then(|text| {
        let line = text.lines().find_map(|line| line.strip_prefix("PRETTY_NAME="))?;
        Some(line.trim_matches('"').to_owned())
    });
    let session = |name: &str| std::env::var(name).ok();
    json!({
        "kind": std::env::consts::OS,
        "processor": std::env::consts::ARCH,
        "release": release,
        "desktop": session("XDG_CURRENT_DESKTOP"),
        "display": session("XDG_SESSION_TYPE"),
        "language": session("LANG"),
    })
}

/// Whether something was chosen, where what was chosen is an address or a place of a file.
fn settings(settings: &Settings) -> Value {
    let mut told = serde_json::to_value(settings).unwrap_or_default();
    let proxy = match settings.network.proxy {
        ProxyChoice::System => "system",
        ProxyChoice::Direct => "direct",
        ProxyChoice::Custom { .. } => "custom",
    };
    told["network"] = json!({
        "proxy": proxy,
        "certificateAuthorities": settings.network.certificate_authorities.is_some(),
    });
    // Each names what it is about.
    told["dismissedAnnouncements"] = settings.dismissed_announcements.len().into();
    told
}

fn pretty(value: &Value) -> String {
    let text = serde_json::to_string_pretty(value).unwrap_or_default();
    format!("{}\n", logbook::masked(&text))
}

fn zipped(files: &[ReportedFile]) -> std::io::Result<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for file in files {
        writer.start_file(file.name.as_str(), SimpleFileOptions::default().unix_permissions(0o600))?;
        writer.write_all(file.text.as_bytes())?;
    }
    Ok(writer.finish()?.into_inner())
}
