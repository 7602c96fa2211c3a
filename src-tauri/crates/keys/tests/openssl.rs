//! OpenSSL reads what this crate writes, and this crate reads what OpenSSL writes.
//! Without the `openssl` program these tests say so and pass.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]
#![expect(clippy::print_stderr, reason = "a skipped test says that it was skipped")]

use std::path::Path;
use std::process::Command;

use keys::{Certificate, CertificateError, KeyBits, KeyError, KeyPair, Subject};
use tempfile::TempDir;
use time::OffsetDateTime;

const SUBJECT: &str = "/C=US/ST=California/L=San Jose/O=My Company/OU=Söhne \\+ Co/CN=Jane Administrator/emailAddress=j_admin@my_company.com";

/// A directory in which `openssl` runs, or nothing when there is no `openssl`.
struct OpenSsl(TempDir);

impl OpenSsl {
    fn find() -> Option<Self> {
        if Command::new("openssl").arg("version").output().is_err() {
            eprintln!("skipped: there is no openssl program on this machine");
            return None;
        }
        Some(Self(TempDir::new().unwrap()))
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn run(&self, arguments: &str) -> String {
        let output = Command::new("openssl")
            .args(arguments.split(' ').map(|argument| argument.replace('~', " ")))
            .current_dir(self.path())
            .output()
            .unwrap();
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "openssl {arguments}: {errors}");
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    fn write(&self, name: &str, contents: impl AsRef<[u8]>) {
        std::fs::write(self.path().join(name), contents).unwrap();
    }

    fn read(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.path().join(name)).unwrap()
    }
}

fn certified(bits: KeyBits, days: u32) -> (KeyPair, Certificate) {
    let key_pair = KeyPair::generate(bits).unwrap();
    let subject = Subject::parse(SUBJECT).unwrap();
    let certificate = Certificate::self_signed(&key_pair, &subject, days, OffsetDateTime::now_utc()).unwrap();
    (key_pair, certificate)
}

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
    openssl.run(&format!(
        "req -x509 -sha256 -nodes -days 365 -newkey rsa:2048 -utf8 -keyout their.key -out their.crt -subj {}",
        SUBJECT.replace(' ', "~")
    ));
    let (_, certificate) = certified(KeyBits::Rsa2048, 365);
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
    assert_eq!(
        openssl.run("verify -x509_strict -CAfile our.crt our.crt"),
        "our.crt: OK\n"
    );
}

#[test]
fn writes_keys_as_openssl_writes_them() {
    let Some(openssl) = OpenSsl::find() else { return };
    for bits in [KeyBits::Rsa2048, KeyBits::Rsa3072] {
        let (key_pair, certificate) = certified(bits, 3650);
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
        assert_eq!(key_pair.bits(), bits.bits());
        assert_eq!(certificate.bits(), bits.bits());
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

#[test]
fn reads_every_plain_form_of_a_key_that_openssl_writes() {
    let Some(openssl) = OpenSsl::find() else { return };
    openssl
        .run("req -x509 -sha256 -nodes -days 30 -newkey rsa:2048 -keyout private.key -out certificate_pub.crt -subj /");
    openssl.run("rsa -in private.key -traditional -out pkcs1.pem");
    openssl.run("rsa -in private.key -traditional -outform DER -out pkcs1.der");
    openssl.run("pkcs8 -topk8 -nocrypt -in private.key -outform DER -out pkcs8.der");
    openssl.run("x509 -in certificate_pub.crt -outform DER -out certificate.der");
    openssl.run("pkcs12 -export -inkey private.key -in certificate_pub.crt -passout pass:secret -out both.p12");
    openssl.run("pkcs12 -in both.p12 -passin pass:secret -nodes -out both.pem");

    let pem = String::from_utf8(openssl.read("private.key")).unwrap();
    let certificate = Certificate::from_bytes(&openssl.read("certificate_pub.crt")).unwrap();
    assert_eq!(certificate.subject(), &Subject::empty());
    for name in ["private.key", "pkcs1.pem", "pkcs1.der", "pkcs8.der", "both.pem"] {
        let key_pair = KeyPair::from_bytes(&openssl.read(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(*key_pair.private_key_pem(), pem, "{name}");
        assert!(certificate.matches(&key_pair), "{name}");
    }
    for name in ["certificate.der", "both.pem"] {
        assert_eq!(
            Certificate::from_bytes(&openssl.read(name)).unwrap(),
            certificate,
            "{name}"
        );
    }
}

#[test]
fn says_what_was_given_instead_of_a_key() {
    let Some(openssl) = OpenSsl::find() else { return };
    openssl.run("req -x509 -sha256 -nodes -newkey rsa:2048 -keyout rsa.pem -out rsa.crt -subj /CN=a");
    openssl.run("pkcs8 -topk8 -in rsa.pem -passout pass:secret -out encrypted.pem");
    openssl.run("pkcs8 -topk8 -in rsa.pem -passout pass:secret -outform DER -out encrypted.der");
    openssl.run("rsa -in rsa.pem -traditional -aes256 -passout pass:secret -out encrypted_pkcs1.pem");
    openssl.run("genrsa -out small.pem 1024");
    openssl.run("ecparam -name prime256v1 -genkey -out ec.pem");
    openssl.run("pkcs8 -topk8 -nocrypt -in ec.pem -outform DER -out ec.der");
    openssl.run("genpkey -algorithm ed25519 -out ed25519.pem");
    openssl.run("genpkey -algorithm RSA-PSS -out pss.pem");
    openssl.run("pkey -in rsa.pem -pubout -out public.pem");
    openssl.run("rsa -in rsa.pem -RSAPublicKey_out -outform DER -out public.der");
    openssl.run("req -new -key rsa.pem -out request.pem -subj /CN=a");
    openssl.run("x509 -in rsa.crt -outform DER -out rsa.der");
    openssl.run("pkcs12 -export -inkey rsa.pem -in rsa.crt -passout pass:secret -out both.p12");

    let given = |name: &str| KeyPair::from_bytes(&openssl.read(name)).unwrap_err();
    for name in ["encrypted.pem", "encrypted.der", "encrypted_pkcs1.pem"] {
        assert_eq!(given(name), KeyError::Encrypted, "{name}");
    }
    assert_eq!(given("small.pem"), KeyError::TooSmall { bits: 1024 });
    let curve = KeyError::NotRsa {
        found: "an elliptic curve key",
    };
    assert_eq!(given("ec.pem"), curve);
    assert_eq!(given("ec.der"), curve);
    assert_eq!(
        given("ed25519.pem"),
        KeyError::NotRsa {
            found: "an Ed25519 key"
        }
    );
    assert_eq!(
        given("pss.pem"),
        KeyError::NotRsa {
            found: "an RSA-PSS key"
        }
    );
    assert_eq!(given("public.pem"), KeyError::IsAPublicKey);
    assert_eq!(given("public.der"), KeyError::IsAPublicKey);
    assert_eq!(given("request.pem"), KeyError::IsACertificateRequest);
    assert_eq!(given("rsa.crt"), KeyError::IsACertificate);
    assert_eq!(given("rsa.der"), KeyError::IsACertificate);
    assert_eq!(
        given("both.p12"),
        KeyError::OtherFormat {
            found: "a PKCS#12 file (.p12 or .pfx)"
        }
    );

    let given = |name: &str| Certificate::from_bytes(&openssl.read(name)).unwrap_err();
    assert_eq!(given("rsa.pem"), CertificateError::IsAPrivateKey);
    assert_eq!(given("encrypted.der"), CertificateError::IsAPrivateKey);
    assert_eq!(given("public.pem"), CertificateError::IsAPublicKey);
    assert_eq!(given("request.pem"), CertificateError::IsACertificateRequest);
    openssl.run("req -x509 -new -key ec.pem -out ec.crt -subj /CN=a");
    assert_eq!(given("ec.crt"), CertificateError::NotRsa);
}
