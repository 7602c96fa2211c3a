//! The rows of a list, a window at a time.

mod values;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::arrangement::{Arrangement, Found, Place};
use super::{State, View, lock};
use crate::block::Row;
use crate::clients::clients;
use crate::columns::WordColumn;
use crate::error::ArchiveError;
use crate::marks::{EventMarks, with_marks};
use crate::snapshot::Snapshot;
pub(super) use values::Values;

/// A window of the matching rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ViewPage {
    /// The rows asked for; fewer at the end.
    pub rows: Vec<EventRow>,
    /// How many events match the filter.
    pub matched: usize,
    /// How many events there are.
    pub total: usize,
    /// How many events match the filter and are hidden, or were before the session was cleared, shown or not.
    pub hidden: usize,
    /// How many events arrived since the view was paused; 0 when it is not.
    pub arrived_while_paused: usize,
    /// The archive's revision that the rows are at least as new as.
    pub revision: u64,
}

/// One row of the list of events.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct EventRow {
    /// Position among the matching rows, from 0.
    pub index: usize,
    /// The event's identifier, lower-case.
    pub uuid: String,
    /// Milliseconds since 1970.
    pub timestamp: i64,
    /// The device's counter; 0 for events made by a server.
    pub event_number: i64,
    /// Who made it.
    pub vendor: String,
    /// Adobe's `type`.
    pub kind: String,
    /// The SDK's event type, for example `edge`; Adobe's `type` where there is none.
    pub event_type: String,
    /// The SDK's event source, for example `requestcontent`; empty where there is none.
    pub source: String,
    /// The client it belongs to, lower-case.
    pub client_id: Option<String>,
    /// The name as Adobe computes it.
    pub label: String,
    /// The kind of event in words.
    pub title: String,
    /// What tells it from others of its kind.
    pub detail: String,
    /// Whether it tells of something that failed.
    pub is_error: bool,
    /// Milliseconds since the matching event before it in the session; none for the first.
    pub since_previous: Option<i64>,
    /// What is at the paths of the arrangement, shortened; one for each path.
    pub values: Vec<Option<String>>,
    /// What people marked.
    pub marks: EventMarks,
}

/// A window of the list as it is arranged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListPage {
    /// The rows asked for; fewer at the end.
    pub rows: Vec<ListRow>,
    /// How many events match the filter.
    pub matched: usize,
    /// How many rows the whole list has: events, and app launches where they are shown.
    pub length: usize,
    /// When the session's first event was, whatever the filter shows; milliseconds since 1970.
    pub first: Option<i64>,
    /// The archive's revision that the rows are at least as new as.
    pub revision: u64,
}

/// One row of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::large_enum_variant, reason = "nearly every row is an event")]
pub enum ListRow {
    /// An event.
    Event(EventRow),
    /// The beginning of an app launch.
    Launch(Launch),
}

/// The beginning of an app launch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Launch {
    /// The client's first launch in the session is 1.
    pub number: usize,
    /// The client, lower-case.
    pub client_id: String,
    /// When the launch's first event was, milliseconds since 1970.
    pub timestamp: i64,
}

impl View {
    /// How the list is laid out.
    #[must_use]
    pub fn arrangement(&self) -> Arrangement {
        lock(&self.wanted).arrangement.clone()
    }

    /// Lays the list out anew, and returns at once.
    pub fn arrange(&self, arrangement: Arrangement) {
        lock(&self.wanted).arrangement = arrangement;
    }

    /// A window of the matching events in the order of the session: `limit` of them from `offset` on.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn rows(&self, offset: usize, limit: usize) -> Result<ViewPage, ArchiveError> {
        let revision = self.archive.revision();
        let (window, before, matched, (total, hidden), snapshot) = {
            let state = self.up_to_date();
            let all = state.matches.rows();
            let start = offset.min(all.len());
            let end = start.saturating_add(limit).min(all.len());
            let window = all[start..end].to_vec();
            let before = before_each(&state, start..end);
            let counts = (state.matches.total(), state.matches.hidden());
            (window, before, all.len(), counts, state.snapshot.clone())
        };
        let mut rows = self.shown(&window, &before, &snapshot)?;
        for (number, row) in rows.iter_mut().enumerate() {
            row.index = offset + number;
        }
        Ok(ViewPage {
            rows,
            matched,
            total,
            hidden,
            arrived_while_paused: self.arrived_while_paused(),
            revision,
        })
    }

    /// A window of the list as it is arranged: `limit` rows from `offset` on.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn window(&self, offset: usize, limit: usize) -> Result<ListPage, ArchiveError> {
        let revision = self.archive.revision();
        let state = self.arranged();
        let all = state.matches.rows();
        let length = state.list.length(all.len());
        let end = offset.saturating_add(limit).min(length);
        let (mut rows, mut window, mut positions) = (Vec::new(), Vec::new(), Vec::new());
        for index in offset.min(end)..end {
            match state.list.at(index, all) {
                Some(Place::Event(row)) => {
                    rows.push(None);
                    window.push(row);
                    positions.push(position(row, &state).unwrap_or_default());
                }
                Some(Place::Launch(number)) => rows.push(Some(launch(number, &state))),
                None => {}
            }
        }
        let before: Vec<Option<i64>> = positions.iter().map(|at| time_before(*at, &state)).collect();
        let (matched, snapshot) = (all.len(), state.snapshot.clone());
        drop(state);
        let mut events = self.shown(&window, &before, &snapshot)?.into_iter().zip(positions);
        let event = || {
            events
                .next()
                .map(|(row, index)| ListRow::Event(EventRow { index, ..row }))
        };
        Ok(ListPage {
            rows: rows_in_turn(rows, event),
            matched,
            length,
            first: snapshot.order.first().map(|row| snapshot.timestamp(*row)),
            revision,
        })
    }

    /// Where the list shows an event as it is arranged, in any case of its uuid.
    #[must_use]
    pub fn index_of(&self, uuid: &str) -> Option<usize> {
        let row = self.archive.row_of(uuid)?;
        index_of(row, &self.arranged())
    }

    /// The next or previous event of the list with the same name, type and source, and where the list shows it.
    #[must_use]
    pub fn neighbour_of(&self, uuid: &str, next: bool) -> Option<(String, usize)> {
        let row = self.archive.row_of(uuid)?;
        let state = self.arranged();
        let all = state.matches.rows();
        let from = index_of(row, &state)?;
        let kind = |row: Row| {
            let (block, place) = state.snapshot.block(row);
            let columns = &block.columns;
            (columns.names[place], columns.event_types[place], columns.sources[place])
        };
        let own = kind(row);
        let fits = |index: &usize| match state.list.at(*index, all) {
            Some(Place::Event(other)) => kind(other) == own,
            _ => false,
        };
        let found = if next {
            (from + 1..state.list.length(all.len())).find(fits)
        } else {
            (0..from).rev().find(fits)
        };
        match state.list.at(found?, all)? {
            Place::Event(other) => Some((uuid_of(other, &state.snapshot), found?)),
            Place::Launch(_) => None,
        }
    }

    /// The identifiers of the events between two places of the list, both among them; `most` of them from `from` on.
    #[must_use]
    pub fn events_between(&self, from: usize, to: usize, most: usize) -> Vec<String> {
        let state = self.arranged();
        let all = state.matches.rows();
        let last = to.max(from).min(state.list.length(all.len()).saturating_sub(1));
        let first = from.min(to);
        let event = |index| match state.list.at(index, all) {
            Some(Place::Event(row)) => Some(uuid_of(row, &state.snapshot)),
            _ => None,
        };
        if from <= to {
            (first..=last).filter_map(event).take(most).collect()
        } else {
            let mut events: Vec<String> = (first..=last).rev().filter_map(event).take(most).collect();
            events.reverse();
            events
        }
    }

    /// The whole events as JSON, with their annotations as they are at Adobe now, in the order of the list; those that it does not show come last. None when they are
    /// more than `most_bytes` together.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn texts_of(&self, uuids: &[String], most_bytes: usize) -> Result<Option<Vec<Arc<str>>>, ArchiveError> {
        let mut rows: Vec<Row> = uuids.iter().filter_map(|uuid| self.archive.row_of(uuid)).collect();
        let snapshot = {
            let state = self.arranged();
            rows.retain(|row| *row < state.snapshot.rows_end());
            rows.sort_by_cached_key(|row| {
                let index = index_of(*row, &state).unwrap_or(usize::MAX);
                (index, state.snapshot.timestamp(*row), *row)
            });
            rows.dedup();
            state.snapshot.clone()
        };
        let (mut texts, mut bytes) = (Vec::with_capacity(rows.len()), 0);
        for some in rows.chunks(256) {
            for (row, text) in some.iter().zip(snapshot.texts(some)) {
                let text = text?;
                let heard = snapshot.marks.kept(*row).heard;
                let present = heard.and_then(|heard| with_marks(&text, &heard));
                let text = present.map_or(text, Arc::from);
                bytes += text.len();
                texts.push(text);
            }
            if bytes > most_bytes {
                return Ok(None);
            }
        }
        Ok(Some(texts))
    }

    /// The state with its list laid out.
    fn arranged(&self) -> std::sync::MutexGuard<'_, State> {
        let mut guard = self.up_to_date();
        let arrangement = self.arrangement();
        let State {
            generation,
            matches,
            snapshot,
            list,
        } = &mut *guard;
        let found = Found {
            generation: *generation,
            changes: matches.changes(),
            rows: matches.rows(),
            snapshot,
            shows_client: &|client| matches.shows_client(client),
        };
        list.lay_out(&arrangement, &found, || clients(&self.archive));
        guard
    }

    /// Rows in words, with the time of the event before each.
    pub(super) fn shown(
        &self,
        window: &[Row],
        before: &[Option<i64>],
        snapshot: &Snapshot,
    ) -> Result<Vec<EventRow>, ArchiveError> {
        let headlines = self.archive.headlines(window, snapshot)?;
        let paths = self.arrangement().paths;
        let mut values = lock(&self.values).of_rows(window, &paths, snapshot)?.into_iter();
        let words = snapshot.dictionary.read();
        let row = |((row, headline), before): ((&Row, Arc<event::Headline>), &Option<i64>)| {
            let (block, place) = snapshot.block(*row);
            let columns = &block.columns;
            let word = |column: &WordColumn| words.text(column[place]).to_owned();
            EventRow {
                index: 0,
                uuid: columns.id(place).to_string(),
                timestamp: columns.timestamps.at(place),
                event_number: columns.event_numbers.at(place),
                vendor: word(&columns.vendors),
                kind: word(&columns.kinds),
                event_type: word(&columns.event_types),
                source: word(&columns.sources),
                client_id: columns.client(place).map(|client| words.text(client).to_owned()),
                label: word(&columns.names),
                title: headline.title.clone(),
                detail: headline.detail.clone(),
                is_error: headline.is_error,
                since_previous: before.map(|before| columns.timestamps.at(place).saturating_sub(before)),
                values: values.next().map(|values| values.to_vec()).unwrap_or_default(),
                marks: snapshot.marks.of(*row, columns.timestamps.at(place)),
            }
        };
        Ok(window.iter().zip(headlines).zip(before).map(row).collect())
    }
}

/// Launches as they stand, and an event for each place that is open.
fn rows_in_turn(rows: Vec<Option<Launch>>, mut event: impl FnMut() -> Option<ListRow>) -> Vec<ListRow> {
    rows.into_iter()
        .filter_map(|launch| launch.map(ListRow::Launch).or_else(&mut event))
        .collect()
}

fn launch(number: usize, state: &State) -> Launch {
    let launch = state.list.launches().launch(number);
    Launch {
        number: launch.number,
        client_id: state.snapshot.dictionary.read().text(launch.client).to_owned(),
        timestamp: state.snapshot.timestamp(launch.row),
    }
}

fn uuid_of(row: Row, snapshot: &Snapshot) -> String {
    let (block, place) = snapshot.block(row);
    block.columns.id(place).to_string()
}

/// Where a row is among the matching rows.
pub(super) fn position(row: Row, state: &State) -> Option<usize> {
    // A row that came after the last look is not among them.
    if row >= state.snapshot.rows_end() {
        return None;
    }
    let order = |other: &Row| state.snapshot.order_of(*other, row);
    state.matches.rows().binary_search_by(order).ok()
}

/// Where the list shows a row.
fn index_of(row: Row, state: &State) -> Option<usize> {
    let position = position(row, state)?;
    let events = state.matches.rows().len();
    Some(state.list.index_of(row, position, events, &state.snapshot))
}

/// When the matching event was that is before a position.
fn time_before(position: usize, state: &State) -> Option<i64> {
    let before = *state.matches.rows().get(position.checked_sub(1)?)?;
    Some(state.snapshot.timestamp(before))
}

fn before_each(state: &State, positions: std::ops::Range<usize>) -> Vec<Option<i64>> {
    positions.map(|position| time_before(position, state)).collect()
}

#[cfg(test)]
mod tests;
