//! Fetching what anybody may have, without a token: over TLS alone, along a few redirects, and within bounds.

use std::time::Duration;

use bytes::Bytes;
use http::header::{ACCEPT_ENCODING, LOCATION};
use http::{HeaderValue, Method};
use reqwest::{Client, Response};
use url::Url;

use crate::{Unreachable, noted};

/// How often one is sent on.
const MOST_REDIRECTS: usize = 5;
/// The longest that fetching may take as a whole, however steadily it goes on.
const LONGEST: Duration = Duration::from_secs(60 * 60);

/// Why something could not be fetched.
#[derive(Clone, Debug, thiserror::Error)]
pub enum FetchError {
    /// The server could not be reached, or the connection broke.
    #[error(transparent)]
    Unreachable(#[from] Unreachable),
    /// The server says no.
    #[error("{host} answered with status {status}")]
    Refused {
        /// The host.
        host: String,
        /// The HTTP status.
        status: u16,
    },
    /// The address, or one that it leads to, is not one of https.
    #[error("{host} is not reached over https")]
    Insecure {
        /// The host.
        host: String,
    },
    /// One is sent on and on.
    #[error("{host} sends on too often, or nowhere")]
    Astray {
        /// The host.
        host: String,
    },
    /// It is larger than allowed.
    #[error("the answer of {host} is larger than {limit} bytes")]
    TooLarge {
        /// The host.
        host: String,
        /// The limit in bytes.
        limit: u64,
    },
}

/// Something that is being fetched, piece by piece.
#[derive(Debug)]
pub struct Fetching {
    response: Response,
    limit: u64,
    received: u64,
    silence: Duration,
}

impl Fetching {
    /// Asks for what is at `url`, with the client that `client_for` gives for an address; redirects are followed, for
    /// nothing is sent that could be lost on the way. Ends when nothing arrives for as long as `silence`, and when more
    /// than `limit` bytes are announced or arrive.
    ///
    /// # Errors
    /// See [`FetchError`].
    pub async fn begin(
        client_for: impl Fn(&Url) -> Client,
        url: &Url,
        limit: u64,
        silence: Duration,
    ) -> Result<Self, FetchError> {
        let mut url = url.clone();
        for _ in 0..=MOST_REDIRECTS {
            let host = host_of(&url);
            if url.scheme() != "https" {
                return Err(FetchError::Insecure { host });
            }
            let asking = client_for(&url)
                .get(url.clone())
                .header(ACCEPT_ENCODING, HeaderValue::from_static("identity"))
                .timeout(LONGEST)
                .send();
            let response = tokio::time::timeout(silence, noted(&Method::GET, &url, asking))
                .await
                .map_err(|_| Unreachable::timed_out(&url))?
                .map_err(|error| Unreachable::new(&url, &error))?;
            if let Some(unreachable) = Unreachable::behind_proxy(&response) {
                return Err(unreachable.into());
            }
            let status = response.status();
            if status.is_redirection() {
                let to = response.headers().get(LOCATION).and_then(|to| to.to_str().ok());
                url = to.and_then(|to| url.join(to).ok()).ok_or(FetchError::Astray { host })?;
                continue;
            }
            if !status.is_success() {
                let status = status.as_u16();
                return Err(FetchError::Refused { host, status });
            }
            if response.content_length().is_some_and(|length| length > limit) {
                return Err(FetchError::TooLarge { host, limit });
            }
            return Ok(Self {
                response,
                limit,
                received: 0,
                silence,
            });
        }
        Err(FetchError::Astray { host: host_of(&url) })
    }

    /// How many bytes it is, where the server says so.
    #[must_use]
    pub fn size(&self) -> Option<u64> {
        self.response.content_length()
    }

    /// How many bytes have arrived.
    #[must_use]
    pub fn received(&self) -> u64 {
        self.received
    }

    /// The next piece; none at the end.
    ///
    /// # Errors
    /// See [`FetchError`].
    pub async fn next(&mut self) -> Result<Option<Bytes>, FetchError> {
        let url = self.response.url().clone();
        let piece = tokio::time::timeout(self.silence, self.response.chunk())
            .await
            .map_err(|_| Unreachable::timed_out(&url))?
            .map_err(|error| Unreachable::new(&url, &error))?;
        self.received += piece.as_ref().map_or(0, |piece| piece.len() as u64);
        if self.received > self.limit {
            return Err(FetchError::TooLarge {
                host: host_of(&url),
                limit: self.limit,
            });
        }
        Ok(piece)
    }

    /// All that is left of it.
    ///
    /// # Errors
    /// See [`FetchError`].
    pub async fn rest(mut self) -> Result<Vec<u8>, FetchError> {
        let mut whole = Vec::new();
        while let Some(piece) = self.next().await? {
            whole.extend_from_slice(&piece);
        }
        Ok(whole)
    }
}

fn host_of(url: &Url) -> String {
    url.host_str().unwrap_or("the server").to_owned()
}
