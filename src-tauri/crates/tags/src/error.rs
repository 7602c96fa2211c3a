//! What can go wrong between the program and tags.

use gateway::GatewayError;

/// Why tags gave no answer to use.
#[derive(Debug, Clone, thiserror::Error)]
pub enum TagsError {
    /// The call failed; the gateway's error shape and that of JSON:API are told apart there.
    #[error(transparent)]
    Gateway(#[from] GatewayError),
}

impl TagsError {
    /// Whether the answer proves that the credentials work although nothing was found: Adobe's guide says so of a 404.
    #[must_use]
    pub fn proves_credentials(&self) -> bool {
        let Self::Gateway(error) = self;
        matches!(error, GatewayError::Refused { status: 404, .. })
    }
}
