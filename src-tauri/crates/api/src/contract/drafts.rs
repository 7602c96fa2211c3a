//! The integration wizard: a draft that is kept from the first key press.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::integrations::{CertificateSummary, CredentialKind, EnvironmentKind};
use super::problem::Problem;

/// Names a draft.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DraftRef {
    /// The draft.
    pub draft: Uuid,
}

/// Opens the draft of a new integration (an unfinished one is taken up again) or of a saved one.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OpenDraftRequest {
    /// The saved integration to edit; none for a new one.
    pub integration: Option<Uuid>,
    /// Fill in the practice workspace's credentials of this kind.
    pub practice: Option<CredentialKind>,
}

/// An integration being set up or edited. Secrets are in the vault; here is only whether they are there.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Draft {
    /// Its id.
    pub id: Uuid,
    /// The saved integration it edits.
    pub integration: Option<Uuid>,
    /// The user's name for the integration.
    pub name: String,
    /// Kind of credentials.
    pub kind: CredentialKind,
    /// Whose services it talks to.
    pub environment: EnvironmentKind,
    /// Organization ID.
    pub organization_id: String,
    /// Client ID (API key).
    pub client_id: String,
    /// Whether a client secret is kept.
    pub has_client_secret: bool,
    /// Technical account ID.
    pub technical_account_id: String,
    /// Metascopes (service account).
    pub metascopes: Vec<String>,
    /// Scopes (OAuth Server-to-Server).
    pub scopes: Vec<String>,
    /// Address of the credential's page in Developer Console, or the two numbers in it: `organization/credential`.
    pub console_link: String,
    /// How long a JWT is valid, in minutes (service account).
    pub jwt_lifetime_minutes: u32,
    /// Whether a JWT carries a `jti` (service account).
    pub jwt_jti: bool,
    /// Size in bits of the private key that is kept.
    pub key_bits: Option<u32>,
    /// The certificate that belongs to the key.
    pub certificate: Option<CertificateSummary>,
    /// Whether the practice console has the certificate; always false outside the practice workspace.
    pub certificate_registered: bool,
    /// What is wrong or missing, field by field.
    pub findings: Vec<Finding>,
    /// The steps of the last test; empty before the first.
    pub steps: Vec<TestStep>,
    /// Whether a test is running.
    pub testing: bool,
    /// Whether a key pair is being generated.
    pub generating: bool,
}

/// Something to mend in one field.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// Which field.
    pub field: DraftField,
    /// True while the field is only empty: nothing to shout about until the user leaves it or saves.
    pub missing: bool,
    /// What is wrong, and what to do.
    pub message: String,
    /// A value that would be right, to be taken over with one click.
    pub suggestion: Option<String>,
}

/// The fields of the wizard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum DraftField {
    /// Name.
    Name,
    /// Organization ID.
    OrganizationId,
    /// Client ID.
    ClientId,
    /// Client secret.
    ClientSecret,
    /// Technical account ID.
    TechnicalAccountId,
    /// Metascopes.
    Metascopes,
    /// Scopes.
    Scopes,
    /// Private key.
    Key,
    /// Certificate.
    Certificate,
    /// Place in Developer Console.
    ConsoleLink,
    /// Lifetime of a JWT.
    JwtLifetime,
}

/// Changes some fields of a draft; what is absent stays.
#[derive(Clone, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(optional_fields)]
pub struct DraftChange {
    /// Name.
    pub name: Option<String>,
    /// Kind of credentials.
    pub kind: Option<CredentialKind>,
    /// Organization ID.
    pub organization_id: Option<String>,
    /// Client ID.
    pub client_id: Option<String>,
    /// Client secret; goes to the vault and never comes back.
    pub client_secret: Option<String>,
    /// Technical account ID.
    pub technical_account_id: Option<String>,
    /// Metascopes.
    pub metascopes: Option<Vec<String>>,
    /// Scopes.
    pub scopes: Option<Vec<String>>,
    /// Place in Developer Console.
    pub console_link: Option<String>,
    /// Minutes for which a JWT is valid.
    pub jwt_lifetime_minutes: Option<u32>,
    /// Whether a JWT carries a `jti`.
    pub jwt_jti: Option<bool>,
}

/// Applies a change to a draft.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangeDraftRequest {
    /// The draft.
    pub draft: Uuid,
    /// What changes.
    pub change: DraftChange,
}

/// Generates an RSA key pair and its self-signed certificate for a draft.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GenerateKeyRequest {
    /// The draft.
    pub draft: Uuid,
    /// 2048, 3072 or 4096.
    pub bits: u32,
    /// Validity of the certificate in days.
    pub days: u32,
    /// Subject, `/C=US/O=Acme/CN=…` as openssl takes it.
    pub subject: String,
}

/// Makes a new self-signed certificate for the private key that a draft has.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MakeCertificateRequest {
    /// The draft.
    pub draft: Uuid,
    /// Validity of the certificate in days.
    pub days: u32,
    /// Subject, `/C=US/O=Acme/CN=…` as openssl takes it.
    pub subject: String,
}

/// Where a file was saved.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SavedFile {
    /// Its path on this computer.
    pub path: String,
}

/// One line of the test of an integration.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TestStep {
    /// Which check.
    pub check: TestCheck,
    /// The check in words.
    pub title: String,
    /// How it went.
    pub outcome: StepOutcome,
}

/// The checks of an integration, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum TestCheck {
    /// All fields are filled in and well formed.
    Fields,
    /// The key belongs to the certificate.
    KeyMatchesCertificate,
    /// The certificate is valid now.
    CertificateValid,
    /// The JWT is signed and exchanged, or the client credentials are.
    AccessToken,
    /// This computer's clock agrees with Adobe's.
    Clock,
    /// Assurance answers.
    Assurance,
}

/// How a check went.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase", tag = "state")]
pub enum StepOutcome {
    /// Not begun.
    Waiting,
    /// Under way.
    Running,
    /// Fine.
    Passed {
        /// What was found.
        detail: String,
    },
    /// Not fine.
    Failed {
        /// What happened and what to do next.
        problem: Problem,
    },
    /// Not done, because an earlier step failed or it does not apply.
    Skipped {
        /// Why.
        reason: String,
    },
}
