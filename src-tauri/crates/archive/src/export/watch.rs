//! Telling how far the work is, and being called off.

use super::error::ExportError;

/// Looks on while events are exported or looked through.
pub trait ExportWatch: Sync {
    /// How far it is, in events that were read. Where something is redacted, events are read twice and count twice.
    /// Called a few times a second.
    fn progress(&self, done: u64, of: u64);

    /// Whether to stop.
    fn is_called_off(&self) -> bool;
}

/// Nobody looks on.
impl ExportWatch for () {
    fn progress(&self, _done: u64, _of: u64) {}

    fn is_called_off(&self) -> bool {
        false
    }
}

/// Counts the events that were read.
pub(crate) struct Progress<'w> {
    watch: &'w dyn ExportWatch,
    done: u64,
    of: u64,
}

impl<'w> Progress<'w> {
    pub(crate) fn new(watch: &'w dyn ExportWatch, of: usize) -> Self {
        Self {
            watch,
            done: 0,
            of: of as u64,
        }
    }

    /// So many more were read.
    pub(crate) fn add(&mut self, events: usize) -> Result<(), ExportError> {
        self.done += events as u64;
        // Events that arrived meanwhile are more than were promised.
        self.of = self.of.max(self.done);
        self.watch.progress(self.done, self.of);
        if self.watch.is_called_off() {
            return Err(ExportError::CalledOff);
        }
        Ok(())
    }
}
