//! Opens what is encrypted under a passphrase, and refuses files that ask for more work than an honest one does.

mod budget;
mod pbes2;
mod pkcs12_kdf;

use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{BlockCipher, BlockDecryptMut, KeyInit, KeyIvInit};
use pkcs8::der::asn1::OctetStringRef;
use pkcs8::der::{Decode, SliceReader};
use pkcs8::pkcs5::pbes2::PBES2_OID;
use pkcs8::{AlgorithmIdentifierRef, ObjectIdentifier};
use zeroize::Zeroizing;

pub(crate) use self::budget::Budget;
pub(crate) use self::pbes2::{Encryption, ITERATIONS};
pub(crate) use self::pkcs12_kdf::{Purpose, derive_key, wide_passphrase};
use crate::der::parts;

/// Why something encrypted is not opened, whatever the passphrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum EncryptionError {
    /// `Proc-Type: 4,ENCRYPTED`: what OpenSSL before 1.0 wrote. `openssl pkcs8 -topk8 -in old.key -out new.key` and
    /// `openssl pkey -in old.key -aes256 -out new.key` write it anew.
    #[error("this private key is encrypted in OpenSSL's old way (Proc-Type: 4,ENCRYPTED), which is not read here")]
    OldPem,
    /// The file asks for so many rounds of key derivation, or so much memory, that opening it would take minutes.
    #[error("opening this file would take more work than any key file needs")]
    TooMuchWork,
    /// A method of encryption that is not read here.
    #[error("this is encrypted with a method that is not read here")]
    UnknownMethod,
    /// The description of the encryption is damaged, or not what the format asks for.
    #[error("this file is damaged: its encryption cannot be read")]
    Damaged,
}

/// Why one encrypted thing was not opened.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum NotOpened {
    WrongPassphrase,
    Refused(EncryptionError),
}

impl From<EncryptionError> for NotOpened {
    fn from(error: EncryptionError) -> Self {
        Self::Refused(error)
    }
}

/// The PKCS#8 bytes inside an encrypted PKCS#8 key.
pub(crate) fn open_pkcs8(der: &[u8], passphrase: &str, budget: &mut Budget) -> Result<Zeroizing<Vec<u8>>, NotOpened> {
    let fields = || {
        let mut reader = SliceReader::new(der)?;
        pkcs8::der::Reader::sequence(&mut reader, |fields| {
            let algorithm = AlgorithmIdentifierRef::decode(fields)?;
            Ok((algorithm, OctetStringRef::decode(fields)?.as_bytes()))
        })
    };
    let (algorithm, data): (_, &[u8]) = fields().map_err(|_: pkcs8::der::Error| EncryptionError::Damaged)?;
    decrypt(&algorithm, data, passphrase, budget)
}

/// Decrypts `data` as `algorithm` says: PBES2 (RFC 8018), or the methods of PKCS#12 (RFC 7292) that older programs use.
pub(crate) fn decrypt(
    algorithm: &AlgorithmIdentifierRef<'_>,
    data: &[u8],
    passphrase: &str,
    budget: &mut Budget,
) -> Result<Zeroizing<Vec<u8>>, NotOpened> {
    match algorithm.oid {
        PBES2_OID => pbes2::decrypt(algorithm, data, passphrase, budget),
        THREE_KEY_TRIPLE_DES => decrypt_pkcs12::<des::TdesEde3>(algorithm, 24, data, passphrase, budget),
        TWO_KEY_TRIPLE_DES => decrypt_pkcs12::<des::TdesEde2>(algorithm, 16, data, passphrase, budget),
        RC2_128 => decrypt_pkcs12::<rc2::Rc2>(algorithm, 16, data, passphrase, budget),
        RC2_40 => decrypt_pkcs12::<rc2::Rc2>(algorithm, 5, data, passphrase, budget),
        _ => Err(EncryptionError::UnknownMethod.into()),
    }
}

fn decrypt_pkcs12<Cipher>(
    algorithm: &AlgorithmIdentifierRef<'_>,
    key_length: usize,
    data: &[u8],
    passphrase: &str,
    budget: &mut Budget,
) -> Result<Zeroizing<Vec<u8>>, NotOpened>
where
    Cipher: BlockDecryptMut + BlockCipher + KeyInit,
{
    const VECTOR_LENGTH: usize = 8;
    let parameters = algorithm.parameters.ok_or(EncryptionError::Damaged)?;
    let parameters = parts(parameters.value()).map_err(|_| EncryptionError::Damaged)?;
    let [salt, iterations] = parameters.as_slice() else {
        return Err(EncryptionError::Damaged.into());
    };
    let salt: OctetStringRef<'_> = salt.decode_as().map_err(|_| EncryptionError::Damaged)?;
    let iterations: u32 = iterations.decode_as().map_err(|_| EncryptionError::TooMuchWork)?;

    let hash = &aws_lc_rs::digest::SHA1_FOR_LEGACY_USE_ONLY;
    let passphrase = wide_passphrase(passphrase);
    let mut derive =
        |purpose, length| derive_key(hash, purpose, &passphrase, salt.as_bytes(), iterations, length, budget);
    let key = derive(Purpose::Key, key_length)?;
    let vector = derive(Purpose::Vector, VECTOR_LENGTH)?;
    decrypt_blocks::<Cipher>(&key, &vector, data)
}

/// Decrypts in CBC mode. The padding is the only sign of a wrong passphrase.
fn decrypt_blocks<Cipher>(key: &[u8], vector: &[u8], data: &[u8]) -> Result<Zeroizing<Vec<u8>>, NotOpened>
where
    Cipher: BlockDecryptMut + BlockCipher + KeyInit,
{
    let mut buffer = Zeroizing::new(data.to_vec());
    let length = cbc::Decryptor::<Cipher>::new_from_slices(key, vector)
        .map_err(|_| EncryptionError::Damaged)?
        .decrypt_padded_mut::<Pkcs7>(&mut buffer)
        .map_err(|_| NotOpened::WrongPassphrase)?
        .len();
    buffer.truncate(length);
    Ok(buffer)
}

const THREE_KEY_TRIPLE_DES: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.12.1.3");
const TWO_KEY_TRIPLE_DES: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.12.1.4");
const RC2_128: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.12.1.5");
const RC2_40: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.12.1.6");
