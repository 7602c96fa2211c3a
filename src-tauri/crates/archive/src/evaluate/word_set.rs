//! Which words of the dictionary fit a test.

use crate::codec::Words;

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
    pub(super) fn learn(&mut self, words: &Words, mut fits: impl FnMut(&str, bool) -> bool) {
        let new = &words.words[self.has.len().min(words.words.len())..];
        self.has.extend(new.iter().map(|word| fits(&word.text, word.is_number)));
        self.is_empty = !self.has.contains(&true);
    }

    pub(super) fn has(&self, word: usize) -> bool {
        self.has.get(word).copied().unwrap_or(false)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.is_empty
    }
}
