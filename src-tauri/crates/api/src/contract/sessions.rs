//! Assurance sessions of one integration.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Asks for the sessions of an integration.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ListSessionsRequest {
    /// The integration.
    pub integration: Uuid,
    /// Case-insensitive text in name, link, creator or UUID; empty for all.
    pub search: String,
    /// Sorted by.
    pub sort: SessionSort,
    /// Largest, newest or last first.
    pub descending: bool,
    /// Ask Adobe again rather than answer from what is known.
    pub refresh: bool,
}

/// Columns that sessions can be sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum SessionSort {
    /// By name.
    Name,
    /// By link.
    Link,
    /// By time of creation.
    Created,
}

/// Sessions that match, and how many there are in all.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SessionList {
    /// The sessions that match, sorted.
    pub rows: Vec<SessionRow>,
    /// How many sessions there are without the search.
    pub total: usize,
    /// Links used before, newest first, to be offered for a new session.
    pub recent_links: Vec<String>,
}

/// One Assurance session.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SessionRow {
    /// UUID at Adobe.
    pub uuid: String,
    /// Name.
    pub name: String,
    /// The base URL of the app under test.
    pub link: String,
    /// The four-digit PIN; absent where Adobe does not tell it.
    pub pin: Option<String>,
    /// When it was created.
    pub created_at: Option<i64>,
    /// Who created it.
    pub created_by: Option<String>,
    /// Days until Adobe deletes it, 30 days after creation.
    pub days_left: Option<i64>,
    /// Whether the inspector follows it now.
    pub open: bool,
    /// How many of its events are kept on this computer.
    pub archived: Option<usize>,
}

/// Names a session of an integration.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SessionRef {
    /// The integration.
    pub integration: Uuid,
    /// The session's UUID.
    pub session: String,
}

/// Creates a session.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CreateSessionRequest {
    /// The integration.
    pub integration: Uuid,
    /// Name, not blank.
    pub name: String,
    /// The base URL of the app under test.
    pub link: String,
}

/// Renames a session or changes its link; what is absent stays.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UpdateSessionRequest {
    /// The integration.
    pub integration: Uuid,
    /// The session's UUID.
    pub session: String,
    /// The new name.
    pub name: Option<String>,
    /// The new link.
    pub link: Option<String>,
}

/// Checks a link while it is typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CheckLinkRequest {
    /// The link as typed.
    pub link: String,
}

/// What the check of a link found.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LinkCheck {
    /// What is wrong and what to do; none when the link is fine.
    pub message: Option<String>,
    /// A link that would be right.
    pub suggestion: Option<String>,
}

/// What a device needs to join a session.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConnectDetails {
    /// The session's name.
    pub name: String,
    /// The base URL of the app under test.
    pub link: String,
    /// The link to open on the device.
    pub connect_link: String,
    /// What the link needs of the app, in a sentence.
    pub link_note: String,
    /// The four-digit PIN to type on the device; absent where Adobe does not tell it.
    pub pin: Option<String>,
    /// The header that sends a call of the Edge Network to this session, name and value in one line.
    pub edge_header: String,
    /// The connect link as a QR code: an SVG path over a square of `qr_size` units.
    pub qr_path: String,
    /// Side of the QR code in modules, without the quiet zone of four modules that a scanner needs around it.
    pub qr_size: u32,
    /// True for the practice workspace, where a simulated device can be connected.
    pub practice: bool,
}
