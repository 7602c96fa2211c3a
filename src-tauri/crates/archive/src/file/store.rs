//! Reading what is in the file.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use rusqlite::{Connection, OptionalExtension};

use super::allowance::Allowance;
use super::connection::open_to_read;
use crate::about::About;
use crate::block::Block;
use crate::codec::{
    Damaged, Dictionary, LARGEST_GRAMS, LARGEST_PIECE, ROWS_OF_BLOCK, Stream, Streams, unpack, unpack_together,
};
use crate::columns::Columns;
use crate::error::ArchiveError;
use crate::import::LARGEST_EVENT;
use crate::marks::KeptMarks;

/// Packed bytes that are kept in memory, so that the next search need not read the file. A million events of a
/// kilobyte fit.
const MOST_KEPT: usize = 96 * 1024 * 1024;

/// Gives the packed streams of blocks, to any number of threads.
pub(crate) struct Store {
    path: PathBuf,
    idle: Mutex<Vec<Connection>>,
    /// Bytes of streams and of groups of three that are in memory.
    kept: AtomicUsize,
    grams: AtomicUsize,
}

impl Store {
    pub(crate) fn new(path: &Path) -> Self {
        Self {
            path: path.to_owned(),
            idle: Mutex::default(),
            kept: AtomicUsize::new(0),
            grams: AtomicUsize::new(0),
        }
    }

    /// The version of the file's format.
    pub(crate) fn version(&self) -> Result<i64, ArchiveError> {
        self.with(version_of)
    }

    /// One stream of a block, packed.
    pub(crate) fn stream(&self, block: u32, stream: Stream) -> Result<Arc<[u8]>, ArchiveError> {
        self.with(|connection| {
            let mut statement = connection.prepare_cached(match stream {
                Stream::Tokens => "SELECT data FROM tokens WHERE block = ?1",
                Stream::Texts => "SELECT data FROM texts WHERE block = ?1",
                Stream::Numbers => "SELECT data FROM numbers WHERE block = ?1",
                Stream::Uuids => "SELECT data FROM uuids WHERE block = ?1",
            })?;
            // An empty stream has no row.
            let data = statement
                .query_row([block], |row| Ok(row.get_ref(0)?.as_blob()?.into()))
                .optional()?;
            Ok(data.unwrap_or_else(|| Arc::from([])))
        })
    }

    /// Which groups of three bytes a block's texts have.
    pub(crate) fn grams(&self, block: u32) -> Result<Arc<[u8]>, ArchiveError> {
        let packed: Option<Vec<u8>> = self.with(|connection| {
            let mut statement = connection.prepare_cached("SELECT data FROM grams WHERE block = ?1")?;
            Ok(statement.query_row([block], |row| row.get(0)).optional()?)
        })?;
        Ok(unpack(&packed.unwrap_or_default(), LARGEST_GRAMS)?.into())
    }

    /// An event that is kept apart from its block.
    pub(crate) fn apart(&self, block: u32, place: usize) -> Result<String, ArchiveError> {
        let packed: Vec<u8> = self.with(|connection| {
            let mut statement = connection.prepare_cached("SELECT data FROM apart WHERE block = ?1 AND place = ?2")?;
            Ok(statement.query_row((block, place as i64), |row| row.get(0))?)
        })?;
        String::from_utf8(unpack(&packed, LARGEST_EVENT)?).map_err(|_| ArchiveError::Damaged)
    }

    /// Whether a piece of this size may stay in memory; it is counted then.
    pub(crate) fn may_keep(&self, bytes: usize) -> bool {
        let kept = self.kept.fetch_add(bytes, Ordering::Relaxed);
        let fits = kept + bytes <= MOST_KEPT;
        if !fits {
            self.let_go(bytes);
        }
        fits
    }

    /// A piece of this size has left memory.
    pub(crate) fn let_go(&self, bytes: usize) {
        self.kept.fetch_sub(bytes, Ordering::Relaxed);
    }

    /// Groups of three of this size stay in memory, however much there is: without them a search reads everything.
    pub(crate) fn keep_grams(&self, bytes: usize) {
        self.grams.fetch_add(bytes, Ordering::Relaxed);
    }

    /// Groups of three of this size have left memory.
    pub(crate) fn let_go_of_grams(&self, bytes: usize) {
        self.grams.fetch_sub(bytes, Ordering::Relaxed);
    }

    /// Bytes of content in memory.
    pub(crate) fn held(&self) -> usize {
        self.kept.load(Ordering::Relaxed) + self.grams.load(Ordering::Relaxed)
    }

    /// Asks with a connection that nobody else uses meanwhile.
    pub(crate) fn with<T>(&self, ask: impl FnOnce(&Connection) -> Result<T, ArchiveError>) -> Result<T, ArchiveError> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let connection = match idle {
            Some(connection) => connection,
            None => open_to_read(&self.path)?,
        };
        let answer = ask(&connection);
        self.give_back(connection);
        answer
    }

    /// Keeps a connection for the next one who asks.
    pub(crate) fn give_back(&self, connection: Connection) {
        self.idle
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(connection);
    }

    /// Closes what is not in use, so that the file can be put to rest.
    pub(crate) fn close_idle(&self) {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

/// A block as the file has it, without its streams.
pub(crate) struct BlockRow {
    pub(crate) block: Arc<Block>,
    /// Whether its heads cannot be read any more; it has no rows then.
    pub(crate) is_damaged: bool,
}

/// The blocks from a number on, in order. They are unpacked while the next ones are read.
pub(crate) fn read_blocks(connection: &Connection, from: u32) -> Result<Vec<BlockRow>, ArchiveError> {
    let mut allowance = Allowance::of(connection)?;
    let mut statement = connection.prepare("SELECT block, data FROM columns WHERE block >= ?1 ORDER BY block")?;
    let mut rows = statement.query([from])?;
    let unpacked: Mutex<Vec<Vec<BlockRow>>> = Mutex::default();
    let keep = |group: &Group| {
        let blocks = group.unpacked();
        unpacked.lock().unwrap_or_else(PoisonError::into_inner).push(blocks);
    };
    rayon::in_place_scope(|scope| -> Result<(), ArchiveError> {
        let mut group = Group::default();
        let mut next = from;
        while let Some(row) = rows.next()? {
            let data = row.get_ref(1)?.as_blob().map_err(|_| ArchiveError::Damaged)?;
            let unpacked = allowance.unpack(data, LARGEST_PIECE)?;
            if row.get::<_, u32>(0)? != next {
                return Err(ArchiveError::Damaged);
            }
            group.add(next, data, unpacked);
            next = next.checked_add(1).ok_or(ArchiveError::Damaged)?;
            if group.blocks.len() == BLOCKS_OF_GROUP || group.unpacked >= FULL_GROUP {
                let full = std::mem::take(&mut group);
                scope.spawn(move |_| keep(&full));
            }
        }
        scope.spawn(move |_| keep(&group));
        Ok(())
    })?;
    let mut unpacked = unpacked.into_inner().unwrap_or_else(PoisonError::into_inner);
    unpacked.sort_unstable_by_key(|blocks| blocks.first().map(|row| row.block.number));
    Ok(unpacked.into_iter().flatten().collect())
}

/// Blocks whose heads lie together in memory.
const BLOCKS_OF_GROUP: usize = 64;
/// Bytes of heads after which a group has no more blocks.
const FULL_GROUP: usize = 4 * 1024 * 1024;

/// The heads of some blocks, packed.
#[derive(Default)]
struct Group {
    packed: Vec<u8>,
    /// The number of each block, and where its heads end.
    blocks: Vec<(u32, usize)>,
    /// Bytes of the heads when they are unpacked.
    unpacked: usize,
}

impl Group {
    fn add(&mut self, block: u32, data: &[u8], unpacked: usize) {
        self.unpacked += unpacked;
        self.packed.extend_from_slice(data);
        self.blocks.push((block, self.packed.len()));
    }

    fn unpacked(&self) -> Vec<BlockRow> {
        let starts = std::iter::once(0).chain(self.blocks.iter().map(|(_, end)| *end));
        let pieces = self.blocks.iter().zip(starts);
        let (bytes, places) = unpack_together(pieces.map(|((_, end), start)| &self.packed[start..*end]));
        let bytes = Bytes::from(bytes);
        let columns = |place: Range<usize>| Columns::of_bytes(&bytes.slice(place)).ok();
        let rows = self.blocks.iter().zip(places).map(|((number, _), place)| {
            let columns = place.and_then(columns);
            BlockRow {
                is_damaged: columns.is_none(),
                block: Arc::new(Block::packed(*number, columns.unwrap_or_default())),
            }
        });
        rows.collect()
    }
}

/// The heads of all blocks, packed, so many at a time.
pub(crate) fn packed_columns(
    connection: &Connection,
    at_once: usize,
    mut use_them: impl FnMut(&[Vec<u8>]),
) -> Result<(), ArchiveError> {
    let mut allowance = Allowance::of(connection)?;
    let mut statement = connection.prepare("SELECT data FROM columns ORDER BY block")?;
    let mut rows = statement.query([])?;
    let mut packed = Vec::with_capacity(at_once);
    while let Some(row) = rows.next()? {
        let data = row.get_ref(0)?.as_blob().map_err(|_| ArchiveError::Damaged)?;
        allowance.unpack(data, LARGEST_PIECE)?;
        packed.push(data.to_vec());
        if packed.len() == at_once {
            use_them(&packed);
            packed.clear();
        }
    }
    use_them(&packed);
    Ok(())
}

/// One block with all its streams, from the connection that writes it.
pub(crate) fn read_block(connection: &Connection, block: u32) -> Result<(Columns, Streams), ArchiveError> {
    let read = |query: &str| -> Result<Vec<u8>, ArchiveError> {
        let packed: Option<Vec<u8>> = connection.query_row(query, [block], |row| row.get(0)).optional()?;
        Ok(unpack(&packed.unwrap_or_default(), LARGEST_PIECE)?)
    };
    let columns = Columns::of_bytes(&read("SELECT data FROM columns WHERE block = ?1")?.into())?;
    let streams = Streams {
        texts: read("SELECT data FROM texts WHERE block = ?1")?,
        numbers: read("SELECT data FROM numbers WHERE block = ?1")?,
        uuids: read("SELECT data FROM uuids WHERE block = ?1")?,
        ..Streams::of_tokens(read("SELECT data FROM tokens WHERE block = ?1")?)?
    };
    Ok((columns, streams))
}

/// The dictionary as the file has it.
pub(crate) struct PackedDictionary {
    words: Vec<Vec<u8>>,
    shapes: Vec<Vec<u8>>,
}

pub(crate) fn read_dictionary(connection: &Connection) -> Result<PackedDictionary, ArchiveError> {
    let read = |query: &str| -> Result<Vec<Vec<u8>>, ArchiveError> {
        let mut allowance = Allowance::of(connection)?;
        let mut statement = connection.prepare(query)?;
        let mut rows = statement.query([])?;
        let mut pieces = Vec::new();
        while let Some(row) = rows.next()? {
            let data = row.get_ref(0)?.as_blob().map_err(|_| ArchiveError::Damaged)?;
            allowance.unpack(data, LARGEST_PIECE)?;
            pieces.push(data.to_vec());
        }
        Ok(pieces)
    };
    Ok(PackedDictionary {
        words: read("SELECT data FROM words ORDER BY first")?,
        shapes: read("SELECT data FROM shapes ORDER BY first")?,
    })
}

impl PackedDictionary {
    /// All words and shapes.
    pub(crate) fn unpacked(&self) -> Result<Dictionary, Damaged> {
        let all = |pieces: &[Vec<u8>]| -> Result<Vec<u8>, Damaged> {
            let (bytes, places) = unpack_together(pieces.iter().map(Vec::as_slice));
            places.iter().all(Option::is_some).then_some(bytes).ok_or(Damaged)
        };
        let dictionary = Dictionary::default();
        dictionary.load(&all(&self.words)?, &all(&self.shapes)?)?;
        Ok(dictionary)
    }
}

/// One of the newest events.
pub(crate) struct TailRow {
    pub(crate) text: String,
    /// Whether it was put together of parts.
    pub(crate) is_whole: bool,
}

/// The newest events, which are in no block yet.
pub(crate) fn read_tail(connection: &Connection) -> Result<Vec<TailRow>, ArchiveError> {
    let mut allowance = Allowance::of(connection)?;
    let mut statement = connection.prepare("SELECT event, is_whole FROM tail ORDER BY place LIMIT ?1")?;
    let mut rows = statement.query([ROWS_OF_BLOCK as i64])?;
    let mut tail = Vec::new();
    while let Some(row) = rows.next()? {
        let text = row.get_ref(0)?.as_str().map_err(|_| ArchiveError::Damaged)?;
        allowance.read(text.len())?;
        tail.push(TailRow {
            text: text.to_owned(),
            is_whole: row.get(1)?,
        });
    }
    Ok(tail)
}

/// What the archive says of its session.
pub(crate) fn read_about(connection: &Connection) -> Result<About, ArchiveError> {
    let text: Option<String> = connection
        .query_row("SELECT value FROM about WHERE key = 'about'", [], |row| row.get(0))
        .optional()?;
    match text {
        Some(text) => serde_json::from_str(&text).map_err(|_| ArchiveError::Damaged),
        None => Ok(About::default()),
    }
}

fn version_of(connection: &Connection) -> Result<i64, ArchiveError> {
    Ok(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// What was marked here, by identifier. A file of version 1 has flags only.
pub(crate) fn read_marks(connection: &Connection) -> Result<Vec<(String, KeptMarks)>, ArchiveError> {
    let mut statement = connection.prepare(match version_of(connection)? {
        1 => "SELECT uuid, '{\"flagged\":true}' FROM flags",
        _ => "SELECT uuid, value FROM marks",
    })?;
    let mut allowance = Allowance::of(connection)?;
    let mut rows = statement.query([])?;
    let mut marks = Vec::new();
    while let Some(row) = rows.next()? {
        let (uuid, value): (String, String) = (row.get(0)?, row.get(1)?);
        allowance.read(uuid.len() + value.len())?;
        marks.push((uuid, serde_json::from_str(&value).map_err(|_| ArchiveError::Damaged)?));
    }
    Ok(marks)
}

/// Up to when the session was cleared here, milliseconds since 1970; 0 or less when it was restored here.
pub(crate) fn read_cleared_at(connection: &Connection) -> Result<Option<i64>, ArchiveError> {
    let text: Option<String> = connection
        .query_row("SELECT value FROM about WHERE key = 'clearedAt'", [], |row| row.get(0))
        .optional()?;
    text.map(|text| text.parse().map_err(|_| ArchiveError::Damaged))
        .transpose()
}
