//! `assurance-desk keypair`

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use keys::{Certificate, KeyPair};
use time::OffsetDateTime;

use super::{Refusal, print};
use crate::arguments::KeypairArguments;

/// Writes `private.key` and `certificate_pub.crt`, both or neither, and prints what was made.
pub(super) fn run(arguments: &KeypairArguments) -> Result<(), Refusal> {
    fs::create_dir_all(&arguments.out).map_err(|error| unwritable(&arguments.out, &error))?;
    let key_path = arguments.out.join("private.key");
    let certificate_path = arguments.out.join("certificate_pub.crt");
    // Claiming both names first means that a minute of work is never thrown away over an existing file.
    let mut files = NewFiles::default();
    let mut key_file = files.create(&key_path, 0o600)?;
    let mut certificate_file = files.create(&certificate_path, 0o644)?;

    let key_pair = KeyPair::generate(arguments.bits).map_err(Refusal::of)?;
    let certificate =
        Certificate::self_signed(&key_pair, &arguments.subject, arguments.days, OffsetDateTime::now_utc())
            .map_err(Refusal::of)?;
    write(&mut key_file, &key_path, key_pair.private_key_pem().as_bytes())?;
    write(&mut certificate_file, &certificate_path, certificate.pem().as_bytes())?;
    files.keep();
    print(&serde_json::json!({
        "privateKey": key_path,
        "certificate": certificate_path,
        "sha1Fingerprint": certificate.sha1_fingerprint(),
        "sha256Fingerprint": certificate.sha256_fingerprint(),
        "notAfter": certificate.not_after().unix_timestamp(),
    }))
}

/// Files that are removed again unless all went well.
#[derive(Default)]
struct NewFiles(Vec<PathBuf>);

impl NewFiles {
    fn create(&mut self, path: &Path, mode: u32) -> Result<File, Refusal> {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        set_mode(&mut options, mode);
        let file = options.open(path).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => Refusal::Plain(format!(
                "{} exists already and is not overwritten; choose another folder with --out",
                path.display()
            )),
            _ => unwritable(path, &error),
        })?;
        self.0.push(path.to_owned());
        Ok(file)
    }

    fn keep(mut self) {
        self.0.clear();
    }
}

impl Drop for NewFiles {
    fn drop(&mut self) {
        for path in &self.0 {
            // The refusal that is being reported matters more than a file that stays.
            let _ = fs::remove_file(path);
        }
    }
}

#[cfg(unix)]
fn set_mode(options: &mut OpenOptions, mode: u32) {
    use std::os::unix::fs::OpenOptionsExt as _;
    options.mode(mode);
}

#[cfg(not(unix))]
fn set_mode(_options: &mut OpenOptions, _mode: u32) {}

fn write(file: &mut File, path: &Path, bytes: &[u8]) -> Result<(), Refusal> {
    file.write_all(bytes)
        .and_then(|()| file.sync_all())
        .map_err(|error| unwritable(path, &error))
}

fn unwritable(path: &Path, error: &io::Error) -> Refusal {
    Refusal::Plain(format!("{} cannot be written: {error}", path.display()))
}
