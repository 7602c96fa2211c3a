//! Private keys under a passphrase, as PEM and DER.

use std::slice;
use std::sync::LazyLock;

use keys::{EncryptionError, ExportError, KeyBits, KeyPair, ReadError, Unusable};

use crate::program::{OF_EVERY_SIZE, OpenSsl, certified};

const PASSPHRASE: &str = "correct horse Söhne €";

/// How the `openssl pkcs8 -topk8` of many years encrypts.
const METHODS: [&str; 13] = [
    "",
    "-iter 250000",
    "-v2 aes-128-cbc -v2prf hmacWithSHA1",
    "-v2 aes-192-cbc -v2prf hmacWithSHA384",
    "-v2 aes-256-cbc -v2prf hmacWithSHA512",
    "-v2 des3 -v2prf hmacWithSHA1",
    "-scrypt",
    "-scrypt -scrypt_N 1024 -scrypt_r 4 -scrypt_p 3",
    "-v2 aes-128-cbc -scrypt",
    "-v1 PBE-SHA1-3DES",
    "-v1 PBE-SHA1-2DES",
    "-v1 PBE-SHA1-RC2-128 -provider legacy -provider default",
    "-v1 PBE-SHA1-RC2-40 -provider legacy -provider default",
];

static KEY_PAIR: LazyLock<KeyPair> = LazyLock::new(|| KeyPair::generate(KeyBits::Rsa2048).unwrap());

fn only_key(bytes: &[u8], passphrase: &str) -> Result<String, ReadError> {
    let material = keys::read(bytes, Some(passphrase))?;
    assert_eq!((material.keys.len(), material.certificates.len()), (1, 0));
    assert_eq!(material.unusable, []);
    Ok(material.keys[0].private_key_pem().to_string())
}

#[test]
fn reads_every_encrypted_key_that_openssl_writes() {
    let Some(openssl) = OpenSsl::find() else { return };
    let pem = KEY_PAIR.private_key_pem();
    openssl.write("private.key", pem.as_bytes());
    openssl.write("passphrase", PASSPHRASE);
    for method in METHODS {
        if method.contains("legacy") && !openssl.knows_legacy_methods() {
            continue;
        }
        for form in ["PEM", "DER"] {
            let options = format!("-in private.key -passout file:passphrase -outform {form} -out out {method}");
            openssl.run(format!("pkcs8 -topk8 {options}").trim_end());
            let bytes = openssl.read("out");
            assert_eq!(only_key(&bytes, PASSPHRASE).as_ref(), Ok(&*pem), "{method} {form}");
            assert_eq!(
                keys::read(&bytes, None).err(),
                Some(ReadError::PassphraseNeeded),
                "{method} {form}"
            );
            assert_eq!(
                only_key(&bytes, "another passphrase"),
                Err(ReadError::PassphraseWrong),
                "{method} {form}"
            );
        }
    }
}

#[test]
fn openssl_reads_every_encrypted_key_that_is_written_here() {
    let Some(openssl) = OpenSsl::find() else { return };
    openssl.write("passphrase", PASSPHRASE);
    for (key_pair, _) in &*OF_EVERY_SIZE {
        let pem = key_pair.private_key_pem();
        let encrypted = key_pair.to_encrypted_pem(PASSPHRASE).unwrap();
        openssl.write("private.key", &encrypted);
        assert_eq!(openssl.run("pkey -in private.key -passin file:passphrase"), *pem);
        assert_eq!(only_key(encrypted.as_bytes(), PASSPHRASE).as_ref(), Ok(&*pem));
    }
    let [first, second] = [(); 2].map(|()| KEY_PAIR.to_encrypted_pem(PASSPHRASE).unwrap());
    assert_ne!(first, second, "the salt is random");
    let structure = openssl.run("asn1parse -in private.key");
    for method in ["PBES2", "PBKDF2", ":0927C0", "hmacWithSHA256", "aes-256-cbc"] {
        assert!(structure.contains(method), "{method} in {structure}");
    }
}

#[test]
fn protects_nothing_with_an_empty_passphrase() {
    assert_eq!(KEY_PAIR.to_encrypted_pem(""), Err(ExportError::EmptyPassphrase));
}

#[test]
fn reads_the_certificate_beside_an_encrypted_key() {
    let (key_pair, certificate) = certified(KeyBits::Rsa2048, 365);
    let encrypted = key_pair.to_encrypted_pem("pass phrase").unwrap();
    for text in [
        format!("{encrypted}{}", certificate.pem()),
        format!("{}\n{encrypted}", certificate.pem()).replace('\n', "\r\n"),
        format!("{}{encrypted}{encrypted}{}", certificate.pem(), certificate.pem()),
    ] {
        assert_eq!(
            keys::read(text.as_bytes(), None).err(),
            Some(ReadError::PassphraseNeeded)
        );
        let material = keys::read(text.as_bytes(), Some("pass phrase")).unwrap();
        assert_eq!(material.keys.len(), 1);
        assert_eq!(material.certificates, slice::from_ref(&certificate));
        assert!(material.certificates[0].matches(&material.keys[0]));
    }
}

#[test]
fn names_the_encryptions_that_are_not_read() {
    let Some(openssl) = OpenSsl::find() else { return };
    openssl.write("private.key", KEY_PAIR.private_key_pem().as_bytes());
    openssl.run("rsa -in private.key -traditional -aes256 -passout pass:secret -out old.pem");
    let refusal = |name: &str| keys::read(&openssl.read(name), Some("secret")).unwrap_err();
    let refused = |error| ReadError::Unusable(Unusable::Encrypted(error));
    assert_eq!(refusal("old.pem"), refused(EncryptionError::OldPem));
    assert_eq!(
        keys::read(&openssl.read("old.pem"), None).err(),
        Some(refused(EncryptionError::OldPem)),
        "no passphrase helps, so none is asked for"
    );
    openssl.run("pkcs8 -topk8 -in private.key -v2prf hmacWithSHA224 -passout pass:secret -out sha224.pem");
    assert_eq!(refusal("sha224.pem"), refused(EncryptionError::UnknownMethod));
    openssl.run("pkcs8 -topk8 -in private.key -v2 camellia-256-cbc -passout pass:secret -out camellia.pem");
    assert_eq!(refusal("camellia.pem"), refused(EncryptionError::UnknownMethod));
    openssl.run("genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -aes256 -pass pass:secret -out ec.pem");
    assert_eq!(
        refusal("ec.pem").to_string(),
        "this is an elliptic curve key, and Adobe takes only RSA keys"
    );
    assert_eq!(
        keys::read(&openssl.read("ec.pem"), Some("wrong")).err(),
        Some(ReadError::PassphraseWrong)
    );
}
