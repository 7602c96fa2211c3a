//! What can go wrong with an export.

use std::io;
use std::path::Path;

use crate::error::ArchiveError;

/// Why nothing was exported. What was there before is as it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ExportError {
    /// The archive could not be read.
    #[error(transparent)]
    Archive(ArchiveError),
    /// A file is there already, or the dataset has this session already, and it was not to be replaced.
    #[error("there is already {name}")]
    Exists {
        /// What is there: the file's name, or the session's folder in the dataset.
        name: String,
    },
    /// There is no such folder.
    #[error("there is no folder {name}")]
    NoFolder {
        /// The folder's name.
        name: String,
    },
    /// The disk has no room.
    #[error("the disk is full")]
    DiskFull,
    /// The folder or the disk is read-only.
    #[error("the folder is read-only")]
    ReadOnly,
    /// The system does not allow writing there.
    #[error("the system does not give access to the folder")]
    NoAccess,
    /// The work was called off.
    #[error("the export was called off")]
    CalledOff,
    /// The system reports something else.
    #[error("the export could not be written: {reason}")]
    File {
        /// The system's words.
        reason: String,
    },
}

impl ExportError {
    /// The error of the system that was met while `path` was written.
    pub(super) fn of_system(error: &io::Error, path: &Path) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => {
                let folder = path.parent().unwrap_or(path);
                Self::NoFolder { name: name_of(folder) }
            }
            io::ErrorKind::AlreadyExists => Self::exists(path),
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            io::ErrorKind::PermissionDenied => Self::NoAccess,
            _ => Self::File {
                reason: error.to_string(),
            },
        }
    }

    pub(super) fn exists(path: &Path) -> Self {
        Self::Exists { name: name_of(path) }
    }
}

fn name_of(path: &Path) -> String {
    path.file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy()
        .into_owned()
}

impl From<ArchiveError> for ExportError {
    fn from(error: ArchiveError) -> Self {
        match error {
            ArchiveError::CalledOff => Self::CalledOff,
            error => Self::Archive(error),
        }
    }
}
