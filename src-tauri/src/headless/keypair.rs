//! `assurance-desk keypair`

use std::fs;
use std::io;
use std::path::Path;

use keys::{Certificate, KeyPair};
use time::OffsetDateTime;
use whole_files::{Readers, write_new};
use zeroize::Zeroizing;

use super::{Refusal, print};
use crate::arguments::KeypairArguments;

/// Writes `private.key` and `certificate_pub.crt`, both or neither, and prints what was made.
pub(super) fn run(arguments: &KeypairArguments) -> Result<(), Refusal> {
    fs::create_dir_all(&arguments.out).map_err(|error| unwritable(&arguments.out, &error))?;
    let key_path = arguments.out.join("private.key");
    let certificate_path = arguments.out.join("certificate_pub.crt");
    // Looked at first, so that no work is thrown away over an existing file; writing checks again.
    if let Some(taken) = [&key_path, &certificate_path].into_iter().find(|path| path.exists()) {
        return Err(taken_already(taken));
    }
    let passphrase = arguments.passphrase_env.as_deref().map(passphrase_in).transpose()?;
    let key_pair = KeyPair::generate(arguments.bits).map_err(Refusal::of)?;
    let certificate =
        Certificate::self_signed(&key_pair, &arguments.subject, arguments.days, OffsetDateTime::now_utc())
            .map_err(Refusal::of)?;
    let key_pem = match passphrase {
        Some(passphrase) => Zeroizing::new(key_pair.to_encrypted_pem(&passphrase).map_err(Refusal::of)?),
        None => key_pair.private_key_pem(),
    };
    write_new(&key_path, key_pem.as_bytes(), Readers::Owner).map_err(|error| unwritable(&key_path, &error))?;
    if let Err(error) = write_new(&certificate_path, certificate.pem().as_bytes(), Readers::Everybody) {
        // The refusal that is being reported matters more than a file that stays.
        let _ = fs::remove_file(&key_path);
        return Err(unwritable(&certificate_path, &error));
    }
    print(&serde_json::json!({
        "privateKey": key_path,
        "certificate": certificate_path,
        "sha1Fingerprint": certificate.sha1_fingerprint(),
        "sha256Fingerprint": certificate.sha256_fingerprint(),
        "notAfter": certificate.not_after().unix_timestamp(),
    }))
}

fn passphrase_in(variable: &str) -> Result<Zeroizing<String>, Refusal> {
    match std::env::var(variable) {
        Ok(passphrase) if !passphrase.is_empty() => Ok(Zeroizing::new(passphrase)),
        _ => Err(Refusal::Plain(format!(
            "the environment variable {variable} holds no passphrase; set it, or leave out --passphrase-env"
        ))),
    }
}

fn unwritable(path: &Path, error: &io::Error) -> Refusal {
    match error.kind() {
        io::ErrorKind::AlreadyExists => taken_already(path),
        _ => Refusal::Plain(format!("{} cannot be written: {error}", path.display())),
    }
}

fn taken_already(path: &Path) -> Refusal {
    Refusal::Plain(format!(
        "{} exists already and is not overwritten; choose another folder with --out",
        path.display()
    ))
}
