//! A file that is put aside when it is full: `window.log`, before it `window.1.log`, and so on up to the oldest, which goes.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::PathBuf;

use whole_files::create_private_folder;

/// Bytes of one file.
const FULL: u64 = 1024 * 1024;
/// Files that are kept, with the one that is written.
const MOST_FILES: usize = 5;

pub(crate) struct RotatingFile {
    folder: PathBuf,
    name: String,
    full: u64,
    open: Option<(File, u64)>,
}

impl RotatingFile {
    /// Touches nothing yet.
    pub(crate) fn new(folder: PathBuf, name: &str) -> Self {
        Self {
            folder,
            name: name.to_owned(),
            full: FULL,
            open: None,
        }
    }

    /// Writes whole lines. A file that could not be opened or written is tried anew with the next.
    pub(crate) fn append(&mut self, lines: &[u8]) -> io::Result<()> {
        let (mut file, mut size) = match self.open.take() {
            Some(open) => open,
            None => self.opened()?,
        };
        if size > 0 && size + lines.len() as u64 > self.full {
            drop(file);
            self.rotate();
            (file, size) = self.opened()?;
        }
        file.write_all(lines)?;
        self.open = Some((file, size + lines.len() as u64));
        Ok(())
    }

    fn opened(&self) -> io::Result<(File, u64)> {
        create_private_folder(&self.folder)?;
        let mut options = OpenOptions::new();
        options.append(true).create(true);
        for_owner(&mut options);
        let file = options.open(self.path(0))?;
        let size = file.metadata()?.len();
        Ok((file, size))
    }

    /// Each file takes the place of the one before it. One that cannot be moved is written on.
    fn rotate(&self) {
        for number in (1..MOST_FILES).rev() {
            let _ = fs::rename(self.path(number - 1), self.path(number));
        }
    }

    fn path(&self, number: usize) -> PathBuf {
        self.folder.join(match number {
            0 => format!("{}.log", self.name),
            number => format!("{}.{number}.log", self.name),
        })
    }
}

#[cfg(unix)]
fn for_owner(options: &mut OpenOptions) {
    use std::os::unix::fs::OpenOptionsExt as _;
    options.mode(0o600);
}

#[cfg(not(unix))]
fn for_owner(_options: &mut OpenOptions) {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_files_are_put_aside_and_the_oldest_goes() {
        let folder = tempfile::tempdir().unwrap();
        let mut file = RotatingFile::new(folder.path().join("logs"), "window");
        file.full = 100;
        for number in 0..60 {
            file.append(format!("{number:09}\n").as_bytes()).unwrap();
        }
        let read = |name: &str| fs::read_to_string(folder.path().join("logs").join(name)).unwrap();
        assert!(read("window.log").ends_with("000000059\n"));
        assert!(
            read("window.4.log").starts_with("000000010\n"),
            "{}",
            read("window.4.log")
        );
        assert_eq!(fs::read_dir(folder.path().join("logs")).unwrap().count(), MOST_FILES);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = |name: &str| fs::metadata(folder.path().join(name)).unwrap().permissions().mode() & 0o777;
            assert_eq!((mode("logs"), mode("logs/window.log")), (0o700, 0o600));
        }

        let mut next = RotatingFile::new(folder.path().join("logs"), "window");
        next.append(b"next\n").unwrap();
        assert!(
            read("window.log").ends_with("000000059\nnext\n"),
            "it goes on where it was"
        );
    }

    #[test]
    fn a_folder_that_cannot_be_made_is_an_error_until_it_can() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("logs");
        fs::write(&place, "a file").unwrap();
        let mut file = RotatingFile::new(place.clone(), "window");
        assert!(file.append(b"lost\n").is_err());
        fs::remove_file(&place).unwrap();
        file.append(b"kept\n").unwrap();
        assert_eq!(fs::read_to_string(place.join("window.log")).unwrap(), "kept\n");
    }
}
