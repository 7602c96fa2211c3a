//! Which identifiers were met, in memory that does not grow with them.

mod filter;
mod runs;

use std::hash::BuildHasher;
use std::path::{Path, PathBuf};

use event::EventId;
use hashbrown::{DefaultHashBuilder, HashTable};

use crate::error::ArchiveError;
use filter::Filter;
use runs::Runs;

/// Parts of the set, so that only one of them is doubled at a time. A hash's first bits say its part, so the parts one
/// behind the other are in order.
const SHARDS: usize = 64;

/// How much may be in memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Room {
    /// Identifiers, before those that are there go to a file.
    pub(super) recent: usize,
    /// Bits of the filter in front of the files.
    pub(super) filter: usize,
}

impl Default for Room {
    /// 19 MB until the first identifiers go to a file, 53 MB then.
    fn default() -> Self {
        Self {
            // With a few more every shard would double.
            recent: 1_750_000,
            filter: 256 * 1024 * 1024,
        }
    }
}

/// A set of identifiers. It keeps 64 bits of a seeded hash of each: among ten million, two different ones are taken for
/// one in about one of 400,000 imports, and the whole identifiers would take twice the time to write and read.
///
/// The newest are in memory, the others in sorted files beside the archive that have no name and go when the import
/// ends in any way. A new identifier, the common case, is told by the filter alone.
pub(super) struct Known {
    recent: Vec<HashTable<u64>>,
    count: usize,
    hasher: DefaultHashBuilder,
    older: Option<Older>,
    folder: PathBuf,
    room: Room,
}

/// What is no longer in memory.
struct Older {
    filter: Filter,
    runs: Runs,
}

impl Known {
    /// An empty set, whose files will be in `folder`.
    pub(super) fn new(folder: &Path, room: Room) -> Self {
        Self {
            recent: vec![HashTable::new(); SHARDS],
            count: 0,
            hasher: DefaultHashBuilder::default(),
            older: None,
            folder: folder.to_owned(),
            room,
        }
    }

    /// Adds an identifier; says whether it is new.
    pub(super) fn add(&mut self, id: &EventId) -> Result<bool, ArchiveError> {
        let hash = self.hasher.hash_one(id);
        let shard = &mut self.recent[shard_of(hash)];
        if shard.find(in_shard(hash), |other| *other == hash).is_some() {
            return Ok(false);
        }
        if let Some(older) = &mut self.older
            && older.filter.may_have(hash)
            && older.runs.has(hash).map_err(|error| of_system(&error, &self.folder))?
        {
            return Ok(false);
        }
        shard.insert_unique(in_shard(hash), hash, |other| in_shard(*other));
        self.count += 1;
        if self.count == self.room.recent {
            self.put_away()?;
        }
        Ok(true)
    }

    /// Writes what is in memory to a file.
    fn put_away(&mut self) -> Result<(), ArchiveError> {
        let older = self.older.get_or_insert_with(|| Older {
            filter: Filter::new(self.room.filter),
            runs: Runs::new(&self.folder),
        });
        let filter = &mut older.filter;
        let sorted = self.recent.iter_mut().flat_map(|shard| {
            let mut hashes: Vec<u64> = shard.drain().collect();
            hashes.sort_unstable();
            hashes
        });
        let sorted = sorted.inspect(|hash| filter.add(*hash));
        older
            .runs
            .add(sorted)
            .map_err(|error| of_system(&error, &self.folder))?;
        self.count = 0;
        Ok(())
    }
}

fn of_system(error: &std::io::Error, folder: &Path) -> ArchiveError {
    ArchiveError::of_system(error, folder)
}

fn shard_of(hash: u64) -> usize {
    (hash >> (u64::BITS - SHARDS.ilog2())) as usize
}

/// The table looks at the first and the last bits, and all hashes of a shard begin with the same.
fn in_shard(hash: u64) -> u64 {
    hash.rotate_left(32)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::*;

    const NO_ROOM: Room = Room { recent: 7, filter: 64 };

    fn id(number: u32) -> EventId {
        EventId::new(&format!("e{number}"))
    }

    #[test]
    fn an_identifier_is_new_once() {
        let folder = tempfile::tempdir().unwrap();
        // The smaller the filter, the more often a file is asked in vain.
        for filter in [64, 1 << 20] {
            let mut known = Known::new(folder.path(), Room { recent: 999, filter });
            for round in 0..2 {
                for number in 0..30_000 {
                    assert_eq!(known.add(&id(number)).unwrap(), round == 0, "{number}");
                }
            }
        }
    }

    #[test]
    fn files_stay_few_and_have_no_name() {
        let folder = tempfile::tempdir().unwrap();
        let mut known = Known::new(folder.path(), NO_ROOM);
        for number in 0..7 * 1000 {
            known.add(&id(number)).unwrap();
        }
        assert!(known.older.unwrap().runs.count() <= 20);
        if cfg!(unix) {
            assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
        }
    }

    #[test]
    fn a_folder_that_is_not_there_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let mut known = Known::new(&folder.path().join("gone"), NO_ROOM);
        let problem = (0..7).find_map(|number| known.add(&id(number)).err());
        assert_eq!(problem, Some(ArchiveError::NotFound { name: "gone".into() }));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]

        #[test]
        fn it_knows_what_a_plain_set_knows(
            numbers in prop::collection::vec(prop_oneof![0..40_u32, 0..4000_u32], 0..3000),
            recent in 5..300_usize,
            filter in prop_oneof![Just(64_usize), Just(4096), Just(1 << 16)],
        ) {
            let folder = tempfile::tempdir().unwrap();
            let mut known = Known::new(folder.path(), Room { recent, filter });
            let mut plain = HashSet::new();
            for number in numbers {
                prop_assert_eq!(known.add(&id(number)).unwrap(), plain.insert(number));
            }
        }
    }
}
