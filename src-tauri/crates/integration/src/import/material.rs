//! Keys and certificates, opened with the passphrases that are there.

use std::sync::Arc;

use keys::{Certificate, KeyPair, ReadError};

/// Why a key cannot be read yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lock {
    /// It needs a passphrase.
    Needed,
    /// The passphrase does not open it.
    Wrong,
}

/// What a file or a text holds.
pub(super) struct Material {
    pub(super) keys: Vec<Arc<KeyPair>>,
    pub(super) certificates: Vec<Certificate>,
    pub(super) unusable: Vec<keys::Unusable>,
}

/// Why it holds nothing.
pub(super) enum MaterialError {
    Locked(Lock),
    /// Nothing near a key or a certificate.
    Nothing,
    Unusable(keys::Unusable),
}

/// Reads keys and certificates, trying each passphrase where one is needed.
pub(super) fn read_with<'a>(
    bytes: &[u8],
    passphrases: impl Iterator<Item = &'a str>,
) -> Result<Material, MaterialError> {
    let mut outcome = keys::read(bytes, None);
    for passphrase in passphrases {
        if !matches!(outcome, Err(ReadError::PassphraseNeeded | ReadError::PassphraseWrong)) {
            break;
        }
        outcome = keys::read(bytes, Some(passphrase));
    }
    match outcome {
        Ok(material) => Ok(Material {
            keys: material.keys.into_iter().map(Arc::new).collect(),
            certificates: material.certificates,
            unusable: material.unusable,
        }),
        Err(ReadError::PassphraseNeeded) => Err(MaterialError::Locked(Lock::Needed)),
        Err(ReadError::PassphraseWrong) => Err(MaterialError::Locked(Lock::Wrong)),
        Err(ReadError::Unusable(unusable)) => Err(MaterialError::Unusable(unusable)),
        Err(_) => Err(MaterialError::Nothing),
    }
}

/// Whether two are the same key.
pub(super) fn is_same(one: &KeyPair, other: &KeyPair) -> bool {
    one.private_key_pem() == other.private_key_pem()
}
