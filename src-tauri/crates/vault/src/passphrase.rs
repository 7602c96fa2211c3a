//! From a passphrase to a key: Argon2id, with its costs and salt kept in the file.

use argon2::{Algorithm, Argon2, Params, Version};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::cipher::Key;
use crate::error::VaultError;
use crate::sealed_file::Encoded;

/// The fewest characters of a new passphrase.
pub const SHORTEST_PASSPHRASE: usize = 8;

/// How a passphrase was stretched, and the vault's key sealed under the result.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct PassphraseLock {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
    salt: Encoded,
    sealed_key: Encoded,
}

impl PassphraseLock {
    /// Seals `vault_key` under a new `passphrase`.
    pub(crate) fn new(passphrase: &str, vault_key: &Key) -> Result<Self, VaultError> {
        if passphrase.chars().count() < SHORTEST_PASSPHRASE {
            return Err(VaultError::PassphraseTooShort);
        }
        let mut salt = vec![0; 16];
        aws_lc_rs::rand::fill(&mut salt).map_err(|_| VaultError::Encryption)?;
        let mut lock = Self {
            memory_kib: MEMORY_KIB,
            passes: 3,
            lanes: 1,
            salt: Encoded(salt),
            sealed_key: Encoded::default(),
        };
        let sealed_key = lock.derive(passphrase)?.seal(CONTEXT, vault_key.bytes().as_slice())?;
        lock.sealed_key = Encoded(sealed_key);
        Ok(lock)
    }

    /// The vault's key.
    pub(crate) fn open(&self, passphrase: &str) -> Result<Key, VaultError> {
        let opened = self
            .derive(passphrase)?
            .open(CONTEXT, &self.sealed_key.0)
            .ok_or(VaultError::WrongPassphrase)?;
        let mut key = Zeroizing::new([0; 32]);
        if opened.len() != key.len() {
            return Err(DAMAGED);
        }
        key.copy_from_slice(&opened);
        Ok(key.into())
    }

    fn derive(&self, passphrase: &str) -> Result<Key, VaultError> {
        // A changed file must not make this program take all memory or compute for hours.
        if self.memory_kib > MOST_MEMORY_KIB || self.passes > MOST_PASSES || self.lanes > MOST_LANES {
            return Err(DAMAGED);
        }
        let params = Params::new(self.memory_kib, self.passes, self.lanes, Some(32)).map_err(|_| DAMAGED)?;
        let mut key = Zeroizing::new([0; 32]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(passphrase.as_bytes(), &self.salt.0, key.as_mut_slice())
            .map_err(|_| DAMAGED)?;
        Ok(key.into())
    }
}

const CONTEXT: &[u8] = b"assurance-desk vault 1 key";
const DAMAGED: VaultError = VaultError::Damaged {
    part: "its passphrase settings cannot be used",
};
const MEMORY_KIB: u32 = if cfg!(test) { 1024 } else { 64 * 1024 };
const MOST_MEMORY_KIB: u32 = 1024 * 1024;
const MOST_PASSES: u32 = 16;
const MOST_LANES: u32 = 16;
