//! Keys and certificates without a passphrase, and what else a person may give.

use keys::{Certificate, CertificateError, KeyError, KeyPair, Subject};

use crate::program::OpenSsl;

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
