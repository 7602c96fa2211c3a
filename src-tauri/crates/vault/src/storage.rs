//! The vault's directory: a lock that other programs respect, and a file that is replaced whole or not at all.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;
use whole_files::{create_private_folder, put_in_place};

use crate::error::VaultError;

/// The directory that holds `vault.sealed`.
#[derive(Debug)]
pub(crate) struct Storage {
    directory: PathBuf,
}

/// Held while the file is read, changed and written; dropped, it lets the next program in.
pub(crate) struct Lock {
    _file: File,
}

impl Storage {
    pub(crate) fn new(directory: PathBuf) -> Self {
        Self { directory }
    }

    /// Waits until no other program or thread changes the vault. The lock is on a file of its own, because
    /// `vault.sealed` is another file after each change. The system frees it when a program dies.
    pub(crate) fn lock(&self) -> Result<Lock, VaultError> {
        let action = "locking the vault";
        create_private_folder(&self.directory).map_err(file_error("making the vault's directory"))?;
        let file = private(OpenOptions::new().write(true).create(true).truncate(false))
            .open(self.directory.join("vault.lock"))
            .map_err(file_error(action))?;
        file.lock().map_err(file_error(action))?;
        Ok(Lock { _file: file })
    }

    /// The bytes of the file, or nothing when there is none.
    pub(crate) fn read(&self) -> Result<Option<Vec<u8>>, VaultError> {
        match fs::read(self.file()) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(file_error("reading the vault")(error)),
        }
    }

    /// Puts `bytes` in place of the file, readable by this user only. After a crash the old or the new one is there.
    pub(crate) fn replace(&self, bytes: &[u8], _lock: &Lock) -> Result<(), VaultError> {
        self.try_replace(bytes).map_err(file_error("writing the vault"))
    }

    /// Gives the file another name beside it, which is returned.
    pub(crate) fn set_aside(&self, _lock: &Lock) -> Result<Option<PathBuf>, VaultError> {
        let free = (1_u32..)
            .map(|number| self.directory.join(format!("vault.sealed.set-aside-{number}")))
            .find(|path| !path.exists());
        let Some(path) = free else { return Ok(None) };
        match fs::rename(self.file(), &path) {
            Ok(()) => Ok(Some(path)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(file_error("setting the vault aside")(error)),
        }
    }

    /// Removes what programs that ended in the middle of a writing left: nobody else writes while the lock is held.
    pub(crate) fn sweep(&self, _lock: &Lock) {
        let Ok(entries) = fs::read_dir(&self.directory) else {
            return;
        };
        for entry in entries.flatten() {
            if entry.file_name().to_string_lossy().starts_with(UNFINISHED) {
                // It is sealed and in nobody's way; the next start tries again.
                let _ = fs::remove_file(entry.path());
            }
        }
    }

    /// What is noted about the newest writing.
    pub(crate) fn newest(&self) -> Option<Vec<u8>> {
        fs::read(self.directory.join("vault.newest")).ok()
    }

    /// Notes which writing is the newest. Where that fails, an older file is not noticed, and nothing else is lost.
    pub(crate) fn note_newest(&self, bytes: &[u8], _lock: &Lock) -> io::Result<()> {
        let mut file = NamedTempFile::with_prefix_in(UNFINISHED, &self.directory)?;
        file.write_all(bytes)?;
        put_in_place(file, &self.directory.join("vault.newest"))
    }

    fn try_replace(&self, bytes: &[u8]) -> io::Result<()> {
        // A NamedTempFile is made with mode 0600.
        let mut file = NamedTempFile::with_prefix_in(UNFINISHED, &self.directory)?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        put_in_place(file, &self.file())?;
        sync_directory(&self.directory)
    }

    fn file(&self) -> PathBuf {
        self.directory.join("vault.sealed")
    }
}

/// How the names of files begin that are not whole yet.
const UNFINISHED: &str = "vault.writing-";

fn file_error(action: &'static str) -> impl FnOnce(io::Error) -> VaultError {
    move |source| VaultError::File { action, source }
}

#[cfg(unix)]
fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;
    options.mode(0o600)
}

#[cfg(not(unix))]
fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    options
}

#[cfg(unix)]
fn sync_directory(directory: &Path) -> io::Result<()> {
    File::open(directory)?.sync_all()
}

#[cfg(not(unix))]
fn sync_directory(_directory: &Path) -> io::Result<()> {
    Ok(())
}
