//! Filters that were kept under a name.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use serde_json::{Map, Value, json};

use super::queries::archive_filter;
use super::{Desk, lock};
use crate::contract::find::{SavedFilter, SavedFilterRef};
use crate::contract::problem::Problem;
use crate::contract::tick::Tick;

/// The file in the data folder.
const FILE: &str = "filters.json";
/// Characters of a name.
const LONGEST_NAME: usize = 80;

impl Desk {
    pub(crate) async fn filters_list(&self, (): ()) -> Result<Vec<SavedFilter>, Problem> {
        let file = Arc::clone(&self.saved_filters);
        self.blocking(move || file.list()).await
    }

    pub(crate) async fn filter_save(&self, request: SavedFilter) -> Result<Vec<SavedFilter>, Problem> {
        let filter = SavedFilter {
            name: request.name.trim().to_owned(),
            ..request
        };
        if filter.name.is_empty() || filter.name.chars().count() > LONGEST_NAME {
            let next = format!("Give it a name of 1 to {LONGEST_NAME} characters.");
            return Err(Problem::invalid_input("A saved filter needs a short name.", next));
        }
        archive_filter(&filter.filter)?;
        let file = Arc::clone(&self.saved_filters);
        let saved = self
            .blocking(move || file.change(|entries| put(entries, &filter)))
            .await;
        self.ticks.send(Tick::SavedFilters);
        saved
    }

    pub(crate) async fn filter_delete(&self, request: SavedFilterRef) -> Result<Vec<SavedFilter>, Problem> {
        let file = Arc::clone(&self.saved_filters);
        let left = self
            .blocking(move || file.change(|entries| entries.retain(|entry| name_of(entry) != Some(&request.name))))
            .await;
        self.ticks.send(Tick::SavedFilters);
        left
    }
}

/// The file of saved filters. It is read anew each time, for it is small, and another window may have changed it. What
/// is in it that this version does not know stays.
pub(super) struct SavedFiltersFile {
    path: PathBuf,
    turn: Mutex<()>,
}

impl SavedFiltersFile {
    pub(super) fn new(data: &Path) -> Self {
        Self {
            path: data.join(FILE),
            turn: Mutex::default(),
        }
    }

    fn list(&self) -> Result<Vec<SavedFilter>, Problem> {
        let _turn = lock(&self.turn);
        Ok(known(&self.read()?))
    }

    fn change(&self, change: impl FnOnce(&mut Vec<Value>)) -> Result<Vec<SavedFilter>, Problem> {
        let _turn = lock(&self.turn);
        let mut all = self.read()?;
        if let Some(Value::Array(entries)) = all.get_mut("filters") {
            change(entries);
        }
        self.write(&all)?;
        Ok(known(&all))
    }

    /// What is in the file. One that is damaged is set aside under another name.
    fn read(&self) -> Result<Map<String, Value>, Problem> {
        let empty = || Map::from_iter([("filters".to_owned(), json!([]))]);
        let bytes = match std::fs::read(&self.path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(empty()),
            read => read.map_err(|error| Problem::file(&self.path, &error, "read"))?,
        };
        match serde_json::from_slice(&bytes) {
            Ok(Value::Object(all)) if all.get("filters").is_some_and(Value::is_array) => Ok(all),
            _ => {
                let aside = self.aside();
                tracing::warn!(aside = %aside.display(), "the saved filters cannot be read and are set aside");
                std::fs::rename(&self.path, &aside).map_err(|error| Problem::file(&self.path, &error, "set aside"))?;
                Ok(empty())
            }
        }
    }

    /// A name that nothing has yet.
    fn aside(&self) -> PathBuf {
        let named = |number: usize| match number {
            1 => self.path.with_extension("damaged.json"),
            number => self.path.with_extension(format!("damaged-{number}.json")),
        };
        (1..).map(named).find(|path| !path.exists()).unwrap_or_else(|| named(1))
    }

    /// Writes the file in one step that a crash cannot split.
    fn write(&self, all: &Map<String, Value>) -> Result<(), Problem> {
        let folder = self.path.parent().unwrap_or(Path::new("."));
        let written = tempfile::NamedTempFile::new_in(folder).and_then(|mut file| {
            serde_json::to_writer_pretty(&mut file, all)?;
            file.flush()?;
            file.as_file().sync_all()?;
            file.persist(&self.path).map_err(|error| error.error)
        });
        written
            .map(|_| ())
            .map_err(|error| Problem::file(&self.path, &error, "saved"))
    }
}

/// The filters that this version understands, by name.
fn known(all: &Map<String, Value>) -> Vec<SavedFilter> {
    let entries = all.get("filters").and_then(Value::as_array).into_iter().flatten();
    let mut filters: Vec<SavedFilter> = entries
        .filter_map(|entry| serde_json::from_value(entry.clone()).ok())
        .collect();
    filters.sort_by_cached_key(|filter| (filter.name.to_lowercase(), filter.name.clone()));
    filters
}

/// Puts a filter among the entries; of one that had its name, the fields that are not known stay.
fn put(entries: &mut Vec<Value>, filter: &SavedFilter) {
    let place = entries.iter().position(|entry| name_of(entry) == Some(&filter.name));
    let new = json!(filter);
    match place.map(|place| &mut entries[place]) {
        Some(old) => take_over(old, new),
        None => entries.push(new),
    }
}

fn take_over(old: &mut Value, new: Value) {
    match (old, new) {
        (Value::Object(old), Value::Object(new)) => {
            for (key, value) in new {
                take_over(old.entry(key).or_insert(Value::Null), value);
            }
        }
        (old, new) => *old = new,
    }
}

fn name_of(entry: &Value) -> Option<&str> {
    entry.get("name")?.as_str()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::inspector::EventFilter;

    fn saved(name: &str, text: &str) -> SavedFilter {
        SavedFilter {
            name: name.to_owned(),
            filter: EventFilter {
                text: text.to_owned(),
                ..EventFilter::default()
            },
        }
    }

    fn names(filters: &[SavedFilter]) -> Vec<&str> {
        filters.iter().map(|filter| filter.name.as_str()).collect()
    }

    #[test]
    fn what_another_version_wrote_stays() {
        let data = tempfile::tempdir().unwrap();
        let file = SavedFiltersFile::new(data.path());
        let written = json!({
            "version": 7,
            "filters": [
                {"name": "b", "colour": "red", "filter": {"text": "old", "depth": 3}},
                {"title": "of another kind"},
            ],
        });
        std::fs::write(data.path().join(FILE), written.to_string()).unwrap();
        assert_eq!(names(&file.list().unwrap()), ["b"]);
        file.change(|entries| put(entries, &saved("A", "x"))).unwrap();
        let left = file.change(|entries| put(entries, &saved("b", "new"))).unwrap();
        assert_eq!(names(&left), ["A", "b"]);
        assert_eq!(left[1].filter.text, "new");
        let kept: Value = serde_json::from_slice(&std::fs::read(data.path().join(FILE)).unwrap()).unwrap();
        assert_eq!(kept["version"], 7);
        assert_eq!(
            (&kept["filters"][0]["colour"], &kept["filters"][0]["filter"]["depth"]),
            (&json!("red"), &json!(3))
        );
        assert_eq!(kept["filters"][1]["title"], "of another kind");
    }

    #[test]
    fn a_damaged_file_is_set_aside() {
        let data = tempfile::tempdir().unwrap();
        let file = SavedFiltersFile::new(data.path());
        for damage in ["{\"filters\": [", "[]"] {
            std::fs::write(data.path().join(FILE), damage).unwrap();
            assert_eq!(names(&file.list().unwrap()), [""; 0]);
        }
        file.change(|entries| put(entries, &saved("a", "x"))).unwrap();
        assert_eq!(names(&file.list().unwrap()), ["a"]);
        let read = |name: &str| std::fs::read_to_string(data.path().join(name)).unwrap();
        assert_eq!(read("filters.damaged.json"), "{\"filters\": [");
        assert_eq!(read("filters.damaged-2.json"), "[]");
    }
}
