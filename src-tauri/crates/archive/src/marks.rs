//! What people mark: flags, hidden events, notes and highlights. What is set here stays here and wins; what Adobe's web
//! UI keeps in annotations is shown beside it.

mod adobe;
mod annotations;
mod here;
mod of_rows;

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::query::TextPattern;

pub(crate) use adobe::{AdobeMarks, cleared_by_adobe};
pub(crate) use annotations::{Heard, with_marks};
pub(crate) use here::KeptMarks;
pub(crate) use of_rows::Marks;

/// Who set a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum MarkedBy {
    /// Somebody who has this archive; Adobe does not learn of it.
    Here,
    /// Somebody in Adobe's web UI.
    Adobe,
}

/// The colour that an event is highlighted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Highlight {
    /// Yellow.
    Yellow,
    /// Green.
    Green,
    /// Blue.
    Blue,
    /// Purple.
    Purple,
    /// Red.
    Red,
}

impl Highlight {
    /// Every colour.
    pub const ALL: [Self; 5] = [Self::Yellow, Self::Green, Self::Blue, Self::Purple, Self::Red];

    /// Its name, as queries and files have it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Yellow => "yellow",
            Self::Green => "green",
            Self::Blue => "blue",
            Self::Purple => "purple",
            Self::Red => "red",
        }
    }
}

impl fmt::Display for Highlight {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(self.name())
    }
}

/// A text that names no colour of a highlight.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no highlight {text}")]
pub struct UnknownHighlight {
    /// The text.
    pub text: String,
}

impl FromStr for Highlight {
    type Err = UnknownHighlight;

    fn from_str(text: &str) -> Result<Self, UnknownHighlight> {
        let named = |highlight: &Self| highlight.name().eq_ignore_ascii_case(text.trim());
        Self::ALL
            .into_iter()
            .find(named)
            .ok_or_else(|| UnknownHighlight { text: text.to_owned() })
    }
}

/// The marks of one event: those set here where there are any, else Adobe's.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct EventMarks {
    /// Whether it is flagged, and by whom.
    pub flagged: Option<MarkedBy>,
    /// Whether lists leave it out, because it is hidden or the session was cleared after it, and by whom.
    pub hidden: Option<MarkedBy>,
    /// The note that was written here.
    pub note: Option<String>,
    /// The note that Adobe keeps.
    pub adobe_note: Option<String>,
    /// The colour that it is highlighted in.
    pub highlight: Option<Highlight>,
}

impl EventMarks {
    /// The marks of an event that has none.
    pub(crate) fn none() -> &'static Self {
        static NONE: EventMarks = EventMarks {
            flagged: None,
            hidden: None,
            note: None,
            adobe_note: None,
            highlight: None,
        };
        &NONE
    }

    /// Whether a text occurs in one of its notes; without a text, whether it has one.
    pub(crate) fn has_note(&self, text: Option<&TextPattern>) -> bool {
        self.notes().any(|note| text.is_none_or(|text| text.is_match(note)))
    }

    /// The notes that it has, the one that was written here first.
    pub fn notes(&self) -> impl Iterator<Item = &str> {
        [&self.note, &self.adobe_note].into_iter().flatten().map(String::as_str)
    }
}

/// A change of an event's marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MarkChange {
    /// Flags it, or takes the flag away.
    Flag(bool),
    /// Hides it, or shows it again, also in a session that was cleared.
    Hide(bool),
    /// Writes a note; an empty one is taken away.
    Note(String),
    /// Highlights it; none takes the colour away.
    Highlight(Option<Highlight>),
}
