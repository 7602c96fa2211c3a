//! PKCS#12 files.

use std::slice;
use std::sync::LazyLock;

use keys::{Certificate, ExportError, KeyBits, KeyPair, Material, ReadError};

use crate::program::{OF_EVERY_SIZE, OpenSsl, certified};

const PASSPHRASE: &str = "correct horse Söhne € 🔑";

static PAIR: LazyLock<(KeyPair, Certificate)> = LazyLock::new(|| certified(KeyBits::Rsa2048, 365));

fn assert_the_pair(material: &Material, about: &str) {
    let (key_pair, certificate) = &*PAIR;
    assert_eq!(material.keys.len(), 1, "{about}");
    assert_eq!(
        *material.keys[0].private_key_pem(),
        *key_pair.private_key_pem(),
        "{about}"
    );
    assert_eq!(material.certificates, slice::from_ref(certificate), "{about}");
    assert_eq!(material.unusable, [], "{about}");
}

/// A directory with the pair as files, and with the passphrase.
fn directory_of_the_pair() -> Option<OpenSsl> {
    let openssl = OpenSsl::find()?;
    openssl.write("private.key", PAIR.0.private_key_pem().as_bytes());
    openssl.write("certificate_pub.crt", PAIR.1.pem());
    openssl.write("passphrase", PASSPHRASE);
    Some(openssl)
}

fn export(openssl: &OpenSsl, options: &str) -> Vec<u8> {
    openssl.run(
        format!(
            "pkcs12 -export -inkey private.key -in certificate_pub.crt -passout file:passphrase -out out.p12 {options}"
        )
        .trim_end(),
    );
    openssl.read("out.p12")
}

#[test]
fn reads_every_file_that_openssl_writes() {
    let Some(openssl) = directory_of_the_pair() else { return };
    for options in [
        "",
        "-name Adobe~I/O",
        "-iter 300000",
        "-macalg SHA1",
        "-macalg SHA224",
        "-macalg SHA384",
        "-macalg SHA512",
        "-nomaciter",
        "-nomac",
        "-keypbe AES-128-CBC -certpbe AES-192-CBC",
        "-keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES -macalg SHA1",
        "-keypbe PBE-SHA1-2DES -certpbe PBE-SHA1-2DES",
        "-certpbe NONE",
        "-keypbe NONE",
        "-keypbe NONE -certpbe NONE",
        "-legacy",
        "-legacy -keypbe PBE-SHA1-RC2-128 -certpbe PBE-SHA1-RC2-128",
    ] {
        if options.contains("legacy") && !openssl.knows_legacy_methods() {
            continue;
        }
        let file = export(&openssl, options);
        assert_the_pair(&keys::read(&file, Some(PASSPHRASE)).unwrap(), options);
        assert_eq!(
            keys::read(&file, None).err(),
            Some(ReadError::PassphraseNeeded),
            "{options}"
        );
        assert_eq!(
            keys::read(&file, Some("another")).err(),
            Some(ReadError::PassphraseWrong),
            "{options}"
        );
        openssl.run("base64 -in out.p12 -out out.txt");
        assert_the_pair(
            &keys::read(&openssl.read("out.txt"), Some(PASSPHRASE)).unwrap(),
            options,
        );
    }
}

/// The file as programs write it that stream it: no lengths, and octet strings in pieces.
fn as_streamed(der: &[u8]) -> Vec<u8> {
    let mut rest = der;
    let mut streamed = Vec::new();
    while let [tag, first, after @ ..] = rest {
        let digits = if *first < 0x80 { 0 } else { usize::from(first & 0x7F) };
        let length = match digits {
            0 => usize::from(*first),
            _ => after[..digits]
                .iter()
                .fold(0, |length, digit| length * 0x100 + usize::from(*digit)),
        };
        let (contents, after) = after[digits..].split_at(length);
        match tag {
            0x30 | 0x31 | 0xA0 => streamed.extend([&[*tag, 0x80], as_streamed(contents).as_slice(), &[0, 0]].concat()),
            0x04 | 0x80 if length > 100 => {
                streamed.extend([*tag & 0x80 | 0x20 | if *tag == 0x80 { 0 } else { 0x04 }, 0x80]);
                for piece in contents.chunks(100) {
                    streamed.extend([&[0x04, u8::try_from(piece.len()).unwrap()], piece].concat());
                }
                streamed.extend([0, 0]);
            }
            _ => streamed.extend(&rest[..rest.len() - after.len()]),
        }
        rest = after;
    }
    streamed
}

#[test]
fn reads_a_file_that_was_streamed() {
    let Some(openssl) = directory_of_the_pair() else { return };
    for options in ["", "-keypbe NONE -certpbe NONE", "-nomac"] {
        let file = as_streamed(&export(&openssl, options));
        assert!(file.starts_with(&[0x30, 0x80]));
        assert_the_pair(&keys::read(&file, Some(PASSPHRASE)).unwrap(), options);
        for cut in (2..file.len()).step_by(97) {
            assert!(keys::read(&file[..cut], None).is_err());
        }
    }
}

#[test]
fn needs_no_passphrase_where_openssl_used_an_empty_one() {
    let Some(openssl) = directory_of_the_pair() else { return };
    openssl.write("passphrase", "\n");
    for options in [
        "",
        "-keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES -macalg SHA1",
        "-nomac",
    ] {
        let file = export(&openssl, options);
        assert_the_pair(&keys::read(&file, None).unwrap(), options);
        assert_the_pair(&keys::read(&file, Some("")).unwrap(), options);
        assert_eq!(
            keys::read(&file, Some("one too many")).err(),
            Some(ReadError::PassphraseWrong)
        );
    }
}

#[test]
fn reads_a_file_with_a_key_or_certificates_alone() {
    let Some(openssl) = directory_of_the_pair() else { return };
    let (_, other) = certified(KeyBits::Rsa2048, 30);
    openssl.write("other.crt", other.pem());
    let both = export(&openssl, "-certfile other.crt");
    let material = keys::read(&both, Some(PASSPHRASE)).unwrap();
    assert_eq!(material.keys.len(), 1);
    assert_eq!(material.certificates, [PAIR.1.clone(), other]);

    openssl.run("pkcs12 -export -nocerts -inkey private.key -passout file:passphrase -out out.p12");
    let material = keys::read(&openssl.read("out.p12"), Some(PASSPHRASE)).unwrap();
    assert_eq!((material.keys.len(), material.certificates.len()), (1, 0));
    openssl.run("pkcs12 -export -nokeys -in certificate_pub.crt -passout file:passphrase -out out.p12");
    let material = keys::read(&openssl.read("out.p12"), Some(PASSPHRASE)).unwrap();
    assert_eq!((material.keys.len(), material.certificates.len()), (0, 1));
}

#[test]
fn openssl_reads_every_file_that_is_written_here() {
    let Some(openssl) = OpenSsl::find() else { return };
    openssl.write("passphrase", PASSPHRASE);
    for (key_pair, certificate) in &*OF_EVERY_SIZE {
        let file = key_pair.to_pkcs12(certificate, PASSPHRASE, "Jäger & Söhne").unwrap();
        openssl.write("ours.p12", &file);

        let open = "pkcs12 -in ours.p12 -passin file:passphrase -nodes";
        let text = openssl.run(open);
        assert_eq!(text.matches("friendlyName: J").count(), 2, "{text}");
        assert_eq!(text.matches("localKeyID:").count(), 2, "{text}");
        openssl.write("both.pem", &text);
        assert_eq!(openssl.run("pkey -in both.pem"), *key_pair.private_key_pem());
        assert_eq!(openssl.run("x509 -in both.pem"), certificate.pem());
    }
    let about = openssl.complaints("pkcs12 -in ours.p12 -passin file:passphrase -info -noout");
    assert!(about.contains("MAC: sha256, Iteration 600000"), "{about}");
    assert_eq!(
        about
            .matches("PBES2, PBKDF2, AES-256-CBC, Iteration 600000, PRF hmacWithSHA256")
            .count(),
        2,
        "{about}"
    );
}

#[test]
fn says_what_cannot_be_written() {
    let (key_pair, certificate) = &*PAIR;
    let (_, other) = certified(KeyBits::Rsa2048, 30);
    assert_eq!(
        key_pair.to_pkcs12(certificate, "", "").err(),
        Some(ExportError::EmptyPassphrase)
    );
    assert_eq!(
        key_pair.to_pkcs12(&other, PASSPHRASE, "").err(),
        Some(ExportError::OtherCertificate)
    );
    let unnamed = key_pair.to_pkcs12(certificate, PASSPHRASE, "").unwrap();
    assert_the_pair(&keys::read(&unnamed, Some(PASSPHRASE)).unwrap(), "no name");
}
