//! Versions beside each other, a column for each client.

use std::collections::{BTreeMap, BTreeSet};

use super::{CORE, Extension, Installed, Upgrade, WRAPPER};
use crate::drawing::{Cell, Notice, Row, Section, Tone};
use crate::in_order::Placed;
use crate::scene::Scene;
use crate::table::{change, client, column, row, section, text, time, toned};

/// Clients that have a column; those that connected last.
const COLUMNS: usize = 6;

type Newest<'a> = [(Option<&'a str>, &'a Placed<Installed>)];

/// All extensions with their versions.
pub(super) fn versions(newest: &Newest<'_>, scene: &Scene<'_>) -> Section {
    let mut shown: Vec<_> = newest.iter().collect();
    shown.sort_by(|(_, left), (_, right)| right.at.cmp(&left.at));
    shown.truncate(COLUMNS);
    shown.reverse();
    let mut columns = vec![column("Extension", 2), column("Identifier", 3)];
    columns.extend(shown.iter().map(|(client, _)| match client {
        Some(client) if newest.len() > 1 => column(&scene.client_name(client), 2),
        _ => column("Version", 2),
    }));
    let mut names: BTreeMap<&str, &Extension> = BTreeMap::new();
    for (_, installed) in &shown {
        names.extend(installed.what.iter().map(|(id, extension)| (&**id, extension)));
    }
    let mut all: Vec<(&str, &Extension)> = names.into_iter().collect();
    all.retain(|(id, extension)| scene.finds(&[id, &extension.name, &extension.version]));
    let rank = |id: &str| (id != CORE, id != WRAPPER);
    all.sort_by(|(left_id, left), (right_id, right)| {
        (rank(left_id), left.name.to_lowercase(), left_id).cmp(&(rank(right_id), right.name.to_lowercase(), right_id))
    });
    let list = section(("extensions", "Extensions"), columns, scene, all, |(id, extension)| {
        let shown_id = if rank(id) == (true, true) { id } else { "" };
        let mut cells = vec![text(&extension.name), text(shown_id)];
        let differing = differing(id, newest, scene);
        cells.extend(shown.iter().map(|(client, installed)| {
            let tone = if differing.contains(&family(*client, scene)) {
                Tone::Warning
            } else {
                Tone::Plain
            };
            installed
                .what
                .get(id)
                .map_or(Cell::Empty, |own| toned(&own.version, tone))
        }));
        let first = shown.iter().find(|(_, installed)| installed.what.contains_key(id));
        let drawn: Row = row(id, cells);
        match first {
            Some((_, installed)) => drawn.told_by(&installed.at),
            None => drawn,
        }
    });
    match newest.len().checked_sub(COLUMNS) {
        Some(more @ 1..) => list.explained(format!(
            "The {COLUMNS} clients that connected last; {more} more have none."
        )),
        _ => list,
    }
}

/// Clients of one system with different versions. Versions for iOS and Android always differ.
pub(super) fn differences(newest: &Newest<'_>, scene: &Scene<'_>) -> Vec<Notice> {
    let ids: BTreeSet<&str> = newest
        .iter()
        .flat_map(|(_, all)| all.what.keys())
        .map(|id| &**id)
        .collect();
    let told: Vec<String> = ids
        .into_iter()
        .filter(|id| !differing(id, newest, scene).is_empty())
        .filter_map(|id| newest.iter().find_map(|(_, all)| all.what.get(id)))
        .map(|extension| extension.name.to_string())
        .collect();
    if told.is_empty() {
        return Vec::new();
    }
    vec![Notice {
        tone: Tone::Warning,
        title: "Clients differ".to_owned(),
        text: format!(
            "Clients on the same system have different versions of {}.",
            told.join(", ")
        ),
        event: None,
    }]
}

/// What became of versions in the course of the session.
pub(super) fn upgrades(upgrades: &[Upgrade<'_>], scene: &Scene<'_>) -> Option<Section> {
    if upgrades.is_empty() {
        return None;
    }
    let mut columns = vec![column("Time", 2), column("Extension", 3), column("Version", 4)];
    if scene.has_clients() {
        columns.insert(1, column("Client", 2));
    }
    let drawn = section(("changes", "Changes"), columns, scene, upgrades, |upgrade| {
        let mut cells = vec![
            time(upgrade.at),
            text(upgrade.name),
            change(upgrade.before, upgrade.after),
        ];
        if scene.has_clients() {
            cells.insert(1, client(upgrade.client));
        }
        row(format!("{}|{}", upgrade.at.uuid(), upgrade.name), cells).told_by(upgrade.at)
    });
    Some(drawn)
}

/// The systems on which clients have different versions of an extension.
fn differing(id: &str, newest: &Newest<'_>, scene: &Scene<'_>) -> BTreeSet<String> {
    let mut versions: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for (client, installed) in newest {
        if let Some(extension) = installed.what.get(id) {
            versions
                .entry(family(*client, scene))
                .or_default()
                .insert(&extension.version);
        }
    }
    let several = versions.into_iter().filter(|(_, versions)| versions.len() > 1);
    several.map(|(family, _)| family).collect()
}

/// `iOS` of `iOS 18.2`.
fn family(client: Option<&str>, scene: &Scene<'_>) -> String {
    let system = client.and_then(|client| scene.client(client)?.operating_system.clone());
    system
        .and_then(|system| Some(system.split_whitespace().next()?.to_lowercase()))
        .unwrap_or_default()
}
