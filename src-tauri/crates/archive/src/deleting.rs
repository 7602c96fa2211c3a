//! Taking an archive away.

use std::io;
use std::path::Path;

use crate::error::ArchiveError;
use crate::file::WriteLock;

/// What SQLite may leave beside a file that a crash ended the writing of.
const BESIDE: [&str; 3] = ["-wal", "-shm", "-journal"];

/// Deletes an archive; what is damaged can be deleted too.
///
/// # Errors
/// When it is not there, somebody writes to it, or the folder does not allow it.
pub fn delete(path: &Path) -> Result<(), ArchiveError> {
    if !path.exists() {
        return Err(ArchiveError::of_system(&io::ErrorKind::NotFound.into(), path));
    }
    let _nobody_writes = WriteLock::take(path)?;
    take_away(path).map_err(|error| ArchiveError::of_system(&error, path))
}

/// Takes a file away with what lies beside it. Nobody else may write to it.
pub(crate) fn take_away(path: &Path) -> io::Result<()> {
    std::fs::remove_file(path)?;
    for ending in BESIDE {
        let mut name = path.file_name().unwrap_or_default().to_owned();
        name.push(ending);
        // Most often there is none.
        let _ = std::fs::remove_file(path.with_file_name(name));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{About, Archive};

    #[test]
    fn an_archive_goes_as_a_whole_unless_somebody_writes_to_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.assurance");
        let archive = Archive::create(&path, &About::default()).unwrap();
        assert_eq!(delete(&path), Err(ArchiveError::InUse));
        drop(archive);
        std::fs::write(&path, "damaged").unwrap();
        std::fs::write(folder.path().join("a.assurance-wal"), "left over").unwrap();
        delete(&path).unwrap();
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
        let name = "a.assurance".to_owned();
        assert_eq!(delete(&path), Err(ArchiveError::NotFound { name }));
    }
}
