//! What the user said about updates, kept in `updates.json`.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::contract::problem::Problem;
use crate::desk::lock;

/// The file in the data folder.
const FILE: &str = "updates.json";

/// What the file holds. What this version does not know stays.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Kept {
    /// Whether the program may look when it starts; none while nobody was asked.
    pub(super) agreed: Option<bool>,
    /// When it looked last, in milliseconds since 1970.
    pub(super) looked_at: Option<i64>,
    /// The version of which the user does not want to be told.
    pub(super) skipped: Option<String>,
    #[serde(flatten)]
    other: Map<String, Value>,
}

/// The file. It is read anew each time, for it is small, and another window may have changed it.
pub(super) struct UpdatesFile {
    path: PathBuf,
    turn: Mutex<()>,
}

impl UpdatesFile {
    pub(super) fn new(data: &Path) -> Self {
        Self {
            path: data.join(FILE),
            turn: Mutex::default(),
        }
    }

    /// What is in the file. One that is damaged counts as empty: then nobody has agreed.
    pub(super) fn read(&self) -> Result<Kept, Problem> {
        match std::fs::read(&self.path) {
            Ok(bytes) => Ok(serde_json::from_slice(&bytes).unwrap_or_default()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Kept::default()),
            Err(error) => Err(Problem::file(&self.path, &error, "read")),
        }
    }

    /// Changes the file in one step that a crash cannot split.
    pub(super) fn change(&self, change: impl FnOnce(&mut Kept)) -> Result<(), Problem> {
        let _turn = lock(&self.turn);
        let mut kept = self.read()?;
        change(&mut kept);
        let folder = self.path.parent().unwrap_or(Path::new("."));
        let written = tempfile::NamedTempFile::new_in(folder).and_then(|mut file| {
            serde_json::to_writer_pretty(&mut file, &kept)?;
            file.flush()?;
            file.persist(&self.path).map_err(|error| error.error)
        });
        written
            .map(drop)
            .map_err(|error| Problem::file(&self.path, &error, "saved"))
    }
}
