//! Taking over what people have: files from Developer Console, Postman, AEM and other tools, keys and certificates.
//! What was read stays in Rust with its secrets; the window sees a preview.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::drafts::{DraftField, Finding};
use super::integrations::{CertificateSummary, CredentialKind, EnvironmentKind};
use super::problem::Problem;

/// Names an import that is being previewed.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportRef {
    /// The import.
    pub import: Uuid,
}

/// Where an import reads from. A text may hold secrets, so this is never printed.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", tag = "from")]
#[serde(rename_all_fields = "camelCase")]
pub enum ImportSource {
    /// A dialog in which the user chooses one or more files.
    Dialog,
    /// Files that were dropped on the window.
    Files {
        /// Their paths on this computer.
        paths: Vec<String>,
    },
    /// A text that was pasted.
    Text {
        /// The text.
        text: String,
    },
}

/// Reads files or a text and shows what was understood; or adds them to what was read already, since several files
/// can make up one integration.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReadImportRequest {
    /// What was read before; none begins anew.
    pub import: Option<Uuid>,
    /// Where to read.
    pub source: ImportSource,
}

/// Opens an encrypted key, a PKCS#12 file or the like with its passphrase.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UnlockImportRequest {
    /// The import.
    pub import: Uuid,
    /// Place of the file in the preview, from 0.
    pub file: u32,
    /// Its passphrase; goes to Rust and never comes back.
    pub passphrase: String,
}

/// Leaves out one of the files again.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RemoveImportedFileRequest {
    /// The import.
    pub import: Uuid,
    /// Place of the file in the preview, from 0.
    pub file: u32,
}

/// Takes one of the credentials that were found over into a draft, with its secrets.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AcceptImportRequest {
    /// The import; it ends with this.
    pub import: Uuid,
    /// Place of the credentials in the preview, from 0.
    pub candidate: u32,
    /// The draft to fill; none makes a new one. Only what was found is changed.
    pub draft: Option<Uuid>,
}

/// What was read, and what would become of it.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportPreview {
    /// The import.
    pub id: Uuid,
    /// Each file or pasted text, in the order it came.
    pub files: Vec<ImportedFile>,
    /// The credentials that were found; one file can hold several, and several files can make up one.
    pub candidates: Vec<ImportCandidate>,
}

/// One file or pasted text.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportedFile {
    /// Name of the file, with its folder inside a zip; "Pasted text" for a text.
    pub name: String,
    /// What it is, in words ("Developer Console workspace"), once recognised.
    pub format: Option<String>,
    /// Whether it could be used.
    pub state: ImportedFileState,
}

/// Whether a file could be used.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase", tag = "state")]
#[serde(rename_all_fields = "camelCase")]
pub enum ImportedFileState {
    /// It was understood.
    Understood,
    /// It asks for a passphrase.
    Locked {
        /// Whether the last passphrase did not open it.
        wrong_passphrase: bool,
    },
    /// Nothing in it is of use.
    Unusable {
        /// Why, and what to do.
        problem: Problem,
    },
}

/// Credentials that were found.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportCandidate {
    /// A name for the integration, from the project, the environment or the file.
    pub name: String,
    /// Kind of credentials.
    pub kind: CredentialKind,
    /// Whose services they are for.
    pub environment: EnvironmentKind,
    /// Organization ID.
    pub organization_id: Option<String>,
    /// Client ID (API key).
    pub client_id: Option<String>,
    /// Whether there is a client secret.
    pub has_client_secret: bool,
    /// Technical account ID.
    pub technical_account_id: Option<String>,
    /// Scopes or metascopes.
    pub scopes: Vec<String>,
    /// Size in bits of the private key.
    pub key_bits: Option<u32>,
    /// The certificate.
    pub certificate: Option<CertificateSummary>,
    /// Whether the key belongs to the certificate, where both are there.
    pub key_matches_certificate: Option<bool>,
    /// What the integration would still need, in the order of the wizard.
    pub missing: Vec<DraftField>,
    /// What is there and not right.
    pub findings: Vec<Finding>,
    /// What was there and is not taken over.
    pub ignored: Vec<IgnoredPart>,
}

/// Something that was in a file and is not taken over.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct IgnoredPart {
    /// What it is, by its name in the file; never its value.
    pub what: String,
    /// Why it is left.
    pub why: String,
}
