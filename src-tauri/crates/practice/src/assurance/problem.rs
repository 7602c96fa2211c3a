use thiserror::Error;
use uuid::Uuid;

use crate::grant::Right;

/// Why the GraphQL API refuses a request. Adobe publishes no texts; these are the practice workspace's own.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub(crate) enum Problem {
    /// No such session in the caller's organization: deleted, past its 30 days, or somebody else's.
    #[error("Session not found: {0}")]
    SessionNotFound(Uuid),
    /// A value is missing, or not one that is accepted.
    #[error("{0}")]
    BadInput(String),
    /// The access token has not the scope that this needs.
    #[error("Not authorized: the access token lacks the scope {}", .0.scope())]
    Forbidden(Right),
}

impl Problem {
    /// The code in `extensions.code`, as GraphQL servers of Apollo's kind write it.
    pub(crate) fn code(&self) -> &'static str {
        match self {
            Self::SessionNotFound(_) => "NOT_FOUND",
            Self::BadInput(_) => "BAD_USER_INPUT",
            Self::Forbidden(_) => "FORBIDDEN",
        }
    }
}

/// Why a session does not take a client or its events, with the text that the mobile SDK shows for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub(crate) enum Refusal {
    /// The PIN is not the session's. The SDK cannot tell this from a network fault.
    #[error("Connection Error: The connection may be failing due to a network issue or an incorrect PIN.")]
    WrongPin,
    /// The session has its full number of clients.
    #[error("Connection Limit Reached: The session has the largest number of connected clients that is allowed.")]
    ConnectionLimit,
    /// The session took its full number of events in this minute.
    #[error("Event Limit Reached: The session has received the largest number of events per minute that is allowed.")]
    EventsLimit,
    /// The session was deleted, by hand or after 30 days.
    #[error("Session Deleted: The session this client has connected to has been deleted.")]
    DeletedSession,
}

impl Refusal {
    /// The code with which Adobe closes the client's socket.
    pub(crate) fn close_code(self) -> u16 {
        match self {
            Self::WrongPin => 1006,
            Self::ConnectionLimit => 4901,
            Self::EventsLimit => 4902,
            Self::DeletedSession => 4903,
        }
    }
}
