//! Tells most hashes that were never met, without a look into any file.

/// Bits that stand for one hash, all in one word of 64: a look costs one visit to memory.
const BITS: u32 = 4;

/// A set that may take a hash for one that it has, and never the other way round. Its size is fixed: with very many
/// hashes it errs more often, which only costs time.
pub(super) struct Filter {
    words: Vec<u64>,
}

impl Filter {
    /// An empty one of so many bits, rounded up to a power of two.
    pub(super) fn new(bits: usize) -> Self {
        let words = (bits / 64).max(1).next_power_of_two();
        Self { words: vec![0; words] }
    }

    pub(super) fn add(&mut self, hash: u64) {
        let place = self.place(hash);
        self.words[place] |= mask(hash);
    }

    pub(super) fn may_have(&self, hash: u64) -> bool {
        let mask = mask(hash);
        self.words[self.place(hash)] & mask == mask
    }

    /// Sorted hashes go from the first word to the last.
    fn place(&self, hash: u64) -> usize {
        let bits = self.words.len().ilog2();
        hash.checked_shr(u64::BITS - bits).unwrap_or(0) as usize
    }
}

fn mask(hash: u64) -> u64 {
    (0..BITS).fold(0, |mask, part| mask | 1 << (hash >> (part * 6) & 63))
}

#[cfg(test)]
mod tests {
    use std::hash::BuildHasher;

    use hashbrown::DefaultHashBuilder;

    use super::*;

    #[test]
    fn it_has_what_was_added_and_little_else() {
        let hasher = DefaultHashBuilder::default();
        for bits in [1, 64, 1 << 18] {
            let mut filter = Filter::new(bits);
            let hash = |number: u32| hasher.hash_one(number);
            (0..10_000).for_each(|number| filter.add(hash(number)));
            assert!((0..10_000).all(|number| filter.may_have(hash(number))));
            let taken = (10_000..20_000).filter(|number| filter.may_have(hash(*number))).count();
            // With 26 bits for each hash one in a thousand is taken for another.
            assert!(bits < 1 << 18 || taken < 100, "{taken} of 10000");
        }
    }
}
