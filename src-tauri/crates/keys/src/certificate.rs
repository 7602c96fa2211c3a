//! The X.509 certificate of a key pair: made here, or read from what a person has.

use std::fmt;

use aws_lc_rs::digest::{self, SHA1_FOR_LEGACY_USE_ONLY, SHA256};
use rsa::pkcs1::{self, LineEnding};
use rsa::pkcs8::der::pem;
use time::OffsetDateTime;
use x509_parser::prelude::{FromDer, X509Certificate};
use x509_parser::public_key::PublicKey;
use x509_parser::x509::AttributeTypeAndValue;

use crate::contents::{Item, PKCS12, UNREADABLE, damage, items};
use crate::key_pair::{KeyPair, modulus_bits};
use crate::self_signed::{self, SelfSignedError};
use crate::subject::{Subject, SubjectField};

/// Why bytes are no certificate that can be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CertificateError {
    /// The private key was given where the certificate is needed: the usual mistake at Adobe's console.
    #[error("this is a private key, not a certificate")]
    IsAPrivateKey,
    /// Only the public key was given.
    #[error("this is a bare public key, not a certificate")]
    IsAPublicKey,
    /// A certificate request, which nobody has signed yet.
    #[error("this is a certificate request, not a certificate")]
    IsACertificateRequest,
    /// A container or format that is not read here.
    #[error("this is {found}, and not a certificate in PEM or DER form")]
    OtherFormat {
        /// The format in words, with its article: "a PKCS#12 file".
        found: &'static str,
    },
    /// Nothing in the input looks like an X.509 certificate.
    #[error("this holds no X.509 certificate")]
    NotX509,
    /// The certificate of a key that is not RSA.
    #[error("the key of this certificate is not an RSA key, and Adobe takes only RSA keys")]
    NotRsa,
    /// More than one certificate, so that nobody can say which is meant.
    #[error("this holds {count} certificates, and one is needed")]
    Several {
        /// How many different ones there are.
        count: usize,
    },
    /// It begins as a certificate, but is damaged or incomplete.
    #[error("this certificate is damaged: {reason}")]
    Malformed {
        /// What is wrong, in words that follow a colon.
        reason: &'static str,
    },
}

/// An X.509 certificate of an RSA key. Public: it may be shown, saved and sent.
#[derive(Clone, PartialEq, Eq)]
pub struct Certificate {
    der: Vec<u8>,
    subject: Subject,
    not_before: OffsetDateTime,
    not_after: OffsetDateTime,
    public_key: PublicNumbers,
}

#[derive(Clone, PartialEq, Eq)]
struct PublicNumbers {
    modulus: Vec<u8>,
    exponent: Vec<u8>,
}

impl Certificate {
    /// Makes the certificate that `openssl req -x509 -sha256 -nodes -days N` makes for the key: X.509 v3, SHA-256 with
    /// RSA, 20 random bytes of serial number, subject key identifier, authority key identifier, and CA:TRUE.
    ///
    /// `validity_days` counts days of 24 hours from `not_before`, from 1 to [`crate::LONGEST_VALIDITY_DAYS`].
    ///
    /// # Errors
    /// When the validity is out of range, or the crypto library fails.
    pub fn self_signed(
        key_pair: &KeyPair,
        subject: &Subject,
        validity_days: u32,
        not_before: OffsetDateTime,
    ) -> Result<Self, SelfSignedError> {
        let der = self_signed::issue(key_pair, subject, validity_days, not_before)?;
        Self::from_der(&der).map_err(|_| SelfSignedError::Signing)
    }

    /// Reads a certificate in PEM or DER form. The PEM may have any line ends (also the two characters `\n` of a JSON
    /// string), text around it, and a private key beside it.
    ///
    /// # Errors
    /// Every other input has its own [`CertificateError`], so that a caller can say what was given instead.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, CertificateError> {
        let items = items(bytes);
        if let Some(reason) = damage(&items) {
            return Err(CertificateError::Malformed { reason });
        }
        let mut certificates: Vec<_> = items
            .iter()
            .filter_map(|item| match item {
                Item::Certificate(der) => Some(der),
                _ => None,
            })
            .collect();
        certificates.dedup();
        match certificates.as_slice() {
            [] => Err(instead_of_a_certificate(&items)),
            [der] => Self::from_der(der),
            several => Err(CertificateError::Several { count: several.len() }),
        }
    }

    /// The certificate as PEM, 64 columns, LF, as `openssl` writes `certificate_pub.crt`.
    pub fn pem(&self) -> String {
        pem::encode_string("CERTIFICATE", LineEnding::LF, &self.der)
            .expect("a PEM label of letters and DER of a few kilobytes always encode")
    }

    /// The certificate as DER.
    pub fn der(&self) -> &[u8] {
        &self.der
    }

    /// SHA-1 of the DER in lowercase hex without colons: how Adobe's console names a certificate.
    pub fn sha1_fingerprint(&self) -> String {
        hex(digest::digest(&SHA1_FOR_LEGACY_USE_ONLY, &self.der).as_ref())
    }

    /// SHA-256 of the DER in lowercase hex without colons.
    pub fn sha256_fingerprint(&self) -> String {
        hex(digest::digest(&SHA256, &self.der).as_ref())
    }

    /// Who the certificate is about.
    pub fn subject(&self) -> &Subject {
        &self.subject
    }

    /// The first moment of its validity, in UTC.
    pub fn not_before(&self) -> OffsetDateTime {
        self.not_before
    }

    /// The last moment of its validity, in UTC.
    pub fn not_after(&self) -> OffsetDateTime {
        self.not_after
    }

    /// The size of the modulus of its key in bits.
    pub fn bits(&self) -> u32 {
        modulus_bits(&self.public_key.modulus)
    }

    /// Whether the certificate carries the public half of `key_pair`.
    pub fn matches(&self, key_pair: &KeyPair) -> bool {
        pkcs1::RsaPublicKey::try_from(key_pair.public_key_pkcs1()).is_ok_and(|key| {
            key.modulus.as_bytes() == self.public_key.modulus
                && key.public_exponent.as_bytes() == self.public_key.exponent
        })
    }

    pub(crate) fn from_der(der: &[u8]) -> Result<Self, CertificateError> {
        let (_, parsed) = X509Certificate::from_der(der).map_err(|_| CertificateError::NotX509)?;
        let public_key = match parsed.public_key().parsed() {
            Ok(PublicKey::RSA(key)) => PublicNumbers {
                modulus: without_leading_zeros(key.modulus),
                exponent: without_leading_zeros(key.exponent),
            },
            Ok(_) => return Err(CertificateError::NotRsa),
            Err(_) => {
                return Err(CertificateError::Malformed {
                    reason: "its public key cannot be read",
                });
            }
        };
        let validity = parsed.validity();
        Ok(Self {
            der: der.to_vec(),
            subject: Subject::from_certificate(parsed.subject().iter_attributes().map(subject_field).collect()),
            not_before: validity.not_before.to_datetime(),
            not_after: validity.not_after.to_datetime(),
            public_key,
        })
    }
}

impl fmt::Debug for Certificate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Certificate")
            .field("subject", &self.subject.to_string())
            .field("sha1_fingerprint", &self.sha1_fingerprint())
            .field("not_after", &self.not_after)
            .finish_non_exhaustive()
    }
}

/// Which sentence fits best when there is no certificate.
fn instead_of_a_certificate(items: &[Item]) -> CertificateError {
    match items.first() {
        None => CertificateError::NotX509,
        Some(
            Item::RsaPrivateKey(_)
            | Item::OtherPrivateKey(_)
            | Item::EncryptedPrivateKey(_)
            | Item::OldEncryptedPrivateKey,
        ) => CertificateError::IsAPrivateKey,
        Some(Item::PublicKey) => CertificateError::IsAPublicKey,
        Some(Item::CertificateRequest) => CertificateError::IsACertificateRequest,
        Some(Item::Pkcs12(_)) => CertificateError::OtherFormat { found: PKCS12 },
        Some(Item::OtherFormat(found)) => CertificateError::OtherFormat { found },
        Some(Item::Damaged(_, reason)) => CertificateError::Malformed { reason },
        Some(Item::Certificate(_) | Item::Unreadable(_)) => CertificateError::Malformed { reason: UNREADABLE },
    }
}

fn subject_field(attribute: &AttributeTypeAndValue<'_>) -> (SubjectField, String) {
    let identifier = attribute.attr_type().to_id_string();
    let field = match identifier.as_str() {
        "2.5.4.6" => SubjectField::Country,
        "2.5.4.8" => SubjectField::State,
        "2.5.4.7" => SubjectField::Locality,
        "2.5.4.10" => SubjectField::Organization,
        "2.5.4.11" => SubjectField::OrganizationalUnit,
        "2.5.4.3" => SubjectField::CommonName,
        "1.2.840.113549.1.9.1" => SubjectField::EmailAddress,
        _ => SubjectField::Other(identifier),
    };
    let value = attribute.as_str().map_or_else(
        |_| String::from_utf8_lossy(attribute.as_slice()).into_owned(),
        str::to_owned,
    );
    (field, value)
}

fn without_leading_zeros(number: &[u8]) -> Vec<u8> {
    let significant = number.iter().position(|byte| *byte != 0).unwrap_or(number.len());
    number[significant..].to_vec()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
