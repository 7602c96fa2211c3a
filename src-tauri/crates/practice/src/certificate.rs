//! A certificate as the console takes it: X.509, PEM or DER, with an RSA key. Trust chains, subject
//! and extensions are not looked at (Adobe: "does not check for revocation or trust chains").

use aws_lc_rs::digest;
use aws_lc_rs::signature::{
    RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_2048_8192_SHA384, RSA_PKCS1_2048_8192_SHA512, RsaParameters,
    UnparsedPublicKey,
};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use x509_parser::oid_registry::OID_PKCS1_RSAENCRYPTION;
use x509_parser::pem::Pem;
use x509_parser::prelude::{FromDer, X509Certificate};
use x509_parser::public_key::PublicKey;

/// The bytes are not an X.509 certificate with an RSA key that can sign a JWT.
#[derive(Debug)]
pub(crate) struct NotACertificate;

/// A certificate that can check a signature.
#[derive(Clone)]
pub(crate) struct Certificate {
    der: Vec<u8>,
    public_key: Vec<u8>,
    not_after: i64,
}

/// The algorithms that IMS takes ("RS256, RS384 or RS512").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RsaHash {
    Sha256,
    Sha384,
    Sha512,
}

impl RsaHash {
    pub(crate) const ALL: [Self; 3] = [Self::Sha256, Self::Sha384, Self::Sha512];

    /// From the `alg` of a JWT header.
    pub(crate) fn from_algorithm(name: &str) -> Option<Self> {
        match name {
            "RS256" => Some(Self::Sha256),
            "RS384" => Some(Self::Sha384),
            "RS512" => Some(Self::Sha512),
            _ => None,
        }
    }

    fn parameters(self) -> &'static RsaParameters {
        match self {
            Self::Sha256 => &RSA_PKCS1_2048_8192_SHA256,
            Self::Sha384 => &RSA_PKCS1_2048_8192_SHA384,
            Self::Sha512 => &RSA_PKCS1_2048_8192_SHA512,
        }
    }
}

impl Certificate {
    /// Reads PEM (the first certificate in it) or DER.
    pub(crate) fn parse(bytes: &[u8]) -> Result<Self, NotACertificate> {
        let pem = Pem::iter_from_buffer(bytes)
            .filter_map(Result::ok)
            .find(|block| block.label == "CERTIFICATE");
        let der = pem.map_or_else(|| bytes.to_vec(), |block| block.contents);
        Self::from_der(der)
    }

    /// Reads base64 of DER, the form in which the state file keeps a certificate.
    pub(crate) fn from_base64(text: &str) -> Result<Self, NotACertificate> {
        Self::from_der(STANDARD.decode(text).map_err(|_| NotACertificate)?)
    }

    pub(crate) fn to_base64(&self) -> String {
        STANDARD.encode(&self.der)
    }

    /// SHA-1 of the DER, lower-case hexadecimal without colons, as the console shows it.
    pub(crate) fn fingerprint(&self) -> String {
        digest::digest(&digest::SHA1_FOR_LEGACY_USE_ONLY, &self.der)
            .as_ref()
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }

    /// The end of its validity, in seconds since 1970.
    pub(crate) fn not_after(&self) -> i64 {
        self.not_after
    }

    /// Whether its key made this signature.
    pub(crate) fn verifies(&self, hash: RsaHash, message: &[u8], signature: &[u8]) -> bool {
        UnparsedPublicKey::new(hash.parameters(), &self.public_key)
            .verify(message, signature)
            .is_ok()
    }

    fn from_der(der: Vec<u8>) -> Result<Self, NotACertificate> {
        let (rest, certificate) = X509Certificate::from_der(&der).map_err(|_| NotACertificate)?;
        let key = certificate.public_key();
        let rsa_bits = match key.parsed() {
            Ok(PublicKey::RSA(rsa)) => rsa.key_size(),
            _ => 0,
        };
        let is_rsa = key.algorithm.algorithm == OID_PKCS1_RSAENCRYPTION;
        if !rest.is_empty() || !is_rsa || rsa_bits < 2048 {
            return Err(NotACertificate);
        }
        let public_key = key.subject_public_key.data.to_vec();
        let not_after = certificate.validity().not_after.timestamp();
        Ok(Self {
            der,
            public_key,
            not_after,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rcgen::{CertificateParams, KeyPair, PKCS_ECDSA_P256_SHA256, PKCS_RSA_SHA256, RsaKeySize};

    #[test]
    fn pem_with_text_around_it_and_der_give_the_same_certificate() {
        let key = KeyPair::generate_rsa_for(&PKCS_RSA_SHA256, RsaKeySize::_2048).unwrap();
        let made = CertificateParams::new(vec![]).unwrap().self_signed(&key).unwrap();
        let pem = format!("subject=/CN=x\r\n{}trailing", made.pem().replace('\n', "\r\n"));
        let from_pem = Certificate::parse(pem.as_bytes()).unwrap();
        let from_der = Certificate::parse(made.der()).unwrap();
        assert_eq!(from_pem.fingerprint(), from_der.fingerprint());
        assert_eq!(from_pem.fingerprint().len(), 40);
        let kept = Certificate::from_base64(&from_der.to_base64()).unwrap();
        assert_eq!(kept.fingerprint(), from_der.fingerprint());
    }

    #[test]
    fn a_key_rubbish_and_an_elliptic_certificate_are_refused() {
        let key = KeyPair::generate_for(&PKCS_ECDSA_P256_SHA256).unwrap();
        let elliptic = CertificateParams::new(vec![]).unwrap().self_signed(&key).unwrap();
        assert!(Certificate::parse(elliptic.pem().as_bytes()).is_err());
        assert!(Certificate::parse(key.serialize_pem().as_bytes()).is_err());
        assert!(Certificate::parse(b"hello").is_err());
        assert!(Certificate::parse(b"").is_err());
    }
}
