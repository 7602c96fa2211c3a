//! The proof that a PKCS#12 file is whole and that the passphrase is right: an HMAC under a derived key.

use aws_lc_rs::digest::{self, Algorithm};
use aws_lc_rs::hmac;
use pkcs8::der::asn1::{AnyRef, OctetStringRef};
use pkcs8::{AlgorithmIdentifierRef, ObjectIdentifier};

use super::{damaged, sequence};
use crate::encryption::{Budget, EncryptionError, NotOpened, Purpose, derive_key, wide_passphrase};

/// Checks the `MacData` of a file over `contents`.
pub(super) fn verify(
    proof: &AnyRef<'_>,
    contents: &[u8],
    passphrase: &str,
    budget: &mut Budget,
) -> Result<(), NotOpened> {
    let fields = sequence(proof)?;
    let (digest_info, salt, iterations) = match fields.as_slice() {
        [digest_info, salt] => (digest_info, salt, 1),
        [digest_info, salt, iterations] => {
            let iterations: u32 = iterations.decode_as().map_err(|_| EncryptionError::TooMuchWork)?;
            (digest_info, salt, iterations)
        }
        _ => return Err(EncryptionError::Damaged.into()),
    };
    let salt: OctetStringRef<'_> = salt.decode_as().map_err(damaged)?;
    let digest_info = sequence(digest_info)?;
    let [algorithm, tag] = digest_info.as_slice() else {
        return Err(EncryptionError::Damaged.into());
    };
    let algorithm: AlgorithmIdentifierRef<'_> = algorithm.decode_as().map_err(damaged)?;
    let tag: OctetStringRef<'_> = tag.decode_as().map_err(damaged)?;
    let (hash, mac) = algorithms(algorithm.oid).ok_or(EncryptionError::UnknownMethod)?;

    let mut matches = |wide_passphrase: &[u8]| {
        let key = derive_key(
            hash,
            Purpose::Mac,
            wide_passphrase,
            salt.as_bytes(),
            iterations,
            hash.output_len(),
            budget,
        )?;
        Ok::<_, EncryptionError>(hmac::verify(&hmac::Key::new(mac, &key), contents, tag.as_bytes()).is_ok())
    };
    // Some programs write an empty passphrase as two zero bytes, and some as none.
    if matches(&wide_passphrase(passphrase))? || passphrase.is_empty() && matches(&[])? {
        return Ok(());
    }
    Err(NotOpened::WrongPassphrase)
}

fn algorithms(identifier: ObjectIdentifier) -> Option<(&'static Algorithm, hmac::Algorithm)> {
    Some(match identifier {
        SHA1 => (&digest::SHA1_FOR_LEGACY_USE_ONLY, hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY),
        SHA224 => (&digest::SHA224, hmac::HMAC_SHA224),
        SHA256 => (&digest::SHA256, hmac::HMAC_SHA256),
        SHA384 => (&digest::SHA384, hmac::HMAC_SHA384),
        SHA512 => (&digest::SHA512, hmac::HMAC_SHA512),
        _ => return None,
    })
}

const SHA1: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.14.3.2.26");
const SHA224: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.4");
pub(super) const SHA256: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.1");
const SHA384: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.2");
const SHA512: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.3");
