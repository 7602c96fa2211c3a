//! The timeline below the list: how many events there were when, for each client.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Asks for the density of a session over time.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TimelineRequest {
    /// The view.
    pub view: Uuid,
    /// Where the strip begins; none begins with the session.
    pub from: Option<i64>,
    /// Where the strip ends; none ends with the session.
    pub to: Option<i64>,
    /// Into how many equal pieces the time is cut, 2,000 at most.
    pub buckets: usize,
}

/// The density of a session over time. All lists have one number for each piece of time.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Timeline {
    /// The revision it belongs to.
    pub revision: u64,
    /// When the session's first event was; none while there is no event.
    pub first: Option<i64>,
    /// When its newest event was.
    pub last: Option<i64>,
    /// Where the strip begins.
    pub from: i64,
    /// Where it ends.
    pub to: i64,
    /// All events, whatever the filter shows.
    pub all: Vec<u32>,
    /// A lane for each client, and one for events without a client, with what the filter shows.
    pub lanes: Vec<TimelineLane>,
    /// Events that tell of an error, among those that the filter shows; none while they are being found.
    pub errors: Vec<u32>,
    /// Whether it is known which events tell of an error.
    pub knows_errors: bool,
    /// Flagged events, among those that the filter shows.
    pub flags: Vec<u32>,
    /// App launches.
    pub launches: Vec<u32>,
}

/// One client's lane.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TimelineLane {
    /// The client; none for events without one.
    pub client: Option<String>,
    /// Its name in words.
    pub name: String,
    /// Its colour, 0 to 7.
    pub colour: Option<u8>,
    /// Its events.
    pub counts: Vec<u32>,
}

/// Asks where the list shows a moment.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MomentRequest {
    /// The view.
    pub view: Uuid,
    /// The moment.
    pub at: i64,
}
