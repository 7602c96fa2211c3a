//! What a session's events tell together: Adobe's views as analyses, what belongs to an event, and differences. The
//! shapes of what is drawn are those of the `analysis` crate.

pub use analysis::drawing::{
    Alignment, Cell, Column, Drawing, EventLink, Notice, Row as DrawnRow, Section, SectionWindow, Tone,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::inspector::EventRow;

/// One analysis that can be opened as a tab.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AnalysisKind {
    /// Its id.
    pub id: String,
    /// Its name, as on the tab.
    pub title: String,
    /// What it is for, in a sentence.
    pub explanation: String,
}

/// Asks for what an analysis draws.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AnalysisRequest {
    /// The view.
    pub view: Uuid,
    /// The analysis.
    pub analysis: String,
    /// Only one client's events; none takes all.
    pub client: Option<String>,
    /// The moment to look at, for analyses that have one; none is the end of the session.
    pub at: Option<i64>,
    /// Case-insensitive text in the rows; empty for all.
    pub search: String,
    /// The row that is opened, for analyses with a second section about it.
    pub chosen: Option<String>,
    /// Which rows are wanted; a section that is not named gives its first 100.
    pub windows: Vec<SectionWindow>,
}

/// What an analysis draws.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AnalysisPage {
    /// The archive's revision that it is at least as new as.
    pub revision: u64,
    /// What to draw; nothing of it counts while there is more to read.
    pub drawing: Drawing,
    /// How far reading is, when it takes longer: asking again goes on from there, and not asking again ends it.
    pub progress: Option<ReadingProgress>,
}

/// How far an analysis has read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReadingProgress {
    /// Events that were read.
    pub read: usize,
    /// Events that it reads.
    pub of: usize,
}

/// Asks how the shared state that an event sets came to be.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StateHistoryRequest {
    /// The view.
    pub view: Uuid,
    /// The event's UUID.
    pub event: String,
    /// Index of the first row.
    pub offset: usize,
    /// How many rows, 500 at most.
    pub limit: usize,
}

/// What belongs to an event.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Related {
    /// Groups in the order of their worth; none is empty.
    pub groups: Vec<RelatedGroup>,
    /// The event that this one answers to, for the key `p`.
    pub parent: Option<String>,
    /// Events of the same kind and client, the nearest in time, to compare it with; 40 at most.
    pub alike: Vec<RelatedRow>,
}

/// Events that belong to an event in the same way.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RelatedGroup {
    /// In which way, for example "Same request".
    pub title: String,
    /// The events in order, 200 at most.
    pub rows: Vec<RelatedRow>,
    /// How many there are.
    pub total: usize,
}

/// One event that belongs to another.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RelatedRow {
    /// Its row.
    pub row: EventRow,
    /// Levels below the first, for trees.
    pub depth: usize,
    /// Milliseconds after the event that is asked for; negative before it.
    pub after_ms: i64,
}

/// Asks for the neighbour of an event.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NeighbourRequest {
    /// The view.
    pub view: Uuid,
    /// The event's UUID.
    pub event: String,
    /// The next one; otherwise the previous.
    pub next: bool,
}

/// An event and where the list shows it.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlacedEvent {
    /// The event's UUID.
    pub uuid: String,
    /// Index of its row in the list.
    pub index: usize,
}

/// Which event another is compared with.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase", tag = "with")]
#[serde(rename_all_fields = "camelCase")]
pub enum DiffWith {
    /// The previous event of the same kind and client.
    Previous,
    /// Another event of the same view.
    Event {
        /// Its UUID.
        event: String,
    },
}

/// Asks for what differs between two events.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DiffRequest {
    /// The view.
    pub view: Uuid,
    /// The event's UUID.
    pub event: String,
    /// With what to compare.
    pub other: DiffWith,
    /// Leave out identities and times.
    pub ignore_volatile: bool,
    /// Leave out what is the same.
    pub only_changes: bool,
    /// Index of the first line.
    pub offset: usize,
    /// How many lines, 500 at most.
    pub limit: usize,
}

/// What differs between two events.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EventDiff {
    /// The event compared with; none when there is no such event.
    pub other: Option<EventRow>,
    /// Values that are only in the other event.
    pub removed: usize,
    /// Values that are only in this event.
    pub added: usize,
    /// Values that are in both and differ.
    pub changed: usize,
    /// Lines in all.
    pub total: usize,
    /// The lines, in order.
    pub lines: Vec<DiffLine>,
}

/// One line of a difference: a key with its value in either event.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DiffLine {
    /// JSON pointer from the payload.
    pub path: String,
    /// Levels below the payload.
    pub depth: usize,
    /// Key or index.
    pub key: String,
    /// What became of it.
    pub change: Change,
    /// Its value in the other event, shortened.
    pub before: Option<String>,
    /// Its value in this event, shortened.
    pub after: Option<String>,
}

/// What became of a value, or of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
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

/// Compares two archives, kind by kind and in order.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CompareRequest {
    /// The view on the left: what it should be like.
    pub left: Uuid,
    /// The view on the right.
    pub right: Uuid,
    /// Only events that a query finds; empty for all.
    pub text: String,
    /// How many minutes the user's clock is ahead of UTC, for times without an offset in the query.
    #[serde(default)]
    pub zone_minutes: i16,
    /// Leave out identities and times.
    pub ignore_volatile: bool,
    /// Leave out what is the same.
    pub only_differences: bool,
    /// Index of the first row.
    pub offset: usize,
    /// How many rows, 500 at most.
    pub limit: usize,
}

/// Two sessions side by side.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Comparison {
    /// Events that are the same on both sides.
    pub same: usize,
    /// Events that are on both sides and differ.
    pub different: usize,
    /// Events that are missing on the right.
    pub missing: usize,
    /// Events that are only on the right.
    pub new: usize,
    /// Rows in all, of those asked for.
    pub total: usize,
    /// The rows, in order.
    pub rows: Vec<ComparedRow>,
    /// Something that the reader must know, such as that only the first events were compared.
    pub note: Option<String>,
}

/// One row of two sessions side by side.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ComparedRow {
    /// What became of the event.
    pub change: Change,
    /// The event on the left.
    pub left: Option<EventRow>,
    /// The event on the right.
    pub right: Option<EventRow>,
    /// How many values differ.
    pub differences: usize,
}

/// Asks for what differs between an event of one view and one of another.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ComparePairRequest {
    /// The view on the left.
    pub left: Uuid,
    /// The event on the left.
    pub left_event: String,
    /// The view on the right.
    pub right: Uuid,
    /// The event on the right.
    pub right_event: String,
    /// Leave out identities and times.
    pub ignore_volatile: bool,
    /// Index of the first line.
    pub offset: usize,
    /// How many lines, 500 at most.
    pub limit: usize,
}
