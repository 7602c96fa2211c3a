//! The inspector: one view per open session. The window asks for the rows it shows and never holds the session.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::marks::{EventMarks, MarkedBy};
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
    /// Counts what was told of this view: of two statuses the one with the larger number is the newer, whichever came
    /// first.
    pub order: u64,
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
    /// How the list is laid out.
    pub arrangement: Arrangement,
    /// Events that match the filter and are hidden or cleared; the list leaves them out unless `shows_hidden`.
    pub hidden: usize,
    /// Whether hidden and cleared events are shown all the same.
    pub shows_hidden: bool,
    /// Up to when the session was cleared.
    pub cleared_at: Option<i64>,
    /// By whom it was cleared.
    pub cleared_by: Option<MarkedBy>,
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
    /// Event sources of the SDK; an empty text means events without one.
    pub sources: Vec<String>,
    /// Names, as Adobe computes the label.
    pub names: Vec<String>,
    /// Only events that tell of an error.
    pub errors: bool,
    /// More queries that must match too, each shown as a chip.
    pub chips: Vec<String>,
    /// Kinds of noise to leave out.
    pub noise: Vec<Noise>,
}

/// Events that are many and seldom of interest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Noise {
    /// Changes of shared states.
    SharedStates,
    /// Configuration requests, responses and updates.
    Configuration,
    /// Lines of the device's log, and service events that only log.
    Logs,
}

/// How a list is laid out.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct Arrangement {
    /// What the list is sorted by.
    pub sort: EventSort,
    /// Largest, newest or last first.
    pub descending: bool,
    /// A row for each app launch between the events; only in a list sorted by time.
    pub launches: bool,
    /// Paths whose values the rows carry, such as `payload.ACPExtensionEventData.xdm.eventType`; 8 at most.
    pub paths: Vec<String>,
}

/// What a list of events is sorted by; what is equal is in the order of the session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum EventSort {
    /// The order of the session: timestamp, then eventNumber.
    #[default]
    Time,
    /// Label.
    Name,
    /// Event type.
    Type,
    /// Event source.
    Source,
    /// Vendor.
    Vendor,
    /// Client's name.
    Client,
}

/// Lays a list out anew.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ArrangeRequest {
    /// The view.
    pub view: Uuid,
    /// How.
    pub arrangement: Arrangement,
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
    /// Index of the first row of the list as it is arranged.
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
    /// Rows of the whole list: events, and app launches where they are shown.
    pub length: usize,
    /// When the session's first event was, whatever the filter shows.
    pub first: Option<i64>,
    /// The rows, in order.
    pub rows: Vec<ListRow>,
}

/// One row of the list.
#[expect(
    clippy::large_enum_variant,
    reason = "almost every row is an event, so a box would cost more than it saves"
)]
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase", tag = "is")]
pub enum ListRow {
    /// An event.
    Event(EventRow),
    /// The beginning of an app launch.
    Launch(LaunchRow),
}

/// The beginning of an app launch, between two events of the list.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LaunchRow {
    /// The client's first launch in the session is 1.
    pub number: usize,
    /// The client's name, where it is known.
    pub client_name: Option<String>,
    /// Colour of the client, 0 to 7.
    pub client_colour: Option<u8>,
    /// When the launch's first event was.
    pub timestamp: i64,
}

/// One event in a few words.
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
    /// Event source of the SDK; empty where there is none.
    pub source: String,
    /// Milliseconds since the event before it in a list sorted by time.
    pub since_previous: Option<i64>,
    /// What is at the paths of the arrangement, shortened; one for each path.
    pub values: Vec<Option<String>>,
    /// What people marked.
    pub marks: EventMarks,
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
    /// Event sources.
    pub sources: Vec<Facet>,
    /// Names, the 50 most frequent and those of the filter.
    pub names: Vec<Facet>,
    /// How many events tell of an error.
    pub errors: usize,
}

/// How many events are noise of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NoiseCount {
    /// The kind.
    pub noise: Noise,
    /// How many events it leaves out, of those that the rest of the filter leaves; whether it is hidden or not.
    pub count: usize,
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
    /// JSON pointer of the value within the payload; none where it was put together.
    pub path: Option<String>,
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
    /// How many levels are open by default; none is as many as are good to begin with.
    #[serde(default)]
    pub open_levels: Option<u32>,
    /// The members of objects by their keys, instead of as they came.
    #[serde(default)]
    pub sort_by_key: bool,
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

/// Copies events as JSON.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CopyEventsRequest {
    /// The view.
    pub view: Uuid,
    /// The events' UUIDs; one is copied as an object, several as an array.
    pub events: Vec<String>,
}

/// Asks for the UUIDs of neighbouring rows, to select them together.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RangeRequest {
    /// The view.
    pub view: Uuid,
    /// Index of one end.
    pub from: usize,
    /// Index of the other end.
    pub to: usize,
}

/// Names the value of an event that is a web address.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LinkInEventRequest {
    /// The view.
    pub view: Uuid,
    /// The event's UUID.
    pub event: String,
    /// JSON pointer of the value within the payload.
    pub path: String,
}

/// A web address that came in an event: whoever sent the event wrote it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LinkInEvent {
    /// All of it, as a browser would ask for it.
    pub address: String,
    /// The host alone, in ASCII: names that look alike differ here.
    pub host: String,
    /// Whether what is sent there can be read on the way.
    pub is_plain: bool,
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
