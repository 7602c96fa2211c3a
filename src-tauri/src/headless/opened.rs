//! An archive that a command looks into.

use std::io::ErrorKind;
use std::path::Path;

use api::contract::problem::Problem;
use archive::{Archive, ArchiveError};

use super::Refusal;

/// What is damaged is counted in blocks of so many events.
const EVENTS_OF_BLOCK: usize = 128;

/// Opens an archive that nothing is added to.
pub(super) fn to_read(path: &Path) -> Result<Archive, Refusal> {
    Archive::open_to_read(path).map_err(|error| refusal(path, error))
}

/// Why an archive cannot be used.
pub(super) fn refusal(path: &Path, error: ArchiveError) -> Refusal {
    match error {
        ArchiveError::NotFound { .. } => Refusal::Problem(Problem::file(path, &ErrorKind::NotFound.into(), "opened")),
        error => Refusal::about(path, error),
    }
}

/// Says so when a part of the archive could not be read.
pub(super) fn check_whole(archive: &Archive) -> Result<(), Refusal> {
    match archive.info().unreadable_blocks {
        0 => Ok(()),
        blocks => Err(Refusal::Partial(format!(
            "a part of {} is damaged: up to {} events were left out",
            archive.path().display(),
            blocks * EVENTS_OF_BLOCK
        ))),
    }
}
