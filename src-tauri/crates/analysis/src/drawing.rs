//! What an analysis draws: notices and sections of rows, in shapes that one page of the window can draw for all of them.

use event::made_visible;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Everything that an analysis draws.
#[derive(Clone, Debug, Default, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Drawing {
    /// How many things need a look, for the tab.
    pub badge: Option<usize>,
    /// What a reader must know first.
    pub notices: Vec<Notice>,
    /// The parts of the page, from top to bottom.
    pub sections: Vec<Section>,
    /// What to say where there is nothing to show; what would bring it.
    pub nothing: Option<String>,
    /// Whether it depends on the moment that is looked at.
    pub has_moment: bool,
    /// How many events it would read and leaves out, because they are hidden or the session was cleared after them.
    pub hidden: usize,
}

/// How good or bad something is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Tone {
    /// Nothing to say.
    #[default]
    Plain,
    /// It went well.
    Good,
    /// Something may be missing or late.
    Warning,
    /// It failed.
    Bad,
}

/// Something that a reader must know.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Notice {
    /// How bad it is.
    pub tone: Tone,
    /// What it is, in a few words.
    pub title: String,
    /// What it means and what to do.
    pub text: String,
    /// The event that tells it.
    pub event: Option<String>,
}

/// One part of the page: a table.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Section {
    /// Its id, for [`SectionWindow`].
    pub id: String,
    /// Its heading.
    pub title: String,
    /// A sentence below the heading.
    pub explanation: Option<String>,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Whether rows can be chosen, which opens another section about them.
    pub can_choose: bool,
    /// Rows in all.
    pub total: usize,
    /// Index of the first row that is here.
    pub offset: usize,
    /// The rows that were asked for.
    pub rows: Vec<Row>,
}

/// Which rows of a section are wanted.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SectionWindow {
    /// The section.
    pub section: String,
    /// Index of the first row.
    pub offset: usize,
    /// How many rows, 500 at most.
    pub limit: usize,
}

/// One column of a section.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Column {
    /// Its heading.
    pub title: String,
    /// How wide it is beside the others; 1 is a word, 4 is a sentence.
    pub weight: u8,
    /// On which side its cells stand.
    pub alignment: Alignment,
}

/// On which side the cells of a column stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Alignment {
    /// Where reading begins.
    #[default]
    Start,
    /// Where it ends: numbers.
    End,
}

/// One row of a section.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "DrawnRow")]
pub struct Row {
    /// Its id within the section, which stays while events arrive.
    pub id: String,
    /// Levels below the first, for trees.
    pub depth: u8,
    /// How good or bad it is.
    pub tone: Tone,
    /// The event that it stands for, which opens in the details.
    pub event: Option<String>,
    /// One for each column.
    pub cells: Vec<Cell>,
}

/// What stands in one column of a row.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase", tag = "is")]
#[serde(rename_all_fields = "camelCase")]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A text of one line, shortened where it is long.
    Text {
        /// The text.
        text: String,
        /// How good or bad it is.
        tone: Tone,
    },
    /// A word with a coloured ground.
    Badge {
        /// The word.
        text: String,
        /// Its colour.
        tone: Tone,
    },
    /// A moment, milliseconds since 1970.
    Time {
        /// The moment.
        at: i64,
    },
    /// A duration in milliseconds.
    Duration {
        /// Milliseconds.
        ms: i64,
    },
    /// A number to be grouped by thousands.
    Number {
        /// The number.
        value: i64,
    },
    /// A client.
    Client {
        /// Its id.
        client: String,
    },
    /// A value that became another.
    Change {
        /// What it was; none where it is new.
        before: Option<String>,
        /// What it is; none where it has gone.
        after: Option<String>,
    },
    /// Events in order, each of which opens in the details.
    Events {
        /// The first of them.
        events: Vec<EventLink>,
        /// How many more there are.
        more: usize,
    },
}

/// An event in a word or two.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EventLink {
    /// Its UUID.
    pub event: String,
    /// What to call it.
    pub label: String,
    /// How good or bad it is.
    pub tone: Tone,
}

impl Drawing {
    /// The same with every text that may come from an event as a reader must see it; see [`event::visible`].
    #[must_use]
    pub fn made_visible(mut self) -> Self {
        for notice in &mut self.notices {
            show(&mut notice.title);
            show(&mut notice.text);
        }
        for section in &mut self.sections {
            show(&mut section.title);
            section.explanation.iter_mut().for_each(show);
            let cells = section.rows.iter_mut().flat_map(|row| &mut row.cells);
            cells.for_each(Cell::show);
        }
        self
    }
}

impl Cell {
    fn show(&mut self) {
        match self {
            Self::Text { text, .. } | Self::Badge { text, .. } => show(text),
            Self::Change { before, after } => before.iter_mut().chain(after).for_each(show),
            Self::Events { events, .. } => events.iter_mut().for_each(|event| show(&mut event.label)),
            Self::Empty | Self::Time { .. } | Self::Duration { .. } | Self::Number { .. } | Self::Client { .. } => {}
        }
    }
}

fn show(text: &mut String) {
    *text = made_visible(std::mem::take(text));
}
