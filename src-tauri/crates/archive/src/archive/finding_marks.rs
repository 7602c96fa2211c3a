//! Finding what Adobe's web UI has marked, without reading every event.

use std::sync::LazyLock;

use event::Event;
use time::UtcOffset;

use super::{Archive, lock};
use crate::block::{Content, Row, place_of, places};
use crate::error::ArchiveError;
use crate::evaluate::Plan;
use crate::marks::AdobeMarks;
use crate::query::Query;
use crate::snapshot::Snapshot;

/// Events that may have such annotations: the words are rare, so most blocks are passed over.
static ANNOTATED: LazyLock<Query> = LazyLock::new(|| {
    let query = "(visibility OR notes) \
        (annotations.type:(visibility OR notes) OR annotations.namespace:(visibility OR notes))";
    Query::parse(query, UtcOffset::UTC).expect("the query is written here")
});

/// How many events are read at a time.
const AT_ONCE: usize = 4096;

impl Archive {
    /// Looks through the events that are new since the last time for annotations of Adobe's web UI, and shows what they
    /// say. Takes a second for a million events that were never looked through.
    ///
    /// # Errors
    /// When the file cannot be read, or [`ArchiveError::CalledOff`] when `is_called_off` says so.
    pub fn find_marks(&self, is_called_off: &(dyn Fn() -> bool + Sync)) -> Result<(), ArchiveError> {
        let mut end = lock(&self.looked_through);
        let snapshot = self.snapshot();
        if snapshot.rows_end() < *end {
            // Somebody has put another file in its place.
            *end = 0;
        }
        let rows = annotated(&snapshot, *end, is_called_off).ok_or(ArchiveError::CalledOff)?;
        for rows in rows.chunks(AT_ONCE) {
            if is_called_off() {
                return Err(ArchiveError::CalledOff);
            }
            let texts = snapshot.texts(rows);
            // An event that cannot be read has no marks; whoever looks at it is told.
            let read = rows.iter().zip(texts).filter_map(|(row, text)| {
                let event = Event::from_json(&text.ok()?).ok()?;
                Some((*row, AdobeMarks::of(&event)))
            });
            let found: Vec<(Row, AdobeMarks)> = read.filter(|(_, marks)| !marks.is_none()).collect();
            self.show_adobe_marks(found);
        }
        *end = snapshot.rows_end();
        Ok(())
    }
}

/// The rows from `first` on whose events may have annotations that mark them; none when it was called off.
fn annotated(snapshot: &Snapshot, first: Row, is_called_off: &(dyn Fn() -> bool + Sync)) -> Option<Vec<Row>> {
    let (first_block, _) = place_of(first);
    let is_packed = |number: usize| {
        let block = snapshot.blocks.get(number);
        block.is_some_and(|block| matches!(block.content, Content::Packed(_)))
    };
    let mut rows = Vec::new();
    if is_packed(first_block) {
        let masks = Plan::new(&ANNOTATED).masks(snapshot, first_block, is_called_off)?;
        for (block, mask) in snapshot.blocks[first_block..].iter().zip(masks) {
            rows.extend(places(mask & snapshot.visible(block)).map(|place| block.row(place)));
        }
    } else if let Some(block) = snapshot.blocks.get(first_block)
        && let Content::Texts(texts) = &block.content
    {
        let is_annotated = |place: &usize| texts.get(*place).is_some_and(|text| text.contains("annotations"));
        let seen = places(snapshot.visible(block)).filter(is_annotated);
        rows.extend(seen.map(|place| block.row(place)));
    }
    rows.retain(|row| *row >= first);
    Some(rows)
}
