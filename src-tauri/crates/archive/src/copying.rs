//! A copy of an archive, to be sent to somebody or to be taken over.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use rusqlite::ErrorCode;

use crate::bulk::Unfinished;
use crate::error::ArchiveError;
use crate::file::{allow_copy, open_to_read};

/// How soon a copy that was called off ends.
const LOOK_EVERY: Duration = Duration::from_millis(20);

/// Copies an archive as it is now; another program may be writing to it. A file at `to` is replaced, once the copy is
/// whole.
///
/// # Errors
/// When `from` is no archive that this program knows, `to` cannot be written, or it was called off; then nothing is
/// left of it.
pub fn copy(from: &Path, to: &Path, is_called_off: &(dyn Fn() -> bool + Sync)) -> Result<(), ArchiveError> {
    let connection = open_to_read(from)?;
    allow_copy(&connection)?;
    let unfinished = Unfinished::at(to);
    let target = unfinished.path().to_str().ok_or_else(|| ArchiveError::File {
        reason: "the name of the file or its folder is not valid text".to_owned(),
    })?;
    let interrupt = connection.get_interrupt_handle();
    let is_done = AtomicBool::new(false);
    let copied = thread::scope(|scope| {
        scope.spawn(|| {
            while !is_done.load(Ordering::Relaxed) {
                if is_called_off() {
                    interrupt.interrupt();
                }
                thread::park_timeout(LOOK_EVERY);
            }
        });
        let copied = connection.execute("VACUUM INTO ?1", [target]);
        is_done.store(true, Ordering::Relaxed);
        copied
    });
    match copied {
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::OperationInterrupted) => {
            return Err(ArchiveError::CalledOff);
        }
        Err(error) => return Err(error.into()),
        Ok(_) if is_called_off() => return Err(ArchiveError::CalledOff),
        Ok(_) => {}
    }
    unfinished.finish(to)
}

#[cfg(test)]
mod tests {
    use event::Event;

    use super::*;
    use crate::{About, Archive, peek};

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_copy_has_all_that_was_there_while_somebody_writes() {
        let (here, there) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let (from, to) = (here.path().join("a.assurance"), there.path().join("b.assurance"));
        let archive = Archive::create(&from, &About::default()).unwrap();
        let event = |number: i64| Event::from_json(&format!(r#"{{"uuid":"{number}","timestamp":{number}}}"#)).unwrap();
        archive.insert((0..400).map(event).collect()).unwrap();
        copy(&from, &to, &|| false).unwrap();
        archive.insert(vec![event(400)]).unwrap();
        assert_eq!(peek(&to).unwrap().events, 400);
        assert_eq!(
            Archive::open(&to).unwrap().event("399").unwrap(),
            archive.event("399").unwrap()
        );
        assert_eq!(names(there.path()), ["b.assurance"], "nothing stays beside it");

        copy(&from, &to, &|| false).unwrap();
        assert_eq!(peek(&to).unwrap().events, 401);
    }

    #[test]
    fn what_is_called_off_or_no_archive_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let (from, to) = (folder.path().join("a.assurance"), folder.path().join("b.assurance"));
        Archive::create(&from, &About::default()).unwrap().close().unwrap();
        assert_eq!(copy(&from, &to, &|| true), Err(ArchiveError::CalledOff));
        std::fs::write(&from, "something else").unwrap();
        assert_eq!(copy(&from, &to, &|| false), Err(ArchiveError::NotAnArchive));
        assert_eq!(names(folder.path()), ["a.assurance"]);
    }
}
