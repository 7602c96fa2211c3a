//! All keys and certificates of a file, with and without a passphrase.

use super::material;

pub(super) fn run(data: &[u8]) {
    for passphrase in [None, Some("secret")] {
        let Ok(material) = keys::read(data, passphrase) else {
            continue;
        };
        assert!(material.keys.len() + material.certificates.len() > 0);
        for certificate in &material.certificates {
            let again = keys::Certificate::from_bytes(certificate.pem().as_bytes());
            assert_eq!(again.as_ref(), Ok(certificate));
        }
        for key_pair in &material.keys {
            let again = keys::KeyPair::from_bytes(key_pair.private_key_pem().as_bytes()).expect("it was read once");
            assert_eq!(*again.private_key_pem(), *key_pair.private_key_pem());
        }
    }
}

pub(super) fn seeds() -> Vec<Vec<u8>> {
    material::pem_and_der()
}
