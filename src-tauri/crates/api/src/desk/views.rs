//! The sessions that are open in the inspector, and their lists.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use assurance::{EventFilter as LogFilter, EventRow as LogRow, FacetCount, Session};
use uuid::Uuid;

use super::open_view::OpenView;
use super::{Desk, lock};
use crate::contract::inspector::{
    EventFilter, EventRow, Facet, Facets, RowsPage, RowsRequest, SetFilterRequest, ViewRef, ViewStatus,
};
use crate::contract::problem::Problem;
use crate::contract::sessions::SessionRef;
use crate::contract::tick::Tick;
use crate::ticks::Ticks;

/// Rows of one answer at most, so that no request of the page can be dear.
pub(super) const MOST_ROWS: usize = 500;
/// Pause between two looks at a log that keeps changing.
const BREATH: Duration = Duration::from_millis(150);

/// The open views, in the order in which they were opened.
#[derive(Default)]
pub(super) struct Views(Mutex<Vec<Arc<OpenView>>>);

impl Desk {
    pub(crate) async fn view_open(&self, request: SessionRef) -> Result<ViewStatus, Problem> {
        if let Some(open) = self.view_of(request.integration, &request.session) {
            return Ok(open.status().await);
        }
        let session = self.session(request.integration, &request.session).await?;
        let assurance = self.assurance(request.integration).await?;
        let open = {
            let mut views = lock(&self.views.0);
            // Somebody else may have opened it while Adobe was asked.
            match views
                .iter()
                .find(|view| view.shows(request.integration, &request.session))
            {
                Some(open) => open.clone(),
                None => {
                    let open = Arc::new(OpenView::start(request.integration, session, assurance));
                    tokio::spawn(tell_changes(Arc::downgrade(&open), self.ticks.clone()));
                    views.push(open.clone());
                    open
                }
            }
        };
        self.ticks.send(Tick::Sessions {
            integration: request.integration,
        });
        Ok(open.status().await)
    }

    pub(crate) async fn view_list(&self, (): ()) -> Result<Vec<ViewStatus>, Problem> {
        let open = lock(&self.views.0).clone();
        let mut list = Vec::with_capacity(open.len());
        for view in open {
            list.push(view.status().await);
        }
        Ok(list)
    }

    pub(crate) async fn view_status(&self, request: ViewRef) -> Result<ViewStatus, Problem> {
        Ok(self.view(request.view)?.status().await)
    }

    pub(crate) async fn view_close(&self, request: ViewRef) -> Result<(), Problem> {
        let closed = {
            let mut views = lock(&self.views.0);
            let place = views.iter().position(|view| view.id == request.view);
            place.map(|place| views.remove(place))
        };
        if let Some(closed) = closed {
            closed.follow.stop();
            self.ticks.send(Tick::Sessions {
                integration: closed.integration,
            });
        }
        Ok(())
    }

    pub(crate) async fn view_filter(&self, request: SetFilterRequest) -> Result<ViewStatus, Problem> {
        let open = self.view(request.view)?;
        open.view.set_filter(log_filter(request.filter));
        Ok(open.status().await)
    }

    pub(crate) async fn view_pause(&self, request: ViewRef) -> Result<ViewStatus, Problem> {
        let open = self.view(request.view)?;
        open.pause();
        Ok(open.status().await)
    }

    pub(crate) async fn view_resume(&self, request: ViewRef) -> Result<ViewStatus, Problem> {
        let open = self.view(request.view)?;
        open.resume();
        Ok(open.status().await)
    }

    pub(crate) async fn view_rows(&self, request: RowsRequest) -> Result<RowsPage, Problem> {
        let open = self.view(request.view)?;
        let (offset, limit) = (request.offset, request.limit.min(MOST_ROWS));
        let page = open.view.ask(move |view| view.rows(offset, limit)).await;
        let rows = page.rows.into_iter().map(|row| shown_row(&open, row)).collect();
        Ok(RowsPage {
            revision: open.list_revision(page.revision),
            matched: page.matched,
            rows,
        })
    }

    pub(crate) async fn view_facets(&self, request: ViewRef) -> Result<Facets, Problem> {
        let open = self.view(request.view)?;
        let facets = open.view.ask(assurance::View::facets).await;
        let by_value = |counts: Vec<FacetCount>| counts.into_iter().map(|count| facet(count, None)).collect();
        Ok(Facets {
            types: by_value(facets.types),
            vendors: by_value(facets.vendors),
            clients: facets
                .clients
                .into_iter()
                .map(|count| {
                    let name = open.client_name(&count.value);
                    facet(count, name)
                })
                .collect(),
        })
    }

    /// An open view.
    ///
    /// # Errors
    /// When it was closed.
    pub(super) fn view(&self, id: Uuid) -> Result<Arc<OpenView>, Problem> {
        let found = lock(&self.views.0).iter().find(|view| view.id == id).cloned();
        found.ok_or_else(|| Problem::not_found("The open session"))
    }

    /// Whether a session is open.
    pub(super) fn is_open(&self, integration: Uuid, session: &str) -> bool {
        self.view_of(integration, session).is_some()
    }

    /// Shows a new name or link in the view of a session, if it is open.
    pub(super) fn rename_open_view(&self, integration: Uuid, session: &Session) {
        if let Some(open) = self.view_of(integration, &session.uuid) {
            open.set_session(session);
            let ticks = self.ticks.clone();
            tokio::spawn(async move {
                tell(&open, &ticks).await;
            });
        }
    }

    /// Lets the view of a session, if it is open, see at once what became of it.
    pub(super) fn look_at_open_view(&self, integration: Uuid, session: &str) {
        if let Some(open) = self.view_of(integration, session) {
            open.follow.poll_now();
        }
    }

    /// Stops following everything of an integration.
    pub(super) fn close_views_of(&self, integration: Uuid) {
        lock(&self.views.0).retain(|view| view.integration != integration);
    }

    fn view_of(&self, integration: Uuid, session: &str) -> Option<Arc<OpenView>> {
        lock(&self.views.0)
            .iter()
            .find(|view| view.shows(integration, session))
            .cloned()
    }
}

async fn tell(open: &Arc<OpenView>, ticks: &Ticks) {
    let status = Box::new(open.status().await);
    ticks.send(Tick::View { status });
}

/// Sends a tick whenever the log or the way of following changes, until the view is closed.
async fn tell_changes(view: std::sync::Weak<OpenView>, ticks: Ticks) {
    let Some(open) = view.upgrade() else { return };
    let (mut changes, mut state) = (open.log.changes(), open.follow.state());
    drop(open);
    loop {
        let Some(open) = view.upgrade() else { return };
        open.note_following(&state.borrow_and_update().clone());
        tell(&open, &ticks).await;
        drop(open);
        tokio::time::sleep(BREATH).await;
        let alive = tokio::select! {
            changed = changes.changed() => changed.is_ok(),
            changed = state.changed() => changed.is_ok(),
        };
        if !alive {
            return;
        }
    }
}

/// A row as the window shows it.
pub(super) fn shown_row(open: &OpenView, row: LogRow) -> EventRow {
    EventRow {
        client_colour: open.colour(row.client_id.as_deref()),
        uuid: row.uuid,
        timestamp: row.timestamp,
        event_number: Some(row.event_number),
        client_id: row.client_id,
        vendor: row.vendor,
        event_type: row.event_type,
        label: row.label,
        detail: row.detail,
        error: row.is_error,
    }
}

fn facet(count: FacetCount, label: Option<String>) -> Facet {
    let label = label.unwrap_or_else(|| {
        if count.value.is_empty() {
            "(none)".to_owned()
        } else {
            count.value.clone()
        }
    });
    Facet {
        value: count.value,
        label,
        count: count.count,
    }
}

fn log_filter(filter: EventFilter) -> LogFilter {
    LogFilter {
        text: filter.text,
        types: filter.types,
        vendors: filter.vendors,
        clients: filter.clients,
    }
}
