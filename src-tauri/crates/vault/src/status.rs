//! What state a vault is in, and so what a person has to do next.

use std::fmt;

use crate::keychain::KeychainError;

/// What guards the vault's key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protection {
    /// The system keychain.
    Keychain,
    /// A passphrase that the person chose.
    Passphrase,
}

/// The state of a vault as it was found last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VaultStatus {
    /// Nobody has opened it yet, or opening it failed with an error.
    Closed,
    /// Secrets can be read and written.
    Open {
        /// What guards its key.
        protection: Protection,
    },
    /// It waits for its passphrase: call `unlock`.
    Locked,
    /// There is no vault yet, and no keychain that could guard one: call `create_with_passphrase`.
    NeedsPassphrase {
        /// Why the keychain cannot be used.
        reason: KeychainError,
    },
    /// The vault's key is in the keychain, and the keychain does not give it. Unlock the keychain, then `open` again.
    KeychainLocked {
        /// What the keychain answered.
        reason: KeychainError,
    },
    /// The keychain answers, but its key is gone or belongs to another vault. Bring the keychain entry back, or
    /// `set_aside` the vault and enter the secrets again.
    KeychainKeyMissing,
    /// The file is an older one than this computer has seen: somebody put a copy in its place. Nothing of it is used until
    /// the person says so: `use_older`, or bring the newer file back and `open` again.
    OlderFile {
        /// How many changes of the vault it does not have.
        changes_missing: u64,
    },
}

impl fmt::Display for VaultStatus {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Closed => formatter.write_str("it has not been opened yet"),
            Self::Open { .. } => formatter.write_str("it is open"),
            Self::Locked => formatter.write_str("it waits for its passphrase"),
            Self::NeedsPassphrase { reason } => write!(formatter, "it needs a passphrase, because {reason}"),
            Self::KeychainLocked { reason } => write!(formatter, "its key cannot be read, because {reason}"),
            Self::KeychainKeyMissing => formatter.write_str("the system keychain no longer holds its key"),
            Self::OlderFile { changes_missing } => {
                write!(
                    formatter,
                    "its file is an older one, without the last {changes_missing} changes"
                )
            }
        }
    }
}
