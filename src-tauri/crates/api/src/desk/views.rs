//! The archives that are open in the inspector, and their lists.

use std::path::Path;
use std::sync::{Arc, Mutex, Weak};
use std::time::Duration;

use archive::{About, Archive, ArchiveError, EventRow as ArchiveEventRow, FacetCount};
use assurance::{FollowState, Session};
use event::made_visible;
use time::OffsetDateTime;
use tokio::sync::watch;
use uuid::Uuid;

use super::archive_files::{Stamp, archive_of_session};
use super::arrangement::list_row;
use super::integrations::milliseconds;
use super::marks::{find_marks, shown_marks};
use super::open_view::{OpenView, fields_of};
use super::sessions::KnownSessions;
use super::{Desk, lock};
use crate::contract::archives::ArchiveRef;
use crate::contract::inspector::{
    EventRow, Facet, Facets, Following, RowsPage, RowsRequest, SetFilterRequest, ViewRef, ViewStatus,
};
use crate::contract::problem::Problem;
use crate::contract::sessions::SessionRef;
use crate::contract::tick::Tick;
use crate::ticks::Ticks;

/// Rows of one answer at most, so that no request of the page can be dear.
pub(super) const MOST_ROWS: usize = 500;
/// Pause between two looks at an archive that keeps changing.
const BREATH: Duration = Duration::from_millis(150);
/// How often it is looked whether another program has added to an archive.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// The open views, in the order in which they were opened.
#[derive(Default)]
pub(super) struct Views(Mutex<Vec<Arc<OpenView>>>);

impl Drop for Views {
    /// The end of the program: what is followed is put to rest, whoever still looks at it.
    fn drop(&mut self) {
        for open in lock(&self.0).drain(..) {
            open.end();
        }
    }
}

impl Desk {
    pub(crate) async fn view_open(&self, request: SessionRef) -> Result<ViewStatus, Problem> {
        let SessionRef { integration, session } = request;
        if let Some(open) = self.view_of(integration, &session) {
            return open.status().await;
        }
        let session = self.session(integration, &session).await?;
        let assurance = self.assurance(integration).await?;
        let organization = self.integration(integration).await?.organization_id;
        let name = archive_of_session(integration, &session.uuid);
        let _turn = self.archives.turn(&name).await;
        // One that was only looked at, and could not be written then, may be free now.
        if let Some(open) = self.view_of_archive(&name)
            && !open.is_followed()
            && !open.archive.can_write()
        {
            self.end_view(open).await?;
        }
        let open = match self.view_of_archive(&name) {
            Some(open) => open,
            None => {
                let about = About {
                    session: fields_of(&session),
                    organization: Some(organization),
                    integration: Some(integration),
                    begun: milliseconds(OffsetDateTime::now_utc()),
                    ..About::default()
                };
                let (files, path) = (Arc::clone(&self.archives), self.archives.path(&name));
                let (archive, problem) = self
                    .blocking(move || {
                        files.folder()?;
                        to_follow_into(&path, &about)
                    })
                    .await?;
                let following = problem.map_or(Following::Archived, |problem| Following::Ended { problem });
                self.show(OpenView::new(name, archive, Some(integration), following))
            }
        };
        // Somebody else may have opened it while Adobe was asked.
        if !open.is_followed() {
            let (state, listed) = open.follow(integration, session, assurance, self.follow_options());
            tokio::spawn(tell_following(Arc::downgrade(&open), state, self.ticks.clone()));
            tokio::spawn(take_over_session(
                Arc::downgrade(&open),
                listed,
                (integration, self.sessions.clone()),
                self.ticks.clone(),
            ));
        }
        self.ticks.send(Tick::Sessions { integration });
        open.status().await
    }

    pub(crate) async fn archive_open(&self, request: ArchiveRef) -> Result<ViewStatus, Problem> {
        let path = self.archives.find(&request.archive)?;
        let name = request.archive;
        let _turn = self.archives.turn(&name).await;
        let open = match self.view_of_archive(&name) {
            Some(open) => open,
            None => {
                let (archive, problem) = self.blocking(move || to_look_at(&path)).await?;
                let saved = match archive.about().integration {
                    Some(integration) => self.integration(integration).await.ok(),
                    None => None,
                };
                let following = problem.map_or(Following::Archived, |problem| Following::Ended { problem });
                self.show(OpenView::new(name, archive, saved.map(|saved| saved.id), following))
            }
        };
        open.status().await
    }

    pub(crate) async fn view_list(&self, (): ()) -> Result<Vec<ViewStatus>, Problem> {
        let open = lock(&self.views.0).clone();
        let mut list = Vec::with_capacity(open.len());
        for view in open {
            list.push(view.status().await?);
        }
        Ok(list)
    }

    pub(crate) async fn view_status(&self, request: ViewRef) -> Result<ViewStatus, Problem> {
        self.view(request.view)?.status().await
    }

    pub(crate) async fn view_close(&self, request: ViewRef) -> Result<(), Problem> {
        if let Ok(open) = self.view(request.view) {
            let _turn = self.archives.turn(&open.name).await;
            self.end_view(open).await?;
        }
        Ok(())
    }

    pub(crate) async fn view_filter(&self, request: SetFilterRequest) -> Result<ViewStatus, Problem> {
        let open = self.view(request.view)?;
        open.set_filter(request.filter)?;
        open.status().await
    }

    pub(crate) async fn view_pause(&self, request: ViewRef) -> Result<ViewStatus, Problem> {
        let open = self.view(request.view)?;
        open.pause();
        open.status().await
    }

    pub(crate) async fn view_resume(&self, request: ViewRef) -> Result<ViewStatus, Problem> {
        let open = self.view(request.view)?;
        open.resume();
        open.status().await
    }

    pub(crate) async fn view_rows(&self, request: RowsRequest) -> Result<RowsPage, Problem> {
        let open = self.view(request.view)?;
        let (offset, limit) = (request.offset, request.limit.min(MOST_ROWS));
        let page = open.view.ask(move |view| view.window(offset, limit)).await?;
        let rows = page.rows.into_iter().map(|row| list_row(&open, row)).collect();
        Ok(RowsPage {
            revision: open.list_revision(page.revision),
            matched: page.matched,
            length: page.length,
            first: page.first,
            rows,
        })
    }

    pub(crate) async fn view_facets(&self, request: ViewRef) -> Result<Facets, Problem> {
        let open = self.view(request.view)?;
        let facets = open.view.ask(archive::View::facets).await;
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
            sources: by_value(facets.sources),
            names: by_value(facets.names),
            errors: facets.errors,
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

    /// The open views.
    pub(super) fn open_views(&self) -> Vec<Arc<OpenView>> {
        lock(&self.views.0).clone()
    }

    /// Whether a session is followed.
    pub(super) fn is_open(&self, integration: Uuid, session: &str) -> bool {
        self.view_of(integration, session).is_some()
    }

    /// Shows a new name or link in the view of a session, if it is open.
    pub(super) fn rename_open_view(&self, integration: Uuid, session: &Session) {
        if let Some(open) = self.view_of(integration, &session.uuid) {
            let (session, ticks) = (session.clone(), self.ticks.clone());
            tokio::spawn(async move {
                let renamed = Arc::clone(&open);
                open.view.ask(move |_| renamed.set_session(&session)).await;
                tell(&open, &ticks).await;
            });
        }
    }

    /// Lets the view of a session, if it is open, see at once what became of it.
    pub(super) fn look_at_open_view(&self, integration: Uuid, session: &str) {
        if let Some(open) = self.view_of(integration, session) {
            open.poll_now();
        }
    }

    /// Stops following everything of an integration that is to be deleted.
    pub(super) async fn close_views_of(&self, integration: Uuid) -> Result<(), Problem> {
        for open in self.open_views() {
            if open.integration() != Some(integration) {
                continue;
            }
            if open.is_followed() {
                self.view_close(ViewRef { view: open.id }).await?;
            } else {
                open.forget_integration();
            }
        }
        Ok(())
    }

    /// Closes a view, whose archive is at rest then. To be called in the archive's turn.
    pub(super) async fn end_view(&self, open: Arc<OpenView>) -> Result<(), Problem> {
        lock(&self.views.0).retain(|view| view.id != open.id);
        let integration = open.integration();
        self.blocking(move || {
            open.end();
            Ok(())
        })
        .await?;
        if let Some(integration) = integration {
            self.ticks.send(Tick::Sessions { integration });
        }
        self.ticks.send(Tick::Archives);
        Ok(())
    }

    /// The view of an archive.
    pub(super) fn view_of_archive(&self, name: &str) -> Option<Arc<OpenView>> {
        lock(&self.views.0).iter().find(|view| view.name == name).cloned()
    }

    /// The view in which a session is followed.
    fn view_of(&self, integration: Uuid, session: &str) -> Option<Arc<OpenView>> {
        self.view_of_archive(&archive_of_session(integration, session))
            .filter(|view| view.is_followed())
    }

    fn show(&self, open: OpenView) -> Arc<OpenView> {
        let open = Arc::new(open);
        tokio::spawn(tell_changes(Arc::downgrade(&open), self.ticks.clone()));
        tokio::spawn(find_marks(Arc::downgrade(&open)));
        if !open.archive.can_write() {
            tokio::spawn(look_for_more(Arc::downgrade(&open)));
        }
        lock(&self.views.0).push(Arc::clone(&open));
        self.ticks.send(Tick::Archives);
        open
    }
}

/// The archive of a session, ready to be added to; or, with the reason why it is not, to look at.
pub(super) fn to_follow_into(path: &Path, about: &About) -> Result<(Archive, Option<Problem>), Problem> {
    match Archive::open(path) {
        Ok(archive) => {
            let about = About {
                begun: archive.about().begun,
                ..about.clone()
            };
            if archive.about() != about
                && let Err(error) = archive.set_about(&about)
            {
                // Adding events tells what is wrong with the archive.
                tracing::debug!(%error, "the archive does not tell what is new of its session");
            }
            Ok((archive, None))
        }
        Err(ArchiveError::NotFound { .. }) => Ok((Archive::create(path, about)?, None)),
        Err(error) => match Archive::open_to_read(path) {
            Ok(archive) => Ok((archive, Some(error.into()))),
            Err(_) => Err(error.into()),
        },
    }
}

/// An archive to look at, with what is wrong with it.
fn to_look_at(path: &Path) -> Result<(Archive, Option<Problem>), Problem> {
    match Archive::open(path) {
        Ok(archive) => Ok((archive, None)),
        Err(error) => {
            let archive = Archive::open_to_read(path).map_err(|_| Problem::from(&error))?;
            // That nothing can be added matters to nobody who only looks.
            let problem = (error == ArchiveError::Damaged).then(|| error.into());
            Ok((archive, problem))
        }
    }
}

async fn tell(open: &Arc<OpenView>, ticks: &Ticks) {
    match open.status().await {
        Ok(status) => ticks.send(Tick::View {
            status: Box::new(status),
        }),
        // Whoever asks for it is told.
        Err(problem) => tracing::debug!(?problem, "an open archive cannot be read"),
    }
}

/// Sends a tick whenever the archive changes, until the view is closed.
async fn tell_changes(view: Weak<OpenView>, ticks: Ticks) {
    let Some(mut changes) = view.upgrade().map(|open| open.archive.changes()) else {
        return;
    };
    while changes.changed().await.is_ok() {
        let Some(open) = view.upgrade() else { return };
        tell(&open, &ticks).await;
        drop(open);
        tokio::time::sleep(BREATH).await;
    }
}

/// Sends a tick whenever the way of following changes, until it ends.
async fn tell_following(view: Weak<OpenView>, mut state: watch::Receiver<FollowState>, ticks: Ticks) {
    loop {
        let Some(open) = view.upgrade() else { return };
        open.note_following(&state.borrow_and_update().clone());
        tell(&open, &ticks).await;
        drop(open);
        tokio::time::sleep(BREATH).await;
        if state.changed().await.is_err() {
            return;
        }
    }
}

/// Takes over what becomes of a followed session at Adobe: a new name, or that somebody cleared or restored it.
async fn take_over_session(
    view: Weak<OpenView>,
    mut listed: watch::Receiver<Option<Session>>,
    (integration, known): (Uuid, KnownSessions),
    ticks: Ticks,
) {
    while listed.changed().await.is_ok() {
        let (Some(session), Some(open)) = (listed.borrow_and_update().clone(), view.upgrade()) else {
            continue;
        };
        let is_new = known.take(integration, &session);
        let told = Arc::clone(&open);
        open.view.ask(move |_| told.set_session(&session)).await;
        open.note_change();
        tell(&open, &ticks).await;
        if is_new {
            ticks.send(Tick::Sessions { integration });
        }
    }
}

/// Shows what another program adds to an archive that is only read here, until the view is closed.
async fn look_for_more(view: Weak<OpenView>) {
    // What was added while it was being opened has to be looked at too.
    let mut seen = None;
    loop {
        tokio::time::sleep(LOOK_EVERY).await;
        let Some(open) = view.upgrade() else { return };
        let look = move |view: &archive::View| {
            let now = Some(Stamp::of(view.archive().path()));
            if now != seen
                && let Err(error) = view.archive().refresh()
            {
                tracing::debug!(%error, "what was added to an archive cannot be read");
            }
            now
        };
        seen = open.view.ask(look).await;
    }
}

/// A row as the window shows it.
pub(super) fn shown_row(open: &OpenView, row: ArchiveEventRow) -> EventRow {
    EventRow {
        client_colour: open.colour(row.client_id.as_deref()),
        uuid: row.uuid,
        timestamp: row.timestamp,
        event_number: Some(row.event_number),
        client_id: row.client_id,
        vendor: made_visible(row.vendor),
        event_type: made_visible(row.event_type),
        label: made_visible(row.label),
        detail: made_visible(row.detail),
        error: row.is_error,
        source: made_visible(row.source),
        since_previous: row.since_previous,
        values: row.values.into_iter().map(|value| value.map(made_visible)).collect(),
        marks: shown_marks(row.marks),
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
        label: made_visible(label),
        count: count.count,
    }
}
