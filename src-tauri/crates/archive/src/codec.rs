//! How events are kept small and searched fast.
//!
//! An event is cut up into tokens. A token says that an object of a known *shape* (its list of keys) begins, names a
//! *word* of the dictionary (a string or number that occurs often), or says that the next value of one of four
//! streams follows. What differs from event to event thus lies together by kind, in few bytes; what is the same is
//! kept once in the file. Numbers keep their exact text and objects the order of their keys, so an event comes back
//! with the JSON values that went in; only whitespace and the way of escaping are not kept.

mod decoder;
mod dictionary;
mod encoder;
mod escaped;
mod excerpt;
mod grams;
mod head;
mod packing;
mod streams;
mod token;
mod varint;
mod wanted;

pub(crate) use decoder::{Own, decode, inner_text};
pub(crate) use dictionary::{Dictionary, Word, Words};
pub(crate) use encoder::Encoder;
pub(crate) use excerpt::decode_excerpt;
pub(crate) use grams::{LARGEST_GRAMS, Needed, grams_of};
pub(crate) use head::Head;
pub(crate) use packing::{
    LARGEST_PIECE, LARGEST_STREAM, pack, pack_for_opening, unpack, unpack_together, unpacked_size,
};
pub(crate) use streams::{END_OF_TEXT, Ends, Stream, Streams};
pub(crate) use token::{Name, Token, TokenReader, any_name};
pub(crate) use varint::{read_varint, unzigzag, write_varint, zigzag};
pub(crate) use wanted::Wanted;

/// Rows of a block: as many as a mask of 128 bits can tell apart.
pub(crate) const ROWS_OF_BLOCK: usize = 128;
/// An event whose text is longer is kept apart from its block, so that reading its neighbours stays cheap.
pub(crate) const LARGEST_IN_BLOCK: usize = 64 * 1024;
/// Deeper values are kept as the text they are.
pub(crate) const DEEPEST: usize = 96;

/// Something in the file is not what was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a block of the archive is damaged")]
pub(crate) struct Damaged;
