//! Rows of events that are picked by their identifiers, whether the filter shows them or not.

use event::Event;

use super::{EventRow, View};
use crate::archive::Archive;
use crate::block::Row;
use crate::error::ArchiveError;

impl View {
    /// The rows of events, in the order in which they are asked for; who is not in the archive is left out. Their index
    /// is 0: they stand alone.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn rows_of(&self, uuids: &[String]) -> Result<Vec<EventRow>, ArchiveError> {
        let snapshot = self.archive.snapshot();
        let rows: Vec<Row> = uuids
            .iter()
            .filter_map(|uuid| self.archive.row_of(uuid))
            .filter(|row| *row < snapshot.rows_end())
            .collect();
        self.shown(&rows, &vec![None; rows.len()], &snapshot)
    }
}

impl Archive {
    /// Several events, in the order in which they are asked for; none for who is not there. What is in one block of the
    /// file is unpacked once.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn events(&self, uuids: &[String]) -> Result<Vec<Option<Event>>, ArchiveError> {
        let snapshot = self.snapshot();
        let is_there = |row: &Row| *row < snapshot.rows_end();
        let rows: Vec<Option<Row>> = uuids.iter().map(|uuid| self.row_of(uuid).filter(is_there)).collect();
        let present: Vec<Row> = rows.iter().copied().flatten().collect();
        let mut texts = snapshot.texts(&present).into_iter();
        let event = |row: Option<Row>| {
            row.and_then(|_| texts.next())
                .map(|text| Event::from_json(&text?).map_err(|_| ArchiveError::Damaged))
                .transpose()
        };
        rows.into_iter().map(event).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::view::EventFilter;
    use crate::{About, Archive};

    #[test]
    fn rows_are_picked_in_any_order_and_whatever_the_filter_hides() {
        let folder = tempfile::tempdir().unwrap();
        let archive = Archive::create(&folder.path().join("a.assurance"), &About::default()).unwrap();
        let event = |uuid: &str, name: &str| {
            let text = format!(r#"{{"uuid":"{uuid}","timestamp":1,"type":"service","payload":{{"name":"{name}"}}}}"#);
            Event::from_json(&text).unwrap()
        };
        archive.insert(vec![event("a", "First"), event("b", "Second")]).unwrap();
        let filter = EventFilter {
            types: vec!["none".to_owned()],
            ..EventFilter::default()
        };
        let view = View::new(Arc::new(archive), filter);
        let rows = view
            .rows_of(&["B".to_owned(), "gone".to_owned(), "a".to_owned()])
            .unwrap();
        let labels: Vec<&str> = rows.iter().map(|row| row.label.as_str()).collect();
        assert_eq!(labels, ["Second", "First"]);
        let events = view
            .archive()
            .events(&["B".to_owned(), "gone".to_owned(), "a".to_owned()])
            .unwrap();
        let uuids: Vec<Option<&str>> = events.iter().map(|event| Some(event.as_ref()?.uuid.as_str())).collect();
        assert_eq!(uuids, [Some("b"), None, Some("a")]);
    }
}
