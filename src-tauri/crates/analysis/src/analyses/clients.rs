//! The apps that were connected: on what devices, with what versions, how often and for how long.

mod about;

use std::collections::BTreeMap;
use std::sync::Arc;

use archive::SelectedEvent;

use super::{Analysis, Kind};
use crate::drawing::{Cell, Drawing, Tone};
use crate::in_order::{InOrder, Placed};
use crate::scene::Scene;
use crate::table::{badge, client, column, number, numbers, row, section, text};
use crate::told::{Told, Words, read_all, shortened};

pub(super) const KIND: Kind = Kind {
    id: "clients",
    title: "Clients",
    explanation: "The apps that were connected, their devices and versions, how often they were launched.",
    reads: "kind:client \
            OR type:hub source:sharedState payload.ACPExtensionEventData.stateowner:com.adobe.module.eventhub",
    looks_at: &[
        "payload.type",
        "payload.version",
        "payload.appSettings.CFBundleShortVersionString",
        "payload.appSettings.manifest.versionName",
        "payload.metadata.\"state.data\".version",
    ],
    new: || Box::<Clients>::default(),
};

#[derive(Default)]
struct Clients {
    words: Words,
    clients: BTreeMap<Arc<str>, InOrder<News>>,
}

/// What an event tells of its client.
enum News {
    Connected {
        app_version: Option<Arc<str>>,
        assurance: Option<Arc<str>>,
    },
    Disconnected,
    Core {
        version: Arc<str>,
    },
}

impl Analysis for Clients {
    fn take(&mut self, events: &[SelectedEvent]) {
        let mut fresh: BTreeMap<Arc<str>, Vec<Placed<News>>> = BTreeMap::new();
        for placed in read_all(events, &mut self.words, news) {
            if let Some(client) = placed.client.clone() {
                fresh.entry(client).or_default().push(placed);
            }
        }
        for (client, news) in fresh {
            self.clients.entry(client).or_default().extend(news);
        }
    }

    fn draw(&self, scene: &Scene<'_>) -> Drawing {
        let mut shown: Vec<&archive::Client> = scene
            .clients
            .iter()
            .filter(|client| scene.shows(Some(&client.id)))
            .filter(|client| {
                let optional = |text: &Option<String>| text.clone().unwrap_or_default();
                let texts = [optional(&client.operating_system), optional(&client.app)];
                scene.finds(&[&client.name, &client.id, &texts[0], &texts[1]])
            })
            .collect();
        shown.sort_by_key(|client| (client.first_seen, &client.id));
        let columns = vec![
            column("Client", 2),
            column("System", 2),
            column("App", 3),
            column("Version", 1),
            column("Core", 1),
            column("Assurance", 1),
            numbers("Launches", 1),
            column("First seen", 2),
            column("Last seen", 2),
            numbers("Events", 1),
            column("State", 2),
        ];
        let list = section(("clients", "Clients"), columns, scene, shown, |one| {
            let told = self.clients.get(one.id.as_str()).map(told).unwrap_or_default();
            let (state, tone) = match one.connected {
                true => ("Connected", Tone::Good),
                false => ("Disconnected", Tone::Plain),
            };
            let version = |version: &Option<Arc<str>>| text(version.as_deref().unwrap_or_default());
            let cells = vec![
                client(Some(&one.id)),
                text(one.operating_system.as_deref().unwrap_or_default()),
                text(one.app.as_deref().unwrap_or_default()),
                version(&told.app_version),
                version(&told.core),
                version(&told.assurance),
                number(told.launches),
                Cell::Time { at: one.first_seen },
                Cell::Time { at: one.last_seen },
                number(one.events),
                badge(state, tone),
            ];
            row(&one.id, cells)
        });
        let chosen = scene.asked.chosen.as_deref().map(str::to_lowercase);
        let news = chosen.and_then(|chosen| self.clients.get(chosen.as_str()));
        let connected = news.and_then(|news| {
            let connected = |placed: &&Placed<News>| matches!(placed.what, News::Connected { .. });
            news.iter().rev().find(connected)
        });
        let about = connected
            .into_iter()
            .flat_map(|placed| about::sections(&placed.at, scene));
        Drawing {
            nothing: (list.total == 0).then(|| match scene.clients.is_empty() {
                true => "No client yet. Connect one with the session's link or QR code and its PIN.".to_owned(),
                false => "No client fits.".to_owned(),
            }),
            sections: std::iter::once(list.choosable()).chain(about).collect(),
            ..Drawing::default()
        }
    }
}

/// What a client's events come to.
#[derive(Default)]
struct Sum {
    launches: usize,
    app_version: Option<Arc<str>>,
    assurance: Option<Arc<str>>,
    core: Option<Arc<str>>,
}

/// An app that connects again and has not counted on was launched anew.
fn told(news: &InOrder<News>) -> Sum {
    let mut sum = Sum::default();
    let mut last_number = None;
    for placed in news.iter() {
        match &placed.what {
            News::Connected { app_version, assurance } => {
                if last_number.is_none_or(|last| placed.at.number <= last) {
                    sum.launches += 1;
                }
                last_number = Some(placed.at.number);
                sum.app_version = app_version.clone().or(sum.app_version);
                sum.assurance = assurance.clone().or(sum.assurance);
            }
            News::Disconnected => {}
            News::Core { version } => sum.core = Some(Arc::clone(version)),
        }
    }
    sum
}

fn news(told: &Told<'_>) -> Option<News> {
    let word = |text: Option<String>| text.map(|text| Arc::from(shortened(&text, 120)));
    if !told.is_kind("client") {
        let core = told.payload.fields("metadata").fields("state.data").text("version");
        return word(core).map(|version| News::Core { version });
    }
    match told.payload.text("type")?.to_ascii_lowercase().as_str() {
        "connect" => {
            let settings = told.payload.fields("appSettings");
            let android = || settings.fields("manifest").text("versionName");
            let version = settings.text("CFBundleShortVersionString").or_else(android);
            Some(News::Connected {
                app_version: word(version),
                assurance: word(told.payload.text("version")),
            })
        }
        "disconnect" => Some(News::Disconnected),
        _ => None,
    }
}
