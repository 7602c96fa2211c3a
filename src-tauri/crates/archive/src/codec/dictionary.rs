//! The words and shapes that the events of one archive share.

use std::sync::{PoisonError, RwLock, RwLockReadGuard};

use hashbrown::HashMap;

use super::Damaged;
use super::varint::{read_varint, write_varint};

/// A string or number that is kept once. Numbers never change and are given in the order of first use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    /// The string, not escaped, or the number as it was written.
    pub(crate) text: Box<str>,
    /// As JSON writes it.
    pub(crate) json: Box<str>,
    pub(crate) is_number: bool,
}

/// The keys of an object, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Shape {
    /// The words of the keys.
    pub(crate) keys: Box<[u32]>,
    /// What JSON writes before each value: `{"a":`, `,"b":` and so on.
    pub(crate) before: Box<[Box<str>]>,
}

/// All words and shapes. Only grows.
#[derive(Debug, Default)]
pub(crate) struct Words {
    pub(crate) words: Vec<Word>,
    pub(crate) shapes: Vec<Shape>,
    strings: HashMap<Box<str>, u32>,
    numbers: HashMap<Box<str>, u32>,
    shape_numbers: HashMap<Box<[u32]>, u32>,
}

/// [`Words`] that several threads use.
#[derive(Debug, Default)]
pub(crate) struct Dictionary(RwLock<Words>);

impl Dictionary {
    pub(crate) fn read(&self) -> RwLockReadGuard<'_, Words> {
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// The number of a string; a new one gets the next.
    pub(crate) fn string(&self, text: &str) -> u32 {
        if let Some(known) = self.read().strings.get(text) {
            return *known;
        }
        self.0.write().unwrap_or_else(PoisonError::into_inner).put(text, false)
    }

    /// The number of a number's text; a new one gets the next.
    pub(crate) fn number(&self, text: &str) -> u32 {
        if let Some(known) = self.read().numbers.get(text) {
            return *known;
        }
        self.0.write().unwrap_or_else(PoisonError::into_inner).put(text, true)
    }

    /// The number of a list of keys; a new one gets the next.
    pub(crate) fn shape(&self, keys: &[u32]) -> u32 {
        if let Some(known) = self.read().shape_numbers.get(keys) {
            return *known;
        }
        let mut words = self.0.write().unwrap_or_else(PoisonError::into_inner);
        words.put_shape(keys).expect("the keys were made words before")
    }

    /// Takes over what [`Words::words_from`] and [`Words::shapes_from`] wrote.
    pub(crate) fn load(&self, words: &[u8], shapes: &[u8]) -> Result<(), Damaged> {
        let mut all = self.0.write().unwrap_or_else(PoisonError::into_inner);
        all.load_words(words)?;
        all.load_shapes(shapes)
    }
}

impl Words {
    pub(crate) fn word(&self, number: u32) -> Result<&Word, Damaged> {
        self.words.get(number as usize).ok_or(Damaged)
    }

    /// The text of a word; empty when there is no such word.
    pub(crate) fn text(&self, number: u32) -> &str {
        self.words.get(number as usize).map_or("", |word| &word.text)
    }

    pub(crate) fn shape(&self, number: u32) -> Result<&Shape, Damaged> {
        self.shapes.get(number as usize).ok_or(Damaged)
    }

    /// The number of a string that is known.
    pub(crate) fn known_string(&self, text: &str) -> Option<u32> {
        self.strings.get(text).copied()
    }

    fn put(&mut self, text: &str, is_number: bool) -> u32 {
        let next = self.words.len() as u32;
        let known = if is_number {
            &mut self.numbers
        } else {
            &mut self.strings
        };
        if let Some(known) = known.get(text) {
            return *known;
        }
        known.insert(text.into(), next);
        let json: Box<str> = if is_number {
            text.into()
        } else {
            serde_json::Value::from(text).to_string().into()
        };
        self.words.push(Word {
            text: text.into(),
            json,
            is_number,
        });
        next
    }

    fn put_shape(&mut self, keys: &[u32]) -> Result<u32, Damaged> {
        if let Some(known) = self.shape_numbers.get(keys) {
            return Ok(*known);
        }
        let mut before = Vec::with_capacity(keys.len());
        for (place, key) in keys.iter().enumerate() {
            let key = &self.word(*key)?.json;
            before.push(format!("{}{key}:", if place == 0 { '{' } else { ',' }).into());
        }
        let next = self.shapes.len() as u32;
        self.shape_numbers.insert(keys.into(), next);
        self.shapes.push(Shape {
            keys: keys.into(),
            before: before.into(),
        });
        Ok(next)
    }

    /// The words from a number on, for the file.
    pub(crate) fn words_from(&self, first: usize) -> Vec<u8> {
        let mut bytes = Vec::new();
        for word in &self.words[first..] {
            write_varint(&mut bytes, (word.text.len() as u64) << 1 | u64::from(word.is_number));
            bytes.extend_from_slice(word.text.as_bytes());
        }
        bytes
    }

    /// The shapes from a number on, for the file.
    pub(crate) fn shapes_from(&self, first: usize) -> Vec<u8> {
        let mut bytes = Vec::new();
        for shape in &self.shapes[first..] {
            write_varint(&mut bytes, shape.keys.len() as u64);
            for key in &shape.keys {
                write_varint(&mut bytes, u64::from(*key));
            }
        }
        bytes
    }

    fn load_words(&mut self, bytes: &[u8]) -> Result<(), Damaged> {
        let mut position = 0;
        while position < bytes.len() {
            let head = read_varint(bytes, &mut position)?;
            let length = usize::try_from(head >> 1).map_err(|_| Damaged)?;
            let end = position.checked_add(length).ok_or(Damaged)?;
            let text = bytes.get(position..end).ok_or(Damaged)?;
            let text = std::str::from_utf8(text).map_err(|_| Damaged)?;
            let is_number = head & 1 == 1;
            if is_number && !is_number_text(text) {
                return Err(Damaged);
            }
            let expected = self.words.len() as u32;
            // A word that is there already would shift the numbers of all later ones.
            if self.put(text, is_number) != expected {
                return Err(Damaged);
            }
            position = end;
        }
        Ok(())
    }

    fn load_shapes(&mut self, bytes: &[u8]) -> Result<(), Damaged> {
        let mut position = 0;
        while position < bytes.len() {
            let length = read_varint(bytes, &mut position)?;
            if length > bytes.len() as u64 {
                return Err(Damaged);
            }
            let keys: Vec<u32> = (0..length)
                .map(|_| u32::try_from(read_varint(bytes, &mut position)?).map_err(|_| Damaged))
                .collect::<Result<_, _>>()?;
            let expected = self.shapes.len() as u32;
            if self.put_shape(&keys)? != expected {
                return Err(Damaged);
            }
        }
        Ok(())
    }
}

/// A number of a file that is not ours must not smuggle other JSON into an event.
fn is_number_text(text: &str) -> bool {
    matches!(text.as_bytes().first(), Some(b'-' | b'0'..=b'9'))
        && serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok()
}
