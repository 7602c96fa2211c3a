//! The rows of an archive that match a filter, in order, kept up to date as events arrive.

mod facets;
mod matches;

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};

pub use facets::{FacetCount, Facets};

use crate::archive::Archive;
use crate::block::Row;
use crate::blocking::blocking;
use crate::error::ArchiveError;
use crate::query::Query;
use crate::snapshot::Snapshot;
use matches::{Extent, Matches};

/// Which events a view shows. An empty list does not restrict; what is in a list is compared without regard to case.
#[derive(Debug, Clone, PartialEq)]
pub struct EventFilter {
    /// A query.
    pub query: Query,
    /// Event types: the SDK's (`edge`, `hub`) or Adobe's `type` (`service`, `generic`).
    pub types: Vec<String>,
    /// Vendors.
    pub vendors: Vec<String>,
    /// Client identifiers.
    pub clients: Vec<String>,
}

impl Default for EventFilter {
    fn default() -> Self {
        Self {
            query: Query::everything(),
            types: Vec::new(),
            vendors: Vec::new(),
            clients: Vec::new(),
        }
    }
}

/// A window's way to an archive: one filter, the rows that match it, and windows of them.
///
/// It reads each event once per filter; later calls look only at what arrived since. A filter that replaces another
/// stops the other's search. The calls block while they search, so ask through [`View::ask`] from async code.
pub struct View {
    archive: Arc<Archive>,
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
    matches: Matches,
    /// What the matches were found in.
    snapshot: Snapshot,
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

impl View {
    /// A view of an archive through a filter. Nothing is read yet.
    #[must_use]
    pub fn new(archive: Arc<Archive>, filter: EventFilter) -> Self {
        let state = State {
            generation: 0,
            matches: Matches::new(&filter),
            snapshot: archive.snapshot(),
        };
        Self {
            archive,
            wanted: Mutex::new(Wanted { filter, frozen: None }),
            generation: AtomicU64::new(0),
            state: Mutex::new(state),
        }
    }

    /// The archive it shows.
    #[must_use]
    pub fn archive(&self) -> &Arc<Archive> {
        &self.archive
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
        let extent = Extent::of(&self.archive.snapshot());
        lock(&self.wanted).frozen.get_or_insert(extent);
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
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn rows(&self, offset: usize, limit: usize) -> Result<ViewPage, ArchiveError> {
        let revision = self.archive.revision();
        let (window, matched, total, snapshot) = {
            let state = self.up_to_date();
            let all = state.matches.rows();
            let start = offset.min(all.len());
            let end = start.saturating_add(limit).min(all.len());
            let total = state.matches.total();
            (all[start..end].to_vec(), all.len(), total, state.snapshot.clone())
        };
        Ok(ViewPage {
            rows: self.shown(&window, offset, &snapshot)?,
            matched,
            total,
            arrived_while_paused: self.arrived_while_paused(),
            revision,
        })
    }

    /// Where an event is among the matching rows, in any case of its uuid.
    #[must_use]
    pub fn position_of(&self, uuid: &str) -> Option<usize> {
        let row = self.archive.row_of(uuid)?;
        let state = self.up_to_date();
        // A row that came after the last look is not among them.
        if row >= state.snapshot.rows_end() {
            return None;
        }
        let order = |other: &Row| state.snapshot.order_of(*other, row);
        state.matches.rows().binary_search_by(order).ok()
    }

    /// For each field, its values and how many events have them among those that match the filter's other fields.
    #[must_use]
    pub fn facets(&self) -> Facets {
        let state = self.up_to_date();
        state.matches.facets(&state.snapshot)
    }

    fn arrived_while_paused(&self) -> usize {
        let frozen = lock(&self.wanted).frozen.clone();
        frozen.map_or(0, |frozen| self.archive.len().saturating_sub(frozen.shown))
    }

    fn shown(&self, window: &[Row], offset: usize, snapshot: &Snapshot) -> Result<Vec<EventRow>, ArchiveError> {
        let headlines = self.archive.headlines(window, snapshot)?;
        let words = snapshot.dictionary.read();
        let row = |(number, (row, headline)): (usize, (&Row, Arc<event::Headline>))| {
            let (block, place) = snapshot.block(*row);
            let columns = &block.columns;
            let word = |column: &[u32]| words.text(column[place]).to_owned();
            EventRow {
                index: offset + number,
                uuid: columns.ids[place].to_string(),
                timestamp: columns.timestamps[place],
                event_number: columns.event_numbers[place],
                vendor: word(&columns.vendors),
                kind: word(&columns.kinds),
                event_type: word(&columns.event_types),
                client_id: columns.client(place).map(|client| words.text(client).to_owned()),
                label: word(&columns.names),
                title: headline.title.clone(),
                detail: headline.detail.clone(),
                is_error: headline.is_error,
            }
        };
        Ok(window.iter().zip(headlines).enumerate().map(row).collect())
    }

    /// Reads what is new in the archive, or everything when the filter is new.
    fn up_to_date(&self) -> MutexGuard<'_, State> {
        let mut state = lock(&self.state);
        while !self.advance(&mut state) {}
        state
    }

    /// Whether it came to the end; when not, there is a newer filter and it has to begin again.
    fn advance(&self, state: &mut State) -> bool {
        let (filter, generation, frozen) = {
            let wanted = lock(&self.wanted);
            let generation = self.generation.load(Ordering::SeqCst);
            let filter = (state.generation != generation).then(|| wanted.filter.clone());
            (filter, generation, wanted.frozen.clone())
        };
        let snapshot = match frozen {
            Some(frozen) => frozen.snapshot,
            None => self.archive.snapshot(),
        };
        if let Some(filter) = filter {
            state.generation = generation;
            state.matches = Matches::new(&filter);
        }
        let is_old = || self.generation.load(Ordering::SeqCst) != generation;
        if !state.matches.advance(&snapshot, &is_old) {
            // What was found is no use to the new filter.
            return false;
        }
        state.snapshot = snapshot;
        true
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests;
