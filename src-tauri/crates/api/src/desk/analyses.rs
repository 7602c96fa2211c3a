//! Adobe's views over the events of a session.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use analysis::drawing::Drawing;
use analysis::{Asked, Kind, Reading};

use super::open_view::OpenView;
use super::{Desk, lock};
use crate::contract::analyses::{
    AnalysisKind, AnalysisPage, AnalysisRequest, ReadingProgress, SectionWindow, StateHistoryRequest,
};
use crate::contract::problem::Problem;

/// The section of the analysis `states` that tells how a state came to be.
const HISTORY: &str = "history";
/// How long one call reads; who asked is told then how far it is, and asks again.
const PATIENCE: Duration = Duration::from_millis(300);

/// The analyses that were opened over one view, each read once and kept up to date.
#[derive(Default)]
pub(super) struct Analyses(Mutex<HashMap<&'static str, Arc<Mutex<Reading>>>>);

impl OpenView {
    /// Reads what is new for an analysis and draws it, or tells how far it is when that takes longer; ends early when the
    /// view is closed. Blocks.
    fn draw(&self, kind: &'static Kind, asked: &Asked) -> Result<Result<Drawing, ReadingProgress>, Problem> {
        let reading = {
            let mut readings = lock(&self.analyses.0);
            let begin = || Arc::new(Mutex::new(Reading::new(Arc::clone(&self.archive), kind)));
            Arc::clone(readings.entry(kind.id).or_insert_with(begin))
        };
        let mut reading = lock(&reading);
        reading.set_scope(self.view.scope());
        let drawn = reading.draw_within(PATIENCE, asked, &|| self.is_ended())?;
        Ok(drawn.ok_or_else(|| {
            let progress = reading.progress();
            progress.map_or(ReadingProgress { read: 0, of: 0 }, |progress| ReadingProgress {
                read: progress.read,
                of: progress.of,
            })
        }))
    }
}

impl Desk {
    pub(crate) async fn analyses_list(&self, (): ()) -> Result<Vec<AnalysisKind>, Problem> {
        let kinds = analysis::ALL.iter().map(|kind| AnalysisKind {
            id: kind.id.to_owned(),
            title: kind.title.to_owned(),
            explanation: kind.explanation.to_owned(),
        });
        Ok(kinds.collect())
    }

    pub(crate) async fn analysis_read(&self, request: AnalysisRequest) -> Result<AnalysisPage, Problem> {
        let open = self.view(request.view)?;
        let kind = analysis::kind(&request.analysis).ok_or_else(|| Problem::not_found("The analysis"))?;
        let asked = Asked {
            client: request.client,
            at: request.at,
            search: request.search,
            chosen: request.chosen,
            windows: request.windows,
        };
        self.blocking(move || page(&open, kind, &asked)).await
    }

    pub(crate) async fn event_state_history(&self, request: StateHistoryRequest) -> Result<AnalysisPage, Problem> {
        let open = self.view(request.view)?;
        let kind = analysis::kind("states").ok_or_else(|| Problem::not_found("The analysis"))?;
        self.blocking(move || {
            let event = open.archive.event(&request.event)?;
            let event = event.ok_or_else(|| Problem::not_found("The event"))?;
            let Some(owner) = analysis::state_of(&event) else {
                return Ok(without_state(&open));
            };
            let asked = Asked {
                at: Some(event.timestamp),
                chosen: Some(owner),
                windows: vec![SectionWindow {
                    section: HISTORY.to_owned(),
                    offset: request.offset,
                    limit: request.limit,
                }],
                ..Asked::default()
            };
            let mut page = page(&open, kind, &asked)?;
            page.drawing.sections.retain(|section| section.id == HISTORY);
            page.drawing.nothing = None;
            page.drawing.has_moment = false;
            Ok(page)
        })
        .await
    }
}

fn page(open: &OpenView, kind: &'static Kind, asked: &Asked) -> Result<AnalysisPage, Problem> {
    let revision = open.archive.revision();
    let (drawing, progress) = match open.draw(kind, asked)? {
        Ok(drawing) => (drawing.made_visible(), None),
        Err(progress) => (Drawing::default(), Some(progress)),
    };
    Ok(AnalysisPage {
        revision: open.list_revision(revision),
        drawing,
        progress,
    })
}

fn without_state(open: &OpenView) -> AnalysisPage {
    AnalysisPage {
        revision: open.list_revision(open.archive.revision()),
        drawing: Drawing {
            nothing: Some("This event sets no shared state.".to_owned()),
            ..Drawing::default()
        },
        progress: None,
    }
}
