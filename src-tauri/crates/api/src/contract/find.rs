//! Finding events: completion of queries, queries made from what is seen, saved filters, and search in all archives.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::inspector::{EventFilter, EventRow};
use super::problem::Problem;

/// Asks what may be written next in a query.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CompleteQueryRequest {
    /// The view whose values are offered; none offers only the words of the language.
    pub view: Option<Uuid>,
    /// The query as typed.
    pub text: String,
    /// Where the caret is, in characters from 1.
    pub column: usize,
}

/// What may be written next.
#[derive(Clone, Debug, Default, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct QueryCompletions {
    /// Where the piece that is being typed begins, in characters from 1.
    pub column: usize,
    /// How many characters of it are there; they are replaced.
    pub length: usize,
    /// What may take its place, the likeliest first; 20 at most.
    pub items: Vec<QueryCompletion>,
}

/// One thing that may be written next.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct QueryCompletion {
    /// The text to insert, quoted where the language wants it.
    pub insert: String,
    /// How to show it.
    pub label: String,
    /// What it is, or how many events have it.
    pub detail: String,
    /// What kind of thing it is.
    pub completion_kind: CompletionKind,
}

/// What a completion is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum CompletionKind {
    /// A field of events.
    Field,
    /// A key in the payload.
    Key,
    /// A value that occurs in the session.
    Value,
    /// A field with a value that occurs in the session, where a word to search for could be meant as well.
    Condition,
    /// A word of the language.
    Word,
}

/// Whether to show only what is alike, or everything else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Keep {
    /// Only these.
    Only,
    /// All but these.
    AllBut,
}

/// Asks for the query that finds events like one.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LikeRequest {
    /// The view.
    pub view: Uuid,
    /// The event's UUID.
    pub event: String,
    /// Show these, or hide them.
    pub keep: Keep,
}

/// Asks for the query that finds events with a value of a payload.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ValueQueryRequest {
    /// The view.
    pub view: Uuid,
    /// The event's UUID.
    pub event: String,
    /// JSON pointer of the value within the payload, as a row of its tree has it.
    pub path: String,
    /// Show these, or hide them.
    pub keep: Keep,
}

/// A field that a filter has a list for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum FilterList {
    /// Root types, or the SDK's.
    Types,
    /// Vendors.
    Vendors,
    /// Clients.
    Clients,
    /// Event sources.
    Sources,
    /// Names.
    Names,
}

/// Asks for the query that finds events with one of the values that a list offers.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FieldQueryRequest {
    /// The list.
    pub list: FilterList,
    /// The value, as the list has it.
    pub value: String,
    /// Show these, or hide them.
    pub keep: Keep,
}

/// Asks for the opposite of a query.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NegateQueryRequest {
    /// The query.
    pub text: String,
}

/// A query made from what is seen.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MadeQuery {
    /// Its text.
    pub text: String,
    /// The path in it as queries and columns write it, where it has one.
    pub path: Option<String>,
}

/// A filter that was kept under a name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SavedFilter {
    /// Its name, which no other has.
    pub name: String,
    /// The filter.
    pub filter: EventFilter,
}

/// Names a saved filter.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SavedFilterRef {
    /// Its name.
    pub name: String,
}

/// Searches one archive, without opening it in the inspector.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SearchArchiveRequest {
    /// The archive.
    pub archive: String,
    /// The query.
    pub text: String,
    /// How many minutes the user's clock is ahead of UTC.
    pub zone_minutes: i16,
    /// How many of the newest hits to show, 50 at most.
    pub limit: usize,
}

/// What was found in one archive.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ArchiveHits {
    /// The archive.
    pub archive: String,
    /// How many events match.
    pub matched: usize,
    /// How many it has.
    pub total: usize,
    /// The newest of those that match, newest first.
    pub rows: Vec<EventRow>,
    /// Why it could not be searched.
    pub problem: Option<Problem>,
}
