//! Why there is no access token.

use std::time::Duration;

use gateway::{Cause, Unreachable};

use crate::{Again, ImsCode, RefusalCause, SigningError};

/// Why IMS gave no access token. No variant ever holds a secret.
#[derive(Clone, Debug, thiserror::Error)]
pub enum ImsError {
    /// IMS answered and said no.
    #[error("IMS refused with {}: {description}", code.as_str())]
    Refused {
        /// The HTTP status.
        status: u16,
        /// Adobe's code.
        code: ImsCode,
        /// What most likely lies behind it.
        cause: RefusalCause,
        /// Adobe's words, or its code where it gave no words.
        description: String,
        /// Adobe's id of the request (`x-debug-id`), for its support.
        debug_id: Option<String>,
        /// Seconds by which the clock of IMS is ahead of the one that dated the request, when that is more than a
        /// minute. Such a difference may be the whole reason.
        clock_skew: Option<i64>,
        /// How long IMS asks to wait, where it said so.
        retry_after: Option<Duration>,
    },
    /// IMS could not be reached, or the connection broke.
    #[error(transparent)]
    Unreachable(#[from] Unreachable),
    /// Something answered that is not IMS: a web page, or JSON of another kind. Usually a wrong host or a proxy.
    #[error("the answer with status {status} is not one of IMS: {excerpt}")]
    NotIms {
        /// The host that was asked.
        host: String,
        /// The HTTP status.
        status: u16,
        /// The body's declared type.
        content_type: Option<String>,
        /// The beginning of the body as plain text, long values removed.
        excerpt: String,
        /// How long it asks to wait, where it said so.
        retry_after: Option<Duration>,
    },
    /// The JWT could not be signed with the private key.
    #[error(transparent)]
    Signing(#[from] SigningError),
    /// The request cannot be written as HTTP, for example because the address is not one of the web.
    #[error("the request cannot be sent: {reason}")]
    NotSendable {
        /// What is wrong with it.
        reason: String,
    },
}

impl ImsError {
    /// Whether and when asking again can help: at once for a passing trouble of the service or the network, after the
    /// time that IMS names, and otherwise only when something was changed.
    #[must_use]
    pub fn again(&self) -> Again {
        match self {
            Self::Refused {
                status, retry_after, ..
            }
            | Self::NotIms {
                status, retry_after, ..
            } => match (status, retry_after) {
                (429 | 503, Some(wait)) => Again::After(*wait),
                (429, None) => Again::After(Duration::from_secs(10)),
                (500.., _) => Again::Soon,
                _ => Again::WhenAsked,
            },
            Self::Unreachable(Unreachable { cause: Cause::Cut, .. }) => Again::Soon,
            Self::Unreachable(_) | Self::Signing(_) | Self::NotSendable { .. } => Again::WhenAsked,
        }
    }
}
