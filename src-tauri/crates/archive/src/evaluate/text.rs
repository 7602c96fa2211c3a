//! A text anywhere in the events of a block.
//!
//! Looked for where it can be: in the dictionary once for all events, in the streams of texts, numbers and UUIDs as they
//! lie there, and only if it may lie across JSON's punctuation in the events' text.

use regex::bytes::Regex;

use super::Surroundings;
use super::opened::Opened;
use super::word_set::WordSet;
use crate::block::places;
use crate::codec::{END_OF_TEXT, Ends, Name, Needed, Stream, Token, TokenReader, Words, any_name, inner_text};
use crate::error::ArchiveError;
use crate::query::{Form, TextPattern, may_cross};

/// A pattern made ready to be looked for.
pub(super) struct TextSearch {
    regex: Regex,
    /// Anchors and word boundaries count for each value, so each is looked at for itself.
    is_for_each_value: bool,
    /// It may lie across the values of a string that is JSON.
    needs_whole_values: bool,
    /// What texts have to have for it to be found in them; none for a regular expression.
    needed: Option<Needed>,
    may_be_number: bool,
    may_be_uuid: bool,
    in_null: bool,
    in_true: bool,
    in_false: bool,
    words: WordSet,
    /// Shapes with a key that fits.
    shapes: Vec<bool>,
    has_shapes: bool,
    /// For a text across punctuation: the longest piece of it without, which has to be there as well.
    across: Option<Option<Box<TextSearch>>>,
}

impl TextSearch {
    pub(super) fn new(pattern: &TextPattern) -> Self {
        let regex = pattern.regex().clone();
        let literal = pattern.literal();
        let all = |is: fn(char) -> bool| literal.is_none_or(|text| text.chars().all(is));
        let across = literal.filter(|text| may_cross(text)).map(|text| {
            let piece = text
                .split(|character: char| !character.is_alphanumeric())
                .max_by_key(|piece| piece.len())
                .filter(|piece| !piece.is_empty() && !text.contains('\\'));
            piece.map(|piece| Box::new(Self::new(&TextPattern::contains(piece))))
        });
        Self {
            is_for_each_value: matches!(pattern.form(), Form::Regex { .. }),
            needs_whole_values: literal.is_none(),
            needed: needed(pattern),
            may_be_number: all(|character| matches!(character, '0'..='9' | '-' | '+' | '.' | 'e' | 'E')),
            may_be_uuid: all(|character| character.is_ascii_hexdigit() || character == '-'),
            in_null: regex.is_match(b"null"),
            in_true: regex.is_match(b"true"),
            in_false: regex.is_match(b"false"),
            words: WordSet::new(),
            shapes: Vec::new(),
            has_shapes: false,
            across,
            regex,
        }
    }

    pub(super) fn learn(&mut self, words: &Words) {
        let regex = &self.regex;
        self.words.learn(words, |word| regex.is_match(word.text().as_bytes()));
        let new = words.shapes_from(self.shapes.len());
        let fitting = &self.words;
        let fits = |keys: &[u32]| keys.iter().any(|key| fitting.has(*key as usize));
        self.shapes.extend(new.map(|shape| fits(&shape.keys)));
        self.has_shapes = self.shapes.contains(&true);
        if let Some(Some(piece)) = &mut self.across {
            piece.learn(words);
        }
    }

    pub(super) fn cost(&self) -> u32 {
        match &self.across {
            None => 100,
            Some(Some(_)) => 300,
            Some(None) => 5_000,
        }
    }

    /// The rows of a packed block in which it is, and those that have to be asked themselves.
    pub(super) fn mask(
        &self,
        block: &mut Opened<'_>,
        within: u128,
        around: &Surroundings<'_>,
    ) -> Result<(u128, u128), ArchiveError> {
        let odd = block.block.columns.odd;
        // Neither among the block's words nor in its texts.
        let may_be_there = match &self.needed {
            Some(needed) => block.may_hold(needed)?,
            None => true,
        };
        let mut found = 0;
        if may_be_there && self.is_among_words() {
            found |= self.in_names(block, within)?;
        }
        if may_be_there && found != within {
            found |= self.in_texts(block, Stream::Texts)? & within & !odd;
        }
        if self.in_null || self.in_true || self.in_false {
            found |= self.in_literals(block, within & !found)?;
        }
        if self.may_be_number && found != within {
            found |= self.in_texts(block, Stream::Numbers)? & within;
            found |= self.in_own_times(block, within & !found)?;
        }
        if self.may_be_uuid && found != within {
            found |= self.in_uuids(block)? & within;
        }
        let inner = block.block.columns.inner & within & !odd & !found;
        if (self.needs_whole_values && may_be_there) || self.across.is_some() {
            found |= self.in_inner(block, inner, around)?;
        }
        if let Some(piece) = &self.across {
            found |= self.in_whole(piece.as_deref(), block, within & !found & !odd, around)?;
        }
        // What is kept as text is among the texts, or its groups of three are.
        let unsure = if may_be_there || self.across.is_some() {
            within & odd & !found
        } else {
            0
        };
        Ok((found, unsure))
    }

    fn is_among_words(&self) -> bool {
        !self.words.is_empty() || self.has_shapes
    }

    fn in_texts(&self, block: &mut Opened<'_>, stream: Stream) -> Result<u128, ArchiveError> {
        let bytes = pick(block.streams(&[stream])?, stream);
        if self.is_for_each_value {
            return self.in_each_value(block, stream);
        }
        if !self.regex.is_match(bytes) {
            return Ok(0);
        }
        // Only now it matters whose the text is.
        let streams = block.streams(&[Stream::Tokens, stream])?;
        let bytes = pick(streams, stream);
        let mut found = 0;
        let mut at = 0;
        while let Some(hit) = self.regex.find_at(bytes, at) {
            let Some(row) = owner(&streams.ends, stream, hit.start()) else {
                break;
            };
            found |= 1 << row;
            at = place_in(&streams.ends[row], stream);
        }
        Ok(found)
    }

    fn in_each_value(&self, block: &mut Opened<'_>, stream: Stream) -> Result<u128, ArchiveError> {
        let streams = block.streams(&[Stream::Tokens, stream])?;
        let bytes = pick(streams, stream);
        let mut found = 0;
        let mut from = 0;
        for to in memchr::memchr_iter(END_OF_TEXT, bytes) {
            if self.regex.is_match(&bytes[from..to])
                && let Some(row) = owner(&streams.ends, stream, from)
            {
                found |= 1 << row;
            }
            from = to + 1;
        }
        Ok(found)
    }

    /// In timestamps, which are among the columns and not among the numbers.
    fn in_own_times(&self, block: &mut Opened<'_>, within: u128) -> Result<u128, ArchiveError> {
        let mut digits = String::new();
        let fitting = block.block.columns.timestamps.mask(|time| {
            use std::fmt::Write as _;
            digits.clear();
            let _ = write!(digits, "{time}");
            self.regex.is_match(digits.as_bytes())
        });
        self.rows_with(block, within & fitting, |name| name == Name::OwnTime)
    }

    fn in_uuids(&self, block: &mut Opened<'_>) -> Result<u128, ArchiveError> {
        let mut texts = Vec::new();
        for id in block.block.columns.ids.iter() {
            let event::EventId::Uuid(uuid) = id else {
                // It is a text of the event, and found as one.
                write_uuid(&mut texts, None);
                continue;
            };
            write_uuid(&mut texts, Some(uuid));
        }
        let mut found = self.rows_of_uuids(&texts, Some);
        let streams = block.streams(&[Stream::Uuids])?;
        if streams.uuids.is_empty() {
            return Ok(found);
        }
        texts.clear();
        for bytes in streams.uuids.chunks_exact(16) {
            write_uuid(&mut texts, uuid::Uuid::from_slice(bytes).ok());
        }
        if self.regex.is_match(&texts) {
            let streams = block.streams(&[Stream::Tokens, Stream::Uuids])?;
            found |= self.rows_of_uuids(&texts, |number| owner(&streams.ends, Stream::Uuids, number * 16));
        }
        Ok(found)
    }

    fn rows_of_uuids(&self, texts: &[u8], row: impl Fn(usize) -> Option<usize>) -> u128 {
        let mut found = 0;
        let mut at = 0;
        while let Some(hit) = self.regex.find_at(texts, at) {
            let number = hit.start() / UUID_AND_END;
            if let Some(row) = row(number) {
                found |= 1 << row;
            }
            at = (number + 1) * UUID_AND_END;
            if at >= texts.len() {
                break;
            }
        }
        found
    }

    fn in_names(&self, block: &mut Opened<'_>, within: u128) -> Result<u128, ArchiveError> {
        self.rows_with(block, within, |name| match name {
            Name::Word(word) => self.words.has(word),
            Name::Shape(shape) => self.shapes.get(shape).copied().unwrap_or(false),
            _ => false,
        })
    }

    fn in_literals(&self, block: &mut Opened<'_>, within: u128) -> Result<u128, ArchiveError> {
        self.rows_with(block, within, |name| match name {
            Name::Null => self.in_null,
            Name::True => self.in_true,
            Name::False => self.in_false,
            _ => false,
        })
    }

    fn rows_with(
        &self,
        block: &mut Opened<'_>,
        within: u128,
        is_wanted: impl Fn(Name) -> bool,
    ) -> Result<u128, ArchiveError> {
        if within == 0 {
            return Ok(0);
        }
        let streams = block.streams(&[Stream::Tokens])?;
        let mut found = 0;
        for place in places(within) {
            let (start, end) = (streams.start_of(place).tokens, streams.ends[place].tokens);
            if any_name(&streams.tokens, start, end, &is_wanted)? {
                found |= 1 << place;
            }
        }
        Ok(found)
    }

    /// In the whole text of strings that are JSON, which are cut up.
    fn in_inner(&self, block: &mut Opened<'_>, within: u128, around: &Surroundings<'_>) -> Result<u128, ArchiveError> {
        if within == 0 {
            return Ok(0);
        }
        let content = block.block;
        let streams = block.streams(&Stream::ALL)?;
        let mut found = 0;
        for place in places(within) {
            let own = content.own(place)?;
            let mut reader = TokenReader::at_row(streams, place);
            while reader.position() < streams.ends[place].tokens {
                let Token::Inner { is_indented } = reader.next()? else {
                    continue;
                };
                let text = inner_text(is_indented, &mut reader, &own, around.words, 0)?;
                if self.regex.is_match(text.as_bytes()) {
                    found |= 1 << place;
                    break;
                }
            }
        }
        Ok(found)
    }

    /// Across punctuation: in the text of those events that have the longest piece of it at all.
    fn in_whole(
        &self,
        piece: Option<&Self>,
        block: &mut Opened<'_>,
        within: u128,
        around: &Surroundings<'_>,
    ) -> Result<u128, ArchiveError> {
        let within = match piece {
            Some(piece) => piece.mask(block, within, around)?.0,
            None => within,
        };
        let mut found = 0;
        for place in places(within) {
            if self.regex.is_match(block.text(place, around.words)?.as_bytes()) {
                found |= 1 << place;
            }
        }
        Ok(found)
    }
}

fn needed(pattern: &TextPattern) -> Option<Needed> {
    match pattern.form() {
        Form::Plain(text) => Some(Needed::of(std::iter::once(text.as_str()))),
        Form::Wildcard(parts) => Some(Needed::of(parts.iter().map(String::as_str))),
        Form::Regex { .. } => None,
    }
}

/// A UUID as text, and the end of the text.
const UUID_AND_END: usize = uuid::fmt::Hyphenated::LENGTH + 1;

fn write_uuid(texts: &mut Vec<u8>, uuid: Option<uuid::Uuid>) {
    let mut buffer = [END_OF_TEXT; UUID_AND_END];
    if let Some(uuid) = uuid {
        uuid.hyphenated().encode_lower(&mut buffer);
    }
    texts.extend_from_slice(&buffer);
}

fn pick(streams: &crate::codec::Streams, stream: Stream) -> &[u8] {
    match stream {
        Stream::Tokens => &streams.tokens,
        Stream::Texts => &streams.texts,
        Stream::Numbers => &streams.numbers,
        Stream::Uuids => &streams.uuids,
    }
}

fn place_in(end: &Ends, stream: Stream) -> usize {
    match stream {
        Stream::Tokens => end.tokens,
        Stream::Texts => end.texts,
        Stream::Numbers => end.numbers,
        Stream::Uuids => end.uuids,
    }
}

/// The row whose share of a stream a place is in.
fn owner(ends: &[Ends], stream: Stream, at: usize) -> Option<usize> {
    let row = ends.partition_point(|end| place_in(end, stream) <= at);
    (row < ends.len()).then_some(row)
}
