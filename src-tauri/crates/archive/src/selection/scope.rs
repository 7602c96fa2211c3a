//! Which events count: those that a list may show just now.

use crate::archive::Archive;
use crate::block::Block;
use crate::snapshot::Snapshot;

/// Which of an archive's events count, whatever a query asks for: those that were there when a list was paused, or all;
/// with hidden events and those of a cleared session, or without. See [`crate::View::scope`].
#[derive(Clone, Default)]
pub struct Scope {
    pub(crate) frozen: Option<Snapshot>,
    pub(crate) with_hidden: bool,
}

impl Scope {
    /// Every event there is, hidden ones too.
    #[must_use]
    pub fn everything() -> Self {
        Self {
            frozen: None,
            with_hidden: true,
        }
    }

    /// The same with hidden events and those of a cleared session.
    #[must_use]
    pub fn with_hidden(self) -> Self {
        Self {
            with_hidden: true,
            ..self
        }
    }

    /// When its newest event was, milliseconds since 1970; none without events.
    #[must_use]
    pub fn last(&self, archive: &Archive) -> Option<i64> {
        let snapshot = self.snapshot(archive);
        let last = snapshot.order.last();
        last.map(|row| snapshot.timestamp(*row))
    }

    /// What the archive held. What is marked is as it is now.
    pub(crate) fn snapshot(&self, archive: &Archive) -> Snapshot {
        let now = archive.snapshot();
        match &self.frozen {
            Some(frozen) => Snapshot {
                marks: now.marks,
                ..frozen.clone()
            },
            None => now,
        }
    }

    /// The rows of a block that do not count because they are hidden.
    pub(crate) fn left_out(&self, block: &Block, snapshot: &Snapshot) -> u128 {
        if self.with_hidden || !snapshot.marks.leaves_out() {
            return 0;
        }
        snapshot.marks.left_out(block)
    }
}
