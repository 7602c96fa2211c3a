//! The tables, their version, and the way from older versions to this one.

use std::collections::HashSet;
use std::sync::OnceLock;

use rusqlite::{Connection, TransactionBehavior};

use crate::error::ArchiveError;

/// Marks a file as an archive of a session: `ASES`.
const APPLICATION: i64 = 0x4153_4553;
/// The version of the format that this program writes.
pub(crate) const FORMAT: i64 = 2;

/// What each version brought; the first makes an empty file version 1. A version that was ever given to users never
/// changes here; the next one is added behind it.
const VERSIONS: [&str; FORMAT as usize] = [
    "
    -- What the archive says of its session: JSON.
    CREATE TABLE about (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) WITHOUT ROWID;
    -- Strings and numbers that events share, and lists of keys; each row goes on where the one before ended.
    CREATE TABLE words (first INTEGER PRIMARY KEY, data BLOB NOT NULL);
    CREATE TABLE shapes (first INTEGER PRIMARY KEY, data BLOB NOT NULL);
    -- Blocks of up to 128 events: their heads, and the four streams that their content is cut up into.
    CREATE TABLE columns (block INTEGER PRIMARY KEY, data BLOB NOT NULL);
    CREATE TABLE tokens (block INTEGER PRIMARY KEY, data BLOB NOT NULL);
    CREATE TABLE texts (block INTEGER PRIMARY KEY, data BLOB NOT NULL);
    CREATE TABLE numbers (block INTEGER PRIMARY KEY, data BLOB NOT NULL);
    CREATE TABLE uuids (block INTEGER PRIMARY KEY, data BLOB NOT NULL);
    -- Which groups of three bytes a block's texts have.
    CREATE TABLE grams (block INTEGER PRIMARY KEY, data BLOB NOT NULL);
    -- Events too large for a block.
    CREATE TABLE apart (block INTEGER NOT NULL, place INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY (block, place));
    -- The newest events, as text, until a block is full.
    CREATE TABLE tail (place INTEGER PRIMARY KEY, is_whole INTEGER NOT NULL, event TEXT NOT NULL);
    -- Flags that were set here.
    CREATE TABLE flags (uuid TEXT PRIMARY KEY NOT NULL) WITHOUT ROWID;
",
    "
    -- What was marked here: JSON. Flags were all there was before.
    CREATE TABLE marks (uuid TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) WITHOUT ROWID;
    INSERT INTO marks (uuid, value) SELECT uuid, '{\"flagged\":true}' FROM flags;
    DROP TABLE flags;
",
];

/// Makes the tables of an empty file.
pub(super) fn create(connection: &mut Connection) -> Result<(), ArchiveError> {
    connection.pragma_update(None, "application_id", APPLICATION)?;
    migrate(connection, 0)
}

/// Checks that the file is an archive, and one that this program knows. Returns its version.
pub(super) fn check(connection: &Connection) -> Result<i64, ArchiveError> {
    let application: i64 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    if application != APPLICATION {
        return Err(ArchiveError::NotAnArchive);
    }
    let found: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if found > FORMAT {
        return Err(ArchiveError::NewerVersion { found, known: FORMAT });
    }
    if found < 1 {
        return Err(ArchiveError::NotAnArchive);
    }
    check_tables(connection, found)?;
    Ok(found)
}

/// Brings an older file to this version, in one transaction for each step.
pub(super) fn migrate(connection: &mut Connection, from: i64) -> Result<(), ArchiveError> {
    for (version, change) in (1i64..).zip(VERSIONS).skip(usize::try_from(from).unwrap_or(0)) {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        transaction.execute_batch(change)?;
        transaction.pragma_update(None, "user_version", version)?;
        transaction.commit()?;
    }
    Ok(())
}

/// A mailed file may hold triggers, views, virtual tables and computed columns that act when it is read or written. Ours
/// has what its version made, to the letter, and nothing else.
fn check_tables(connection: &Connection, version: i64) -> Result<(), ArchiveError> {
    static EXPECTED: [OnceLock<Vec<Item>>; VERSIONS.len()] = [const { OnceLock::new() }; VERSIONS.len()];
    let expected = &EXPECTED[usize::try_from(version - 1).map_err(|_| ArchiveError::NotAnArchive)?];
    let expected = match expected.get() {
        Some(expected) => expected,
        None => {
            let made = made_by(version)?;
            expected.get_or_init(|| made)
        }
    };
    if items(connection, expected.len() + 1)? == *expected {
        Ok(())
    } else {
        Err(ArchiveError::NotAnArchive)
    }
}

/// What SQLite keeps of a table, an index, a view or a trigger.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Item {
    name: String,
    kind: String,
    table: String,
    /// How it was made; nothing for the index of a primary key.
    sql: Option<String>,
    /// Whether it has pages, and shares them with none before it.
    has_pages: bool,
}

/// What an empty file of a version has.
fn made_by(version: i64) -> Result<Vec<Item>, ArchiveError> {
    let connection = Connection::open_in_memory()?;
    for change in VERSIONS.into_iter().take(usize::try_from(version).unwrap_or(0)) {
        connection.execute_batch(change)?;
    }
    items(&connection, usize::MAX)
}

/// In the order of their names, at most so many.
fn items(connection: &Connection, most: usize) -> Result<Vec<Item>, ArchiveError> {
    let mut statement = connection.prepare("SELECT name, type, tbl_name, sql, rootpage FROM sqlite_master")?;
    let mut rows = statement.query([])?;
    let (mut items, mut pages) = (Vec::new(), HashSet::new());
    while items.len() < most
        && let Some(row) = rows.next()?
    {
        let first_page: i64 = row.get(4)?;
        items.push(Item {
            name: row.get(0)?,
            kind: row.get(1)?,
            table: row.get(2)?,
            sql: row.get(3)?,
            has_pages: first_page > 1 && pages.insert(first_page),
        });
    }
    items.sort();
    Ok(items)
}
