//! Keeping sessions that nobody opens.
//!
//! With "keep every session", each list of sessions that comes from Adobe begins a job for those that nobody follows and
//! that are not kept yet, or were last looked at more than a day ago. Jobs keep one session at a time, one job after the
//! other, and step aside for whoever opens a session.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use archive::{About, Archive};
use assurance::{Assurance, Follow, FollowEnd, FollowOptions, FollowState, Session};
use time::OffsetDateTime;
use tokio::runtime::Handle;
use uuid::Uuid;

use super::archive_files::{ArchiveFiles, Stamp, Turn, archive_of_session};
use super::event_import::counted;
use super::integrations::milliseconds;
use super::jobs::{Outcome, Running};
use super::open_view::fields_of;
use super::views::to_follow_into;
use super::{Desk, lock};
use crate::contract::devices::SessionsRef;
use crate::contract::jobs::Job;
use crate::contract::problem::{Problem, ProblemCode};
use crate::contract::tick::Tick;
use crate::problem::session_deleted;

/// How long a session that is kept is not looked at again by itself.
const A_DAY: Duration = Duration::from_secs(24 * 60 * 60);
/// How often it is looked whether the job was called off, and told how far it is.
const LOOK_EVERY: Duration = Duration::from_millis(200);
/// After so many failures on end, a session is left for another day.
const MOST_FAILURES: usize = 3;
/// Sessions that are named in a note.
const MOST_NAMED: usize = 3;

/// What keeping sessions remembers.
#[derive(Default)]
pub(super) struct Archiving {
    one_at_a_time: Arc<tokio::sync::Mutex<()>>,
    /// When an archive was begun to be brought up to date by itself.
    looked_at: Mutex<HashMap<String, SystemTime>>,
}

impl Desk {
    pub(crate) async fn sessions_archive(&self, request: SessionsRef) -> Result<Job, Problem> {
        let mut sessions = Vec::with_capacity(request.sessions.len());
        for session in &request.sessions {
            sessions.push(self.session(request.integration, session).await?);
        }
        let title = match sessions.as_slice() {
            [] => {
                return Err(Problem::invalid_input(
                    "No session is selected.",
                    "Select the sessions to keep.",
                ));
            }
            [one] => format!("Archiving {}", one.name),
            several => format!("Archiving {}", counted(several.len() as u64, "session")),
        };
        let errand = self.errand(request.integration, sessions).await?;
        Ok(self.jobs.start(&self.ticks, title, move |job| errand.run(job)))
    }

    /// Begins to keep what was listed and is not kept, where the user wants every session kept.
    pub(super) async fn keep_always(&self, integration: Uuid, listed: &[Session]) {
        if !self.settings.settings().archive_always {
            return;
        }
        let not_open: Vec<Session> = listed
            .iter()
            .filter(|session| !self.is_open(integration, &session.uuid))
            .cloned()
            .collect();
        let (files, looked_at) = (Arc::clone(&self.archives), lock(&self.archiving.looked_at).clone());
        let due = self
            .blocking(move || Ok(due(&files, &looked_at, integration, not_open)))
            .await;
        let due = due.unwrap_or_default();
        if due.is_empty() {
            return;
        }
        let title = format!("Archiving {}", counted(due.len() as u64, "session"));
        let now = SystemTime::now();
        let names = due.iter().map(|session| archive_of_session(integration, &session.uuid));
        lock(&self.archiving.looked_at).extend(names.map(|name| (name, now)));
        match self.errand(integration, due).await {
            Ok(errand) => {
                self.jobs.start_quietly(&self.ticks, title, move |job| errand.run(job));
            }
            Err(problem) => tracing::debug!(?problem, "the sessions are not kept"),
        }
    }

    async fn errand(&self, integration: Uuid, sessions: Vec<Session>) -> Result<Errand, Problem> {
        let followed = sessions
            .iter()
            .filter(|session| self.is_open(integration, &session.uuid))
            .map(|session| session.uuid.clone())
            .collect();
        Ok(Errand {
            assurance: self.assurance(integration).await?,
            organization: self.integration(integration).await?.organization_id,
            integration,
            sessions,
            options: self.follow_options(),
            followed,
            files: Arc::clone(&self.archives),
            one_at_a_time: Arc::clone(&self.archiving.one_at_a_time),
        })
    }
}

/// The sessions that are not kept, or were last looked at more than a day ago.
fn due(
    files: &ArchiveFiles,
    looked_at: &HashMap<String, SystemTime>,
    integration: Uuid,
    mut sessions: Vec<Session>,
) -> Vec<Session> {
    let now = SystemTime::now();
    sessions.retain(|session| {
        let name = archive_of_session(integration, &session.uuid);
        let changed = Stamp::of(&files.path(&name)).changed();
        let last = changed.max(looked_at.get(&name).copied());
        last.is_none_or(|last| now.duration_since(last).is_ok_and(|since| since > A_DAY))
    });
    sessions
}

/// Sessions to be kept.
struct Errand {
    assurance: Assurance,
    organization: String,
    integration: Uuid,
    sessions: Vec<Session>,
    options: FollowOptions,
    /// Those that the inspector follows anyway, by UUID.
    followed: Vec<String>,
    files: Arc<ArchiveFiles>,
    one_at_a_time: Arc<tokio::sync::Mutex<()>>,
}

/// What came of keeping a session.
enum Kept {
    /// All that Adobe has is in its archive.
    Whole,
    /// Somebody opens it: whoever follows it keeps it.
    LeftToOthers,
    /// The job was called off before.
    CalledOff,
}

/// What came of an errand so far.
#[derive(Default)]
struct Tally {
    whole: usize,
    left: usize,
    events: u64,
    failures: Vec<(String, Problem)>,
}

impl Errand {
    /// Blocks until all sessions are kept or it is called off.
    fn run(&self, job: &Running) -> Result<Outcome, Problem> {
        Handle::current().block_on(self.keep_all(job))
    }

    async fn keep_all(&self, job: &Running) -> Result<Outcome, Problem> {
        let mut tally = Tally::default();
        let _my_turn = tokio::select! {
            turn = self.one_at_a_time.lock() => Some(turn),
            () = called_off(job) => None,
        };
        for (at, session) in self.sessions.iter().enumerate() {
            let share = at as f64 / self.sessions.len() as f64;
            job.progress(Some(share), tally.events);
            if job.is_called_off() {
                break;
            }
            if self.followed.contains(&session.uuid) {
                tally.left += 1;
                continue;
            }
            match self.keep(session, job, share, &mut tally.events).await {
                Ok(Kept::Whole) => tally.whole += 1,
                Ok(Kept::LeftToOthers) => tally.left += 1,
                Ok(Kept::CalledOff) => break,
                Err(problem) => tally.failures.push((session.name.clone(), problem)),
            }
        }
        self.outcome(&tally, job.is_called_off())
    }

    /// Brings a session's archive up to date.
    async fn keep(&self, session: &Session, job: &Running, share: f64, events: &mut u64) -> Result<Kept, Problem> {
        let name = archive_of_session(self.integration, &session.uuid);
        let turn = tokio::select! {
            turn = self.files.turn(&name) => turn,
            () = called_off(job) => return Ok(Kept::CalledOff),
        };
        let Some(archive) = self.open(session, &name).await? else {
            return Ok(Kept::LeftToOthers);
        };
        let before = archive.len();
        let progress = || *events + (archive.len() - before) as u64;
        let kept = self
            .follow(session, &archive, job, &turn, &|| job.progress(Some(share), progress()))
            .await;
        *events = progress();
        at_rest(archive).await;
        job.tell(Tick::Archives);
        job.tell(Tick::Sessions {
            integration: self.integration,
        });
        kept
    }

    /// The archive to add to; none where it is open already.
    async fn open(&self, session: &Session, name: &str) -> Result<Option<Arc<Archive>>, Problem> {
        let about = About {
            session: fields_of(session),
            organization: Some(self.organization.clone()),
            integration: Some(self.integration),
            begun: milliseconds(OffsetDateTime::now_utc()),
            ..About::default()
        };
        let (files, path) = (Arc::clone(&self.files), self.files.path(name));
        let opened = blocking_work::caught(move || {
            files.folder()?;
            match to_follow_into(&path, &about)? {
                (archive, None) => Ok(Some(Arc::new(archive))),
                (_, Some(problem)) if problem.code == ProblemCode::ArchiveInUse => Ok(None),
                (_, Some(problem)) => Err(problem),
            }
        });
        opened.await.map_err(|error| Problem::internal(error.to_string()))?
    }

    /// Follows a session until everything that Adobe has is in the archive.
    async fn follow(
        &self,
        session: &Session,
        archive: &Arc<Archive>,
        job: &Running,
        turn: &Turn,
        tell: &dyn Fn(),
    ) -> Result<Kept, Problem> {
        let follow = Follow::start(
            self.assurance.clone(),
            &session.uuid,
            Arc::clone(archive) as _,
            self.options.clone(),
        );
        let mut state = follow.state();
        let mut failures = 0;
        loop {
            let now = state.borrow_and_update().clone();
            match now {
                FollowState::Starting => {}
                FollowState::Live { loading: true, .. } => failures = 0,
                FollowState::Live { loading: false, .. } => return Ok(Kept::Whole),
                FollowState::Waiting { error, .. } => {
                    failures += 1;
                    if failures == MOST_FAILURES {
                        return Err(error.into());
                    }
                }
                FollowState::Ended(FollowEnd::SessionDeleted) => return Err(session_deleted()),
                FollowState::Ended(FollowEnd::Unauthorized(error)) => return Err(error.into()),
                FollowState::Ended(FollowEnd::Stopped) => return Ok(Kept::CalledOff),
            }
            tokio::select! {
                changed = state.changed() => if changed.is_err() { return Ok(Kept::CalledOff) },
                () = turn.wanted() => return Ok(Kept::LeftToOthers),
                () = told_until_called_off(job, tell) => return Ok(Kept::CalledOff),
            }
        }
    }

    /// In words. What was kept before it was called off stays.
    fn outcome(&self, tally: &Tally, is_called_off: bool) -> Result<Outcome, Problem> {
        let count = self.sessions.len();
        if let Some((_, problem)) = tally.failures.first()
            && tally.failures.len() == count
        {
            return Err(problem.clone());
        }
        let of_all = if tally.whole == count {
            String::new()
        } else {
            format!(" of {count}")
        };
        let mut note = vec![format!(
            "{}{of_all} kept whole, {} new.",
            counted(tally.whole as u64, "session"),
            counted(tally.events, "event")
        )];
        if tally.left > 0 {
            note.push(format!(
                "{} left to the inspector.",
                counted(tally.left as u64, "session")
            ));
        }
        for (name, problem) in tally.failures.iter().take(MOST_NAMED) {
            note.push(format!("{name} not kept: {}", problem.message));
        }
        if tally.failures.len() > MOST_NAMED {
            note.push(format!("{} more not kept.", tally.failures.len() - MOST_NAMED));
        }
        if is_called_off {
            note.push("Stopped before the end.".to_owned());
        }
        Ok(Outcome {
            note: note.join(" "),
            archive: match self.sessions.as_slice() {
                [one] if tally.whole == 1 && tally.events > 0 => Some(archive_of_session(self.integration, &one.uuid)),
                _ => None,
            },
        })
    }
}

/// Waits until the job is called off.
async fn called_off(job: &Running) {
    told_until_called_off(job, &|| {}).await;
}

/// Tells how far it is, now and then, until the job is called off.
async fn told_until_called_off(job: &Running, tell: &dyn Fn()) {
    while !job.is_called_off() {
        tokio::time::sleep(LOOK_EVERY).await;
        tell();
    }
}

/// Puts an archive's file to rest; one that has no event is taken away.
async fn at_rest(archive: Arc<Archive>) {
    let ended = blocking_work::caught(move || {
        if let Err(error) = archive.close() {
            tracing::debug!(%error, "the archive was not put to rest");
        }
        if archive.is_empty() && archive.about().imported_from.is_none() {
            // An empty file that stays does no harm.
            let _ = archive::delete(archive.path());
        }
    });
    // What went wrong there was told there.
    let _ = ended.await;
}
