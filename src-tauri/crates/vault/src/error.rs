//! Why a call to the vault failed.

use std::io;

use crate::passphrase::SHORTEST_PASSPHRASE;
use crate::status::VaultStatus;

/// Why a call to the vault failed. No text of it holds a secret, and none of these changes the file.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum VaultError {
    /// The vault is not open; the status says what it waits for.
    #[error("the vault is not open: {status}")]
    NotOpen {
        /// What has to happen first.
        status: VaultStatus,
    },
    /// The passphrase does not open this vault.
    #[error("this is not the passphrase of the vault")]
    WrongPassphrase,
    /// The new passphrase is shorter than [`SHORTEST_PASSPHRASE`] characters.
    #[error("a passphrase needs at least {SHORTEST_PASSPHRASE} characters")]
    PassphraseTooShort,
    /// A vault is already there, so that no new one can be made.
    #[error("there is a vault already")]
    AlreadyExists,
    /// The file is no vault, was cut off, or was changed by something else than this program.
    #[error("the vault file is damaged: {part}")]
    Damaged {
        /// What is wrong, in words that follow a colon.
        part: &'static str,
    },
    /// Another program put another vault in the place of the one that was open. The next call opens that one.
    #[error("another vault was put in the place of the one that was open")]
    Replaced,
    /// A newer version of this program wrote the file.
    #[error("the vault file has format {found}, and this program reads formats up to {supported}")]
    TooNew {
        /// The format of the file.
        found: u64,
        /// The newest format that this program knows.
        supported: u64,
    },
    /// A name that cannot be used for a record.
    #[error("the name of a secret has 1 to 256 bytes and no control characters")]
    InvalidName,
    /// The file system refused.
    #[error("{action} failed: {source}")]
    File {
        /// What was tried: "reading the vault".
        action: &'static str,
        /// What the system answered.
        source: io::Error,
    },
    /// The crypto library failed; it gives no reason.
    #[error("this computer could not encrypt the secret")]
    Encryption,
}
