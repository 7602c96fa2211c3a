//! The tokens of an event, and reading them.

use super::dictionary::Words;
use super::streams::{Ends, Streams};
use super::varint::{read_varint, write_varint};
use super::{DEEPEST, Damaged};

const NULL: u64 = 0;
const TRUE: u64 = 1;
const FALSE: u64 = 2;
const ARRAY: u64 = 3;
const END: u64 = 4;
const TEXT: u64 = 5;
const NUMBER: u64 = 6;
const UUID: u64 = 7;
const UUID_UPPER: u64 = 8;
const OWN_ID: u64 = 9;
const OWN_ID_UPPER: u64 = 10;
const OWN_TIME: u64 = 11;
const RAW: u64 = 12;
const APART: u64 = 13;
const MAP: u64 = 14;
const INNER: u64 = 15;
const INNER_INDENTED: u64 = 16;
/// From here on: words at even places, shapes at odd ones.
const FIRST_NAMED: u64 = 18;

/// One token, with the value that it takes from its stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Token<'a> {
    Null,
    True,
    False,
    /// An array begins; it goes on to the matching [`Token::End`].
    Array,
    /// An object begins whose keys are data: key and value by turns, to the matching [`Token::End`].
    Map,
    End,
    /// A string that is JSON; the value in it follows.
    Inner {
        /// Whether it is written on many lines, with two spaces for each level.
        is_indented: bool,
    },
    /// A string, not escaped.
    Text(&'a [u8]),
    /// A number as it was written.
    Number(&'a [u8]),
    /// A string that is a UUID.
    Uuid {
        bytes: [u8; 16],
        is_upper: bool,
    },
    /// The event's own identifier, which is among the columns.
    OwnId {
        is_upper: bool,
    },
    /// The event's own timestamp, which is among the columns.
    OwnTime,
    /// A value as JSON text.
    Raw(&'a [u8]),
    /// The event is kept apart under this number.
    Apart(u64),
    /// A word of the dictionary: a string or a number.
    Word(u32),
    /// An object begins: its keys are the shape's, and as many values follow.
    Shape(u32),
}

impl Token<'_> {
    /// Writes the token alone; its value goes to its stream.
    pub(super) fn write(self, tokens: &mut Vec<u8>) {
        let code = match self {
            Self::Null => NULL,
            Self::True => TRUE,
            Self::False => FALSE,
            Self::Array => ARRAY,
            Self::Map => MAP,
            Self::Inner { is_indented: false } => INNER,
            Self::Inner { is_indented: true } => INNER_INDENTED,
            Self::End => END,
            Self::Uuid { is_upper: false, .. } => UUID,
            Self::Uuid { is_upper: true, .. } => UUID_UPPER,
            Self::OwnId { is_upper: false } => OWN_ID,
            Self::OwnId { is_upper: true } => OWN_ID_UPPER,
            Self::OwnTime => OWN_TIME,
            Self::Word(word) => FIRST_NAMED + 2 * u64::from(word),
            Self::Shape(shape) => FIRST_NAMED + 2 * u64::from(shape) + 1,
            Self::Text(text) => return with_number(tokens, TEXT, text.len() as u64),
            Self::Number(text) => return with_number(tokens, NUMBER, text.len() as u64),
            Self::Raw(text) => return with_number(tokens, RAW, text.len() as u64),
            Self::Apart(number) => return with_number(tokens, APART, number),
        };
        write_varint(tokens, code);
    }

    /// Whether a key that is data is this text.
    pub(crate) fn is_text(self, words: &Words, wanted: &str) -> bool {
        match self {
            Self::Word(word) => words.text(word) == wanted,
            Self::Text(text) => text == wanted.as_bytes(),
            Self::Uuid { bytes, is_upper } => {
                let mut buffer = [0; uuid::fmt::Hyphenated::LENGTH];
                let uuid = uuid::Uuid::from_bytes(bytes).hyphenated();
                let text: &str = if is_upper {
                    uuid.encode_upper(&mut buffer)
                } else {
                    uuid.encode_lower(&mut buffer)
                };
                text == wanted
            }
            _ => false,
        }
    }
}

fn with_number(tokens: &mut Vec<u8>, code: u64, number: u64) {
    write_varint(tokens, code);
    write_varint(tokens, number);
}

/// Reads the tokens of one row after the other.
#[derive(Clone)]
pub(crate) struct TokenReader<'a> {
    streams: &'a Streams,
    /// Up to where they go on: a row of a damaged file must not read those of all the rows behind it.
    tokens: &'a [u8],
    at: Ends,
    has_values: bool,
}

impl<'a> TokenReader<'a> {
    pub(crate) fn at_row(streams: &'a Streams, row: usize) -> Self {
        let end = streams.ends.get(row).map_or(0, |end| end.tokens);
        Self {
            streams,
            tokens: streams.tokens.get(..end).unwrap_or_default(),
            at: streams.start_of(row),
            has_values: true,
        }
    }

    /// Begins at any place.
    pub(crate) fn at(streams: &'a Streams, at: Ends) -> Self {
        Self {
            streams,
            tokens: &streams.tokens,
            at,
            has_values: true,
        }
    }

    /// Where the next token is.
    pub(crate) fn position(&self) -> usize {
        self.at.tokens
    }

    /// Reads the tokens alone: every text, number and UUID is empty, and no other stream need be unpacked.
    pub(crate) fn without_values(streams: &'a Streams, row: usize) -> Self {
        Self {
            has_values: false,
            ..Self::at_row(streams, row)
        }
    }

    /// Whether values are read.
    pub(crate) fn has_values(&self) -> bool {
        self.has_values
    }

    pub(crate) fn next(&mut self) -> Result<Token<'a>, Damaged> {
        let code = read_varint(self.tokens, &mut self.at.tokens)?;
        Ok(match code {
            NULL => Token::Null,
            TRUE => Token::True,
            FALSE => Token::False,
            ARRAY => Token::Array,
            MAP => Token::Map,
            INNER | INNER_INDENTED => Token::Inner {
                is_indented: code == INNER_INDENTED,
            },
            END => Token::End,
            TEXT => Token::Text(self.take_text()?),
            NUMBER => Token::Number(self.take_number()?),
            UUID | UUID_UPPER => Token::Uuid {
                bytes: self.take_uuid()?,
                is_upper: code == UUID_UPPER,
            },
            OWN_ID | OWN_ID_UPPER => Token::OwnId {
                is_upper: code == OWN_ID_UPPER,
            },
            OWN_TIME => Token::OwnTime,
            RAW => Token::Raw(self.take_text()?),
            APART => Token::Apart(read_varint(self.tokens, &mut self.at.tokens)?),
            other => {
                let named = other.checked_sub(FIRST_NAMED).ok_or(Damaged)?;
                let number = u32::try_from(named / 2).map_err(|_| Damaged)?;
                if named.is_multiple_of(2) {
                    Token::Word(number)
                } else {
                    Token::Shape(number)
                }
            }
        })
    }

    /// Reads on to the end of a value whose first token was read. `open` is only to work with.
    pub(crate) fn skip(
        &mut self,
        token: Token<'_>,
        words: &Words,
        open: &mut Vec<Option<usize>>,
    ) -> Result<(), Damaged> {
        // How many values are still to come in each object that is open; none counts for a list.
        open.clear();
        let mut token = token;
        loop {
            match token {
                Token::Shape(shape) => open.push(Some(words.shape(shape)?.keys.len())),
                Token::Array | Token::Map => open.push(None),
                Token::Inner { .. } => open.push(Some(1)),
                Token::End if open.pop() != Some(None) => return Err(Damaged),
                _ => {}
            }
            if open.len() > 2 * DEEPEST {
                return Err(Damaged);
            }
            loop {
                match open.last_mut() {
                    None => return Ok(()),
                    Some(Some(0)) => {
                        open.pop();
                    }
                    Some(Some(left)) => {
                        *left -= 1;
                        break;
                    }
                    Some(None) => break,
                }
            }
            token = self.next()?;
        }
    }

    fn take_text(&mut self) -> Result<&'a [u8], Damaged> {
        let length = read_varint(self.tokens, &mut self.at.tokens)?;
        if !self.has_values {
            return Ok(&[]);
        }
        take(&self.streams.texts, &mut self.at.texts, length)
    }

    fn take_number(&mut self) -> Result<&'a [u8], Damaged> {
        let length = read_varint(self.tokens, &mut self.at.tokens)?;
        if !self.has_values {
            return Ok(&[]);
        }
        take(&self.streams.numbers, &mut self.at.numbers, length)
    }

    fn take_uuid(&mut self) -> Result<[u8; 16], Damaged> {
        if !self.has_values {
            return Ok([0; 16]);
        }
        let place = self.at.uuids;
        let bytes = self.streams.uuids.get(place..place + 16).ok_or(Damaged)?;
        self.at.uuids += 16;
        bytes.try_into().map_err(|_| Damaged)
    }
}

/// Takes a text of `length` and its end.
fn take<'a>(stream: &'a [u8], at: &mut usize, length: u64) -> Result<&'a [u8], Damaged> {
    let length = usize::try_from(length).map_err(|_| Damaged)?;
    let end = at.checked_add(length).ok_or(Damaged)?;
    let text = stream.get(*at..end).ok_or(Damaged)?;
    *at = end + 1;
    Ok(text)
}

/// Looks at the names (words and shapes) among the tokens of a row, and at whether `true`, `false` and `null` are
/// there, without touching any other stream.
pub(crate) fn any_name(
    tokens: &[u8],
    start: usize,
    end: usize,
    mut is_wanted: impl FnMut(Name) -> bool,
) -> Result<bool, Damaged> {
    let mut position = start;
    while position < end {
        let code = read_varint(tokens, &mut position)?;
        let wanted = match code {
            NULL => is_wanted(Name::Null),
            TRUE => is_wanted(Name::True),
            FALSE => is_wanted(Name::False),
            OWN_TIME => is_wanted(Name::OwnTime),
            TEXT | NUMBER | RAW | APART => {
                read_varint(tokens, &mut position)?;
                false
            }
            other => other.checked_sub(FIRST_NAMED).is_some_and(|named| {
                let number = (named / 2) as usize;
                is_wanted(if named.is_multiple_of(2) {
                    Name::Word(number)
                } else {
                    Name::Shape(number)
                })
            }),
        };
        if wanted {
            return Ok(true);
        }
    }
    Ok(false)
}

/// What [`any_name`] sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Name {
    Null,
    True,
    False,
    OwnTime,
    Word(usize),
    Shape(usize),
}
