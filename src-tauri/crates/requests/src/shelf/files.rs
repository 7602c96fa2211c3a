//! What the files of the shelf hold, besides collections. What this version does not know stays.

use std::path::Path;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use whole_files::FileError;

/// `environments.json`.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Environments {
    pub(super) environments: Vec<Value>,
    #[serde(flatten)]
    other: Map<String, Value>,
}

/// `history.json`, the newest line first.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct History {
    pub(super) sent: Vec<Value>,
    #[serde(flatten)]
    other: Map<String, Value>,
}

/// `hosts.json`.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Hosts {
    pub(super) hosts: Vec<Value>,
    #[serde(flatten)]
    other: Map<String, Value>,
}

/// A collection's file.
#[derive(Deserialize)]
#[serde(try_from = "Value")]
pub(super) struct CollectionFile(pub(super) Value);

impl TryFrom<Value> for CollectionFile {
    type Error = &'static str;

    fn try_from(json: Value) -> Result<Self, Self::Error> {
        match json.get("item") {
            Some(Value::Array(_)) => Ok(Self(json)),
            _ => Err("a collection has a list of items"),
        }
    }
}

/// Removes a file. One that is not there is no error.
pub(super) fn remove(path: &Path) -> Result<(), FileError> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(FileError::about(path, "deleted")(error)),
        _ => Ok(()),
    }
}
