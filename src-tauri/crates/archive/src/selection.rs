//! Reading many events after one another: for exports, and for what is made of all of them.

mod around;
mod excerpt;
mod finding;
mod scope;

use std::sync::Arc;

use event::EventId;
use rayon::prelude::*;

use crate::archive::Archive;
use crate::block::{Row, place_of};
use crate::columns::WordColumn;
use crate::error::ArchiveError;
use crate::evaluate::Plan;
use crate::query::Query;
use crate::snapshot::Snapshot;

pub use excerpt::Excerpt;
pub use finding::{Finding, Fresh};
pub use scope::Scope;

/// What is selected of large events that came in parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Selected {
    /// The whole event, as it is shown.
    AsShown,
    /// The parts, as Adobe sent them.
    AsSent,
}

/// The events that a query asks for, as the archive had them when it was asked.
pub struct Selection {
    snapshot: Snapshot,
    rows: Vec<Row>,
    at: usize,
    /// What is read of the texts; all of it without one.
    excerpt: Option<Excerpt>,
}

/// One event of a [`Selection`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SelectedEvent {
    /// The whole event as compact JSON, or at least what [`Selection::excerpt`] asks for of it.
    pub text: Arc<str>,
    /// Its identifier.
    pub id: EventId,
    /// The same as text, lower-case.
    pub uuid: String,
    /// Milliseconds since 1970.
    pub timestamp: i64,
    /// The device's counter; 0 for events made by a server.
    pub event_number: i64,
    /// The client it belongs to, lower-case.
    pub client: Option<String>,
    /// Who made it.
    pub vendor: String,
    /// Adobe's `type`.
    pub kind: String,
    /// The SDK's event type, for example `edge`; Adobe's `type` where there is none.
    pub event_type: String,
    /// The SDK's event source, for example `requestcontent`; empty where there is none.
    pub source: String,
    /// The name as Adobe computes it.
    pub name: String,
}

impl Archive {
    /// The events that a query asks for, in the order of the session.
    ///
    /// # Errors
    /// None so far; what cannot be read is met while it is read.
    pub fn select(&self, query: &Query, what: Selected) -> Result<Selection, ArchiveError> {
        self.select_in(&Scope::everything(), query, what)
    }

    /// The events that a query asks for, of those that count, in the order of the session.
    ///
    /// # Errors
    /// As [`Archive::select`].
    pub fn select_in(&self, scope: &Scope, query: &Query, what: Selected) -> Result<Selection, ArchiveError> {
        self.select_from(0, scope, query, what)
    }

    /// The events that a query asks for and that were added since a [`Selection::mark`], in the order of the session. A
    /// large event is new when the last of its parts is.
    ///
    /// # Errors
    /// As [`Archive::select`].
    pub fn select_since(&self, mark: u32, query: &Query, what: Selected) -> Result<Selection, ArchiveError> {
        self.select_from(mark, &Scope::everything(), query, what)
    }

    fn select_from(&self, mark: u32, scope: &Scope, query: &Query, what: Selected) -> Result<Selection, ArchiveError> {
        let mut plan = Plan::new(query);
        if plan.asks_for_marks() {
            self.find_marks(&|| false)?;
        }
        let snapshot = scope.snapshot(self);
        let leaves_out = !scope.with_hidden && snapshot.marks.leaves_out();
        let mut rows = match mark == 0 && plan.is_everything() && !leaves_out {
            true => Vec::clone(&snapshot.order),
            false => {
                let (first, _) = place_of(mark);
                let mut masks = plan.masks(&snapshot, first, &|| false).ok_or(ArchiveError::CalledOff)?;
                for (block, mask) in snapshot.blocks.iter().skip(first).zip(&mut masks) {
                    *mask &= !scope.left_out(block, &snapshot);
                }
                let fits = |row: &Row| {
                    let (block, place) = place_of(*row);
                    *row >= mark && masks[block - first] >> place & 1 == 1
                };
                snapshot.order.iter().copied().filter(fits).collect()
            }
        };
        if what == Selected::AsSent && !snapshot.replaced.rows.is_empty() {
            rows = in_parts(&snapshot, rows);
        }
        Ok(Selection::new(snapshot, rows))
    }

    /// What the archive holds now, with Adobe's marks where a plan asks for marks.
    fn snapshot_for(&self, plan: &Plan, is_called_off: &(dyn Fn() -> bool + Sync)) -> Result<Snapshot, ArchiveError> {
        if plan.asks_for_marks() {
            self.find_marks(is_called_off)?;
        }
        Ok(self.snapshot())
    }

    /// How many events a query asks for.
    ///
    /// # Errors
    /// [`ArchiveError::CalledOff`] when `is_called_off` says so.
    pub fn count(&self, query: &Query, is_called_off: &(dyn Fn() -> bool + Sync)) -> Result<usize, ArchiveError> {
        let mut plan = Plan::new(query);
        let snapshot = self.snapshot_for(&plan, is_called_off)?;
        if plan.is_everything() {
            return Ok(snapshot.order.len());
        }
        let masks = plan.masks(&snapshot, 0, is_called_off).ok_or(ArchiveError::CalledOff)?;
        let shown =
            |(mask, block): (&u128, &Arc<crate::block::Block>)| (mask & snapshot.visible(block)).count_ones() as usize;
        Ok(masks.iter().zip(snapshot.blocks.iter()).map(shown).sum())
    }
}

/// Puts its parts in the place of each whole event.
fn in_parts(snapshot: &Snapshot, rows: Vec<Row>) -> Vec<Row> {
    let mut parts: hashbrown::HashMap<Row, Vec<Row>> = hashbrown::HashMap::new();
    for part in &snapshot.replaced.rows {
        if let Some(whole) = snapshot.replaced.whole.get(part) {
            parts.entry(*whole).or_default().push(*part);
        }
    }
    rows.into_iter()
        .flat_map(|row| parts.remove(&row).unwrap_or_else(|| vec![row]))
        .collect()
}

impl Selection {
    fn new(snapshot: Snapshot, rows: Vec<Row>) -> Self {
        Self {
            snapshot,
            rows,
            at: 0,
            excerpt: None,
        }
    }

    /// How many events there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Where the archive ended when it was asked, for [`Archive::select_since`].
    #[must_use]
    pub fn mark(&self) -> u32 {
        self.snapshot.rows_end()
    }

    /// How many of them were read already.
    #[must_use]
    pub fn read(&self) -> usize {
        self.at
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The same events in the order in which they came: that of the file they were imported from.
    #[must_use]
    pub fn as_it_came(mut self) -> Self {
        self.rows.sort_unstable();
        self
    }

    /// The same events with the newest first.
    #[must_use]
    pub fn newest_first(mut self) -> Self {
        self.rows.reverse();
        self
    }

    /// Only the first so many of them.
    #[must_use]
    pub fn first(mut self, count: usize) -> Self {
        self.rows.truncate(count);
        self
    }

    /// The next events, at most so many; none at the end.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn next_events(&mut self, at_most: usize) -> Result<Vec<SelectedEvent>, ArchiveError> {
        let end = self.at.saturating_add(at_most).min(self.rows.len());
        let rows = &self.rows[self.at..end];
        self.at = end;
        let words = self.snapshot.dictionary.read();
        let texts = match &self.excerpt {
            Some(excerpt) => self.snapshot.excerpts(rows, &excerpt.wanted(words)),
            None => self.snapshot.texts(rows),
        };
        rows.par_iter()
            .zip(texts)
            .map(|(row, text)| {
                let (block, place) = self.snapshot.block(*row);
                let columns = &block.columns;
                let word = |column: &WordColumn| words.text(column[place]).to_owned();
                let id = columns.id(place);
                Ok(SelectedEvent {
                    text: text?,
                    uuid: id.to_string(),
                    id,
                    timestamp: columns.timestamps.at(place),
                    event_number: columns.event_numbers.at(place),
                    client: columns.client(place).map(|client| words.text(client).to_owned()),
                    vendor: word(&columns.vendors),
                    kind: word(&columns.kinds),
                    event_type: word(&columns.event_types),
                    source: word(&columns.sources),
                    name: word(&columns.names),
                })
            })
            .collect()
    }
}
