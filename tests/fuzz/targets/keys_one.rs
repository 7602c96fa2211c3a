//! One key, one certificate, and the sentences about everything else.

use keys::{Certificate, KeyPair};

use super::material;

pub(super) fn run(data: &[u8]) {
    match Certificate::from_bytes(data) {
        Ok(certificate) => {
            let _ = (certificate.bits(), certificate.subject().to_string());
            let _ = (certificate.not_before(), certificate.not_after());
            let _ = (certificate.sha1_fingerprint(), certificate.sha256_fingerprint());
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
    if let Err(error) = KeyPair::from_bytes(data) {
        assert!(!error.to_string().is_empty());
    }
}

pub(super) fn seeds() -> Vec<Vec<u8>> {
    material::pem_and_der()
}
