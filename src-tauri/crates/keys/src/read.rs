//! Everything that one file or pasted text holds: keys, certificates, and what cannot be used and why.

use std::collections::BTreeSet;

use crate::certificate::{Certificate, CertificateError};
use crate::contents::{Item, Label, UNREADABLE, items, of_der};
use crate::encryption::{Budget, EncryptionError, NotOpened, open_pkcs8};
use crate::key_pair::{KeyError, KeyPair};
use crate::pkcs12;

/// The most different private keys that are read from one file. A file with more is no one's key file.
const MOST_KEYS: usize = 32;

/// What one file or text holds. Each key and each certificate is here once, however often and in however many forms it
/// was there.
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct Material {
    /// The RSA keys that can be used, in their order.
    pub keys: Vec<KeyPair>,
    /// The certificates of RSA keys, in their order.
    pub certificates: Vec<Certificate>,
    /// What was recognised beside them and cannot be used.
    pub unusable: Vec<Unusable>,
}

/// Something that was recognised and cannot be used, and why.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Unusable {
    /// A private key.
    #[error(transparent)]
    Key(KeyError),
    /// A certificate.
    #[error(transparent)]
    Certificate(CertificateError),
    /// Something encrypted that no passphrase opens here.
    #[error(transparent)]
    Encrypted(EncryptionError),
    /// Neither a private key nor a certificate.
    #[error("this is {found}, and neither a private key nor a certificate")]
    Other {
        /// What it is in words, with its article: "a public key".
        found: &'static str,
    },
    /// It begins as one of the formats that are read here, but is damaged or incomplete.
    #[error("this is damaged: {reason}")]
    Damaged {
        /// What is wrong, in words that follow a colon.
        reason: &'static str,
    },
}

/// Why a file or text gave neither a key nor a certificate.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// A part of it is encrypted: ask for the passphrase, and read again with it.
    #[error("this is protected with a passphrase")]
    PassphraseNeeded,
    /// The passphrase that was given does not open it.
    #[error("this passphrase does not open the file")]
    PassphraseWrong,
    /// No private key, no certificate and nothing near them was recognised: the file is something else.
    #[error("this holds neither a private key nor a certificate")]
    Nothing,
    /// Something was recognised, and none of it can be used. The nearest to a key or certificate, and why.
    #[error(transparent)]
    Unusable(Unusable),
}

/// Reads all private keys and certificates of a file or text: PEM with any of them in any order, PKCS#8 and PKCS#1,
/// PKCS#8 under a passphrase, PKCS#12, and DER of all; in UTF-8 or UTF-16, with any line ends (also the two characters
/// `\n` of a JSON string), with text around the PEM, or as bare base64.
///
/// Without a `passphrase`, a PKCS#12 file is tried with the empty one that some programs write. A passphrase that nothing
/// needs is ignored. Takes up to some seconds for an encrypted file: call it off the UI thread.
///
/// ```
/// use keys::{Certificate, KeyBits, KeyPair, ReadError, Subject};
/// use time::OffsetDateTime;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let key_pair = KeyPair::generate(KeyBits::Rsa2048)?;
/// let certificate = Certificate::self_signed(&key_pair, &Subject::empty(), 365, OffsetDateTime::now_utc())?;
/// let file = key_pair.to_pkcs12(&certificate, "correct horse", "Adobe")?;
///
/// assert_eq!(keys::read(&file, None).err(), Some(ReadError::PassphraseNeeded));
/// let material = keys::read(&file, Some("correct horse"))?;
/// assert!(material.certificates[0].matches(&material.keys[0]));
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// When there is no key and no certificate that can be used, or a passphrase is missing or wrong. A key that cannot be
/// used beside a certificate that can is no error: it is in [`Material::unusable`].
pub fn read(bytes: &[u8], passphrase: Option<&str>) -> Result<Material, ReadError> {
    let mut reading = Reading::default();
    let mut budget = Budget::default();
    for item in items(bytes) {
        match item {
            Item::EncryptedPrivateKey(der) => {
                let passphrase = passphrase.ok_or(ReadError::PassphraseNeeded)?;
                match open_pkcs8(&der, passphrase, &mut budget) {
                    Ok(plain) => reading.take(of_der(&plain).ok_or(ReadError::PassphraseWrong)?),
                    Err(NotOpened::WrongPassphrase) => return Err(ReadError::PassphraseWrong),
                    Err(NotOpened::Refused(error)) => reading.reject(Unusable::Encrypted(error)),
                }
            }
            Item::Pkcs12(der) => match pkcs12::open(&der, passphrase.unwrap_or_default(), &mut budget) {
                Ok(items) => items.into_iter().for_each(|item| reading.take(item)),
                Err(NotOpened::WrongPassphrase) if passphrase.is_none() => return Err(ReadError::PassphraseNeeded),
                Err(NotOpened::WrongPassphrase) => return Err(ReadError::PassphraseWrong),
                Err(NotOpened::Refused(error)) => reading.reject(Unusable::Encrypted(error)),
            },
            plain => reading.take(plain),
        }
    }
    reading.finish()
}

/// What has been found so far.
#[derive(Default)]
struct Reading {
    material: Material,
    /// The DER of every key and certificate that was looked at, and of the public halves of the keys.
    seen: BTreeSet<Vec<u8>>,
    keys: usize,
}

impl Reading {
    fn take(&mut self, item: Item) {
        match item {
            Item::RsaPrivateKey(pkcs1) => self.take_key(&pkcs1),
            Item::Certificate(der) => {
                if !self.seen.contains(&der) {
                    match Certificate::from_der(&der) {
                        Ok(certificate) => self.material.certificates.push(certificate),
                        Err(error) => self.reject(Unusable::Certificate(error)),
                    }
                    self.seen.insert(der);
                }
            }
            Item::OtherPrivateKey(found) => self.reject(Unusable::Key(KeyError::NotRsa { found })),
            Item::OldEncryptedPrivateKey => self.reject(Unusable::Encrypted(EncryptionError::OldPem)),
            // The layers of a key file are read above; a layer inside a layer is nobody's key file.
            Item::EncryptedPrivateKey(_) | Item::Pkcs12(_) => self.reject(Unusable::Damaged { reason: UNREADABLE }),
            Item::CertificateRequest => self.reject(Unusable::Other {
                found: "a certificate request",
            }),
            Item::PublicKey => self.reject(Unusable::Other { found: "a public key" }),
            Item::OtherFormat(found) => self.reject(Unusable::Other { found }),
            Item::Unreadable(label) => self.reject(damaged(label, UNREADABLE)),
            Item::Damaged(label, reason) => self.reject(damaged(label, reason)),
        }
    }

    fn take_key(&mut self, pkcs1: &[u8]) {
        // Only the hash of a private key is remembered.
        let name = aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, pkcs1);
        if !self.seen.insert(name.as_ref().to_vec()) {
            return;
        }
        self.keys += 1;
        if self.keys > MOST_KEYS {
            self.material.keys.clear();
            return;
        }
        match KeyPair::from_pkcs1(pkcs1) {
            Ok(key_pair) => {
                if self.seen.insert(key_pair.public_key_pkcs1().to_vec()) {
                    self.material.keys.push(key_pair);
                }
            }
            Err(error) => self.reject(Unusable::Key(error)),
        }
    }

    fn reject(&mut self, thing: Unusable) {
        if !self.material.unusable.contains(&thing) {
            self.material.unusable.push(thing);
        }
    }

    fn finish(mut self) -> Result<Material, ReadError> {
        if self.keys > MOST_KEYS {
            return Err(ReadError::Unusable(Unusable::Key(KeyError::Several {
                count: self.keys,
            })));
        }
        if !self.material.keys.is_empty() || !self.material.certificates.is_empty() {
            return Ok(self.material);
        }
        self.material.unusable.sort_by_key(distance);
        match self.material.unusable.into_iter().next() {
            Some(nearest) => Err(ReadError::Unusable(nearest)),
            None => Err(ReadError::Nothing),
        }
    }
}

/// How far from what was wanted: whoever gives a key of the wrong kind wants to hear of that, and not of the public key
/// beside it.
fn distance(thing: &Unusable) -> u8 {
    match thing {
        Unusable::Encrypted(_) => 0,
        Unusable::Key(_) => 1,
        Unusable::Certificate(_) => 2,
        Unusable::Damaged { .. } => 3,
        Unusable::Other { .. } => 4,
    }
}

fn damaged(label: Label, reason: &'static str) -> Unusable {
    match label {
        Label::PrivateKey => Unusable::Key(KeyError::Malformed { reason }),
        Label::Certificate => Unusable::Certificate(CertificateError::Malformed { reason }),
        Label::Other => Unusable::Damaged { reason },
    }
}
