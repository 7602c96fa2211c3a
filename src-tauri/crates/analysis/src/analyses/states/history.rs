//! How a shared state came to be: its versions, and what each changed.

use std::collections::BTreeMap;

use super::contents;
use crate::drawing::{Row, Section};
use crate::flat::{differences, leaves};
use crate::in_order::Place;
use crate::scene::Scene;
use crate::table::{change, column, counted, row, section as table, text, time};

/// Versions that are looked at: each has to be read from the file.
const VERSIONS: usize = 60;
/// Changes of one version that are told one by one.
const CHANGES: usize = 30;

/// The section with the newest of these versions.
pub(super) fn section(is_xdm: bool, places: &[&Place], scene: &Scene<'_>) -> Section {
    let from = places.len().saturating_sub(VERSIONS);
    let mut before = match from {
        0 => BTreeMap::new(),
        from => state(places[from - 1], is_xdm, scene),
    };
    let mut versions: Vec<Vec<Row>> = Vec::new();
    for (number, place) in places.iter().enumerate().skip(from) {
        let after = state(place, is_xdm, scene);
        let changes = differences(&before, &after);
        let told = match (number, changes.len()) {
            (0, _) => format!("set, {}", counted(after.len(), "value")),
            (_, 0) => "set again, nothing changed".to_owned(),
            (_, count) => counted(count, "change"),
        };
        let head = row(
            place.uuid(),
            vec![time(place), text(format!("Version {}", number + 1)), text(told)],
        );
        let mut rows = vec![head.told_by(place)];
        if number > 0 {
            rows.extend(changes.iter().take(CHANGES).map(|one| {
                let cell = change(one.before.as_deref(), one.after.as_deref());
                row(
                    format!("{}|{}", place.uuid(), one.key),
                    vec![crate::drawing::Cell::Empty, text(&one.key), cell],
                )
                .told_by(place)
                .at_depth(1)
            }));
        }
        versions.push(rows);
        before = after;
    }
    let columns = vec![column("Set at", 2), column("What", 2), column("Change", 4)];
    let rows = versions.into_iter().rev().flatten();
    let drawn = table(("history", "History"), columns, scene, rows, |row| row);
    match from {
        0 => drawn.explained("The newest first."),
        _ => drawn.explained(format!("The newest {VERSIONS} of {} versions.", places.len())),
    }
}

fn state(place: &Place, is_xdm: bool, scene: &Scene<'_>) -> BTreeMap<String, String> {
    contents::at(place, is_xdm, scene)
        .map(|state| leaves(&state))
        .unwrap_or_default()
}
