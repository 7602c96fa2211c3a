//! The marks of all rows, in memory.

use std::sync::Arc;

use hashbrown::HashMap;

use super::adobe::AdobeMarks;
use super::here::SetHere;
use super::{EventMarks, MarkedBy};
use crate::block::{Block, Row, place_of};
use crate::columns::mask_of;

/// The marks of an archive's events. Most events have none.
#[derive(Clone, Default)]
pub(crate) struct Marks {
    rows: HashMap<Row, Arc<RowMarks>>,
    blocks: HashMap<u32, BlockMarks>,
    cleared: Cleared,
}

/// What is known of one row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct RowMarks {
    here: SetHere,
    adobe: AdobeMarks,
}

/// The rows of a block that are marked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct BlockMarks {
    pub(crate) flagged: u128,
    /// Hidden one by one; those of a cleared session are not among them.
    hidden: u128,
    /// Shown although the session was cleared.
    shown: u128,
    pub(crate) noted: u128,
    pub(crate) highlighted: u128,
}

/// Up to when the session was cleared, milliseconds since 1970.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Cleared {
    /// 0 when it was restored here.
    here: Option<i64>,
    adobe: Option<i64>,
}

impl RowMarks {
    fn flagged(&self) -> Option<MarkedBy> {
        match self.here.flagged {
            Some(flagged) => flagged.then_some(MarkedBy::Here),
            None => self.adobe.flagged.then_some(MarkedBy::Adobe),
        }
    }

    fn hidden(&self) -> Option<(bool, MarkedBy)> {
        let here = self.here.hidden.map(|hidden| (hidden, MarkedBy::Here));
        here.or_else(|| self.adobe.hidden.map(|hidden| (hidden, MarkedBy::Adobe)))
    }
}

impl Cleared {
    fn at(self) -> Option<(i64, MarkedBy)> {
        let found = match self.here {
            Some(at) => Some((at, MarkedBy::Here)),
            None => self.adobe.map(|at| (at, MarkedBy::Adobe)),
        };
        found.filter(|(at, _)| *at > 0)
    }
}

impl Marks {
    /// The marks of an event, and when it was.
    pub(crate) fn of(&self, row: Row, timestamp: i64) -> EventMarks {
        let cleared = self.cleared.at().filter(|(at, _)| timestamp <= *at).map(|(_, by)| by);
        let Some(marks) = self.rows.get(&row) else {
            return EventMarks {
                hidden: cleared,
                ..EventMarks::default()
            };
        };
        EventMarks {
            flagged: marks.flagged(),
            hidden: match marks.hidden() {
                Some((hidden, by)) => hidden.then_some(by),
                None => cleared,
            },
            note: marks.here.note.clone(),
            adobe_note: marks.adobe.note.clone(),
            highlight: marks.here.highlight,
        }
    }

    /// The rows of a block that are marked one by one.
    pub(crate) fn block(&self, number: u32) -> BlockMarks {
        self.blocks.get(&number).copied().unwrap_or_default()
    }

    /// The rows of a block that lists leave out: hidden, or older than the moment when the session was cleared.
    pub(crate) fn left_out(&self, block: &Block) -> u128 {
        let marks = self.block(block.number);
        let cleared = match self.cleared.at() {
            Some((at, _)) => mask_of(&block.columns.timestamps, |time| *time <= at),
            None => 0,
        };
        marks.hidden | (cleared & !marks.shown)
    }

    /// Whether lists leave out anything at all.
    pub(crate) fn leaves_out(&self) -> bool {
        self.cleared.at().is_some() || self.blocks.values().any(|block| block.hidden != 0)
    }

    /// Up to when the session was cleared.
    pub(crate) fn cleared_at(&self) -> Option<i64> {
        self.cleared.at().map(|(at, _)| at)
    }

    /// What was set here and what Adobe says of a row.
    pub(crate) fn parts(&self, row: Row) -> (SetHere, AdobeMarks) {
        match self.rows.get(&row) {
            Some(marks) => (marks.here.clone(), marks.adobe.clone()),
            None => Default::default(),
        }
    }

    pub(crate) fn set_here(&mut self, row: Row, here: SetHere) {
        let (_, adobe) = self.parts(row);
        self.put(row, RowMarks { here, adobe });
    }

    pub(crate) fn set_adobe(&mut self, row: Row, adobe: AdobeMarks) {
        let (here, _) = self.parts(row);
        self.put(row, RowMarks { here, adobe });
    }

    pub(crate) fn set_cleared_here(&mut self, at: Option<i64>) {
        self.cleared.here = at;
    }

    pub(crate) fn set_cleared_by_adobe(&mut self, at: Option<i64>) {
        self.cleared.adobe = at;
    }

    /// What Adobe says of the session, whatever was set here.
    pub(crate) fn cleared_by_adobe(&self) -> Option<i64> {
        self.cleared.adobe
    }

    /// The same without what was set here, to be read anew.
    pub(crate) fn of_adobe_only(&self) -> Self {
        let mut kept = Self::default();
        for (row, marks) in &self.rows {
            if !marks.adobe.is_none() {
                kept.set_adobe(*row, marks.adobe.clone());
            }
        }
        kept
    }

    fn put(&mut self, row: Row, marks: RowMarks) {
        let (number, place) = place_of(row);
        let block = self.blocks.entry(number as u32).or_default();
        let hidden = marks.hidden().map(|(hidden, _)| hidden);
        set(&mut block.flagged, place, marks.flagged().is_some());
        set(&mut block.hidden, place, hidden == Some(true));
        set(&mut block.shown, place, hidden == Some(false));
        set(
            &mut block.noted,
            place,
            marks.here.note.is_some() || marks.adobe.note.is_some(),
        );
        set(&mut block.highlighted, place, marks.here.highlight.is_some());
        if marks == RowMarks::default() {
            self.rows.remove(&row);
        } else {
            self.rows.insert(row, Arc::new(marks));
        }
    }
}

fn set(mask: &mut u128, place: usize, is_set: bool) {
    let bit = 1 << place;
    *mask = if is_set { *mask | bit } else { *mask & !bit };
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hidden(hidden: Option<bool>) -> SetHere {
        SetHere {
            hidden,
            ..SetHere::default()
        }
    }

    #[test]
    fn an_event_is_left_out_when_hidden_or_cleared_unless_it_is_said_to_be_shown() {
        let mut marks = Marks::default();
        assert!(!marks.leaves_out());
        marks.set_cleared_by_adobe(Some(100));
        assert_eq!(marks.of(1, 100).hidden, Some(MarkedBy::Adobe));
        assert_eq!(marks.of(1, 101).hidden, None);
        marks.set_here(1, hidden(Some(false)));
        assert_eq!(marks.of(1, 100).hidden, None);
        marks.set_adobe(
            2,
            AdobeMarks {
                hidden: Some(false),
                ..AdobeMarks::default()
            },
        );
        assert_eq!(marks.of(2, 50).hidden, None);
        marks.set_here(2, hidden(Some(true)));
        assert_eq!(marks.of(2, 500).hidden, Some(MarkedBy::Here), "here wins");
        marks.set_cleared_here(Some(0));
        assert_eq!(
            (marks.cleared_at(), marks.of(3, 1).hidden),
            (None, None),
            "restored here"
        );
    }

    #[test]
    fn what_was_read_from_adobe_outlives_reading_the_rest_anew() {
        let mut marks = Marks::default();
        marks.set_here(1, hidden(Some(true)));
        marks.set_adobe(
            1,
            AdobeMarks {
                flagged: true,
                ..AdobeMarks::default()
            },
        );
        let kept = marks.of_adobe_only();
        assert_eq!(kept.of(1, 0).flagged, Some(MarkedBy::Adobe));
        assert_eq!(kept.of(1, 0).hidden, None);
    }
}
