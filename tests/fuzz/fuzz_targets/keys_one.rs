//! One key, one certificate, and the sentences about everything else.

#![no_main]

use keys::{Certificate, KeyPair};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    match Certificate::from_bytes(bytes) {
        Ok(certificate) => {
            let _ = (certificate.bits(), certificate.subject().to_string());
            let _ = (certificate.not_before(), certificate.not_after());
            let _ = (certificate.sha1_fingerprint(), certificate.sha256_fingerprint());
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
    if let Err(error) = KeyPair::from_bytes(bytes) {
        assert!(!error.to_string().is_empty());
    }
});
