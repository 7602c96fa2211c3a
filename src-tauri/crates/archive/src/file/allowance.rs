//! How much a look through a whole table may take: a file may come from anybody, and what it claims is not believed.

use rusqlite::Connection;

use crate::codec::{Damaged, unpacked_size};
use crate::error::ArchiveError;

/// What any file may take, however small it is; another program may be adding to it meanwhile.
const ANYWAY: u64 = 64 * 1024 * 1024;
/// No table packs better than this over its whole length.
const BEST_PACKED: u64 = 64;
/// What SQLite keeps of a row beside its values, at least.
const ROW: u64 = 4;

/// Counts down while a table is read. Pages of a hostile file may be part of a table many times, and what is packed may
/// unpack to a thousand times its size.
pub(super) struct Allowance {
    to_read: u64,
    to_unpack: u64,
}

impl Allowance {
    /// For one table of a file.
    pub(super) fn of(connection: &Connection) -> Result<Self, ArchiveError> {
        let number = |pragma| connection.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0));
        let bytes = number("page_count")?.max(0).cast_unsigned() * number("page_size")?.max(0).cast_unsigned();
        Ok(Self {
            to_read: ANYWAY + 2 * bytes,
            to_unpack: ANYWAY,
        })
    }

    /// A row with so many bytes was read.
    pub(super) fn read(&mut self, bytes: usize) -> Result<(), Damaged> {
        self.to_read = self.to_read.checked_sub(bytes as u64 + ROW).ok_or(Damaged)?;
        Ok(())
    }

    /// A row was read whose value is about to be unpacked. How much that takes; nothing where it cannot be unpacked.
    pub(super) fn unpack(&mut self, packed: &[u8], most: usize) -> Result<usize, Damaged> {
        self.read(packed.len())?;
        let size = unpacked_size(packed, most).unwrap_or_default();
        self.to_unpack += packed.len() as u64 * BEST_PACKED;
        self.to_unpack = self.to_unpack.checked_sub(size as u64).ok_or(Damaged)?;
        Ok(size)
    }
}
