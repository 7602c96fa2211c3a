//! Following a session live: asking for what is new, often while events arrive and seldom while none do.

mod pause;
mod source;
mod walker;

use std::sync::Arc;
use std::time::{Duration, Instant};

use event::EventSink;
use tokio::sync::{Notify, watch};
use tokio::task::JoinHandle;

pub use source::EventSource;

use crate::error::AssuranceError;
use crate::session::Session;
use pause::Pause;
use walker::Walker;

/// How eagerly to follow. The default suits Adobe.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowOptions {
    /// Pause between two looks while events arrive. It is never shorter than the answers take just now, so that a slow
    /// server, or one that asks to wait, gets as much rest as it needs time.
    pub active: Duration,
    /// How long after the last event, or after somebody asked to look, the pause stays that short.
    pub eager: Duration,
    /// The longest pause afterwards.
    pub idle: Duration,
    /// The longest pause after errors; the first is a 16th of it, each further one twice as long.
    pub after_errors: Duration,
    /// How often older events are read again, a page at a time, for those that arrived late and for annotations that
    /// changed; also how often the session is looked up while nothing arrives, in case somebody deleted, renamed or
    /// cleared it. While events arrive all the time it is looked up a sixth as often.
    pub recheck: Duration,
    /// Events per page while loading what is there. Adobe publishes no limit; its own tests use 1,000. When the
    /// server refuses it, Adobe's documented 50 is used.
    pub page_size: u32,
    /// Events per page while looking for new ones: more than a device may send between two looks (10,000 a minute), with
    /// room for some that come late.
    pub look_size: u32,
}

impl Default for FollowOptions {
    /// Adobe publishes neither a subscription nor a limit. Its own test client looks every 200 ms, and an event that is
    /// to be on the screen within 300 ms leaves time for no longer pause. That is kept up for a minute after the last
    /// event; [`gateway::Gateway`] lets no more than ten calls a second through, however many sessions are followed.
    fn default() -> Self {
        Self {
            active: Duration::from_millis(200),
            eager: Duration::from_secs(60),
            idle: Duration::from_secs(2),
            after_errors: Duration::from_secs(30),
            recheck: Duration::from_secs(10),
            page_size: 1_000,
            look_size: 100,
        }
    }
}

/// How following goes.
#[derive(Debug, Clone)]
pub enum FollowState {
    /// The first answer has not come yet.
    Starting,
    /// Answers come.
    Live {
        /// Whether events that are older than the ones shown are still on their way.
        loading: bool,
    },
    /// The last try failed; it will be tried again.
    Waiting {
        /// How long after the failure.
        retry_in: Duration,
        /// What failed.
        error: AssuranceError,
    },
    /// It is over. The events stay where they are kept.
    Ended(FollowEnd),
}

/// Why following ended.
#[derive(Debug, Clone)]
pub enum FollowEnd {
    /// The session is no longer there: deleted by somebody, or by Adobe after 30 days.
    SessionDeleted,
    /// It was stopped here.
    Stopped,
    /// Adobe no longer accepts the credentials, or their rights do not suffice.
    Unauthorized(AssuranceError),
}

/// How many times longer a session that is busy is not looked up.
const WHILE_BUSY: u32 = 6;

/// A session that is being followed, until it is stopped or dropped.
pub struct Follow {
    state: watch::Sender<FollowState>,
    listed: watch::Sender<Option<Session>>,
    wake: Arc<Notify>,
    task: JoinHandle<()>,
}

impl Follow {
    /// Follows a session; its events go into `sink`. Must be called inside a Tokio runtime.
    pub fn start(
        source: impl EventSource,
        session_uuid: &str,
        sink: Arc<dyn EventSink>,
        options: FollowOptions,
    ) -> Self {
        let state = watch::Sender::new(FollowState::Starting);
        let listed = watch::Sender::new(None);
        let wake = Arc::new(Notify::new());
        let follower = Follower {
            pause: Pause::new(&options, Instant::now()),
            failures: 0,
            confirmed: None,
            listed: listed.clone(),
            walker: Walker::new(source, session_uuid, sink, &options),
            options,
            state: state.clone(),
            wake: Arc::clone(&wake),
        };
        Self {
            state,
            listed,
            wake,
            task: tokio::spawn(follower.run()),
        }
    }

    /// How it goes, now and from now on.
    #[must_use]
    pub fn state(&self) -> watch::Receiver<FollowState> {
        self.state.subscribe()
    }

    /// The session as it was listed last, told whenever it is listed otherwise than before; none until it was looked up.
    #[must_use]
    pub fn listed(&self) -> watch::Receiver<Option<Session>> {
        self.listed.subscribe()
    }

    /// Looks for new events, and for what became of the session, at once.
    pub fn poll_now(&self) {
        self.wake.notify_one();
    }

    /// Stops. What arrived stays where it is kept.
    pub fn stop(&self) {
        self.task.abort();
        tell(&self.state, FollowState::Ended(FollowEnd::Stopped));
    }
}

impl Drop for Follow {
    fn drop(&mut self) {
        self.stop();
    }
}

/// What is said after the end is not heard, and that it goes on as before is not said.
fn tell(state: &watch::Sender<FollowState>, new: FollowState) {
    state.send_if_modified(|state| {
        let is_said = match (&*state, &new) {
            (FollowState::Ended(_), _) => false,
            (FollowState::Live { loading: before }, FollowState::Live { loading }) => before != loading,
            _ => true,
        };
        if is_said {
            *state = new;
        }
        is_said
    });
}

struct Follower<S> {
    walker: Walker<S>,
    options: FollowOptions,
    state: watch::Sender<FollowState>,
    wake: Arc<Notify>,
    pause: Pause,
    failures: u32,
    /// When the session was looked up last.
    confirmed: Option<Instant>,
    listed: watch::Sender<Option<Session>>,
}

impl<S: EventSource> Follower<S> {
    async fn run(mut self) {
        loop {
            let pause = match self.look().await {
                Ok(pause) => pause,
                Err(end) => {
                    tracing::info!(?end, "following ended");
                    return tell(&self.state, FollowState::Ended(end));
                }
            };
            tokio::select! {
                () = tokio::time::sleep(pause) => {}
                () = self.wake.notified() => {
                    self.pause.is_asked(Instant::now());
                    self.confirmed = None;
                }
            }
        }
    }

    /// Looks once; the pause before the next time.
    async fn look(&mut self) -> Result<Duration, FollowEnd> {
        let asked = Instant::now();
        let step = match self.walker.step().await {
            Ok(step) => step,
            Err(error) => return self.wait_after(error).await,
        };
        let took = asked.elapsed();
        self.failures = 0;
        tell(&self.state, FollowState::Live { loading: step.more });
        if step.more {
            return Ok(Duration::ZERO);
        }
        let since = self.confirmed.map(|confirmed| confirmed.elapsed());
        let is_busy = step.added > 0;
        let wait = self.options.recheck * if is_busy { WHILE_BUSY } else { 1 };
        let lost_everything = step.lost_everything && !is_busy;
        if lost_everything || since.is_none_or(|since| since >= wait) {
            self.confirm(lost_everything).await?;
        }
        let now = Instant::now();
        Ok(self.pause.after_look(now, took, step.added > 0))
    }

    async fn wait_after(&mut self, error: AssuranceError) -> Result<Duration, FollowEnd> {
        if error.is_unauthorized() {
            return Err(FollowEnd::Unauthorized(error));
        }
        if error.may_mean_missing() {
            self.confirm(true).await?;
        }
        let first = self.options.after_errors / 16;
        let doubled = first
            .saturating_mul(1 << self.failures.min(4))
            .min(self.options.after_errors);
        self.failures += 1;
        let retry_in = doubled.max(error.retry_after().unwrap_or_default());
        self.pause.after_failure(retry_in);
        tracing::info!(%error, ?retry_in, "following waits");
        tell(&self.state, FollowState::Waiting { retry_in, error });
        Ok(retry_in)
    }

    /// Looks the session up. A session that is not listed counts as deleted only when something else says so too, or
    /// when it was listed before: a token may not be allowed to list what it is allowed to read.
    async fn confirm(&mut self, is_suspected: bool) -> Result<(), FollowEnd> {
        self.confirmed = Some(Instant::now());
        match self.walker.listed().await {
            Ok(Some(session)) => {
                self.listed.send_if_modified(|listed| {
                    let is_other = listed.as_ref() != Some(&session);
                    *listed = Some(session);
                    is_other
                });
            }
            Ok(None) if is_suspected || self.listed.borrow().is_some() => return Err(FollowEnd::SessionDeleted),
            Ok(None) => {}
            Err(error) => tracing::debug!(%error, "the session could not be looked up"),
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
