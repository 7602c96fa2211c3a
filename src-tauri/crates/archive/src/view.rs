//! The rows of an archive that match a filter, in order, kept up to date as events arrive.

mod arrangement;
mod chosen;
mod errors;
mod facets;
mod launches;
mod matches;
mod picked;
mod rows;
mod suggestions;
mod timeline;

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

pub use arrangement::{Arrangement, EventSort};
pub use facets::{FacetCount, Facets};
pub use rows::{EventRow, Launch, ListPage, ListRow, ViewPage};
pub use timeline::{Density, Lane, LaneOf, Stretch};

use crate::archive::Archive;
use crate::query::Query;
use crate::selection::Scope;
use crate::snapshot::Snapshot;
use arrangement::List;
use blocking_work::blocking;
use errors::Errors;
use matches::{Extent, Matches};
use rows::Values;
use suggestions::Sample;

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
    /// Event sources of the SDK, without their prefix; the empty text stands for events without one.
    pub sources: Vec<String>,
    /// Names.
    pub names: Vec<String>,
    /// Only events that tell of an error.
    pub errors: bool,
}

impl Default for EventFilter {
    fn default() -> Self {
        Self {
            query: Query::everything(),
            types: Vec::new(),
            vendors: Vec::new(),
            clients: Vec::new(),
            sources: Vec::new(),
            names: Vec::new(),
            errors: false,
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
    /// Apart from the state: finding them keeps nobody waiting who asks for rows.
    errors: Mutex<Errors>,
    values: Mutex<Values>,
    sample: Mutex<Sample>,
}

#[derive(Default)]
struct Wanted {
    filter: EventFilter,
    arrangement: Arrangement,
    frozen: Option<Extent>,
    shows_hidden: bool,
}

struct State {
    generation: u64,
    matches: Matches,
    /// What the matches were found in.
    snapshot: Snapshot,
    /// The matches as they are laid out, as far as somebody asked for that.
    list: List,
}

impl View {
    /// A view of an archive through a filter. Nothing is read yet.
    #[must_use]
    pub fn new(archive: Arc<Archive>, filter: EventFilter) -> Self {
        let state = State {
            generation: 0,
            matches: Matches::new(&filter),
            snapshot: archive.snapshot(),
            list: List::default(),
        };
        Self {
            archive,
            wanted: Mutex::new(Wanted {
                filter,
                ..Wanted::default()
            }),
            generation: AtomicU64::new(0),
            state: Mutex::new(state),
            errors: Mutex::default(),
            values: Mutex::default(),
            sample: Mutex::default(),
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

    /// Shows hidden events and those of a cleared session too, or leaves them out again.
    pub fn show_hidden(&self, is_shown: bool) {
        lock(&self.wanted).shows_hidden = is_shown;
    }

    /// Whether hidden events are shown.
    #[must_use]
    pub fn shows_hidden(&self) -> bool {
        lock(&self.wanted).shows_hidden
    }

    /// Which events the list may show, whatever its filter says.
    #[must_use]
    pub fn scope(&self) -> Scope {
        let wanted = lock(&self.wanted);
        Scope {
            frozen: wanted.frozen.as_ref().map(|frozen| frozen.snapshot.clone()),
            with_hidden: wanted.shows_hidden,
        }
    }

    /// Asks the view on a thread that may block, so that async code can go on.
    pub async fn ask<T: Send + 'static>(self: &Arc<Self>, question: impl FnOnce(&Self) -> T + Send + 'static) -> T {
        let view = Arc::clone(self);
        blocking(move || question(&view)).await
    }

    /// Where an event is among the matching rows, in any case of its uuid.
    #[must_use]
    pub fn position_of(&self, uuid: &str) -> Option<usize> {
        let row = self.archive.row_of(uuid)?;
        rows::position(row, &self.up_to_date())
    }

    /// For each field, its values and how many events have them among those that match the filter's other fields.
    #[must_use]
    pub fn facets(&self) -> Facets {
        // What takes long the first time is done before the list is kept waiting.
        self.error_masks();
        let state = self.up_to_date();
        let errors = lock(&self.errors).up_to(&state.snapshot, &|| false);
        state.matches.facets(&state.snapshot, &errors.unwrap_or_default())
    }

    fn arrived_while_paused(&self) -> usize {
        let frozen = lock(&self.wanted).frozen.clone();
        frozen.map_or(0, |frozen| self.archive.len().saturating_sub(frozen.shown))
    }

    /// Reads what is new in the archive, or everything when the filter is new.
    fn up_to_date(&self) -> MutexGuard<'_, State> {
        let mut state = lock(&self.state);
        while !self.advance(&mut state) {}
        state
    }

    /// Whether it came to the end; when not, there is a newer filter and it has to begin again.
    fn advance(&self, state: &mut State) -> bool {
        let (filter, generation, frozen, shows_hidden) = {
            let wanted = lock(&self.wanted);
            let generation = self.generation.load(Ordering::SeqCst);
            let filter = (state.generation != generation).then(|| wanted.filter.clone());
            (filter, generation, wanted.frozen.clone(), wanted.shows_hidden)
        };
        let snapshot = match frozen {
            // What arrives is not shown meanwhile, and what is marked is.
            Some(frozen) => Snapshot {
                marks: self.archive.snapshot().marks,
                ..frozen.snapshot
            },
            None => self.archive.snapshot(),
        };
        if let Some(filter) = filter {
            state.generation = generation;
            state.matches = Matches::new(&filter);
        }
        state.matches.show_hidden(shows_hidden);
        let is_old = || self.generation.load(Ordering::SeqCst) != generation;
        if !state.matches.advance(&snapshot, &self.errors, &is_old) {
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
