//! What an archive held at one moment. Taking one costs nothing, and what arrives meanwhile does not change it.

mod order;

use std::cmp::Ordering;
use std::sync::Arc;

use event::Event;
use hashbrown::HashMap;
use rayon::prelude::*;

use crate::block::{Block, Content, Row, Texts, place_of};
use crate::codec::{Dictionary, ROWS_OF_BLOCK, Stream, Wanted};
use crate::error::ArchiveError;
use crate::file::Store;

use crate::marks::Marks;
pub(crate) use order::merge;

/// The events of an archive at one moment.
#[derive(Clone)]
pub(crate) struct Snapshot {
    pub(crate) blocks: Arc<Vec<Arc<Block>>>,
    pub(crate) replaced: Arc<Replaced>,
    /// All rows to show, in the order of the session.
    pub(crate) order: Arc<Vec<Row>>,
    /// What is flagged, hidden, noted and highlighted.
    pub(crate) marks: Arc<Marks>,
    pub(crate) dictionary: Arc<Dictionary>,
    pub(crate) store: Arc<Store>,
}

/// Parts of large events that the whole event has replaced.
#[derive(Debug, Clone, Default)]
pub(crate) struct Replaced {
    /// In the order in which that happened.
    pub(crate) rows: Vec<Row>,
    /// The whole event of each.
    pub(crate) whole: HashMap<Row, Row>,
    masks: HashMap<u32, u128>,
}

impl Replaced {
    pub(crate) fn put(&mut self, part: Row, whole: Row) {
        let (block, place) = place_of(part);
        self.rows.push(part);
        self.whole.insert(part, whole);
        *self.masks.entry(block as u32).or_default() |= 1 << place;
    }

    pub(crate) fn mask(&self, block: u32) -> u128 {
        self.masks.get(&block).copied().unwrap_or(0)
    }
}

impl Snapshot {
    /// One more than the highest row number there can be.
    pub(crate) fn rows_end(&self) -> Row {
        let last = self.blocks.last().map_or(0, |block| block.columns.len());
        let full = self.blocks.len().saturating_sub(1) * ROWS_OF_BLOCK;
        (full + last) as Row
    }

    /// The rows of a block that are shown.
    pub(crate) fn visible(&self, block: &Block) -> u128 {
        block.present & !self.replaced.mask(block.number)
    }

    pub(crate) fn block(&self, row: Row) -> (&Block, usize) {
        let (block, place) = place_of(row);
        (&self.blocks[block], place)
    }

    /// When the event of a row was, milliseconds since 1970.
    pub(crate) fn timestamp(&self, row: Row) -> i64 {
        let (block, place) = self.block(row);
        block.columns.timestamps.at(place)
    }

    /// The order of a session: timestamp, then eventNumber. What is equal in both is ordered by identifier, so that the
    /// order does not depend on what arrived first.
    pub(crate) fn order_of(&self, left: Row, right: Row) -> Ordering {
        let (left_block, left_place) = self.block(left);
        let (right_block, right_place) = self.block(right);
        let key = |block: &Block, place: usize| {
            (
                block.columns.timestamps.at(place),
                block.columns.event_numbers.at(place),
            )
        };
        key(left_block, left_place)
            .cmp(&key(right_block, right_place))
            .then_with(|| {
                left_block
                    .columns
                    .id(left_place)
                    .cmp(&right_block.columns.id(right_place))
            })
            .then(left.cmp(&right))
    }

    /// How many blocks the file has; the newest events are in the one behind them.
    pub(crate) fn packed_blocks(&self) -> usize {
        let is_packed = |block: &Arc<Block>| matches!(block.content, Content::Packed(_));
        self.blocks.partition_point(is_packed)
    }

    /// The text of one event as JSON.
    pub(crate) fn text(&self, row: Row) -> Result<Arc<str>, ArchiveError> {
        let mut texts = self.texts_of_block(&[(row, 0)], None);
        texts.pop().map_or(Err(ArchiveError::Damaged), |(_, text)| text)
    }

    /// The texts of several events, in the order of the rows; each block is unpacked once.
    pub(crate) fn texts(&self, rows: &[Row]) -> Vec<Result<Arc<str>, ArchiveError>> {
        self.texts_with(rows, None)
    }

    /// The same with only what is wanted; a text that is not packed is given whole.
    pub(crate) fn excerpts(&self, rows: &[Row], wanted: &Wanted) -> Vec<Result<Arc<str>, ArchiveError>> {
        self.texts_with(rows, Some(wanted))
    }

    fn texts_with(&self, rows: &[Row], wanted: Option<&Wanted>) -> Vec<Result<Arc<str>, ArchiveError>> {
        let mut by_block: Vec<(Row, usize)> = rows.iter().copied().zip(0..).collect();
        by_block.sort_unstable();
        let groups: Vec<&[(Row, usize)]> = by_block.chunk_by(|left, right| left.0 >> 7 == right.0 >> 7).collect();
        let read = |group: &&[(Row, usize)]| self.texts_of_block(group, wanted);
        let read: Vec<_> = if groups.len() > 4 {
            groups.par_iter().flat_map_iter(read).collect()
        } else {
            groups.iter().flat_map(read).collect()
        };
        let mut texts: Vec<Result<Arc<str>, ArchiveError>> = vec![Err(ArchiveError::Damaged); rows.len()];
        for (place, text) in read {
            texts[place] = text;
        }
        texts
    }

    fn texts_of_block(
        &self,
        group: &[(Row, usize)],
        wanted: Option<&Wanted>,
    ) -> Vec<(usize, Result<Arc<str>, ArchiveError>)> {
        let Some((first, _)) = group.first() else {
            return Vec::new();
        };
        let (block, _) = self.block(*first);
        let streams = match block.streams(&self.store, &Stream::ALL) {
            Ok(streams) => streams,
            Err(error) => return group.iter().map(|(_, to)| (*to, Err(error.clone()))).collect(),
        };
        let mut texts = Texts {
            block,
            streams: streams.as_ref(),
            store: &self.store,
            words: self.dictionary.read(),
            wanted,
            buffer: String::new(),
        };
        let read = |(row, to): &(Row, usize)| (*to, texts.text(place_of(*row).1));
        group.iter().map(read).collect()
    }

    /// One event.
    pub(crate) fn event(&self, row: Row) -> Result<Event, ArchiveError> {
        Event::from_json(&self.text(row)?).map_err(|_| ArchiveError::Damaged)
    }
}
