//! From identifier to row.

use std::hash::BuildHasher;

use event::EventId;
use hashbrown::{DefaultHashBuilder, HashTable};

use crate::block::{Block, Row, place_of};
use crate::codec::ROWS_OF_BLOCK;
use crate::columns::RowMark;

/// Finds rows by identifier. Reads blocks only when somebody asks, and each once.
#[derive(Default)]
pub(crate) struct Ids {
    rows: HashTable<Row>,
    hasher: DefaultHashBuilder,
    /// How many rows of how many blocks were read.
    blocks: usize,
    rows_of_last: usize,
}

impl Ids {
    /// The row of an event; of a part the part's own.
    pub(crate) fn row(&mut self, id: &EventId, blocks: &[std::sync::Arc<Block>]) -> Option<Row> {
        self.learn(blocks);
        let hash = self.hasher.hash_one(id);
        self.rows.find(hash, |row| id_of(blocks, *row) == *id).copied()
    }

    /// Bytes in memory.
    pub(crate) fn held(&self) -> usize {
        self.rows.allocation_size()
    }

    fn learn(&mut self, blocks: &[std::sync::Arc<Block>]) {
        if self.blocks == 0 {
            // Nearly all blocks are full, and growing step by step would hash everything several times.
            let hasher = &self.hasher;
            self.rows
                .reserve(blocks.len() * ROWS_OF_BLOCK, |row| hasher.hash_one(id_of(blocks, *row)));
        }
        while self.blocks < blocks.len() {
            let block = &blocks[self.blocks];
            for place in self.rows_of_last..block.columns.len() {
                if matches!(block.columns.marks[place], RowMark::Event | RowMark::Part) {
                    let hash = self.hasher.hash_one(block.columns.id(place));
                    let hasher = &self.hasher;
                    let again = |row: &Row| hasher.hash_one(id_of(blocks, *row));
                    self.rows.insert_unique(hash, block.row(place), again);
                }
            }
            self.rows_of_last = block.columns.len();
            // The last block may still grow.
            if self.blocks + 1 == blocks.len() {
                return;
            }
            self.blocks += 1;
            self.rows_of_last = 0;
        }
    }
}

fn id_of(blocks: &[std::sync::Arc<Block>], row: Row) -> EventId {
    let (block, place) = place_of(row);
    blocks[block].columns.id(place)
}
