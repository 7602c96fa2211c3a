//! Which identifiers were met, in as little memory as that can be known with.

use std::hash::BuildHasher;

use event::EventId;
use hashbrown::{DefaultHashBuilder, HashTable};

/// Parts of the set, so that only one of them is doubled at a time.
const SHARDS: usize = 64;

/// A set of identifiers. It keeps 64 bits of a seeded hash of each: among ten million, two different ones are taken for
/// one in about one of 400,000 imports, and the whole identifiers would take more memory than an import may.
pub(super) struct Known {
    shards: Vec<HashTable<u64>>,
    hasher: DefaultHashBuilder,
}

impl Known {
    pub(super) fn new() -> Self {
        Self {
            shards: vec![HashTable::new(); SHARDS],
            hasher: DefaultHashBuilder::default(),
        }
    }

    /// Adds an identifier; says whether it is new.
    pub(super) fn add(&mut self, id: &EventId) -> bool {
        let hash = self.hasher.hash_one(id);
        let shard = &mut self.shards[(hash >> 32) as usize % SHARDS];
        if shard.find(hash, |other| *other == hash).is_some() {
            return false;
        }
        shard.insert_unique(hash, hash, |other| *other);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identifier_is_new_once() {
        let mut known = Known::new();
        for round in 0..2 {
            for number in 0..50_000 {
                assert_eq!(known.add(&EventId::new(&format!("e{number}"))), round == 0);
            }
        }
    }
}
