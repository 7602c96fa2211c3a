//! What can go wrong when Assurance is asked something.

use event::SinkProblem;
use gateway::{Cause, GatewayError};

/// Why Assurance gave no usable answer. No variant ever holds a secret.
#[derive(Debug, Clone, thiserror::Error)]
pub enum AssuranceError {
    /// The request did not get through Adobe's gateway, or there was no access token for it.
    #[error(transparent)]
    Gateway(#[from] GatewayError),
    /// Assurance answered with top-level `errors`. With HTTP 200 this is still a failure.
    #[error("assurance refused {operation}: {message}")]
    Refused {
        /// The operation's name, for example `updateSession`.
        operation: &'static str,
        /// Adobe's words for the first error.
        message: String,
        /// `extensions.code` of the first error, when it has one.
        code: Option<String>,
        /// How many further errors the answer holds.
        further: usize,
        /// Adobe's identifier of the request, to quote to its support.
        request_id: Option<String>,
    },
    /// The answer was JSON, but not what the operation returns.
    #[error("the answer to {operation} could not be read: {reason}")]
    Unreadable {
        /// The operation's name.
        operation: &'static str,
        /// What was expected, and found instead.
        reason: String,
        /// Adobe's identifier of the request, to quote to its support.
        request_id: Option<String>,
    },
    /// The events came and could not be kept, for example because the disk is full.
    #[error("the events could not be kept: {0}")]
    NotKept(#[from] SinkProblem),
}

/// What a request may have done although its answer was no success.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// Nothing: it did not arrive, or was refused.
    None,
    /// Adobe is done with it, and may have done what it was asked to.
    Perhaps,
    /// The same, and it may be on its way still.
    PerhapsLater,
}

impl AssuranceError {
    /// What the request may have done all the same.
    #[must_use]
    pub fn effect(&self) -> Effect {
        match self {
            Self::Gateway(GatewayError::Unreachable(unreachable)) => match unreachable.cause {
                Cause::Timeout | Cause::Cut | Cause::Other => Effect::PerhapsLater,
                _ => Effect::None,
            },
            Self::Gateway(GatewayError::Refused { status, .. } | GatewayError::Unexpected { status, .. }) => {
                match status {
                    502 | 504 => Effect::PerhapsLater,
                    500.. => Effect::Perhaps,
                    _ => Effect::None,
                }
            }
            Self::Gateway(GatewayError::NotJson { .. } | GatewayError::TooLarge { .. })
            | Self::Refused { .. }
            | Self::Unreadable { .. } => Effect::Perhaps,
            Self::Gateway(_) | Self::NotKept(_) => Effect::None,
        }
    }

    /// Whether Adobe no longer accepts the credentials or their rights, so that asking again is no use.
    #[must_use]
    pub fn is_unauthorized(&self) -> bool {
        matches!(self, Self::Gateway(GatewayError::Refused { status: 401 | 403, .. }))
    }

    /// Whether it may be what Adobe says of a session that is not there; there is no published code for that.
    #[must_use]
    pub(crate) fn may_mean_missing(&self) -> bool {
        match self {
            Self::Refused { .. } | Self::Unreadable { .. } => true,
            Self::Gateway(GatewayError::Refused { status, .. }) => matches!(status, 400 | 404 | 410),
            Self::Gateway(_) | Self::NotKept(_) => false,
        }
    }

    /// Whether Assurance does not know the session that was named: deleted by somebody, or by Adobe after 30 days.
    /// Adobe publishes neither codes nor texts, so both are read tolerantly.
    #[must_use]
    pub fn is_session_missing(&self) -> bool {
        let Self::Refused { message, code, .. } = self else {
            return false;
        };
        let says_not_found = |text: &str| text.to_ascii_lowercase().replace(['_', '-'], " ").contains("not found");
        says_not_found(message) || code.as_deref().is_some_and(says_not_found)
    }

    /// How long Adobe asks to wait, when it says so.
    #[must_use]
    pub fn retry_after(&self) -> Option<std::time::Duration> {
        match self {
            Self::Gateway(GatewayError::RateLimited { retry_after, .. }) => *retry_after,
            _ => None,
        }
    }

    /// Adobe's identifier of the request, when the answer carried one.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        match self {
            Self::Gateway(error) => error.request_id(),
            Self::Refused { request_id, .. } | Self::Unreadable { request_id, .. } => request_id.as_deref(),
            Self::NotKept(_) => None,
        }
    }
}
