//! What was read of a block's content, packed as it is in the file.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::codec::Stream;
use crate::file::Store;

/// Pieces of the file that the next one who asks need not read again. They go when nobody asks for long enough; most
/// blocks have none.
#[derive(Default)]
pub(crate) struct Kept(Mutex<Option<Box<Pieces>>>);

#[derive(Default)]
struct Pieces {
    /// In the order of [`Stream::ALL`].
    streams: [Option<Arc<[u8]>>; 4],
    /// Which groups of three bytes the texts have, unpacked.
    grams: Option<Arc<[u8]>>,
    /// Whether somebody asked since the last time that something was let go of.
    is_asked: bool,
}

impl Kept {
    /// A stream, where it is here.
    pub(super) fn stream(&self, stream: Stream) -> Option<Arc<[u8]>> {
        self.asked(|pieces| pieces.streams[stream as usize].clone())
    }

    /// Keeps a stream while there is room.
    pub(super) fn keep_stream(&self, stream: Stream, packed: Arc<[u8]>, store: &Store) {
        if !store.may_keep(packed.len()) {
            return;
        }
        let mut pieces = self.pieces();
        let pieces = pieces.get_or_insert_default();
        pieces.is_asked = true;
        // Another thread may have been quicker: the same bytes then stay once.
        if let Some(before) = pieces.streams[stream as usize].replace(packed) {
            store.let_go(before.len());
        }
    }

    /// The groups of three bytes, where they are here.
    pub(super) fn grams(&self) -> Option<Arc<[u8]>> {
        self.asked(|pieces| pieces.grams.clone())
    }

    /// Keeps the groups of three bytes.
    pub(super) fn keep_grams(&self, grams: Arc<[u8]>, store: &Store) -> Arc<[u8]> {
        store.keep_grams(grams.len());
        let mut pieces = self.pieces();
        let pieces = pieces.get_or_insert_default();
        pieces.is_asked = true;
        if let Some(before) = pieces.grams.replace(Arc::clone(&grams)) {
            store.let_go_of_grams(before.len());
        }
        grams
    }

    /// Lets go of everything, unless somebody asked since the last time.
    pub(super) fn let_go(&self, store: &Store) {
        let mut pieces = self.pieces();
        let gone = pieces.take_if(|pieces| !std::mem::take(&mut pieces.is_asked));
        drop(pieces);
        if let Some(gone) = gone {
            store.let_go(gone.streams.iter().flatten().map(|stream| stream.len()).sum());
            store.let_go_of_grams(gone.grams.map_or(0, |grams| grams.len()));
        }
    }

    fn asked(&self, piece: impl FnOnce(&Pieces) -> Option<Arc<[u8]>>) -> Option<Arc<[u8]>> {
        let mut pieces = self.pieces();
        let pieces = pieces.as_mut()?;
        pieces.is_asked = true;
        piece(pieces)
    }

    fn pieces(&self) -> MutexGuard<'_, Option<Box<Pieces>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
