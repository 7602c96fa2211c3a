//! Filters that were kept under a name.

use std::path::Path;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use whole_files::JsonFile;

use super::Desk;
use super::queries::archive_filter;
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

/// What the file holds. What this version does not know stays.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Kept {
    filters: Vec<Value>,
    #[serde(flatten)]
    other: Map<String, Value>,
}

/// The file of saved filters.
pub(super) struct SavedFiltersFile(JsonFile<Kept>);

impl SavedFiltersFile {
    pub(super) fn new(data: &Path) -> Self {
        Self(JsonFile::new(data.join(FILE)))
    }

    fn list(&self) -> Result<Vec<SavedFilter>, Problem> {
        Ok(known(&self.0.read()?.filters))
    }

    fn change(&self, change: impl FnOnce(&mut Vec<Value>)) -> Result<Vec<SavedFilter>, Problem> {
        let changed = self.0.change(|kept| {
            change(&mut kept.filters);
            known(&kept.filters)
        });
        Ok(changed?)
    }
}

/// The filters that this version understands, by name.
fn known(entries: &[Value]) -> Vec<SavedFilter> {
    let mut filters: Vec<SavedFilter> = entries
        .iter()
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
}
