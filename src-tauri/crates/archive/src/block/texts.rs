//! The events of a block as text.

use std::sync::Arc;

use super::{Block, Content};
use crate::codec::{Streams, Wanted, Words, decode, decode_excerpt};
use crate::error::ArchiveError;
use crate::file::Store;

/// Reads texts of one block, one after the other.
pub(crate) struct Texts<'a> {
    pub(crate) block: &'a Block,
    /// All streams of a packed block; none for a block of texts.
    pub(crate) streams: Option<&'a Streams>,
    pub(crate) store: &'a Store,
    pub(crate) words: &'a Words,
    /// What a packed event's text is to have; all of it without one.
    pub(crate) wanted: Option<&'a Wanted>,
    /// Where a text is put together. It keeps its memory from event to event.
    pub(crate) buffer: String,
}

impl Texts<'_> {
    /// The text of one event.
    pub(crate) fn text(&mut self, place: usize) -> Result<Arc<str>, ArchiveError> {
        let streams = match (&self.block.content, self.streams) {
            (Content::Texts(texts), _) => return texts.get(place).cloned().ok_or(ArchiveError::Damaged),
            (Content::Packed(_), streams) => streams.ok_or(ArchiveError::Damaged)?,
        };
        let (own, text) = (self.block.own(place)?, &mut self.buffer);
        text.clear();
        let apart = match self.wanted {
            None => decode(streams, place, &own, self.words, text)?,
            Some(wanted) => decode_excerpt(streams, place, &own, self.words, wanted, text)?,
        };
        match apart {
            None => Ok(text.as_str().into()),
            Some(_) => Ok(self.store.apart(self.block.number, place)?.into()),
        }
    }
}
