//! The app launches of a session.
//!
//! The SDK numbers a client's events from 1 on with every launch of the app; events made by a server have the number 0. So
//! a launch begins where a client's numbers begin again.

use std::sync::Arc;

use hashbrown::HashMap;

use super::arrangement::{Found, is_same_dictionary};
use crate::block::Row;
use crate::codec::Dictionary;
use crate::columns::NO_CLIENT;
use crate::snapshot::Snapshot;

/// Events of one launch are made by several threads, so that their numbers may be out of turn by a few. Numbers that fall
/// further than this have begun again, even where the event with the number 1 was lost.
const OUT_OF_TURN: i64 = 16;
/// Where to go on when events come in between: after so many events the counters are noted.
const NOTE_EVERY: usize = 4_096;

/// All launches of a session, found once and kept up to date.
#[derive(Default)]
pub(super) struct Launches {
    dictionary: Option<Arc<Dictionary>>,
    /// The session's events that were looked at.
    order: Arc<Vec<Row>>,
    found: Vec<FoundLaunch>,
    counters: HashMap<u32, Counter>,
    notes: Vec<Note>,
}

/// The beginning of a launch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct FoundLaunch {
    /// Where its first event is in the order of the session.
    at: usize,
    /// Its first event.
    pub(super) row: Row,
    /// The word that is the client's identifier.
    pub(super) client: u32,
    /// The client's first launch is 1.
    pub(super) number: usize,
}

/// A launch between the rows of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Section {
    /// It stands before this one of the matching rows.
    pub(super) before: usize,
    /// Its number in [`Launches`].
    pub(super) launch: usize,
}

/// What is known of one client at one event.
#[derive(Debug, Clone, Copy, Default)]
struct Counter {
    launches: usize,
    /// The highest number of this launch.
    highest: i64,
    /// Whether this launch's number 1 was seen.
    has_first: bool,
}

struct Note {
    at: usize,
    found: usize,
    counters: HashMap<u32, Counter>,
}

impl Counter {
    /// Whether the next number begins a launch.
    fn begins(&self, number: i64, is_connect: bool) -> bool {
        match number {
            _ if self.launches == 0 => true,
            1 => self.has_first || self.highest > OUT_OF_TURN,
            _ => (is_connect && number <= self.highest) || number + OUT_OF_TURN <= self.highest,
        }
    }
}

impl Launches {
    /// Finds the launches of events that are new.
    pub(super) fn look_at(&mut self, snapshot: &Snapshot) {
        if !is_same_dictionary(self.dictionary.as_ref(), &snapshot.dictionary) {
            *self = Self {
                dictionary: Some(Arc::clone(&snapshot.dictionary)),
                ..Self::default()
            };
        }
        if Arc::ptr_eq(&self.order, &snapshot.order) {
            return;
        }
        let same = equal_rows(&self.order, &snapshot.order);
        let mut at = self.order.len();
        if same < at {
            at = self.go_back_to(same);
        }
        self.order = Arc::clone(&snapshot.order);
        self.look_from(at, snapshot);
    }

    /// All launches, in the order of the session.
    pub(super) fn found(&self) -> impl Iterator<Item = &FoundLaunch> {
        self.found.iter()
    }

    /// A launch by its number.
    pub(super) fn launch(&self, number: usize) -> FoundLaunch {
        self.found[number]
    }

    /// The launches that begin between the rows of a list. Each stands before the first row at or after its beginning;
    /// of several launches of a client with no row between, only the last is told.
    pub(super) fn sections(&self, found: &Found<'_>) -> Vec<Section> {
        let rows = found.rows;
        let has_all = rows.len() == self.order.len();
        let mut sections: Vec<Section> = Vec::new();
        let mut from = 0;
        for (number, launch) in self.found.iter().enumerate() {
            if !(found.shows_client)(launch.client) {
                continue;
            }
            let before = if has_all {
                launch.at
            } else {
                from + first_at_or_after(&rows[from..], launch.row, found.snapshot)
            };
            if before >= rows.len() {
                break;
            }
            from = before;
            let own = |section: &Section| self.found[section.launch].client == launch.client;
            let here = sections.partition_point(|section| section.before < before);
            if let Some(earlier) = sections[here..].iter().position(own) {
                sections.remove(here + earlier);
            }
            sections.push(Section { before, launch: number });
        }
        sections
    }

    /// Forgets what was found from a place on. Returns where to go on.
    fn go_back_to(&mut self, at: usize) -> usize {
        while self.notes.last().is_some_and(|note| note.at > at) {
            self.notes.pop();
        }
        let Some(note) = self.notes.last() else {
            self.found.clear();
            self.counters.clear();
            return 0;
        };
        self.found.truncate(note.found);
        self.counters.clone_from(&note.counters);
        note.at
    }

    fn look_from(&mut self, from: usize, snapshot: &Snapshot) {
        let connect = snapshot.dictionary.read().known_string("client");
        let mut noted = self.notes.last().map_or(0, |note| note.at);
        let order = Arc::clone(&self.order);
        for (at, row) in order.iter().enumerate().skip(from) {
            // Rarer where there are many clients, so that the notes stay small.
            if at - noted >= NOTE_EVERY.max(self.counters.len() * 8) {
                noted = at;
                self.notes.push(Note {
                    at,
                    found: self.found.len(),
                    counters: self.counters.clone(),
                });
            }
            let (block, place) = snapshot.block(*row);
            let (client, number) = (block.columns.clients[place], block.columns.event_numbers.at(place));
            if client == NO_CLIENT || number <= 0 {
                continue;
            }
            let counter = self.counters.entry(client).or_default();
            if counter.begins(number, connect == Some(block.columns.kinds[place])) {
                *counter = Counter {
                    launches: counter.launches + 1,
                    ..Counter::default()
                };
                self.found.push(FoundLaunch {
                    at,
                    row: *row,
                    client,
                    number: counter.launches,
                });
            }
            counter.highest = counter.highest.max(number);
            counter.has_first |= number == 1;
        }
    }
}

/// How many rows two lists begin with that are the same.
fn equal_rows(left: &[Row], right: &[Row]) -> usize {
    if right.starts_with(left) {
        return left.len();
    }
    left.iter().zip(right).take_while(|(left, right)| left == right).count()
}

/// Where the first row is that is not before another in the session. It is looked for from the beginning in steps that
/// grow, for it is near most of the time.
fn first_at_or_after(rows: &[Row], row: Row, snapshot: &Snapshot) -> usize {
    let is_before = |other: &Row| snapshot.order_of(*other, row).is_lt();
    let (mut low, mut step) = (0, 1);
    while rows.get(low + step - 1).is_some_and(is_before) {
        low += step;
        step *= 2;
    }
    let end = rows.len().min(low + step);
    low + rows[low..end].partition_point(is_before)
}

#[cfg(test)]
mod tests;
