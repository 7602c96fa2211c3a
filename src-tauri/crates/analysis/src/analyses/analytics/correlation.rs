//! Which events tell of one hit: they name the tracking call, the hit, or both, in whatever order they arrive.

use event::EventId;
use hashbrown::HashMap;

use super::hit::Hit;
use super::step::Step;
use crate::in_order::Placed;
use crate::told::Words;

/// All hits so far.
#[derive(Default)]
pub(super) struct Correlation {
    by_key: HashMap<EventId, usize>,
    /// Those that have become part of another are left behind empty.
    all: Vec<Hit>,
}

impl Correlation {
    pub(super) fn add(&mut self, found: Placed<Step>, words: &mut Words) {
        let mut known: Vec<usize> = found
            .what
            .keys
            .iter()
            .filter_map(|key| self.by_key.get(key).copied())
            .collect();
        known.sort_unstable();
        known.dedup();
        let mut known = known.into_iter();
        let mut place = known.next().unwrap_or(self.all.len());
        if place == self.all.len() {
            self.all.push(Hit::default());
        }
        for other in known {
            place = self.join(place, other);
        }
        for key in &found.what.keys {
            if self.by_key.insert(key.clone(), place).is_none() {
                self.all[place].keys.push(key.clone());
            }
        }
        self.all[place].add(found, words);
    }

    /// Makes one of two; the smaller moves.
    fn join(&mut self, left: usize, right: usize) -> usize {
        let (from, to) = match self.all[left].len() < self.all[right].len() {
            true => (left, right),
            false => (right, left),
        };
        let moved = std::mem::take(&mut self.all[from]);
        for key in &moved.keys {
            self.by_key.insert(key.clone(), to);
        }
        self.all[to].join(moved);
        to
    }

    /// The hits, and the calls that no hit has come of yet.
    pub(super) fn hits(&self) -> impl Iterator<Item = &Hit> {
        self.all.iter().filter(|hit| hit.len() > 0)
    }
}
