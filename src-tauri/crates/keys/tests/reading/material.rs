//! Everything that one file or text holds.

use std::slice;

use keys::{CertificateError, KeyBits, KeyError, KeyPair, ReadError, Unusable};

use crate::disguises::{KEY_PAIR, certificate, disguises};

/// An Ed25519 key of thirty-two zeros: nobody's, and no key that Adobe takes.
const ELLIPTIC_CURVE_KEY: &str = "-----BEGIN PRIVATE KEY-----\n\
    MC4CAQAwBQYDK2VwBCIEIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n\
    -----END PRIVATE KEY-----\n";
const PUBLIC_KEY: &str = "-----BEGIN PUBLIC KEY-----\n\
    MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n\
    -----END PUBLIC KEY-----\n";

#[test]
fn finds_key_and_certificate_in_any_order_and_disguise() {
    let (key, certificate) = (KEY_PAIR.private_key_pem(), certificate());
    for text in [
        format!("{}{}", *key, certificate.pem()),
        format!("{}{}", certificate.pem(), *key),
        format!("{}{}{}{}", certificate.pem(), *key, certificate.pem(), *key),
    ] {
        for (disguise, bytes) in disguises(&text) {
            let material = keys::read(&bytes, None).unwrap_or_else(|error| panic!("{disguise}: {error}"));
            assert_eq!(material.keys.len(), 1, "{disguise}");
            assert_eq!(*material.keys[0].private_key_pem(), *key, "{disguise}");
            assert_eq!(material.certificates, slice::from_ref(&certificate), "{disguise}");
            assert_eq!(material.unusable, [], "{disguise}");
        }
    }
}

#[test]
fn reads_either_alone_in_every_plain_form() {
    let (key, certificate) = (KEY_PAIR.private_key_pem(), certificate());
    let base64: String = certificate
        .pem()
        .lines()
        .filter(|line| !line.starts_with('-'))
        .collect();
    for bytes in [certificate.pem().as_bytes(), certificate.der(), base64.as_bytes()] {
        let material = keys::read(bytes, Some("a passphrase that nothing needs")).unwrap();
        assert_eq!(material.certificates, slice::from_ref(&certificate));
        assert!(material.keys.is_empty());
    }
    let material = keys::read(key.as_bytes(), None).unwrap();
    assert!(material.certificates.is_empty());
    assert!(certificate.matches(&material.keys[0]));
}

#[test]
fn gives_several_keys_and_certificates_in_their_order() {
    let other = KeyPair::generate(KeyBits::Rsa2048).unwrap();
    let text = format!("{}{}", *other.private_key_pem(), *KEY_PAIR.private_key_pem());
    let material = keys::read(text.as_bytes(), None).unwrap();
    let pems: Vec<_> = material.keys.iter().map(KeyPair::private_key_pem).collect();
    assert_eq!(pems, [other.private_key_pem(), KEY_PAIR.private_key_pem()]);
}

#[test]
fn says_what_cannot_be_used_beside_what_can() {
    let certificate = certificate();
    let cut = &KEY_PAIR.private_key_pem()[..500];
    let text = format!(
        "{ELLIPTIC_CURVE_KEY}{PUBLIC_KEY}{}{ELLIPTIC_CURVE_KEY}{cut}",
        certificate.pem()
    );
    let material = keys::read(text.as_bytes(), None).unwrap();
    assert_eq!(material.certificates, [certificate]);
    assert_eq!(
        material.unusable,
        [
            Unusable::Key(KeyError::NotRsa {
                found: "an Ed25519 key"
            }),
            Unusable::Other { found: "a public key" },
            Unusable::Key(KeyError::Malformed {
                reason: "its last line is missing"
            }),
        ]
    );
}

#[test]
fn says_what_was_given_instead() {
    let sentence = |bytes: &[u8]| keys::read(bytes, None).unwrap_err().to_string();
    assert_eq!(
        sentence(format!("{PUBLIC_KEY}{ELLIPTIC_CURVE_KEY}").as_bytes()),
        "this is an Ed25519 key, and Adobe takes only RSA keys"
    );
    assert_eq!(
        sentence(PUBLIC_KEY.as_bytes()),
        "this is a public key, and neither a private key nor a certificate"
    );
    assert_eq!(
        sentence(b"PuTTY-User-Key-File-3: ssh-rsa"),
        "this is a PuTTY key file, and neither a private key nor a certificate"
    );
    let certificate = certificate();
    assert_eq!(
        sentence(&certificate.der()[..300]),
        "this is damaged: the end of the file is missing"
    );
    assert_eq!(
        keys::read(&certificate.pem().as_bytes()[..300], None).err(),
        Some(ReadError::Unusable(Unusable::Certificate(
            CertificateError::Malformed {
                reason: "its last line is missing"
            }
        )))
    );
    for nothing in [
        &b""[..],
        b"hello",
        b"{\"a\":1}",
        b"<!doctype html>",
        &[0xFF; 64],
        &[0x30],
    ] {
        assert_eq!(keys::read(nothing, None).err(), Some(ReadError::Nothing), "{nothing:?}");
    }
}

#[test]
fn never_prints_a_key() {
    let material = keys::read(KEY_PAIR.private_key_pem().as_bytes(), None).unwrap();
    assert_eq!(
        format!("{material:?}"),
        "Material { keys: [KeyPair { bits: 2048, .. }], certificates: [], unusable: [] }"
    );
}
