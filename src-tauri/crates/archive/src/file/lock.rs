//! One program at a time writes to an archive.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

use crate::error::ArchiveError;

/// Held while an archive is written to: a lock on a small file beside it, which the system gives back when a program
/// ends in any way.
pub(crate) struct WriteLock {
    _file: File,
    path: PathBuf,
}

impl WriteLock {
    /// Takes the lock of an archive.
    ///
    /// # Errors
    /// [`ArchiveError::InUse`] when another window or program holds it.
    pub(crate) fn take(archive: &Path) -> Result<Self, ArchiveError> {
        let mut name = archive.file_name().unwrap_or_default().to_owned();
        name.push("-writing");
        let path = archive.with_file_name(name);
        let file = OpenOptions::new()
            .create(true)
            .write(true)
            .truncate(false)
            .open(&path)
            .map_err(|error| match ArchiveError::of_system(&error, &path) {
                ArchiveError::NoAccess => ArchiveError::ReadOnly,
                other => other,
            })?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file, path }),
            Err(TryLockError::WouldBlock) => Err(ArchiveError::InUse),
            Err(TryLockError::Error(error)) => Err(ArchiveError::of_system(&error, &path)),
        }
    }
}

impl Drop for WriteLock {
    fn drop(&mut self) {
        // A file that stays does no harm: only the lock on it counts.
        let _ = std::fs::remove_file(&self.path);
    }
}
