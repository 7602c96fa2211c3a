//! Private keys on their way out, encrypted under a passphrase.

use aws_lc_rs::error::Unspecified;
use pkcs8::der::Encode;
use pkcs8::{EncryptedPrivateKeyInfo, LineEnding, SecretDocument};
use zeroize::Zeroizing;

use crate::certificate::Certificate;
use crate::encryption::{Encryption, EncryptionError};
use crate::key_pair::KeyPair;
use crate::pkcs12;

/// Why a private key was not written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ExportError {
    /// An empty passphrase protects nothing.
    #[error("a passphrase is needed to protect the private key")]
    EmptyPassphrase,
    /// The certificate belongs to another private key.
    #[error("this certificate belongs to another private key")]
    OtherCertificate,
    /// The crypto library failed; it gives no reason.
    #[error("this computer could not encrypt the private key")]
    Encryption,
}

impl From<pkcs8::der::Error> for ExportError {
    fn from(_: pkcs8::der::Error) -> Self {
        Self::Encryption
    }
}

impl From<EncryptionError> for ExportError {
    fn from(_: EncryptionError) -> Self {
        Self::Encryption
    }
}

impl From<Unspecified> for ExportError {
    fn from(_: Unspecified) -> Self {
        Self::Encryption
    }
}

impl KeyPair {
    /// The private key as PEM under a passphrase: PKCS#8 with PBES2, PBKDF2-HMAC-SHA256 and AES-256-CBC, which OpenSSL
    /// 1.0 and later read. The same characters give other bytes each time.
    ///
    /// Takes up to a second: call it off the UI thread.
    ///
    /// # Errors
    /// When the passphrase is empty, or the crypto library fails.
    pub fn to_encrypted_pem(&self, passphrase: &str) -> Result<String, ExportError> {
        let der = self.encrypted_der(passphrase)?;
        let document = SecretDocument::try_from(der)?;
        let pem = document.to_pem("ENCRYPTED PRIVATE KEY", LineEnding::LF)?;
        Ok(pem.as_str().to_owned())
    }

    /// The private key and its certificate as a PKCS#12 file (.p12) under a passphrase: AES-256-CBC and a SHA-256 MAC,
    /// which OpenSSL 1.1 and later, Windows 10 and later, macOS 13 and later and Java 8u301 and later read.
    ///
    /// `friendly_name` is what key stores show; none is written when it is empty. Takes up to some seconds: call it off
    /// the UI thread.
    ///
    /// # Errors
    /// When the passphrase is empty, the certificate is not of this key, or the crypto library fails.
    pub fn to_pkcs12(
        &self,
        certificate: &Certificate,
        passphrase: &str,
        friendly_name: &str,
    ) -> Result<Zeroizing<Vec<u8>>, ExportError> {
        if !certificate.matches(self) {
            return Err(ExportError::OtherCertificate);
        }
        let encrypted_key = self.encrypted_der(passphrase)?;
        pkcs12::write(&encrypted_key, certificate.der(), passphrase, friendly_name)
    }

    fn encrypted_der(&self, passphrase: &str) -> Result<Vec<u8>, ExportError> {
        if passphrase.is_empty() {
            return Err(ExportError::EmptyPassphrase);
        }
        let encryption = Encryption::new()?;
        let encrypted_data = encryption.encrypt(self.pkcs8_der(), passphrase)?;
        Ok(EncryptedPrivateKeyInfo {
            encryption_algorithm: encryption.parameters().into(),
            encrypted_data: &encrypted_data,
        }
        .to_der()?)
    }
}
