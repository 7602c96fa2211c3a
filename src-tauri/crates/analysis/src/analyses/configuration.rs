//! The configuration of the SDK at any moment, who set what, and what is wrong with it.

mod checks;
mod groups;
mod settings;

use std::collections::BTreeMap;
use std::sync::Arc;

use archive::SelectedEvent;

use super::{Analysis, Kind};
use crate::drawing::{Cell, Column, Drawing, Section, Tone};
use crate::in_order::{InOrder, Placed};
use crate::scene::Scene;
use crate::table::{change, client, column, link, row, section, text, time};
use crate::told::{Words, read_all};
use groups::{GROUPS, group_of};
use settings::{Setting, Told, settings, told};

pub(super) const KIND: Kind = Kind {
    id: "configuration",
    title: "Configuration",
    explanation: "What the SDK is configured with, at any moment, who set it, and what stands in the way of it.",
    reads: "type:configuration source:(requestContent OR responseContent) \
            OR type:hub source:sharedState payload.ACPExtensionEventData.stateowner:com.adobe.module.configuration",
    looks_at: &["payload.ACPExtensionEventData", "payload.metadata.\"state.data\""],
    new: || Box::<Configuration>::default(),
};

#[derive(Default)]
struct Configuration {
    words: Words,
    /// What each client was told, in order.
    clients: BTreeMap<Option<Arc<str>>, InOrder<Told>>,
}

/// One key of one client at the moment that is looked at.
struct Line<'a> {
    key: &'a str,
    /// The client, where clients differ or there is only one.
    client: Option<&'a str>,
    setting: &'a Setting,
}

impl Analysis for Configuration {
    fn take(&mut self, events: &[SelectedEvent]) {
        let mut fresh: BTreeMap<Option<Arc<str>>, Vec<Placed<Told>>> = BTreeMap::new();
        for Placed { at, client, what } in read_all(events, &mut self.words, settings::read) {
            let what = told(what, &mut self.words);
            let of_client = fresh.entry(client.clone()).or_default();
            of_client.push(Placed { at, client, what });
        }
        for (client, told) in fresh {
            self.clients.entry(client).or_default().extend(told);
        }
    }

    fn draw(&self, scene: &Scene<'_>) -> Drawing {
        let shown = self.clients.iter().filter(|(client, _)| scene.shows(client.as_deref()));
        let by_client: Vec<(Option<&str>, settings::Merged)> = shown
            .map(|(client, told)| (client.as_deref(), settings(told.until(scene.asked.at))))
            .filter(|(_, merged)| !merged.now.is_empty() || !merged.changes.is_empty())
            .collect();
        let lines = lines(&by_client);
        let sections: Vec<Section> = GROUPS
            .iter()
            .filter_map(|group| {
                let of_group = lines.iter().filter(|line| group_of(line.key) == group.id);
                let found: Vec<&Line<'_>> = of_group.filter(|line| is_found(line, scene)).collect();
                (!found.is_empty()).then(|| keys(group, &found, scene))
            })
            .chain(changes(&by_client, scene))
            .collect();
        let notices = checks::notices(&by_client, scene);
        let bad = notices.iter().filter(|notice| notice.tone != Tone::Plain).count();
        Drawing {
            badge: (bad > 0).then_some(bad),
            notices,
            nothing: sections.is_empty().then(|| match by_client.is_empty() {
                true => "No configuration by then. The SDK tells it when its app ID is set and as a client connects."
                    .to_owned(),
                false => "No setting fits.".to_owned(),
            }),
            sections,
            has_moment: true,
            ..Drawing::default()
        }
    }
}

/// Every key once where all clients have the same value, else once for each client that has it.
fn lines<'a>(by_client: &'a [(Option<&'a str>, settings::Merged)]) -> Vec<Line<'a>> {
    let mut keys: BTreeMap<&str, Vec<(Option<&str>, &Setting)>> = BTreeMap::new();
    for (client, merged) in by_client {
        for (key, setting) in &merged.now {
            keys.entry(key).or_default().push((*client, setting));
        }
    }
    let lines_of = |(key, of_clients): (&'a str, Vec<(Option<&'a str>, &'a Setting)>)| {
        let is_shared = of_clients.len() == by_client.len()
            && of_clients
                .iter()
                .all(|(_, setting)| setting.value == of_clients[0].1.value);
        let shown = if is_shared { 1 } else { of_clients.len() };
        let line = move |(client, setting)| Line {
            key,
            client: if is_shared && by_client.len() > 1 { None } else { client },
            setting,
        };
        of_clients.into_iter().take(shown).map(line)
    };
    keys.into_iter().flat_map(lines_of).collect()
}

fn is_found(line: &Line<'_>, scene: &Scene<'_>) -> bool {
    scene.finds(&[line.key, &line.setting.value])
}

fn with_client(mut columns: Vec<Column>, scene: &Scene<'_>) -> Vec<Column> {
    if scene.has_clients() {
        columns.insert(1, column("Client", 2));
    }
    columns
}

fn keys(group: &groups::Group, lines: &[&Line<'_>], scene: &Scene<'_>) -> Section {
    let columns = with_client(
        vec![
            column("Key", 3),
            column("Value", 4),
            column("Set at", 2),
            column("Set by", 2),
        ],
        scene,
    );
    section((group.id, group.title), columns, scene, lines, |line| {
        let setting = line.setting;
        let set_by = Cell::Events {
            events: vec![link(&setting.since, &setting.set_by, Tone::Plain)],
            more: 0,
        };
        let mut cells = vec![text(line.key), text(&setting.value), time(&setting.since), set_by];
        if scene.has_clients() {
            cells.insert(1, client(line.client));
        }
        row(format!("{}|{}", line.key, line.client.unwrap_or_default()), cells).told_by(&setting.since)
    })
}

/// What was changed after the client's first configuration.
fn changes(by_client: &[(Option<&str>, settings::Merged)], scene: &Scene<'_>) -> Option<Section> {
    let mut all: Vec<(Option<&str>, &settings::Changed)> = by_client
        .iter()
        .flat_map(|(client, merged)| merged.changes.iter().map(|changed| (*client, changed)))
        .filter(|(_, changed)| {
            let values = [changed.before.as_deref(), changed.after.as_deref()];
            scene.finds(&[
                &changed.key,
                values[0].unwrap_or_default(),
                values[1].unwrap_or_default(),
            ])
        })
        .collect();
    if all.is_empty() {
        return None;
    }
    all.sort_by(|(_, left), (_, right)| right.at.cmp(&left.at).then_with(|| left.key.cmp(&right.key)));
    let columns = with_client(
        vec![
            column("Time", 2),
            column("Key", 3),
            column("Change", 4),
            column("Set by", 2),
        ],
        scene,
    );
    let drawn = section(("changes", "Changes"), columns, scene, all, |(of, changed)| {
        let mut cells = vec![
            time(&changed.at),
            text(&changed.key),
            change(changed.before.as_deref(), changed.after.as_deref()),
            text(&changed.set_by),
        ];
        if scene.has_clients() {
            cells.insert(1, client(of));
        }
        row(format!("{}|{}", changed.at.uuid(), changed.key), cells).told_by(&changed.at)
    });
    Some(drawn.explained("What became different after the first configuration, the newest first."))
}
