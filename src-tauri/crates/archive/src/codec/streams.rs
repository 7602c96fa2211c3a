//! The streams of one block: tokens, texts, numbers and UUIDs, and where each row's share of them ends.

use super::varint::{read_varint, write_varint};
use super::{Damaged, ROWS_OF_BLOCK};

/// Ends every text and number of a stream; never part of one, because UTF-8 has no such byte.
pub(crate) const END_OF_TEXT: u8 = 0xFF;

/// Which stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stream {
    Tokens,
    Texts,
    Numbers,
    Uuids,
}

impl Stream {
    pub(crate) const ALL: [Self; 4] = [Self::Tokens, Self::Texts, Self::Numbers, Self::Uuids];
}

/// How far a row's share of each stream reaches: the place behind its last byte.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Ends {
    pub(crate) tokens: usize,
    pub(crate) texts: usize,
    pub(crate) numbers: usize,
    pub(crate) uuids: usize,
}

/// A block's content, not packed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Streams {
    pub(crate) tokens: Vec<u8>,
    pub(crate) texts: Vec<u8>,
    pub(crate) numbers: Vec<u8>,
    /// 16 bytes each.
    pub(crate) uuids: Vec<u8>,
    /// One per row.
    pub(crate) ends: Vec<Ends>,
}

impl Streams {
    pub(crate) fn rows(&self) -> usize {
        self.ends.len()
    }

    /// Where everything ends that was written so far.
    pub(crate) fn end(&self) -> Ends {
        Ends {
            tokens: self.tokens.len(),
            texts: self.texts.len(),
            numbers: self.numbers.len(),
            uuids: self.uuids.len(),
        }
    }

    /// Where a row's share begins.
    pub(crate) fn start_of(&self, row: usize) -> Ends {
        match row.checked_sub(1) {
            Some(before) => self.ends.get(before).copied().unwrap_or_default(),
            None => Ends::default(),
        }
    }

    /// Whether a stream is as long as its rows say.
    pub(crate) fn check(&self, stream: Stream) -> Result<(), Damaged> {
        let end = self.ends.last().copied().unwrap_or_default();
        let (length, end) = match stream {
            Stream::Tokens => (self.tokens.len(), end.tokens),
            Stream::Texts => (self.texts.len(), end.texts),
            Stream::Numbers => (self.numbers.len(), end.numbers),
            Stream::Uuids => (self.uuids.len(), end.uuids),
        };
        if length == end { Ok(()) } else { Err(Damaged) }
    }

    /// Takes back what was written after `end`, of a row that could not be finished.
    pub(crate) fn cut_back(&mut self, end: Ends) {
        self.tokens.truncate(end.tokens);
        self.texts.truncate(end.texts);
        self.numbers.truncate(end.numbers);
        self.uuids.truncate(end.uuids);
    }

    /// The bytes that stand for a stream in the file; the tokens carry the rows' ends with them.
    pub(crate) fn bytes(&self, stream: Stream) -> Vec<u8> {
        match stream {
            Stream::Tokens => self.tokens_with_ends(),
            Stream::Texts => self.texts.clone(),
            Stream::Numbers => self.numbers.clone(),
            Stream::Uuids => self.uuids.clone(),
        }
    }

    fn tokens_with_ends(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.tokens.len() + self.ends.len() * 5 + 2);
        write_varint(&mut bytes, self.ends.len() as u64);
        let mut before = Ends::default();
        for end in &self.ends {
            write_varint(&mut bytes, (end.tokens - before.tokens) as u64);
            write_varint(&mut bytes, (end.texts - before.texts) as u64);
            write_varint(&mut bytes, (end.numbers - before.numbers) as u64);
            write_varint(&mut bytes, (end.uuids - before.uuids) as u64 / 16);
            before = *end;
        }
        bytes.extend_from_slice(&self.tokens);
        bytes
    }

    /// The tokens and ends out of what [`Streams::bytes`] made of them; the other streams stay empty.
    pub(crate) fn of_tokens(mut bytes: Vec<u8>) -> Result<Self, Damaged> {
        let mut position = 0;
        let rows = read_varint(&bytes, &mut position)? as usize;
        if rows > ROWS_OF_BLOCK {
            return Err(Damaged);
        }
        let mut ends = Vec::with_capacity(rows);
        let mut end = Ends::default();
        let mut part = |before: usize, unit: usize| -> Result<usize, Damaged> {
            let length = usize::try_from(read_varint(&bytes, &mut position)?).map_err(|_| Damaged)?;
            let length = length.checked_mul(unit).ok_or(Damaged)?;
            before.checked_add(length).ok_or(Damaged)
        };
        for _ in 0..rows {
            end = Ends {
                tokens: part(end.tokens, 1)?,
                texts: part(end.texts, 1)?,
                numbers: part(end.numbers, 1)?,
                uuids: part(end.uuids, 16)?,
            };
            ends.push(end);
        }
        bytes.drain(..position);
        if end.tokens != bytes.len() {
            return Err(Damaged);
        }
        Ok(Self {
            tokens: bytes,
            ends,
            ..Self::default()
        })
    }
}
