//! What people mark in a session: flags, hidden events, notes and highlights, and the report made of them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::archives::RedactionRule;

/// Who set a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum MarkedBy {
    /// Somebody on this computer; Adobe does not learn of it.
    Here,
    /// Somebody in Adobe's web UI, told by an annotation.
    Adobe,
}

/// The colour that an event is highlighted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
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

/// The marks of one event: those set here where there are any, else Adobe's.
#[derive(Clone, Debug, Default, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EventMarks {
    /// Whether it is flagged, and by whom.
    pub flagged: Option<MarkedBy>,
    /// Whether it is hidden, and by whom; seen only while hidden events are shown.
    pub hidden: Option<MarkedBy>,
    /// The note that was written here.
    pub note: Option<String>,
    /// The note that Adobe keeps.
    pub adobe_note: Option<String>,
    /// The colour that it is highlighted in.
    pub highlight: Option<Highlight>,
}

/// A change of marks.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", tag = "what")]
#[serde(rename_all_fields = "camelCase")]
pub enum MarkChange {
    /// Flags the events, or takes the flag away.
    Flag {
        /// Whether to flag.
        on: bool,
    },
    /// Hides the events, or shows them again.
    Hide {
        /// Whether to hide.
        on: bool,
    },
    /// Writes a note; an empty one is taken away.
    Note {
        /// The note.
        text: String,
    },
    /// Highlights the events, or takes the colour away.
    Highlight {
        /// The colour; none takes it away.
        colour: Option<Highlight>,
    },
}

/// Changes the marks of events.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MarkRequest {
    /// The view.
    pub view: Uuid,
    /// The events' UUIDs.
    pub events: Vec<String>,
    /// What to change.
    pub change: MarkChange,
}

/// Clears a session up to a moment, as Adobe's web UI does, or restores it.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ClearRequest {
    /// The view.
    pub view: Uuid,
    /// Clears (hides what is older than now); otherwise restores.
    pub clear: bool,
}

/// Whether a list shows what is hidden and cleared.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ShowHiddenRequest {
    /// The view.
    pub view: Uuid,
    /// Whether to show it.
    pub show: bool,
}

/// Asks what a report would hold.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReportContentsRequest {
    /// The view.
    pub view: Uuid,
    /// Whether hidden events are in it, also where the list leaves them out.
    #[serde(default)]
    pub with_hidden: bool,
}

/// Saves a report of the marked events: one HTML file, to print or to hand over.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SaveReportRequest {
    /// The view.
    pub view: Uuid,
    /// Heading of the report.
    pub title: String,
    /// What the reader should know first.
    pub remarks: String,
    /// What is made unrecognizable.
    pub redaction: Vec<RedactionRule>,
    /// Whether hidden events are in it, also where the list leaves them out.
    #[serde(default)]
    pub with_hidden: bool,
}

/// What a report would hold.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReportContents {
    /// Events that are flagged, highlighted or have a note.
    pub marked: usize,
    /// How many of them the report can hold; the rest is named but not shown.
    pub shown: usize,
    /// How many more are marked and left out, because they are hidden or the session was cleared after them.
    pub hidden: usize,
}
