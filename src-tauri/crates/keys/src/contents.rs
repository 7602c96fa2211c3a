//! Says what a file or a pasted text holds, by its contents and never by a name, so that every wrong file gets its own
//! sentence.

use rsa::pkcs1;
use rsa::pkcs8::der::asn1::{AnyRef, OctetStringRef, UintRef};
use rsa::pkcs8::der::{Decode, Header, Reader, SliceReader, Tag};
use rsa::pkcs8::{AlgorithmIdentifierRef, ObjectIdentifier, SubjectPublicKeyInfoRef};
use x509_parser::certification_request::X509CertificationRequest;
use x509_parser::prelude::{FromDer, X509Certificate};
use zeroize::Zeroizing;

use crate::armor::{self, Block, Body};
use crate::ber;

/// One recognised thing.
pub(crate) enum Item {
    /// The PKCS#1 bytes of an RSA private key, whatever wrapped them.
    RsaPrivateKey(Zeroizing<Vec<u8>>),
    /// A private key of another kind, in words ("an elliptic curve key").
    OtherPrivateKey(&'static str),
    /// The DER bytes of a PKCS#8 key that needs a passphrase.
    EncryptedPrivateKey(Vec<u8>),
    /// A private key under the encryption that OpenSSL put in the PEM header before PKCS#8.
    OldEncryptedPrivateKey,
    /// The DER bytes of a PKCS#12 file.
    Pkcs12(Vec<u8>),
    /// The DER bytes of a certificate.
    Certificate(Vec<u8>),
    CertificateRequest,
    PublicKey,
    /// A container or format that is none of the above, in words ("a PKCS#7 file").
    OtherFormat(&'static str),
    /// Labelled as one of the above, but its bytes are not.
    Unreadable(Label),
    /// Cut off, or not what its form asks for; the reason in words that follow a colon.
    Damaged(Label, &'static str),
}

/// What the first line of a PEM block promises.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Label {
    PrivateKey,
    Certificate,
    /// Another one, or there is no label.
    Other,
}

impl Label {
    fn of(text: &str) -> Self {
        match text {
            "CERTIFICATE" | "X509 CERTIFICATE" | "TRUSTED CERTIFICATE" => Self::Certificate,
            _ if text.ends_with("PRIVATE KEY") => Self::PrivateKey,
            _ => Self::Other,
        }
    }
}

/// Why an [`Item::Unreadable`] is none, in words that follow a colon.
pub(crate) const UNREADABLE: &str = "its contents cannot be read";

/// A PKCS#12 file in words.
pub(crate) const PKCS12: &str = "a PKCS#12 file (.p12 or .pfx)";

/// What `bytes` hold, in order; nothing when nothing was recognised.
pub(crate) fn items(bytes: &[u8]) -> Vec<Item> {
    // DER of every format here is one SEQUENCE, and 0x30 followed by a length is no readable text.
    if let [0x30, length, ..] = bytes
        && (*length >= 0x80 || armor::text_of(bytes).is_none())
    {
        return match der_without_tail(bytes) {
            Ok(der) => of_der(der).into_iter().collect(),
            Err(reason) => vec![Item::Damaged(Label::Other, reason)],
        };
    }
    let Some(text) = armor::text_of(bytes) else {
        return Vec::new();
    };
    let blocks = armor::blocks(&text);
    if !blocks.is_empty() {
        return blocks.iter().map(of_block).collect();
    }
    if text.trim_start().starts_with("ssh-") {
        return vec![Item::PublicKey];
    }
    if text.trim_start().starts_with("PuTTY-User-Key-File-") {
        return vec![Item::OtherFormat("a PuTTY key file")];
    }
    armor::bare_base64(&text)
        .and_then(|der| of_der(&der))
        .into_iter()
        .collect()
}

/// What is wrong with the first damaged thing, for a caller who wants one thing and no guesses about the others.
pub(crate) fn damage(items: &[Item]) -> Option<&'static str> {
    items.iter().find_map(|item| match item {
        Item::Damaged(_, reason) => Some(*reason),
        _ => None,
    })
}

fn of_block(block: &Block) -> Item {
    let label = Label::of(&block.label);
    let der = match &block.body {
        Body::Der(der) => der,
        Body::Encrypted => return Item::OldEncryptedPrivateKey,
        Body::Damaged(reason) => return Item::Damaged(label, reason),
    };
    match block.label.as_str() {
        "OPENSSH PRIVATE KEY" => Item::OtherFormat("a key in OpenSSH's own format"),
        "PKCS7" => Item::OtherFormat("a PKCS#7 file"),
        "EC PARAMETERS" => Item::OtherPrivateKey("an elliptic curve key"),
        "DSA PRIVATE KEY" => Item::OtherPrivateKey("a DSA key"),
        _ => of_der(der).unwrap_or(Item::Unreadable(label)),
    }
}

/// What one DER value is.
pub(crate) fn of_der(der: &[u8]) -> Option<Item> {
    if let Ok(([], _)) = X509Certificate::from_der(der) {
        return Some(Item::Certificate(der.to_vec()));
    }
    if let Ok(item) = pkcs8(der) {
        return Some(item);
    }
    if pkcs1::RsaPrivateKey::try_from(der).is_ok() {
        return Some(Item::RsaPrivateKey(Zeroizing::new(der.to_vec())));
    }
    if sec1(der).is_ok() {
        return Some(Item::OtherPrivateKey("an elliptic curve key"));
    }
    if encrypted_pkcs8(der).is_ok() {
        return Some(Item::EncryptedPrivateKey(der.to_vec()));
    }
    if SubjectPublicKeyInfoRef::try_from(der).is_ok() || pkcs1::RsaPublicKey::try_from(der).is_ok() {
        return Some(Item::PublicKey);
    }
    if let Ok(([], _)) = X509CertificationRequest::from_der(der) {
        return Some(Item::CertificateRequest);
    }
    if pkcs12(der).is_ok() {
        return Some(Item::Pkcs12(der.to_vec()));
    }
    // Only a PKCS#12 file is streamed.
    let streamed = der.starts_with(&STREAMED).then(|| ber::counted(der));
    streamed
        .flatten()
        .filter(|counted| pkcs12(counted).is_ok())
        .map(|counted| Item::Pkcs12(counted.to_vec()))
}

type Parsed<T> = rsa::pkcs8::der::Result<T>;

/// Reads the fields of a PKCS#8 key by hand, because key stores add attributes after them that the strict reader refuses.
fn pkcs8(der: &[u8]) -> Parsed<Item> {
    sequence(der, |reader| {
        u8::decode(reader)?;
        let algorithm = AlgorithmIdentifierRef::decode(reader)?;
        let key = OctetStringRef::decode(reader)?;
        skip_rest(reader)?;
        Ok(match algorithm.oid {
            RSA => Item::RsaPrivateKey(Zeroizing::new(key.as_bytes().to_vec())),
            RSA_PSS => Item::OtherPrivateKey("an RSA-PSS key"),
            ELLIPTIC_CURVE => Item::OtherPrivateKey("an elliptic curve key"),
            ED25519 => Item::OtherPrivateKey("an Ed25519 key"),
            DSA => Item::OtherPrivateKey("a DSA key"),
            _ => Item::OtherPrivateKey("a key of another kind"),
        })
    })
}

fn sec1(der: &[u8]) -> Parsed<()> {
    sequence(der, |reader| {
        u8::decode(reader)?;
        OctetStringRef::decode(reader)?;
        skip_rest(reader)
    })
}

fn encrypted_pkcs8(der: &[u8]) -> Parsed<()> {
    sequence(der, |reader| {
        AlgorithmIdentifierRef::decode(reader)?;
        OctetStringRef::decode(reader).map(drop)
    })
}

fn pkcs12(der: &[u8]) -> Parsed<()> {
    sequence(der, |reader| {
        let version = UintRef::decode(reader)?;
        if version.as_bytes() != [3] {
            return Err(Tag::Integer.value_error());
        }
        let content = AnyRef::decode(reader)?;
        skip_rest(reader)?;
        content
            .sequence(|inner| {
                ObjectIdentifier::decode(inner)?;
                skip_rest(inner)
            })
            .map(drop)
    })
}

fn sequence<'a, T>(
    der: &'a [u8],
    fields: impl FnOnce(&mut rsa::pkcs8::der::NestedReader<'_, SliceReader<'a>>) -> Parsed<T>,
) -> Parsed<T> {
    let mut reader = SliceReader::new(der)?;
    let header = Header::decode(&mut reader)?;
    header.tag.assert_eq(Tag::Sequence)?;
    let value = reader.read_nested(header.length, fields)?;
    reader.finish(value)
}

fn skip_rest<'a>(reader: &mut impl Reader<'a>) -> Parsed<()> {
    reader.read_slice(reader.remaining_len()).map(drop)
}

/// The outermost DER value without the line end or the zeros that some tools append; the reason when it is cut off.
fn der_without_tail(bytes: &[u8]) -> Result<&[u8], &'static str> {
    let lengths = SliceReader::new(bytes).and_then(|mut reader| {
        let header = Header::decode(&mut reader)?;
        (reader.offset() + header.length)?.try_into()
    });
    let Ok(length): Result<usize, _> = lengths else {
        return Ok(bytes);
    };
    match bytes.split_at_checked(length) {
        None => Err("the end of the file is missing"),
        Some((value, tail)) if tail.iter().all(|byte| b"\0\r\n \t".contains(byte)) => Ok(value),
        Some(_) => Ok(bytes),
    }
}

/// A SEQUENCE whose length is not counted.
const STREAMED: [u8; 2] = [0x30, 0x80];
const RSA: ObjectIdentifier = pkcs1::ALGORITHM_OID;
const RSA_PSS: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.10");
const ELLIPTIC_CURVE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.2.1");
const ED25519: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.101.112");
const DSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10040.4.1");
