//! The folder in which archives are kept, and what is in each of them.

use std::collections::HashMap;
use std::fs::OpenOptions;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::SystemTime;

use archive::{ArchiveError, Peek, peek};
use event::is_unseen;
use tokio::sync::{OwnedMutexGuard, watch};
use uuid::Uuid;

use super::lock;
use crate::contract::problem::Problem;

/// The folder in the data folder.
const FOLDER: &str = "archives";
/// How the names of archives end.
pub(super) const ENDING: &str = "assurance";
/// Characters of a name that a person gave.
const LONGEST_NAME: usize = 80;

/// The archives' files. An archive is named by its file's name without the ending.
pub(super) struct ArchiveFiles {
    folder: PathBuf,
    looked_into: Mutex<HashMap<String, Look>>,
    turns: Mutex<HashMap<String, Arc<Queue>>>,
}

/// What was in a file when it was looked into.
struct Look {
    stamp: Stamp,
    found: Result<Peek, ArchiveError>,
}

/// Tells whether a file has changed.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Stamp {
    file: Option<(SystemTime, u64)>,
    /// What was written and is not in the file yet.
    beside: Option<(SystemTime, u64)>,
}

impl Stamp {
    /// The stamp of an archive's file now.
    pub(super) fn of(path: &Path) -> Self {
        let mut beside = path.as_os_str().to_owned();
        beside.push("-wal");
        let about = |path: &Path| {
            let about = std::fs::metadata(path).ok()?;
            Some((about.modified().ok()?, about.len()))
        };
        Self {
            file: about(path),
            beside: about(Path::new(&beside)),
        }
    }

    /// When the file changed last.
    pub(super) fn changed(&self) -> Option<SystemTime> {
        let times = [self.file, self.beside].into_iter().flatten();
        times.map(|(time, _)| time).max()
    }
}

impl ArchiveFiles {
    pub(super) fn new(data: &Path) -> Self {
        Self {
            folder: data.join(FOLDER),
            looked_into: Mutex::default(),
            turns: Mutex::default(),
        }
    }

    /// The folder, which is made if it is missing.
    pub(super) fn folder(&self) -> Result<&Path, ArchiveError> {
        std::fs::create_dir_all(&self.folder).map_err(|error| ArchiveError::of_system(&error, &self.folder))?;
        Ok(&self.folder)
    }

    /// The file of an archive that is there or is to be made.
    pub(super) fn path(&self, archive: &str) -> PathBuf {
        self.folder.join(format!("{archive}.{ENDING}"))
    }

    /// The file of an archive that somebody has named.
    ///
    /// # Errors
    /// When there is none of that name.
    pub(super) fn find(&self, archive: &str) -> Result<PathBuf, Problem> {
        // A name leads nowhere else.
        let is_plain = !archive.is_empty() && !archive.contains(['/', '\\', ':', '\0']) && !archive.starts_with('.');
        let path = self.path(archive);
        (is_plain && path.is_file())
            .then_some(path)
            .ok_or_else(|| Problem::not_found("The archive"))
    }

    /// The name of the archive whose file this is, if it is one of ours. The path must be without detours.
    pub(super) fn name_of(&self, path: &Path) -> Option<String> {
        let folder = self.folder.canonicalize().ok()?;
        let name = path.file_stem()?.to_str()?;
        let is_ours = path.parent() == Some(&folder) && path.extension().is_some_and(|ending| ending == ENDING);
        (is_ours && self.find(name).is_ok()).then(|| name.to_owned())
    }

    /// The names of all archives.
    pub(super) fn names(&self) -> io::Result<Vec<String>> {
        let entries = match std::fs::read_dir(&self.folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries?,
        };
        let name = |path: &Path| {
            let is_one = path.extension().is_some_and(|ending| ending == ENDING) && path.is_file();
            is_one.then(|| path.file_stem()?.to_str().map(str::to_owned)).flatten()
        };
        Ok(entries.flatten().filter_map(|entry| name(&entry.path())).collect())
    }

    /// What is in an archive; read anew only when the file has changed. Blocks.
    pub(super) fn peek(&self, archive: &str) -> Result<Peek, ArchiveError> {
        let path = self.path(archive);
        let stamp = Stamp::of(&path);
        if let Some(look) = lock(&self.looked_into).get(archive).filter(|look| look.stamp == stamp) {
            return look.found.clone();
        }
        let found = peek(&path);
        let look = Look {
            stamp,
            found: found.clone(),
        };
        lock(&self.looked_into).insert(archive.to_owned(), look);
        found
    }

    /// Waits until nobody else of this program opens, closes or deletes an archive; until the turn is dropped.
    pub(super) async fn turn(&self, archive: &str) -> Turn {
        let queue = {
            let mut turns = lock(&self.turns);
            turns.retain(|_, queue| Arc::strong_count(queue) > 1);
            Arc::clone(turns.entry(archive.to_owned()).or_default())
        };
        let guard = {
            let _waiting = Waiting::in_queue(&queue);
            Arc::clone(&queue.turn).lock_owned().await
        };
        Turn { _guard: guard, queue }
    }

    /// Gives a file that was written beside the archives a name among them, like `wanted` and not taken. Returns it.
    pub(super) fn take_in(&self, file: &Path, wanted: &str) -> Result<String, ArchiveError> {
        let base = file_name(wanted);
        let mut number = 1;
        let (name, path) = loop {
            let name = match number {
                1 => base.clone(),
                number => format!("{base} {number}"),
            };
            let path = self.path(&name);
            // Taken at once, so that two who want one name do not get the same.
            match OpenOptions::new().write(true).create_new(true).open(&path) {
                Ok(_) => break (name, path),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => number += 1,
                Err(error) => return Err(ArchiveError::of_system(&error, &path)),
            }
        };
        std::fs::rename(file, &path).map_err(|error| {
            // What is being reported matters more than an empty file that stays.
            let _ = std::fs::remove_file(&path);
            ArchiveError::of_system(&error, &path)
        })?;
        Ok(name)
    }
}

/// Who has an archive to itself, and how many wait for it.
#[derive(Default)]
struct Queue {
    turn: Arc<tokio::sync::Mutex<()>>,
    waiting: watch::Sender<usize>,
}

/// An archive that nobody else of this program opens, closes or deletes, until this is dropped.
pub(super) struct Turn {
    _guard: OwnedMutexGuard<()>,
    queue: Arc<Queue>,
}

impl Turn {
    /// Waits until somebody else waits for the archive.
    pub(super) async fn wanted(&self) {
        // The sender is there as long as the queue is.
        let _ = self.queue.waiting.subscribe().wait_for(|waiting| *waiting > 0).await;
    }
}

/// One who waits, and no longer does when this is dropped.
struct Waiting<'a>(&'a Queue);

impl<'a> Waiting<'a> {
    fn in_queue(queue: &'a Queue) -> Self {
        queue.waiting.send_modify(|waiting| *waiting += 1);
        Self(queue)
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.waiting.send_modify(|waiting| *waiting -= 1);
    }
}

/// The archive of a session: always the same for one integration and one session. The identifier comes from outside, so
/// only what every file system takes is written as it is.
pub(super) fn archive_of_session(integration: Uuid, session: &str) -> String {
    let mut name = String::new();
    for byte in session.to_lowercase().bytes().take(LONGEST_NAME) {
        match byte {
            b'a'..=b'z' | b'0'..=b'9' | b'-' => name.push(byte as char),
            _ => name.push_str(&format!("_{byte:02x}")),
        }
    }
    let integration = integration.simple().to_string();
    format!("{name}-{}", &integration[..8])
}

/// A name that a person gave, as every file system takes it.
pub(super) fn file_name(wanted: &str) -> String {
    let plain = |character: char| {
        if character.is_control() || is_unseen(character) || "/\\:*?\"<>|".contains(character) {
            ' '
        } else {
            character
        }
    };
    let replaced: String = wanted.chars().map(plain).take(LONGEST_NAME).collect();
    let words: Vec<&str> = replaced.split_whitespace().collect();
    let name = words.join(" ").trim_matches(['.', ' ']).to_owned();
    // Names that Windows keeps for devices.
    let device = name
        .split('.')
        .next()
        .unwrap_or_default()
        .trim_end()
        .to_ascii_lowercase();
    let is_device = matches!(device.as_str(), "con" | "prn" | "aux" | "nul")
        || (device.len() == 4
            && (device.starts_with("com") || device.starts_with("lpt"))
            && device.ends_with(|last: char| last.is_ascii_digit()));
    match (name.is_empty(), is_device) {
        (true, _) => "Session".to_owned(),
        (_, true) => format!("Session {name}"),
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_has_one_name_in_any_case_and_whatever_its_identifier_is() {
        let integration = Uuid::from_u128(0x1234_5678_0000_0000_0000_0000_0000_0001);
        let uuid = "0F8FAD5B-d9cb-469f-a165-70867728950e";
        assert_eq!(
            archive_of_session(integration, uuid),
            "0f8fad5b-d9cb-469f-a165-70867728950e-12345678"
        );
        let odd = archive_of_session(integration, "../../etc\\passwd\0:ä");
        assert_eq!(odd, "_2e_2e_2f_2e_2e_2fetc_5cpasswd_00_3a_c3_a4-12345678");
        assert!(archive_of_session(integration, &"x".repeat(10_000)).len() < 200);
    }

    #[test]
    fn names_of_people_become_names_of_files() {
        for (wanted, name) in [
            ("Checkout v42", "Checkout v42"),
            ("a/b\\c:d", "a b c d"),
            ("..\n", "Session"),
            ("", "Session"),
            ("con", "Session con"),
            ("LPT1.txt", "Session LPT1.txt"),
            ("Käse & Brot. ", "Käse & Brot"),
            ("cart\u{202e}gpj.exe", "cart gpj.exe"),
        ] {
            assert_eq!(file_name(wanted), name);
        }
        assert_eq!(file_name(&"ä".repeat(500)).chars().count(), LONGEST_NAME);
    }

    #[test]
    fn a_name_that_is_taken_gets_the_next_number() {
        let data = tempfile::tempdir().unwrap();
        let files = ArchiveFiles::new(data.path());
        let bring = |text: &str| {
            let file = files.folder().unwrap().join("brought");
            std::fs::write(&file, text).unwrap();
            files.take_in(&file, "Checkout").unwrap()
        };
        assert_eq!(
            [bring("1"), bring("2"), bring("3")],
            ["Checkout", "Checkout 2", "Checkout 3"]
        );
        let mut names = files.names().unwrap();
        names.sort();
        assert_eq!(names, ["Checkout", "Checkout 2", "Checkout 3"]);
        assert_eq!(std::fs::read_to_string(files.path("Checkout 2")).unwrap(), "2");
        for elsewhere in ["", "..", "../x", "a/b", "Checkout 4", ".hidden"] {
            assert!(files.find(elsewhere).is_err(), "{elsewhere}");
        }
        assert!(files.find("Checkout 3").is_ok());
    }
}
