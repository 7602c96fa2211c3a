//! What clients were told of their configuration, and what that comes to.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value;

use crate::flat::leaves;
use crate::in_order::{Place, Placed};
use crate::told::{Told as Event, Words};

/// What one event tells of a client's configuration.
pub(super) struct Told {
    /// The event's name.
    name: Arc<str>,
    what: What<Arc<str>>,
}

/// A configuration as it was read.
pub(super) struct Read {
    name: String,
    what: What<String>,
}

enum What<T> {
    /// All settings.
    Whole(Vec<(T, T)>),
    /// Settings that the app changes, each with a value or without one any more.
    Update(Vec<(T, Option<T>)>),
}

/// A client's configuration at a moment.
#[derive(Default)]
pub(super) struct Merged {
    pub(super) now: BTreeMap<Arc<str>, Setting>,
    /// What became different after the first configuration.
    pub(super) changes: Vec<Changed>,
}

/// The value of one key.
pub(super) struct Setting {
    pub(super) value: Arc<str>,
    /// The first event from which on it had this value.
    pub(super) since: Place,
    pub(super) set_by: Arc<str>,
}

/// A key that got another value.
pub(super) struct Changed {
    pub(super) at: Place,
    pub(super) key: Arc<str>,
    pub(super) before: Option<Arc<str>>,
    pub(super) after: Option<Arc<str>>,
    pub(super) set_by: Arc<str>,
}

/// Reads an event of the configuration; nothing where it tells of none.
pub(super) fn read(event: &Event<'_>) -> Option<Read> {
    let name = event.event.name.clone();
    if event.is_sdk("hub", "sharedstate") {
        let state = event.payload.fields("metadata").value("state.data")?;
        return whole(name, &state);
    }
    if event.is_sdk("configuration", "requestcontent") {
        let Value::Object(update) = event.data.value("config.update")? else {
            return None;
        };
        let mut changes = Vec::new();
        for (key, value) in update {
            if value.is_null() {
                changes.push((key, None));
                continue;
            }
            let value = Value::Object([(key, value)].into_iter().collect());
            changes.extend(leaves(&value).into_iter().map(|(key, value)| (key, Some(value))));
        }
        let what = What::Update(changes);
        return Some(Read { name, what });
    }
    let data = event.payload.value("ACPExtensionEventData")?;
    whole(name, &data)
}

fn whole(name: String, settings: &Value) -> Option<Read> {
    let settings = settings.as_object().filter(|settings| !settings.is_empty())?;
    let settings = leaves(&Value::Object(settings.clone()));
    let what = What::Whole(settings.into_iter().collect());
    Some(Read { name, what })
}

/// The same with each key and value kept once for all events.
pub(super) fn told(read: Read, words: &mut Words) -> Told {
    let what = match read.what {
        What::Whole(settings) => {
            let word = |(key, value): (String, String)| (words.word(&key), words.word(&value));
            What::Whole(settings.into_iter().map(word).collect())
        }
        What::Update(changes) => {
            let word = |(key, value): (String, Option<String>)| {
                let value = value.map(|value| words.word(&value));
                (words.word(&key), value)
            };
            What::Update(changes.into_iter().map(word).collect())
        }
    };
    Told {
        name: words.word(&read.name),
        what,
    }
}

/// What a client's events come to. A whole configuration replaces everything; an update changes what it names, and the
/// configuration that answers it confirms it.
pub(super) fn settings(told: &[Placed<Told>]) -> Merged {
    let mut merged = Merged::default();
    for Placed { at, what: told, .. } in told {
        let is_first = merged.now.is_empty();
        let mut changes = Vec::new();
        match &told.what {
            What::Whole(settings) => {
                let gone: Vec<Arc<str>> = merged
                    .now
                    .keys()
                    .filter(|key| settings.binary_search_by(|(own, _)| own.cmp(key)).is_err())
                    .cloned()
                    .collect();
                changes.extend(gone.into_iter().map(|key| (key, None)));
                changes.extend(
                    settings
                        .iter()
                        .map(|(key, value)| (Arc::clone(key), Some(Arc::clone(value)))),
                );
            }
            What::Update(update) => changes.extend(update.iter().cloned()),
        }
        for (key, value) in changes {
            merged.set(at, &key, value, &told.name, is_first);
        }
    }
    merged
}

impl Merged {
    fn set(&mut self, at: &Place, key: &Arc<str>, after: Option<Arc<str>>, set_by: &Arc<str>, is_first: bool) {
        let before = self.now.get(key).map(|setting| Arc::clone(&setting.value));
        if before == after {
            return;
        }
        match &after {
            Some(value) => {
                let setting = Setting {
                    value: Arc::clone(value),
                    since: at.clone(),
                    set_by: Arc::clone(set_by),
                };
                self.now.insert(Arc::clone(key), setting);
            }
            None => drop(self.now.remove(key)),
        }
        if !is_first {
            self.changes.push(Changed {
                at: at.clone(),
                key: Arc::clone(key),
                before,
                after,
                set_by: Arc::clone(set_by),
            });
        }
    }
}
