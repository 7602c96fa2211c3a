//! Writes the certificate that `openssl req -x509` would write, extension by extension and in its order.

use aws_lc_rs::digest::{self, SHA1_FOR_LEGACY_USE_ONLY};
use rcgen::string::{Ia5String, PrintableString};
use rcgen::{
    CertificateParams, CustomExtension, DistinguishedName, DnType, DnValue, PKCS_RSA_SHA256, PublicKeyData,
    SerialNumber, SignatureAlgorithm, SigningKey,
};
use time::{Duration, OffsetDateTime, UtcOffset};

use crate::key_pair::KeyPair;
use crate::subject::{Subject, SubjectField};

/// The longest validity of a certificate, in days: ten years.
pub const LONGEST_VALIDITY_DAYS: u32 = 3650;

/// Why a certificate could not be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SelfSignedError {
    /// The number of days is out of range.
    #[error("a certificate can be valid for 1 to {LONGEST_VALIDITY_DAYS} days, not {days}")]
    Validity {
        /// The days that were asked for.
        days: u32,
    },
    /// The first day cannot be written in a certificate: the clock of this computer is far off.
    #[error("a certificate cannot begin in the year {year}")]
    Begin {
        /// The year of the first day.
        year: i32,
    },
    /// The crypto library failed; it gives no reason.
    #[error("this computer could not sign the certificate")]
    Signing,
}

/// The DER of the new certificate.
pub(crate) fn issue(
    key_pair: &KeyPair,
    subject: &Subject,
    validity_days: u32,
    not_before: OffsetDateTime,
) -> Result<Vec<u8>, SelfSignedError> {
    if !(1..=LONGEST_VALIDITY_DAYS).contains(&validity_days) {
        return Err(SelfSignedError::Validity { days: validity_days });
    }
    let not_before = not_before.to_offset(UtcOffset::UTC);
    if !(1950..9900).contains(&not_before.year()) {
        return Err(SelfSignedError::Begin {
            year: not_before.year(),
        });
    }

    let mut params = CertificateParams::default();
    params.not_before = not_before;
    params.not_after = not_before + Duration::days(validity_days.into());
    params.serial_number = Some(serial_number()?);
    params.distinguished_name = distinguished_name(subject)?;
    params.custom_extensions = extensions(key_pair.public_key_pkcs1());
    let certificate = params
        .self_signed(&Issuer(key_pair))
        .map_err(|_| SelfSignedError::Signing)?;
    Ok(certificate.der().to_vec())
}

/// 20 random bytes that are a positive number of exactly 20 bytes.
fn serial_number() -> Result<SerialNumber, SelfSignedError> {
    let mut serial = [0; 20];
    aws_lc_rs::rand::fill(&mut serial).map_err(|_| SelfSignedError::Signing)?;
    serial[0] = serial[0] & 0x7F | 0x40;
    Ok(SerialNumber::from_slice(&serial))
}

fn distinguished_name(subject: &Subject) -> Result<DistinguishedName, SelfSignedError> {
    let mut name = DistinguishedName::new();
    for (field, value) in subject.fields() {
        let (kind, value) = match field {
            SubjectField::Country => (
                DnType::CountryName,
                DnValue::PrintableString(PrintableString::try_from(value).map_err(|_| SelfSignedError::Signing)?),
            ),
            SubjectField::EmailAddress => (
                DnType::CustomDnType(EMAIL_ADDRESS.to_vec()),
                DnValue::Ia5String(Ia5String::try_from(value).map_err(|_| SelfSignedError::Signing)?),
            ),
            SubjectField::State => (DnType::StateOrProvinceName, value.into()),
            SubjectField::Locality => (DnType::LocalityName, value.into()),
            SubjectField::Organization => (DnType::OrganizationName, value.into()),
            SubjectField::OrganizationalUnit => (DnType::OrganizationalUnitName, value.into()),
            SubjectField::CommonName => (DnType::CommonName, value.into()),
            SubjectField::Other(_) => return Err(SelfSignedError::Signing),
        };
        name.push(kind, value);
    }
    Ok(name)
}

/// OpenSSL's three in OpenSSL's order. rcgen's own switches would order them otherwise and hash with SHA-256.
fn extensions(public_key: &[u8]) -> Vec<CustomExtension> {
    let hash = digest::digest(&SHA1_FOR_LEGACY_USE_ONLY, public_key);
    let key_identifier = hash.as_ref();

    let subject_key_identifier = [&[0x04, 0x14], key_identifier].concat();
    let authority_key_identifier = [&[0x30, 0x16, 0x80, 0x14], key_identifier].concat();
    let certificate_authority = vec![0x30, 0x03, 0x01, 0x01, 0xFF];
    let mut basic_constraints = CustomExtension::from_oid_content(BASIC_CONSTRAINTS, certificate_authority);
    basic_constraints.set_criticality(true);
    vec![
        CustomExtension::from_oid_content(SUBJECT_KEY_IDENTIFIER, subject_key_identifier),
        CustomExtension::from_oid_content(AUTHORITY_KEY_IDENTIFIER, authority_key_identifier),
        basic_constraints,
    ]
}

/// The key pair as rcgen wants it, without a second copy of its bytes.
struct Issuer<'a>(&'a KeyPair);

impl PublicKeyData for Issuer<'_> {
    fn der_bytes(&self) -> &[u8] {
        self.0.public_key_pkcs1()
    }

    fn algorithm(&self) -> &'static SignatureAlgorithm {
        &PKCS_RSA_SHA256
    }
}

impl SigningKey for Issuer<'_> {
    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, rcgen::Error> {
        self.0.sign(message).map_err(|_| rcgen::Error::RemoteKeyError)
    }
}

const EMAIL_ADDRESS: &[u64] = &[1, 2, 840, 113549, 1, 9, 1];
const SUBJECT_KEY_IDENTIFIER: &[u64] = &[2, 5, 29, 14];
const AUTHORITY_KEY_IDENTIFIER: &[u64] = &[2, 5, 29, 35];
const BASIC_CONSTRAINTS: &[u64] = &[2, 5, 29, 19];
