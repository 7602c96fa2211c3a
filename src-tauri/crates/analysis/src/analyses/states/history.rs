//! How a shared state came to be: its versions, and what each changed.

use std::collections::{BTreeMap, HashMap};

use event::EventId;

use super::contents;
use crate::drawing::{Cell, Row, Section};
use crate::flat::{differences, leaves};
use crate::in_order::Place;
use crate::scene::Scene;
use crate::table::{change, column, counted, row, section as table, text, time};

/// Versions that are looked at: each has to be read from the file once.
const VERSIONS: usize = 1_000;
/// Versions that are read at a time.
const AT_ONCE: usize = 100;
/// Changes of one version that are told one by one.
const CHANGES: usize = 30;

/// The changes of the owner that was looked at last. A page asks for many windows of one history.
#[derive(Default)]
pub(super) struct Compared {
    owner: String,
    /// By the event before, and the event that changed it.
    changes: HashMap<(Option<EventId>, EventId), Changed>,
}

/// What one version changed.
struct Changed {
    told: String,
    rows: Vec<Row>,
}

impl Compared {
    /// The section with the newest of these versions of an owner's state.
    pub(super) fn section(&mut self, (owner, is_xdm): (String, bool), places: &[&Place], scene: &Scene<'_>) -> Section {
        if self.owner != owner {
            *self = Self {
                owner,
                changes: HashMap::new(),
            };
        }
        let from = places.len().saturating_sub(VERSIONS);
        self.compare(places, from, is_xdm, scene);
        let newest_first = (from..places.len()).rev();
        let rows = newest_first.flat_map(|number| {
            let place = places[number];
            let changed = self.changes.get(&key(places, number));
            let told = changed.map_or("", |changed| &changed.told);
            let cells = vec![time(place), text(format!("Version {}", number + 1)), text(told)];
            let changes = changed.map_or(&[][..], |changed| &changed.rows);
            std::iter::once(row(place.uuid(), cells).told_by(place)).chain(changes.iter().cloned())
        });
        let columns = vec![column("Set at", 2), column("What", 2), column("Change", 4)];
        let drawn = table(("history", "History"), columns, scene, rows, |row| row);
        match from {
            0 => drawn.explained("The newest first."),
            _ => drawn.explained(format!(
                "The newest {VERSIONS} of {} versions. An earlier moment shows earlier ones.",
                places.len()
            )),
        }
    }

    /// Compares each version with the one before it, unless that was done already.
    fn compare(&mut self, places: &[&Place], from: usize, is_xdm: bool, scene: &Scene<'_>) {
        let numbers: Vec<usize> = (from..places.len()).collect();
        for numbers in numbers.chunks(AT_ONCE) {
            if numbers
                .iter()
                .all(|number| self.changes.contains_key(&key(places, *number)))
            {
                continue;
            }
            let (first, last) = (numbers[0], numbers[numbers.len() - 1]);
            let read = &places[first.saturating_sub(1)..=last];
            let mut states = states(read, is_xdm, scene).into_iter();
            let mut before = match first {
                0 => BTreeMap::new(),
                _ => states.next().unwrap_or_default(),
            };
            for (number, after) in numbers.iter().zip(states) {
                let changed = changed(places[*number], *number == 0, &before, &after);
                self.changes.insert(key(places, *number), changed);
                before = after;
            }
        }
    }
}

fn key(places: &[&Place], number: usize) -> (Option<EventId>, EventId) {
    let before = number.checked_sub(1).map(|before| places[before].event.clone());
    (before, places[number].event.clone())
}

fn changed(
    place: &Place,
    is_first: bool,
    before: &BTreeMap<String, String>,
    after: &BTreeMap<String, String>,
) -> Changed {
    if is_first {
        return Changed {
            told: format!("set, {}", counted(after.len(), "value")),
            rows: Vec::new(),
        };
    }
    let changes = differences(before, after);
    let rows = changes.iter().take(CHANGES).map(|one| {
        let cell = change(one.before.as_deref(), one.after.as_deref());
        row(
            format!("{}|{}", place.uuid(), one.key),
            vec![Cell::Empty, text(&one.key), cell],
        )
        .told_by(place)
        .at_depth(1)
    });
    Changed {
        told: match changes.len() {
            0 => "set again, nothing changed".to_owned(),
            count => counted(count, "change"),
        },
        rows: rows.collect(),
    }
}

/// The states that events set. One that cannot be read is empty.
fn states(places: &[&Place], is_xdm: bool, scene: &Scene<'_>) -> Vec<BTreeMap<String, String>> {
    let uuids: Vec<String> = places.iter().map(|place| place.uuid()).collect();
    let events = scene.archive.events(&uuids).unwrap_or_default();
    let state = |number: usize| {
        let event = events.get(number)?.as_ref()?;
        Some(leaves(&contents::in_event(event, is_xdm)?))
    };
    (0..places.len())
        .map(|number| state(number).unwrap_or_default())
        .collect()
}
