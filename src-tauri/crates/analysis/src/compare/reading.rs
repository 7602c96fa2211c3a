//! Reading one side of a comparison.

use archive::query::Query;
use archive::{Archive, ArchiveError, Finding, Scope, SelectedEvent};
use event::{Event, PayloadTree};
use hashbrown::HashMap;
use rayon::prelude::*;

use super::MOST_EVENTS;
use crate::alike::{EventKind, state_owner};
use crate::diff::Content;

/// Events that are read at once: between them it can be called off.
const BATCH: usize = 1_024;

/// The kinds of events met so far, on either side.
#[derive(Default)]
pub(super) struct Kinds(HashMap<EventKind, u32>);

impl Kinds {
    fn number(&mut self, kind: EventKind) -> u32 {
        let next = self.0.len() as u32;
        *self.0.entry(kind).or_insert(next)
    }
}

/// One side, a list for each value.
#[derive(Default)]
pub(super) struct Side {
    pub(super) uuids: Vec<String>,
    pub(super) kinds: Vec<u32>,
    /// With and without identities and times.
    pub(super) prints: Vec<[u64; 2]>,
    /// Whether there are more events than were read.
    pub(super) is_cut: bool,
    /// Events that the query finds too, and that do not count because they are hidden.
    pub(super) hidden: usize,
}

impl Side {
    pub(super) fn read(
        archive: &Archive,
        query: &Query,
        kinds: &mut Kinds,
        is_called_off: &(dyn Fn() -> bool + Sync),
    ) -> Result<Self, ArchiveError> {
        let found = Finding::new(query.clone()).fresh(archive, &Scope::default(), is_called_off)?;
        let mut side = Self {
            is_cut: found.found > MOST_EVENTS,
            hidden: found.hidden,
            ..Self::default()
        };
        let mut selection = found.selection.first(MOST_EVENTS);
        loop {
            if is_called_off() {
                return Err(ArchiveError::CalledOff);
            }
            let events = selection.next_events(BATCH)?;
            if events.is_empty() {
                return Ok(side);
            }
            let read: Vec<(EventKind, [u64; 2])> = events.par_iter().map(looked_at).collect();
            for (event, (kind, prints)) in events.into_iter().zip(read) {
                side.uuids.push(event.uuid);
                side.kinds.push(kinds.number(kind));
                side.prints.push(prints);
            }
        }
    }
}

fn looked_at(selected: &SelectedEvent) -> (EventKind, [u64; 2]) {
    let event = Event::from_json(&selected.text).ok();
    let tree = event.as_ref().map(PayloadTree::new);
    let owner = tree
        .as_ref()
        .map(|tree| state_owner(&selected.event_type, tree))
        .unwrap_or_default();
    let prints = tree.as_ref().map(Content::prints_of).unwrap_or_default();
    (EventKind::of(selected, owner), prints)
}
