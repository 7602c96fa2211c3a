//! A column of words. A block has few different ones, so they are listed once, with a byte for each row; those of the
//! file are read out of its bytes only when somebody asks for them: most columns of most archives never are.

use std::ops::Index;
use std::sync::OnceLock;

use bytes::Bytes;

use super::mask_of;
use crate::block::places as rows_in;
use crate::codec::{Damaged, ROWS_OF_BLOCK, write_varint};

/// One word for each row.
#[derive(Debug, Clone)]
pub(crate) enum WordColumn {
    /// Of a block that grows.
    Growing(Vec<u32>),
    /// Of a block that was full a moment ago.
    Full(Listed),
    /// As the file has them.
    Packed { bytes: Bytes, words: OnceLock<Listed> },
}

/// The words of rows to which none are added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Listed {
    /// All rows have the same.
    One { word: u32, rows: u8 },
    /// Each word once, and which of them each row has.
    Several(Several),
}

/// In one piece of memory: a look at a block that nobody looked at for a while waits for memory once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Several {
    /// The different words, then for each row the place of its word among them: a byte, four of them in each number.
    cells: Box<[u32]>,
    different: u8,
    rows: u8,
}

impl Several {
    fn new(different: &[u32], places: &[u8]) -> Self {
        let four = |places: &[u8]| places.iter().rev().fold(0, |four, place| four << 8 | u32::from(*place));
        Self {
            cells: different.iter().copied().chain(places.chunks(4).map(four)).collect(),
            different: different.len() as u8,
            rows: places.len() as u8,
        }
    }

    fn different(&self) -> &[u32] {
        &self.cells[..usize::from(self.different)]
    }

    /// The place of each row's word among the different ones, four by four; behind the last row there may be more.
    fn fours(&self) -> impl Iterator<Item = [u8; 4]> {
        self.cells[usize::from(self.different)..]
            .iter()
            .map(|four| four.to_le_bytes())
    }

    #[inline]
    fn word(&self, row: usize) -> &u32 {
        let four = self.cells[usize::from(self.different) + row / 4].to_le_bytes();
        &self.cells[usize::from(four[row % 4])]
    }
}

impl Default for WordColumn {
    fn default() -> Self {
        Self::Growing(Vec::new())
    }
}

impl WordColumn {
    pub(super) fn push(&mut self, word: u32) {
        if !matches!(self, Self::Growing(_)) {
            *self = Self::Growing(self.iter().collect());
        }
        if let Self::Growing(words) = self {
            words.push(word);
        }
    }

    /// The same words in as little room as they need: nothing is added any more.
    pub(super) fn narrowed(self) -> Self {
        match self {
            Self::Growing(words) => Self::Full(listed(words.into_iter())),
            other => other,
        }
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = u32> {
        let rows = match self.held_as() {
            HeldAs::Words(words) => words.len(),
            HeldAs::Listed(listed) => listed.rows(),
        };
        (0..rows).map(|place| self[place])
    }

    /// The rows whose word is wanted; each different word of a full block is asked about once.
    pub(crate) fn mask(&self, mut is_wanted: impl FnMut(u32) -> bool) -> u128 {
        match self.held_as() {
            HeldAs::Words(words) => mask_of(words, |word| is_wanted(*word)),
            HeldAs::Listed(Listed::One { word, rows }) => match is_wanted(*word) {
                true => rows_to(*rows),
                false => 0,
            },
            HeldAs::Listed(Listed::Several(several)) => {
                let mut wanted = [0u8; ROWS_OF_BLOCK];
                let mut is_any_wanted = false;
                for (wanted, word) in wanted.iter_mut().zip(several.different()) {
                    *wanted = u8::from(is_wanted(*word));
                    is_any_wanted |= *wanted == 1;
                }
                if !is_any_wanted {
                    return 0;
                }
                let wanted = |place: u8| u64::from(wanted[usize::from(place) % ROWS_OF_BLOCK]);
                let mut halves = [0u64; 2];
                for (number, [first, second, third, fourth]) in several.fours().enumerate() {
                    let four = wanted(first) | wanted(second) << 1 | wanted(third) << 2 | wanted(fourth) << 3;
                    halves[number / 16 % 2] |= four << (number % 16 * 4);
                }
                (u128::from(halves[0]) | u128::from(halves[1]) << 64) & rows_to(several.rows)
            }
        }
    }

    /// Tells each word that some of the rows have, and how many of them; a word may be told more than once.
    pub(crate) fn count(&self, rows: u128, mut tell: impl FnMut(u32, u32)) {
        match self.held_as() {
            HeldAs::Words(words) => rows_in(rows).for_each(|place| tell(words[place], 1)),
            HeldAs::Listed(Listed::One { word, .. }) => match rows.count_ones() {
                0 => {}
                count => tell(*word, count),
            },
            HeldAs::Listed(Listed::Several(several)) if rows == rows_to(several.rows) => {
                // Neighbours often have the same word: counted apart, one need not wait for the other.
                let mut counts = [[0u8; ROWS_OF_BLOCK]; 4];
                for four in several.fours() {
                    for (counts, place) in counts.iter_mut().zip(four) {
                        counts[usize::from(place) % ROWS_OF_BLOCK] += 1;
                    }
                }
                // Behind the last row the first word was counted.
                let behind = u32::from(several.rows).next_multiple_of(4) - u32::from(several.rows);
                for (place, word) in several.different().iter().enumerate() {
                    let count: u32 = counts.iter().map(|counts| u32::from(counts[place])).sum();
                    tell(*word, if place == 0 { count - behind } else { count });
                }
            }
            HeldAs::Listed(Listed::Several(several)) => {
                rows_in(rows).for_each(|row| tell(*several.word(row), 1));
            }
        }
    }

    pub(super) fn write(&self, bytes: &mut Vec<u8>) {
        for word in self.iter() {
            write_varint(bytes, u64::from(word.wrapping_add(1)));
        }
    }

    /// The column of so many rows that begins at a place; moves the place behind it.
    pub(super) fn at(bytes: &Bytes, at: &mut usize, rows: usize) -> Result<Self, Damaged> {
        let start = *at;
        *at += length_of_varints(&bytes[start..], rows).ok_or(Damaged)?;
        Ok(Self::Packed {
            bytes: bytes.slice(start..*at),
            words: OnceLock::new(),
        })
    }

    /// Bytes in memory beside the column itself.
    pub(super) fn held(&self) -> usize {
        match self {
            Self::Growing(words) => words.capacity() * size_of::<u32>(),
            Self::Full(listed) => listed.held(),
            Self::Packed { bytes, words } => bytes.len() + words.get().map_or(0, Listed::held),
        }
    }

    fn held_as(&self) -> HeldAs<'_> {
        match self {
            Self::Growing(words) => HeldAs::Words(words),
            Self::Full(listed) => HeldAs::Listed(listed),
            Self::Packed { bytes, words } => HeldAs::Listed(words.get_or_init(|| listed_of(bytes))),
        }
    }
}

impl Index<usize> for WordColumn {
    type Output = u32;

    #[inline]
    fn index(&self, place: usize) -> &u32 {
        match self.held_as() {
            HeldAs::Words(words) => &words[place],
            HeldAs::Listed(Listed::One { word, .. }) => word,
            HeldAs::Listed(Listed::Several(several)) => several.word(place),
        }
    }
}

enum HeldAs<'c> {
    Words(&'c [u32]),
    Listed(&'c Listed),
}

impl Listed {
    fn rows(&self) -> usize {
        match self {
            Self::One { rows, .. } => usize::from(*rows),
            Self::Several(several) => usize::from(several.rows),
        }
    }

    fn held(&self) -> usize {
        match self {
            Self::One { .. } => 0,
            Self::Several(several) => size_of_val(&*several.cells),
        }
    }
}

/// A mask of the first rows.
fn rows_to(rows: u8) -> u128 {
    u128::MAX.checked_shr(u128::BITS - u32::from(rows)).unwrap_or(0)
}

/// Lists at most as many words as a block has rows.
fn listed(words: impl Iterator<Item = u32>) -> Listed {
    const NONE: u8 = u8::MAX;
    // Finds a word among the different ones; twice as many places as there can be words.
    let mut known = [NONE; 2 * ROWS_OF_BLOCK];
    let (mut different, mut count) = ([0u32; ROWS_OF_BLOCK], 0);
    let (mut places, mut rows) = ([0u8; ROWS_OF_BLOCK], 0);
    for (place_of_row, word) in places.iter_mut().zip(words) {
        let mut at = (word.wrapping_mul(0x9E37_79B1) >> 24) as usize;
        *place_of_row = loop {
            match known[at] {
                NONE => {
                    known[at] = count as u8;
                    different[count] = word;
                    count += 1;
                    break known[at];
                }
                place if different[usize::from(place) % ROWS_OF_BLOCK] == word => break place,
                _ => at = (at + 1) % known.len(),
            }
        };
        rows += 1;
    }
    match different[..count] {
        [word] => Listed::One { word, rows: rows as u8 },
        ref different => Listed::Several(Several::new(different, &places[..rows])),
    }
}

/// How many bytes so many numbers take.
fn length_of_varints(bytes: &[u8], count: usize) -> Option<usize> {
    const GOES_ON: u64 = u64::from_le_bytes([0x80; 8]);
    let mut left = count;
    let mut length = 0;
    // Eight bytes at once, while they cannot hold more ends than are left.
    for eight in bytes.as_chunks::<8>().0 {
        if left < 8 {
            break;
        }
        left -= (!u64::from_le_bytes(*eight) & GOES_ON).count_ones() as usize;
        length += 8;
    }
    while left > 0 {
        left -= usize::from(*bytes.get(length)? < 0x80);
        length += 1;
    }
    Some(length)
}

/// What does not fit, in a file that is not ours, is a word that nobody knows.
fn listed_of(packed: &[u8]) -> Listed {
    let (mut number, mut shift) = (0u32, 0u32);
    listed(packed.iter().filter_map(|byte| {
        number |= u32::from(byte & 0x7F).checked_shl(shift).unwrap_or(0);
        shift += 7;
        if *byte >= 0x80 {
            return None;
        }
        let word = number.wrapping_sub(1);
        (number, shift) = (0, 0);
        Some(word)
    }))
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use proptest::prelude::*;

    use super::*;
    use crate::block::places;

    fn words() -> impl Strategy<Value = Vec<u32>> {
        let word = || prop_oneof![0..4_u32, 0..300_u32, any::<u32>()];
        prop_oneof![
            prop::collection::vec(word(), 0..=ROWS_OF_BLOCK),
            (word(), 0..=ROWS_OF_BLOCK).prop_map(|(word, rows)| vec![word; rows]),
        ]
    }

    fn growing(words: &[u32]) -> WordColumn {
        let mut column = WordColumn::default();
        words.iter().for_each(|word| column.push(*word));
        column
    }

    proptest! {
        #[test]
        fn words_come_back_whatever_is_behind_them(
            words in words(),
            behind in prop::collection::vec(any::<u8>(), 0..20),
        ) {
            let column = growing(&words);
            let mut bytes = Vec::new();
            column.write(&mut bytes);
            let length = bytes.len();
            bytes.extend_from_slice(&behind);
            let mut at = 0;
            let read = WordColumn::at(&Bytes::from(bytes.clone()), &mut at, words.len()).unwrap();
            prop_assert_eq!(at, length);
            prop_assert!(read.iter().eq(words.iter().copied()));
            if length > 0 {
                let cut = Bytes::from(bytes[..length - 1].to_vec());
                prop_assert!(WordColumn::at(&cut, &mut 0, words.len()).is_err());
            }
        }

        #[test]
        fn a_full_column_answers_as_a_growing_one(words in words(), rows in any::<u128>(), later in any::<u32>()) {
            let (plain, mut full) = (growing(&words), growing(&words).narrowed());
            prop_assert!(full.iter().eq(words.iter().copied()));
            let is_wanted = |word: u32| word % 3 == 1;
            prop_assert_eq!(full.mask(is_wanted), plain.mask(is_wanted));
            let rows = rows & full.mask(|_| true);
            let counts = |column: &WordColumn| {
                let mut counts: HashMap<u32, u32> = HashMap::new();
                column.count(rows, |word, count| *counts.entry(word).or_default() += count);
                counts
            };
            prop_assert_eq!(counts(&full), counts(&plain));
            for place in places(rows) {
                prop_assert_eq!(full[place], words[place]);
            }
            full.push(later);
            prop_assert!(full.iter().eq(words.into_iter().chain([later])));
        }

        #[test]
        fn any_bytes_are_some_words(bytes in prop::collection::vec(any::<u8>(), 0..200), rows in 0..128_usize) {
            if let Ok(column) = WordColumn::at(&Bytes::from(bytes), &mut 0, rows) {
                prop_assert_eq!(column.iter().count(), rows);
            }
        }
    }
}
