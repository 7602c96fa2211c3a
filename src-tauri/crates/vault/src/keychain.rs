//! Where the vault's key is kept: one entry of 32 bytes, because a Windows credential holds no RSA key and because every
//! entry that is read can prompt the person.

mod generations;
pub(crate) mod memory;
pub(crate) mod system;

use zeroize::Zeroizing;

/// A place that keeps the vault's key for this user. Calls may block while the person answers a prompt.
pub trait Keychain: Send + Sync {
    /// The key, or nothing when the keychain answers and has none.
    ///
    /// # Errors
    /// When the keychain gives no answer.
    fn load(&self) -> Result<Option<Zeroizing<[u8; 32]>>, KeychainError>;

    /// Keeps the key, in place of an earlier one.
    ///
    /// # Errors
    /// When the keychain does not keep it.
    fn store(&self, key: &Zeroizing<[u8; 32]>) -> Result<(), KeychainError>;

    /// Forgets the key and all that was noted beside it; nothing happens when there is none.
    ///
    /// # Errors
    /// When the keychain does not answer.
    fn remove(&self) -> Result<(), KeychainError>;

    /// How often the vault of this id had been written when that was noted last. A keychain that keeps nothing but the key
    /// knows of none.
    ///
    /// # Errors
    /// When the keychain gives no answer.
    fn noted_generation(&self, _vault: &str) -> Result<Option<u64>, KeychainError> {
        Ok(None)
    }

    /// Notes how often a vault has been written, in place of what was noted before.
    ///
    /// # Errors
    /// When the keychain does not keep it.
    fn note_generation(&self, _vault: &str, _generation: u64) -> Result<(), KeychainError> {
        Ok(())
    }
}

/// Why a keychain did not do what was asked. The reasons are the system's own words, without secrets.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum KeychainError {
    /// This machine or this login has no keychain that answers.
    #[error("there is no system keychain ({reason})")]
    Unavailable {
        /// What the system said.
        reason: String,
    },
    /// There is one, and it is locked, or the person refused.
    #[error("the system keychain is locked or refused access ({reason})")]
    Locked {
        /// What the system said.
        reason: String,
    },
    /// It answered something that cannot be used.
    #[error("the system keychain gave an unusable answer ({reason})")]
    Failed {
        /// What the system said.
        reason: String,
    },
}
