//! One key, one certificate, and making them.

use keys::{Certificate, CertificateError, KeyBits, KeyError, KeyPair, SelfSignedError, Subject, SubjectField};
use time::Duration;
use x509_parser::prelude::{FromDer, X509Certificate};

use crate::disguises::{KEY_PAIR, NOW, certificate, disguises};

#[test]
fn reads_a_key_however_its_text_was_changed() {
    let pem = KEY_PAIR.private_key_pem();
    for (disguise, bytes) in disguises(&pem) {
        let read = KeyPair::from_bytes(&bytes).unwrap_or_else(|error| panic!("{disguise}: {error}"));
        assert_eq!(*read.private_key_pem(), *pem, "{disguise}");
    }
    let body: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
    assert_eq!(*KeyPair::from_bytes(body.as_bytes()).unwrap().private_key_pem(), *pem);
}

#[test]
fn reads_a_certificate_however_its_text_was_changed() {
    let certificate = certificate();
    for (disguise, bytes) in disguises(&certificate.pem()) {
        let read = Certificate::from_bytes(&bytes).unwrap_or_else(|error| panic!("{disguise}: {error}"));
        assert_eq!(read, certificate, "{disguise}");
    }
    let with_line_end = [certificate.der(), b"\r\n"].concat();
    assert_eq!(Certificate::from_bytes(&with_line_end).unwrap(), certificate);
}

#[test]
fn finds_key_and_certificate_in_one_file() {
    let both = format!("{}{}", certificate().pem(), *KEY_PAIR.private_key_pem());
    assert!(
        Certificate::from_bytes(both.as_bytes())
            .unwrap()
            .matches(&KeyPair::from_bytes(both.as_bytes()).unwrap())
    );
}

#[test]
fn tells_a_certificate_of_another_key() {
    let other = KeyPair::generate(KeyBits::Rsa2048).unwrap();
    assert!(certificate().matches(&KEY_PAIR));
    assert!(!certificate().matches(&other));
}

#[test]
fn shows_subject_and_validity() {
    let certificate = certificate();
    assert_eq!(certificate.subject().to_string(), "/C=DE/CN=Jane");
    assert_eq!(certificate.not_before(), NOW);
    assert_eq!(certificate.not_after(), NOW + Duration::days(365));
    assert_eq!(certificate.bits(), 2048);
    assert_eq!(certificate.sha1_fingerprint().len(), 40);
}

#[test]
fn makes_a_certificate_that_another_parser_verifies() {
    let certificate = certificate();
    let (rest, parsed) = X509Certificate::from_der(certificate.der()).unwrap();
    assert!(rest.is_empty());
    assert!(parsed.is_ca());
    assert_eq!(parsed.raw_serial().len(), 20);
    assert!(parsed.raw_serial()[0] < 0x80, "a serial number is positive");
    let extensions: Vec<_> = parsed
        .extensions()
        .iter()
        .map(|extension| (extension.oid.to_id_string(), extension.critical))
        .collect();
    assert_eq!(
        extensions,
        [
            ("2.5.29.14".to_owned(), false),
            ("2.5.29.35".to_owned(), false),
            ("2.5.29.19".to_owned(), true)
        ]
    );
    let again = Certificate::self_signed(&KEY_PAIR, &Subject::empty(), 365, NOW).unwrap();
    let (_, again) = X509Certificate::from_der(again.der()).unwrap();
    assert_ne!(parsed.raw_serial(), again.raw_serial(), "serial numbers are random");
}

#[test]
fn refuses_a_validity_that_is_out_of_range() {
    let issue = |days, begin| Certificate::self_signed(&KEY_PAIR, &Subject::empty(), days, begin).map(drop);
    assert_eq!(issue(0, NOW), Err(SelfSignedError::Validity { days: 0 }));
    assert_eq!(issue(3651, NOW), Err(SelfSignedError::Validity { days: 3651 }));
    assert_eq!(
        issue(1, NOW.replace_year(1900).unwrap()),
        Err(SelfSignedError::Begin { year: 1900 })
    );
    let past_2050 = NOW.replace_year(2048).unwrap();
    let long = Certificate::self_signed(&KEY_PAIR, &Subject::empty(), 3650, past_2050).unwrap();
    assert_eq!(long.not_after(), past_2050 + Duration::days(3650));
}

#[test]
fn says_why_a_damaged_key_cannot_be_read() {
    let pem = KEY_PAIR.private_key_pem();
    let reason = |text: &str| match KeyPair::from_bytes(text.as_bytes()) {
        Err(KeyError::Malformed { reason }) => reason,
        other => panic!("{other:?}"),
    };
    assert_eq!(reason(&pem[..pem.len() / 2]), "its last line is missing");
    assert_eq!(
        reason(&pem.replacen('M', "…", 2)),
        "it contains characters that do not belong there"
    );
    let lines: Vec<_> = pem.lines().collect();
    let without_a_line = [&lines[..5], &lines[6..]].concat().join("\n");
    assert_eq!(reason(&without_a_line), "its contents cannot be read");

    let certificate = certificate();
    assert_eq!(
        Certificate::from_bytes(&certificate.der()[..200]),
        Err(CertificateError::Malformed {
            reason: "the end of the file is missing"
        })
    );
}

#[test]
fn refuses_a_key_whose_numbers_do_not_belong_together() {
    let pem = KEY_PAIR.private_key_pem();
    let lines: Vec<_> = pem.lines().collect();
    let middle = lines.len() / 2;
    let mut swapped: Vec<String> = lines.iter().map(ToString::to_string).collect();
    swapped[middle] = lines[middle].chars().rev().collect();
    assert_eq!(
        KeyPair::from_bytes(swapped.join("\n").as_bytes()).unwrap_err(),
        KeyError::Malformed {
            reason: "its numbers do not belong together"
        }
    );
}

#[test]
fn says_when_nothing_or_too_much_was_given() {
    for nothing in [
        &b""[..],
        b"hello",
        b"{\"a\":1}",
        b"0",
        b"00000000",
        &[0x30],
        &[0x30, 0x80],
        &[0xFF; 64],
        b"<!doctype html>",
    ] {
        assert_eq!(
            KeyPair::from_bytes(nothing).unwrap_err(),
            KeyError::NotAKey,
            "{nothing:?}"
        );
        assert_eq!(
            Certificate::from_bytes(nothing),
            Err(CertificateError::NotX509),
            "{nothing:?}"
        );
    }
    let one = KEY_PAIR.private_key_pem();
    let other = KeyPair::generate(KeyBits::Rsa2048).unwrap().private_key_pem();
    let both = format!("{}{}", *one, *other);
    assert_eq!(
        KeyPair::from_bytes(both.as_bytes()).unwrap_err(),
        KeyError::Several { count: 2 }
    );
    let twice = format!("{}{}", *one, *one);
    assert!(
        KeyPair::from_bytes(twice.as_bytes()).is_ok(),
        "the same key twice is one key"
    );
    assert_eq!(KeyBits::try_from(1024), Err(KeyError::UnsupportedSize { bits: 1024 }));
}

#[test]
fn survives_every_single_damaged_byte() {
    let certificate = certificate();
    for position in 0..certificate.der().len() {
        for damage in [0x00, 0x30, 0x80, 0xFF] {
            let mut bytes = certificate.der().to_vec();
            bytes[position] = damage;
            let _ = Certificate::from_bytes(&bytes).map(|read| (read.bits(), read.subject().to_string(), read.pem()));
            let _ = KeyPair::from_bytes(&bytes);
        }
        let _ = Certificate::from_bytes(&certificate.der()[..position]);
    }
}

#[test]
fn never_prints_the_key() {
    let shown = format!("{:?}", *KEY_PAIR);
    assert_eq!(shown, "KeyPair { bits: 2048, .. }");
}

#[test]
fn a_subject_can_be_built_field_by_field() {
    let subject = Subject::empty()
        .with(SubjectField::Country, "US")
        .and_then(|subject| subject.with(SubjectField::State, ""))
        .and_then(|subject| subject.with(SubjectField::Organization, "A/B + C"))
        .unwrap();
    assert_eq!(subject.to_string(), r"/C=US/O=A\/B \+ C");
    assert_eq!(Subject::parse(&subject.to_string()), Ok(subject));
}
