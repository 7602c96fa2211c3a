//! A column of words, read out of the file's bytes only when somebody asks for it: most columns of most archives never
//! are.

use std::ops::Deref;
use std::sync::OnceLock;

use bytes::Bytes;

use crate::codec::{Damaged, write_varint};

/// One word for each row.
#[derive(Debug, Clone, Default)]
pub(crate) struct WordColumn {
    words: OnceLock<Vec<u32>>,
    /// As the file has them.
    packed: Bytes,
}

impl WordColumn {
    pub(super) fn push(&mut self, word: u32) {
        // What was read is all there, and nothing is added to a block that is in the file.
        self.words.get_or_init(Vec::new);
        self.words.get_mut().expect("it was made a line before").push(word);
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
        Ok(Self {
            words: OnceLock::new(),
            packed: bytes.slice(start..*at),
        })
    }
}

impl Deref for WordColumn {
    type Target = [u32];

    fn deref(&self) -> &[u32] {
        self.words.get_or_init(|| words_of(&self.packed))
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
fn words_of(packed: &[u8]) -> Vec<u32> {
    let mut words = Vec::with_capacity(packed.iter().filter(|byte| **byte < 0x80).count());
    let (mut number, mut shift) = (0u32, 0u32);
    for byte in packed {
        number |= u32::from(byte & 0x7F).checked_shl(shift).unwrap_or(0);
        shift += 7;
        if *byte < 0x80 {
            words.push(number.wrapping_sub(1));
            (number, shift) = (0, 0);
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn words_come_back_whatever_is_behind_them(
            words in prop::collection::vec(prop_oneof![0..300_u32, any::<u32>()], 0..128),
            behind in prop::collection::vec(any::<u8>(), 0..20),
        ) {
            let mut column = WordColumn::default();
            words.iter().for_each(|word| column.push(*word));
            let mut bytes = Vec::new();
            column.write(&mut bytes);
            let length = bytes.len();
            bytes.extend_from_slice(&behind);
            let mut at = 0;
            let read = WordColumn::at(&Bytes::from(bytes.clone()), &mut at, words.len()).unwrap();
            prop_assert_eq!(at, length);
            prop_assert_eq!(&*read, &*words);
            if length > 0 {
                let cut = Bytes::from(bytes[..length - 1].to_vec());
                prop_assert!(WordColumn::at(&cut, &mut 0, words.len()).is_err());
            }
        }

        #[test]
        fn any_bytes_are_some_words(bytes in prop::collection::vec(any::<u8>(), 0..200), rows in 0..128_usize) {
            if let Ok(column) = WordColumn::at(&Bytes::from(bytes), &mut 0, rows) {
                prop_assert_eq!(column.len(), rows);
            }
        }
    }
}
