//! Opening the file: to make it, to write on, or only to read.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};

use super::schema;
use crate::error::ArchiveError;
use crate::import::LARGEST_EVENT;

/// Bytes of a page. A session is followed in small steps; what is imported at once comes in large pieces.
const PAGE: i64 = 4 * 1024;
const LARGE_PAGE: i64 = 16 * 1024;
/// How long to wait for another connection of this program or of another.
const PATIENCE: Duration = Duration::from_secs(5);

/// More than what this program asks of SQLite, and no more than that is done for a file: a row holds one event, or one
/// piece that was packed.
const LIMITS: [(Limit, i32); 9] = [
    (Limit::SQLITE_LIMIT_LENGTH, LARGEST_EVENT as i32 + 1024 * 1024),
    (Limit::SQLITE_LIMIT_SQL_LENGTH, 16 * 1024),
    (Limit::SQLITE_LIMIT_COLUMN, 16),
    (Limit::SQLITE_LIMIT_EXPR_DEPTH, 16),
    (Limit::SQLITE_LIMIT_COMPOUND_SELECT, 1),
    (Limit::SQLITE_LIMIT_ATTACHED, 0),
    (Limit::SQLITE_LIMIT_VARIABLE_NUMBER, 8),
    (Limit::SQLITE_LIMIT_TRIGGER_DEPTH, 0),
    (Limit::SQLITE_LIMIT_WORKER_THREADS, 0),
];

/// What a file is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Events are added as they arrive.
    Following,
    /// Many events are added at once. Nothing protects the file against a crash until it is whole, and nobody sees it
    /// before it is.
    Import {
        /// Whether they are more than a few thousand.
        is_large: bool,
    },
}

/// Makes a new file.
pub(crate) fn create(path: &Path, purpose: Purpose) -> Result<Connection, ArchiveError> {
    let mut connection = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)?;
    let is_large = purpose == Purpose::Import { is_large: true };
    connection.pragma_update(None, "page_size", if is_large { LARGE_PAGE } else { PAGE })?;
    if matches!(purpose, Purpose::Import { .. }) {
        connection.pragma_update_and_check(None, "journal_mode", "off", |_| Ok(()))?;
        connection.pragma_update(None, "synchronous", "off")?;
        connection.pragma_update_and_check(None, "locking_mode", "exclusive", |_| Ok(()))?;
        schema::create(&mut connection)?;
    } else {
        schema::create(&mut connection)?;
        follow(&connection)?;
    }
    Ok(connection)
}

/// Opens a file to write on, and brings it to the newest version of the format.
pub(crate) fn open_to_write(path: &Path) -> Result<Connection, ArchiveError> {
    let mut connection = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    let version = schema::check(&connection)?;
    schema::migrate(&mut connection, version)?;
    if connection.is_readonly(rusqlite::MAIN_DB)? {
        return Err(ArchiveError::ReadOnly);
    }
    follow(&connection)?;
    Ok(connection)
}

/// Opens a file to read only; works in a folder that cannot be written, too.
pub(crate) fn open_to_read(path: &Path) -> Result<Connection, ArchiveError> {
    let connection = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    match schema::check(&connection) {
        // SQLite wants to write beside a file that a crash left in the middle of following. Where it may not, the
        // file alone is read, as it was when it was last put to rest.
        Err(ArchiveError::NoAccess | ArchiveError::ReadOnly) if path.exists() => {
            let connection = connect_as_it_is(path)?;
            schema::check(&connection)?;
            Ok(connection)
        }
        Err(error) => Err(error),
        Ok(_) => Ok(connection),
    }
}

/// Lets SQLite write a copy, which it attaches for that.
pub(crate) fn allow_copy(connection: &Connection) -> Result<(), ArchiveError> {
    connection.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 1)?;
    Ok(())
}

/// Makes the file one that can be mailed: everything in it, nothing beside it.
pub(crate) fn put_to_rest(connection: &Connection) -> Result<(), ArchiveError> {
    connection.pragma_update_and_check(None, "journal_mode", "delete", |_| Ok(()))?;
    Ok(())
}

/// While following, readers go on while one writes, and a crash loses nothing that was committed.
fn follow(connection: &Connection) -> Result<(), ArchiveError> {
    connection.pragma_update_and_check(None, "journal_mode", "wal", |_| Ok(()))?;
    connection.pragma_update(None, "synchronous", "normal")?;
    Ok(())
}

fn connect(path: &Path, flags: OpenFlags) -> Result<Connection, ArchiveError> {
    if !flags.contains(OpenFlags::SQLITE_OPEN_CREATE) {
        let about = std::fs::metadata(path).map_err(|error| ArchiveError::of_system(&error, path))?;
        if about.len() == 0 {
            return Err(ArchiveError::NotAnArchive);
        }
    }
    secured(Connection::open_with_flags(
        path,
        flags | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?)
}

fn connect_as_it_is(path: &Path) -> Result<Connection, ArchiveError> {
    let mut address = url_of(path);
    address.push_str("?immutable=1");
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    secured(Connection::open_with_flags(address, flags)?)
}

/// The file may come from anybody: nothing that it brings along is run.
fn secured(connection: Connection) -> Result<Connection, ArchiveError> {
    connection.busy_timeout(PATIENCE)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
    for (limit, most) in LIMITS {
        connection.set_limit(limit, most)?;
    }
    connection.pragma_update(None, "cell_size_check", true)?;
    connection.pragma_update(None, "cache_size", -4096)?;
    Ok(connection)
}

/// The path as SQLite's addresses write it.
fn url_of(path: &Path) -> String {
    let mut address = String::from("file:");
    for byte in path.to_string_lossy().bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' => address.push(byte as char),
            _ => address.push_str(&format!("%{byte:02X}")),
        }
    }
    address
}
