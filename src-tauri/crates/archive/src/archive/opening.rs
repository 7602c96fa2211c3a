//! Making, opening and reading again.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, RwLock};

use event::{Event, EventId};
use hashbrown::{HashMap, HashSet};
use rusqlite::Connection;
use tokio::sync::watch;

use super::{Archive, State, Writer, lock, part_of, write};
use crate::about::About;
use crate::block::{Block, Content, Row, place_of, places};
use crate::codec::{Dictionary, Encoder, Head};
use crate::columns::{Columns, RowMark};
use crate::error::ArchiveError;
use crate::file::{
    Purpose, Saved, Store, TailRow, WriteLock, Writing, create, open_to_read, open_to_write, read_about, read_blocks,
    read_dictionary, read_flags, read_tail,
};
use crate::ids::Ids;
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
        let mut connection = create(path, Purpose::Following)?;
        let writing = Writing::begin(&mut connection)?;
        writing.about(about)?;
        writing.commit()?;
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
        let dictionary = read_words(&connection)?;
        let saved = {
            let words = dictionary.read();
            Saved {
                words: words.words.len(),
                shapes: words.shapes.len(),
            }
        };
        let archive = Self {
            path: path.to_owned(),
            store: Arc::new(Store::new(path)),
            state: RwLock::new(State {
                dictionary: Arc::clone(&dictionary),
                blocks: Arc::default(),
                replaced: Arc::default(),
                order: Arc::default(),
                flags: Arc::default(),
            }),
            about: RwLock::new(read_about(&connection)?),
            ids: Mutex::new(Ids::default()),
            headlines: Mutex::new(HashMap::new()),
            clients: Mutex::default(),
            writer: Mutex::new(None),
            revision: watch::Sender::new(0),
            unreadable: AtomicUsize::new(0),
        };
        let parts = archive.read_events(&connection)?;
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
            write(&self.state).dictionary = read_words(connection)?;
            self.read_events(connection).map(drop)
        })?;
        self.revision.send_modify(|revision| *revision += 1);
        Ok(())
    }

    /// Reads the heads of all events, and puts them in order. Returns the parts that wait for others.
    fn read_events(&self, connection: &Connection) -> Result<Parts, ArchiveError> {
        let before = self.snapshot();
        let is_packed = |block: &&Arc<Block>| matches!(block.content, Content::Packed(_));
        let mut blocks: Vec<Arc<Block>> = before.blocks.iter().take_while(is_packed).cloned().collect();
        for row in read_blocks(connection, blocks.len() as u32)? {
            let number = blocks.len() as u32;
            if row.block != number {
                return Err(ArchiveError::Damaged);
            }
            let columns = row.columns.unwrap_or_else(|| {
                self.unreadable.fetch_add(1, Ordering::Relaxed);
                Columns::default()
            });
            blocks.push(Arc::new(Block::packed(number, columns)));
        }
        let tail = read_tail(connection)?;
        let number = blocks.len() as u32;
        blocks.push(Arc::new(block_of_tail(number, tail, &before.dictionary)?));
        let mut snapshot = before;
        snapshot.blocks = Arc::new(blocks);
        let (parts, replaced) = put_together_again(&snapshot);
        snapshot.replaced = Arc::new(replaced);
        let order = snapshot.sorted();
        let flags = self.flagged_rows(&read_flags(connection)?, &snapshot);
        *write(&self.state) = State {
            dictionary: snapshot.dictionary,
            blocks: snapshot.blocks,
            replaced: snapshot.replaced,
            order: Arc::new(order),
            flags: Arc::new(flags),
        };
        Ok(parts)
    }

    fn flagged_rows(&self, uuids: &[String], snapshot: &Snapshot) -> HashSet<Row> {
        let mut ids = lock(&self.ids);
        uuids
            .iter()
            .filter_map(|uuid| ids.row(&EventId::new(uuid), &snapshot.blocks))
            .map(|row| snapshot.replaced.whole.get(&row).copied().unwrap_or(row))
            .collect()
    }
}

/// The words and shapes of the file.
fn read_words(connection: &Connection) -> Result<Arc<Dictionary>, ArchiveError> {
    let dictionary = Dictionary::default();
    let (words, shapes) = read_dictionary(connection)?;
    dictionary.load(&words, &shapes)?;
    Ok(Arc::new(dictionary))
}

fn block_of_tail(number: u32, tail: Vec<TailRow>, dictionary: &Dictionary) -> Result<Block, ArchiveError> {
    let mut columns = Columns::with_room();
    let mut texts: Vec<Arc<str>> = Vec::with_capacity(tail.len());
    for row in tail.into_iter().take(crate::codec::ROWS_OF_BLOCK) {
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
fn put_together_again(snapshot: &Snapshot) -> (Parts, Replaced) {
    let (mut parts, mut replaced) = (Parts::default(), Replaced::default());
    let rows_with = |mark: RowMark| -> Vec<Row> {
        let marked = |block: &Arc<Block>| {
            let mask = crate::columns::mask_of(&block.columns.marks, |row| *row == mark);
            let block = Arc::clone(block);
            places(mask).map(move |place| block.row(place)).collect::<Vec<_>>()
        };
        snapshot.blocks.iter().flat_map(marked).collect()
    };
    let wholes: HashMap<EventId, Row> = rows_with(RowMark::Whole)
        .into_iter()
        .map(|row| {
            let (block, place) = snapshot.block(row);
            (block.columns.ids[place].clone(), row)
        })
        .collect();
    for row in rows_with(RowMark::Part) {
        let part = snapshot.text(row).ok().and_then(|text| part_of(&text));
        let Some(whole) = part.and_then(|part| parts.add(row, part)) else {
            continue;
        };
        let first = whole.rows.first().map(|row| {
            let (block, place) = place_of(*row);
            &snapshot.blocks[block].columns.ids[place]
        });
        if let Some(row_of_whole) = first.and_then(|id| wholes.get(id)) {
            for row in &whole.rows {
                replaced.put(*row, *row_of_whole);
            }
        }
    }
    (parts, replaced)
}
