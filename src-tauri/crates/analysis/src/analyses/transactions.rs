//! Requests to the Edge Network, from the app's event to the services behind it (Adobe's "Event Transactions").

mod correlation;
mod one;
mod step;
mod transaction;

use std::cmp::Reverse;

use archive::SelectedEvent;

use super::{Analysis, Kind};
use crate::drawing::{Cell, Column, Drawing, Notice, Row, Tone};
use crate::scene::Scene;
use crate::table::{badge, client, column, numbers, row, section, text, time};
use crate::told::{Words, read_all, shortened};
use correlation::Correlation;
use step::{LOOKS_AT, Lane, step};
use transaction::Transaction;

pub(super) const KIND: Kind = Kind {
    id: "transactions",
    title: "Transactions",
    explanation: "Each request from the app through the Edge Network to the services behind it, and what came back.",
    // Besides the requests and their answers, the events that may have caused one.
    reads: "type:edge OR kind:service OR vendor:com.adobe.streaming.validation \
            OR source:(requestContent OR responseContent OR notification OR applicationLaunch OR applicationClose) \
            NOT type:(hub OR configuration OR analytics)",
    looks_at: LOOKS_AT,
    new: || Box::<Transactions>::default(),
};

/// Events that one cell shows.
const LINKS: usize = 6;

#[derive(Default)]
struct Transactions {
    words: Words,
    correlation: Correlation,
}

impl Analysis for Transactions {
    fn take(&mut self, events: &[SelectedEvent]) {
        for found in read_all(events, &mut self.words, step) {
            self.correlation.add(found, &mut self.words);
        }
    }

    fn draw(&self, scene: &Scene<'_>) -> Drawing {
        let mut all: Vec<&Transaction> = self.correlation.transactions().collect();
        all.retain(|transaction| scene.shows(transaction.client()));
        all.sort_by_cached_key(|transaction| Reverse(transaction.start().clone()));
        let states = all.iter().map(|transaction| transaction.state(scene.latest));
        let bad = states
            .filter(|state| matches!(state.tone, Tone::Bad | Tone::Warning))
            .count();
        let datastreams = datastreams(&all);
        let is_empty = all.is_empty();
        all.retain(|transaction| {
            let mut texts = transaction.texts();
            let state = transaction.state(scene.latest).text;
            texts.push(&state);
            scene.finds(&texts)
                || self
                    .correlation
                    .cause_of(transaction)
                    .is_some_and(|cause| scene.finds(&[&cause.label]))
        });
        let has_datastreams = datastreams.len() > 1;
        let list = section(
            ("transactions", "Transactions"),
            columns(scene, has_datastreams),
            scene,
            all,
            |transaction| self.row(transaction, scene, has_datastreams),
        );
        let chosen = scene
            .asked
            .chosen
            .as_deref()
            .and_then(|chosen| self.correlation.find(chosen));
        let notices = has_datastreams.then(|| several_datastreams(&datastreams));
        Drawing {
            badge: (bad > 0).then_some(bad),
            notices: notices.into_iter().collect(),
            nothing: (list.total == 0).then(|| match is_empty {
                true => "No request to the Edge Network yet. The app sends one when it calls Edge.sendEvent, or with \
                         Lifecycle, Messaging or Edge Bridge."
                    .to_owned(),
                false => "No transaction fits.".to_owned(),
            }),
            sections: std::iter::once(list.explained("The newest first.").choosable())
                .chain(chosen.map(|chosen| one::section(chosen, self.correlation.cause_of(chosen), scene)))
                .collect(),
            has_moment: false,
            ..Drawing::default()
        }
    }
}

fn columns(scene: &Scene<'_>, has_datastreams: bool) -> Vec<Column> {
    let mut columns = vec![column("Time", 2)];
    columns.extend(scene.has_clients().then(|| column("Client", 2)));
    columns.extend([
        column("Client-side", 4),
        column("Edge Network", 3),
        column("Upstream", 4),
    ]);
    columns.extend(has_datastreams.then(|| column("Datastream", 2)));
    columns.extend([numbers("Duration", 1), column("State", 2)]);
    columns
}

impl Transactions {
    fn row(&self, transaction: &Transaction, scene: &Scene<'_>, has_datastreams: bool) -> Row {
        let state = transaction.state(scene.latest);
        let cause = self.correlation.cause_of(transaction);
        let mut cells = vec![time(transaction.start())];
        cells.extend(scene.has_clients().then(|| client(transaction.client())));
        cells.extend([
            transaction.links(Lane::Client, cause, LINKS),
            transaction.links(Lane::Edge, None, LINKS),
            transaction.links(Lane::Upstream, None, LINKS),
        ]);
        cells.extend(has_datastreams.then(|| text(transaction.datastream().map_or("", |id| &**id))));
        cells.push(transaction.duration().map_or(Cell::Empty, |ms| Cell::Duration { ms }));
        cells.push(badge(&state.text, state.tone));
        Row {
            event: transaction.main_event().map(|at| at.uuid()),
            tone: state.tone,
            ..row(transaction.id(), cells)
        }
    }
}

/// The datastreams that the requests went to, each once.
fn datastreams(all: &[&Transaction]) -> Vec<String> {
    let mut found: Vec<String> = all
        .iter()
        .filter_map(|transaction| Some(transaction.datastream()?.to_string()))
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

fn several_datastreams(datastreams: &[String]) -> Notice {
    Notice {
        tone: Tone::Warning,
        title: "Several datastreams".to_owned(),
        text: shortened(
            &format!(
                "Requests went to {} datastreams: {}. What the services report may belong to different configurations.",
                datastreams.len(),
                datastreams.join(", ")
            ),
            600,
        ),
        event: None,
    }
}
