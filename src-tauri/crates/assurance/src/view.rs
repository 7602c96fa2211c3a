//! The rows of a log that match a filter, in order, kept up to date as events arrive.

mod facets;
mod matches;

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::Serialize;

pub use facets::{FacetCount, Facets};

use crate::blocking::blocking;
use crate::filter::{EventFilter, Matcher};
use crate::log::EventLog;
use matches::Matches;

/// A window's way to a log: one filter, the rows that match it, and windows of them.
///
/// It reads each event once per filter; later calls look only at what arrived since. A filter that replaces another
/// stops the other's search. The calls block while they search, so ask through [`View::ask`] from async code.
pub struct View {
    log: Arc<EventLog>,
    wanted: Mutex<Wanted>,
    /// Counts the filters, so that a running search notices a new one.
    generation: AtomicU64,
    state: Mutex<State>,
}

#[derive(Default)]
struct Wanted {
    filter: EventFilter,
    frozen: Option<Extent>,
}

struct State {
    generation: u64,
    matcher: Matcher,
    matches: Matches,
}

/// How much of a log there was at one moment.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Extent {
    pub(crate) rows: u32,
    pub(crate) hidden: usize,
}

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
    /// How many events arrived since the view was paused; 0 when it is not.
    pub arrived_while_paused: usize,
    /// The log's revision that the rows are at least as new as.
    pub revision: u64,
}

/// One row of the list of events.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
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
}

/// Rows that a search reads between two looks at whether it is still wanted.
const ROWS_AT_ONCE: u32 = 2048;

impl View {
    /// A view of a log through a filter. Nothing is read yet.
    #[must_use]
    pub fn new(log: Arc<EventLog>, filter: EventFilter) -> Self {
        let state = State {
            generation: 0,
            matcher: Matcher::new(&filter),
            matches: Matches::default(),
        };
        Self {
            log,
            wanted: Mutex::new(Wanted { filter, frozen: None }),
            generation: AtomicU64::new(0),
            state: Mutex::new(state),
        }
    }

    /// The log it shows.
    #[must_use]
    pub fn log(&self) -> &Arc<EventLog> {
        &self.log
    }

    /// The filter in use.
    #[must_use]
    pub fn filter(&self) -> EventFilter {
        lock(&self.wanted).filter.clone()
    }

    /// Replaces the filter and returns at once; a search that runs for the old one goes on with this one.
    pub fn set_filter(&self, filter: EventFilter) {
        let mut wanted = lock(&self.wanted);
        if wanted.filter != filter {
            wanted.filter = filter;
            self.generation.fetch_add(1, Ordering::SeqCst);
        }
    }

    /// Keeps the rows as they are; what arrives is counted and not shown. The filter can still be changed.
    pub fn pause(&self) {
        let mut wanted = lock(&self.wanted);
        if wanted.frozen.is_none() {
            wanted.frozen = Some(self.extent_of_log());
        }
    }

    /// Shows what arrived while it was paused.
    pub fn resume(&self) {
        lock(&self.wanted).frozen = None;
    }

    /// Whether it is paused.
    #[must_use]
    pub fn is_paused(&self) -> bool {
        lock(&self.wanted).frozen.is_some()
    }

    /// Asks the view on a thread that may block, so that async code can go on.
    pub async fn ask<T: Send + 'static>(self: &Arc<Self>, question: impl FnOnce(&Self) -> T + Send + 'static) -> T {
        let view = Arc::clone(self);
        blocking(move || question(&view)).await
    }

    /// A window of the rows: `limit` of them from `offset` on.
    #[must_use]
    pub fn rows(&self, offset: usize, limit: usize) -> ViewPage {
        let revision = self.log.revision();
        let (window, matched, total) = {
            let state = self.up_to_date();
            let all = &state.matches.rows;
            let start = offset.min(all.len());
            let end = start.saturating_add(limit).min(all.len());
            (all[start..end].to_vec(), all.len(), state.matches.total)
        };
        let rows = window
            .into_iter()
            .enumerate()
            .map(|(place, row)| self.row(row, offset + place))
            .collect();
        ViewPage {
            rows,
            matched,
            total,
            arrived_while_paused: self.arrived_while_paused(),
            revision,
        }
    }

    /// Where an event is among the matching rows, in any case of its uuid.
    #[must_use]
    pub fn position_of(&self, uuid: &str) -> Option<usize> {
        let row = self.log.row_of(uuid)?;
        let state = self.up_to_date();
        state.matches.position(&self.log.read(), row)
    }

    /// For each field, its values and how many events have them among those that match the filter's other fields.
    #[must_use]
    pub fn facets(&self) -> Facets {
        let state = self.up_to_date();
        state.matches.facets(&self.log.read(), &state.matcher)
    }

    fn arrived_while_paused(&self) -> usize {
        let frozen = lock(&self.wanted).frozen;
        let shown = |extent: Extent| extent.rows as usize - extent.hidden;
        frozen.map_or(0, |frozen| shown(self.extent_of_log()).saturating_sub(shown(frozen)))
    }

    fn extent_of_log(&self) -> Extent {
        let log = self.log.read();
        Extent {
            rows: log.row_count(),
            hidden: log.hidden.len(),
        }
    }

    fn row(&self, row: u32, index: usize) -> EventRow {
        let headline = self.log.headline(row);
        let log = self.log.read();
        let row = &log.rows[row as usize];
        EventRow {
            index,
            uuid: row.id.to_string(),
            timestamp: row.timestamp,
            event_number: row.event_number,
            vendor: log.vendors.text(row.vendor).to_owned(),
            kind: log.kinds.text(row.kind).to_owned(),
            event_type: log.event_types.text(row.event_type).to_owned(),
            client_id: row.client.map(|client| log.clients.text(client).to_owned()),
            label: log.labels.text(row.label).to_owned(),
            title: headline.title.clone(),
            detail: headline.detail.clone(),
            is_error: headline.is_error,
        }
    }

    /// Reads what is new in the log, or everything when the filter is new.
    fn up_to_date(&self) -> MutexGuard<'_, State> {
        let mut state = lock(&self.state);
        while !self.advance(&mut state) {}
        state
    }

    /// Whether it came to the end; when not, there is a newer filter and it has to begin again.
    fn advance(&self, state: &mut State) -> bool {
        let (filter, generation, target) = {
            let wanted = lock(&self.wanted);
            let generation = self.generation.load(Ordering::SeqCst);
            let filter = (state.generation != generation).then(|| wanted.filter.clone());
            (
                filter,
                generation,
                wanted.frozen.unwrap_or_else(|| self.extent_of_log()),
            )
        };
        if let Some(filter) = filter {
            *state = State {
                generation,
                matcher: Matcher::new(&filter),
                matches: Matches::default(),
            };
        }
        let mut fresh = Vec::new();
        while state.matches.seen.rows < target.rows {
            let to = target.rows.min(state.matches.seen.rows.saturating_add(ROWS_AT_ONCE));
            let log = self.log.read();
            state.matcher.learn(&log);
            state.matches.read(&log, &state.matcher, to, &mut fresh);
            drop(log);
            if self.generation.load(Ordering::SeqCst) != generation {
                // What was read is no use to the new filter.
                return false;
            }
        }
        let log = self.log.read();
        state.matches.merge(&log, fresh);
        state.matches.hide(&log, &state.matcher, target.hidden);
        true
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests;
