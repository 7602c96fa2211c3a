//! Key pairs and certificates that are made here, beside those that `openssl req -x509` makes.

use keys::KeyBits;
use time::format_description::well_known::Rfc3339;
use time::{Duration, OffsetDateTime};

use crate::program::{OF_EVERY_SIZE, OpenSsl, SUBJECT, certified};

/// The text of `openssl x509 -text` with the numbers that differ from key to key replaced.
fn shape(text: &str) -> String {
    let hex = |line: &str| {
        let line = line.trim();
        line.len() > 4
            && line
                .chars()
                .all(|character| character.is_ascii_hexdigit() || character == ':')
    };
    let mut lines: Vec<&str> = Vec::new();
    for line in text.lines() {
        let line = match line.trim_start() {
            "" => continue,
            _ if hex(line) => "hex",
            date if date.starts_with("Not Before") || date.starts_with("Not After") => "date",
            _ => line,
        };
        if lines.last() != Some(&"hex") || line != "hex" {
            lines.push(line);
        }
    }
    lines.join("\n")
}

#[test]
fn makes_the_certificate_that_openssl_req_makes() {
    let Some(openssl) = OpenSsl::find() else { return };
    for (bits, days) in [(KeyBits::Rsa2048, 365), (KeyBits::Rsa3072, 3650)] {
        assert_like_openssl(&openssl, bits, days);
    }
}

fn assert_like_openssl(openssl: &OpenSsl, bits: KeyBits, days: u32) {
    let size = bits.bits();
    openssl.run(&format!(
        "req -x509 -sha256 -nodes -days {days} -newkey rsa:{size} -utf8 -keyout their.key -out their.crt -subj {}",
        SUBJECT.replace(' ', "~")
    ));
    let (_, certificate) = certified(bits, days);
    openssl.write("our.crt", certificate.pem());

    let text = |file: &str| openssl.run(&format!("x509 -in {file} -noout -text"));
    let ours = shape(&text("our.crt"));
    assert_eq!(ours, shape(&text("their.crt")));
    assert!(ours.contains("Version: 3 (0x2)"));
    assert!(ours.contains("X509v3 Basic Constraints: critical\n                CA:TRUE"));

    let name = |file: &str| {
        openssl.run(&format!(
            "x509 -in {file} -noout -subject -issuer -nameopt multiline,show_type"
        ))
    };
    assert_eq!(name("our.crt"), name("their.crt"));
    assert!(name("our.crt").contains("PRINTABLESTRING:US"));
    assert!(name("our.crt").contains("IA5STRING:j_admin@my_company.com"));

    let structure = |file: &str| {
        let structure = openssl.run(&format!("asn1parse -in {file}"));
        let kinds = structure.lines().map(|line| {
            let (_, kind) = line.split_once(": ").unwrap();
            kind.split(':').next().unwrap().trim_end().to_owned()
        });
        kinds.collect::<Vec<_>>()
    };
    assert_eq!(structure("our.crt"), structure("their.crt"));
    let purposes = |file: &str| openssl.run(&format!("x509 -in {file} -noout -purpose"));
    assert_eq!(purposes("our.crt"), purposes("their.crt"));
    let checked = "verify -x509_strict -check_ss_sig -CAfile our.crt our.crt";
    assert_eq!(openssl.run(checked), "our.crt: OK\n");
    for command in [checked, "x509 -in our.crt -noout -text"] {
        assert_eq!(openssl.complaints(command), "", "{command}");
    }
    let serial = openssl.run("x509 -in our.crt -noout -serial");
    assert_eq!(serial.trim_end().len(), "serial=".len() + 40, "20 bytes: {serial}");

    let validity = |file: &str| {
        let text = openssl.run(&format!("x509 -in {file} -noout -dates -dateopt iso_8601"));
        let dates: Vec<_> = text.lines().filter_map(|line| line.split_once('=')).collect();
        let [("notBefore", begin), ("notAfter", end)] = dates.as_slice() else {
            panic!("{text}");
        };
        let at = |text: &str| OffsetDateTime::parse(&text.replace(' ', "T"), &Rfc3339).unwrap();
        at(end) - at(begin)
    };
    assert_eq!(validity("our.crt"), Duration::days(days.into()));
    assert_eq!(validity("our.crt"), validity("their.crt"));
}

#[test]
fn writes_keys_as_openssl_writes_them() {
    let Some(openssl) = OpenSsl::find() else { return };
    for (key_pair, certificate) in &*OF_EVERY_SIZE {
        openssl.write("private.key", key_pair.private_key_pem().as_bytes());
        openssl.write("certificate_pub.crt", certificate.pem());

        assert!(
            openssl
                .run("pkey -in private.key -check -noout")
                .contains("Key is valid")
        );
        assert_eq!(openssl.run("pkey -in private.key"), *key_pair.private_key_pem());
        assert_eq!(openssl.run("x509 -in certificate_pub.crt"), certificate.pem());
        assert_eq!(
            openssl.run("pkey -in private.key -pubout"),
            openssl.run("x509 -in certificate_pub.crt -noout -pubkey")
        );
        assert_eq!(key_pair.bits(), certificate.bits());
    }
}

#[test]
fn names_a_certificate_by_the_fingerprints_that_openssl_prints() {
    let Some(openssl) = OpenSsl::find() else { return };
    let (_, certificate) = certified(KeyBits::Rsa2048, 1);
    openssl.write("our.crt", certificate.pem());
    let theirs = |hash: &str| {
        let line = openssl.run(&format!("x509 -in our.crt -noout -fingerprint -{hash}"));
        let (_, value) = line.trim_end().split_once('=').unwrap();
        value.replace(':', "").to_lowercase()
    };
    assert_eq!(certificate.sha1_fingerprint(), theirs("sha1"));
    assert_eq!(certificate.sha256_fingerprint(), theirs("sha256"));
}
