//! Up to 128 events: their heads in memory, their content as text or packed.

mod kept;
mod texts;

use std::sync::Arc;

use crate::codec::{Damaged, LARGEST_STREAM, Needed, Own, Stream, Streams, unpack};
use crate::columns::Columns;
use crate::error::ArchiveError;
use crate::file::Store;
use kept::Kept;

pub(crate) use texts::Texts;

/// A row's number: the block's number times 128, and its place in the block.
pub(crate) type Row = u32;

/// The row at a place of a block.
pub(crate) fn row_at(block: u32, place: usize) -> Row {
    block << 7 | place as u32
}

/// The block of a row, and the place in it.
pub(crate) fn place_of(row: Row) -> (usize, usize) {
    ((row >> 7) as usize, (row & 127) as usize)
}

/// Whether a row is among those of the blocks' masks.
pub(crate) fn is_in(masks: &[u128], row: Row) -> bool {
    let (block, place) = place_of(row);
    masks[block] >> place & 1 == 1
}

/// The places whose bits are set, from the first on.
pub(crate) fn places(mut mask: u128) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        (mask != 0).then(|| {
            let place = mask.trailing_zeros() as usize;
            mask &= mask - 1;
            place
        })
    })
}

/// One block.
pub(crate) struct Block {
    pub(crate) number: u32,
    pub(crate) columns: Columns,
    pub(crate) present: u128,
    pub(crate) content: Content,
}

/// Where the events' text is.
pub(crate) enum Content {
    /// The newest events, as they came.
    Texts(Vec<Arc<str>>),
    /// In the file; what was read of it stays for a while.
    Packed(Kept),
}

impl Block {
    pub(crate) fn of_texts(number: u32, columns: Columns, texts: Vec<Arc<str>>) -> Self {
        Self {
            number,
            present: columns.present(),
            columns,
            content: Content::Texts(texts),
        }
    }

    pub(crate) fn packed(number: u32, columns: Columns) -> Self {
        Self {
            number,
            present: columns.present(),
            columns,
            content: Content::Packed(Kept::default()),
        }
    }

    pub(crate) fn row(&self, place: usize) -> Row {
        row_at(self.number, place)
    }

    /// What a row's tokens refer to in the columns.
    pub(crate) fn own(&self, place: usize) -> Result<Own, Damaged> {
        Ok(Own {
            id: self.columns.ids.get(place).ok_or(Damaged)?,
            timestamp: self.columns.timestamps.get(place).ok_or(Damaged)?,
        })
    }

    /// The streams asked for, unpacked; the tokens always. None for a block of texts.
    pub(crate) fn streams(&self, store: &Store, wanted: &[Stream]) -> Result<Option<Streams>, ArchiveError> {
        let Content::Packed(kept) = &self.content else {
            return Ok(None);
        };
        let mut streams = Streams::of_tokens(self.unpacked(store, kept, Stream::Tokens)?)?;
        if streams.rows() != self.columns.len() {
            return Err(ArchiveError::Damaged);
        }
        for stream in wanted {
            let bytes = match stream {
                Stream::Tokens => continue,
                other => self.unpacked(store, kept, *other)?,
            };
            match stream {
                Stream::Tokens => {}
                Stream::Texts => streams.texts = bytes,
                Stream::Numbers => streams.numbers = bytes,
                Stream::Uuids => streams.uuids = bytes,
            }
            streams.check(*stream)?;
        }
        Ok(Some(streams))
    }

    /// One stream alone, unpacked. None for a block of texts.
    pub(crate) fn stream(&self, store: &Store, stream: Stream) -> Result<Option<Vec<u8>>, ArchiveError> {
        match &self.content {
            Content::Texts(_) => Ok(None),
            Content::Packed(kept) => Ok(Some(self.unpacked(store, kept, stream)?)),
        }
    }

    /// Whether the texts of a packed block may hold what is needed.
    pub(crate) fn may_hold(&self, needed: &Needed, store: &Store) -> Result<bool, ArchiveError> {
        let Content::Packed(kept) = &self.content else {
            return Ok(true);
        };
        let grams = match kept.grams() {
            Some(grams) => grams,
            None => kept.keep_grams(store.grams(self.number)?, store),
        };
        Ok(needed.may_be_in(&grams))
    }

    /// Lets go of content that nobody has asked for since the last time.
    pub(crate) fn let_go(&self, store: &Store) {
        if let Content::Packed(kept) = &self.content {
            kept.let_go(store);
        }
    }

    /// Bytes in memory, without content that comes and goes.
    pub(crate) fn held(&self) -> usize {
        let texts = match &self.content {
            Content::Texts(texts) => texts.iter().map(|text| text.len()).sum(),
            Content::Packed(_) => 0,
        };
        size_of::<Self>() + self.columns.held() + texts
    }

    fn unpacked(&self, store: &Store, kept: &Kept, stream: Stream) -> Result<Vec<u8>, ArchiveError> {
        if let Some(packed) = kept.stream(stream) {
            return Ok(unpack(&packed, LARGEST_STREAM)?);
        }
        let packed = store.stream(self.number, stream)?;
        let bytes = unpack(&packed, LARGEST_STREAM)?;
        kept.keep_stream(stream, packed, store);
        Ok(bytes)
    }
}
