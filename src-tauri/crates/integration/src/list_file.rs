//! A list in a JSON file: written whole and at once, locked against other programs, never written over when damaged.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use whole_files::replace_json;

use crate::StoreError;

const FORMAT: u64 = 1;

pub(crate) struct ListFile {
    path: PathBuf,
}

#[derive(Serialize, Deserialize)]
struct Content<T> {
    format: u64,
    entries: Vec<T>,
    #[serde(flatten)]
    extra: Map<String, Value>,
}

impl ListFile {
    /// The list in the file `name` of `directory`; neither needs to exist.
    pub(crate) fn new(directory: &Path, name: &str) -> Self {
        Self {
            path: directory.join(name),
        }
    }

    /// The entries; none when the file does not exist.
    pub(crate) fn read<T: DeserializeOwned>(&self) -> Result<Vec<T>, StoreError> {
        self.content().map(|content| content.entries)
    }

    /// Changes the entries and writes them, unless `change` fails. Other programs wait meanwhile.
    pub(crate) fn change<T, R, E>(&self, change: impl FnOnce(&mut Vec<T>) -> Result<R, E>) -> Result<R, E>
    where
        T: Serialize + DeserializeOwned,
        E: From<StoreError>,
    {
        let _lock = self.lock().map_err(|error| self.failure("written", error))?;
        let mut content = self.content()?;
        let answer = change(&mut content.entries)?;
        replace_json(&self.path, &content).map_err(|error| self.failure("written", error))?;
        Ok(answer)
    }

    fn content<T: DeserializeOwned>(&self) -> Result<Content<T>, StoreError> {
        let text = match fs::read_to_string(&self.path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Ok(Content {
                    format: FORMAT,
                    entries: Vec::new(),
                    extra: Map::new(),
                });
            }
            Err(error) if error.kind() == io::ErrorKind::InvalidData => return Err(self.damaged(&"it is not text")),
            Err(error) => return Err(self.failure("read", error)),
        };
        let value: Value = serde_json::from_str(&text).map_err(|error| self.damaged(&error))?;
        if let Some(found) = value["format"].as_u64().filter(|found| *found > FORMAT) {
            return Err(StoreError::TooNew {
                path: self.path.clone(),
                found,
                supported: FORMAT,
            });
        }
        serde_json::from_value(value).map_err(|error| self.damaged(&error))
    }

    fn lock(&self) -> io::Result<File> {
        if let Some(directory) = self.path.parent() {
            fs::create_dir_all(directory)?;
        }
        let lock = File::options()
            .create(true)
            .append(true)
            .open(self.path.with_extension("lock"))?;
        lock.lock()?;
        Ok(lock)
    }

    fn damaged(&self, reason: &impl ToString) -> StoreError {
        StoreError::Damaged {
            path: self.path.clone(),
            reason: reason.to_string(),
        }
    }

    fn failure(&self, doing: &'static str, source: io::Error) -> StoreError {
        StoreError::File {
            path: self.path.clone(),
            doing,
            source: Arc::new(source),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list() -> (tempfile::TempDir, ListFile) {
        let directory = tempfile::tempdir().unwrap();
        let list = ListFile::new(directory.path(), "numbers.json");
        (directory, list)
    }

    fn push(list: &ListFile, number: i64) -> Result<(), StoreError> {
        list.change(|numbers: &mut Vec<i64>| {
            numbers.push(number);
            Ok(())
        })
    }

    #[test]
    fn what_was_written_is_read_back_and_unknown_fields_stay() {
        let (_directory, list) = list();
        assert_eq!(list.read::<i64>().unwrap(), Vec::<i64>::new());
        push(&list, 1).unwrap();
        let text = fs::read_to_string(&list.path)
            .unwrap()
            .replacen('{', "{ \"later\": true,", 1);
        fs::write(&list.path, text).unwrap();
        push(&list, 2).unwrap();
        assert_eq!(list.read::<i64>().unwrap(), [1, 2]);
        assert!(fs::read_to_string(&list.path).unwrap().contains("later"));
    }

    #[test]
    fn a_damaged_or_newer_file_is_reported_and_left_alone() {
        for (text, newer) in [
            ("{\"format\":1,\"entr", false),
            ("", false),
            ("{\"format\":1,\"entries\":[\"word\"]}", false),
            ("{\"format\":2,\"entries\":{}}", true),
        ] {
            let (_directory, list) = list();
            fs::write(&list.path, text).unwrap();
            let error = push(&list, 1).unwrap_err();
            assert_eq!(matches!(error, StoreError::TooNew { .. }), newer, "{error}");
            assert!(error.to_string().contains("numbers.json"), "{error}");
            assert_eq!(fs::read_to_string(&list.path).unwrap(), text);
        }
    }

    #[test]
    fn a_failed_change_writes_nothing_and_writers_at_once_lose_nothing() {
        let (_directory, list) = list();
        list.change(|numbers: &mut Vec<i64>| {
            numbers.push(7);
            Err::<(), _>(StoreError::TooNew {
                path: PathBuf::new(),
                found: 2,
                supported: 1,
            })
        })
        .unwrap_err();
        assert_eq!(list.read::<i64>().unwrap(), Vec::<i64>::new());
        std::thread::scope(|scope| {
            for number in 0..8 {
                let list = &list;
                scope.spawn(move || push(list, number).unwrap());
            }
        });
        assert_eq!(list.read::<i64>().unwrap().len(), 8);
    }
}
