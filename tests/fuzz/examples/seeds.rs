//! Writes honest files into `corpus`, from which the fuzzer sets out: those of every target, and key files that are too
//! dear to make in every test run. No private key is kept in the repository, so they are made anew.

use std::error::Error;
use std::fs;
use std::path::Path;

use fuzz::TARGETS;
use keys::{Certificate, KeyBits, KeyPair, Subject};
use pkcs8::pkcs5::pbes2;
use pkcs8::{LineEnding, PrivateKeyInfo, SecretDocument};
use time::OffsetDateTime;

fn main() -> Result<(), Box<dyn Error>> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let write = |target: &str, name: &str, bytes: &[u8]| {
        let folder = corpus.join(target);
        fs::create_dir_all(&folder)?;
        fs::write(folder.join(name), bytes)
    };
    for target in TARGETS {
        for (number, seed) in (target.seeds)().into_iter().enumerate() {
            write(target.name, &format!("seed-{number}"), &seed)?;
        }
    }

    let key_pair = KeyPair::generate(KeyBits::Rsa2048)?;
    let subject = Subject::parse("/C=DE/O=Acme/CN=Jane")?;
    let certificate = Certificate::self_signed(&key_pair, &subject, 365, OffsetDateTime::now_utc())?;
    let pem = key_pair.private_key_pem();
    let (_, key) = SecretDocument::from_pem(&pem)?;
    // Two rounds, so that the fuzzer need not wait for the derivation of keys.
    let parameters =
        pbes2::Parameters::pbkdf2_sha256_aes256cbc(2, b"saltsalt", &[7; 16]).map_err(|error| error.to_string())?;
    let encrypted = PrivateKeyInfo::try_from(key.as_bytes())?
        .encrypt_with_params(parameters, "secret")
        .map_err(|error| error.to_string())?;
    let encrypted_pem = encrypted.to_pem("ENCRYPTED PRIVATE KEY", LineEnding::LF)?;
    for target in ["keys_read", "keys_one", "import"] {
        write(target, "key.der", key.as_bytes())?;
        write(target, "encrypted.pem", encrypted_pem.as_bytes())?;
        write(target, "encrypted.der", encrypted.as_bytes())?;
        write(
            target,
            "both.p12",
            &pkcs12(key.as_bytes(), encrypted.as_bytes(), certificate.der()),
        )?;
    }
    Ok(())
}

/// A PKCS#12 file without a proof, with a plain key, an encrypted one and a certificate.
fn pkcs12(key: &[u8], encrypted_key: &[u8], certificate: &[u8]) -> Vec<u8> {
    let data = |contents: &[u8]| {
        let kind = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x01";
        der(0x30, &[kind, &der(0xA0, &[&der(0x04, &[contents])])])
    };
    let bag = |kind: u8, contents: &[u8]| {
        let identifier = [b"\x06\x0b\x2a\x86\x48\x86\xf7\x0d\x01\x0c\x0a\x01".as_slice(), &[kind]].concat();
        der(0x30, &[&identifier, &der(0xA0, &[contents])])
    };
    let x509 = b"\x06\x0a\x2a\x86\x48\x86\xf7\x0d\x01\x09\x16\x01";
    let certificate = der(0x30, &[x509, &der(0xA0, &[&der(0x04, &[certificate])])]);
    let bags = der(0x30, &[&bag(1, key), &bag(2, encrypted_key), &bag(3, &certificate)]);
    der(0x30, &[&[0x02, 0x01, 0x03], &data(&der(0x30, &[&data(&bags)]))])
}

/// A DER value of up to 64 kilobytes.
fn der(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let contents = parts.concat();
    let [.., high, low] = contents.len().to_be_bytes();
    let length = match (high, low) {
        (0, short @ ..0x80) => vec![short],
        (0, byte) => vec![0x81, byte],
        _ => vec![0x82, high, low],
    };
    [&[tag], length.as_slice(), &contents].concat()
}
