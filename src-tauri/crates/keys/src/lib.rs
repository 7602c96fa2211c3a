//! RSA key pairs and X.509 certificates for service-account integrations: what a person would otherwise make, read and
//! compare with `openssl`. No network and no files: bytes in, bytes and text out.
//!
//! ```
//! use keys::{Certificate, KeyBits, KeyPair, Subject};
//! use time::OffsetDateTime;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let key_pair = KeyPair::generate(KeyBits::Rsa2048)?;
//! let subject = Subject::parse("/C=US/O=My Company/CN=Jane Administrator")?;
//! let certificate = Certificate::self_signed(&key_pair, &subject, 365, OffsetDateTime::now_utc())?;
//!
//! assert!(certificate.matches(&key_pair));
//! assert!(certificate.pem().starts_with("-----BEGIN CERTIFICATE-----\n"));
//! # Ok(())
//! # }
//! ```

#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test may fail loudly"))]

mod armor;
mod ber;
mod certificate;
mod contents;
mod der;
mod encryption;
mod export;
mod key_pair;
mod pkcs12;
mod read;
mod self_signed;
mod subject;

pub use armor::text_of;
pub use certificate::{Certificate, CertificateError};
pub use encryption::EncryptionError;
pub use export::ExportError;
pub use key_pair::{KeyBits, KeyError, KeyPair, LARGEST_KEY_BITS, SMALLEST_KEY_BITS};
pub use read::{Material, ReadError, Unusable, read};
pub use self_signed::{LONGEST_VALIDITY_DAYS, SelfSignedError};
pub use subject::{Subject, SubjectError, SubjectField};
