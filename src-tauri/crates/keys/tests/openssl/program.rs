//! The `openssl` program, and what it is asked about.

use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;

use keys::{Certificate, KeyBits, KeyPair, Subject};
use tempfile::TempDir;
use time::OffsetDateTime;

pub(crate) const SUBJECT: &str = "/C=US/ST=California/L=San Jose/O=My Company/OU=Söhne \\+ Co/CN=Jane Administrator/emailAddress=j_admin@my_company.com";

/// A directory in which `openssl` runs, or nothing when there is no `openssl`.
pub(crate) struct OpenSsl(TempDir);

impl OpenSsl {
    pub(crate) fn find() -> Option<Self> {
        if Command::new("openssl").arg("version").output().is_err() {
            eprintln!("skipped: there is no openssl program on this machine");
            return None;
        }
        Some(Self(TempDir::new().unwrap()))
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    /// What `openssl` prints; `~` in an argument stands for a space. Fails when `openssl` does.
    pub(crate) fn run(&self, arguments: &str) -> String {
        self.outcome(arguments).0
    }

    /// What `openssl` prints beside its answer: warnings.
    pub(crate) fn complaints(&self, arguments: &str) -> String {
        self.outcome(arguments).1
    }

    /// Whether the methods of before the year 2000 are installed; some systems have them in a package of their own.
    pub(crate) fn knows_legacy_methods(&self) -> bool {
        let known = Command::new("openssl")
            .args(["list", "-providers", "-provider", "legacy"])
            .output()
            .is_ok_and(|output| output.status.success());
        if !known {
            eprintln!("skipped: this openssl program has no legacy methods");
        }
        known
    }

    fn outcome(&self, arguments: &str) -> (String, String) {
        let output = Command::new("openssl")
            .args(arguments.split(' ').map(|argument| argument.replace('~', " ")))
            .current_dir(self.path())
            .output()
            .unwrap();
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "openssl {arguments}: {errors}");
        (
            String::from_utf8_lossy(&output.stdout).into_owned(),
            errors.into_owned(),
        )
    }

    pub(crate) fn write(&self, name: &str, contents: impl AsRef<[u8]>) {
        std::fs::write(self.path().join(name), contents).unwrap();
    }

    pub(crate) fn read(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.path().join(name)).unwrap()
    }
}

pub(crate) fn certified(bits: KeyBits, days: u32) -> (KeyPair, Certificate) {
    let key_pair = KeyPair::generate(bits).unwrap();
    let subject = Subject::parse(SUBJECT).unwrap();
    let certificate = Certificate::self_signed(&key_pair, &subject, days, OffsetDateTime::now_utc()).unwrap();
    (key_pair, certificate)
}

/// One pair of every size, valid for ten years.
pub(crate) static OF_EVERY_SIZE: LazyLock<[(KeyPair, Certificate); 3]> =
    LazyLock::new(|| [KeyBits::Rsa2048, KeyBits::Rsa3072, KeyBits::Rsa4096].map(|bits| certified(bits, 3650)));
