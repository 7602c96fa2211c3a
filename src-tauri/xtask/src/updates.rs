//! `cargo xtask updates`: signs the packages of a version and writes the list by which programs find them.

mod list;
mod signature;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::bundle::tauri;
use crate::command::run;
use crate::failure::{Failure, Result};
use crate::node;
use list::{List, Package};

/// The version that all packages of this checkout have.
const VERSION: &str = env!("CARGO_PKG_VERSION");
const KEY: &str = "TAURI_SIGNING_PRIVATE_KEY";
const PASSWORD: &str = "TAURI_SIGNING_PRIVATE_KEY_PASSWORD";

/// What `updates` can be told.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// The folder with the packages; the list lands there
    #[arg(long)]
    packages: PathBuf,
    /// The address of the folder that the packages will be downloaded from
    #[arg(long, value_name = "ADDRESS")]
    from: String,
    /// A text with what is new
    #[arg(long, value_name = "FILE")]
    notes: Option<PathBuf>,
    /// When the version is published, as 2026-11-22T08:00:00Z
    #[arg(long)]
    date: Option<String>,
}

/// Signs with the key that the environment holds, and writes `latest.json`.
///
/// # Errors
/// When there is no key or nothing to sign, or a signature is not as programs expect it.
pub(crate) fn publish(options: &Options) -> Result {
    if env::var_os(KEY).is_none_or(|key| key.is_empty()) {
        return Err(Failure::new(format!(
            "{KEY} holds no key; docs/packages.md says how one is made"
        )));
    }
    if !options.from.starts_with("https://") {
        return Err(Failure::new("programs take updates over https alone: --from https://…"));
    }
    let notes = options.notes.as_deref().map(read).transpose()?.unwrap_or_default();
    let files = packages(&options.packages)?;
    if files.is_empty() {
        return Err(Failure::new(format!(
            "{} holds no packages",
            options.packages.display()
        )));
    }
    node::install()?;
    let mut signed = Vec::new();
    for file in files {
        let signature = sign(&file)?;
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        signed.push(Package { name, signature });
    }
    let list = List {
        version: VERSION,
        date: options.date.as_deref(),
        notes: notes.trim(),
        from: &options.from,
    };
    let path = options.packages.join("latest.json");
    fs::write(&path, list.text(&signed)?).map_err(|error| Failure::file(&path, &error))?;
    println!("{} packages are signed and listed in {}", signed.len(), path.display());
    Ok(())
}

/// What a program can be updated with, in the order of names.
fn packages(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).map_err(|error| Failure::file(folder, &error))?;
    let mut files: Vec<PathBuf> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| list::is_package(&path.file_name().unwrap_or_default().to_string_lossy()))
        .collect();
    files.sort();
    Ok(files)
}

/// The signature of a file, which names the version, so that no other can be passed off as it.
fn sign(file: &Path) -> Result<String> {
    // Tauri asks for a password where none is said.
    let password = env::var_os(PASSWORD).unwrap_or_default();
    run(tauri()
        .args(["signer", "sign", "--app-version", VERSION])
        .arg(fs::canonicalize(file).map_err(|error| Failure::file(file, &error))?)
        .env(PASSWORD, password)
        .stdout(std::process::Stdio::null()))?;
    let mut path = file.as_os_str().to_owned();
    path.push(".sig");
    let path = PathBuf::from(path);
    let signature = read(&path)?.trim().to_owned();
    fs::remove_file(&path).map_err(|error| Failure::file(&path, &error))?;
    match signature::version(&signature) {
        Some(version) if version == VERSION => Ok(signature),
        _ => Err(Failure::new(format!(
            "{}: the signature does not say that it is for version {VERSION}",
            file.display()
        ))),
    }
}

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).map_err(|error| Failure::file(file, &error))
}
