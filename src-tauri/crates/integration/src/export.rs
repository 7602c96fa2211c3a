//! An integration as the files and commands of other tools.

mod aepp;
mod aio;
mod curl;
mod dot_env;
mod jwt_auth;
mod postman;

use secrecy::{ExposeSecret, SecretString};
use serde_json::Value;
use zeroize::Zeroizing;

use crate::{Endpoints, HeldSecrets, Integration, Kind, SecretKind};

/// What an integration can be written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportFormat {
    /// A Postman environment, with the names that Adobe's collections use.
    PostmanEnvironment,
    /// Lines of `NAME=value` for a `.env` file.
    DotEnv,
    /// A context for Adobe's `aio` command.
    AioContext,
    /// The configuration of `aepp`, the Python library.
    Aepp,
    /// Options for `@adobe/jwt-auth`.
    JwtAuthOptions,
    /// A `curl` command for each call.
    Curl,
}

/// An integration, written.
#[derive(Debug)]
pub struct Export {
    /// The name that people expect of such a file.
    pub file_name: String,
    /// The text. It holds secrets if any were given.
    pub text: SecretString,
    /// The secrets that are in the text, or would be if they were given.
    pub secrets: Vec<SecretKind>,
    /// What the other tool needs besides, or cannot do.
    pub notes: Vec<ExportNote>,
}

/// What the reader of an export should know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportNote {
    /// Adobe's collections put `https://` before the IMS host; these addresses are not Adobe's.
    PostmanOutsideAdobe,
    /// The environment is shared with everybody who can see the workspace in Postman.
    PostmanSyncs,
    /// How to give the file to `aio`.
    AioImport,
    /// aepp can sign JWTs only up to version 0.3.14.
    AeppOldForJwt,
    /// The private key is named as a file that must lie beside this one.
    KeyBeside,
    /// Values come from the environment: which ones to set first.
    CurlEnvironment,
    /// Commands with secrets can be seen by other users of the computer and stay in the shell's history.
    CurlHistory,
    /// The JWT is not in the text: it is made in the token workbench and lives for minutes.
    CurlJwt,
}

/// Why an integration cannot be written in a format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ExportError {
    /// The format is for service accounts only.
    #[error("only service accounts can be written in this format")]
    ServiceAccountsOnly,
}

/// Writes an integration. Without `secrets` their places stay empty, or name a variable where the format has such.
///
/// # Errors
/// When the format cannot hold this kind of credentials.
pub fn export(
    integration: &Integration,
    endpoints: &Endpoints,
    format: ExportFormat,
    secrets: Option<&HeldSecrets>,
) -> Result<Export, ExportError> {
    let subject = Subject {
        integration,
        endpoints,
        secrets,
    };
    Ok(match format {
        ExportFormat::PostmanEnvironment => postman::export(&subject),
        ExportFormat::DotEnv => dot_env::export(&subject),
        ExportFormat::AioContext => aio::export(&subject),
        ExportFormat::Aepp => aepp::export(&subject),
        ExportFormat::JwtAuthOptions => jwt_auth::export(&subject)?,
        ExportFormat::Curl => curl::export(&subject),
    })
}

/// What is written.
struct Subject<'a> {
    integration: &'a Integration,
    endpoints: &'a Endpoints,
    secrets: Option<&'a HeldSecrets>,
}

impl Subject<'_> {
    /// The client secret, or an empty text.
    fn client_secret(&self) -> &str {
        self.secrets.map_or("", |secrets| secrets.client_secret.expose_secret())
    }

    /// The private key as PEM, or an empty text.
    fn private_key(&self) -> &str {
        self.secrets
            .and_then(|secrets| secrets.private_key_pem.as_ref())
            .map_or("", |pem| pem.expose_secret())
    }

    fn technical_account_id(&self) -> &str {
        self.integration.technical_account_id.as_deref().unwrap_or_default()
    }

    fn is_service_account(&self) -> bool {
        matches!(self.integration.kind, Kind::ServiceAccount { .. })
    }

    /// The secrets of this kind of credentials, all of which most formats hold.
    fn all_secrets(&self) -> Vec<SecretKind> {
        if self.is_service_account() {
            vec![SecretKind::ClientSecret, SecretKind::PrivateKey]
        } else {
            vec![SecretKind::ClientSecret]
        }
    }

    /// The IMS address without a slash at its end.
    fn ims(&self) -> &str {
        self.endpoints.ims.as_str().trim_end_matches('/')
    }

    /// The name of the integration as a part of a file name: small letters, digits and hyphens.
    fn file_stem(&self) -> String {
        let name = self.integration.name.to_lowercase();
        let words: Vec<_> = name
            .split(|character: char| !character.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect();
        if words.is_empty() {
            "integration".to_owned()
        } else {
            words.join("-")
        }
    }
}

/// JSON over several lines. The intermediate text is wiped.
fn pretty(value: &Value) -> SecretString {
    let mut text =
        Zeroizing::new(serde_json::to_string_pretty(value).expect("values of text and lists cannot fail to serialise"));
    text.push('\n');
    SecretString::from(text.as_str())
}
