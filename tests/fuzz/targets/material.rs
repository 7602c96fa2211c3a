//! A key pair and its certificate. No private key is kept in the repository, so they are made anew.

use std::sync::OnceLock;

use keys::{Certificate, KeyBits, KeyPair, Subject};
use time::OffsetDateTime;

/// A key and a certificate, and both in one file.
pub(super) fn pem_and_der() -> Vec<Vec<u8>> {
    static MADE: OnceLock<Vec<Vec<u8>>> = OnceLock::new();
    MADE.get_or_init(|| {
        let key_pair = KeyPair::generate(KeyBits::Rsa2048).expect("keys can be made");
        let subject = Subject::parse("/C=DE/O=Acme/CN=Jane").expect("it is a subject");
        let certificate = Certificate::self_signed(&key_pair, &subject, 365, OffsetDateTime::now_utc());
        let certificate = certificate.expect("the key pair can sign");
        let key = key_pair.private_key_pem();
        vec![
            key.as_bytes().to_vec(),
            certificate.pem().into(),
            certificate.der().to_vec(),
            format!("{}{}", *key, certificate.pem()).into_bytes(),
        ]
    })
    .clone()
}
