//! Writing blocks in the order of the file: what only one can do at a time.

use std::path::Path;
use std::sync::Arc;

use event::Event;
use rusqlite::Connection;
use serde_json::value::RawValue;

use super::RefusedRecord;
use super::blocks::{Cut, CutBlock, MOST_TOLD};
use super::known::{Known, Room};
use crate::about::About;
use crate::archive::whole_event;
use crate::block::{Block, Row, place_of, row_at};
use crate::codec::{Dictionary, Encoder, ROWS_OF_BLOCK, Streams, decode};
use crate::columns::{Columns, RowMark};
use crate::error::ArchiveError;
use crate::file::{PackedBlock, Purpose, Saved, Writing, create, read_block};
use crate::parts::{Parts, Whole};

/// Bytes of text that events may have which are all there and not written yet.
const MOST_OF_WHOLES: usize = 8 * 1024 * 1024;

pub(super) struct Sequence {
    connection: Connection,
    dictionary: Arc<Dictionary>,
    saved: Saved,
    known: Known,
    next: u32,
    parts: Parts,
    /// Events that are all there and not written yet.
    wholes: Vec<Whole>,
    encoder: Encoder,
    session: Option<Box<RawValue>>,
    written: Written,
}

#[derive(Default)]
pub(super) struct Written {
    pub(super) events: u64,
    pub(super) again: u64,
    pub(super) refused: u64,
    pub(super) first_refused: Vec<RefusedRecord>,
}

/// Where a file is; for a bare name it is where the program is.
fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

impl Sequence {
    pub(super) fn create(path: &Path, dictionary: Arc<Dictionary>, is_large: bool) -> Result<Self, ArchiveError> {
        Ok(Self {
            connection: create(path, Purpose::Import { is_large })?,
            encoder: Encoder::new(Arc::clone(&dictionary)),
            dictionary,
            saved: Saved::default(),
            known: Known::new(folder_of(path), Room::default()),
            next: 0,
            parts: Parts::default(),
            wholes: Vec::new(),
            session: None,
            written: Written::default(),
        })
    }

    pub(super) fn write(&mut self, cut: Cut) -> Result<(), ArchiveError> {
        self.written.refused += cut.refused;
        let room = MOST_TOLD.saturating_sub(self.written.first_refused.len());
        self.written
            .first_refused
            .extend(cut.first_refused.into_iter().take(room));
        self.session = cut.session.or(self.session.take());
        if cut.blocks.is_empty() {
            return Ok(());
        }
        let mut blocks = cut.blocks;
        for block in &mut blocks {
            self.sift(block)?;
        }
        let writing = Writing::begin(&mut self.connection)?;
        for cut in &blocks {
            writing.block(self.next, &cut.block)?;
            for (place, part) in &cut.parts {
                if cut.block.columns.marks[*place] == RowMark::Part {
                    self.wholes
                        .extend(self.parts.add(row_at(self.next, *place), part.clone()));
                }
            }
            self.next += 1;
        }
        self.saved = writing.dictionary(&self.dictionary, self.saved)?;
        writing.commit()?;
        let bytes: usize = self.wholes.iter().map(Whole::bytes).sum();
        if self.wholes.len() >= ROWS_OF_BLOCK || bytes >= MOST_OF_WHOLES {
            self.write_wholes()?;
        }
        Ok(())
    }

    /// Marks the events that came before.
    fn sift(&mut self, cut: &mut CutBlock) -> Result<(), ArchiveError> {
        for place in 0..cut.block.columns.len() {
            if !self.known.add(&cut.block.columns.id(place))? {
                cut.block.columns.marks[place] = RowMark::Again;
                self.written.again += 1;
                continue;
            }
            self.written.events += 1;
        }
        Ok(())
    }

    /// Writes the last large events, and says what the session is.
    pub(super) fn finish(mut self, about: About, session: Option<Box<RawValue>>) -> Result<Written, ArchiveError> {
        self.write_wholes()?;
        let mut about = about;
        if let Some(session) = session.or(self.session) {
            about.session = serde_json::from_str(session.get()).unwrap_or_default();
        }
        let writing = Writing::begin(&mut self.connection)?;
        writing.about(&about)?;
        writing.commit()?;
        Ok(self.written)
    }

    /// Puts large events together.
    fn write_wholes(&mut self) -> Result<(), ArchiveError> {
        let wholes = std::mem::take(&mut self.wholes);
        for wholes in wholes.chunks(ROWS_OF_BLOCK) {
            let (mut columns, mut streams, mut apart) = (Columns::default(), Streams::default(), Vec::new());
            for whole in wholes {
                let Some((text, head)) = whole_event(whole, |row| self.event(row), &self.dictionary) else {
                    continue;
                };
                let Ok(encoded) = self.encoder.event(text.as_bytes(), &mut streams) else {
                    continue;
                };
                apart.extend(encoded.apart.map(|text| (columns.len(), text)));
                columns.note(columns.len(), encoded.is_odd, encoded.has_inner);
                columns.push(&head, RowMark::Whole);
            }
            let block = PackedBlock::new(columns, &streams, &apart, &self.dictionary);
            let writing = Writing::begin(&mut self.connection)?;
            writing.block(self.next, &block)?;
            self.saved = writing.dictionary(&self.dictionary, self.saved)?;
            writing.commit()?;
            self.next += 1;
        }
        Ok(())
    }

    /// An event that was written before.
    fn event(&self, row: Row) -> Option<Event> {
        let (number, place) = place_of(row);
        let (columns, streams) = read_block(&self.connection, number as u32).ok()?;
        let block = Block::packed(number as u32, columns);
        let words = self.dictionary.read();
        let mut text = String::new();
        let own = block.own(place).ok()?;
        match decode(&streams, place, &own, words, &mut text).ok()? {
            None => Event::from_json(&text).ok(),
            Some(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;
    use std::io::Cursor;

    use crate::import::EventReader;
    use crate::{About, Archive};

    #[test]
    fn large_events_are_put_together_while_others_come() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("large.assurance");
        let mut lines = String::new();
        // More than a block of them, the second part of each long after the first, and the last one never.
        for sequence in 0..2 {
            for of in 0..300 - sequence {
                let text = [format!("[{of}"), ",7]".to_owned()][sequence].clone();
                let _ = writeln!(
                    lines,
                    r#"{{"uuid":"{of}-{sequence}","timestamp":{of},"payload":{{"chunkData":"{text}"}},"metadata":{{"chunkId":"c{of}","chunkTotal":2,"chunkSequenceNumber":{sequence}}}}}"#
                );
            }
        }
        let reader = EventReader::with_batch_size(5000, Cursor::new(lines)).unwrap();
        let report = crate::import(reader, &path, About::default(), &()).unwrap();
        assert_eq!((report.events, report.refused), (599, 0));
        let archive = Archive::open(&path).unwrap();
        assert_eq!((archive.info().events, archive.info().parts_waiting), (300, 1));
        for of in [0, 150, 298] {
            let event = archive.event(&format!("{of}-0")).unwrap().unwrap();
            assert_eq!(event.payload(), format!("[{of},7]"));
        }
    }
}
