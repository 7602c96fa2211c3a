//! The shelf: what is kept in the data folder. It is read anew each time, for another window may have changed it.

mod collections;
mod environments;
mod files;
mod history;
mod hosts;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use uuid::Uuid;
use whole_files::{FileError, JsonFile};

pub use history::Sent;

use collections::Known;

/// The folder within the data folder.
const FOLDER: &str = "requests";

/// Collections, environments, the history and the hosts that the user allowed. Its methods block on files.
#[derive(Debug)]
pub struct Shelf {
    folder: PathBuf,
    environments: JsonFile<files::Environments>,
    history: JsonFile<files::History>,
    hosts: JsonFile<files::Hosts>,
    /// One change of a collection at a time; and the collections that were read before.
    turn: Mutex<HashMap<Uuid, Known>>,
}

/// Why something cannot be kept or found.
#[derive(Debug, thiserror::Error)]
pub enum ShelfError {
    /// There is no collection, environment, call or line of the history of this id.
    #[error("{what} is no longer there")]
    Gone {
        /// What was looked for: "The collection".
        what: &'static str,
    },
    /// The program brings it, so it stays as it is.
    #[error("the collection belongs to the program and cannot be changed")]
    BuiltIn,
    /// A file cannot be read or written.
    #[error(transparent)]
    File(#[from] FileError),
    /// The host cannot be allowed.
    #[error(transparent)]
    Host(#[from] crate::hosts::HostError),
}

impl Shelf {
    /// The shelf in a data folder. Nothing is read or written yet.
    #[must_use]
    pub fn open(data: &Path) -> Self {
        let folder = data.join(FOLDER);
        Self {
            environments: JsonFile::new(folder.join("environments.json")),
            history: JsonFile::new(folder.join("history.json")),
            hosts: JsonFile::new(folder.join("hosts.json")),
            folder,
            turn: Mutex::default(),
        }
    }

    fn turn(&self) -> MutexGuard<'_, HashMap<Uuid, Known>> {
        self.turn.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
