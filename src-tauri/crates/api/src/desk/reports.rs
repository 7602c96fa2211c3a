//! The report of the marked events.

use std::path::Path;
use std::sync::Arc;

use analysis::report::{ReportOptions, report, report_contents};
use archive::Scope;
use archive::export::ExportWatch;
use time::UtcOffset;
use whole_files::{Readers, replace};

use super::Desk;
use super::archive_files::file_name;
use super::event_export::redaction_of;
use super::open_view::OpenView;
use crate::contract::drafts::SavedFile;
use crate::contract::marks::{ReportContents, ReportContentsRequest, SaveReportRequest};
use crate::contract::problem::Problem;

/// Characters of the heading, and of the remarks.
const LONGEST_TITLE: usize = 200;
const LONGEST_REMARKS: usize = 20_000;

impl Desk {
    pub(crate) async fn report_contents(&self, request: ReportContentsRequest) -> Result<ReportContents, Problem> {
        let open = self.view(request.view)?;
        let scope = scope_of(&open, request.with_hidden);
        let contents = open
            .view
            .ask(move |view| report_contents(view.archive(), &scope))
            .await?;
        Ok(ReportContents {
            marked: contents.marked,
            shown: contents.shown,
            hidden: contents.hidden,
        })
    }

    pub(crate) async fn report_save(&self, request: SaveReportRequest) -> Result<SavedFile, Problem> {
        let open = self.view(request.view)?;
        if request.title.chars().count() > LONGEST_TITLE || request.remarks.chars().count() > LONGEST_REMARKS {
            return Err(Problem::invalid_input(
                "A title has at most 200 characters, and the remarks 20,000.",
                "Shorten them.",
            ));
        }
        let title = match request.title.trim() {
            "" => format!("Report of {}", open.session_name()),
            title => title.to_owned(),
        };
        let name = format!("{}.html", file_name(&title));
        let path = self.desktop.choose_save_path("Save the report", &name).await?;
        self.ensure_not_ours(&path)?;
        let zone = UtcOffset::from_whole_seconds(i32::from(open.filter().zone_minutes) * 60);
        let options = ReportOptions {
            title,
            remarks: request.remarks,
            redaction: redaction_of(&request.redaction),
            zone: zone.unwrap_or(UtcOffset::UTC),
            scope: scope_of(&open, request.with_hidden),
        };
        let saved = SavedFile {
            path: path.display().to_string(),
        };
        self.blocking(move || write(&open, &options, &path)).await?;
        Ok(saved)
    }
}

/// The events that the list may show; hidden ones too when that is asked for.
fn scope_of(open: &OpenView, with_hidden: bool) -> Scope {
    let scope = open.view.scope();
    if with_hidden { scope.with_hidden() } else { scope }
}

/// Ends when the session is closed.
struct WhileOpen(Arc<OpenView>);

impl ExportWatch for WhileOpen {
    fn progress(&self, _done: u64, _of: u64) {}

    fn is_called_off(&self) -> bool {
        self.0.is_ended()
    }
}

fn write(open: &Arc<OpenView>, options: &ReportOptions, path: &Path) -> Result<(), Problem> {
    let watch = WhileOpen(Arc::clone(open));
    let written = report(&open.archive, options, &watch).map_err(|error| Problem::from(&error))?;
    replace(path, written.html.as_bytes(), Readers::Everybody).map_err(|error| Problem::file(path, &error, "saved"))
}
