//! An HTTP client that can be replaced while it is in use.

use std::sync::{Arc, PoisonError, RwLock};

use reqwest::Client;

/// An HTTP client that everybody who holds a clone of this uses, and that can be replaced for all of them at once: for
/// network settings that change while the program runs.
#[derive(Clone, Debug)]
pub struct SharedClient(Arc<RwLock<Client>>);

impl SharedClient {
    /// The client to send the next request with.
    #[must_use]
    pub fn current(&self) -> Client {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Lets all later requests use `client`. Requests on their way are not disturbed.
    pub fn replace(&self, client: Client) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = client;
    }
}

impl From<Client> for SharedClient {
    fn from(client: Client) -> Self {
        Self(Arc::new(RwLock::new(client)))
    }
}
