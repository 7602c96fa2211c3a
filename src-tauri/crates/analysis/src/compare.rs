//! Two sessions side by side: their events aligned by kind and order, and what became of each.

mod reading;

use std::time::Duration;

use archive::query::Query;
use archive::{Archive, ArchiveError};

use crate::diff::{Change, Ignored, Step, aligned};
use reading::{Kinds, Side};

/// As many events of each side are compared.
pub const MOST_EVENTS: usize = 50_000;
/// How long the alignment may take; sessions that have little in common are aligned less well.
const PATIENCE: Duration = Duration::from_secs(5);

/// Two sessions side by side.
pub struct Comparison {
    left: Side,
    right: Side,
    pairs: Vec<Pair>,
}

/// An event of each side, by their places, or of one.
#[derive(Debug, Clone, Copy)]
struct Pair {
    left: Option<u32>,
    right: Option<u32>,
}

/// How many events are what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// The same on both sides.
    pub same: usize,
    /// On both sides, and different.
    pub different: usize,
    /// Missing on the right.
    pub missing: usize,
    /// Only on the right.
    pub new: usize,
}

/// One row of a comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared<'c> {
    /// What became of the event.
    pub change: Change,
    /// The event on the left, by its UUID.
    pub left: Option<&'c str>,
    /// The event on the right, by its UUID.
    pub right: Option<&'c str>,
}

impl Comparison {
    /// Compares the events that a query finds in two archives, but for those that are hidden. Blocks: it reads all of them.
    ///
    /// # Errors
    /// When an archive cannot be read, and [`ArchiveError::CalledOff`] when `is_called_off` says so.
    pub fn new(
        left: &Archive,
        right: &Archive,
        query: &Query,
        is_called_off: &(dyn Fn() -> bool + Sync),
    ) -> Result<Self, ArchiveError> {
        let mut kinds = Kinds::default();
        let left = Side::read(left, query, &mut kinds, is_called_off)?;
        let right = Side::read(right, query, &mut kinds, is_called_off)?;
        let place = |place: usize| u32::try_from(place).ok();
        let mut pairs = Vec::with_capacity(left.kinds.len().max(right.kinds.len()));
        for step in aligned(&left.kinds, &right.kinds, PATIENCE) {
            let (on_left, on_right) = match step {
                Step::Both(on_left, on_right) => (Some(on_left), Some(on_right)),
                // Events of two kinds are not one that changed.
                Step::Replaced(on_left, on_right) => {
                    pairs.push(Pair {
                        left: place(on_left),
                        right: None,
                    });
                    (None, Some(on_right))
                }
                Step::Removed(on_left) => (Some(on_left), None),
                Step::Added(on_right) => (None, Some(on_right)),
            };
            pairs.push(Pair {
                left: on_left.and_then(place),
                right: on_right.and_then(place),
            });
        }
        Ok(Self { left, right, pairs })
    }

    /// Whether one side has more events than are compared.
    #[must_use]
    pub fn is_cut(&self) -> bool {
        self.left.is_cut || self.right.is_cut
    }

    /// Events of both sides that were left out because they are hidden, or of a session that was cleared.
    #[must_use]
    pub fn hidden(&self) -> usize {
        self.left.hidden + self.right.hidden
    }

    /// How many events are what.
    #[must_use]
    pub fn tally(&self, ignored: Ignored) -> Tally {
        let mut tally = Tally::default();
        for pair in &self.pairs {
            *match self.change(*pair, ignored) {
                Change::Same => &mut tally.same,
                Change::Changed => &mut tally.different,
                Change::Removed => &mut tally.missing,
                Change::Added => &mut tally.new,
            } += 1;
        }
        tally
    }

    /// A window of the rows, all or only those that differ: `limit` of them from `offset` on.
    #[must_use]
    pub fn rows(&self, ignored: Ignored, only_differences: bool, offset: usize, limit: usize) -> Vec<Compared<'_>> {
        let row = |pair: &Pair| Compared {
            change: self.change(*pair, ignored),
            left: pair.left.map(|place| self.left.uuids[place as usize].as_str()),
            right: pair.right.map(|place| self.right.uuids[place as usize].as_str()),
        };
        let rows = self.pairs.iter().map(row);
        let wanted = rows.filter(|row| !only_differences || row.change != Change::Same);
        wanted.skip(offset).take(limit).collect()
    }

    fn change(&self, pair: Pair, ignored: Ignored) -> Change {
        match (pair.left, pair.right) {
            (Some(left), Some(right)) => {
                let which = usize::from(ignored == Ignored::IdentitiesAndTimes);
                let is_same = self.left.prints[left as usize][which] == self.right.prints[right as usize][which];
                if is_same { Change::Same } else { Change::Changed }
            }
            (Some(_), None) => Change::Removed,
            _ => Change::Added,
        }
    }
}

#[cfg(test)]
mod tests;
