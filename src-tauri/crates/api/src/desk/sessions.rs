//! Sessions: list, rename, delete, connect.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use assurance::{QrCode, Session, check_link, connect_link};
use time::OffsetDateTime;
use uuid::Uuid;

use super::{Desk, lock};
use crate::contract::integrations::EnvironmentKind;
use crate::contract::problem::Problem;
use crate::contract::sessions::{
    CheckLinkRequest, ConnectDetails, LinkCheck, ListSessionsRequest, SessionList, SessionRef, SessionRow, SessionSort,
    UpdateSessionRequest,
};
use crate::contract::tick::Tick;
use crate::problem::session_deleted;

/// Links offered for a new session.
const RECENT_LINKS: usize = 8;

/// The sessions of each integration as Adobe last told them.
#[derive(Clone, Default)]
pub(super) struct KnownSessions(Arc<Mutex<HashMap<Uuid, Vec<Session>>>>);

impl KnownSessions {
    pub(super) fn of(&self, integration: Uuid) -> Option<Vec<Session>> {
        lock(&self.0).get(&integration).cloned()
    }

    fn replace(&self, integration: Uuid, sessions: Vec<Session>) {
        lock(&self.0).insert(integration, sessions);
    }

    /// Puts a session that was created or changed in its place.
    fn put(&self, integration: Uuid, session: Session) {
        let mut known = lock(&self.0);
        let sessions = known.entry(integration).or_default();
        match sessions.iter_mut().find(|known| same_session(known, &session.uuid)) {
            Some(known) => *known = session,
            None => sessions.push(session),
        }
    }

    /// The same for one as Adobe lists it. Says whether something about it is new.
    pub(super) fn take(&self, integration: Uuid, session: &Session) -> bool {
        let known = self.of(integration).unwrap_or_default();
        let is_new = !known.contains(session);
        if is_new {
            self.put(integration, session.clone());
        }
        is_new
    }

    pub(super) fn remove(&self, integration: Uuid, session: &str) {
        if let Some(sessions) = lock(&self.0).get_mut(&integration) {
            sessions.retain(|known| !same_session(known, session));
        }
    }

    /// Forgets what is known of an integration that was deleted or changed.
    pub(super) fn forget(&self, integration: Uuid) {
        lock(&self.0).remove(&integration);
    }
}

pub(super) fn same_session(session: &Session, uuid: &str) -> bool {
    session.uuid.eq_ignore_ascii_case(uuid)
}

impl Desk {
    pub(crate) async fn sessions_list(&self, request: ListSessionsRequest) -> Result<SessionList, Problem> {
        let integration = request.integration;
        let known = if request.refresh {
            None
        } else {
            self.sessions.of(integration)
        };
        let mut sessions = match known {
            Some(sessions) => sessions,
            None => {
                let sessions = self.fetch_sessions(integration).await?;
                self.keep_always(integration, &sessions).await;
                sessions
            }
        };
        sessions.retain(|session| !self.deletions.hides(integration, &session.uuid));
        let kept = self.kept(integration, &sessions).await;
        let total = sessions.len();
        let recent_links = recent_links(&sessions);
        let search = request.search.trim().to_lowercase();
        let mut rows: Vec<_> = sessions
            .iter()
            .map(|session| self.session_row(integration, session, kept.get(&session.uuid).copied()))
            .filter(|row| search.is_empty() || matches(row, &search))
            .collect();
        rows.sort_by(|one, other| {
            let order = compare(one, other, request.sort);
            if request.descending { order.reverse() } else { order }
        });
        Ok(SessionList {
            rows,
            total,
            recent_links,
        })
    }

    pub(crate) async fn session_update(&self, request: UpdateSessionRequest) -> Result<SessionRow, Problem> {
        let name = request.name.as_deref().map(checked_name).transpose()?;
        let link = request.link.as_deref().map(checked_link).transpose()?;
        // Adobe's update takes both, so the one that does not change is sent as it is now, not as it was listed once.
        let before = self.listed_session(request.integration, &request.session).await?;
        let assurance = self.assurance(request.integration).await?;
        let name = name.unwrap_or_else(|| before.name.clone());
        let link = link.or_else(|| before.link.clone());
        let updated = assurance
            .update_session(&request.session, Some(&name), link.as_deref())
            .await;
        if let Err(error) = &updated
            && error.is_session_missing()
        {
            self.session_gone(request.integration, &request.session);
        }
        let updated = updated?;
        let session = Session {
            name,
            link,
            updated_ts: updated.updated_ts.or(before.updated_ts),
            ..before
        };
        self.rename_open_view(request.integration, &session);
        Ok(self.session_changed(request.integration, session).await)
    }

    pub(crate) async fn session_delete(&self, request: SessionRef) -> Result<(), Problem> {
        let assurance = self.assurance(request.integration).await?;
        match assurance.delete_session(&request.session).await {
            Ok(()) => {
                self.session_gone(request.integration, &request.session);
                Ok(())
            }
            Err(error) => {
                if error.is_session_missing() {
                    self.session_gone(request.integration, &request.session);
                }
                Err(error.into())
            }
        }
    }

    pub(crate) async fn session_connect(&self, request: SessionRef) -> Result<ConnectDetails, Problem> {
        // What was listed once may be gone, and somebody would stand there with a phone that does not connect.
        let session = self.listed_session(request.integration, &request.session).await?;
        let link = session.link.clone().unwrap_or_default();
        let connect_link = connect_link_of(&session)?;
        let qr = QrCode::new(&connect_link).map_err(|_| {
            Problem::invalid_input(
                "The link is too long for a QR code.",
                "Copy the link to the device instead, or change the session's link to a shorter one.",
            )
        })?;
        let environment = self.environment_kind(request.integration).await?;
        Ok(ConnectDetails {
            pin: session.pin_text(),
            name: session.name,
            link_note: link_note(&link),
            link,
            connect_link,
            edge_header: format!("x-adobe-aep-validation-token: {}", session.uuid),
            qr_path: qr.path,
            qr_size: u32::try_from(qr.size).unwrap_or(u32::MAX),
            practice: environment == EnvironmentKind::Practice,
        })
    }

    pub(crate) async fn link_check(&self, request: CheckLinkRequest) -> Result<LinkCheck, Problem> {
        let message = check_link(&request.link).map(|problem| format!("{problem} {}", problem.next_step()));
        let trimmed = request.link.trim();
        let suggestion = (trimmed != request.link && check_link(trimmed).is_none()).then(|| trimmed.to_owned());
        Ok(LinkCheck { message, suggestion })
    }

    /// A session by its UUID, from what is known or from Adobe.
    ///
    /// # Errors
    /// [`SessionDeleted`](crate::contract::problem::ProblemCode::SessionDeleted) when Adobe does not list it.
    pub(super) async fn session(&self, integration: Uuid, uuid: &str) -> Result<Session, Problem> {
        let find = |sessions: Vec<Session>| sessions.into_iter().find(|session| same_session(session, uuid));
        if let Some(session) = self.sessions.of(integration).and_then(find) {
            return Ok(session);
        }
        find(self.fetch_sessions(integration).await?).ok_or_else(session_deleted)
    }

    /// A session as Adobe lists it now.
    ///
    /// # Errors
    /// [`SessionDeleted`](crate::contract::problem::ProblemCode::SessionDeleted) when Adobe does not list it; the
    /// window is told.
    async fn listed_session(&self, integration: Uuid, uuid: &str) -> Result<Session, Problem> {
        let listed = self.fetch_sessions(integration).await?;
        let found = listed.into_iter().find(|session| same_session(session, uuid));
        found.ok_or_else(|| {
            self.session_gone(integration, uuid);
            session_deleted()
        })
    }

    async fn fetch_sessions(&self, integration: Uuid) -> Result<Vec<Session>, Problem> {
        let sessions = self.assurance(integration).await?.sessions().await?;
        self.sessions.replace(integration, sessions.clone());
        Ok(sessions)
    }

    pub(super) async fn session_changed(&self, integration: Uuid, session: Session) -> SessionRow {
        let kept = self.kept(integration, std::slice::from_ref(&session)).await;
        let row = self.session_row(integration, &session, kept.get(&session.uuid).copied());
        self.sessions.put(integration, session);
        self.ticks.send(Tick::Sessions { integration });
        row
    }

    fn session_gone(&self, integration: Uuid, session: &str) {
        self.sessions.remove(integration, session);
        self.look_at_open_view(integration, session);
        self.ticks.send(Tick::Sessions { integration });
    }

    fn session_row(&self, integration: Uuid, session: &Session, archived: Option<usize>) -> SessionRow {
        SessionRow {
            uuid: session.uuid.clone(),
            name: session.name.clone(),
            link: session.link.clone().unwrap_or_default(),
            pin: session.pin_text(),
            created_at: session.created_ts,
            created_by: session.created_by(),
            days_left: session.days_left(OffsetDateTime::now_utc()),
            open: self.is_open(integration, &session.uuid),
            archived,
        }
    }
}

/// The link that connects a device to a session.
///
/// # Errors
/// When the session's own link cannot be one.
pub(super) fn connect_link_of(session: &Session) -> Result<String, Problem> {
    let link = session.link.as_deref().unwrap_or_default();
    connect_link(link, &session.uuid)
        .map_err(|problem| Problem::invalid_input(problem.to_string(), problem.next_step()))
}

/// What a link that was checked needs of the app.
fn link_note(link: &str) -> String {
    match link.trim().split_once("://") {
        Some((scheme, rest)) if matches!(scheme.to_ascii_lowercase().as_str(), "http" | "https") => {
            let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
            format!("A web link: it opens the app only if the app claims {host}, else the browser.")
        }
        Some((scheme, _)) => format!("It opens the app that registered the scheme {scheme}."),
        None => String::new(),
    }
}

pub(super) fn checked_name(name: &str) -> Result<String, Problem> {
    let name = name.trim();
    if name.is_empty() {
        return Err(Problem::invalid_input(
            "A session needs a name.",
            "Type a name that tells what is tested.",
        ));
    }
    Ok(name.to_owned())
}

pub(super) fn checked_link(link: &str) -> Result<String, Problem> {
    let link = link.trim();
    match check_link(link) {
        Some(problem) => Err(Problem::invalid_input(problem.to_string(), problem.next_step())),
        None => Ok(link.to_owned()),
    }
}

fn matches(row: &SessionRow, search: &str) -> bool {
    let creator = row.created_by.as_deref().unwrap_or_default();
    [row.name.as_str(), row.link.as_str(), creator, row.uuid.as_str()]
        .iter()
        .any(|text| text.to_lowercase().contains(search))
}

/// Ties are broken by time and UUID, so that equal names do not change places from one answer to the next.
fn compare(one: &SessionRow, other: &SessionRow, sort: SessionSort) -> Ordering {
    let order = match sort {
        SessionSort::Name => one.name.to_lowercase().cmp(&other.name.to_lowercase()),
        SessionSort::Link => one.link.to_lowercase().cmp(&other.link.to_lowercase()),
        SessionSort::Created => one.created_at.cmp(&other.created_at),
    };
    order
        .then_with(|| one.created_at.cmp(&other.created_at))
        .then_with(|| one.uuid.cmp(&other.uuid))
}

fn recent_links(sessions: &[Session]) -> Vec<String> {
    let mut by_time: Vec<_> = sessions.iter().collect();
    by_time.sort_by_key(|session| std::cmp::Reverse(session.created_ts));
    let mut links = Vec::new();
    for link in by_time
        .iter()
        .filter_map(|session| session.link.as_ref())
        .filter(|link| !link.is_empty())
    {
        if !links.contains(link) {
            links.push(link.clone());
        }
        if links.len() == RECENT_LINKS {
            break;
        }
    }
    links
}
