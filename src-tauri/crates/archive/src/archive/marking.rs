//! Setting marks, and asking for them.

use std::sync::Arc;

use super::{Archive, lock, write};
use crate::block::Row;
use crate::error::ArchiveError;
use crate::file::Writing;
use crate::marks::{AdobeMarks, EventMarks, MarkChange};

impl Archive {
    /// Changes the marks of events, all of them or none; what is no event is passed over. Marks are kept here only:
    /// Adobe does not learn of them.
    ///
    /// # Errors
    /// When the archive was opened to read only, or the file cannot be written.
    pub fn mark(&self, uuids: &[String], change: &MarkChange) -> Result<(), ArchiveError> {
        let mut writer = lock(&self.writer);
        let writer = writer.as_mut().ok_or(ArchiveError::ReadOnly)?;
        let snapshot = self.snapshot();
        let writing = Writing::begin(&mut writer.connection)?;
        let mut changed = Vec::with_capacity(uuids.len());
        for row in uuids.iter().filter_map(|uuid| self.row_in(uuid, &snapshot)) {
            let (here, adobe) = snapshot.marks.parts(row);
            let (block, place) = snapshot.block(row);
            let cleared_at = snapshot.marks.cleared_at();
            let is_cleared = cleared_at.is_some_and(|at| block.columns.timestamps[place] <= at);
            let here = here.changed(change, &adobe, is_cleared);
            writing.marks(&block.columns.id(place).to_string(), &here)?;
            changed.push((row, here));
        }
        writing.commit()?;
        let mut state = write(&self.state);
        let marks = Arc::make_mut(&mut state.marks);
        for (row, here) in changed {
            marks.set_here(row, here);
        }
        drop(state);
        self.revision.send_modify(|revision| *revision += 1);
        Ok(())
    }

    /// Clears the session: what is not newer than this moment, milliseconds since 1970, is left out of lists. Without a
    /// moment it is restored, also when it was cleared in Adobe's web UI.
    ///
    /// # Errors
    /// When the archive was opened to read only, or the file cannot be written.
    pub fn clear(&self, at: Option<i64>) -> Result<(), ArchiveError> {
        let mut writer = lock(&self.writer);
        let writer = writer.as_mut().ok_or(ArchiveError::ReadOnly)?;
        let is_cleared_by_adobe = self.snapshot().marks.cleared_by_adobe().is_some();
        let at = at.or(is_cleared_by_adobe.then_some(0));
        let writing = Writing::begin(&mut writer.connection)?;
        writing.cleared_at(at)?;
        writing.commit()?;
        Arc::make_mut(&mut write(&self.state).marks).set_cleared_here(at);
        self.revision.send_modify(|revision| *revision += 1);
        Ok(())
    }

    /// Up to when the session was cleared, here or in Adobe's web UI; milliseconds since 1970.
    #[must_use]
    pub fn cleared_at(&self) -> Option<i64> {
        self.snapshot().marks.cleared_at()
    }

    /// The marks of one event, by its uuid in any case; none when there is no such event.
    #[must_use]
    pub fn marks(&self, uuid: &str) -> EventMarks {
        let snapshot = self.snapshot();
        self.row_in(uuid, &snapshot).map_or_else(EventMarks::default, |row| {
            snapshot.marks.of(row, snapshot.timestamp(row))
        })
    }

    /// Shows what was found in annotations.
    pub(super) fn show_adobe_marks(&self, found: Vec<(Row, AdobeMarks)>) {
        if found.is_empty() {
            return;
        }
        let mut state = write(&self.state);
        let marks = Arc::make_mut(&mut state.marks);
        for (row, adobe) in found {
            marks.set_adobe(row, adobe);
        }
        drop(state);
        self.revision.send_modify(|revision| *revision += 1);
    }
}
