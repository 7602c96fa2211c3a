//! Certificate authorities that are trusted beside the system's own.

use std::path::Path;
use std::sync::Arc;

use reqwest::Certificate;
use rustls::RootCertStore;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;

use crate::ClientError;

/// The largest file that is read. A whole system's list has about 200 KB.
const LARGEST_FILE: u64 = 4 * 1024 * 1024;

/// Reads a file with certificate authorities: one or more certificates in PEM form, or a single one in DER form, as
/// companies hand them out.
///
/// # Errors
/// [`ClientError::AuthoritiesFile`] when it cannot be read, and [`ClientError::Authorities`] when it holds a key or no
/// certificate.
pub fn read_authorities(path: &Path) -> Result<Vec<u8>, ClientError> {
    let unreadable = |source: std::io::Error| ClientError::AuthoritiesFile {
        path: path.to_owned(),
        source: Arc::new(source),
    };
    let size = std::fs::metadata(path).map_err(unreadable)?.len();
    if size > LARGEST_FILE {
        return Err(ClientError::Authorities(NoAuthorities::TooLarge));
    }
    let bytes = std::fs::read(path).map_err(unreadable)?;
    certificates(&bytes)?;
    Ok(bytes)
}

/// Why bytes give no certificate authority.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoAuthorities {
    /// There is no certificate in them.
    #[error("there is no certificate in it")]
    NoCertificate,
    /// They are a private key.
    #[error("it is a private key")]
    IsKey,
    /// A certificate in them cannot be read.
    #[error("a certificate in it cannot be read")]
    Unreadable,
    /// They are far more than certificates need.
    #[error("it is larger than 4 MB")]
    TooLarge,
}

/// The certificates in a file's content.
pub(crate) fn certificates(bytes: &[u8]) -> Result<Vec<Certificate>, ClientError> {
    let refused = |why| Err(ClientError::Authorities(why));
    let text = String::from_utf8_lossy(bytes);
    // A certificate with its key beside it is refused too: the key does not belong on this path.
    if text.contains("PRIVATE KEY-----") {
        return refused(NoAuthorities::IsKey);
    }
    let ders: Vec<CertificateDer<'static>> = if text.contains("-----BEGIN ") {
        match CertificateDer::pem_slice_iter(bytes).collect() {
            Ok(ders) => ders,
            Err(_) => return refused(NoAuthorities::Unreadable),
        }
    } else {
        vec![CertificateDer::from(bytes.to_vec())]
    };
    if ders.is_empty() {
        return refused(NoAuthorities::NoCertificate);
    }
    let is_pem = text.contains("-----BEGIN ");
    let mut certificates = Vec::with_capacity(ders.len());
    for der in ders {
        if RootCertStore::empty().add(der.clone()).is_err() {
            return refused(if is_pem {
                NoAuthorities::Unreadable
            } else {
                NoAuthorities::NoCertificate
            });
        }
        match Certificate::from_der(&der) {
            Ok(certificate) => certificates.push(certificate),
            Err(_) => return refused(NoAuthorities::Unreadable),
        }
    }
    Ok(certificates)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_certificate_is_told_apart() {
        let key = "-----BEGIN PRIVATE KEY-----\nMII=\n-----END PRIVATE KEY-----\n";
        let broken = "-----BEGIN CERTIFICATE-----\nTUlJ\n-----END CERTIFICATE-----\n";
        let other = "-----BEGIN CERTIFICATE REQUEST-----\nTUlJ\n-----END CERTIFICATE REQUEST-----\n";
        for (bytes, expected) in [
            (key, NoAuthorities::IsKey),
            (broken, NoAuthorities::Unreadable),
            (other, NoAuthorities::NoCertificate),
            ("hello", NoAuthorities::NoCertificate),
            ("", NoAuthorities::NoCertificate),
        ] {
            match certificates(bytes.as_bytes()).unwrap_err() {
                ClientError::Authorities(why) => assert_eq!(why, expected, "{bytes}"),
                error => panic!("{error}"),
            }
        }
    }

    #[test]
    fn a_missing_file_is_named() {
        let error = read_authorities(Path::new("nowhere/ca.pem")).unwrap_err();
        assert!(error.to_string().contains("ca.pem"), "{error}");
    }
}
