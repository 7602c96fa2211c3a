//! One archive that is open in the inspector: its events, its list and how following its session goes.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, OnceLock};

use archive::{About, Archive, Client, View, clients};
use assurance::{Assurance, Follow, FollowEnd, FollowOptions, FollowState, Session};
use event::{PayloadTree, RawText, made_visible, visible};
use time::OffsetDateTime;
use tokio::sync::watch;
use uuid::Uuid;

use super::analyses::Analyses;
use super::arrangement::shown_arrangement;
use super::integrations::milliseconds;
use super::lock;
use super::marks::marked_by;
use super::noise::Noises;
use super::queries::archive_filter;
use crate::contract::inspector::{ClientRow, EventFilter, Following, ViewStatus};
use crate::contract::problem::Problem;
use crate::problem::session_deleted;

/// How many colours clients are told apart by.
const COLOURS: usize = 8;

/// An archive that is open in the inspector.
pub(super) struct OpenView {
    pub(super) id: Uuid,
    /// The archive's name.
    pub(super) name: String,
    pub(super) archive: Arc<Archive>,
    pub(super) view: Arc<View>,
    /// The integration that the session is or was followed with, where that is still saved.
    integration: Mutex<Option<Uuid>>,
    follow: Mutex<Option<Follow>>,
    session: Mutex<Session>,
    following: Mutex<Following>,
    filter: Mutex<EventFilter>,
    clients: Mutex<Vec<Client>>,
    /// The archive's revision when the list was paused: the list stays at it, so that the page has nothing to ask again.
    paused_at: Mutex<Option<u64>>,
    /// Changes of the list that are none of the archive, or that are shown while it is paused.
    changes: AtomicU64,
    ended: AtomicBool,
    /// The event whose payload was looked at last, laid out; a panel asks for many windows of one event.
    laid_out: Mutex<Option<Arc<LaidOut>>>,
    /// Counts the previews of redactions that were asked for: only the newest is of use.
    previews: AtomicU64,
    /// Counts the statuses that were told.
    statuses: AtomicU64,
    pub(super) analyses: Analyses,
    pub(super) noises: Noises,
}

/// One event, laid out as a tree and as text.
pub(super) struct LaidOut {
    event: Arc<str>,
    pub(super) tree: PayloadTree,
    sorted: OnceLock<PayloadTree>,
    pub(super) raw: RawText,
}

impl LaidOut {
    /// The tree with the members of objects by their keys.
    pub(super) fn sorted_tree(&self) -> &PayloadTree {
        self.sorted.get_or_init(|| self.tree.sorted_by_key())
    }
}

impl OpenView {
    /// A view of an archive whose session nobody follows yet.
    pub(super) fn new(name: String, archive: Archive, integration: Option<Uuid>, following: Following) -> Self {
        let archive = Arc::new(archive);
        Self {
            id: Uuid::new_v4(),
            name,
            view: Arc::new(View::new(Arc::clone(&archive), archive::EventFilter::default())),
            integration: Mutex::new(integration),
            follow: Mutex::default(),
            session: Mutex::new(session_of(&archive.about())),
            archive,
            following: Mutex::new(following),
            filter: Mutex::default(),
            clients: Mutex::default(),
            paused_at: Mutex::default(),
            changes: AtomicU64::default(),
            ended: AtomicBool::default(),
            laid_out: Mutex::default(),
            previews: AtomicU64::default(),
            statuses: AtomicU64::default(),
            analyses: Analyses::default(),
            noises: Noises::default(),
        }
    }

    /// Begins to follow the session into the archive; must be called within a tokio runtime. Returns how it goes, and what
    /// becomes of the session at Adobe.
    pub(super) fn follow(
        &self,
        integration: Uuid,
        session: Session,
        assurance: Assurance,
        options: FollowOptions,
    ) -> (watch::Receiver<FollowState>, watch::Receiver<Option<Session>>) {
        let follow = Follow::start(assurance, &session.uuid, Arc::clone(&self.archive) as _, options);
        let told = (follow.state(), follow.listed());
        *lock(&self.integration) = Some(integration);
        *lock(&self.session) = session;
        *lock(&self.following) = Following::Starting;
        *lock(&self.follow) = Some(follow);
        told
    }

    /// Whether the session is followed, or cannot be for a reason that is told.
    pub(super) fn is_followed(&self) -> bool {
        !matches!(*lock(&self.following), Following::Archived)
    }

    /// The integration that the session is or was followed with.
    pub(super) fn integration(&self) -> Option<Uuid> {
        *lock(&self.integration)
    }

    /// Forgets an integration that is no longer saved.
    pub(super) fn forget_integration(&self) {
        *lock(&self.integration) = None;
    }

    /// The session's name.
    pub(super) fn session_name(&self) -> String {
        lock(&self.session).name.clone()
    }

    /// Takes over a new name or link, or that the session was cleared at Adobe. Blocks, for the archive tells them too.
    pub(super) fn set_session(&self, session: &Session) {
        *lock(&self.session) = session.clone();
        let about = About {
            session: fields_of(session),
            ..self.archive.about()
        };
        // It is only a name: adding events tells what is wrong with the archive.
        if let Err(error) = self.archive.set_about(&about) {
            tracing::debug!(%error, "the archive does not have the new name");
        }
    }

    /// Looks at once for what is new at Adobe.
    pub(super) fn poll_now(&self) {
        if let Some(follow) = &*lock(&self.follow) {
            follow.poll_now();
        }
    }

    /// Ends following and puts the archive's file to rest; one that stayed empty is taken away. Blocks.
    pub(super) fn end(&self) {
        self.ended.store(true, Ordering::SeqCst);
        drop(lock(&self.follow).take());
        if !self.archive.can_write() {
            return;
        }
        if let Err(error) = self.archive.close() {
            tracing::debug!(%error, "the archive was not put to rest");
        }
        if self.archive.is_empty() && self.archive.about().imported_from.is_none() {
            // An empty file that stays does no harm.
            let _ = archive::delete(self.archive.path());
        }
    }

    /// Changes which events the list shows.
    ///
    /// # Errors
    /// When the query cannot be understood; then the list shows what it showed before.
    pub(super) fn set_filter(&self, filter: EventFilter) -> Result<(), Problem> {
        self.view.set_filter(archive_filter(&filter)?);
        *lock(&self.filter) = filter;
        Ok(())
    }

    /// The filter in force.
    pub(super) fn filter(&self) -> EventFilter {
        lock(&self.filter).clone()
    }

    /// Freezes the list; events go on arriving behind it.
    pub(super) fn pause(&self) {
        self.view.pause();
        lock(&self.paused_at).get_or_insert(self.archive.revision());
    }

    /// Shows what arrived while paused, and looks at once for more.
    pub(super) fn resume(&self) {
        *lock(&self.paused_at) = None;
        self.view.resume();
        self.poll_now();
    }

    /// The revision of the list, when the archive is at `revision`.
    pub(super) fn list_revision(&self, revision: u64) -> u64 {
        lock(&self.paused_at).unwrap_or(revision) + self.changes.load(Ordering::SeqCst)
    }

    /// Notes that the list shows something else, so that the page asks again, also while it is paused.
    pub(super) fn note_change(&self) {
        self.changes.fetch_add(1, Ordering::SeqCst);
    }

    /// Whether the view was closed.
    pub(super) fn is_ended(&self) -> bool {
        self.ended.load(Ordering::SeqCst)
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
    ///
    /// # Errors
    /// When the archive cannot be read.
    pub(super) async fn status(self: &Arc<Self>) -> Result<ViewStatus, Problem> {
        // Counted before anything is looked at: what is counted later knows at least as much.
        let order = self.statuses.fetch_add(1, Ordering::SeqCst) + 1;
        let (page, known) = self.view.ask(|view| (view.rows(0, 0), clients(view.archive()))).await;
        let page = page?;
        let rows = known.iter().map(client_row).collect();
        *lock(&self.clients) = known;
        let session = lock(&self.session).clone();
        let following = lock(&self.following).clone();
        let cleared = self.archive.cleared();
        let days_left = match following {
            // Nobody has asked whether Adobe still has it.
            Following::Archived => None,
            _ => session.days_left(OffsetDateTime::now_utc()),
        };
        Ok(ViewStatus {
            view: self.id,
            integration: self.integration(),
            archive: self.name.clone(),
            days_left,
            name: if session.name.is_empty() {
                self.name.clone()
            } else {
                session.name
            },
            session: session.uuid,
            order,
            revision: self.list_revision(page.revision),
            // A paused view counts apart what has arrived since.
            total: page.total + page.arrived_while_paused,
            matched: page.matched,
            paused: self.view.is_paused(),
            arrived_while_paused: page.arrived_while_paused,
            following,
            clients: rows,
            filter: self.filter(),
            arrangement: shown_arrangement(&self.view.arrangement()),
            hidden: page.hidden,
            shows_hidden: self.view.shows_hidden(),
            cleared_at: cleared.map(|(at, _)| at),
            cleared_by: cleared.map(|(_, by)| marked_by(by)),
        })
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
            .map(|known| visible(&known.name).into_owned())
    }

    /// An event laid out for the details panel, with its annotations as they are at Adobe now. Blocks.
    ///
    /// # Errors
    /// When there is no such event, or the archive cannot be read.
    pub(super) fn laid_out(&self, uuid: &str) -> Result<Arc<LaidOut>, Problem> {
        let event = self.archive.present_event(uuid)?;
        let event = event.ok_or_else(|| Problem::not_found("The event"))?;
        let mut kept = lock(&self.laid_out);
        // A part that has become a whole, or an event that was noted at Adobe since, has the same UUID and another text.
        if let Some(kept) = kept.as_ref().filter(|kept| *kept.event == *event.raw()) {
            return Ok(kept.clone());
        }
        let laid_out = Arc::new(LaidOut {
            event: event.shared_raw(),
            tree: PayloadTree::new(&event),
            sorted: OnceLock::new(),
            raw: RawText::new(&event),
        });
        *kept = Some(laid_out.clone());
        Ok(laid_out)
    }

    /// The number of a preview that begins, and that ends the one before it.
    pub(super) fn begin_preview(&self) -> u64 {
        self.previews.fetch_add(1, Ordering::SeqCst) + 1
    }

    /// Whether a newer preview was asked for.
    pub(super) fn is_preview_old(&self, number: u64) -> bool {
        self.previews.load(Ordering::SeqCst) != number
    }
}

/// The session that an archive tells of. What is odd about it is left out.
fn session_of(about: &About) -> Session {
    let mut fields = about.session.clone();
    fields.entry("uuid").or_insert_with(|| "".into());
    let session = serde_json::from_value(fields.into());
    session.unwrap_or_else(|_| Session {
        uuid: about.session_uuid().to_owned(),
        name: about.name().to_owned(),
        link: None,
        pin: None,
        org_id: None,
        first_name: None,
        last_name: None,
        created_by_id: None,
        created_ts: None,
        updated_ts: None,
        extra: serde_json::Map::default(),
    })
}

/// The fields that Adobe gave of a session.
pub(super) fn fields_of(session: &Session) -> serde_json::Map<String, serde_json::Value> {
    let mut fields = match serde_json::to_value(session) {
        Ok(serde_json::Value::Object(fields)) => fields,
        _ => serde_json::Map::default(),
    };
    fields.retain(|_, value| !value.is_null());
    fields
}

fn client_row(client: &Client) -> ClientRow {
    ClientRow {
        id: client.id.clone(),
        name: visible(&client.name).into_owned(),
        system: client.operating_system.clone().map(made_visible),
        connected: client.connected,
        colour: colour(client.colour),
    }
}

fn colour(number: usize) -> u8 {
    u8::try_from(number % COLOURS).unwrap_or_default()
}
