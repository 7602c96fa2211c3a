//! Cutting one batch up into packed blocks: the work that every core does for itself.

use event::{EventProblem, Part};
use serde_json::value::RawValue;

use super::RefusedRecord;
use crate::codec::{Encoder, ROWS_OF_BLOCK, Streams};
use crate::columns::{Columns, RowMark};
use crate::file::PackedBlock;
use crate::import::{EventBatch, unwrap_line};

/// Bytes of text after which a block is full, whatever its rows: large events must not make it slow to read.
const FULL: usize = 512 * 1024;

/// A batch, cut up.
#[derive(Default)]
pub(super) struct Cut {
    pub(super) blocks: Vec<CutBlock>,
    pub(super) refused: u64,
    pub(super) first_refused: Vec<RefusedRecord>,
    /// The session that a line of the batch held.
    pub(super) session: Option<Box<RawValue>>,
}

/// One block with what is still to be put together from it.
pub(super) struct CutBlock {
    pub(super) block: PackedBlock,
    /// Parts of large events, with their places in the block.
    pub(super) parts: Vec<(usize, Part)>,
}

/// Refused records that are told one by one.
pub(super) const MOST_TOLD: usize = 20;

pub(super) fn cut(batch: &EventBatch, encoder: &mut Encoder) -> Cut {
    let mut work = Work {
        encoder,
        cut: Cut::default(),
        open: Open::default(),
    };
    for range in &batch.events {
        let text = &batch.text[range.clone()];
        let Err(problem) = work.add(text) else { continue };
        match unwrap_line(text) {
            Some(unwrapped) => {
                for inner in unwrapped.events {
                    if let Err(problem) = work.add(&text[inner.clone()]) {
                        work.refuse(batch, range.start + inner.start, problem);
                    }
                }
                work.cut.session = unwrapped.session.or(work.cut.session.take());
            }
            None => work.refuse(batch, range.start, problem),
        }
    }
    work.close();
    work.cut
}

struct Work<'e> {
    encoder: &'e mut Encoder,
    cut: Cut,
    open: Open,
}

/// The block that is being filled.
#[derive(Default)]
struct Open {
    streams: Streams,
    columns: Columns,
    apart: Vec<(usize, Box<str>)>,
    parts: Vec<(usize, Part)>,
    bytes: usize,
}

impl Work<'_> {
    fn add(&mut self, text: &[u8]) -> Result<(), EventProblem> {
        let open = &mut self.open;
        let encoded = self.encoder.event(text, &mut open.streams)?;
        let place = open.columns.len();
        let mark = if encoded.head.part.is_some() {
            RowMark::Part
        } else {
            RowMark::Event
        };
        open.columns.push(&encoded.head, mark);
        open.columns.note(place, encoded.is_odd, encoded.has_inner);
        match encoded.apart {
            Some(text) => open.apart.push((place, text)),
            None => open.bytes += text.len(),
        }
        open.parts.extend(encoded.head.part.map(|part| (place, part)));
        if open.columns.len() == ROWS_OF_BLOCK || open.bytes >= FULL {
            self.close();
        }
        Ok(())
    }

    fn close(&mut self) {
        if self.open.columns.len() == 0 {
            return;
        }
        let open = std::mem::take(&mut self.open);
        self.cut.blocks.push(CutBlock {
            block: PackedBlock::new(open.columns, &open.streams, &open.apart, self.encoder.dictionary()),
            parts: open.parts,
        });
    }

    fn refuse(&mut self, batch: &EventBatch, at: usize, problem: EventProblem) {
        self.cut.refused += 1;
        if self.cut.first_refused.len() < MOST_TOLD {
            let place = batch.place(at);
            self.cut.first_refused.push(RefusedRecord { place, problem });
        }
    }
}
