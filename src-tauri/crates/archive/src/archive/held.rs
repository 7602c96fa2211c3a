//! What an archive holds in memory.

use std::sync::atomic::Ordering;

use super::{Archive, lock};
use crate::block::Row;

/// Blocks that become full before content that nobody asked for meanwhile leaves memory: at 10,000 events a minute about
/// as many as a minute brings. An archive to which nothing is added keeps what it has read.
const BLOCKS_OF_A_WHILE: usize = 64;

/// What [`Archive::held`] tells, in bytes. What is known of single rows for a few screens is not counted, nor are the
/// words and shapes that events share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// The heads of all events, and the newest events as text.
    pub heads: usize,
    /// The order of the events, and the rows of their identifiers.
    pub places: usize,
    /// Packed content that was read and is kept for the next time.
    pub content: usize,
}

impl Archive {
    /// How much memory the events take. Looks at each block.
    #[must_use]
    pub fn held(&self) -> Held {
        let snapshot = self.snapshot();
        Held {
            heads: snapshot.blocks.iter().map(|block| block.held()).sum(),
            places: snapshot.order.capacity() * size_of::<Row>() + lock(&self.ids).held(),
            content: self.store.held(),
        }
    }

    /// Lets go of content that nobody has asked for in a while. What is followed is looked at as it arrives, and hardly
    /// ever again.
    pub(super) fn let_go(&self) {
        let snapshot = self.snapshot();
        let (blocks, before) = (snapshot.blocks.len(), self.let_go_at.load(Ordering::Relaxed));
        if blocks.abs_diff(before) < BLOCKS_OF_A_WHILE {
            return;
        }
        self.let_go_at.store(blocks, Ordering::Relaxed);
        snapshot.blocks.iter().for_each(|block| block.let_go(&self.store));
    }
}

#[cfg(test)]
mod tests;
