//! What can go wrong between the program and Experience Platform.

use gateway::GatewayError;

/// Why Experience Platform gave no answer to use.
#[derive(Debug, Clone, thiserror::Error)]
pub enum PlatformError {
    /// The call failed; both of Adobe's error shapes, the gateway's and that of Experience Platform, are told apart
    /// there.
    #[error(transparent)]
    Gateway(#[from] GatewayError),
    /// A sandbox's name or a class's identifier cannot be sent.
    #[error("{what} holds characters that cannot be sent")]
    NotSendable {
        /// What it is.
        what: &'static str,
    },
}
