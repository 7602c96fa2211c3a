//! Which values of an event somebody reads.

use super::dictionary::Words;
use super::token::Token;

/// What is wanted of one value: all of it, or some of what is in it.
#[derive(Debug, Default)]
pub(crate) struct Wanted {
    is_whole: bool,
    /// The words of the keys, in their order; none while no event has such a key.
    words: Vec<Option<u32>>,
    keys: Vec<(Box<str>, Wanted)>,
    items: Vec<(usize, Wanted)>,
}

impl Wanted {
    /// All of it is wanted.
    pub(crate) fn take_all(&mut self) {
        self.is_whole = true;
    }

    /// What is wanted of the value of a key; nothing yet when the key is new.
    pub(crate) fn key(&mut self, key: &str, words: &Words) -> &mut Self {
        let known = self.keys.iter().position(|(own, _)| **own == *key);
        let place = known.unwrap_or_else(|| {
            self.words.push(words.known_string(key));
            self.keys.push((key.into(), Self::default()));
            self.keys.len() - 1
        });
        &mut self.keys[place].1
    }

    /// What is wanted of an item of a list; nothing yet when it is new.
    pub(crate) fn item(&mut self, number: usize) -> &mut Self {
        let known = self.items.iter().position(|(own, _)| *own == number);
        let place = known.unwrap_or_else(|| {
            self.items.push((number, Self::default()));
            self.items.len() - 1
        });
        &mut self.items[place].1
    }

    /// Whether all of the value is wanted. So it is where the same place is told to be an object and a list: nobody knows
    /// which it will be.
    pub(super) fn is_whole(&self) -> bool {
        self.is_whole || (!self.keys.is_empty() && !self.items.is_empty())
    }

    /// What is wanted of the value whose key is this word.
    pub(super) fn at_word(&self, word: u32) -> Option<&Self> {
        let place = self.words.iter().position(|own| *own == Some(word))?;
        Some(&self.keys[place].1)
    }

    /// What is wanted of the value of a key that is data.
    pub(super) fn at_key(&self, key: Token<'_>, words: &Words) -> Option<&Self> {
        match key {
            Token::Word(word) => self.at_word(word),
            key => self
                .keys
                .iter()
                .find(|(own, _)| key.is_text(words, own))
                .map(|(_, at)| at),
        }
    }

    /// What is wanted of an item of a list. Keys lead into each of its items, as they do in queries.
    pub(super) fn at_item(&self, number: usize) -> Option<&Self> {
        if self.items.is_empty() {
            return Some(self);
        }
        self.items.iter().find(|(own, _)| *own == number).map(|(_, at)| at)
    }

    /// Whether nothing is wanted of a list from this item on.
    pub(super) fn ends_before(&self, number: usize) -> bool {
        !self.items.is_empty() && self.items.iter().all(|(own, _)| *own < number)
    }
}
