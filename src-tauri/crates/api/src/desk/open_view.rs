//! One session in the inspector: followed into a log, seen through a filter.

use std::sync::{Arc, Mutex};

use assurance::{
    Assurance, Client, EventFilter as LogFilter, EventLog, Follow, FollowEnd, FollowOptions, FollowState, Session,
    View, clients,
};
use event::{PayloadTree, RawText};
use time::OffsetDateTime;
use uuid::Uuid;

use super::integrations::milliseconds;
use super::lock;
use crate::contract::inspector::{ClientRow, EventFilter, Following, ViewStatus};
use crate::contract::problem::Problem;
use crate::problem::session_deleted;

/// Colours that clients are told apart by.
const COLOURS: usize = 8;

/// A session that is open in the inspector.
pub(super) struct OpenView {
    pub(super) id: Uuid,
    pub(super) integration: Uuid,
    pub(super) log: Arc<EventLog>,
    pub(super) view: Arc<View>,
    pub(super) follow: Follow,
    session: Mutex<Session>,
    following: Mutex<Following>,
    clients: Mutex<Vec<Client>>,
    /// The log's revision when the list was paused: the list stays at it, so that the page has nothing to ask again.
    paused_at: Mutex<Option<u64>>,
    /// The event whose payload was looked at last, laid out; a panel asks for many windows of one event.
    laid_out: Mutex<Option<Arc<LaidOut>>>,
}

/// One event, laid out as a tree and as text.
pub(super) struct LaidOut {
    uuid: String,
    bytes: usize,
    pub(super) tree: PayloadTree,
    pub(super) raw: RawText,
}

impl OpenView {
    /// Begins to follow; must be called within a tokio runtime.
    pub(super) fn start(integration: Uuid, session: Session, assurance: Assurance) -> Self {
        let log = Arc::new(EventLog::new());
        Self {
            id: Uuid::new_v4(),
            integration,
            view: Arc::new(View::new(log.clone(), LogFilter::default())),
            follow: Follow::start(assurance, &session.uuid, log.clone(), FollowOptions::default()),
            log,
            session: Mutex::new(session),
            following: Mutex::new(Following::Starting),
            clients: Mutex::default(),
            paused_at: Mutex::default(),
            laid_out: Mutex::default(),
        }
    }

    /// Whether this is the view of that session.
    pub(super) fn shows(&self, integration: Uuid, session: &str) -> bool {
        self.integration == integration && lock(&self.session).uuid.eq_ignore_ascii_case(session)
    }

    /// Takes over a new name or link.
    pub(super) fn set_session(&self, session: &Session) {
        *lock(&self.session) = session.clone();
    }

    /// Freezes the list; events go on arriving behind it.
    pub(super) fn pause(&self) {
        self.view.pause();
        lock(&self.paused_at).get_or_insert(self.log.revision());
    }

    /// Shows what arrived while paused, and looks at once for more.
    pub(super) fn resume(&self) {
        *lock(&self.paused_at) = None;
        self.view.resume();
        self.follow.poll_now();
    }

    /// The revision of the list, when the log is at `log_revision`.
    pub(super) fn list_revision(&self, log_revision: u64) -> u64 {
        lock(&self.paused_at).unwrap_or(log_revision)
    }

    /// Notes how following goes; a wait is dated when it begins.
    pub(super) fn note_following(&self, state: &FollowState) {
        *lock(&self.following) = match state {
            FollowState::Starting => Following::Starting,
            FollowState::Live { .. } => Following::Live,
            FollowState::Waiting { retry_in, error } => Following::Retrying {
                problem: error.into(),
                retry_at: milliseconds(OffsetDateTime::now_utc() + *retry_in),
            },
            FollowState::Ended(FollowEnd::SessionDeleted) => Following::Ended {
                problem: session_deleted(),
            },
            FollowState::Ended(FollowEnd::Unauthorized(error)) => Following::Ended { problem: error.into() },
            // The view is being closed.
            FollowState::Ended(FollowEnd::Stopped) => return,
        };
    }

    /// Counts and looks up everything above the list.
    pub(super) async fn status(self: &Arc<Self>) -> ViewStatus {
        let page = self.view.ask(|view| view.rows(0, 0)).await;
        let known = clients(&self.log);
        let rows = known.iter().map(client_row).collect();
        *lock(&self.clients) = known;
        let session = lock(&self.session).clone();
        ViewStatus {
            view: self.id,
            integration: self.integration,
            days_left: session.days_left(OffsetDateTime::now_utc()),
            session: session.uuid,
            name: session.name,
            revision: self.list_revision(page.revision),
            // A paused view counts apart what has arrived since.
            total: page.total + page.arrived_while_paused,
            matched: page.matched,
            paused: self.view.is_paused(),
            arrived_while_paused: page.arrived_while_paused,
            following: lock(&self.following).clone(),
            clients: rows,
            filter: shown_filter(self.view.filter()),
        }
    }

    /// The colour of a client, once it is known.
    pub(super) fn colour(&self, client: Option<&str>) -> Option<u8> {
        let client = client?;
        lock(&self.clients)
            .iter()
            .find(|known| known.id == client)
            .map(|known| colour(known.colour))
    }

    /// The name of a client, once it is known.
    pub(super) fn client_name(&self, client: &str) -> Option<String> {
        lock(&self.clients)
            .iter()
            .find(|known| known.id == client)
            .map(|known| known.name.clone())
    }

    /// An event laid out for the details panel.
    ///
    /// # Errors
    /// When there is no such event.
    pub(super) fn laid_out(&self, uuid: &str) -> Result<Arc<LaidOut>, Problem> {
        let event = self.log.event(uuid).ok_or_else(|| Problem::not_found("The event"))?;
        // A part that has become a whole has the same UUID and another length.
        let bytes = event.raw().len();
        let mut kept = lock(&self.laid_out);
        if let Some(kept) = kept.as_ref().filter(|kept| kept.uuid == uuid && kept.bytes == bytes) {
            return Ok(kept.clone());
        }
        let laid_out = Arc::new(LaidOut {
            uuid: uuid.to_owned(),
            bytes,
            tree: PayloadTree::new(&event),
            raw: RawText::new(&event),
        });
        *kept = Some(laid_out.clone());
        Ok(laid_out)
    }
}

fn client_row(client: &Client) -> ClientRow {
    ClientRow {
        id: client.id.clone(),
        name: client.name.clone(),
        system: client.operating_system.clone(),
        connected: client.connected,
        colour: colour(client.colour),
    }
}

fn colour(number: usize) -> u8 {
    u8::try_from(number % COLOURS).unwrap_or_default()
}

fn shown_filter(filter: LogFilter) -> EventFilter {
    EventFilter {
        text: filter.text,
        types: filter.types,
        vendors: filter.vendors,
        clients: filter.clients,
    }
}
