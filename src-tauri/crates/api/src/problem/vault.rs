//! The vault.

use std::path::Path;

use vault::{VaultError, VaultStatus};

use super::is_full;
use super::keys::sentence;
use crate::contract::app::VaultState;
use crate::contract::problem::{Problem, ProblemCode};

impl From<&VaultError> for Problem {
    fn from(error: &VaultError) -> Self {
        match error {
            VaultError::NotOpen {
                status: VaultStatus::OlderFile { .. },
            } => Self::new(
                ProblemCode::VaultLocked,
                "The vault file is an older one",
                "Somebody put an older copy of the vault file in its place. Nothing of it is used until you say so.",
                "Go to Home: it asks whether to use the older file. Nothing you typed is lost.",
            )
            .with_detail(error.to_string()),
            VaultError::NotOpen { .. } => Self::new(
                ProblemCode::VaultLocked,
                "The vault is locked",
                "Your secrets are sealed, and they can be read only once the vault is open.",
                "Unlock the vault, then try again. Nothing you typed is lost.",
            )
            .with_detail(error.to_string()),
            VaultError::WrongPassphrase => Self::invalid_input(
                "This is not the passphrase of the vault.",
                "Type it again; upper and lower case count.",
            ),
            VaultError::PassphraseTooShort => Self::invalid_input(
                sentence(error),
                "Choose a longer passphrase, for example four unrelated words.",
            ),
            VaultError::AlreadyExists => {
                Self::invalid_input("There is a vault already.", "Unlock it with its passphrase.")
            }
            VaultError::Damaged { .. } => Self::new(
                ProblemCode::VaultDamaged,
                "The vault file is damaged",
                "It was cut off or changed by something else than this program. It was left as it is.",
                "Restore vault.sealed from a backup, or start a new vault and enter the secrets again.",
            )
            .with_detail(error.to_string()),
            VaultError::TooNew { .. } => Self::new(
                ProblemCode::VaultDamaged,
                "The vault is from a newer version",
                "A newer version of this program wrote the vault file. It was left as it is.",
                "Update this program, then open it again.",
            )
            .with_detail(error.to_string()),
            VaultError::File { source, .. } if is_full(source) => {
                Self::disk_full(Path::new("vault.sealed"), "saved").with_detail(error.to_string())
            }
            VaultError::File { .. } => Self::new(
                ProblemCode::File,
                "The vault file could not be used",
                "The system reported an error while the vault was read or written.",
                "Check the free space on the disk and the permissions of the data folder, then try again.",
            )
            .with_detail(error.to_string()),
            VaultError::Replaced => Self::new(
                ProblemCode::VaultLocked,
                "The vault was replaced",
                "Another program put a different vault in place of the one that was open.",
                "Unlock the vault again.",
            ),
            _ => Self::internal(error.to_string()),
        }
    }
}

impl From<VaultError> for Problem {
    fn from(error: VaultError) -> Self {
        (&error).into()
    }
}

impl From<&VaultStatus> for VaultState {
    fn from(status: &VaultStatus) -> Self {
        match status {
            VaultStatus::Open {
                protection: vault::Protection::Keychain,
            } => Self::OpenWithKeychain,
            VaultStatus::Open {
                protection: vault::Protection::Passphrase,
            } => Self::OpenWithPassphrase,
            VaultStatus::Closed | VaultStatus::Locked => Self::Locked,
            VaultStatus::NeedsPassphrase { .. } => Self::NeedsPassphrase,
            VaultStatus::KeychainLocked { .. } => Self::KeychainUnavailable,
            VaultStatus::KeychainKeyMissing => Self::KeychainKeyMissing,
            VaultStatus::OlderFile { .. } => Self::OlderFile,
        }
    }
}
