//! Writes a PKCS#12 file as OpenSSL 3 does: AES-256 and SHA-256 throughout, the certificate encrypted too.

use aws_lc_rs::digest::{self, SHA1_FOR_LEGACY_USE_ONLY, SHA256};
use aws_lc_rs::hmac;
use pkcs8::ObjectIdentifier;
use pkcs8::der::asn1::Null;
use pkcs8::der::{Encode, Tag, TagNumber};
use pkcs8::pkcs5::EncryptionScheme;
use zeroize::Zeroizing;

use super::integrity;
use super::{CERTIFICATE_BAG, DATA, ENCRYPTED_DATA, SHROUDED_KEY_BAG, X509_CERTIFICATE};
use crate::der::{CONTEXT_0, encoded};
use crate::encryption::{Budget, Encryption, ITERATIONS, Purpose, derive_key, wide_passphrase};
use crate::export::ExportError;

/// The file that holds `encrypted_key`, an encrypted PKCS#8 key, and its certificate.
pub(crate) fn write(
    encrypted_key: &[u8],
    certificate: &[u8],
    passphrase: &str,
    friendly_name: &str,
) -> Result<Zeroizing<Vec<u8>>, ExportError> {
    let attributes = attributes(certificate, friendly_name)?;
    let key_bag = bag(SHROUDED_KEY_BAG, encrypted_key, &attributes)?;
    let certificate = encoded(
        Tag::Sequence,
        &[
            &X509_CERTIFICATE.to_der()?,
            &encoded(CONTEXT_0, &[&encoded(Tag::OctetString, &[certificate])?])?,
        ],
    )?;
    let certificate_bag = bag(CERTIFICATE_BAG, &certificate, &attributes)?;

    let certificates = encoded(Tag::Sequence, &[&certificate_bag])?;
    let keys = encoded(Tag::Sequence, &[&key_bag])?;
    let safes = encoded(
        Tag::Sequence,
        &[&encrypted_data(&certificates, passphrase)?, &data(&keys)?],
    )?;
    let proof = proof(&safes, passphrase)?;
    let version = 3_u8.to_der()?;
    Ok(Zeroizing::new(encoded(
        Tag::Sequence,
        &[&version, &data(&safes)?, &proof],
    )?))
}

/// What ties key and certificate together for the programs that read the file, and names them.
fn attributes(certificate: &[u8], friendly_name: &str) -> Result<Vec<u8>, ExportError> {
    let attribute = |identifier: ObjectIdentifier, value: Vec<u8>| {
        let values = encoded(Tag::Set, &[&value])?;
        encoded(Tag::Sequence, &[&identifier.to_der()?, &values])
    };
    let fingerprint = digest::digest(&SHA1_FOR_LEGACY_USE_ONLY, certificate);
    let identifier = attribute(LOCAL_KEY_ID, encoded(Tag::OctetString, &[fingerprint.as_ref()])?)?;
    if friendly_name.is_empty() {
        return Ok(encoded(Tag::Set, &[&identifier])?);
    }
    let units: Vec<u8> = friendly_name.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let name = attribute(FRIENDLY_NAME, encoded(Tag::BmpString, &[&units])?)?;
    // DER orders the elements of a SET by their bytes, and the length comes first in which they differ.
    let mut both = [identifier, name];
    both.sort();
    Ok(encoded(Tag::Set, &[&both[0], &both[1]])?)
}

fn bag(kind: ObjectIdentifier, value: &[u8], attributes: &[u8]) -> Result<Vec<u8>, ExportError> {
    let value = encoded(CONTEXT_0, &[value])?;
    Ok(encoded(Tag::Sequence, &[&kind.to_der()?, &value, attributes])?)
}

fn data(contents: &[u8]) -> Result<Vec<u8>, ExportError> {
    let contents = encoded(CONTEXT_0, &[&encoded(Tag::OctetString, &[contents])?])?;
    Ok(encoded(Tag::Sequence, &[&DATA.to_der()?, &contents])?)
}

fn encrypted_data(contents: &[u8], passphrase: &str) -> Result<Vec<u8>, ExportError> {
    let encryption = Encryption::new()?;
    let algorithm = EncryptionScheme::from(encryption.parameters()).to_der()?;
    let encrypted = encoded(CONTENTS, &[&encryption.encrypt(contents, passphrase)?])?;
    let info = encoded(Tag::Sequence, &[&DATA.to_der()?, &algorithm, &encrypted])?;
    let version = 0_u8.to_der()?;
    let content = encoded(CONTEXT_0, &[&encoded(Tag::Sequence, &[&version, &info])?])?;
    Ok(encoded(Tag::Sequence, &[&ENCRYPTED_DATA.to_der()?, &content])?)
}

/// The `MacData` over `contents`.
fn proof(contents: &[u8], passphrase: &str) -> Result<Vec<u8>, ExportError> {
    let mut salt = [0; 16];
    aws_lc_rs::rand::fill(&mut salt)?;
    let key = derive_key(
        &SHA256,
        Purpose::Mac,
        &wide_passphrase(passphrase),
        &salt,
        ITERATIONS,
        SHA256.output_len(),
        &mut Budget::default(),
    )?;
    let tag = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, &key), contents);
    let algorithm = encoded(Tag::Sequence, &[&integrity::SHA256.to_der()?, &Null.to_der()?])?;
    let digest_info = encoded(
        Tag::Sequence,
        &[&algorithm, &encoded(Tag::OctetString, &[tag.as_ref()])?],
    )?;
    let salt = encoded(Tag::OctetString, &[&salt])?;
    Ok(encoded(Tag::Sequence, &[&digest_info, &salt, &ITERATIONS.to_der()?])?)
}

/// `[0] IMPLICIT OCTET STRING`.
const CONTENTS: Tag = Tag::ContextSpecific {
    constructed: false,
    number: TagNumber::N0,
};
const FRIENDLY_NAME: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.20");
const LOCAL_KEY_ID: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.21");
