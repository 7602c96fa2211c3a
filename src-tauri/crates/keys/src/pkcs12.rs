//! PKCS#12 files (.p12, .pfx; RFC 7292): a key and its certificates under one passphrase.
//!
//! Read here and not by a library, because those that exist decrypt part after part as a file tells them to: a hostile
//! file hides as many slow parts as it likes inside an encrypted one, where nobody can count them beforehand.

mod integrity;
mod write;

use std::borrow::Cow;

use pkcs8::AlgorithmIdentifierRef;
use pkcs8::der::asn1::{AnyRef, ObjectIdentifier, OctetStringRef};
use pkcs8::der::{self, Tag, Tagged};
use zeroize::Zeroizing;

pub(crate) use self::write::write;
use crate::ber;
use crate::contents::{Item, Label, of_der};
use crate::der::{CONTEXT_0, parts};
use crate::encryption::{Budget, EncryptionError, NotOpened, decrypt, open_pkcs8};

/// How deep bags may be put into bags. Real files do not.
const DEEPEST_BAGS: u8 = 4;

/// The keys and certificates of a PKCS#12 file, in their order.
pub(crate) fn open(der: &[u8], passphrase: &str, budget: &mut Budget) -> Result<Vec<Item>, NotOpened> {
    let outer = only_sequence(der)?;
    let (safes, proof) = match outer.as_slice() {
        [_version, safes] => (safes, None),
        [_version, safes, proof] => (safes, Some(proof)),
        _ => return Err(EncryptionError::Damaged.into()),
    };
    let ContentInfo { kind: DATA, content } = content_info(safes)? else {
        // Signed with a key instead of a passphrase: no program offers that.
        return Err(EncryptionError::UnknownMethod.into());
    };
    let safes = octets(&content)?;
    if let Some(proof) = proof {
        integrity::verify(proof, safes, passphrase, budget)?;
    }
    let mut opening = Opening {
        passphrase,
        is_proven: proof.is_some(),
        budget,
        items: Vec::new(),
    };
    let safes = counted(safes)?;
    for safe in only_sequence(&safes)? {
        opening.safe(&safe)?;
    }
    Ok(opening.items)
}

struct Opening<'a> {
    passphrase: &'a str,
    /// Whether the passphrase is known to be right. Where it is not, nonsense after decryption means that it is wrong.
    is_proven: bool,
    budget: &'a mut Budget,
    items: Vec<Item>,
}

impl Opening<'_> {
    fn safe(&mut self, safe: &AnyRef<'_>) -> Result<(), NotOpened> {
        match content_info(safe)? {
            ContentInfo { kind: DATA, content } => self.bags(&counted(octets(&content)?)?, DEEPEST_BAGS),
            ContentInfo {
                kind: ENCRYPTED_DATA,
                content,
            } => {
                let (algorithm, data) = encrypted_data(&content)?;
                let plain = decrypt(&algorithm, &data, self.passphrase, self.budget)?;
                match counted(&plain) {
                    Ok(plain) => self.bags(&plain, DEEPEST_BAGS),
                    Err(_) if !self.is_proven => Err(NotOpened::WrongPassphrase),
                    Err(error) => Err(error.into()),
                }
            }
            // Encrypted for the owner of a certificate.
            _ => Err(EncryptionError::UnknownMethod.into()),
        }
    }

    /// Reads the bags of one safe.
    fn bags(&mut self, der: &[u8], depth: u8) -> Result<(), NotOpened> {
        for bag in only_sequence(der)? {
            let bag = sequence(&bag)?;
            let [kind, value, ..] = bag.as_slice() else {
                return Err(EncryptionError::Damaged.into());
            };
            let value = value.value();
            match kind.decode_as::<ObjectIdentifier>().map_err(damaged)? {
                KEY_BAG => self.items.push(of_der(value).unwrap_or(UNREADABLE_KEY)),
                SHROUDED_KEY_BAG => {
                    let plain = open_pkcs8(value, self.passphrase, self.budget)?;
                    match of_der(&plain) {
                        Some(item) => self.items.push(item),
                        None if self.is_proven => self.items.push(UNREADABLE_KEY),
                        None => return Err(NotOpened::WrongPassphrase),
                    }
                }
                CERTIFICATE_BAG => self.items.push(certificate(value)?),
                SAFE_BAG if depth == 0 => return Err(EncryptionError::Damaged.into()),
                SAFE_BAG => self.bags(value, depth - 1)?,
                // Revocation lists and secrets of other kinds.
                _ => {}
            }
        }
        Ok(())
    }
}

fn certificate(bag: &[u8]) -> Result<Item, NotOpened> {
    let bag = only_sequence(bag)?;
    let [kind, value] = bag.as_slice() else {
        return Err(EncryptionError::Damaged.into());
    };
    if kind.decode_as::<ObjectIdentifier>().map_err(damaged)? != X509_CERTIFICATE {
        return Ok(Item::OtherFormat("a certificate of another kind than X.509"));
    }
    let value = only(value.value())?;
    Ok(of_der(octets(&value)?).unwrap_or(Item::Unreadable(Label::Certificate)))
}

/// How something is encrypted, and the encrypted bytes.
fn encrypted_data<'a>(content: &AnyRef<'a>) -> Result<(AlgorithmIdentifierRef<'a>, Cow<'a, [u8]>), EncryptionError> {
    let content = sequence(content)?;
    let [_version, info, ..] = content.as_slice() else {
        return Err(EncryptionError::Damaged);
    };
    let info = sequence(info)?;
    let [_kind, algorithm, data] = info.as_slice() else {
        return Err(EncryptionError::Damaged);
    };
    let bytes = match data.tag() {
        CONTEXT_0 => {
            let pieces = parts(data.value()).map_err(damaged)?;
            let pieces: Result<Vec<_>, _> = pieces.iter().map(octets).collect();
            Cow::Owned(pieces?.concat())
        }
        _ => Cow::Borrowed(data.value()),
    };
    Ok((algorithm.decode_as().map_err(damaged)?, bytes))
}

/// Contents with a name for their kind.
struct ContentInfo<'a> {
    kind: ObjectIdentifier,
    content: AnyRef<'a>,
}

fn content_info<'a>(value: &AnyRef<'a>) -> Result<ContentInfo<'a>, EncryptionError> {
    let fields = sequence(value)?;
    let [kind, content] = fields.as_slice() else {
        return Err(EncryptionError::Damaged);
    };
    Ok(ContentInfo {
        kind: kind.decode_as().map_err(damaged)?,
        content: only(content.value())?,
    })
}

/// Each layer may have been streamed on its own.
fn counted(layer: &[u8]) -> Result<Zeroizing<Vec<u8>>, EncryptionError> {
    ber::counted(layer).ok_or(EncryptionError::Damaged)
}

fn only(der: &[u8]) -> Result<AnyRef<'_>, EncryptionError> {
    match parts(der).map_err(damaged)?.as_slice() {
        [value] => Ok(*value),
        _ => Err(EncryptionError::Damaged),
    }
}

fn sequence<'a>(value: &AnyRef<'a>) -> Result<Vec<AnyRef<'a>>, EncryptionError> {
    if value.tag() != Tag::Sequence {
        return Err(EncryptionError::Damaged);
    }
    parts(value.value()).map_err(damaged)
}

fn only_sequence(der: &[u8]) -> Result<Vec<AnyRef<'_>>, EncryptionError> {
    sequence(&only(der)?)
}

fn octets<'a>(value: &AnyRef<'a>) -> Result<&'a [u8], EncryptionError> {
    value
        .decode_as::<OctetStringRef<'a>>()
        .map(|octets| octets.as_bytes())
        .map_err(damaged)
}

fn damaged(_: der::Error) -> EncryptionError {
    EncryptionError::Damaged
}

const UNREADABLE_KEY: Item = Item::Unreadable(Label::PrivateKey);

const DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.1");
const ENCRYPTED_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.6");
const KEY_BAG: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.12.10.1.1");
const SHROUDED_KEY_BAG: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.12.10.1.2");
const CERTIFICATE_BAG: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.12.10.1.3");
const SAFE_BAG: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.12.10.1.6");
const X509_CERTIFICATE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.22.1");
