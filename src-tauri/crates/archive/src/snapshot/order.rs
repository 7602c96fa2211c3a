//! Putting the rows of a session in order.

use std::cmp::Ordering;
use std::sync::Arc;

use super::Snapshot;
use crate::block::{Block, Row, places, row_at};
use crate::codec::ROWS_OF_BLOCK;

/// Blocks whose rows are sorted at once: as many as a core's own cache holds.
const BLOCKS_OF_RUN: usize = 64;

impl Snapshot {
    /// Every row to show in the order of the session, found anew.
    pub(crate) fn sorted(&self) -> Vec<Row> {
        self.sorted_blocks(&self.blocks)
    }

    /// Events come nearly in order, or with the newest first, so what is sorted piece by piece hardly overlaps.
    fn sorted_blocks(&self, blocks: &[Arc<Block>]) -> Vec<Row> {
        if blocks.len() <= BLOCKS_OF_RUN {
            return self.sorted_run(blocks);
        }
        let (left, right) = blocks.split_at(blocks.len() / 2);
        let (mut left, right) = rayon::join(|| self.sorted_blocks(left), || self.sorted_blocks(right));
        merge_sorted(&mut left, right, |left, right| self.order_of(left, right));
        left
    }

    fn sorted_run(&self, blocks: &[Arc<Block>]) -> Vec<Row> {
        // Timestamp and row in one number: nearly always that is all there is to compare.
        let mut keys: Vec<u128> = Vec::with_capacity(blocks.len() * ROWS_OF_BLOCK);
        for block in blocks {
            let timestamps = &block.columns.timestamps;
            keys.extend(places(self.visible(block)).map(|place| {
                let sortable = timestamps.at(place).cast_unsigned() ^ (1 << 63);
                u128::from(sortable) << 32 | u128::from(row_at(block.number, place))
            }));
        }
        keys.sort_unstable();
        let mut rows = Vec::with_capacity(keys.len());
        for same_time in keys.chunk_by(|left, right| left >> 32 == right >> 32) {
            let first = rows.len();
            rows.extend(same_time.iter().map(|key| *key as Row));
            if same_time.len() > 1 {
                rows[first..].sort_unstable_by(|left, right| self.order_of(*left, *right));
            }
        }
        rows
    }
}

/// Puts rows into a list that is in order already. Most of the time that is its end.
pub(crate) fn merge(into: &mut Vec<Row>, mut fresh: Vec<Row>, order: impl Fn(Row, Row) -> Ordering) {
    fresh.sort_unstable_by(|left, right| order(*left, *right));
    merge_sorted(into, fresh, order);
}

/// Puts two lists together that are in order.
fn merge_sorted(into: &mut Vec<Row>, mut fresh: Vec<Row>, order: impl Fn(Row, Row) -> Ordering) {
    let (Some(first), Some(last)) = (fresh.first(), fresh.last()) else {
        return;
    };
    if into.first().is_some_and(|row| order(*last, *row).is_lt()) {
        std::mem::swap(into, &mut fresh);
        into.extend(fresh);
        return;
    }
    let place = into.partition_point(|row| order(*row, *first).is_lt());
    let later = into.split_off(place);
    into.reserve(later.len() + fresh.len());
    let (mut later, mut fresh) = (later.into_iter().peekable(), fresh.into_iter().peekable());
    while let (Some(old), Some(new)) = (later.peek(), fresh.peek()) {
        let next = if order(*old, *new).is_lt() {
            later.next()
        } else {
            fresh.next()
        };
        into.extend(next);
    }
    into.extend(later);
    into.extend(fresh);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn two_lists_in_order_become_one(
            left in prop::collection::btree_set(0..2000_u32, 0..60),
            right in prop::collection::btree_set(0..2000_u32, 0..60),
        ) {
            let mut merged: Vec<Row> = left.iter().copied().collect();
            let only_right = right.iter().copied().filter(|row| !left.contains(row)).collect();
            merge(&mut merged, only_right, |left, right| left.cmp(&right));
            let expected: Vec<Row> = left.union(&right).copied().collect();
            prop_assert_eq!(merged, expected);
        }
    }
}
