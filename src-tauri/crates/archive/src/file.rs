//! The file: SQLite with a table for each kind of stream, so that a search reads only what it searches.

mod allowance;
mod connection;
mod lock;
mod schema;
mod store;
mod writing;

pub(crate) use connection::{Purpose, allow_copy, create, open_to_read, open_to_write, put_to_rest};
pub(crate) use lock::WriteLock;
pub(crate) use schema::FORMAT;
pub(crate) use store::{
    BlockRow, Store, TailRow, packed_columns, read_about, read_block, read_blocks, read_cleared_at, read_dictionary,
    read_marks, read_tail,
};
pub(crate) use writing::{PackedBlock, Saved, Writing};
