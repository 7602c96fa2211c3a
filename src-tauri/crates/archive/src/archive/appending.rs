//! Adding events as they arrive.

use std::sync::Arc;

use event::{Event, Inserted};
use hashbrown::HashSet;
use serde::de::IgnoredAny;

use super::{Archive, Writer, lock};
use crate::block::{Block, Content, Row, place_of, row_at};
use crate::codec::{Dictionary, Head, ROWS_OF_BLOCK, Streams};
use crate::columns::{Columns, RowMark};
use crate::error::ArchiveError;
use crate::file::{PackedBlock, Saved, Writing};
use crate::import::LARGEST_EVENT;
use crate::parts::Whole;
use crate::snapshot::{Replaced, Snapshot, merge};

impl Archive {
    /// Adds what is new of a batch, in any order; an event is known by its uuid, in any case. When it returns, the file
    /// has them: a program that is killed loses at most the batch that it was about to add.
    ///
    /// # Errors
    /// When the archive was opened to read only, or the file cannot be written; then none of the batch is added.
    pub fn insert(&self, batch: Vec<Event>) -> Result<Inserted, ArchiveError> {
        let dictionary = self.snapshot().dictionary;
        // Read before the lock is taken: the window must not wait for a payload of megabytes.
        let read: Vec<(Event, Head)> = batch
            .into_iter()
            .map(|event| {
                let head = Head::of(&event, &dictionary);
                (event, head)
            })
            .collect();
        let mut writer = lock(&self.writer);
        let writer = writer.as_mut().ok_or(ArchiveError::ReadOnly)?;
        let snapshot = self.snapshot();
        let mut inserted = Inserted::default();
        let mut new = Vec::with_capacity(read.len());
        {
            let mut ids = lock(&self.ids);
            let mut met = HashSet::new();
            for (event, head) in read {
                if ids.row(&head.id, &snapshot.blocks).is_some() || !met.insert(head.id.clone()) {
                    inserted.known += 1;
                } else {
                    inserted.added += 1;
                    new.push((event, head));
                }
            }
        }
        if new.is_empty() {
            return Ok(inserted);
        }
        let change = match writer.append(new, &snapshot, &dictionary) {
            Ok(change) => change,
            Err(error) => {
                // Parts of a batch that was not added must not be waited with.
                writer.parts = super::opening::parts_of(&snapshot);
                return Err(error);
            }
        };
        self.publish(change, &snapshot);
        Ok(inserted)
    }

    fn publish(&self, change: Change, before: &Snapshot) {
        let mut snapshot = before.clone();
        snapshot.blocks = Arc::new(change.blocks);
        snapshot.replaced = Arc::new(change.replaced);
        // With room for what comes, and no more: this list is as long as the session.
        let mut order = Vec::with_capacity(before.order.len() + change.rows.len());
        order.extend_from_slice(&before.order);
        if snapshot.replaced.rows.len() > before.replaced.rows.len() {
            order.retain(|row| !snapshot.replaced.whole.contains_key(row));
        }
        let mut fresh = change.rows;
        fresh.retain(|row| !snapshot.replaced.whole.contains_key(row));
        merge(&mut order, fresh, |left, right| snapshot.order_of(left, right));
        {
            let mut state = super::write(&self.state);
            state.blocks = snapshot.blocks;
            state.replaced = snapshot.replaced;
            state.order = Arc::new(order);
        }
        self.let_go();
        self.revision.send_modify(|revision| *revision += 1);
    }
}

/// What a batch has changed, to be shown once the file has it.
struct Change {
    blocks: Vec<Arc<Block>>,
    replaced: Replaced,
    rows: Vec<Row>,
}

/// The block that grows, and what is done to the file for it.
struct Tail<'w> {
    writing: Writing<'w>,
    encoder: &'w mut crate::codec::Encoder,
    saved: Saved,
    number: u32,
    columns: Columns,
    texts: Vec<Arc<str>>,
    full: Vec<Arc<Block>>,
    /// The texts of the blocks that became full: the file shows them to nobody yet.
    texts_of_full: Vec<Vec<Arc<str>>>,
    rows: Vec<Row>,
}

impl Writer {
    fn append(
        &mut self,
        new: Vec<(Event, Head)>,
        snapshot: &Snapshot,
        dictionary: &Dictionary,
    ) -> Result<Change, ArchiveError> {
        let mut blocks = Vec::clone(&snapshot.blocks);
        let last = blocks.pop();
        let (columns, texts) = match last.as_deref() {
            Some(Block {
                columns,
                content: Content::Texts(texts),
                ..
            }) => (columns.clone(), texts.clone()),
            _ => (Columns::default(), Vec::new()),
        };
        let mut replaced = Replaced::clone(&snapshot.replaced);
        let mut tail = Tail {
            writing: Writing::begin(&mut self.connection)?,
            encoder: &mut self.encoder,
            saved: self.saved,
            number: blocks.len() as u32,
            columns,
            texts,
            full: Vec::new(),
            texts_of_full: Vec::new(),
            rows: Vec::new(),
        };
        for (event, head) in new {
            let mark = if head.part.is_some() {
                RowMark::Part
            } else {
                RowMark::Event
            };
            let row = tail.push(event.shared_raw(), &head, mark, dictionary)?;
            if let Some(part) = head.part
                && let Some(whole) = self.parts.add(row, part)
                && let Some((text, head)) = whole_event(&whole, |row| tail.event(row, snapshot), dictionary)
            {
                let row = tail.push(text, &head, RowMark::Whole, dictionary)?;
                for part in &whole.rows {
                    replaced.put(*part, row);
                }
            }
        }
        let Tail {
            writing,
            saved,
            number,
            columns,
            texts,
            full,
            rows,
            ..
        } = tail;
        writing.commit()?;
        self.saved = saved;
        blocks.extend(full);
        blocks.push(Arc::new(Block::of_texts(number, columns, texts)));
        Ok(Change { blocks, replaced, rows })
    }
}

impl Tail<'_> {
    fn push(
        &mut self,
        text: Arc<str>,
        head: &Head,
        mark: RowMark,
        dictionary: &Dictionary,
    ) -> Result<Row, ArchiveError> {
        let place = self.columns.len();
        self.writing.tail_event(place, &text, mark == RowMark::Whole)?;
        self.columns.push(head, mark);
        self.texts.push(text);
        let row = row_at(self.number, place);
        self.rows.push(row);
        if self.columns.len() == ROWS_OF_BLOCK {
            self.pack(dictionary)?;
        }
        Ok(row)
    }

    /// The block is full: it is cut up and packed, and the next one begins.
    fn pack(&mut self, dictionary: &Dictionary) -> Result<(), ArchiveError> {
        let mut streams = Streams::default();
        let mut apart = Vec::new();
        for (place, text) in self.texts.iter().enumerate() {
            let encoded = self
                .encoder
                .event(text.as_bytes(), &mut streams)
                .map_err(|problem| ArchiveError::File {
                    reason: problem.to_string(),
                })?;
            self.columns.note(place, encoded.is_odd, encoded.has_inner);
            apart.extend(encoded.apart.map(|text| (place, text)));
        }
        let columns = std::mem::take(&mut self.columns);
        self.texts_of_full.push(std::mem::take(&mut self.texts));
        let packed = PackedBlock::new(columns, &streams, &apart, dictionary);
        self.writing.block(self.number, &packed)?;
        self.saved = self.writing.dictionary(dictionary, self.saved)?;
        self.writing.empty_tail()?;
        self.full
            .push(Arc::new(Block::packed(self.number, packed.columns.narrowed())));
        self.number += 1;
        Ok(())
    }

    /// An event of this batch or of an earlier one.
    fn event(&self, row: Row, snapshot: &Snapshot) -> Option<Event> {
        let (block, place) = place_of(row);
        let first_full = self.number as usize - self.full.len();
        let texts = match block.checked_sub(first_full) {
            None => return snapshot.event(row).ok(),
            Some(full) => self.texts_of_full.get(full).unwrap_or(&self.texts),
        };
        Event::from_json(texts.get(place)?).ok()
    }
}

/// The whole in the place of its parts: the first part's event with the payload that all of them make.
pub(crate) fn whole_event(
    whole: &Whole,
    event: impl Fn(Row) -> Option<Event>,
    dictionary: &Dictionary,
) -> Option<(Arc<str>, Head)> {
    let first = event(*whole.rows.first()?)?;
    let payload = whole.payload(&event)?;
    // What does not make JSON again is shown as the text it is.
    let payload = match serde_json::from_str::<IgnoredAny>(&payload) {
        Ok(_) => payload.trim().to_owned(),
        Err(_) => serde_json::Value::from(payload).to_string(),
    };
    let place = first.payload_range();
    if first.raw().len() + payload.len() > LARGEST_EVENT {
        return None;
    }
    let text = format!("{}{payload}{}", &first.raw()[..place.start], &first.raw()[place.end..]);
    let event = Event::from_json(&text).ok()?;
    let mut head = Head::of(&event, dictionary);
    head.part = None;
    Some((event.shared_raw(), head))
}
