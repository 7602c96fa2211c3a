//! The state file, `practice.json`: IDs, secrets, certificates, sessions and their events. Written
//! whole to a new file that then takes the old one's place, so a crash leaves one or the other.

use std::fs::{self, File, TryLockError};
use std::io::{self, BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use crate::assurance::Sessions;
use crate::credentials::Credentials;
use crate::error::PracticeError;
use crate::identity::Identity;
use crate::lock::lock;
use crate::state::{Shared, State};

const FILE_NAME: &str = "practice.json";
const LOCK_NAME: &str = "practice.lock";
const FORMAT: u64 = 1;

/// Changes within this time are written together.
const QUIET: Duration = Duration::from_millis(500);

/// What a state file holds.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Saved {
    pub(crate) identity: Identity,
    pub(crate) credentials: Credentials,
    pub(crate) sessions: Sessions,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Saving<'a> {
    format: u64,
    identity: &'a Identity,
    credentials: &'a Credentials,
    sessions: &'a Sessions,
}

/// The directory that keeps the state of one workspace. While it is open no other workspace, in this
/// process or another, can open it.
pub(crate) struct StateDirectory {
    path: PathBuf,
    /// Holds the file lock; `None` once closed.
    lock: Mutex<Option<File>>,
}

impl StateDirectory {
    /// Opens the directory, making it if it is not there.
    pub(crate) fn open(path: &Path) -> Result<Self, PracticeError> {
        let failed = |source| PracticeError::State {
            path: path.to_owned(),
            source,
        };
        fs::create_dir_all(path).map_err(failed)?;
        let file = File::create(path.join(LOCK_NAME)).map_err(failed)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(PracticeError::StateInUse { path: path.to_owned() });
            }
            Err(TryLockError::Error(source)) => return Err(failed(source)),
        }
        Ok(Self {
            path: path.to_owned(),
            lock: Mutex::new(Some(file)),
        })
    }

    /// Reads the state; `None` when there is none yet.
    pub(crate) fn load(&self) -> Result<Option<Saved>, PracticeError> {
        #[derive(Deserialize)]
        struct Format {
            format: u64,
        }

        let path = self.path.join(FILE_NAME);
        let text = match fs::read(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(source) => return Err(PracticeError::State { path, source }),
        };
        let damaged = |error: serde_json::Error| PracticeError::DamagedState {
            path: path.clone(),
            reason: format!("line {}, column {}", error.line(), error.column()),
        };
        let Format { format } = serde_json::from_slice(&text).map_err(damaged)?;
        if format > FORMAT {
            return Err(PracticeError::NewerState { path, version: format });
        }
        serde_json::from_slice(&text).map(Some).map_err(damaged)
    }

    /// Writes the state; does nothing once the directory is closed, so that a late write cannot undo
    /// what another workspace has written since.
    fn save(&self, state: &State) -> Result<(), PracticeError> {
        let open = lock(&self.lock);
        if open.is_none() {
            return Ok(());
        }
        let credentials = lock(&state.credentials).clone();
        let saving = Saving {
            format: FORMAT,
            identity: &state.identity,
            credentials: &credentials,
            sessions: &state.sessions,
        };
        let path = self.path.join(FILE_NAME);
        write(&self.path, &path, &saving).map_err(|source| PracticeError::State { path, source })
    }

    /// Lets another workspace open the directory; waits for a write that is under way.
    pub(crate) fn close(&self) {
        *lock(&self.lock) = None;
    }
}

/// Writes the state, if the workspace keeps any.
pub(crate) fn save(state: &State) -> Result<(), PracticeError> {
    state
        .directory
        .as_ref()
        .map_or(Ok(()), |directory| directory.save(state))
}

/// Writes the state a moment after each change, until stopped. Writing takes at most a tenth of the
/// time, however large the sessions grow.
pub(crate) async fn keep_saving(state: Shared) {
    loop {
        state.wait_for_change().await;
        tokio::time::sleep(QUIET).await;
        let started = Instant::now();
        let saving = Arc::clone(&state);
        match tokio::task::spawn_blocking(move || save(&saving)).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => tracing::error!("{error}"),
            Err(error) => tracing::error!("writing the practice state stopped: {error}"),
        }
        tokio::time::sleep(started.elapsed() * 9).await;
    }
}

fn write(directory: &Path, path: &Path, saving: &Saving<'_>) -> io::Result<()> {
    // A temporary file can be read by its owner only, which suits the secrets in it.
    let mut file = tempfile::Builder::new()
        .prefix(".practice-")
        .suffix(".tmp")
        .tempfile_in(directory)?;
    let mut writer = BufWriter::new(file.as_file_mut());
    serde_json::to_writer(&mut writer, saving)?;
    writer.flush()?;
    drop(writer);
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_directory_holds_no_state_and_opens_once() {
        let parent = tempfile::tempdir().unwrap();
        let path = parent.path().join("new");
        let directory = StateDirectory::open(&path).unwrap();
        assert!(directory.load().unwrap().is_none());
        let second = StateDirectory::open(&path);
        assert!(matches!(second, Err(PracticeError::StateInUse { .. })));
        directory.close();
        assert!(StateDirectory::open(&path).is_ok());
    }

    #[test]
    fn a_damaged_file_is_named_and_left_alone() {
        let parent = tempfile::tempdir().unwrap();
        let directory = StateDirectory::open(parent.path()).unwrap();
        let path = parent.path().join(FILE_NAME);
        for text in ["{\"format\": 1, \"ident", "[]", "", "{\"format\": 1}"] {
            fs::write(&path, text).unwrap();
            let Err(error) = directory.load() else {
                panic!("{text} was read")
            };
            assert!(matches!(error, PracticeError::DamagedState { .. }), "{error}");
            assert!(error.to_string().contains(FILE_NAME));
            assert_eq!(fs::read_to_string(&path).unwrap(), text);
        }
    }

    #[test]
    fn a_newer_format_is_not_guessed_at() {
        let parent = tempfile::tempdir().unwrap();
        let directory = StateDirectory::open(parent.path()).unwrap();
        fs::write(parent.path().join(FILE_NAME), "{\"format\": 2}").unwrap();
        assert!(matches!(
            directory.load(),
            Err(PracticeError::NewerState { version: 2, .. })
        ));
    }
}
