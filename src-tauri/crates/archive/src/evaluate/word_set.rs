//! Which words of the dictionary fit a test.

use std::sync::atomic::{AtomicU8, Ordering};

use crate::codec::{Word, Words};
use crate::columns::WordColumn;

/// A bit for each word; grows with the dictionary.
#[derive(Default)]
pub(super) struct WordSet {
    has: Vec<bool>,
    is_empty: bool,
}

impl WordSet {
    pub(super) fn new() -> Self {
        Self {
            has: Vec::new(),
            is_empty: true,
        }
    }

    /// Asks the test of the words that are new.
    pub(super) fn learn(&mut self, words: &Words, fits: impl FnMut(&Word) -> bool) {
        let before = self.has.len();
        self.has.extend(words.words_from(before).map(fits));
        self.is_empty &= !self.has[before..].contains(&true);
    }

    pub(super) fn has(&self, word: usize) -> bool {
        self.has.get(word).copied().unwrap_or(false)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.is_empty
    }
}

/// The words that fit, found out as they are met: the values of a column or of a path are few words of many.
#[derive(Default)]
pub(super) struct FittingWords(Vec<AtomicU8>);

const NOT_ASKED: u8 = 0;
const FITS: u8 = 1;
const DOES_NOT_FIT: u8 = 2;

impl FittingWords {
    /// Makes room for the words that are new.
    pub(super) fn learn(&mut self, words: &Words) {
        let count = words.count();
        if self.0.len() < count {
            self.0.resize_with(count, || AtomicU8::new(NOT_ASKED));
        }
    }

    /// The places of a column's words that fit.
    pub(super) fn mask(&self, column: &WordColumn, words: &Words, fits: impl Fn(&Word) -> bool) -> u128 {
        column.mask(|word| self.has(word, words, &fits))
    }

    /// Whether a word fits; the test is asked once for each word, or a few times when threads meet.
    pub(super) fn has(&self, word: u32, words: &Words, fits: impl FnOnce(&Word) -> bool) -> bool {
        let Some(answer) = self.0.get(word as usize) else {
            return false;
        };
        match answer.load(Ordering::Relaxed) {
            NOT_ASKED => {
                let is_fitting = words.word(word).is_ok_and(fits);
                answer.store(if is_fitting { FITS } else { DOES_NOT_FIT }, Ordering::Relaxed);
                is_fitting
            }
            answer => answer == FITS,
        }
    }
}
