//! Newer versions of the program: whether it looks for them, and how far one has come.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::problem::Problem;

/// Everything about updates.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Updates {
    /// The host that is asked; none in a build that has no place to get updates from, which asks nobody.
    pub host: Option<String>,
    /// Whether the user agreed that the program looks when it starts; none while nobody was asked.
    pub agreed: Option<bool>,
    /// When it looked last, whatever came of it.
    pub looked_at: Option<i64>,
    /// How far it has come.
    pub state: UpdateState,
}

/// How far an update has come.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase", tag = "state")]
#[serde(rename_all_fields = "camelCase")]
pub enum UpdateState {
    /// It has not looked since it started.
    NotLooked,
    /// It has looked, and this version is the newest.
    Newest,
    /// There is a newer version.
    Offered {
        /// The version.
        update: OfferedUpdate,
        /// What became of it when it was to be downloaded or installed, if that failed.
        problem: Option<Problem>,
    },
    /// It is being downloaded, because the user said so.
    Downloading {
        /// The version.
        update: OfferedUpdate,
        /// Bytes that have arrived.
        received: u64,
        /// Bytes of the whole, where that is known.
        size: Option<u64>,
    },
    /// It is here and its signature fits. It is installed when the user says so.
    Ready {
        /// The version.
        update: OfferedUpdate,
    },
}

/// A newer version. Its texts come from the network, made harmless to be looked at.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OfferedUpdate {
    /// Its number.
    pub version: String,
    /// When it was published.
    pub date: Option<i64>,
    /// What is new in it, as plain text.
    pub notes: String,
    /// Whether the user does not want to be told of it.
    pub skipped: bool,
    /// How this copy of the program gets it.
    pub way: UpdateWay,
}

/// How this copy of the program gets a newer version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum UpdateWay {
    /// The program downloads it and puts it in its own place.
    Itself,
    /// A package manager installed this copy, or it lies where it cannot be replaced: there is a page to download it from.
    Page,
    /// The same, and this build knows of no page.
    Elsewhere,
}

/// Whether the program may look when it starts.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AgreeToUpdatesRequest {
    /// Whether it may.
    pub agreed: bool,
}

/// A version that was offered.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UpdateRef {
    /// Its number, as it was shown.
    pub version: String,
}
