//! What is so on Adobe's side, and no client can change: settings put it right or wrong.

use serde::{Deserialize, Serialize};

/// Conditions that last until they are set otherwise or the workspace stops.
pub(crate) struct Conditions {
    /// How the JWT exchange refuses a service account that was migrated.
    pub(crate) migrated_answer: MigratedAnswer,
    /// Whether the technical accounts are in a product profile. Without one Experience Platform
    /// answers 403027 and tags `no-available-orgs`.
    pub(crate) product_profile: bool,
}

/// Adobe's documentation and its users name different answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum MigratedAnswer {
    /// 500 `internal_error`, as a user reported.
    #[default]
    InternalError,
    /// 401 `invalid_client`, as documented for a client without the `exchange_jwt` scope.
    InvalidClient,
}

impl Default for Conditions {
    fn default() -> Self {
        Self {
            migrated_answer: MigratedAnswer::default(),
            product_profile: true,
        }
    }
}
