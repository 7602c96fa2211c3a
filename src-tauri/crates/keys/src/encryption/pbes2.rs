//! PBES2 (RFC 8018): a key from PBKDF2 or scrypt, and a cipher in CBC mode. The `pkcs5` crate reads and writes its
//! description; the work is done here, because that crate derives keys tens of times slower in debug builds, and takes
//! a Triple DES vector of fewer than eight bytes for granted and panics.

use std::num::NonZeroU32;

use aws_lc_rs::error::Unspecified;
use aws_lc_rs::pbkdf2;
use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{BlockEncryptMut, KeyIvInit};
use pkcs8::AlgorithmIdentifierRef;
use pkcs8::der::ErrorKind;
use pkcs8::pkcs5::pbes2::{DES_EDE3_CBC_OID, EncryptionScheme, Kdf, Parameters, Pbkdf2Params, Pbkdf2Prf, ScryptParams};
use zeroize::Zeroizing;

use super::{Budget, EncryptionError, NotOpened, decrypt_blocks};
use crate::der::parts;

/// The rounds of key derivation in what is written here: what OWASP's password storage rules ask of PBKDF2 with SHA-256.
pub(crate) const ITERATIONS: u32 = 600_000;

/// Decrypts what another program, or [`Encryption`], encrypted.
pub(super) fn decrypt(
    algorithm: &AlgorithmIdentifierRef<'_>,
    data: &[u8],
    passphrase: &str,
    budget: &mut Budget,
) -> Result<Zeroizing<Vec<u8>>, NotOpened> {
    let parameters = parameters(algorithm)?;
    let scheme = parameters.encryption;
    let key_length = parameters.kdf.key_length().map_or(scheme.key_size(), usize::from);
    if key_length != scheme.key_size() {
        return Err(EncryptionError::Damaged.into());
    }
    budget.spend_on(&parameters.kdf)?;
    let key = match &parameters.kdf {
        Kdf::Pbkdf2(parameters) => derive_pbkdf2(parameters, passphrase, key_length)?,
        Kdf::Scrypt(parameters) => derive_scrypt(parameters, passphrase, key_length)?,
        _ => return Err(EncryptionError::UnknownMethod.into()),
    };
    match scheme {
        EncryptionScheme::Aes128Cbc { iv } => decrypt_blocks::<aes::Aes128>(&key, iv, data),
        EncryptionScheme::Aes192Cbc { iv } => decrypt_blocks::<aes::Aes192>(&key, iv, data),
        EncryptionScheme::Aes256Cbc { iv } => decrypt_blocks::<aes::Aes256>(&key, iv, data),
        EncryptionScheme::DesEde3Cbc { iv } => decrypt_blocks::<des::TdesEde3>(&key, iv, data),
        _ => Err(EncryptionError::UnknownMethod.into()),
    }
}

/// AES-256-CBC under a key from PBKDF2-HMAC-SHA256, with a salt and a vector of its own.
pub(crate) struct Encryption {
    salt: [u8; 16],
    vector: [u8; 16],
}

impl Encryption {
    pub(crate) fn new() -> Result<Self, Unspecified> {
        let (mut salt, mut vector) = ([0; 16], [0; 16]);
        aws_lc_rs::rand::fill(&mut salt)?;
        aws_lc_rs::rand::fill(&mut vector)?;
        Ok(Self { salt, vector })
    }

    /// What a reader must know to decrypt.
    pub(crate) fn parameters(&self) -> Parameters<'_> {
        Parameters {
            kdf: Kdf::Pbkdf2(self.derivation()),
            encryption: EncryptionScheme::Aes256Cbc { iv: &self.vector },
        }
    }

    pub(crate) fn encrypt(&self, plain: &[u8], passphrase: &str) -> Result<Vec<u8>, EncryptionError> {
        let key = derive_pbkdf2(&self.derivation(), passphrase, self.parameters().encryption.key_size())?;
        let cipher =
            cbc::Encryptor::<aes::Aes256>::new_from_slices(&key, &self.vector).map_err(|_| EncryptionError::Damaged)?;
        Ok(cipher.encrypt_padded_vec_mut::<Pkcs7>(plain))
    }

    fn derivation(&self) -> Pbkdf2Params<'_> {
        Pbkdf2Params {
            salt: &self.salt,
            iteration_count: ITERATIONS,
            key_length: None,
            prf: Pbkdf2Prf::HmacWithSha256,
        }
    }
}

fn parameters<'a>(algorithm: &AlgorithmIdentifierRef<'a>) -> Result<Parameters<'a>, EncryptionError> {
    let parameters = algorithm.parameters.ok_or(EncryptionError::Damaged)?;
    let scheme = parts(parameters.value())
        .ok()
        .and_then(|parts| parts.get(1)?.decode_as::<AlgorithmIdentifierRef<'_>>().ok())
        .ok_or(EncryptionError::Damaged)?;
    let vector_length = scheme.parameters.map_or(0, |vector| vector.value().len());
    if scheme.oid == DES_EDE3_CBC_OID && vector_length != 8 {
        return Err(EncryptionError::Damaged);
    }
    Parameters::try_from(parameters).map_err(|error| match error.kind() {
        ErrorKind::OidUnknown { .. } => EncryptionError::UnknownMethod,
        _ => EncryptionError::Damaged,
    })
}

fn derive_pbkdf2(
    parameters: &Pbkdf2Params<'_>,
    passphrase: &str,
    length: usize,
) -> Result<Zeroizing<Vec<u8>>, EncryptionError> {
    let algorithm = match parameters.prf {
        Pbkdf2Prf::HmacWithSha1 => pbkdf2::PBKDF2_HMAC_SHA1,
        Pbkdf2Prf::HmacWithSha256 => pbkdf2::PBKDF2_HMAC_SHA256,
        Pbkdf2Prf::HmacWithSha384 => pbkdf2::PBKDF2_HMAC_SHA384,
        Pbkdf2Prf::HmacWithSha512 => pbkdf2::PBKDF2_HMAC_SHA512,
        _ => return Err(EncryptionError::UnknownMethod),
    };
    let iterations = NonZeroU32::new(parameters.iteration_count).ok_or(EncryptionError::Damaged)?;
    let mut key = Zeroizing::new(vec![0; length]);
    pbkdf2::derive(algorithm, iterations, parameters.salt, passphrase.as_bytes(), &mut key);
    Ok(key)
}

fn derive_scrypt(
    parameters: &ScryptParams<'_>,
    passphrase: &str,
    length: usize,
) -> Result<Zeroizing<Vec<u8>>, EncryptionError> {
    let cost = parameters.cost_parameter.checked_ilog2();
    let cost = cost
        .and_then(|cost| u8::try_from(cost).ok())
        .ok_or(EncryptionError::Damaged)?;
    let limits = scrypt::Params::new(
        cost,
        parameters.block_size.into(),
        parameters.parallelization.into(),
        length,
    )
    .map_err(|_| EncryptionError::Damaged)?;
    let mut key = Zeroizing::new(vec![0; length]);
    scrypt::scrypt(passphrase.as_bytes(), parameters.salt, &limits, &mut key).map_err(|_| EncryptionError::Damaged)?;
    Ok(key)
}
