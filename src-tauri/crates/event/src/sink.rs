//! Where events are put as they arrive.

use std::error::Error;
use std::sync::Arc;

use crate::Event;

/// Something that keeps the events of one session, each once: an archive, or a stand-in.
///
/// The calls may block, so async code makes them on a thread that may.
pub trait EventSink: Send + Sync + 'static {
    /// Adds what is new of a batch, in any order; an event is known by its uuid, in any case.
    ///
    /// # Errors
    /// When the batch cannot be kept; then none of it is.
    fn insert(&self, batch: Vec<Event>) -> Result<Inserted, SinkProblem>;

    /// A mark that grows as events are added, for [`EventSink::had_all`].
    fn mark(&self) -> u32;

    /// Whether all these events were there at an earlier [`EventSink::mark`].
    fn had_all(&self, events: &[Event], mark: u32) -> bool;

    /// Whether an event is there, in any case of its uuid.
    fn contains(&self, uuid: &str) -> bool;

    /// How many events there are.
    fn len(&self) -> usize;

    /// Whether there is no event yet.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// What [`EventSink::insert`] did with a batch.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Inserted {
    /// Events that were new.
    pub added: usize,
    /// Events that were there already.
    pub known: usize,
}

/// Why a batch could not be kept: the keeper's own error.
#[derive(Debug, Clone, thiserror::Error)]
#[error(transparent)]
pub struct SinkProblem(Arc<dyn Error + Send + Sync>);

impl SinkProblem {
    /// The problem that an error is.
    #[must_use]
    pub fn new(error: impl Error + Send + Sync + 'static) -> Self {
        Self(Arc::new(error))
    }

    /// The keeper's error, where it is of this type.
    #[must_use]
    pub fn of<E: Error + 'static>(&self) -> Option<&E> {
        self.0.downcast_ref()
    }
}
