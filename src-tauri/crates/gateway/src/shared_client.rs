//! An HTTP client that can be replaced while it is in use.

use std::sync::{Arc, LazyLock, PoisonError, RwLock};

use reqwest::Client;

/// An HTTP client that everybody who holds a clone of this uses, and that can be replaced for all of them at once: for
/// network settings that change while the program runs.
#[derive(Clone, Debug)]
pub struct SharedClient(Arc<RwLock<Arc<Made>>>);

/// A client that is made when it is first asked for.
type Made = LazyLock<Client, Box<dyn FnOnce() -> Client + Send>>;

impl SharedClient {
    /// A client that `make` makes for whoever asks first. That one waits for it.
    pub(crate) fn later(make: impl FnOnce() -> Client + Send + 'static) -> Self {
        let made: Made = LazyLock::new(Box::new(make));
        Self(Arc::new(RwLock::new(Arc::new(made))))
    }

    /// The client to send the next request with. Blocks when it has to be made, about as long as a connection does.
    #[must_use]
    pub fn current(&self) -> Client {
        Client::clone(&self.made())
    }

    /// Lets all later requests use the client of `other`. Requests on their way are not disturbed.
    pub fn replace(&self, other: &Self) {
        let made = other.made();
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = made;
    }

    fn made(&self) -> Arc<Made> {
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }
}

impl From<Client> for SharedClient {
    fn from(client: Client) -> Self {
        Self::later(|| client)
    }
}
