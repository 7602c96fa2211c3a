//! Keys and certificates in files of their own.

use integration::KindName;
use integration::import::{FileState, Format, Import, Unusable};
use keys::{CertificateError, KeyError};

use crate::samples::{assert_is_discreet, has_key, import, only, pair, refused};

#[test]
fn a_key_or_a_certificate_alone_is_a_service_account_that_lacks_the_rest() {
    let key = only(&pair(0).key_pem(), Format::PrivateKey);
    assert_eq!(
        (key.kind, key.environment.clone(), key.name.clone()),
        (KindName::ServiceAccount, None, None)
    );
    assert!(has_key(&key, pair(0)));
    let certificate = only(&pair(0).certificate.pem(), Format::Certificate);
    assert_eq!(certificate.certificate, Some(pair(0).certificate.clone()));
    let both = format!("{}{}", pair(0).certificate.pem(), pair(0).key_pem());
    let both = only(&both, Format::KeyAndCertificate);
    assert_eq!(both.key_matches_certificate(), Some(true));
}

#[test]
fn every_form_of_a_key_is_read() {
    let pem = pair(0).key_pem();
    let lines: Vec<_> = pem.lines().collect();
    let wide: Vec<u8> = [0xFF, 0xFE]
        .into_iter()
        .chain(pem.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    for bytes in [
        pem.replace('\n', "\r\n").into_bytes(),
        pem.replace('\n', "\\n").into_bytes(),
        serde_json::to_vec(&lines).unwrap(),
        serde_json::to_vec(&pem).unwrap(),
        format!("Hello Jane,\nOrganization: Acme\nkey: below\n\n{pem}\nBye\n").into_bytes(),
        lines[1..lines.len() - 1].concat().into_bytes(),
        wide,
    ] {
        let candidates = import(&[("x", &bytes)]).candidates();
        assert!(has_key(&candidates[0], pair(0)), "{}", bytes.len());
    }
    let der = pair(0).certificate.der();
    assert!(import(&[("x", der)]).candidates()[0].certificate.is_some());
}

#[test]
fn a_key_with_a_passphrase_is_locked_until_the_right_one_is_given() {
    let sealed = pair(0).key.to_encrypted_pem("correct horse").unwrap();
    let archive = pair(0)
        .key
        .to_pkcs12(&pair(0).certificate, "correct horse", "Jane")
        .unwrap();
    for (bytes, opened) in [
        (sealed.as_bytes(), Format::PrivateKey),
        (&archive[..], Format::KeyAndCertificate),
    ] {
        let mut import = import(&[("sealed", bytes)]);
        let state = |import: &Import| import.files().remove(0).state;
        assert!(matches!(
            state(&import),
            FileState::Locked {
                wrong_passphrase: false
            }
        ));
        assert!(import.candidates().is_empty());
        import.unlock(0, "wrong");
        assert!(matches!(state(&import), FileState::Locked { wrong_passphrase: true }));
        import.unlock(7, "correct horse");
        import.unlock(0, "correct horse");
        assert!(matches!(state(&import), FileState::Understood));
        assert_eq!(import.files()[0].format, Some(opened));
        assert!(has_key(&import.candidates()[0], pair(0)));
        import.unlock(0, "again");
        assert!(matches!(state(&import), FileState::Understood));
        assert_is_discreet(&import);
    }
}

#[test]
fn what_is_no_usable_key_says_what_it_is() {
    for (text, words) in [
        ("-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBg", "last line"),
        (
            "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
            "certificate",
        ),
        (
            "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n",
            "OpenSSH",
        ),
    ] {
        match refused(text.as_bytes()) {
            Unusable::Key(unusable) => assert!(unusable.to_string().contains(words), "{unusable}"),
            other => panic!("{text}: {other:?}"),
        }
    }
    let small = rcgen::KeyPair::generate_for(&rcgen::PKCS_ECDSA_P256_SHA256).unwrap();
    let Unusable::Key(keys::Unusable::Key(KeyError::NotRsa { .. })) = refused(small.serialize_pem().as_bytes()) else {
        panic!("an elliptic curve key is recognised")
    };
    let certificate = rcgen::CertificateParams::default().self_signed(&small).unwrap();
    let Unusable::Key(keys::Unusable::Certificate(CertificateError::NotRsa)) = refused(certificate.der()) else {
        panic!("a certificate of an elliptic curve key is recognised")
    };
}
