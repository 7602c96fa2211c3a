//! Deleting many sessions, with a way back until it is sent. What was not sent when the program ends is not deleted.

use std::sync::{Arc, Mutex, Weak};
use std::time::Duration;

use assurance::Assurance;
use time::OffsetDateTime;
use tokio::sync::Notify;
use uuid::Uuid;

use super::archive_files::archive_of_session;
use super::event_import::counted;
use super::integrations::milliseconds;
use super::open_view::OpenView;
use super::sessions::KnownSessions;
use super::{Desk, lock};
use crate::contract::devices::{DeletionRef, DeletionState, NotDeleted, PendingDeletion, SessionsRef};
use crate::contract::problem::{Problem, ProblemCode};
use crate::contract::tick::Tick;
use crate::ticks::Ticks;

/// How long a deletion can be taken back.
const TIME_TO_UNDO: Duration = Duration::from_secs(8);
/// After so many refusals on end, the rest is not asked: it would go the same way.
const MOST_REFUSALS: usize = 3;

/// The deletions of this desk, the oldest first. What waits is given back when this is dropped.
#[derive(Default)]
pub(super) struct Deletions(Arc<Mutex<Vec<Known>>>);

struct Known {
    deletion: PendingDeletion,
    send_now: Arc<Notify>,
}

impl Deletions {
    /// Whether a session is being deleted, and its list no longer shows it.
    pub(super) fn hides(&self, integration: Uuid, session: &str) -> bool {
        lock(&self.0).iter().any(|Known { deletion, .. }| {
            deletion.integration == integration
                && !matches!(deletion.state, DeletionState::Ended { .. })
                && deletion
                    .sessions
                    .iter()
                    .any(|hidden| hidden.eq_ignore_ascii_case(session))
        })
    }

    /// Forgets what an integration that goes away was to delete.
    pub(super) fn give_back(&self, integration: Uuid) {
        lock(&self.0).retain(|known| known.deletion.integration != integration);
    }
}

impl Drop for Deletions {
    fn drop(&mut self) {
        lock(&self.0).clear();
    }
}

impl Desk {
    pub(crate) async fn sessions_delete(&self, request: SessionsRef) -> Result<PendingDeletion, Problem> {
        let integration = request.integration;
        let assurance = self.assurance(integration).await?;
        let mut doomed = Vec::with_capacity(request.sessions.len());
        for session in request.sessions {
            if self.deletions.hides(integration, &session) {
                continue;
            }
            let name = self.session(integration, &session).await?.name;
            let view = self.view_of_archive(&archive_of_session(integration, &session));
            doomed.push(Doomed {
                name,
                view: view.as_ref().map(Arc::downgrade).unwrap_or_default(),
                session,
            });
        }
        let what = match doomed.as_slice() {
            [] => return Err(nothing_to_delete()),
            [one] => one.name.clone(),
            several => counted(several.len() as u64, "session"),
        };
        let deletion = PendingDeletion {
            deletion: Uuid::new_v4(),
            integration,
            sessions: doomed.iter().map(|doomed| doomed.session.clone()).collect(),
            what,
            state: DeletionState::Waiting {
                sent_at: milliseconds(OffsetDateTime::now_utc() + TIME_TO_UNDO),
            },
        };
        let send_now = Arc::new(Notify::new());
        let sending = Sending {
            id: deletion.deletion,
            integration,
            assurance,
            doomed,
            deletions: Arc::clone(&self.deletions.0),
            sessions: self.sessions.clone(),
            ticks: self.ticks.clone(),
        };
        lock(&self.deletions.0).push(Known {
            deletion: deletion.clone(),
            send_now: Arc::clone(&send_now),
        });
        tokio::spawn(async move {
            tokio::select! {
                () = tokio::time::sleep(TIME_TO_UNDO) => {}
                () = send_now.notified() => {}
            }
            sending.run().await;
        });
        self.ticks.send(Tick::Sessions { integration });
        Ok(deletion)
    }

    pub(crate) async fn deletion_undo(&self, request: DeletionRef) -> Result<(), Problem> {
        let mut deletions = lock(&self.deletions.0);
        let at = place_of(&deletions, request.deletion)?;
        if deletions[at].deletion.state == DeletionState::Sending {
            return Err(Problem::new(
                ProblemCode::InvalidInput,
                "It is too late to undo",
                "The deletion is on its way to Adobe.",
                "Events that were received stay in their archives on this computer.",
            ));
        }
        let integration = deletions.remove(at).deletion.integration;
        drop(deletions);
        self.ticks.send(Tick::Sessions { integration });
        Ok(())
    }

    pub(crate) async fn deletion_send(&self, request: DeletionRef) -> Result<(), Problem> {
        let deletions = lock(&self.deletions.0);
        let at = place_of(&deletions, request.deletion)?;
        deletions[at].send_now.notify_one();
        Ok(())
    }

    pub(crate) async fn deletions_list(&self, (): ()) -> Result<Vec<PendingDeletion>, Problem> {
        let deletions = lock(&self.deletions.0);
        Ok(deletions.iter().map(|known| known.deletion.clone()).collect())
    }
}

fn place_of(deletions: &[Known], id: Uuid) -> Result<usize, Problem> {
    let at = deletions.iter().position(|known| known.deletion.deletion == id);
    at.ok_or_else(|| Problem::not_found("The deletion"))
}

fn nothing_to_delete() -> Problem {
    Problem::invalid_input("No session is selected.", "Select the sessions to delete.")
}

/// A session that is to be deleted.
struct Doomed {
    session: String,
    name: String,
    /// Where it is followed; to look at once what became of it.
    view: Weak<OpenView>,
}

/// What a deletion needs once its time has come.
struct Sending {
    id: Uuid,
    integration: Uuid,
    assurance: Assurance,
    doomed: Vec<Doomed>,
    deletions: Arc<Mutex<Vec<Known>>>,
    sessions: KnownSessions,
    ticks: Ticks,
}

impl Sending {
    async fn run(self) {
        if !self.turn_to(DeletionState::Sending) {
            return;
        }
        let mut failures: Vec<NotDeleted> = Vec::new();
        let mut refusals = 0;
        for Doomed { session, name, view } in &self.doomed {
            let refused = match failures.last() {
                Some(last) if refusals >= MOST_REFUSALS => Some(last.problem.clone()),
                _ => self.delete(session).await.err(),
            };
            let Some(problem) = refused else {
                refusals = 0;
                self.sessions.remove(self.integration, session);
                if let Some(view) = view.upgrade() {
                    view.poll_now();
                }
                continue;
            };
            refusals += 1;
            failures.push(NotDeleted {
                session: session.clone(),
                name: name.clone(),
                problem,
            });
        }
        self.turn_to(DeletionState::Ended { failures });
    }

    /// Deletes one session. One that somebody else has deleted is deleted.
    async fn delete(&self, session: &str) -> Result<(), Problem> {
        match self.assurance.delete_session(session).await {
            Err(error) if !error.is_session_missing() => Err(error.into()),
            _ => Ok(()),
        }
    }

    /// False when the deletion was taken back.
    fn turn_to(&self, state: DeletionState) -> bool {
        let mut deletions = lock(&self.deletions);
        let Ok(at) = place_of(&deletions, self.id) else {
            return false;
        };
        deletions[at].deletion.state = state;
        drop(deletions);
        self.ticks.send(Tick::Sessions {
            integration: self.integration,
        });
        true
    }
}
