//! Key files of all kinds, made by OpenSSL while the test runs, so that none is ever committed.

use std::path::PathBuf;
use std::process::Command;

use tempfile::TempDir;

/// A folder in which `openssl` writes files.
pub(crate) struct OpenSsl(TempDir);

impl OpenSsl {
    /// Nothing, and a word about it, on a machine without `openssl`.
    #[expect(clippy::print_stderr, reason = "a skipped test says that it was skipped")]
    pub(crate) fn find() -> Option<Self> {
        if Command::new("openssl").arg("version").output().is_err() {
            eprintln!("skipped: there is no openssl program on this machine");
            return None;
        }
        Some(Self(tempfile::tempdir().unwrap()))
    }

    /// Runs `openssl` with arguments that hold no blanks.
    pub(crate) fn run(&self, arguments: &str) {
        let output = Command::new("openssl")
            .args(arguments.split(' '))
            .current_dir(self.0.path())
            .output()
            .unwrap();
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "openssl {arguments}: {errors}");
    }

    /// Where a file of that name is.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Writes a file beside the others.
    pub(crate) fn write(&self, name: &str, content: &[u8]) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, content).unwrap();
        path
    }

    /// Adobe's guides' one line: `private.key` and `certificate_pub.crt`.
    pub(crate) fn key_and_certificate(&self) {
        self.run(
            "req -x509 -sha256 -nodes -days 365 -newkey rsa:2048 -keyout private.key -out certificate_pub.crt -subj /CN=Jane",
        );
    }
}
