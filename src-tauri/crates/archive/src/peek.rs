//! A short look into a file, for lists of archives.

use std::path::Path;

use rayon::prelude::*;

use crate::about::About;
use crate::archive::Archive;
use crate::codec::{LARGEST_PIECE, unpack};
use crate::columns::{Columns, RowMark};
use crate::error::ArchiveError;
use crate::file::{open_to_read, packed_columns, read_about, read_tail};

/// What [`peek`] tells of an archive.
#[derive(Debug, Clone, PartialEq)]
pub struct Peek {
    /// The session, and how the archive came to be.
    pub about: About,
    /// How many events it shows; a whole event counts once, its parts no more.
    pub events: usize,
    /// The oldest event's timestamp, milliseconds since 1970.
    pub first: Option<i64>,
    /// The newest event's timestamp, milliseconds since 1970.
    pub last: Option<i64>,
    /// The file's size in bytes.
    pub bytes: u64,
    /// Blocks of up to 128 events that can no longer be read.
    pub unreadable_blocks: usize,
}

/// Blocks that are in memory at one time.
const AT_ONCE: usize = 256;

/// Looks into an archive without opening it; another program may be writing to it.
///
/// # Errors
/// When it is not there, is no archive, is of a newer version or too damaged to tell anything.
pub fn peek(path: &Path) -> Result<Peek, ArchiveError> {
    let connection = open_to_read(path)?;
    let about = read_about(&connection)?;
    let mut seen = Seen::default();
    packed_columns(&connection, AT_ONCE, |packed| {
        let of_blocks = packed.par_iter().map(|data| Seen::of_block(data));
        seen = of_blocks
            .reduce(Seen::default, |left, right| left.and(&right))
            .and(&seen);
    })?;
    for row in read_tail(&connection)? {
        seen = seen.and(&Seen::of_event(&row.text, row.is_whole)?);
    }
    if seen.has_wholes {
        // Which parts they replace is known only when it is open.
        return of_open(&Archive::open_to_read(path)?);
    }
    Ok(Peek {
        about,
        events: seen.events,
        first: seen.first,
        last: seen.last,
        bytes: bytes(path),
        unreadable_blocks: seen.unreadable,
    })
}

fn of_open(archive: &Archive) -> Result<Peek, ArchiveError> {
    let info = archive.info();
    Ok(Peek {
        about: archive.about(),
        events: info.events,
        first: info.first,
        last: info.last,
        bytes: info.bytes,
        unreadable_blocks: info.unreadable_blocks,
    })
}

fn bytes(path: &Path) -> u64 {
    std::fs::metadata(path).map_or(0, |about| about.len())
}

/// What was counted of some events.
#[derive(Default)]
struct Seen {
    events: usize,
    first: Option<i64>,
    last: Option<i64>,
    has_wholes: bool,
    unreadable: usize,
}

impl Seen {
    fn of_block(packed: &[u8]) -> Self {
        let Ok(columns) = unpack(packed, LARGEST_PIECE).and_then(|bytes| Columns::of_bytes(&bytes.into())) else {
            return Self {
                unreadable: 1,
                ..Self::default()
            };
        };
        let rows = columns.timestamps.iter().zip(&columns.marks);
        let shown = || rows.clone().filter(|(_, mark)| **mark != RowMark::Again);
        Self {
            events: shown().count(),
            first: shown().map(|(time, _)| time).min(),
            last: shown().map(|(time, _)| time).max(),
            has_wholes: columns.marks.contains(&RowMark::Whole),
            unreadable: 0,
        }
    }

    fn of_event(text: &str, is_whole: bool) -> Result<Self, ArchiveError> {
        let event = event::Event::from_json(text).map_err(|_| ArchiveError::Damaged)?;
        Ok(Self {
            events: 1,
            first: Some(event.timestamp),
            last: Some(event.timestamp),
            has_wholes: is_whole,
            unreadable: 0,
        })
    }

    fn and(self, other: &Self) -> Self {
        Self {
            events: self.events + other.events,
            first: self.first.into_iter().chain(other.first).min(),
            last: self.last.max(other.last),
            has_wholes: self.has_wholes || other.has_wholes,
            unreadable: self.unreadable + other.unreadable,
        }
    }
}

#[cfg(test)]
mod tests {
    use event::Event;
    use serde_json::json;

    use super::*;

    #[test]
    fn a_look_tells_what_opening_does() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.assurance");
        let about = About {
            organization: Some("org@AdobeOrg".into()),
            ..About::default()
        };
        let archive = Archive::create(&path, &about).unwrap();
        let event = |number: i64| Event::from_json(&json!({"uuid": number, "timestamp": 1_000 - number}).to_string());
        let part = |number: i64| {
            let metadata = json!({"chunkId": "C", "chunkTotal": 2, "chunkSequenceNumber": number});
            let part = json!({"uuid": format!("p{number}"), "timestamp": 5_000 + number, "metadata": metadata,
                "payload": {"chunkData": "1"}});
            Event::from_json(&part.to_string())
        };
        let check = || {
            let looked = peek(&path).unwrap();
            assert_eq!(looked, of_open(&Archive::open_to_read(&path).unwrap()).unwrap());
            looked
        };
        assert_eq!((check().events, check().first), (0, None));
        archive
            .insert((0..300).map(|number| event(number).unwrap()).collect())
            .unwrap();
        assert_eq!(
            (check().events, check().first, check().last),
            (300, Some(701), Some(1_000))
        );
        archive.insert(vec![part(0).unwrap()]).unwrap();
        assert_eq!(check().events, 301);
        archive.insert(vec![part(1).unwrap()]).unwrap();
        assert_eq!((check().events, check().about), (301, about));
        archive.close().unwrap();
        assert_eq!(check().events, 301);
    }
}
