//! What is exported: the same events again, tables and datasets that others read, and nothing where it went wrong.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

#[path = "exports/archives.rs"]
mod archives;
#[path = "exports/dataset.rs"]
mod dataset;
#[path = "exports/odd_events.rs"]
mod odd_events;
#[path = "exports/round_trip.rs"]
mod round_trip;
#[path = "exports/table.rs"]
mod table;
#[path = "exports/writing.rs"]
mod writing;
