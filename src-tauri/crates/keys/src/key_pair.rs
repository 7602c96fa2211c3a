//! The RSA key pair: made here, or read from what a person has.

use std::fmt;

use aws_lc_rs::encoding::{AsDer, Pkcs8V1Der};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::{KeyPair as Signer, KeySize};
use aws_lc_rs::signature::{KeyPair as _, RSA_PKCS1_SHA256};
use rsa::pkcs1;
use rsa::pkcs8::der::asn1::UintRef;
use rsa::pkcs8::{LineEnding, PrivateKeyInfo, SecretDocument};
use zeroize::Zeroizing;

use crate::contents::{Item, PKCS12, UNREADABLE, damage, items};

/// The smallest modulus, in bits, that clients of Adobe's token service accept.
pub const SMALLEST_KEY_BITS: u32 = 2048;

/// The largest modulus, in bits, that can be used here.
pub const LARGEST_KEY_BITS: u32 = 8192;

/// The sizes a key pair can be made in. Adobe's guides all use 2048.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum KeyBits {
    /// 2048 bits, as in Adobe's guides.
    #[default]
    Rsa2048,
    /// 3072 bits.
    Rsa3072,
    /// 4096 bits.
    Rsa4096,
}

impl KeyBits {
    /// The size of the modulus in bits.
    pub fn bits(self) -> u32 {
        match self {
            Self::Rsa2048 => 2048,
            Self::Rsa3072 => 3072,
            Self::Rsa4096 => 4096,
        }
    }
}

impl TryFrom<u32> for KeyBits {
    type Error = KeyError;

    fn try_from(bits: u32) -> Result<Self, KeyError> {
        match bits {
            2048 => Ok(Self::Rsa2048),
            3072 => Ok(Self::Rsa3072),
            4096 => Ok(Self::Rsa4096),
            _ => Err(KeyError::UnsupportedSize { bits }),
        }
    }
}

/// Why there is no key pair. No text of it holds any part of a key.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum KeyError {
    /// Nothing in the input looks like a key.
    #[error("this holds no private key")]
    NotAKey,
    /// A private key, but not RSA; Adobe's token service takes RSA only.
    #[error("this is {found}, and Adobe takes only RSA keys")]
    NotRsa {
        /// The kind of key in words, with its article: "an elliptic curve key".
        found: &'static str,
    },
    /// A key in a container or format that is not read here.
    #[error("this is {found}, and not a private key in PEM or DER form")]
    OtherFormat {
        /// The format in words, with its article: "a PKCS#12 file".
        found: &'static str,
    },
    /// An RSA key below [`SMALLEST_KEY_BITS`].
    #[error("this key has {bits} bits, and at least {SMALLEST_KEY_BITS} are needed")]
    TooSmall {
        /// The size of its modulus in bits.
        bits: u32,
    },
    /// An RSA key above [`LARGEST_KEY_BITS`].
    #[error("this key has {bits} bits, and at most {LARGEST_KEY_BITS} can be used")]
    TooLarge {
        /// The size of its modulus in bits.
        bits: u32,
    },
    /// A private key that needs a passphrase.
    #[error("this private key is protected with a passphrase")]
    Encrypted,
    /// The certificate was given where its private key is needed.
    #[error("this is a certificate, not a private key")]
    IsACertificate,
    /// A certificate request was given where a private key is needed.
    #[error("this is a certificate request, not a private key")]
    IsACertificateRequest,
    /// The public half was given where the private key is needed.
    #[error("this is a public key, not a private key")]
    IsAPublicKey,
    /// More than one private key, so that nobody can say which is meant.
    #[error("this holds {count} private keys, and one is needed")]
    Several {
        /// How many different ones there are.
        count: usize,
    },
    /// It begins as a key, but is damaged or incomplete.
    #[error("this private key is damaged: {reason}")]
    Malformed {
        /// What is wrong, in words that follow a colon.
        reason: &'static str,
    },
    /// A size other than those of [`KeyBits`] was asked for.
    #[error("a key pair can have 2048, 3072 or 4096 bits, not {bits}")]
    UnsupportedSize {
        /// The size that was asked for.
        bits: u32,
    },
    /// The crypto library made no key; it gives no reason.
    #[error("this computer could not make a key pair")]
    Generation,
}

/// An RSA private key with its public half. Its bytes are zeroized when it is dropped and never printed.
///
/// Not `Clone`, so that there is one copy in memory: share it in an `Arc`.
pub struct KeyPair {
    pkcs8: SecretDocument,
    signer: Signer,
    bits: u32,
}

impl KeyPair {
    /// Makes a new key pair with public exponent 65537.
    ///
    /// Takes from 50 ms (2048 bits) to some seconds (4096 bits) of one core: call it off the UI thread.
    ///
    /// # Errors
    /// [`KeyError::Generation`] when the crypto library fails.
    pub fn generate(bits: KeyBits) -> Result<Self, KeyError> {
        let size = match bits {
            KeyBits::Rsa2048 => KeySize::Rsa2048,
            KeyBits::Rsa3072 => KeySize::Rsa3072,
            KeyBits::Rsa4096 => KeySize::Rsa4096,
        };
        let signer = Signer::generate(size).map_err(|_| KeyError::Generation)?;
        let der: Pkcs8V1Der<'_> = signer.as_der().map_err(|_| KeyError::Generation)?;
        let pkcs8 = SecretDocument::try_from(der.as_ref()).map_err(|_| KeyError::Generation)?;
        Ok(Self {
            pkcs8,
            signer,
            bits: bits.bits(),
        })
    }

    /// Reads a private key in PEM or DER form, PKCS#8 or PKCS#1. The PEM may have any line ends (also the two
    /// characters `\n` of a JSON string), text around it, and certificates beside it.
    ///
    /// # Errors
    /// Every other input has its own [`KeyError`], so that a caller can say what was given instead.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, KeyError> {
        let items = items(bytes);
        if let Some(reason) = damage(&items) {
            return Err(KeyError::Malformed { reason });
        }
        let mut keys: Vec<_> = items
            .iter()
            .filter_map(|item| match item {
                Item::RsaPrivateKey(pkcs1) => Some(pkcs1),
                _ => None,
            })
            .collect();
        keys.dedup();
        match keys.as_slice() {
            [] => Err(instead_of_a_key(&items)),
            [pkcs1] => Self::from_pkcs1(pkcs1),
            several => Err(KeyError::Several { count: several.len() }),
        }
    }

    /// The private key as PEM: PKCS#8, 64 columns, LF, as `openssl` writes `private.key`.
    pub fn private_key_pem(&self) -> Zeroizing<String> {
        self.pkcs8
            .to_pem("PRIVATE KEY", LineEnding::LF)
            .expect("a PEM label of letters and DER of a few kilobytes always encode")
    }

    /// The size of the modulus in bits.
    pub fn bits(&self) -> u32 {
        self.bits
    }

    /// The private key as PKCS#8 bytes.
    pub(crate) fn pkcs8_der(&self) -> &[u8] {
        self.pkcs8.as_bytes()
    }

    /// The public half as PKCS#1 bytes: the bits that a certificate carries.
    pub(crate) fn public_key_pkcs1(&self) -> &[u8] {
        self.signer.public_key().as_ref()
    }

    /// Signs with RSASSA-PKCS1-v1_5 and SHA-256.
    pub(crate) fn sign(&self, message: &[u8]) -> Result<Vec<u8>, aws_lc_rs::error::Unspecified> {
        let mut signature = vec![0; self.signer.public_modulus_len()];
        self.signer
            .sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), message, &mut signature)?;
        Ok(signature)
    }

    /// Reads the PKCS#1 bytes that are in every form of an RSA key.
    pub(crate) fn from_pkcs1(der: &[u8]) -> Result<Self, KeyError> {
        let unreadable = |_| KeyError::Malformed {
            reason: "its numbers cannot be read",
        };
        let numbers = pkcs1::RsaPrivateKey::try_from(der).map_err(|_| KeyError::Malformed {
            reason: "its numbers cannot be read",
        })?;
        let bits = modulus_bits(numbers.modulus.as_bytes());
        if bits < SMALLEST_KEY_BITS {
            return Err(KeyError::TooSmall { bits });
        }
        if bits > LARGEST_KEY_BITS {
            return Err(KeyError::TooLarge { bits });
        }
        // Written anew, so that every key leaves in the one form that every client reads.
        let pkcs8 = SecretDocument::try_from(PrivateKeyInfo::new(pkcs1::ALGORITHM_ID, der)).map_err(unreadable)?;
        let signer = Signer::from_pkcs8(pkcs8.as_bytes()).map_err(|_| KeyError::Malformed {
            reason: "its numbers do not belong together",
        })?;
        Ok(Self { pkcs8, signer, bits })
    }
}

impl fmt::Debug for KeyPair {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("KeyPair")
            .field("bits", &self.bits)
            .finish_non_exhaustive()
    }
}

/// The number of bits of a big-endian number, leading zeros not counted.
pub(crate) fn modulus_bits(big_endian: &[u8]) -> u32 {
    let Ok(number) = UintRef::new(big_endian) else {
        return u32::MAX;
    };
    let bytes = number.as_bytes();
    let leading_zeros = bytes.first().map_or(0, |byte| byte.leading_zeros());
    u32::try_from(bytes.len() * 8).unwrap_or(u32::MAX) - leading_zeros
}

/// Which sentence fits best when there is no RSA private key: the nearest to a key first.
fn instead_of_a_key(items: &[Item]) -> KeyError {
    let rank = |item: &Item| match item {
        Item::RsaPrivateKey(_) | Item::EncryptedPrivateKey(_) | Item::OldEncryptedPrivateKey => 0,
        Item::OtherPrivateKey(_) => 1,
        Item::Unreadable(_) | Item::Damaged(..) => 2,
        Item::OtherFormat(_) | Item::Pkcs12(_) => 3,
        Item::Certificate(_) => 4,
        Item::CertificateRequest => 5,
        Item::PublicKey => 6,
    };
    match items.iter().min_by_key(|item| rank(item)) {
        None | Some(Item::RsaPrivateKey(_)) => KeyError::NotAKey,
        Some(Item::EncryptedPrivateKey(_) | Item::OldEncryptedPrivateKey) => KeyError::Encrypted,
        Some(Item::OtherPrivateKey(found)) => KeyError::NotRsa { found },
        Some(Item::Unreadable(_)) => KeyError::Malformed { reason: UNREADABLE },
        Some(Item::Damaged(_, reason)) => KeyError::Malformed { reason },
        Some(Item::Pkcs12(_)) => KeyError::OtherFormat { found: PKCS12 },
        Some(Item::OtherFormat(found)) => KeyError::OtherFormat { found },
        Some(Item::Certificate(_)) => KeyError::IsACertificate,
        Some(Item::CertificateRequest) => KeyError::IsACertificateRequest,
        Some(Item::PublicKey) => KeyError::IsAPublicKey,
    }
}
