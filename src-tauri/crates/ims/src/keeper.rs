//! Keeping an access token fresh for everybody who needs it.

use std::fmt::Debug;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use secrecy::{ExposeSecret, SecretString};
use time::OffsetDateTime;
use tokio::sync::{Mutex as AsyncMutex, Notify, watch};
use tokio::task::AbortHandle;

use crate::AccessToken;

/// How long before its end a token is renewed, unless half of its life is shorter.
const EARLY: time::Duration = time::Duration::minutes(10);

/// The longest wait that IMS can ask for and get.
const LONGEST_REST: Duration = Duration::from_secs(3600);

/// How often a request is sent at most while the service has a passing trouble.
const TRIES: u32 = 3;

/// The waits of the renewal in the background after failures: the first, doubled each time up to the longest.
const FIRST_WAIT: Duration = Duration::from_secs(10);
const LONGEST_WAIT: Duration = Duration::from_secs(300);

/// The background looks at the clock at least this often, because a computer that slept wakes with its timers late.
const LONGEST_SLEEP: Duration = Duration::from_secs(60);

/// Asks for one new access token.
#[async_trait]
pub trait TokenRequest: Send + Sync + 'static {
    /// Why there may be none. Cloned for everybody who waited.
    type Error: Clone + Debug + Send + Sync + 'static;

    /// Asks for a token, once.
    async fn request_token(&self) -> Result<AccessToken, Self::Error>;

    /// Whether and when asking again can help after this failure.
    fn again(&self, error: &Self::Error) -> Again;

    /// How long to wait before a request is sent a second time; then twice as long. A request that failed in the end is
    /// not repeated for a caller within twice that time.
    fn first_wait(&self) -> Duration {
        Duration::from_millis(500)
    }
}

/// Whether and when asking again can help after a failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Again {
    /// At once: a passing trouble of the service or the network.
    Soon,
    /// Not before this has passed: IMS named a time.
    After(Duration),
    /// Only when somebody asks, for something has to be changed first.
    WhenAsked,
}

/// What a [`TokenKeeper`] is doing.
#[derive(Clone, Debug)]
pub enum TokenStatus<E> {
    /// No token, and nobody asked for one.
    None,
    /// A request is on its way. The token before it may still serve until it ends.
    Renewing {
        /// When the token before it ends.
        expires_at: Option<OffsetDateTime>,
    },
    /// A token is there.
    Ready {
        /// When it ends, by this computer's clock.
        expires_at: OffsetDateTime,
    },
    /// The last request failed.
    Failed {
        /// Why.
        error: E,
        /// When the token before it ends, if it still serves.
        expires_at: Option<OffsetDateTime>,
    },
}

/// Holds one access token: gives it to every caller, asks for it at most once at a time, renews it in the background
/// ten minutes before it ends (or at half of a shorter life), and drops it when Adobe refuses it. Dropping the keeper
/// ends the background work.
pub struct TokenKeeper<R: TokenRequest> {
    shared: Arc<Shared<R>>,
    background: AbortHandle,
}

struct Shared<R: TokenRequest> {
    request: R,
    state: Mutex<State<R::Error>>,
    flight: AsyncMutex<()>,
    changed: Notify,
    status: watch::Sender<TokenStatus<R::Error>>,
}

struct State<E> {
    token: Option<AccessToken>,
    /// How many requests have ended, so that a caller that waited for one can tell.
    ended: u64,
    failure: Option<Failure<E>>,
}

struct Failure<E> {
    error: E,
    /// Nothing is sent before.
    rest_until: tokio::time::Instant,
}

impl<R: TokenRequest> TokenKeeper<R> {
    /// Starts with a token from before, if there is one. Must be called within a Tokio runtime.
    pub fn start(request: R, token: Option<AccessToken>) -> Self {
        let token = token.filter(|token| token.is_usable(OffsetDateTime::now_utc()));
        let status = token.as_ref().map_or(TokenStatus::None, |token| TokenStatus::Ready {
            expires_at: token.expires_at,
        });
        let shared = Arc::new(Shared {
            request,
            state: Mutex::new(State {
                token,
                ended: 0,
                failure: None,
            }),
            flight: AsyncMutex::new(()),
            changed: Notify::new(),
            status: watch::Sender::new(status),
        });
        let background = tokio::spawn(Arc::clone(&shared).renew_for_ever()).abort_handle();
        Self { shared, background }
    }

    /// The token, from memory or from a request that all callers share.
    ///
    /// # Errors
    /// What the request answered; for a second after a failure, or as long as IMS asked to wait, that failure again.
    pub async fn token(&self) -> Result<AccessToken, R::Error> {
        let seen = {
            let state = self.shared.state();
            if let Some(token) = state.usable() {
                return Ok(token);
            }
            if let Some(error) = state.resting() {
                return Err(error);
            }
            state.ended
        };
        self.shared.renew(seen).await
    }

    /// Asks for a new token now, although the one at hand may be good.
    ///
    /// # Errors
    /// What the request answered; as long as IMS asked to wait, that answer again.
    pub async fn renew(&self) -> Result<AccessToken, R::Error> {
        let seen = {
            let state = self.shared.state();
            if let Some(failure) = &state.failure
                && matches!(self.shared.request.again(&failure.error), Again::After(_))
                && let Some(error) = state.resting()
            {
                return Err(error);
            }
            state.ended
        };
        self.shared.renew(seen).await
    }

    /// Adobe refused this token: it is not given out again. A newer one stays.
    pub fn forget(&self, refused: &SecretString) {
        let mut state = self.shared.state();
        let is_current = |token: &AccessToken| token.secret.expose_secret() == refused.expose_secret();
        if state.token.as_ref().is_some_and(is_current) {
            state.token = None;
            drop(state);
            self.shared.status.send_replace(TokenStatus::None);
            self.shared.changed.notify_one();
        }
    }

    /// What the keeper is doing, now and as it changes.
    #[must_use]
    pub fn status(&self) -> watch::Receiver<TokenStatus<R::Error>> {
        self.shared.status.subscribe()
    }
}

impl<R: TokenRequest> Drop for TokenKeeper<R> {
    fn drop(&mut self) {
        self.background.abort();
    }
}

impl<R: TokenRequest> Debug for TokenKeeper<R> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("TokenKeeper")
            .field("status", &*self.shared.status.borrow())
            .finish_non_exhaustive()
    }
}

impl<E> State<E> {
    fn usable(&self) -> Option<AccessToken> {
        self.token
            .clone()
            .filter(|token| token.is_usable(OffsetDateTime::now_utc()))
    }
}

impl<E: Clone> State<E> {
    /// The last failure, while nothing is sent after it.
    fn resting(&self) -> Option<E> {
        let failure = self.failure.as_ref()?;
        (tokio::time::Instant::now() < failure.rest_until).then(|| failure.error.clone())
    }
}

impl<R: TokenRequest> Shared<R> {
    fn state(&self) -> MutexGuard<'_, State<R::Error>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Asks for a token, unless a request that ended after the caller had `seen` that many has answered already.
    async fn renew(self: &Arc<Self>, seen: u64) -> Result<AccessToken, R::Error> {
        // A task of its own: a caller that gives up neither breaks off the request nor leaves the status behind.
        let shared = Arc::clone(self);
        match tokio::spawn(async move { shared.renew_once(seen).await }).await {
            Ok(answer) => answer,
            Err(ended) => match ended.try_into_panic() {
                Ok(panic) => std::panic::resume_unwind(panic),
                // The runtime is shutting down, and this caller with it.
                Err(_) => std::future::pending().await,
            },
        }
    }

    async fn renew_once(&self, seen: u64) -> Result<AccessToken, R::Error> {
        let _only_one = self.flight.lock().await;
        let expires_at = {
            let state = self.state();
            if state.ended > seen {
                if let Some(failure) = &state.failure {
                    return Err(failure.error.clone());
                }
                if let Some(token) = state.usable() {
                    return Ok(token);
                }
            }
            state.token.as_ref().map(|token| token.expires_at)
        };
        self.status.send_replace(TokenStatus::Renewing { expires_at });
        let answer = self.ask().await;
        let status = {
            let mut state = self.state();
            state.ended += 1;
            match &answer {
                Ok(token) => {
                    state.token = Some(token.clone());
                    state.failure = None;
                    TokenStatus::Ready {
                        expires_at: token.expires_at,
                    }
                }
                Err(error) => {
                    let least = self.request.first_wait() * 2;
                    let rest = match self.request.again(error) {
                        Again::After(wait) => wait.clamp(least, LONGEST_REST),
                        Again::Soon | Again::WhenAsked => least,
                    };
                    state.failure = Some(Failure {
                        error: error.clone(),
                        rest_until: tokio::time::Instant::now() + rest,
                    });
                    TokenStatus::Failed {
                        error: error.clone(),
                        expires_at: state.usable().map(|token| token.expires_at),
                    }
                }
            }
        };
        self.status.send_replace(status);
        self.changed.notify_one();
        answer
    }

    /// One request, sent again while the service has a passing trouble.
    async fn ask(&self) -> Result<AccessToken, R::Error> {
        let mut pause = self.request.first_wait();
        for _ in 1..TRIES {
            match self.request.request_token().await {
                Err(error) if self.request.again(&error) == Again::Soon => {}
                answer => return answer,
            }
            tokio::time::sleep(pause).await;
            pause *= 2;
        }
        self.request.request_token().await
    }

    async fn renew_for_ever(self: Arc<Self>) {
        let mut wait = FIRST_WAIT;
        loop {
            let (due, seen) = {
                let state = self.state();
                (state.token.as_ref().map(renewal_time), state.ended)
            };
            let Some(due) = due else {
                self.changed.notified().await;
                continue;
            };
            let left = Duration::try_from(due - OffsetDateTime::now_utc()).unwrap_or_default();
            if !left.is_zero() {
                tokio::select! {
                    () = tokio::time::sleep(left.min(LONGEST_SLEEP)) => {}
                    () = self.changed.notified() => {}
                }
                continue;
            }
            if self.renew(seen).await.is_ok() {
                wait = FIRST_WAIT;
                continue;
            }
            let rest = self.state().failure.as_ref().map(|failure| failure.rest_until);
            tokio::time::sleep(wait).await;
            if let Some(rest) = rest {
                tokio::time::sleep_until(rest).await;
            }
            wait = (wait * 2).min(LONGEST_WAIT);
        }
    }
}

/// Never sooner than a second after the token came, so that tokens that arrive already old cause no storm.
fn renewal_time(token: &AccessToken) -> OffsetDateTime {
    let early = token.expires_at - EARLY.min(token.lifetime() / 2);
    early.max(token.received_at + time::Duration::SECOND)
}
