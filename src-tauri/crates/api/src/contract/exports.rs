//! Giving an integration to other tools and people.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// What an integration can be written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ExportFormat {
    /// A Postman environment, with the names that Adobe's collections use.
    PostmanEnvironment,
    /// Lines of `NAME=value` for a `.env` file.
    DotEnv,
    /// A context for Adobe's `aio` command.
    AioContext,
    /// The configuration of `aepp`, the Python library.
    Aepp,
    /// Options for `@adobe/jwt-auth` (service accounts only).
    JwtAuthOptions,
    /// A `curl` command for each call: the token, Assurance, Experience Platform, tags.
    Curl,
}

/// An integration in one format.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExportRequest {
    /// The integration.
    pub integration: Uuid,
    /// The format.
    pub format: ExportFormat,
    /// Whether client secret and private key are written too: only after the user has chosen so.
    pub with_secrets: bool,
}

/// What would be written; secrets are shown as placeholders even where they would be written.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExportPreview {
    /// The name that the file would get.
    pub file_name: String,
    /// The text, without secrets.
    pub text: String,
    /// The secrets that would be written, in words ("client secret"); empty without secrets.
    pub secrets: Vec<String>,
    /// What the other tool needs besides, or cannot do, in a sentence each.
    pub notes: Vec<String>,
}

/// What a private key is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum KeyFormat {
    /// PKCS#8 in PEM, readable by whoever has the file.
    Pem,
    /// PKCS#8 in PEM, encrypted with a passphrase.
    EncryptedPem,
    /// PKCS#12 with the certificate, encrypted with a passphrase.
    Pkcs12,
}

/// Writes the private key of an integration to a file of the user's choice.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExportKeyRequest {
    /// The integration.
    pub integration: Uuid,
    /// The format.
    pub format: KeyFormat,
    /// The passphrase to encrypt with; at least eight characters.
    pub passphrase: Option<String>,
}
