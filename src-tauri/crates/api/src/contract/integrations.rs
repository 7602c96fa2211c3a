//! Saved integrations.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Names an integration.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct IntegrationRef {
    /// The integration.
    pub integration: Uuid,
}

/// How an integration gets its access tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum CredentialKind {
    /// OAuth Server-to-Server.
    OauthServerToServer,
    /// Service account (JWT).
    ServiceAccount,
}

/// Whose services an integration talks to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum EnvironmentKind {
    /// Adobe.
    Adobe,
    /// The practice workspace inside the program.
    Practice,
    /// Other addresses, as for a practice workspace run elsewhere.
    Custom,
}

/// A row of the Integrations page.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct IntegrationRow {
    /// Its id.
    pub id: Uuid,
    /// The user's name for it.
    pub name: String,
    /// Kind of its credentials.
    pub kind: CredentialKind,
    /// Whose services it talks to.
    pub environment: EnvironmentKind,
    /// Organization ID.
    pub organization_id: String,
    /// Client ID (API key).
    pub client_id: String,
    /// Technical account ID, where known.
    pub technical_account_id: Option<String>,
    /// Metascopes or scopes.
    pub scopes: Vec<String>,
    /// Health in one word, with its reason.
    pub health: Health,
    /// When the access token in use expires.
    pub token_expires_at: Option<i64>,
    /// Its certificate, for service accounts.
    pub certificate: Option<CertificateSummary>,
    /// When it was last used.
    pub last_used_at: Option<i64>,
    /// The guided changes that make sense for it, with those that are under way.
    pub guides: Vec<OfferedGuide>,
}

/// A guided change that an integration can go through.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OfferedGuide {
    /// Which.
    pub guide: super::guides::GuideKind,
    /// Whether it is under way.
    pub begun: bool,
}

/// Whether an integration works.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase", tag = "state")]
pub enum Health {
    /// Never used since the program started.
    Unknown,
    /// Has a valid access token.
    Ready,
    /// A token is being requested.
    Renewing,
    /// Needs the user.
    NeedsYou {
        /// Why.
        problem: super::problem::Problem,
    },
}

/// What can be told of a certificate.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CertificateSummary {
    /// SHA-1 fingerprint as Adobe's console shows it: lowercase hex, no colons.
    pub sha1: String,
    /// SHA-256 fingerprint, lowercase hex.
    pub sha256: String,
    /// Subject, `/C=US/O=…` style.
    pub subject: String,
    /// Size of its RSA key in bits.
    pub bits: u32,
    /// When it starts being valid.
    pub not_before: i64,
    /// When it stops being valid.
    pub not_after: i64,
}
