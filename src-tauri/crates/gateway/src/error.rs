//! What can go wrong between the program and one of Adobe's APIs.

use std::time::Duration;

use crate::{TokenFailure, Unreachable};

/// Why a call to one of Adobe's APIs has no answer to use. No variant ever holds a secret.
#[derive(Clone, Debug, thiserror::Error)]
pub enum GatewayError {
    /// The server could not be reached, or the connection broke.
    #[error(transparent)]
    Unreachable(#[from] Unreachable),
    /// There is no access token to send.
    #[error("no access token: {0}")]
    Token(#[source] TokenFailure),
    /// Adobe said no, in one of its own shapes: the gateway's `error_code` and `message`, Experience Platform's
    /// `title` and `detail`, or a list of `errors`.
    #[error("refused with status {status}: {message}{}", in_brackets(error_code.as_deref()))]
    Refused {
        /// The HTTP status.
        status: u16,
        /// Adobe's code, for example `403003`, where it gave one.
        error_code: Option<String>,
        /// Adobe's words.
        message: String,
        /// Adobe's id of the request, for its support.
        request_id: Option<String>,
    },
    /// Too many calls: Adobe asks to wait, and trying again did not help or was not allowed.
    #[error("too many requests: {message}")]
    RateLimited {
        /// How long Adobe asks to wait, where it said so.
        retry_after: Option<Duration>,
        /// Adobe's code, for example `429050`, where it gave one.
        error_code: Option<String>,
        /// Adobe's words.
        message: String,
        /// Adobe's id of the request, for its support.
        request_id: Option<String>,
    },
    /// A failure status with a body in none of Adobe's shapes, for example a proxy's page.
    #[error("unexpected answer with status {status}: {excerpt}")]
    Unexpected {
        /// The HTTP status.
        status: u16,
        /// The body's declared type.
        content_type: Option<String>,
        /// The beginning of the body as plain text, long values removed.
        excerpt: String,
        /// Adobe's id of the request, for its support.
        request_id: Option<String>,
    },
    /// A success status with a body that is not the JSON that was asked for.
    #[error("the answer with status {status} is not usable JSON ({reason}): {excerpt}")]
    NotJson {
        /// The HTTP status.
        status: u16,
        /// The body's declared type.
        content_type: Option<String>,
        /// What is wrong with it.
        reason: String,
        /// The beginning of the body as plain text, long values removed.
        excerpt: String,
        /// Adobe's id of the request, for its support.
        request_id: Option<String>,
    },
    /// The body is larger than the program is willing to read.
    #[error("the answer is larger than {limit} bytes")]
    TooLarge {
        /// The limit in bytes.
        limit: usize,
    },
    /// The request cannot be written as HTTP, for example because a client ID holds a line break.
    #[error("the request cannot be sent: {reason}")]
    NotSendable {
        /// What is wrong with it.
        reason: String,
    },
}

impl GatewayError {
    /// The HTTP status of the answer, where there was one.
    #[must_use]
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Refused { status, .. } | Self::Unexpected { status, .. } | Self::NotJson { status, .. } => {
                Some(*status)
            }
            Self::RateLimited { .. } => Some(429),
            Self::Unreachable(_) | Self::Token(_) | Self::TooLarge { .. } | Self::NotSendable { .. } => None,
        }
    }

    /// Adobe's id of the request, where the answer carried one.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        match self {
            Self::Refused { request_id, .. }
            | Self::RateLimited { request_id, .. }
            | Self::Unexpected { request_id, .. }
            | Self::NotJson { request_id, .. } => request_id.as_deref(),
            Self::Unreachable(_) | Self::Token(_) | Self::TooLarge { .. } | Self::NotSendable { .. } => None,
        }
    }

    /// Whether Adobe refused the access token itself, so that a fresh one may help.
    pub(crate) fn is_token_refused(&self) -> bool {
        match self {
            Self::Refused {
                status: 401,
                error_code,
                ..
            } => is_about_the_token(error_code.as_deref()),
            Self::Unexpected { status: 401, .. } => true,
            _ => false,
        }
    }
}

/// Whether the code of a 401 is about the access token itself. 401014 and 401015 complain about what the token may do,
/// which a fresh one with the same scopes does not change.
pub(crate) fn is_about_the_token(code: Option<&str>) -> bool {
    !matches!(code, Some("401014" | "401015"))
}

fn in_brackets(code: Option<&str>) -> String {
    code.map(|code| format!(" ({code})")).unwrap_or_default()
}
