//! Making, opening and reading again.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, RwLock};

use event::{Event, EventId};
use hashbrown::HashMap;
use rusqlite::Connection;
use tokio::sync::watch;

use super::{Archive, State, Writer, lock, part_of, write};
use crate::about::About;
use crate::block::{Block, Row, place_of, places};
use crate::codec::{Dictionary, Encoder, Head, ROWS_OF_BLOCK};
use crate::columns::{Columns, RowMark};
use crate::deleting::take_away;
use crate::error::ArchiveError;
use crate::file::{
    BlockRow, Purpose, Saved, Store, TailRow, WriteLock, Writing, create, open_to_read, open_to_write, read_about,
    read_blocks, read_cleared_at, read_dictionary, read_marks, read_tail,
};
use crate::ids::Ids;
use crate::marks::{Marks, cleared_by_adobe};
use crate::parts::Parts;
use crate::snapshot::{Replaced, Snapshot};

impl Archive {
    /// Makes a new archive, ready to be added to.
    ///
    /// # Errors
    /// When there is a file already, or it cannot be written there.
    pub fn create(path: &Path, about: &About) -> Result<Self, ArchiveError> {
        let write_lock = WriteLock::take(path)?;
        if path.exists() {
            return Err(ArchiveError::exists(path));
        }
        let connection = begin(path, about).inspect_err(|_| {
            // What could not be begun would be in the way of the next try. Why it could not matters more than what stays.
            let _ = take_away(path);
        })?;
        Self::read_all(path, connection, Some(write_lock))
    }

    /// Opens an archive to add to it.
    ///
    /// # Errors
    /// When it is not there, is no archive, is damaged or of a newer version, cannot be written, or another program
    /// writes to it.
    pub fn open(path: &Path) -> Result<Self, ArchiveError> {
        if !path.exists() {
            return Err(ArchiveError::not_found(path));
        }
        let write_lock = WriteLock::take(path)?;
        let connection = open_to_write(path)?;
        let archive = Self::read_all(path, connection, Some(write_lock))?;
        if archive.unreadable.load(Ordering::Relaxed) > 0 {
            // What is damaged is read, and nothing is written over it.
            return Err(ArchiveError::Damaged);
        }
        Ok(archive)
    }

    /// Opens an archive to look at it; another program may be writing to it. Blocks that are damaged are left out, and
    /// counted in [`super::Info::unreadable_blocks`].
    ///
    /// # Errors
    /// When it is not there, is no archive, is of a newer version or too damaged to tell anything.
    pub fn open_to_read(path: &Path) -> Result<Self, ArchiveError> {
        Self::read_all(path, open_to_read(path)?, None)
    }

    fn read_all(path: &Path, connection: Connection, write_lock: Option<WriteLock>) -> Result<Self, ArchiveError> {
        let (dictionary, blocks) = read_words_and_blocks(&connection, 0)?;
        let saved = Saved::all_of(dictionary.read());
        let archive = Self {
            path: path.to_owned(),
            store: Arc::new(Store::new(path)),
            state: RwLock::new(State {
                dictionary: Arc::clone(&dictionary),
                blocks: Arc::default(),
                replaced: Arc::default(),
                order: Arc::default(),
                marks: Arc::default(),
            }),
            about: RwLock::new(read_about(&connection)?),
            ids: Mutex::new(Ids::default()),
            headlines: Mutex::new(HashMap::new()),
            clients: Mutex::default(),
            writer: Mutex::new(None),
            looked_through: Mutex::default(),
            let_go_at: AtomicUsize::new(0),
            revision: watch::Sender::new(0),
            unreadable: AtomicUsize::new(0),
        };
        let parts = archive.read_events(&connection, blocks)?;
        match write_lock {
            Some(write_lock) => {
                *lock(&archive.writer) = Some(Writer {
                    connection,
                    encoder: Encoder::new(dictionary),
                    saved,
                    parts,
                    _lock: write_lock,
                });
            }
            None => archive.store.give_back(connection),
        }
        Ok(archive)
    }

    /// Looks whether another program has added events, when this one only reads.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn refresh(&self) -> Result<(), ArchiveError> {
        if self.can_write() {
            return Ok(());
        }
        self.store.with(|connection| {
            // Words that only the newest events brought are not numbered in the file yet, so they are read anew.
            let known = self.snapshot().packed_blocks();
            let (dictionary, blocks) = read_words_and_blocks(connection, known as u32)?;
            write(&self.state).dictionary = dictionary;
            self.read_events(connection, blocks).map(drop)
        })?;
        self.revision.send_modify(|revision| *revision += 1);
        Ok(())
    }

    /// Adds blocks to those that are known, reads the newest events, and puts all in order. Returns the parts that wait
    /// for others.
    fn read_events(&self, connection: &Connection, new: Vec<BlockRow>) -> Result<Parts, ArchiveError> {
        let before = self.snapshot();
        let mut blocks: Vec<Arc<Block>> = before.blocks[..before.packed_blocks()].to_vec();
        for row in new {
            if row.block.number as usize != blocks.len() {
                return Err(ArchiveError::Damaged);
            }
            self.unreadable
                .fetch_add(usize::from(row.is_damaged), Ordering::Relaxed);
            blocks.push(row.block);
        }
        let tail = read_tail(connection)?;
        let number = blocks.len() as u32;
        blocks.push(Arc::new(block_of_tail(number, tail, &before.dictionary)?));
        let mut snapshot = before;
        snapshot.blocks = Arc::new(blocks);
        let (parts, replaced) = put_together_again(&snapshot);
        snapshot.replaced = Arc::new(replaced);
        let order = snapshot.sorted();
        let marks = self.marks_of(connection, &snapshot)?;
        *write(&self.state) = State {
            dictionary: snapshot.dictionary,
            blocks: snapshot.blocks,
            replaced: snapshot.replaced,
            order: Arc::new(order),
            marks: Arc::new(marks),
        };
        self.let_go();
        Ok(parts)
    }

    /// What was marked here, beside what is known of Adobe's marks.
    fn marks_of(&self, connection: &Connection, snapshot: &Snapshot) -> Result<Marks, ArchiveError> {
        let mut marks = snapshot.marks.of_adobe_only();
        marks.set_cleared_by_adobe(cleared_by_adobe(&super::read(&self.about).session));
        marks.set_cleared_here(read_cleared_at(connection)?);
        for (uuid, kept) in read_marks(connection)? {
            if let Some(row) = self.row_in(&uuid, snapshot) {
                marks.set_kept(row, kept);
            }
        }
        Ok(marks)
    }
}

/// A new file that says what it is an archive of.
fn begin(path: &Path, about: &About) -> Result<Connection, ArchiveError> {
    let mut connection = create(path, Purpose::Following)?;
    let writing = Writing::begin(&mut connection)?;
    writing.about(about)?;
    writing.commit()?;
    Ok(connection)
}

/// The words and shapes of the file, and its blocks from a number on, both at the same time.
fn read_words_and_blocks(connection: &Connection, from: u32) -> Result<(Arc<Dictionary>, Vec<BlockRow>), ArchiveError> {
    let packed = read_dictionary(connection)?;
    let mut dictionary = Ok(Dictionary::default());
    let blocks = rayon::in_place_scope(|scope| {
        scope.spawn(|_| dictionary = packed.unpacked());
        read_blocks(connection, from)
    })?;
    Ok((Arc::new(dictionary?), blocks))
}

fn block_of_tail(number: u32, tail: Vec<TailRow>, dictionary: &Dictionary) -> Result<Block, ArchiveError> {
    let mut columns = Columns::default();
    let mut texts: Vec<Arc<str>> = Vec::with_capacity(tail.len());
    for row in tail.into_iter().take(ROWS_OF_BLOCK) {
        let event = Event::from_json(&row.text).map_err(|_| ArchiveError::Damaged)?;
        let head = Head::of(&event, dictionary);
        let mark = match (row.is_whole, &head.part) {
            (true, _) => RowMark::Whole,
            (false, Some(_)) => RowMark::Part,
            (false, None) => RowMark::Event,
        };
        columns.push(&head, mark);
        texts.push(event.shared_raw());
    }
    Ok(Block::of_texts(number, columns, texts))
}

/// The parts that wait for others.
pub(super) fn parts_of(snapshot: &Snapshot) -> Parts {
    put_together_again(snapshot).0
}

/// Finds out again which parts a whole event has replaced, and which wait.
fn put_together_again<'s>(snapshot: &'s Snapshot) -> (Parts, Replaced) {
    let (mut parts, mut replaced) = (Parts::default(), Replaced::default());
    let rows_with = |mark: RowMark| -> Vec<Row> {
        let marked = |block: &'s Arc<Block>| {
            let mask = crate::columns::mask_of(&block.columns.marks, |row| *row == mark);
            places(mask).map(|place| block.row(place))
        };
        let blocks = snapshot.blocks.iter().filter(|block| block.columns.has_parts);
        blocks.flat_map(marked).collect()
    };
    let wholes: HashMap<EventId, Row> = rows_with(RowMark::Whole)
        .into_iter()
        .map(|row| {
            let (block, place) = snapshot.block(row);
            (block.columns.id(place), row)
        })
        .collect();
    let rows = rows_with(RowMark::Part);
    // So many at a time that their texts are not all in memory.
    let texts = rows.chunks(ROWS_OF_BLOCK).flat_map(|rows| snapshot.texts(rows));
    for (row, text) in rows.iter().copied().zip(texts) {
        let part = text.ok().and_then(|text| part_of(&text));
        let Some(whole) = part.and_then(|part| parts.add(row, part)) else {
            continue;
        };
        let first = whole.rows.first().map(|row| {
            let (block, place) = place_of(*row);
            snapshot.blocks[block].columns.id(place)
        });
        if let Some(row_of_whole) = first.and_then(|id| wholes.get(&id)) {
            for row in &whole.rows {
                replaced.put(*row, *row_of_whole);
            }
        }
    }
    (parts, replaced)
}
