//! What can go wrong with an archive.

use std::io;
use std::path::Path;

use rusqlite::ErrorCode;

use crate::codec::Damaged;

/// Why an archive could not be read or written. What is in the file stays as it is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ArchiveError {
    /// There is no file.
    #[error("there is no file {name}")]
    NotFound {
        /// The file's name.
        name: String,
    },
    /// A file is there already, and would have been replaced.
    #[error("there is already a file {name}")]
    Exists {
        /// The file's name.
        name: String,
    },
    /// The file is something else.
    #[error("the file is not an archive of a session")]
    NotAnArchive,
    /// A newer version of this program wrote the file.
    #[error("the archive has version {found} of the format, and this program knows versions up to {known}")]
    NewerVersion {
        /// The file's version.
        found: i64,
        /// The newest version that this program knows.
        known: i64,
    },
    /// What is in the file is not what was written.
    #[error("the archive is damaged")]
    Damaged,
    /// The disk has no room.
    #[error("the disk is full")]
    DiskFull,
    /// The folder or the file does not allow writing.
    #[error("the archive cannot be written where it is")]
    ReadOnly,
    /// Another program writes to it.
    #[error("another window or program is writing to the archive")]
    InUse,
    /// The system allows neither reading nor writing.
    #[error("the system does not give access to the file")]
    NoAccess,
    /// The work was called off.
    #[error("it was called off")]
    CalledOff,
    /// The query's text cannot be read.
    #[error("{message}")]
    Query {
        /// What is wrong, and where.
        message: String,
    },
    /// The system reports something else.
    #[error("the file could not be used: {reason}")]
    File {
        /// The system's or SQLite's words.
        reason: String,
    },
}

impl ArchiveError {
    /// There is a file at this path already.
    pub(crate) fn exists(path: &Path) -> Self {
        Self::Exists { name: name_of(path) }
    }

    /// There is no file at this path.
    pub(crate) fn not_found(path: &Path) -> Self {
        Self::NotFound { name: name_of(path) }
    }

    /// The error of the system that was met while a file was used.
    #[must_use]
    pub fn of_system(error: &io::Error, path: &Path) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::not_found(path),
            io::ErrorKind::AlreadyExists => Self::exists(path),
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            io::ErrorKind::PermissionDenied => Self::NoAccess,
            _ => Self::File {
                reason: error.to_string(),
            },
        }
    }
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

impl From<Damaged> for ArchiveError {
    fn from(_: Damaged) -> Self {
        Self::Damaged
    }
}

impl From<rusqlite::Error> for ArchiveError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase) => Self::NotAnArchive,
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged,
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::ReadOnly) => Self::ReadOnly,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::InUse,
            Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => Self::NoAccess,
            _ => match error {
                // A column that is not what the format says.
                rusqlite::Error::InvalidColumnType(..)
                | rusqlite::Error::FromSqlConversionFailure(..)
                | rusqlite::Error::IntegralValueOutOfRange(..)
                | rusqlite::Error::QueryReturnedNoRows
                | rusqlite::Error::Utf8Error(..) => Self::Damaged,
                other => Self::File {
                    reason: other.to_string(),
                },
            },
        }
    }
}
