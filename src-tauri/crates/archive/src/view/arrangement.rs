//! How a list is laid out, and where its rows are then.

mod groups;

use std::sync::Arc;

use super::launches::{Launches, Section};
use crate::block::Row;
use crate::clients::Client;
use crate::query::Path;
use crate::snapshot::Snapshot;
use groups::Groups;

/// How a list is laid out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Arrangement {
    /// What it is sorted by.
    pub sort: EventSort,
    /// Newest or last first; what is equal in a text stays in the order of the session.
    pub descending: bool,
    /// A row for each app launch between the events; only in a list sorted by time.
    pub launches: bool,
    /// Paths whose values the rows carry.
    pub paths: Vec<Path>,
}

/// What a list of events is sorted by. Texts are compared without regard to case.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum EventSort {
    /// The order of the session: timestamp, then eventNumber.
    #[default]
    Time,
    /// The name as Adobe computes it.
    Name,
    /// The SDK's event type; Adobe's `type` where there is none.
    Type,
    /// The SDK's event source.
    Source,
    /// Who made it.
    Vendor,
    /// The client's name.
    Client,
}

/// What is at one place of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Event(Row),
    /// A launch, by its number in [`Launches`].
    Launch(usize),
}

/// The matching rows as the list shows them. Kept up to date as rows come and go.
#[derive(Default)]
pub(super) struct List {
    arrangement: Arrangement,
    made_for: Option<MadeFor>,
    groups: Groups,
    launches: Launches,
    sections: Vec<Section>,
}

/// What the list was last laid out for: it is laid out again when that is another.
#[derive(Clone, Copy, PartialEq, Eq)]
struct MadeFor {
    generation: u64,
    changes: u64,
}

/// The rows that a list is made of.
pub(super) struct Found<'a> {
    /// Counts the filters.
    pub(super) generation: u64,
    /// Counts the changes of the rows.
    pub(super) changes: u64,
    /// In the order of the session.
    pub(super) rows: &'a [Row],
    pub(super) snapshot: &'a Snapshot,
    /// Whether a client's events are shown at all.
    pub(super) shows_client: &'a dyn Fn(u32) -> bool,
}

impl List {
    /// Lays the rows out. `clients` is asked for the clients' names when the list is sorted by them.
    pub(super) fn lay_out(
        &mut self,
        arrangement: &Arrangement,
        found: &Found<'_>,
        clients: impl FnOnce() -> Vec<Client>,
    ) {
        let now = MadeFor {
            generation: found.generation,
            changes: found.changes,
        };
        let is_same_order = self.arrangement.sort == arrangement.sort
            && self.arrangement.descending == arrangement.descending
            && self.arrangement.launches == arrangement.launches;
        self.arrangement = arrangement.clone();
        if is_same_order && self.made_for == Some(now) {
            return;
        }
        self.made_for = Some(now);
        self.sections.clear();
        if arrangement.sort == EventSort::Time {
            self.groups = Groups::default();
            if arrangement.launches {
                self.launches.look_at(found.snapshot);
                self.sections = self.launches.sections(found);
            }
            return;
        }
        let clients = match arrangement.sort {
            EventSort::Client => clients(),
            _ => Vec::new(),
        };
        self.groups
            .arrange(arrangement.sort, arrangement.descending, found, &clients);
    }

    /// How many rows the list has for so many events.
    pub(super) fn length(&self, events: usize) -> usize {
        events + self.sections.len()
    }

    /// What is at a place of the list.
    pub(super) fn at(&self, index: usize, rows: &[Row]) -> Option<Place> {
        let length = self.length(rows.len());
        if index >= length {
            return None;
        }
        if self.arrangement.sort != EventSort::Time {
            return self.groups.row(index).map(Place::Event);
        }
        let index = self.turned(index, length);
        // The list has as many launches above an event as begin at or before it.
        let above = section_above(&self.sections, index);
        if let Some(last) = above.checked_sub(1)
            && self.sections[last].before + last == index
        {
            return Some(Place::Launch(self.sections[last].launch));
        }
        rows.get(index - above).copied().map(Place::Event)
    }

    /// Where the list shows an event that is at `position` of the matching rows.
    pub(super) fn index_of(&self, row: Row, position: usize, events: usize, snapshot: &Snapshot) -> usize {
        if self.arrangement.sort != EventSort::Time {
            return self.groups.index_of(row, snapshot).unwrap_or(position);
        }
        let above = self.sections.partition_point(|section| section.before <= position);
        self.turned(position + above, self.length(events))
    }

    /// The launches of the session.
    /// All launches of the session, whether the list shows them or not.
    pub(super) fn launches_in(&mut self, snapshot: &Snapshot) -> &Launches {
        self.launches.look_at(snapshot);
        &self.launches
    }

    pub(super) fn launches(&self) -> &Launches {
        &self.launches
    }

    fn turned(&self, index: usize, length: usize) -> usize {
        if self.arrangement.descending {
            length - 1 - index
        } else {
            index
        }
    }
}

/// How many sections begin at a place of the list or above it.
fn section_above(sections: &[Section], index: usize) -> usize {
    let (mut low, mut high) = (0, sections.len());
    while low < high {
        let middle = usize::midpoint(low, high);
        if sections[middle].before + middle <= index {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

/// Whether words are numbered as they were.
pub(super) fn is_same_dictionary<T>(left: Option<&Arc<T>>, right: &Arc<T>) -> bool {
    left.is_some_and(|left| Arc::ptr_eq(left, right))
}
