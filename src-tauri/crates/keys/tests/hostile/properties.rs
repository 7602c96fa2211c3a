//! Whatever bytes or text are given: an answer or a typed error, soon, with no panic.

use std::sync::LazyLock;

use keys::{Certificate, KeyBits, KeyPair, ReadError, Subject};
use pkcs8::pkcs5::pbes2;
use pkcs8::{LineEnding, PrivateKeyInfo, SecretDocument};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use time::OffsetDateTime;

use crate::der::{bag, data, value};

/// One honest file of every kind. Those under a passphrase ask for few rounds of key derivation, so that they can be
/// read thousands of times; what the others ask for is bounded, which `limits.rs` tests.
static FILES: LazyLock<[Vec<u8>; 8]> = LazyLock::new(|| {
    let key_pair = KeyPair::generate(KeyBits::Rsa2048).unwrap();
    let subject = Subject::parse("/C=DE/O=Söhne/CN=Jane").unwrap();
    let certificate = Certificate::self_signed(&key_pair, &subject, 365, OffsetDateTime::now_utc()).unwrap();
    let pem = key_pair.private_key_pem();
    let key = SecretDocument::from_pem(&pem).unwrap().1;
    let parameters = pbes2::Parameters::pbkdf2_sha256_aes256cbc(2, b"saltsalt", &[7; 16]).unwrap();
    let encrypted = PrivateKeyInfo::try_from(key.as_bytes())
        .unwrap()
        .encrypt_with_params(parameters, PASSPHRASE)
        .unwrap();

    let x509 = b"\x06\x0a\x2a\x86\x48\x86\xf7\x0d\x01\x09\x16\x01";
    let octets = value(0x04, &[certificate.der()]);
    let certificate_bag = bag(3, &value(0x30, &[x509, &value(0xA0, &[&octets])]));
    let bags = value(
        0x30,
        &[&bag(1, key.as_bytes()), &bag(2, encrypted.as_bytes()), &certificate_bag],
    );
    let nested = value(0x30, &[&bag(6, &bags)]);
    let version: &[u8] = &[0x02, 0x01, 0x03];
    let safes = data(&value(0x30, &[&data(&bags), &data(&nested)]));
    let sha1: &[u8] = b"\x30\x09\x06\x05\x2b\x0e\x03\x02\x1a\x05\x00";
    let digest_info = value(0x30, &[sha1, &value(0x04, &[&[1; 20]])]);
    let proof = value(0x30, &[&digest_info, &value(0x04, &[b"saltsalt"]), &[0x02, 0x01, 0x02]]);
    [
        key.as_bytes().to_vec(),
        encrypted.as_bytes().to_vec(),
        certificate.der().to_vec(),
        value(0x30, &[version, &safes]),
        value(0x30, &[version, &safes, &proof]),
        encrypted
            .to_pem("ENCRYPTED PRIVATE KEY", LineEnding::CRLF)
            .unwrap()
            .as_bytes()
            .to_vec(),
        format!("{}{}", *pem, certificate.pem()).into_bytes(),
        pem.replace('\n', "\\n").into_bytes(),
    ]
});

const PASSPHRASE: &str = "secret";

/// Reads in every way.
fn read_in_every_way(bytes: &[u8]) {
    for passphrase in [None, Some(PASSPHRASE)] {
        let Ok(material) = keys::read(bytes, passphrase) else {
            continue;
        };
        for certificate in &material.certificates {
            assert_eq!(
                Certificate::from_bytes(certificate.pem().as_bytes()).as_ref(),
                Ok(certificate)
            );
            let _ = (certificate.subject().to_string(), certificate.bits());
        }
        for key_pair in &material.keys {
            assert!(KeyPair::from_bytes(key_pair.private_key_pem().as_bytes()).is_ok());
        }
        assert!(material.keys.len() + material.certificates.len() > 0);
    }
    let _ = KeyPair::from_bytes(bytes);
    let _ = Certificate::from_bytes(bytes);
}

#[test]
fn the_honest_files_are_read() {
    for (index, file) in FILES.iter().enumerate() {
        let material = keys::read(file, Some(PASSPHRASE));
        match index {
            2 => assert_eq!(material.unwrap().certificates.len(), 1),
            // Its proof is not right.
            4 => assert_eq!(material.unwrap_err(), ReadError::PassphraseWrong),
            _ => assert_eq!(material.unwrap().keys.len(), 1, "{index}"),
        }
    }
}

/// A change that a bad copy, a bad disk or a bad person makes.
#[derive(Clone, Debug)]
enum Change {
    Byte(Index, u8),
    Cut(Index),
    Remove(Index, usize),
    Repeat(Index, usize),
    Insert(Index, Vec<u8>),
}

fn change() -> impl Strategy<Value = Change> {
    let position = any::<Index>;
    prop_oneof![
        4 => (position(), any::<u8>()).prop_map(|(at, byte)| Change::Byte(at, byte)),
        1 => position().prop_map(Change::Cut),
        1 => (position(), 1..40_usize).prop_map(|(at, count)| Change::Remove(at, count)),
        1 => (position(), 1..40_usize).prop_map(|(at, count)| Change::Repeat(at, count)),
        1 => (position(), vec(any::<u8>(), 1..8)).prop_map(|(at, bytes)| Change::Insert(at, bytes)),
    ]
}

fn apply(change: &Change, bytes: &mut Vec<u8>) {
    if bytes.is_empty() {
        return;
    }
    let length = bytes.len();
    match change {
        Change::Byte(at, byte) => bytes[at.index(length)] = *byte,
        Change::Cut(at) => bytes.truncate(at.index(length)),
        Change::Remove(at, count) => {
            let at = at.index(length);
            bytes.drain(at..length.min(at + count));
        }
        Change::Repeat(at, count) => {
            let at = at.index(length);
            let again = bytes[at..length.min(at + count)].to_vec();
            bytes.splice(at..at, again);
        }
        Change::Insert(at, more) => {
            let at = at.index(length);
            bytes.splice(at..at, more.iter().copied());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(bytes in vec(any::<u8>(), 0..2000)) {
        read_in_every_way(&bytes);
    }

    #[test]
    fn any_der_like_bytes(bytes in vec(select(&[0x30, 0x82, 0x02, 0x01, 0x03, 0x04, 0x05, 0x06, 0x80, 0x84, 0xA0, 0xFF, 0x00][..]), 0..200)) {
        read_in_every_way(&[&[0x30, 0x80 | 0x02][..], &bytes].concat());
        read_in_every_way(&bytes);
    }

    #[test]
    fn any_text_with_parts_of_pem(parts in vec(prop_oneof![
        Just("-----BEGIN ".to_owned()),
        Just("PRIVATE KEY".to_owned()),
        Just("CERTIFICATE".to_owned()),
        Just("-----".to_owned()),
        Just("\n-----END PRIVATE KEY-----\n".to_owned()),
        Just("Proc-Type: 4,ENCRYPTED\n".to_owned()),
        Just("\\n".to_owned()),
        "[A-Za-z0-9+/=]{0,64}\n",
        ".{0,20}",
    ], 0..20)) {
        let text = parts.concat();
        read_in_every_way(text.as_bytes());
        let wide: Vec<u8> = "\u{FEFF}".encode_utf16().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        read_in_every_way(&wide);
    }

    #[test]
    fn any_changes_of_honest_files(file in 0..8_usize, changes in vec(change(), 1..6)) {
        let mut bytes = FILES[file].clone();
        for change in &changes {
            apply(change, &mut bytes);
        }
        read_in_every_way(&bytes);
    }

    #[test]
    fn any_subject(text in ".*", fields in vec(("(C|ST|L|O|OU|CN|emailAddress|c|X)", "[^=]{0,12}"), 0..6)) {
        let joined: String = fields.iter().map(|(name, value)| format!("/{name}={value}")).collect();
        for text in [text, joined] {
            if let Ok(subject) = Subject::parse(&text) {
                prop_assert_eq!(Subject::parse(&subject.to_string()), Ok(subject));
            }
        }
    }
}

#[test]
fn every_truncation_of_every_file() {
    for file in FILES.iter() {
        for length in (0..file.len()).step_by(7) {
            read_in_every_way(&file[..length]);
        }
    }
}
