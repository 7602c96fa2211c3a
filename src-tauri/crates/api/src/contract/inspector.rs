//! The inspector: one view per open session. The window asks for the rows it shows and never holds the session.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::problem::Problem;

/// Names a view.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ViewRef {
    /// The view.
    pub view: Uuid,
}

/// What the inspector shows above its list.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ViewStatus {
    /// The view's id; one per open session.
    pub view: Uuid,
    /// The integration that it is or was followed with, where that is still saved.
    pub integration: Option<Uuid>,
    /// The session's UUID; empty where the archive does not know it.
    pub session: String,
    /// The archive that keeps the events.
    pub archive: String,
    /// The session's name.
    pub name: String,
    /// Days until Adobe deletes the session.
    pub days_left: Option<i64>,
    /// Grows with each change of what the list would show.
    pub revision: u64,
    /// Events in the session so far (paused ones included).
    pub total: usize,
    /// Events that the filter shows.
    pub matched: usize,
    /// Whether the list is paused.
    pub paused: bool,
    /// Events that arrived since it was paused.
    pub arrived_while_paused: usize,
    /// How following goes.
    pub following: Following,
    /// The connected app instances.
    pub clients: Vec<ClientRow>,
    /// The filter in force.
    pub filter: EventFilter,
}

/// How following a session goes.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", tag = "state")]
#[serde(rename_all_fields = "camelCase")]
pub enum Following {
    /// The first answer has not come yet.
    Starting,
    /// Answers come.
    Live,
    /// Nobody is asked: an archive is looked at.
    Archived,
    /// The last request failed; the next comes by itself.
    Retrying {
        /// What happened.
        problem: Problem,
        /// When the next request goes out.
        retry_at: i64,
    },
    /// No more requests are sent.
    Ended {
        /// Why.
        problem: Problem,
    },
}

/// One connected app instance.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ClientRow {
    /// Its `clientId`.
    pub id: String,
    /// Device name, made unique with `#2`.
    pub name: String,
    /// Operating system, where known.
    pub system: Option<String>,
    /// Connected, or gone.
    pub connected: bool,
    /// Which of the client colours, 0 to 7.
    pub colour: u8,
}

/// Which events the list shows. All parts must match; an empty list means any.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct EventFilter {
    /// A query, in the language of `docs/query.md`.
    pub text: String,
    /// How many minutes the user's clock is ahead of UTC, for times without an offset.
    pub zone_minutes: i16,
    /// Root types.
    pub types: Vec<String>,
    /// Vendors.
    pub vendors: Vec<String>,
    /// Client ids.
    pub clients: Vec<String>,
}

/// Changes the filter of a view.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SetFilterRequest {
    /// The view.
    pub view: Uuid,
    /// The filter.
    pub filter: EventFilter,
}

/// Asks for rows of the list.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RowsRequest {
    /// The view.
    pub view: Uuid,
    /// Index of the first row, 0 is the oldest event that matches.
    pub offset: usize,
    /// How many rows, 500 at most.
    pub limit: usize,
}

/// Rows of the list.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RowsPage {
    /// The revision these rows belong to.
    pub revision: u64,
    /// Events that the filter shows at that revision.
    pub matched: usize,
    /// The rows, in order.
    pub rows: Vec<EventRow>,
}

/// One row of the list.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EventRow {
    /// The event's UUID.
    pub uuid: String,
    /// When it happened.
    pub timestamp: i64,
    /// Its number within one app launch; 0 for events made by a server.
    pub event_number: Option<i64>,
    /// Which client; none for events without one.
    pub client_id: Option<String>,
    /// Colour of the client, 0 to 7.
    pub client_colour: Option<u8>,
    /// Vendor.
    pub vendor: String,
    /// Root type.
    pub event_type: String,
    /// Label, as Adobe computes it.
    pub label: String,
    /// What matters in it, in a few words.
    pub detail: String,
    /// Whether it tells of an error.
    pub error: bool,
}

/// Values to filter by, with how many events the other parts of the filter leave for each.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Facets {
    /// Root types.
    pub types: Vec<Facet>,
    /// Vendors.
    pub vendors: Vec<Facet>,
    /// Clients.
    pub clients: Vec<Facet>,
}

/// One value to filter by.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Facet {
    /// The value as the filter takes it.
    pub value: String,
    /// The value in words.
    pub label: String,
    /// How many events.
    pub count: usize,
}

/// Names an event of a view.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EventRef {
    /// The view.
    pub view: Uuid,
    /// The event's UUID.
    pub event: String,
}

/// What the details panel shows of one event.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EventDetails {
    /// The event's row.
    pub row: EventRow,
    /// Where the list shows it now; none when the filter hides it.
    pub index: Option<usize>,
    /// What kind of event this is, in words.
    pub title: String,
    /// What matters in it, label and value.
    pub lines: Vec<SummaryLine>,
    /// Something about the event that a reader must know: a payload that is not JSON, chunks that are missing.
    pub note: Option<String>,
    /// Size of the event in bytes.
    pub bytes: usize,
}

/// One line of a summary.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SummaryLine {
    /// What it is.
    pub label: String,
    /// Its value.
    pub value: String,
}

/// Asks for rows of the payload's tree.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TreeRequest {
    /// The view.
    pub view: Uuid,
    /// The event's UUID.
    pub event: String,
    /// Case-insensitive text in keys and values; empty for all.
    pub search: String,
    /// Paths that the user opened or closed, against the default.
    pub toggled: Vec<String>,
    /// Index of the first row.
    pub offset: usize,
    /// How many rows, 500 at most.
    pub limit: usize,
}

/// Rows of the payload's tree.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TreePage {
    /// Rows that are visible in all.
    pub total: usize,
    /// How many keys and values the search found.
    pub hits: usize,
    /// The rows, in order.
    pub rows: Vec<TreeRow>,
}

/// One row of the payload's tree.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TreeRow {
    /// JSON pointer from the payload.
    pub path: String,
    /// Levels below the payload.
    pub depth: usize,
    /// Key or index.
    pub key: String,
    /// What the value is.
    pub value_kind: ValueKind,
    /// The value, or what is in it, shortened.
    pub preview: String,
    /// Members or elements.
    pub children: usize,
    /// Whether its children follow.
    pub expanded: bool,
    /// Whether the search found it.
    pub hit: bool,
}

/// What a JSON value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ValueKind {
    /// An object.
    Object,
    /// An array.
    Array,
    /// A string.
    String,
    /// A string that holds JSON and opens as a tree.
    EmbeddedJson,
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// `null`.
    Null,
}

/// Asks for lines of the raw event.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RawRequest {
    /// The view.
    pub view: Uuid,
    /// The event's UUID.
    pub event: String,
    /// Index of the first line.
    pub offset: usize,
    /// How many lines, 500 at most.
    pub limit: usize,
}

/// Lines of the raw event.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RawPage {
    /// Lines in all.
    pub total: usize,
    /// The lines, in order.
    pub lines: Vec<String>,
}

/// Copies something of an event.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CopyEventRequest {
    /// The view.
    pub view: Uuid,
    /// The event's UUID.
    pub event: String,
    /// JSON pointer of the value within the payload; none copies the whole raw event.
    pub path: Option<String>,
}
