//! `assurance-desk keypair`

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::process::Command;

use keys::{Certificate, KeyPair};

use crate::program::{Program, word};

#[test]
fn it_writes_a_key_for_its_owner_only_and_the_certificate_of_it() {
    let program = Program::new();
    let subject = "/C=US/O=Acme \\/ Sons/CN=Jäne";
    let made = program
        .run_words(&["keypair", "--out", "new/keys", "--days", "30", "--subject", subject])
        .json();
    let (key_path, certificate_path) = (
        program.path("new/keys/private.key"),
        program.path("new/keys/certificate_pub.crt"),
    );
    let key_text = fs::read_to_string(&key_path).unwrap();
    assert!(key_text.starts_with("-----BEGIN PRIVATE KEY-----\n"), "PKCS#8");
    assert_eq!(fs::metadata(&key_path).unwrap().permissions().mode() & 0o777, 0o600);
    let key = KeyPair::from_bytes(key_text.as_bytes()).unwrap();
    let certificate = Certificate::from_bytes(&fs::read(&certificate_path).unwrap()).unwrap();
    assert_eq!(key.bits(), 2048);
    assert!(certificate.matches(&key));
    assert_eq!(certificate.subject().to_string(), subject);
    assert_eq!(made["sha1Fingerprint"], certificate.sha1_fingerprint());
    assert!(
        !made.to_string().contains(key_text.lines().nth(1).unwrap()),
        "the key is only in its file"
    );
}

#[test]
fn it_makes_the_size_that_is_asked_for() {
    let program = Program::new();
    program.run("keypair --out keys --bits 3072").json();
    let key = KeyPair::from_bytes(&fs::read(program.path("keys/private.key")).unwrap()).unwrap();
    assert_eq!(key.bits(), 3072);
}

#[test]
fn it_encrypts_the_key_when_a_passphrase_is_given() {
    let mut program = Program::new();
    let keypair = "keypair --out keys --passphrase-env KEY_PASSPHRASE";
    let without = program.run(keypair);
    assert!(without.refusal().contains("KEY_PASSPHRASE"), "{without:?}");
    assert!(!program.path("keys/private.key").exists());
    program.set("KEY_PASSPHRASE", "correct horse battery");
    program.run(keypair).json();
    let sealed = fs::read(program.path("keys/private.key")).unwrap();
    assert!(keys::read(&sealed, None).is_err(), "it asks for the passphrase");
    let material = keys::read(&sealed, Some("correct horse battery")).unwrap();
    let certificate = Certificate::from_bytes(&fs::read(program.path("keys/certificate_pub.crt")).unwrap()).unwrap();
    assert!(certificate.matches(&material.keys[0]));
}

#[test]
fn it_never_overwrites() {
    let program = Program::new();
    for file in ["private.key", "certificate_pub.crt"] {
        let folder = program.path(file).with_extension("folder");
        fs::create_dir(&folder).unwrap();
        fs::write(folder.join(file), "mine").unwrap();
        let refused = program.run_words(&["keypair", "--out", word(&folder)]);
        assert!(refused.refusal().contains(file), "{refused:?}");
        assert_eq!(fs::read_to_string(folder.join(file)).unwrap(), "mine");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1, "no half of a pair is left");
    }
}

#[test]
fn what_no_key_can_be_made_of_is_wrong_usage() {
    let program = Program::new();
    for (arguments, word) in [
        ("keypair --out keys --bits 1024", "2048"),
        ("keypair --out keys --bits many", "--bits"),
        ("keypair --out keys --days 0", "--days"),
        ("keypair --out keys --subject CN=Jane", "--subject"),
        ("keypair", "--out"),
    ] {
        let outcome = program.run(arguments);
        assert!(outcome.wrong_usage().contains(word), "{outcome:?}");
    }
    assert!(!program.path("keys").exists());
}

#[test]
fn a_folder_that_cannot_be_made_is_a_refusal() {
    let program = Program::new();
    fs::write(program.path("file"), "").unwrap();
    let outcome = program.run("keypair --out file/keys");
    assert!(outcome.refusal().contains("file/keys"), "{outcome:?}");
}

#[expect(clippy::print_stderr, reason = "a skipped test says that it was skipped")]
#[test]
fn openssl_reads_both_files() {
    let program = Program::new();
    program
        .run_words(&["keypair", "--out", "keys", "--subject", "/CN=Jane"])
        .json();
    let openssl = |arguments: &str| {
        let output = Command::new("openssl")
            .args(arguments.split(' '))
            .current_dir(program.path("keys"))
            .output();
        output.map(|output| {
            (
                output.status.success(),
                String::from_utf8_lossy(&output.stdout).into_owned(),
            )
        })
    };
    let Ok((read, key)) = openssl("pkey -in private.key -pubout") else {
        eprintln!("skipped: there is no openssl program on this machine");
        return;
    };
    assert!(read);
    let (read, certificate) = openssl("x509 -in certificate_pub.crt -noout -pubkey -subject").unwrap();
    assert!(read && certificate.starts_with(&key), "{certificate}");
    assert!(
        certificate.contains("CN = Jane") || certificate.contains("CN=Jane"),
        "{certificate}"
    );
}
