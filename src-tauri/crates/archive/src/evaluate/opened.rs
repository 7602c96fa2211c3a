//! One block while it is searched: what of it was unpacked already.

use std::sync::Arc;

use crate::block::{Block, Content, Texts};
use crate::codec::{Damaged, Needed, Stream, Streams, Words};
use crate::error::ArchiveError;
use crate::file::Store;

/// A block and those of its streams that a search has needed so far.
pub(super) struct Opened<'a> {
    pub(super) block: &'a Block,
    store: &'a Store,
    streams: Streams,
    has: [bool; 4],
}

impl<'a> Opened<'a> {
    pub(super) fn new(block: &'a Block, store: &'a Store) -> Self {
        Self {
            block,
            store,
            streams: Streams::default(),
            has: [false; 4],
        }
    }

    /// Whether the events are cut up, so that there are streams.
    pub(super) fn is_packed(&self) -> bool {
        matches!(self.block.content, Content::Packed(_))
    }

    /// Whether the texts may hold what is needed.
    pub(super) fn may_hold(&self, needed: &Needed) -> Result<bool, ArchiveError> {
        self.block.may_hold(needed, self.store)
    }

    /// The streams, with at least these among them.
    pub(super) fn streams(&mut self, wanted: &[Stream]) -> Result<&Streams, ArchiveError> {
        for stream in wanted {
            if !self.has[*stream as usize] {
                self.unpack(*stream)?;
                self.has[*stream as usize] = true;
                self.check()?;
            }
        }
        Ok(&self.streams)
    }

    /// Whether what is unpacked is of one block.
    fn check(&self) -> Result<(), Damaged> {
        if !self.is_packed() || !self.has[Stream::Tokens as usize] {
            return Ok(());
        }
        let unpacked = Stream::ALL.into_iter().filter(|stream| self.has[*stream as usize]);
        unpacked.into_iter().try_for_each(|stream| self.streams.check(stream))
    }

    fn unpack(&mut self, stream: Stream) -> Result<(), ArchiveError> {
        let Some(bytes) = self.block.stream(self.store, stream)? else {
            return Ok(());
        };
        match stream {
            Stream::Tokens => {
                let tokens = Streams::of_tokens(bytes)?;
                if tokens.rows() != self.block.columns.len() {
                    return Err(ArchiveError::Damaged);
                }
                self.streams.tokens = tokens.tokens;
                self.streams.ends = tokens.ends;
            }
            Stream::Texts => self.streams.texts = bytes,
            Stream::Numbers => self.streams.numbers = bytes,
            Stream::Uuids => self.streams.uuids = bytes,
        }
        Ok(())
    }

    /// The text of one event as JSON.
    pub(super) fn text(&mut self, place: usize, words: &Words) -> Result<Arc<str>, ArchiveError> {
        let (block, store) = (self.block, self.store);
        let streams = if self.is_packed() {
            Some(self.streams(&Stream::ALL)?)
        } else {
            None
        };
        let mut texts = Texts {
            block,
            streams,
            store,
            words,
            wanted: None,
            buffer: String::new(),
        };
        texts.text(place)
    }
}
