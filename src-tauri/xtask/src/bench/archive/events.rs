//! The file of events that both sides get: made once, then kept.

use std::fmt;
use std::fs;
use std::path::PathBuf;

use super::ours::Ours;
use crate::checkout;
use crate::failure::{Failure, Result};

/// Words that occur in exactly twelve events each. More than one, because a text that was looked for before may be found
/// quicker the next time.
pub(super) const RARE_WORDS: [&str; 11] = [
    "GIFT-7Q2KX-40213",
    "GIFT-M4T9Z-11873",
    "GIFT-WX3PD-90466",
    "GIFT-4HBRN-27751",
    "GIFT-K8VYC-63309",
    "GIFT-2JDQL-58124",
    "GIFT-TZ6FA-35940",
    "GIFT-9NCUE-72618",
    "GIFT-R5WMG-84027",
    "GIFT-HX8LB-19365",
    "GIFT-6YPKS-50792",
];

/// Texts that occur in 14 to 30 of 100 events, typed as somebody may type them.
pub(super) const COMMON_WORDS: [&str; 7] = [
    "KONDUCTOR",
    "adobeorg",
    "Not-Enabled",
    "eventType.Edge",
    "requesteventid",
    "experience EDGE",
    "response Event handle",
];

/// A made-up session in target/bench, one event a line.
pub(super) struct EventsFile {
    pub(super) path: PathBuf,
    pub(super) events: u64,
    bytes: u64,
    checksum: String,
}

impl EventsFile {
    /// Makes the file, unless it is there.
    pub(super) fn make(events: u64, ours: &Ours) -> Result<Self> {
        let folder = folder()?;
        let path = folder.join(format!("events-{events}.ndjson"));
        if !path.is_file() {
            println!("Writing {events} events to {}", path.display());
            // Under its name only when it is whole.
            let unfinished = path.with_extension("unfinished");
            ours.generate(&unfinished, events, &RARE_WORDS)?;
            fs::rename(&unfinished, &path).map_err(|error| Failure::file(&path, &error))?;
        }
        let bytes = fs::metadata(&path).map_err(|error| Failure::file(&path, &error))?.len();
        let checksum = ours.checksum(&path)?;
        Ok(Self {
            path,
            events,
            bytes,
            checksum,
        })
    }
}

impl fmt::Display for EventsFile {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{} events, {:.1} MB of NDJSON, SHA-256 {}…",
            self.events,
            self.bytes as f64 / 1e6,
            self.checksum
        )
    }
}

/// Where the files of the measurements are.
pub(super) fn folder() -> Result<PathBuf> {
    let folder = checkout::target().join("bench");
    fs::create_dir_all(&folder).map_err(|error| Failure::file(&folder, &error))?;
    Ok(folder)
}
