//! What will need the user soon.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// A certificate that ends soon or has ended: announced at 30, 7, 3 and 1 days and when it has ended.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Announcement {
    /// Names this announcement; a later threshold is another one.
    pub id: String,
    /// The integration.
    pub integration: Uuid,
    /// What it is about, in a few words.
    pub title: String,
    /// What will happen and when.
    pub message: String,
    /// What to do.
    pub next_step: String,
    /// When the certificate ends.
    pub ends_at: i64,
    /// Whether it has ended already.
    pub ended: bool,
}

/// Puts an announcement away until the next threshold.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DismissAnnouncementRequest {
    /// The announcement.
    pub id: String,
}
