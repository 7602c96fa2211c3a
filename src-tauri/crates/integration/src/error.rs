//! What can go wrong around an integration.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use gateway::ClientError;
use ims::ImsError;
use keys::{CertificateError, KeyError, SelfSignedError};
use uuid::Uuid;
use vault::VaultError;

use crate::{FieldProblem, SecretKind};

/// Why integrations or drafts could not be read or written. The file is never changed by a failure.
#[derive(Clone, Debug, thiserror::Error)]
pub enum StoreError {
    /// The file is not what this program writes.
    #[error("{} is damaged: {reason}", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What is wrong with it, and where.
        reason: String,
    },
    /// A newer version of this program wrote the file.
    #[error("{} has format {found}, and this program reads formats up to {supported}", path.display())]
    TooNew {
        /// The file.
        path: PathBuf,
        /// The format of the file.
        found: u64,
        /// The newest format that this program knows.
        supported: u64,
    },
    /// The file system refused.
    #[error("{} could not be {doing}: {source}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What was tried: `read` or `written`.
        doing: &'static str,
        /// What the system answered.
        source: Arc<io::Error>,
    },
}

/// Why an integration or draft could not be read, changed or used. No variant ever holds a secret. It can be cloned,
/// because everybody who waits for the same access token gets it.
#[derive(Clone, Debug, thiserror::Error)]
pub enum IntegrationError {
    /// Its file.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The vault.
    #[error("the vault: {0}")]
    Vault(#[source] Arc<VaultError>),
    /// There is no integration with this id.
    #[error("there is no integration {id}")]
    NoIntegration {
        /// The id.
        id: Uuid,
    },
    /// There is no draft with this id.
    #[error("there is no draft {id}")]
    NoDraft {
        /// The id.
        id: Uuid,
    },
    /// Fields are missing or malformed.
    #[error("{} to mend in the fields", .0.len())]
    Fields(Vec<FieldProblem>),
    /// A secret that is needed is not in the vault.
    #[error("the {kind} is missing")]
    SecretMissing {
        /// Which.
        kind: SecretKind,
    },
    /// A private key cannot be used.
    #[error("the private key: {0}")]
    Key(#[from] KeyError),
    /// A certificate cannot be used.
    #[error("the certificate: {0}")]
    Certificate(#[from] CertificateError),
    /// A certificate could not be made.
    #[error("the certificate could not be made: {0}")]
    SelfSigned(#[from] SelfSignedError),
    /// The integration uses the practice workspace, and that does not run.
    #[error("the practice workspace is not running")]
    PracticeNotRunning,
    /// The integration uses OAuth Server-to-Server, which has no JWT.
    #[error("this integration signs no JWT")]
    NoJwt,
    /// No HTTP client could be made.
    #[error(transparent)]
    Client(#[from] ClientError),
    /// IMS gave no access token.
    #[error(transparent)]
    Ims(#[from] ImsError),
}

impl From<VaultError> for IntegrationError {
    fn from(error: VaultError) -> Self {
        Self::Vault(Arc::new(error))
    }
}
