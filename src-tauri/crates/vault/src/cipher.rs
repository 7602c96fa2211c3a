//! Sealing with AES-256-GCM under a 256-bit key. Every sealing draws a fresh random nonce, kept in front of the sealed bytes.

use std::fmt;

use aws_lc_rs::aead::{AES_256_GCM, Aad, NONCE_LEN, Nonce, RandomizedNonceKey};
use aws_lc_rs::hmac;
use zeroize::Zeroizing;

use crate::error::VaultError;

/// A 256-bit key: the vault's own, or one derived from a passphrase.
#[derive(Clone)]
pub(crate) struct Key(Zeroizing<[u8; 32]>);

impl Key {
    pub(crate) fn random() -> Result<Self, VaultError> {
        let mut bytes = Zeroizing::new([0; 32]);
        aws_lc_rs::rand::fill(bytes.as_mut_slice()).map_err(|_| VaultError::Encryption)?;
        Ok(Self(bytes))
    }

    pub(crate) fn bytes(&self) -> &Zeroizing<[u8; 32]> {
        &self.0
    }

    /// A value that tells whether a key is this one, and nothing else about it.
    pub(crate) fn check_value(&self) -> Vec<u8> {
        let key = hmac::Key::new(hmac::HMAC_SHA256, self.0.as_slice());
        hmac::sign(&key, b"assurance-desk vault key check").as_ref().to_vec()
    }

    /// `plaintext`, sealed together with `context`, which is not kept but needed to open it.
    pub(crate) fn seal(&self, context: &[u8], plaintext: &[u8]) -> Result<Vec<u8>, VaultError> {
        // Room for the tag from the start: growing would leave a copy of the plaintext behind.
        let mut buffer = Zeroizing::new(Vec::with_capacity(plaintext.len() + AES_256_GCM.tag_len()));
        buffer.extend_from_slice(plaintext);
        let nonce = self
            .cipher()?
            .seal_in_place_append_tag(Aad::from(context), &mut *buffer)
            .map_err(|_| VaultError::Encryption)?;
        Ok([nonce.as_ref().as_slice(), buffer.as_slice()].concat())
    }

    /// What [`Key::seal`] sealed, or nothing when the key, the context or a single bit differs.
    pub(crate) fn open(&self, context: &[u8], sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let (nonce, sealed) = sealed.split_at_checked(NONCE_LEN)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
        let mut buffer = Zeroizing::new(sealed.to_vec());
        let length = self
            .cipher()
            .ok()?
            .open_in_place(nonce, Aad::from(context), &mut buffer)
            .ok()?
            .len();
        buffer.truncate(length);
        Some(buffer)
    }

    fn cipher(&self) -> Result<RandomizedNonceKey, VaultError> {
        RandomizedNonceKey::new(&AES_256_GCM, self.0.as_slice()).map_err(|_| VaultError::Encryption)
    }
}

impl From<Zeroizing<[u8; 32]>> for Key {
    fn from(bytes: Zeroizing<[u8; 32]>) -> Self {
        Self(bytes)
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Key(redacted)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opens_only_with_the_same_key_context_and_bytes() {
        let key = Key::random().unwrap();
        let sealed = key.seal(b"context", b"plaintext").unwrap();
        assert_eq!(key.open(b"context", &sealed).unwrap().as_slice(), b"plaintext");
        assert!(key.open(b"another", &sealed).is_none());
        assert!(Key::random().unwrap().open(b"context", &sealed).is_none());
        for position in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[position] ^= 1;
            assert!(key.open(b"context", &changed).is_none());
            assert!(key.open(b"context", &sealed[..position]).is_none());
        }
    }

    #[test]
    fn seals_the_same_secret_differently_each_time() {
        let key = Key::random().unwrap();
        assert_ne!(key.seal(b"", b"same").unwrap(), key.seal(b"", b"same").unwrap());
    }
}
