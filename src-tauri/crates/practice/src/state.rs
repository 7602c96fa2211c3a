//! What all the services of one practice workspace share.

use std::sync::{Arc, Mutex};

use tokio::sync::Notify;

use crate::assurance;
use crate::conditions::Conditions;
use crate::credentials::Credentials;
use crate::device;
use crate::faults::Faults;
use crate::identity::Identity;
use crate::options::Options;
use crate::persistence::{Saved, StateDirectory};
use crate::rate_limit::RateLimit;
use crate::ready::Ready;
use crate::received::Received;
use crate::tokens::Tokens;

/// The state that every handler receives.
pub(crate) type Shared = Arc<State>;

pub(crate) struct State {
    pub(crate) options: Options,
    pub(crate) identity: Identity,
    pub(crate) ready: Ready,
    pub(crate) credentials: Mutex<Credentials>,
    pub(crate) tokens: Tokens,
    /// Calls through the gateway, per client ID.
    pub(crate) requests: RateLimit,
    /// Tokens asked of IMS, per client ID.
    pub(crate) token_requests: RateLimit,
    pub(crate) conditions: Mutex<Conditions>,
    pub(crate) faults: Faults,
    pub(crate) received: Received,
    pub(crate) sessions: assurance::Sessions,
    pub(crate) devices: device::Fleet,
    /// Where the state is kept, if it is.
    pub(crate) directory: Option<StateDirectory>,
    changes: Notify,
}

impl State {
    pub(crate) fn new(options: Options, directory: Option<StateDirectory>, saved: Saved, ready: Ready) -> Self {
        let Saved {
            identity,
            credentials,
            sessions,
        } = saved;
        Self {
            options,
            identity,
            ready,
            credentials: Mutex::new(credentials),
            tokens: Tokens::default(),
            requests: RateLimit::default(),
            token_requests: RateLimit::default(),
            conditions: Mutex::default(),
            faults: Faults::default(),
            received: Received::default(),
            sessions,
            directory,
            devices: device::Fleet::default(),
            changes: Notify::new(),
        }
    }

    /// Says that something worth keeping changed; it is written a moment later.
    pub(crate) fn changed(&self) {
        self.changes.notify_one();
    }

    /// Waits until something worth keeping changed.
    pub(crate) async fn wait_for_change(&self) {
        self.changes.notified().await;
    }
}
