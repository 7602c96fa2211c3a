//! Where the gateway gets its access token from.

use std::error::Error;
use std::fmt;
use std::sync::Arc;

use async_trait::async_trait;
use secrecy::SecretString;

/// Gives the access token for a call. Implementations keep it and renew it; the gateway asks before every call.
#[async_trait]
pub trait TokenSource: Send + Sync {
    /// The access token to send now.
    ///
    /// # Errors
    /// When no token could be had; the failure keeps its own type.
    async fn access_token(&self) -> Result<SecretString, TokenFailure>;

    /// Adobe refused this access token, so it is not to be given out again. A source that holds a newer one already
    /// keeps that.
    async fn token_refused(&self, token: &SecretString);
}

/// Why a [`TokenSource`] had no token: any error, kept with its type so that one place can explain it later.
#[derive(Clone)]
pub struct TokenFailure(Arc<dyn Error + Send + Sync + 'static>);

impl TokenFailure {
    /// Wraps the source's own error.
    pub fn new(error: impl Error + Send + Sync + 'static) -> Self {
        Self(Arc::new(error))
    }

    /// The source's own error, if it is of type `E`.
    #[must_use]
    pub fn downcast_ref<E: Error + 'static>(&self) -> Option<&E> {
        self.0.downcast_ref()
    }
}

impl fmt::Debug for TokenFailure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, formatter)
    }
}

impl fmt::Display for TokenFailure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, formatter)
    }
}

impl Error for TokenFailure {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.0.source()
    }
}
