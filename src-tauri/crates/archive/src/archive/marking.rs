//! Setting marks, and asking for them.

use std::sync::Arc;

use event::EventId;

use super::{Archive, lock, write};
use crate::block::Row;
use crate::error::ArchiveError;
use crate::file::Writing;
use crate::marks::{AdobeMarks, EventMarks, KeptMarks, MarkChange, MarkedBy};

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
            let (mut kept, adobe) = (snapshot.marks.kept(row), snapshot.marks.adobe(row));
            let (block, place) = snapshot.block(row);
            let cleared = snapshot.marks.cleared();
            let is_cleared = cleared.is_some_and(|(at, _)| block.columns.timestamps.at(place) <= at);
            kept.here = kept.here.changed(change, &adobe, is_cleared);
            writing.marks(&block.columns.id(place).to_string(), &kept)?;
            changed.push((row, kept));
        }
        writing.commit()?;
        self.show_kept_marks(changed);
        Ok(())
    }

    /// Takes over what Adobe says of the marks of events that are here already: people flag, hide and note them in
    /// Adobe's web UI at any time. Returns how many have changed. What was set here still wins.
    pub(super) fn hear(&self, told: Vec<(EventId, AdobeMarks)>) -> Result<usize, ArchiveError> {
        // What an event's own annotations say has to be known before it is known what is new.
        self.find_marks(&|| false)?;
        let mut writer = lock(&self.writer);
        let writer = writer.as_mut().ok_or(ArchiveError::ReadOnly)?;
        let snapshot = self.snapshot();
        let changed: Vec<(Row, KeptMarks)> = {
            let mut ids = lock(&self.ids);
            let known = told.into_iter().filter_map(|(id, told)| {
                let row = ids.row(&id, &snapshot.blocks)?;
                // The parts of a large event may each say something else; the whole keeps what it said.
                (row < snapshot.rows_end() && !snapshot.replaced.whole.contains_key(&row)).then_some((row, told))
            });
            let new = known.filter(|(row, told)| snapshot.marks.adobe(*row) != *told);
            new.map(|(row, told)| (row, snapshot.marks.kept_after(row, told)))
                .collect()
        };
        if changed.is_empty() {
            return Ok(0);
        }
        let writing = Writing::begin(&mut writer.connection)?;
        for (row, kept) in &changed {
            let (block, place) = snapshot.block(*row);
            writing.marks(&block.columns.id(place).to_string(), kept)?;
        }
        writing.commit()?;
        let count = changed.len();
        self.show_kept_marks(changed);
        Ok(count)
    }

    fn show_kept_marks(&self, changed: Vec<(Row, KeptMarks)>) {
        let mut state = write(&self.state);
        let marks = Arc::make_mut(&mut state.marks);
        for (row, kept) in changed {
            marks.set_kept(row, kept);
        }
        drop(state);
        self.revision.send_modify(|revision| *revision += 1);
    }

    /// Clears the session: what is not newer than this moment, milliseconds since 1970, is left out of lists. Without a
    /// moment it is restored, also when it was cleared in Adobe's web UI, until somebody clears it there anew.
    ///
    /// # Errors
    /// When the archive was opened to read only, or the file cannot be written.
    pub fn clear(&self, at: Option<i64>) -> Result<(), ArchiveError> {
        let mut writer = lock(&self.writer);
        let writer = writer.as_mut().ok_or(ArchiveError::ReadOnly)?;
        let at = at.or_else(|| self.snapshot().marks.cleared_by_adobe().map(i64::saturating_neg));
        let writing = Writing::begin(&mut writer.connection)?;
        writing.cleared_at(at)?;
        writing.commit()?;
        Arc::make_mut(&mut write(&self.state).marks).set_cleared_here(at);
        self.revision.send_modify(|revision| *revision += 1);
        Ok(())
    }

    /// Up to when the session was cleared, milliseconds since 1970, and whether that was here or in Adobe's web UI.
    #[must_use]
    pub fn cleared(&self) -> Option<(i64, MarkedBy)> {
        self.snapshot().marks.cleared()
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
