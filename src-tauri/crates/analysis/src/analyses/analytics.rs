//! Adobe Analytics: tracking calls, the hits that came of them, and what Analytics made of those.

mod correlation;
mod hit;
mod step;
mod variables;

use std::cmp::Reverse;

use archive::SelectedEvent;

use super::{Analysis, Kind};
use crate::drawing::{Drawing, Tone};
use crate::scene::Scene;
use crate::table::{badge, client, column, row, section, text, time};
use crate::told::{Words, read_all};
use correlation::Correlation;
use hit::Hit;
use step::{LOOKS_AT, step};

pub(super) const KIND: Kind = Kind {
    id: "analytics",
    title: "Analytics",
    explanation: "Tracking calls, the hits that were sent for them, and what Adobe Analytics made of those.",
    reads: "type:(generic.track OR analytics) OR vendor:com.adobe.analytics* \
            OR vendor:com.adobe.experience_platform.xdm_mapper",
    looks_at: LOOKS_AT,
    new: || Box::<Analytics>::default(),
};

#[derive(Default)]
struct Analytics {
    words: Words,
    correlation: Correlation,
}

impl Analysis for Analytics {
    fn take(&mut self, events: &[SelectedEvent]) {
        for found in read_all(events, &mut self.words, step) {
            self.correlation.add(found, &mut self.words);
        }
    }

    fn draw(&self, scene: &Scene<'_>) -> Drawing {
        let mut hits: Vec<&Hit> = self.correlation.hits().collect();
        hits.retain(|hit| scene.shows(hit.client()));
        let bad = hits.iter().filter(|hit| hit.state(scene.latest).1 == Tone::Bad).count();
        let is_empty = hits.is_empty();
        hits.retain(|hit| {
            let (state, _) = hit.state(scene.latest);
            let mut texts = hit.texts();
            texts.push(state);
            scene.finds(&texts)
        });
        hits.sort_by_cached_key(|hit| Reverse(hit.start().clone()));
        let mut columns = vec![
            column("Time", 2),
            column("Call", 3),
            column("Sent to", 3),
            column("State", 2),
            column("Variables", 4),
            column("Events", 4),
        ];
        if scene.has_clients() {
            columns.insert(1, column("Client", 2));
        }
        let list = section(("hits", "Hits"), columns, scene, hits, |hit| {
            let (state, tone) = hit.state(scene.latest);
            let mut cells = vec![
                time(hit.start()),
                text(hit.call()),
                text(hit.host()),
                badge(state, tone),
                text(hit.preview()),
                hit.links(),
            ];
            if scene.has_clients() {
                cells.insert(1, client(hit.client()));
            }
            row(hit.id(), cells).told_by(hit.start()).toned(tone)
        });
        let chosen = scene.asked.chosen.as_deref();
        let chosen = chosen.and_then(|chosen| self.correlation.hits().find(|hit| hit.id() == chosen));
        let about = chosen.into_iter().flat_map(|hit| variables::sections(hit, scene));
        Drawing {
            badge: (bad > 0).then_some(bad),
            nothing: (list.total == 0).then(|| match is_empty {
                true => "No tracking call yet. The app makes one when it calls MobileCore.track.".to_owned(),
                false => "No hit fits.".to_owned(),
            }),
            sections: std::iter::once(list.explained("The newest first.").choosable())
                .chain(about)
                .collect(),
            ..Drawing::default()
        }
    }
}
