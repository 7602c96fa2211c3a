//! The marks of all rows, in memory.

use std::sync::Arc;

use hashbrown::HashMap;

use super::adobe::AdobeMarks;
use super::here::{KeptMarks, SetHere};
use super::{EventMarks, MarkedBy};
use crate::block::{Block, Row, place_of};

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
    /// What the event's own annotations say, as it came.
    adobe: AdobeMarks,
    /// What Adobe said of it later, where that is something else.
    heard: Option<AdobeMarks>,
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
    /// When it was restored here: up to when it was cleared at Adobe then, below 0; or 0, for good.
    here: Option<i64>,
    adobe: Option<i64>,
}

impl RowMarks {
    fn adobe(&self) -> &AdobeMarks {
        self.heard.as_ref().unwrap_or(&self.adobe)
    }

    fn flagged(&self) -> Option<MarkedBy> {
        match self.here.flagged {
            Some(flagged) => flagged.then_some(MarkedBy::Here),
            None => self.adobe().flagged.then_some(MarkedBy::Adobe),
        }
    }

    fn hidden(&self) -> Option<(bool, MarkedBy)> {
        let here = self.here.hidden.map(|hidden| (hidden, MarkedBy::Here));
        here.or_else(|| self.adobe().hidden.map(|hidden| (hidden, MarkedBy::Adobe)))
    }
}

impl Cleared {
    /// The later of both. What was restored here stays so until somebody clears the session anew.
    fn at(self) -> Option<(i64, MarkedBy)> {
        let here = self.here.filter(|at| *at > 0).map(|at| (at, MarkedBy::Here));
        let is_restored = |adobe: i64| match self.here {
            Some(0) => true,
            Some(restored) if restored < 0 => adobe.unsigned_abs() <= restored.unsigned_abs(),
            _ => false,
        };
        let adobe = self.adobe.filter(|at| *at > 0 && !is_restored(*at));
        let adobe = adobe.map(|at| (at, MarkedBy::Adobe));
        match (here, adobe) {
            (Some(here), Some(adobe)) if adobe.0 > here.0 => Some(adobe),
            (here, adobe) => here.or(adobe),
        }
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
            adobe_note: marks.adobe().note.clone(),
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
            Some((at, _)) => block.columns.timestamps.mask(|time| time <= at),
            None => 0,
        };
        marks.hidden | (cleared & !marks.shown)
    }

    /// Whether lists leave out anything at all.
    pub(crate) fn leaves_out(&self) -> bool {
        self.cleared.at().is_some() || self.blocks.values().any(|block| block.hidden != 0)
    }

    /// Up to when the session was cleared, and by whom.
    pub(crate) fn cleared(&self) -> Option<(i64, MarkedBy)> {
        self.cleared.at()
    }

    /// What the file keeps of a row.
    pub(crate) fn kept(&self, row: Row) -> KeptMarks {
        self.rows.get(&row).map_or_else(KeptMarks::default, |marks| KeptMarks {
            here: marks.here.clone(),
            heard: marks.heard.clone(),
        })
    }

    /// What Adobe says of a row, as far as that is known.
    pub(crate) fn adobe(&self, row: Row) -> AdobeMarks {
        let marks = self.rows.get(&row);
        marks.map_or_else(AdobeMarks::default, |marks| marks.adobe().clone())
    }

    /// What Adobe said of rows after they came, where that is something else than they say themselves.
    pub(crate) fn heard(&self) -> impl Iterator<Item = (Row, &AdobeMarks)> {
        self.rows
            .iter()
            .filter_map(|(row, marks)| Some((*row, marks.heard.as_ref()?)))
    }

    pub(crate) fn set_kept(&mut self, row: Row, KeptMarks { here, heard }: KeptMarks) {
        let adobe = self.row(row).adobe;
        self.put(row, RowMarks { here, adobe, heard });
    }

    /// What is to be kept when Adobe says this of a row: nothing when the event itself says so.
    pub(crate) fn kept_after(&self, row: Row, told: AdobeMarks) -> KeptMarks {
        let RowMarks { here, adobe, .. } = self.row(row);
        let heard = (told != adobe).then_some(told);
        KeptMarks { here, heard }
    }

    pub(crate) fn set_adobe(&mut self, row: Row, adobe: AdobeMarks) {
        let marks = self.row(row);
        self.put(row, RowMarks { adobe, ..marks });
    }

    fn row(&self, row: Row) -> RowMarks {
        self.rows
            .get(&row)
            .map_or_else(RowMarks::default, |marks| RowMarks::clone(marks))
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
            marks.here.note.is_some() || marks.adobe().note.is_some(),
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

    fn hidden(hidden: Option<bool>) -> KeptMarks {
        let here = SetHere {
            hidden,
            ..SetHere::default()
        };
        KeptMarks { here, heard: None }
    }

    #[test]
    fn the_later_clearing_counts_and_what_was_restored_stays_so_until_it_is_cleared_anew() {
        let cleared = |here: Option<i64>, adobe: Option<i64>| {
            let mut marks = Marks::default();
            marks.set_cleared_here(here);
            marks.set_cleared_by_adobe(adobe);
            marks.cleared()
        };
        let (here, adobe) = (MarkedBy::Here, MarkedBy::Adobe);
        assert_eq!(cleared(Some(100), Some(50)), Some((100, here)));
        assert_eq!(cleared(Some(100), Some(150)), Some((150, adobe)));
        assert_eq!(cleared(Some(100), None), Some((100, here)));
        assert_eq!(cleared(Some(-100), Some(100)), None);
        assert_eq!(cleared(Some(-100), Some(101)), Some((101, adobe)));
        assert_eq!(cleared(Some(0), Some(101)), None);
        assert_eq!(cleared(Some(i64::MIN), Some(i64::MAX)), None);
    }

    #[test]
    fn an_event_is_left_out_when_hidden_or_cleared_unless_it_is_said_to_be_shown() {
        let mut marks = Marks::default();
        assert!(!marks.leaves_out());
        marks.set_cleared_by_adobe(Some(100));
        assert_eq!(marks.of(1, 100).hidden, Some(MarkedBy::Adobe));
        assert_eq!(marks.of(1, 101).hidden, None);
        marks.set_kept(1, hidden(Some(false)));
        assert_eq!(marks.of(1, 100).hidden, None);
        marks.set_adobe(
            2,
            AdobeMarks {
                hidden: Some(false),
                ..AdobeMarks::default()
            },
        );
        assert_eq!(marks.of(2, 50).hidden, None);
        marks.set_kept(2, hidden(Some(true)));
        assert_eq!(marks.of(2, 500).hidden, Some(MarkedBy::Here), "here wins");
        marks.set_cleared_here(Some(0));
        assert_eq!((marks.cleared(), marks.of(3, 1).hidden), (None, None), "restored here");
    }

    #[test]
    fn what_was_read_from_adobe_outlives_reading_the_rest_anew() {
        let mut marks = Marks::default();
        marks.set_kept(1, hidden(Some(true)));
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
