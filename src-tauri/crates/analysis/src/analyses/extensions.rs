//! Which versions of the SDK's extensions the clients have.

mod table;

use std::collections::BTreeMap;
use std::sync::Arc;

use archive::SelectedEvent;
use serde_json::Value;

use super::{Analysis, Kind};
use crate::drawing::Drawing;
use crate::in_order::{InOrder, Place, Placed};
use crate::scene::Scene;
use crate::told::{Told, Words, read_all, shortened};

pub(super) const KIND: Kind = Kind {
    id: "extensions",
    title: "Extension Versions",
    explanation: "The versions of the SDK and its extensions in each client, and where clients differ.",
    reads: "type:hub source:sharedState payload.ACPExtensionEventData.stateowner:com.adobe.module.eventhub",
    looks_at: &["payload.metadata.\"state.data\""],
    new: || Box::<Extensions>::default(),
};

/// What stands for the core among the extensions.
const CORE: &str = "core";
/// What stands for the wrapper (React Native, Flutter and so on).
const WRAPPER: &str = "wrapper";

#[derive(Default)]
struct Extensions {
    words: Words,
    clients: BTreeMap<Option<Arc<str>>, InOrder<Installed>>,
}

/// All extensions of a client, by id.
type Installed = BTreeMap<Arc<str>, Extension>;

#[derive(Clone, PartialEq, Eq)]
struct Extension {
    name: Arc<str>,
    version: Arc<str>,
}

/// A version that became another.
struct Upgrade<'a> {
    at: &'a Place,
    client: Option<&'a str>,
    name: &'a str,
    before: Option<&'a str>,
    after: Option<&'a str>,
}

impl Analysis for Extensions {
    fn take(&mut self, events: &[SelectedEvent]) {
        for Placed { at, client, what } in read_all(events, &mut self.words, installed) {
            let mut word = |text: String| self.words.word(&text);
            let extension = |(id, name, version): (String, String, String)| {
                let (name, version) = (word(name), word(version));
                (word(id), Extension { name, version })
            };
            let what = what.into_iter().map(extension).collect();
            let of_client = self.clients.entry(client.clone()).or_default();
            of_client.push(Placed { at, client, what });
        }
    }

    fn draw(&self, scene: &Scene<'_>) -> Drawing {
        let shown = self.clients.iter().filter(|(client, _)| scene.shows(client.as_deref()));
        let until = shown.map(|(client, all)| (client.as_deref(), all.until(scene.asked.at)));
        let by_client: Vec<(Option<&str>, &[Placed<Installed>])> = until.filter(|(_, all)| !all.is_empty()).collect();
        let newest: Vec<(Option<&str>, &Placed<Installed>)> = by_client
            .iter()
            .filter_map(|(client, all)| Some((*client, all.last()?)))
            .collect();
        let mut upgrades: Vec<Upgrade<'_>> = by_client
            .iter()
            .flat_map(|(client, all)| upgrades(*client, all))
            .collect();
        upgrades.sort_by(|left, right| right.at.cmp(left.at).then_with(|| left.name.cmp(right.name)));
        let notices = table::differences(&newest, scene);
        let list = table::versions(&newest, scene);
        Drawing {
            badge: (!notices.is_empty()).then_some(notices.len()),
            nothing: newest
                .is_empty()
                .then(|| "No versions by then. The SDK's event hub tells them as a client connects.".to_owned()),
            notices,
            sections: match newest.is_empty() {
                true => Vec::new(),
                false => std::iter::once(list).chain(table::upgrades(&upgrades, scene)).collect(),
            },
            has_moment: true,
            ..Drawing::default()
        }
    }
}

fn upgrades<'a>(client: Option<&'a str>, all: &'a [Placed<Installed>]) -> Vec<Upgrade<'a>> {
    let mut upgrades = Vec::new();
    for pair in all.windows(2) {
        let [before, after] = pair else { continue };
        if before.what == after.what {
            continue;
        }
        let gone = before.what.keys().filter(|id| !after.what.contains_key(*id));
        for id in after.what.keys().chain(gone) {
            let (old, new) = (before.what.get(id), after.what.get(id));
            let version = |of: Option<&'a Extension>| of.map(|extension| &*extension.version);
            if version(old) != version(new) {
                upgrades.push(Upgrade {
                    at: &after.at,
                    client,
                    name: new.or(old).map_or("", |extension| &extension.name),
                    before: version(old),
                    after: version(new),
                });
            }
        }
    }
    upgrades
}

/// Id, name and version of each extension, of the core and of the wrapper.
fn installed(told: &Told<'_>) -> Option<Vec<(String, String, String)>> {
    let state = told.payload.fields("metadata").value("state.data")?;
    let text = |value: &Value, key: &str| {
        let text = value.get(key).and_then(Value::as_str).unwrap_or_default();
        shortened(text, 120)
    };
    let mut all = Vec::new();
    let core = text(&state, "version");
    if !core.is_empty() {
        all.push((CORE.to_owned(), "Mobile Core".to_owned(), core));
    }
    if let Some(wrapper) = state.get("wrapper") {
        let (name, kind) = (text(wrapper, "friendlyName"), text(wrapper, "type"));
        let name = if name.is_empty() { kind } else { name };
        if !name.is_empty() {
            all.push((WRAPPER.to_owned(), "Wrapper".to_owned(), name));
        }
    }
    for (id, extension) in state.get("extensions").and_then(Value::as_object).into_iter().flatten() {
        let name = text(extension, "friendlyName");
        let name = if name.is_empty() { shortened(id, 120) } else { name };
        all.push((shortened(id, 120), name, text(extension, "version")));
    }
    (!all.is_empty()).then_some(all)
}
