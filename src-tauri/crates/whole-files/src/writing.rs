//! Writing.

use std::fs::OpenOptions;
use std::io::{self, Write as _};
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use serde::Serialize;
use tempfile::NamedTempFile;

use crate::folder;

/// Who may read a new file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readers {
    /// Only the user: mode 0600. For everything that holds a secret, and what the program keeps for itself.
    Owner,
    /// Whoever the folder lets in.
    Everybody,
}

#[cfg(unix)]
impl Readers {
    fn mode(self) -> u32 {
        match self {
            Self::Owner => 0o600,
            Self::Everybody => 0o644,
        }
    }

    fn of_file(self, options: &mut OpenOptions) -> &mut OpenOptions {
        std::os::unix::fs::OpenOptionsExt::mode(options, self.mode())
    }

    fn of_temporary_file(self) -> tempfile::Builder<'static, 'static> {
        let mut builder = tempfile::Builder::new();
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(self.mode()));
        builder
    }
}

/// The folder says who may read it.
#[cfg(not(unix))]
impl Readers {
    fn of_file(self, options: &mut OpenOptions) -> &mut OpenOptions {
        options
    }

    fn of_temporary_file(self) -> tempfile::Builder<'static, 'static> {
        tempfile::Builder::new()
    }
}

/// Writes a file that must not exist yet. One that could not be finished is removed again.
///
/// # Errors
/// What the system says; [`AlreadyExists`](io::ErrorKind::AlreadyExists) when there is a file of that name.
pub fn write_new(path: &Path, bytes: &[u8], readers: Readers) -> io::Result<()> {
    let mut file = readers
        .of_file(OpenOptions::new().write(true).create_new(true))
        .open(path)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    if written.is_err() {
        // What is being reported matters more than a file that stays.
        let _ = std::fs::remove_file(path);
    }
    written
}

/// Writes a file, in the place of one of that name if there is one. That one stays as it is until the new one is whole and
/// on the disk.
///
/// # Errors
/// What the system says.
pub fn replace(path: &Path, bytes: &[u8], readers: Readers) -> io::Result<()> {
    let folder = folder::of(path);
    let mut file = readers.of_temporary_file().tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    put_in_place(file, path)?;
    folder::sync(folder);
    Ok(())
}

/// The same for a value as JSON that people can read, for the user alone.
///
/// # Errors
/// What the system says, or why the value cannot be JSON.
pub fn replace_json(path: &Path, value: &impl Serialize) -> io::Result<()> {
    let mut text = serde_json::to_vec_pretty(value)?;
    text.push(b'\n');
    replace(path, &text, Readers::Owner)
}

/// How long, and how often, a file is waited for that somebody has open.
const PATIENCE: Duration = Duration::from_secs(2);
const PAUSE: Duration = Duration::from_millis(20);

/// Gives a finished file its name, in the place of the one that has it. On Windows that one cannot make way while somebody has
/// it open, another program that reads it or a scanner; that is tried again for two seconds.
///
/// # Errors
/// What the system says.
pub fn put_in_place(mut file: NamedTempFile, path: &Path) -> io::Result<()> {
    let begun = Instant::now();
    loop {
        match file.persist(path) {
            Ok(_) => return Ok(()),
            Err(refused) if is_in_use(&refused.error) && begun.elapsed() < PATIENCE => file = refused.file,
            Err(refused) => return Err(refused.error),
        }
        thread::sleep(PAUSE);
    }
}

fn is_in_use(error: &io::Error) -> bool {
    cfg!(windows) && error.kind() == io::ErrorKind::PermissionDenied
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    fn mode(path: &Path) -> u32 {
        std::os::unix::fs::MetadataExt::mode(&std::fs::metadata(path).unwrap()) & 0o777
    }

    #[test]
    fn a_new_file_takes_no_other_ones_place_and_a_replaced_one_does() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        write_new(&path, b"first", Readers::Owner).unwrap();
        let again = write_new(&path, b"second", Readers::Owner).unwrap_err();
        assert_eq!(again.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(std::fs::read(&path).unwrap(), b"first");
        replace(&path, b"second", Readers::Owner).unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"second");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_file_that_somebody_reads_makes_way() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        replace(&path, b"first", Readers::Owner).unwrap();
        let mut opened = std::fs::File::open(&path).unwrap();
        std::thread::scope(|scope| {
            let writing = scope.spawn(|| replace(&path, b"second", Readers::Owner));
            let mut text = String::new();
            std::io::Read::read_to_string(&mut opened, &mut text).unwrap();
            assert_eq!(text, "first");
            drop(opened);
            writing.join().unwrap().unwrap();
        });
        assert_eq!(std::fs::read(&path).unwrap(), b"second");
    }

    #[cfg(unix)]
    #[test]
    fn a_file_has_the_mode_of_its_readers() {
        let folder = tempfile::tempdir().unwrap();
        for (readers, wanted) in [(Readers::Owner, 0o600), (Readers::Everybody, 0o644)] {
            let path = folder.path().join(format!("{wanted}"));
            write_new(&path, b"", readers).unwrap();
            assert_eq!(mode(&path), wanted);
            replace(&path, b"", readers).unwrap();
            assert_eq!(mode(&path), wanted);
        }
    }

    #[test]
    fn what_cannot_be_written_leaves_the_old_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.json");
        replace_json(&path, &1).unwrap();
        let not_json = std::collections::HashMap::from([(vec![1], 2)]);
        assert!(replace_json(&path, &not_json).is_err());
        assert_eq!(std::fs::read(&path).unwrap(), b"1\n");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
