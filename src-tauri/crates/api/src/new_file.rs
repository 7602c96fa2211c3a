//! Files that the user asked for: written whole or not at all, and over another one only where the user was asked.

use std::fs::OpenOptions;
use std::io::{self, Write as _};
use std::path::Path;

/// Who may read a new file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readers {
    /// Only the user: mode 0600. For everything that holds a secret.
    Owner,
    /// Whoever the folder lets in.
    Everybody,
}

/// Writes a file that must not exist yet. One that could not be finished is removed again.
///
/// # Errors
/// What the system says; [`AlreadyExists`](io::ErrorKind::AlreadyExists) when there is a file of that name.
pub fn write_new(path: &Path, bytes: &[u8], readers: Readers) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    set_mode(&mut options, readers);
    let mut file = options.open(path)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    if written.is_err() {
        // What is being reported matters more than a file that stays.
        let _ = std::fs::remove_file(path);
    }
    written
}

/// Writes a file that everybody may read, in the place of one of that name if there is one. That one stays as it is until
/// the new one is whole.
///
/// # Errors
/// What the system says.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o644));
    let mut file = builder.tempfile_in(folder.unwrap_or(Path::new(".")))?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

#[cfg(unix)]
fn set_mode(options: &mut OpenOptions, readers: Readers) {
    use std::os::unix::fs::OpenOptionsExt as _;
    options.mode(match readers {
        Readers::Owner => 0o600,
        Readers::Everybody => 0o644,
    });
}

#[cfg(not(unix))]
fn set_mode(_options: &mut OpenOptions, _readers: Readers) {}
