//! The file that an export becomes: written beside its place, and there when it is whole.

use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::error::ExportError;
use super::{ExportFormat, ExportOptions, ExportReport};

/// A file that is being written. Dropped before it is finished, it leaves nothing.
pub(super) struct Target {
    file: BufWriter<NamedTempFile>,
    to: PathBuf,
    replace: bool,
}

/// Whether the place is free, before hours of work.
pub(super) fn check(to: &Path, options: &ExportOptions) -> Result<(), ExportError> {
    if options.format == ExportFormat::Parquet {
        return match to.exists() && !to.is_dir() {
            true => Err(ExportError::exists(to)),
            false => Ok(()),
        };
    }
    if to.exists() && (!options.replace || to.is_dir()) {
        return Err(ExportError::exists(to));
    }
    Ok(())
}

impl Target {
    pub(super) fn create(to: &Path, replace: bool) -> Result<Self, ExportError> {
        let folder = to
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty())
            .unwrap_or(Path::new("."));
        let file = unfinished(folder).map_err(|error| ExportError::of_system(&error, to))?;
        Ok(Self {
            file: BufWriter::with_capacity(256 * 1024, file),
            to: to.to_owned(),
            replace,
        })
    }

    pub(super) fn write(&mut self, bytes: &[u8]) -> Result<(), ExportError> {
        self.file
            .write_all(bytes)
            .map_err(|error| ExportError::of_system(&error, &self.to))
    }

    /// The file takes its place.
    pub(super) fn finish(self, events: u64) -> Result<ExportReport, ExportError> {
        let Self { file, to, replace } = self;
        let of_system = |error: &io::Error| ExportError::of_system(error, &to);
        let file = file.into_inner().map_err(|error| of_system(error.error()))?;
        file.as_file().sync_all().map_err(|error| of_system(&error))?;
        let bytes = file.as_file().metadata().map_err(|error| of_system(&error))?.len();
        if replace {
            file.persist(&to).map_err(|error| of_system(&error.error))?;
        } else {
            file.persist_noclobber(&to).map_err(|error| of_system(&error.error))?;
        }
        Ok(ExportReport {
            events,
            bytes,
            files: vec![to],
        })
    }
}

/// A file that others may read as the system usually lets them, once it has its name.
pub(super) fn unfinished(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".export-unfinished-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}
