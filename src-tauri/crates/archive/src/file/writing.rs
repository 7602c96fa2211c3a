//! Writing into the file.

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::about::About;
use crate::block::places;
use crate::codec::{Dictionary, END_OF_TEXT, Name, Stream, Streams, Words, any_name, grams_of, pack, pack_for_opening};
use crate::columns::Columns;
use crate::error::ArchiveError;
use crate::marks::KeptMarks;

/// A block made ready for the file.
pub(crate) struct PackedBlock {
    pub(crate) columns: Columns,
    /// In the order of [`Stream::ALL`].
    pub(crate) streams: [Box<[u8]>; 4],
    /// Packed as well.
    pub(crate) grams: Vec<u8>,
    /// Events too large for the block, packed, with their places in it.
    pub(crate) apart: Vec<(usize, Vec<u8>)>,
}

impl PackedBlock {
    pub(crate) fn new(
        columns: Columns,
        streams: &Streams,
        apart: &[(usize, Box<str>)],
        dictionary: &Dictionary,
    ) -> Self {
        Self {
            grams: pack(&grams_of_all(streams, columns.odd, apart, dictionary)),
            streams: Stream::ALL.map(|stream| pack(&streams.bytes(stream)).into()),
            apart: apart
                .iter()
                .map(|(place, text)| (*place, pack(text.as_bytes())))
                .collect(),
            columns,
        }
    }
}

/// The groups of three of all texts and words of a block. Where text is kept as JSON with escapes, anything may be in
/// it.
fn grams_of_all(streams: &Streams, odd: u128, apart: &[(usize, Box<str>)], dictionary: &Dictionary) -> Vec<u8> {
    let has_escapes =
        |text: &[u8]| memchr::memmem::find(text, b"\\u").is_some() || memchr::memmem::find(text, b"\\/").is_some();
    let apart_has_escapes = apart.iter().any(|(_, text)| has_escapes(text.as_bytes()));
    if odd != 0 && (has_escapes(&streams.texts) || apart_has_escapes) {
        return vec![0xFF];
    }
    let mut texts = streams.texts.clone();
    for (_, text) in apart {
        texts.extend_from_slice(text.as_bytes());
        texts.push(END_OF_TEXT);
    }
    let words = dictionary.read();
    for word in words_of(streams, words) {
        texts.extend_from_slice(words.text(word).as_bytes());
        texts.push(END_OF_TEXT);
    }
    grams_of(texts)
}

/// The words among the tokens of a block, those of its keys too.
fn words_of(streams: &Streams, words: &Words) -> impl Iterator<Item = u32> {
    let mut met = NumberSet::below(words.count());
    let mut shapes = NumberSet::below(words.count_of_shapes());
    let collect = |name| {
        match name {
            Name::Word(word) => met.insert(word),
            Name::Shape(shape) => shapes.insert(shape),
            Name::Null | Name::True | Name::False | Name::OwnTime => {}
        }
        false
    };
    any_name(&streams.tokens, 0, streams.tokens.len(), collect).expect("the tokens were written a moment ago");
    for shape in shapes.numbers() {
        let keys = words.shape(shape).map_or(&[][..], |shape| &shape.keys);
        keys.iter().for_each(|key| met.insert(*key as usize));
    }
    met.numbers()
}

/// A set of numbers that are not large, a bit for each: there are many to be met in a block, most of them many times.
struct NumberSet(Vec<u64>);

impl NumberSet {
    fn below(end: usize) -> Self {
        Self(vec![0; end.div_ceil(64)])
    }

    fn insert(&mut self, number: usize) {
        if let Some(bits) = self.0.get_mut(number / 64) {
            *bits |= 1 << (number % 64);
        }
    }

    /// The smallest first.
    fn numbers(self) -> impl Iterator<Item = u32> {
        let words = self.0.into_iter().enumerate();
        words.flat_map(|(place, bits)| places(u128::from(bits)).map(move |bit| (place * 64 + bit) as u32))
    }
}

/// How much of the dictionary is in the file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Saved {
    pub(crate) words: usize,
    pub(crate) shapes: usize,
}

impl Saved {
    /// Everything there is just now.
    pub(crate) fn all_of(words: &Words) -> Self {
        // The shapes first: a shape that is counted has all its words before it.
        let shapes = words.count_of_shapes();
        Self {
            words: words.count(),
            shapes,
        }
    }
}

/// One change of the file, which happens as a whole or not at all.
pub(crate) struct Writing<'c>(Transaction<'c>);

impl<'c> Writing<'c> {
    pub(crate) fn begin(connection: &'c mut Connection) -> Result<Self, ArchiveError> {
        Ok(Self(
            connection.transaction_with_behavior(TransactionBehavior::Immediate)?,
        ))
    }

    pub(crate) fn commit(self) -> Result<(), ArchiveError> {
        Ok(self.0.commit()?)
    }

    pub(crate) fn about(&self, about: &About) -> Result<(), ArchiveError> {
        let text = serde_json::to_string(about).map_err(|error| ArchiveError::File {
            reason: error.to_string(),
        })?;
        self.0
            .execute("INSERT OR REPLACE INTO about (key, value) VALUES ('about', ?1)", [text])?;
        Ok(())
    }

    pub(crate) fn block(&self, number: u32, block: &PackedBlock) -> Result<(), ArchiveError> {
        let columns = pack_for_opening(&block.columns.to_bytes());
        self.put("INSERT INTO columns (block, data) VALUES (?1, ?2)", number, &columns)?;
        let [tokens, texts, numbers, uuids] = &block.streams;
        self.put("INSERT INTO tokens (block, data) VALUES (?1, ?2)", number, tokens)?;
        self.put("INSERT INTO texts (block, data) VALUES (?1, ?2)", number, texts)?;
        self.put("INSERT INTO numbers (block, data) VALUES (?1, ?2)", number, numbers)?;
        self.put("INSERT INTO uuids (block, data) VALUES (?1, ?2)", number, uuids)?;
        self.put("INSERT INTO grams (block, data) VALUES (?1, ?2)", number, &block.grams)?;
        for (place, data) in &block.apart {
            let mut statement = self
                .0
                .prepare_cached("INSERT INTO apart (block, place, data) VALUES (?1, ?2, ?3)")?;
            statement.execute((number, *place as i64, data))?;
        }
        Ok(())
    }

    /// Adds what the dictionary learned since `saved`; what is saved then.
    pub(crate) fn dictionary(&self, dictionary: &Dictionary, saved: Saved) -> Result<Saved, ArchiveError> {
        let all = dictionary.read();
        let now = Saved::all_of(all);
        let words = all.bytes_of_words(saved.words, now.words);
        let shapes = all.bytes_of_shapes(saved.shapes, now.shapes);
        let put = |query: &str, first: usize, bytes: &[u8]| -> Result<(), ArchiveError> {
            if !bytes.is_empty() {
                self.0.prepare_cached(query)?.execute((first as i64, pack(bytes)))?;
            }
            Ok(())
        };
        put("INSERT INTO words (first, data) VALUES (?1, ?2)", saved.words, &words)?;
        // An object without keys is one zero byte, so a new shape is never nothing.
        put(
            "INSERT INTO shapes (first, data) VALUES (?1, ?2)",
            saved.shapes,
            &shapes,
        )?;
        Ok(now)
    }

    pub(crate) fn tail_event(&self, place: usize, text: &str, is_whole: bool) -> Result<(), ArchiveError> {
        let mut statement = self
            .0
            .prepare_cached("INSERT INTO tail (place, is_whole, event) VALUES (?1, ?2, ?3)")?;
        statement.execute((place as i64, is_whole, text))?;
        Ok(())
    }

    pub(crate) fn empty_tail(&self) -> Result<(), ArchiveError> {
        self.0.execute("DELETE FROM tail", [])?;
        Ok(())
    }

    /// What is kept of one event's marks.
    pub(crate) fn marks(&self, uuid: &str, kept: &KeptMarks) -> Result<(), ArchiveError> {
        if kept.is_nothing() {
            let mut statement = self.0.prepare_cached("DELETE FROM marks WHERE uuid = ?1")?;
            statement.execute([uuid])?;
            return Ok(());
        }
        let value = serde_json::to_string(kept).map_err(|error| ArchiveError::File {
            reason: error.to_string(),
        })?;
        let mut statement = self
            .0
            .prepare_cached("INSERT OR REPLACE INTO marks (uuid, value) VALUES (?1, ?2)")?;
        statement.execute([uuid, &value])?;
        Ok(())
    }

    /// Up to when the session was cleared here, milliseconds since 1970; below 0 up to when it is restored here.
    pub(crate) fn cleared_at(&self, at: Option<i64>) -> Result<(), ArchiveError> {
        match at {
            Some(at) => self.0.execute(
                "INSERT OR REPLACE INTO about (key, value) VALUES ('clearedAt', ?1)",
                [at.to_string()],
            )?,
            None => self.0.execute("DELETE FROM about WHERE key = 'clearedAt'", [])?,
        };
        Ok(())
    }

    fn put(&self, query: &str, block: u32, data: &[u8]) -> Result<(), ArchiveError> {
        if !data.is_empty() {
            self.0.prepare_cached(query)?.execute((block, data))?;
        }
        Ok(())
    }
}
