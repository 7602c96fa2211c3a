//! The archive of a large session, beside the tools that a person would use instead.
//!
//! Both sides get the same file of made-up events and take turns, so that whatever else the machine does meets both. Every
//! count is compared too: a quick answer that is wrong ends the comparison.

mod clock;
mod comparison;
mod duckdb;
mod events;
mod growth;
mod line_tools;
mod ours;
mod plot;
mod worker;

use std::path::PathBuf;

use crate::failure::Result;
use crate::node;
use crate::system_packages::{self, Need};
use comparison::Comparison;
use events::EventsFile;
use ours::Ours;

/// Prints the table of the archive's goals, measured on a session of this many events.
pub(super) fn compare(events: u64) -> Result {
    system_packages::install(&[Need::Benchmarks])?;
    node::install()?;
    let ours = Ours::build()?;
    let file = EventsFile::make(events, &ours)?;
    println!("{file}");
    Comparison::new(&ours, &file)?.run()
}

/// A file of so many made-up events, which is made unless it is there.
pub(super) fn events_file(events: u64) -> Result<PathBuf> {
    let path = events::folder()?.join(format!("events-{events}.ndjson"));
    if path.is_file() {
        return Ok(path);
    }
    EventsFile::make(events, &Ours::build()?).map(|file| file.path)
}

/// Measures ever larger sessions up to this many events, and draws how everything grows.
pub(super) fn grow(most: u64) -> Result {
    growth::measure(&Ours::build()?, most)
}
