//! The words and shapes that the events of one archive share.

use std::hash::BuildHasher;
use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use hashbrown::hash_table::Entry;
use hashbrown::{DefaultHashBuilder, HashTable};

use super::escaped::{needs_escapes, write_escaped};
use super::varint::{read_varint, write_varint};
use super::{Damaged, LARGEST_IN_BLOCK};

/// A string or number that is kept once. Numbers never change and are given in the order of first use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    /// Holds the text; shared by all words that were read from the file together.
    around: Arc<str>,
    start: u32,
    end: u32,
    pub(crate) is_number: bool,
    needs_escapes: bool,
}

impl Word {
    fn new(text: &str, is_number: bool) -> Self {
        Self::within(text.into(), 0..text.len(), is_number)
    }

    fn within(around: Arc<str>, place: Range<usize>, is_number: bool) -> Self {
        let text = &around[place.clone()];
        Self {
            needs_escapes: needs_escapes(text),
            start: place.start as u32,
            end: place.end as u32,
            around,
            is_number,
        }
    }

    /// The string, not escaped, or the number as it was written.
    pub(crate) fn text(&self) -> &str {
        &self.around[self.start as usize..self.end as usize]
    }

    /// Adds what JSON writes.
    pub(crate) fn write_json(&self, out: &mut String) {
        let text = self.text();
        if self.is_number {
            out.push_str(text);
        } else if self.needs_escapes {
            write_escaped(out, text);
        } else {
            out.push('"');
            out.push_str(text);
            out.push('"');
        }
    }
}

/// The keys of an object, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Shape {
    /// The words of the keys.
    pub(crate) keys: Box<[u32]>,
    /// What JSON writes before each value: `{"a":`, `,"b":` and so on.
    pub(crate) before: Box<[Box<str>]>,
}

impl Shape {
    /// About how much memory it takes.
    fn bytes(&self) -> usize {
        let texts: usize = self.before.iter().map(|text| text.len() + size_of::<Box<str>>()).sum();
        texts + self.keys.len() * size_of::<u32>() + size_of::<Self>()
    }
}

/// Bytes of words and shapes after which no event is cut up any more. Sessions have a hundredth of it; files whose keys
/// are data may have any number.
const FULL: usize = 48 * 1024 * 1024;
/// Bytes of the shapes of a file: the last event before it was full may have had long keys. A hostile file names a long
/// key in all of them.
const LARGEST_SHAPES: usize = 2 * FULL;

/// Bytes of the keys of one shape. They were in the text of one event.
const LARGEST_SHAPE: usize = 4 * LARGEST_IN_BLOCK;

/// All words and shapes. Only grows, and is read without a lock: a search over everything does not make those wait who
/// add words meanwhile.
#[derive(Debug, Default)]
pub(crate) struct Words {
    words: boxcar::Vec<Word>,
    shapes: boxcar::Vec<Shape>,
    numbers: RwLock<Numbers>,
    /// About how much memory they take.
    bytes: AtomicUsize,
}

/// Finds the number of what is known. Whoever adds to the lists holds it to write, so that the lists' places are the
/// numbers.
#[derive(Debug, Default)]
struct Numbers {
    words: HashTable<u32>,
    shapes: HashTable<u32>,
    hasher: DefaultHashBuilder,
}

/// [`Words`] that several threads use and add to.
#[derive(Debug)]
pub(crate) struct Dictionary {
    words: Words,
    /// Bytes after which it is full.
    room: usize,
}

impl Default for Dictionary {
    fn default() -> Self {
        Self::with_room(FULL)
    }
}

impl Dictionary {
    /// An empty one that is full after so many bytes.
    pub(crate) fn with_room(room: usize) -> Self {
        Self {
            words: Words::default(),
            room,
        }
    }

    pub(crate) fn read(&self) -> &Words {
        &self.words
    }

    /// The number of a string; a new one gets the next.
    pub(crate) fn string(&self, text: &str) -> u32 {
        self.words.put(text, false)
    }

    /// The number of a number's text; a new one gets the next.
    pub(crate) fn number(&self, text: &str) -> u32 {
        self.words.put(text, true)
    }

    /// The number of a list of keys; a new one gets the next.
    pub(crate) fn shape(&self, keys: &[u32]) -> u32 {
        self.words.put_shape(keys).expect("the keys were made words before")
    }

    /// Whether there are so many words and shapes that no more should be learned from events.
    pub(crate) fn is_full(&self) -> bool {
        self.words.bytes.load(Ordering::Relaxed) > self.room
    }

    /// Takes over what [`Words::bytes_of_words`] and [`Words::bytes_of_shapes`] wrote.
    pub(crate) fn load(&self, words: &[u8], shapes: &[u8]) -> Result<(), Damaged> {
        self.words.load_words(words)?;
        self.words.load_shapes(shapes)
    }
}

impl Words {
    /// How many words there are.
    pub(crate) fn count(&self) -> usize {
        self.numbers().words.len()
    }

    /// How many shapes there are.
    pub(crate) fn count_of_shapes(&self) -> usize {
        self.numbers().shapes.len()
    }

    pub(crate) fn word(&self, number: u32) -> Result<&Word, Damaged> {
        self.words.get(number as usize).ok_or(Damaged)
    }

    /// The text of a word; empty when there is no such word.
    pub(crate) fn text(&self, number: u32) -> &str {
        self.words.get(number as usize).map_or("", Word::text)
    }

    pub(crate) fn shape(&self, number: u32) -> Result<&Shape, Damaged> {
        self.shapes.get(number as usize).ok_or(Damaged)
    }

    /// The words from a number on.
    pub(crate) fn words_from(&self, first: usize) -> impl Iterator<Item = &Word> {
        (first..self.count()).filter_map(|number| self.words.get(number))
    }

    /// The shapes from a number on.
    pub(crate) fn shapes_from(&self, first: usize) -> impl Iterator<Item = &Shape> {
        (first..self.count_of_shapes()).filter_map(|number| self.shapes.get(number))
    }

    /// The number of a string that is known.
    pub(crate) fn known_string(&self, text: &str) -> Option<u32> {
        self.numbers().word(text, false, &self.words)
    }

    fn put(&self, text: &str, is_number: bool) -> u32 {
        if let Some(known) = self.numbers().word(text, is_number, &self.words) {
            return known;
        }
        let word = Word::new(text, is_number);
        let mut numbers = self.numbers_to_write();
        // Another thread may have been quicker.
        if let Some(known) = numbers.word(text, is_number, &self.words) {
            return known;
        }
        self.count_bytes(text.len() + size_of::<Word>());
        numbers.add_word(word, &self.words)
    }

    fn put_shape(&self, keys: &[u32]) -> Result<u32, Damaged> {
        if let Some(known) = self.numbers().shape(keys, &self.shapes) {
            return Ok(known);
        }
        let shape = self.new_shape(keys)?;
        let mut numbers = self.numbers_to_write();
        if let Some(known) = numbers.shape(keys, &self.shapes) {
            return Ok(known);
        }
        self.count_bytes(shape.bytes());
        Ok(numbers.add_shape(shape, &self.shapes))
    }

    fn count_bytes(&self, bytes: usize) {
        self.bytes.fetch_add(bytes, Ordering::Relaxed);
    }

    fn new_shape(&self, keys: &[u32]) -> Result<Shape, Damaged> {
        let mut before = Vec::with_capacity(keys.len());
        let mut bytes = 0;
        for (place, key) in keys.iter().enumerate() {
            let mut text = String::from(if place == 0 { '{' } else { ',' });
            self.word(*key)?.write_json(&mut text);
            text.push(':');
            bytes += text.len();
            if bytes > LARGEST_SHAPE {
                return Err(Damaged);
            }
            before.push(text.into());
        }
        Ok(Shape {
            keys: keys.into(),
            before: before.into(),
        })
    }

    /// The words from a number up to another, for the file.
    pub(crate) fn bytes_of_words(&self, first: usize, end: usize) -> Vec<u8> {
        let mut bytes = Vec::new();
        for word in (first..end).filter_map(|number| self.words.get(number)) {
            let text = word.text();
            write_varint(&mut bytes, (text.len() as u64) << 1 | u64::from(word.is_number));
            bytes.extend_from_slice(text.as_bytes());
        }
        bytes
    }

    /// The shapes from a number up to another, for the file.
    pub(crate) fn bytes_of_shapes(&self, first: usize, end: usize) -> Vec<u8> {
        let mut bytes = Vec::new();
        for shape in (first..end).filter_map(|number| self.shapes.get(number)) {
            write_varint(&mut bytes, shape.keys.len() as u64);
            for key in &shape.keys {
                write_varint(&mut bytes, u64::from(*key));
            }
        }
        bytes
    }

    fn load_words(&self, bytes: &[u8]) -> Result<(), Damaged> {
        let (texts, places) = texts_of(bytes)?;
        let texts: Arc<str> = texts.into();
        let mut numbers = self.numbers_to_write();
        numbers.reserve_words(places.len(), &self.words);
        for (place, is_number) in places {
            self.count_bytes(place.len() + size_of::<Word>());
            numbers.add_new_word(Word::within(Arc::clone(&texts), place, is_number), &self.words)?;
        }
        Ok(())
    }

    fn load_shapes(&self, bytes: &[u8]) -> Result<(), Damaged> {
        let mut numbers = self.numbers_to_write();
        let mut position = 0;
        let (mut keys, mut bytes_of_shapes) = (Vec::new(), 0);
        while position < bytes.len() {
            let length = read_varint(bytes, &mut position)?;
            if length > bytes.len() as u64 {
                return Err(Damaged);
            }
            keys.clear();
            for _ in 0..length {
                keys.push(u32::try_from(read_varint(bytes, &mut position)?).map_err(|_| Damaged)?);
            }
            if numbers.shape(&keys, &self.shapes).is_some() {
                return Err(Damaged);
            }
            let shape = self.new_shape(&keys)?;
            bytes_of_shapes += shape.bytes();
            if bytes_of_shapes > LARGEST_SHAPES {
                return Err(Damaged);
            }
            self.count_bytes(shape.bytes());
            numbers.add_shape(shape, &self.shapes);
        }
        Ok(())
    }

    fn numbers(&self) -> RwLockReadGuard<'_, Numbers> {
        self.numbers.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn numbers_to_write(&self) -> RwLockWriteGuard<'_, Numbers> {
        self.numbers.write().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Numbers {
    fn word(&self, text: &str, is_number: bool, words: &boxcar::Vec<Word>) -> Option<u32> {
        let is_it = |number: &u32| {
            let word = &words[*number as usize];
            word.is_number == is_number && word.text() == text
        };
        self.words.find(self.hasher.hash_one(text), is_it).copied()
    }

    fn shape(&self, keys: &[u32], shapes: &boxcar::Vec<Shape>) -> Option<u32> {
        let is_it = |number: &u32| *shapes[*number as usize].keys == *keys;
        self.shapes.find(self.hasher.hash_one(keys), is_it).copied()
    }

    fn reserve_words(&mut self, count: usize, words: &boxcar::Vec<Word>) {
        let hasher = &self.hasher;
        let again = |number: &u32| hasher.hash_one(words[*number as usize].text());
        self.words.reserve(count, again);
        words.reserve(count);
    }

    fn add_word(&mut self, word: Word, words: &boxcar::Vec<Word>) -> u32 {
        let hash = self.hasher.hash_one(word.text());
        let number = words.push(word) as u32;
        let hasher = &self.hasher;
        let again = |number: &u32| hasher.hash_one(words[*number as usize].text());
        self.words.insert_unique(hash, number, again);
        number
    }

    /// Adds a word of the file. One that is there already would shift the numbers of all later ones.
    fn add_new_word(&mut self, word: Word, words: &boxcar::Vec<Word>) -> Result<(), Damaged> {
        let hasher = &self.hasher;
        let hash = hasher.hash_one(word.text());
        let is_it = |number: &u32| {
            let other = &words[*number as usize];
            other.is_number == word.is_number && other.text() == word.text()
        };
        let again = |number: &u32| hasher.hash_one(words[*number as usize].text());
        match self.words.entry(hash, is_it, again) {
            Entry::Occupied(_) => Err(Damaged),
            Entry::Vacant(place) => {
                place.insert(words.push(word) as u32);
                Ok(())
            }
        }
    }

    fn add_shape(&mut self, shape: Shape, shapes: &boxcar::Vec<Shape>) -> u32 {
        let hash = self.hasher.hash_one(&*shape.keys);
        let number = shapes.push(shape) as u32;
        let hasher = &self.hasher;
        let again = |number: &u32| hasher.hash_one(&*shapes[*number as usize].keys);
        self.shapes.insert_unique(hash, number, again);
        number
    }
}

/// Where a word is in a longer text, and whether it is a number.
type PlacedWord = (Range<usize>, bool);

/// The texts of words that the file has, one behind the other.
fn texts_of(bytes: &[u8]) -> Result<(String, Vec<PlacedWord>), Damaged> {
    // Places are kept in 32 bits.
    if u32::try_from(bytes.len()).is_err() {
        return Err(Damaged);
    }
    let (mut texts, mut places) = (String::with_capacity(bytes.len()), Vec::new());
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
        let start = texts.len();
        texts.push_str(text);
        places.push((start..texts.len(), is_number));
        position = end;
    }
    Ok((texts, places))
}

/// A number of a file that is not ours must not smuggle other JSON into an event.
fn is_number_text(text: &str) -> bool {
    matches!(text.as_bytes().first(), Some(b'-' | b'0'..=b'9'))
        && serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_shapes_come_back_from_their_bytes() {
        let dictionary = Dictionary::default();
        let texts = ["", "a", "say \"hi\"", "\u{1}", "größe", "5"];
        let mut keys: Vec<u32> = texts.map(|text| dictionary.string(text)).to_vec();
        keys.push(dictionary.number("5"));
        assert_eq!(keys, [0, 1, 2, 3, 4, 5, 6]);
        assert_eq!((dictionary.shape(&[]), dictionary.shape(&keys[1..3])), (0, 1));

        let words = dictionary.read();
        let again = Dictionary::default();
        let bytes = (words.bytes_of_words(0, 7), words.bytes_of_shapes(0, 2));
        again.load(&bytes.0, &bytes.1).unwrap();
        let loaded = again.read();
        assert_eq!((loaded.count(), loaded.count_of_shapes()), (7, 2));
        let json = |words: &Words| {
            let mut json = String::new();
            words.words_from(0).for_each(|word| word.write_json(&mut json));
            json
        };
        assert_eq!(json(loaded), r#""""a""say \"hi\"""\u0001""größe""5"5"#);
        assert_eq!(json(loaded), json(words));
        assert!(loaded.words_from(0).map(Word::text).eq(texts.into_iter().chain(["5"])));
        assert_eq!(
            *loaded.shape(1).unwrap().before,
            ["{\"a\":".into(), ",\"say \\\"hi\\\"\":".into()]
        );
        assert_eq!(loaded.known_string("5"), Some(5));
        assert_eq!(again.load(&bytes.0, &[]), Err(Damaged));
    }
}
