//! What a query finds on both sides of one event.

use super::{Selected, Selection};
use crate::archive::Archive;
use crate::error::ArchiveError;
use crate::query::Query;

impl Archive {
    /// The events that a query asks for before an event, the nearest first, and those after it. The event itself, by its
    /// uuid in any case, is in neither; where it is not there, nothing is.
    ///
    /// # Errors
    /// As [`Archive::select`].
    pub fn select_around(&self, uuid: &str, query: &Query) -> Result<(Selection, Selection), ArchiveError> {
        let mut after = self.select(query, Selected::AsShown)?;
        let snapshot = after.snapshot.clone();
        let mut before = Selection::new(snapshot.clone(), Vec::new());
        let Some(row) = self.row_of(uuid).filter(|row| *row < snapshot.rows_end()) else {
            after.rows.clear();
            return Ok((before, after));
        };
        let first = after
            .rows
            .partition_point(|other| snapshot.order_of(*other, row).is_lt());
        before.rows = after.rows.drain(..first).rev().collect();
        after.rows.retain(|other| *other != row);
        Ok((before, after))
    }
}

#[cfg(test)]
mod tests {
    use event::Event;

    use super::*;
    use crate::About;

    #[test]
    fn both_sides_of_an_event_are_found() {
        let folder = tempfile::tempdir().unwrap();
        let archive = Archive::create(&folder.path().join("a.assurance"), &About::default()).unwrap();
        let event = |number: usize| {
            let text = format!(r#"{{"uuid":"U{number}","timestamp":{number},"type":"service","payload":{{}}}}"#);
            Event::from_json(&text).unwrap()
        };
        archive.insert((1..=6).map(event).collect()).unwrap();
        let query = Query::everything();
        let uuids = |mut selection: Selection| -> Vec<String> {
            let events = selection.next_events(10).unwrap();
            events.into_iter().map(|event| event.uuid).collect()
        };
        let (before, after) = archive.select_around("u3", &query).unwrap();
        assert_eq!(
            (uuids(before), uuids(after)),
            (
                vec!["u2".to_owned(), "u1".to_owned()],
                vec!["u4".to_owned(), "u5".to_owned(), "u6".to_owned()],
            )
        );
        let (before, after) = archive.select_around("gone", &query).unwrap();
        assert!(before.is_empty() && after.is_empty());
    }
}
