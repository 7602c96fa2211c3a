//! One value, kept as JSON.

use std::io;
use std::marker::PhantomData;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::folder::{self, create_private_folder};
use crate::writing::replace_json;

/// What could not be done with a file.
#[derive(Debug, thiserror::Error)]
#[error("{} cannot be {verb}: {source}", path.display())]
pub struct FileError {
    /// The file.
    pub path: PathBuf,
    /// What was to be done: `read`, `saved`, `deleted`.
    pub verb: &'static str,
    /// What the system says.
    pub source: io::Error,
}

impl FileError {
    /// For `map_err`.
    pub fn about(path: &Path, verb: &'static str) -> impl FnOnce(io::Error) -> Self {
        move |source| Self {
            path: path.to_owned(),
            verb,
            source,
        }
    }
}

/// A file that holds one value. It is read anew each time, for it is small, and another program may have changed it. A
/// value keeps what a later version of the program added if it has a flattened map for that.
///
/// ```
/// use serde::{Deserialize, Serialize};
/// use serde_json::{Map, Value};
///
/// #[derive(Default, Serialize, Deserialize)]
/// struct Visits {
///     count: u32,
///     #[serde(flatten)]
///     other: Map<String, Value>,
/// }
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let folder = tempfile::tempdir()?;
/// let file = whole_files::JsonFile::<Visits>::new(folder.path().join("visits.json"));
/// assert_eq!(file.read()?.count, 0);
/// file.change(|visits| visits.count += 1)?;
/// assert_eq!(file.read()?.count, 1);
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct JsonFile<T> {
    path: PathBuf,
    turn: Mutex<PhantomData<T>>,
}

impl<T: Default + Serialize + DeserializeOwned> JsonFile<T> {
    /// Touches nothing yet.
    #[must_use]
    pub fn new(path: PathBuf) -> Self {
        Self {
            path,
            turn: Mutex::new(PhantomData),
        }
    }

    /// What is in the file; the default where there is none, or where it is damaged: then it is set aside under a name
    /// beside it, so that nothing is lost.
    ///
    /// # Errors
    /// When the file is there and cannot be read or set aside.
    pub fn read(&self) -> Result<T, FileError> {
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(read_json(&self.path)?.unwrap_or_default())
    }

    /// Changes what is in the file, in one step that a crash cannot split, and tells what `change` told.
    ///
    /// # Errors
    /// When the file cannot be read or written; then it is as it was.
    pub fn change<R>(&self, change: impl FnOnce(&mut T) -> R) -> Result<R, FileError> {
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        let mut value = read_json(&self.path)?.unwrap_or_default();
        let told = change(&mut value);
        create_private_folder(folder::of(&self.path))
            .and_then(|()| replace_json(&self.path, &value))
            .map_err(FileError::about(&self.path, "saved"))?;
        Ok(told)
    }
}

/// Reads a file of JSON; nothing when there is none, or it is damaged: then it is set aside under a name beside it.
///
/// # Errors
/// When the file is there and cannot be read or set aside.
pub fn read_json<T: DeserializeOwned>(path: &Path) -> Result<Option<T>, FileError> {
    let bytes = match std::fs::read(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        read => read.map_err(FileError::about(path, "read"))?,
    };
    if let Ok(value) = serde_json::from_slice(&bytes) {
        return Ok(Some(value));
    }
    let aside = aside(path);
    tracing::warn!(aside = %aside.display(), "a file cannot be understood and is set aside");
    std::fs::rename(path, &aside).map_err(FileError::about(path, "set aside"))?;
    Ok(None)
}

/// A name that nothing has yet: `filters.damaged.json`, `filters.damaged-2.json`.
fn aside(path: &Path) -> PathBuf {
    let named = |number: usize| match number {
        1 => path.with_extension("damaged.json"),
        number => path.with_extension(format!("damaged-{number}.json")),
    };
    (1..).map(named).find(|path| !path.exists()).unwrap_or_else(|| named(1))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    type Numbers = BTreeMap<String, i64>;

    #[test]
    fn damaged_files_are_set_aside_one_beside_the_other() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("numbers.json");
        let file = JsonFile::<Numbers>::new(path.clone());
        for damage in ["{\"one\": ", "[]", "{\"one\": \"word\"}"] {
            std::fs::write(&path, damage).unwrap();
            assert_eq!(file.read().unwrap(), Numbers::new());
            assert!(!path.exists());
        }
        file.change(|numbers| numbers.insert("one".to_owned(), 1)).unwrap();
        assert_eq!(file.read().unwrap()["one"], 1);
        let kept = |name: &str| std::fs::read_to_string(folder.path().join(name)).unwrap();
        assert_eq!(kept("numbers.damaged.json"), "{\"one\": ");
        assert_eq!(kept("numbers.damaged-2.json"), "[]");
        assert_eq!(kept("numbers.damaged-3.json"), "{\"one\": \"word\"}");
    }

    #[test]
    fn changes_at_once_lose_nothing_and_the_folder_is_made() {
        let folder = tempfile::tempdir().unwrap();
        let file = JsonFile::<Numbers>::new(folder.path().join("a/b/numbers.json"));
        std::thread::scope(|scope| {
            for number in 0..8 {
                let file = &file;
                scope.spawn(move || {
                    file.change(|numbers| numbers.insert(number.to_string(), number))
                        .unwrap()
                });
            }
        });
        assert_eq!(file.read().unwrap().len(), 8);
    }

    #[test]
    fn what_is_no_file_is_told_and_stays() {
        let folder = tempfile::tempdir().unwrap();
        let file = JsonFile::<Numbers>::new(folder.path().to_owned());
        let problem = file.read().unwrap_err();
        assert_eq!((problem.path.as_path(), problem.verb), (folder.path(), "read"));
        assert_eq!(file.change(Numbers::clear).unwrap_err().verb, "read");
        assert!(folder.path().is_dir());
    }
}
