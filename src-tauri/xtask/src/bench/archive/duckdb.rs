//! DuckDB, through its package for Node.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::clock::timed;
use super::worker::Worker;
use crate::bench::answer::Answer;
use crate::checkout;
use crate::command::command;
use crate::failure::{Failure, Result};

/// How the table keeps the events.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Packing {
    /// As DuckDB decides by itself.
    Automatic,
    /// Told to pack the payloads with zstd.
    Zstd,
}

/// Reads the events into a table of a new database file: seconds, bytes, and the most memory it took (`resident`).
pub(super) fn import(events: &Path, database: &Path, packing: Packing) -> Result<Answer> {
    if database.exists() {
        std::fs::remove_file(database).map_err(|error| Failure::file(database, &error))?;
    }
    let mode = match packing {
        Packing::Automatic => "import",
        Packing::Zstd => "import-packed",
    };
    let (_, printed) = timed(script().arg(mode).arg(events).arg(database))?;
    Answer::read(&printed)
}

/// A process that holds the table open; it is asked in SQL.
pub(super) fn open(database: &Path) -> Result<Worker> {
    Worker::start(script().arg("serve").arg(database)).map(|(worker, _)| worker)
}

fn script() -> Command {
    let script: PathBuf = checkout::root().join("src-tauri/xtask/bench-peers/duckdb.mjs");
    let mut node = command("node");
    node.arg(script);
    node
}
