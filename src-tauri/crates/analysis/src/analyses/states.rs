//! Shared states: what each extension of the SDK told the others, at any moment of the session.

mod contents;
mod history;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use archive::SelectedEvent;
use event::Event;

use super::{Analysis, Kind};
use crate::drawing::{Drawing, Section};
use crate::fields::Fields;
use crate::in_order::{InOrder, Place, Placed};
use crate::scene::Scene;
use crate::table::{client, column, number, numbers, row, section, text, time};
use crate::told::{Told, Words, read_all, shortened};
use history::Compared;

pub(super) const KIND: Kind = Kind {
    id: "states",
    title: "Shared States",
    explanation: "What each extension of the SDK shares with the others, at any moment, and how it came to be.",
    reads: "type:hub source:sharedState",
    looks_at: &[
        "payload.ACPExtensionEventData.stateowner",
        "payload.metadata.\"state.data\"",
        "payload.metadata.\"xdm.state.data\"",
    ],
    new: || Box::<States>::default(),
};

/// As much of a state as its row shows.
const LONGEST_PREVIEW: usize = 120;

/// Whose state it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Owner {
    client: Option<Arc<str>>,
    name: Arc<str>,
    is_xdm: bool,
}

#[derive(Default)]
struct States {
    words: Words,
    versions: BTreeMap<Owner, InOrder<Version>>,
    compared: Mutex<Compared>,
}

/// One state that was shared.
struct Version {
    bytes: usize,
    preview: Arc<str>,
}

/// A state as it was read.
struct Shared {
    owner: String,
    is_xdm: bool,
    bytes: usize,
    preview: String,
}

impl Analysis for States {
    fn take(&mut self, events: &[SelectedEvent]) {
        let mut fresh: BTreeMap<Owner, Vec<Placed<Version>>> = BTreeMap::new();
        for Placed { at, client, what } in read_all(events, &mut self.words, shared) {
            let owner = Owner {
                client: client.clone(),
                name: self.words.word(&what.owner),
                is_xdm: what.is_xdm,
            };
            let version = Version {
                bytes: what.bytes,
                preview: self.words.word(&what.preview),
            };
            let what = version;
            fresh.entry(owner).or_default().push(Placed { at, client, what });
        }
        for (owner, versions) in fresh {
            self.versions.entry(owner).or_default().extend(versions);
        }
    }

    fn draw(&self, scene: &Scene<'_>) -> Drawing {
        let at = scene.asked.at;
        let now = self
            .versions
            .iter()
            .map(|(owner, versions)| (owner, versions.until(at)));
        let shown = now.filter(|(owner, versions)| {
            let newest = versions.last();
            newest.is_some_and(|newest| {
                scene.shows(owner.client.as_deref()) && scene.finds(&[&owner.name, owner.kind(), &newest.what.preview])
            })
        });
        let mut columns = vec![
            column("Owner", 3),
            column("Kind", 1),
            column("Set at", 2),
            numbers("Version", 1),
            numbers("Bytes", 1),
            column("State", 4),
        ];
        if scene.has_clients() {
            columns.insert(1, column("Client", 2));
        }
        let list = section(
            ("states", "Shared states"),
            columns,
            scene,
            shown,
            |(owner, versions)| {
                let mut cells = vec![text(&owner.name), text(owner.kind())];
                if scene.has_clients() {
                    cells.insert(1, client(owner.client.as_deref()));
                }
                let drawn = row(owner.id(), cells);
                match versions.last() {
                    Some(newest) => {
                        let mut drawn = drawn.told_by(&newest.at);
                        drawn.cells.extend([
                            time(&newest.at),
                            number(versions.len()),
                            number(newest.what.bytes),
                            text(&newest.what.preview),
                        ]);
                        drawn
                    }
                    None => drawn,
                }
            },
        );
        let mut sections = vec![list.choosable()];
        let chosen = scene.asked.chosen.as_deref();
        let chosen = chosen.and_then(|chosen| self.versions.iter().find(|(owner, _)| owner.id() == chosen));
        if let Some((owner, versions)) = chosen {
            sections.extend(self.opened(owner, versions.until(at), scene));
        }
        Drawing {
            nothing: (sections[0].total == 0).then(|| match self.versions.is_empty() {
                true => "No shared state yet. The SDK sends them as a client connects.".to_owned(),
                false => "No state was shared by then, or none fits.".to_owned(),
            }),
            sections,
            has_moment: true,
            ..Drawing::default()
        }
    }
}

impl States {
    /// The state itself, and how it came to be.
    fn opened(&self, owner: &Owner, versions: &[Placed<Version>], scene: &Scene<'_>) -> Vec<Section> {
        let places: Vec<&Place> = versions.iter().map(|version| &version.at).collect();
        let state = places.last().and_then(|newest| contents::section(owner, newest, scene));
        let history = (!places.is_empty()).then(|| {
            let mut compared = self.compared.lock().unwrap_or_else(PoisonError::into_inner);
            compared.section((owner.id(), owner.is_xdm), &places, scene)
        });
        state.into_iter().chain(history).collect()
    }
}

impl Owner {
    fn id(&self) -> String {
        format!(
            "{}|{}|{}",
            self.client.as_deref().unwrap_or_default(),
            self.name,
            self.kind()
        )
    }

    fn kind(&self) -> &'static str {
        if self.is_xdm { "XDM" } else { "Standard" }
    }
}

fn shared(told: &Told<'_>) -> Option<Shared> {
    let metadata = told.payload.fields("metadata");
    let (is_xdm, state) = contents::of(&metadata)?;
    Some(Shared {
        owner: told.data.text("stateowner")?.to_lowercase(),
        is_xdm,
        bytes: state.len(),
        preview: shortened(state, LONGEST_PREVIEW),
    })
}

/// The row of the owner whose state an event sets; nothing when it sets none.
pub(crate) fn row_of(event: &Event) -> Option<String> {
    let opened = event.opened_payload();
    let payload = Fields::of(opened.json()?);
    let (is_xdm, _) = contents::of(&payload.fields("metadata"))?;
    let owner = payload.fields("ACPExtensionEventData").text("stateowner")?;
    Some(Owner {
        client: event.client_id.as_deref().map(|client| client.to_lowercase().into()),
        name: owner.to_lowercase().into(),
        is_xdm,
    })
    .map(|owner| owner.id())
}
