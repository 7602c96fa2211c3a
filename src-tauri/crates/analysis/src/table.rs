//! Making sections and rows.

use crate::drawing::{Alignment, Cell, Column, EventLink, Row, Section, Tone};
use crate::in_order::Place;
use crate::scene::Scene;
use crate::told::shortened;

/// As much of a text as one cell shows.
const LONGEST_CELL: usize = 300;

/// A section with the rows of its window.
pub(crate) fn section<T>(
    (id, title): (&str, &str),
    columns: Vec<Column>,
    scene: &Scene<'_>,
    items: impl IntoIterator<Item = T>,
    mut row: impl FnMut(T) -> Row,
) -> Section {
    let (offset, limit) = scene.window(id);
    let mut rows = Vec::new();
    let mut total = 0;
    for item in items {
        if total >= offset && rows.len() < limit {
            rows.push(row(item));
        }
        total += 1;
    }
    Section {
        id: id.to_owned(),
        title: title.to_owned(),
        explanation: None,
        columns,
        can_choose: false,
        total,
        offset: offset.min(total),
        rows,
    }
}

impl Section {
    pub(crate) fn explained(mut self, explanation: impl Into<String>) -> Self {
        self.explanation = Some(explanation.into());
        self
    }

    pub(crate) fn choosable(mut self) -> Self {
        self.can_choose = true;
        self
    }
}

/// A column whose cells begin where reading begins.
pub(crate) fn column(title: &str, weight: u8) -> Column {
    Column {
        title: title.to_owned(),
        weight,
        alignment: Alignment::Start,
    }
}

/// A column of numbers.
pub(crate) fn numbers(title: &str, weight: u8) -> Column {
    Column {
        alignment: Alignment::End,
        ..column(title, weight)
    }
}

/// A row that stands for an event.
pub(crate) fn event_row(at: &Place, tone: Tone, cells: Vec<Cell>) -> Row {
    Row {
        id: at.uuid(),
        depth: 0,
        tone,
        event: Some(at.uuid()),
        cells,
    }
}

/// A row of its own.
pub(crate) fn row(id: impl Into<String>, cells: Vec<Cell>) -> Row {
    Row {
        id: id.into(),
        depth: 0,
        tone: Tone::Plain,
        event: None,
        cells,
    }
}

impl Row {
    pub(crate) fn told_by(mut self, at: &Place) -> Self {
        self.event = Some(at.uuid());
        self
    }

    pub(crate) fn at_depth(mut self, depth: usize) -> Self {
        self.depth = u8::try_from(depth).unwrap_or(u8::MAX);
        self
    }

    pub(crate) fn toned(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }
}

pub(crate) fn text(text: impl AsRef<str>) -> Cell {
    toned(text, Tone::Plain)
}

pub(crate) fn toned(text: impl AsRef<str>, tone: Tone) -> Cell {
    match text.as_ref() {
        "" => Cell::Empty,
        text => Cell::Text {
            text: shortened(text, LONGEST_CELL),
            tone,
        },
    }
}

pub(crate) fn badge(text: impl AsRef<str>, tone: Tone) -> Cell {
    match text.as_ref() {
        "" => Cell::Empty,
        text => Cell::Badge {
            text: shortened(text, LONGEST_CELL),
            tone,
        },
    }
}

pub(crate) fn time(at: &Place) -> Cell {
    Cell::Time { at: at.time }
}

pub(crate) fn number(value: usize) -> Cell {
    Cell::Number {
        value: i64::try_from(value).unwrap_or(i64::MAX),
    }
}

pub(crate) fn change(before: Option<&str>, after: Option<&str>) -> Cell {
    let short = |text: &str| shortened(text, LONGEST_CELL);
    Cell::Change {
        before: before.map(short),
        after: after.map(short),
    }
}

pub(crate) fn client(id: Option<&str>) -> Cell {
    id.map_or(Cell::Empty, |id| Cell::Client { client: id.to_owned() })
}

pub(crate) fn link(at: &Place, label: &str, tone: Tone) -> EventLink {
    EventLink {
        event: at.uuid(),
        label: shortened(label, 60),
        tone,
    }
}

/// "1 error", "2 errors".
pub(crate) fn counted(count: usize, of: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {of}{plural}")
}
