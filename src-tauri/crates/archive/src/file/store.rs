//! Reading what is in the file.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension};

use super::connection::open_to_read;
use crate::about::About;
use crate::codec::{Stream, Streams, unpack};
use crate::columns::Columns;
use crate::error::ArchiveError;

/// Packed bytes that are kept in memory, so that the next search need not read the file. A million events of a
/// kilobyte fit.
const MOST_KEPT: usize = 96 * 1024 * 1024;

/// Gives the packed streams of blocks, to any number of threads.
pub(crate) struct Store {
    path: PathBuf,
    idle: Mutex<Vec<Connection>>,
    kept: AtomicUsize,
}

impl Store {
    pub(crate) fn new(path: &Path) -> Self {
        Self {
            path: path.to_owned(),
            idle: Mutex::default(),
            kept: AtomicUsize::new(0),
        }
    }

    /// One stream of a block, packed.
    pub(crate) fn stream(&self, block: u32, stream: Stream) -> Result<Box<[u8]>, ArchiveError> {
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
            Ok(data.unwrap_or_default())
        })
    }

    /// Which groups of three bytes a block's texts have.
    pub(crate) fn grams(&self, block: u32) -> Result<Box<[u8]>, ArchiveError> {
        let packed: Option<Vec<u8>> = self.with(|connection| {
            let mut statement = connection.prepare_cached("SELECT data FROM grams WHERE block = ?1")?;
            Ok(statement.query_row([block], |row| row.get(0)).optional()?)
        })?;
        Ok(unpack(&packed.unwrap_or_default())?.into())
    }

    /// An event that is kept apart from its block.
    pub(crate) fn apart(&self, block: u32, place: usize) -> Result<String, ArchiveError> {
        let packed: Vec<u8> = self.with(|connection| {
            let mut statement = connection.prepare_cached("SELECT data FROM apart WHERE block = ?1 AND place = ?2")?;
            Ok(statement.query_row((block, place as i64), |row| row.get(0))?)
        })?;
        String::from_utf8(unpack(&packed)?).map_err(|_| ArchiveError::Damaged)
    }

    /// Whether a piece of this size may stay in memory.
    pub(crate) fn may_keep(&self, bytes: usize) -> bool {
        let kept = self.kept.fetch_add(bytes, Ordering::Relaxed);
        let fits = kept + bytes <= MOST_KEPT;
        if !fits {
            self.kept.fetch_sub(bytes, Ordering::Relaxed);
        }
        fits
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
    pub(crate) block: u32,
    /// None when they are damaged.
    pub(crate) columns: Option<Columns>,
}

/// The blocks from a number on, in order. What cannot be read any more ends the list.
pub(crate) fn read_blocks(connection: &Connection, from: u32) -> Result<Vec<BlockRow>, ArchiveError> {
    let mut statement = connection.prepare("SELECT block, data FROM columns WHERE block >= ?1 ORDER BY block")?;
    let mut rows = statement.query([from])?;
    let mut packed: Vec<(u32, Vec<u8>)> = Vec::new();
    while let Some(row) = rows.next()? {
        packed.push((
            row.get(0)?,
            row.get_ref(1)?.as_blob().map_err(|_| ArchiveError::Damaged)?.to_vec(),
        ));
    }
    Ok(packed
        .into_par_iter()
        .map(|(block, data)| BlockRow {
            block,
            columns: unpack(&data).and_then(|bytes| Columns::of_bytes(&bytes)).ok(),
        })
        .collect())
}

/// The heads of all blocks, packed, so many at a time.
pub(crate) fn packed_columns(
    connection: &Connection,
    at_once: usize,
    mut use_them: impl FnMut(&[Vec<u8>]),
) -> Result<(), ArchiveError> {
    let mut statement = connection.prepare("SELECT data FROM columns ORDER BY block")?;
    let mut rows = statement.query([])?;
    let mut packed = Vec::with_capacity(at_once);
    while let Some(row) = rows.next()? {
        packed.push(row.get_ref(0)?.as_blob().map_err(|_| ArchiveError::Damaged)?.to_vec());
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
        Ok(unpack(&packed.unwrap_or_default())?)
    };
    let columns = Columns::of_bytes(&read("SELECT data FROM columns WHERE block = ?1")?)?;
    let streams = Streams {
        texts: read("SELECT data FROM texts WHERE block = ?1")?,
        numbers: read("SELECT data FROM numbers WHERE block = ?1")?,
        uuids: read("SELECT data FROM uuids WHERE block = ?1")?,
        ..Streams::of_tokens(read("SELECT data FROM tokens WHERE block = ?1")?)?
    };
    Ok((columns, streams))
}

/// The dictionary: words, then shapes.
pub(crate) fn read_dictionary(connection: &Connection) -> Result<(Vec<u8>, Vec<u8>), ArchiveError> {
    let read = |query: &str| -> Result<Vec<u8>, ArchiveError> {
        let mut statement = connection.prepare(query)?;
        let mut rows = statement.query([])?;
        let mut all = Vec::new();
        while let Some(row) = rows.next()? {
            let ValueRef::Blob(data) = row.get_ref(0)? else {
                return Err(ArchiveError::Damaged);
            };
            all.extend_from_slice(&unpack(data)?);
        }
        Ok(all)
    };
    Ok((
        read("SELECT data FROM words ORDER BY first")?,
        read("SELECT data FROM shapes ORDER BY first")?,
    ))
}

/// One of the newest events.
pub(crate) struct TailRow {
    pub(crate) text: String,
    /// Whether it was put together of parts.
    pub(crate) is_whole: bool,
}

/// The newest events, which are in no block yet.
pub(crate) fn read_tail(connection: &Connection) -> Result<Vec<TailRow>, ArchiveError> {
    let mut statement = connection.prepare("SELECT event, is_whole FROM tail ORDER BY place")?;
    let rows = statement.query_map([], |row| {
        Ok(TailRow {
            text: row.get(0)?,
            is_whole: row.get(1)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
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

/// The identifiers that are flagged.
pub(crate) fn read_flags(connection: &Connection) -> Result<Vec<String>, ArchiveError> {
    let mut statement = connection.prepare("SELECT uuid FROM flags")?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
