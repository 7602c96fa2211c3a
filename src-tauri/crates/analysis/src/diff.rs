//! What differs between two events: their payloads compared value by value, objects by key and lists by content; JSON in
//! strings is opened for it.

mod content;
mod list;
mod volatile;
mod walk;

use std::sync::Arc;

pub use content::{Content, Ignored};
pub(crate) use list::{Step, aligned};
use walk::Walk;

/// What became of a value, or of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// It is the same in both.
    Same,
    /// It is only in the second.
    Added,
    /// It is only in the first.
    Removed,
    /// It is in both and differs.
    Changed,
}

/// What differs between two payloads.
pub struct Diff {
    before: Arc<Content>,
    after: Arc<Content>,
    lines: Vec<Line>,
    counts: Counts,
}

/// How many values differ. Objects and lists count by what is in them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Values that are only in the first.
    pub removed: usize,
    /// Values that are only in the second.
    pub added: usize,
    /// Values that are in both and differ.
    pub changed: usize,
}

impl Counts {
    /// All of them.
    #[must_use]
    pub fn total(self) -> usize {
        self.removed + self.added + self.changed
    }
}

/// Which of the lines are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lines {
    /// Every value of both.
    All,
    /// What differs, and what it is in.
    OnlyChanges,
}

/// One line: a value by its number in either payload.
#[derive(Debug, Clone, Copy)]
struct Line {
    before: Option<u32>,
    after: Option<u32>,
    change: Change,
}

/// A line as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiffLine {
    /// JSON pointer from the payload: that of the second where the value is in both. Empty where it is very long.
    pub path: String,
    /// Levels below the payload.
    pub depth: usize,
    /// Key or place.
    pub key: String,
    /// What became of it.
    pub change: Change,
    /// Its value in the first, shortened.
    pub before: Option<String>,
    /// Its value in the second, shortened.
    pub after: Option<String>,
}

impl Diff {
    /// Compares two payloads that were read in the same way.
    #[must_use]
    pub fn new(before: Arc<Content>, after: Arc<Content>, which: Lines) -> Self {
        let (lines, counts) = Walk::over(&before, &after, which);
        Self {
            before,
            after,
            lines,
            counts,
        }
    }

    /// How many values differ.
    #[must_use]
    pub fn counts(&self) -> Counts {
        self.counts
    }

    /// How many lines there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// Whether there is no line: nothing differs, and only changes were asked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// A window of the lines: `limit` of them from `offset` on.
    #[must_use]
    pub fn lines(&self, offset: usize, limit: usize) -> Vec<DiffLine> {
        let shown = |line: &Line| self.shown(*line);
        self.lines.iter().skip(offset).take(limit).map(shown).collect()
    }

    fn shown(&self, line: Line) -> DiffLine {
        let row =
            |content: &Content, number: Option<u32>| number.map(|number| content.tree().value_row(number as usize));
        let (before, after) = (row(&self.before, line.before), row(&self.after, line.after));
        let is_cut = |row: &Option<event::TreeRow>| row.as_ref().is_some_and(|row| row.truncated);
        let texts = match (line.before, line.after) {
            (Some(first), Some(second)) if line.change == Change::Changed && (is_cut(&before) || is_cut(&after)) => {
                let (first, second) = (self.before.text(first as usize), self.after.text(second as usize));
                where_they_part(&first, &second)
            }
            _ => (before.as_ref().map(preview), after.as_ref().map(preview)),
        };
        let place = after.or(before);
        DiffLine {
            depth: place.as_ref().map_or(0, |row| row.depth as usize),
            key: place.as_ref().map(|row| shortened(&row.key)).unwrap_or_default(),
            path: place
                .map(|row| row.path)
                .filter(|path| path.len() <= LONGEST_PATH)
                .unwrap_or_default(),
            change: line.change,
            before: texts.0,
            after: texts.1,
        }
    }
}

/// Longer paths are of no use to a reader, and hundreds of them are much to send.
const LONGEST_PATH: usize = 2_000;

fn shortened(key: &str) -> String {
    match key.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &key[..end]),
        None => key.to_owned(),
    }
}

fn preview(row: &event::TreeRow) -> String {
    let more = if row.truncated { "…" } else { "" };
    format!("{}{more}", row.preview)
}

/// Characters that are shown before the place where two long texts part, and in all.
const SHOWN_BEFORE: usize = 40;
const SHOWN: usize = 200;

/// The pieces of two long texts that differ first.
fn where_they_part(before: &str, after: &str) -> (Option<String>, Option<String>) {
    let same = before
        .chars()
        .zip(after.chars())
        .take_while(|(left, right)| left == right);
    let from = same.count().saturating_sub(SHOWN_BEFORE);
    let piece = |text: &str| {
        let mut rest = text.chars().skip(from);
        let mut piece = if from > 0 { "…".to_owned() } else { String::new() };
        piece.extend(rest.by_ref().take(SHOWN));
        if rest.next().is_some() {
            piece.push('…');
        }
        Some(piece)
    };
    (piece(before), piece(after))
}

#[cfg(test)]
mod tests;
