//! Files that the user asked for: written whole or not at all, and never over another one.

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
