//! What the user said about updates, kept in `updates.json`.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// The file in the data folder.
pub(super) const FILE: &str = "updates.json";

/// What the file holds; nothing at first: then nobody has agreed. What this version does not know stays.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Kept {
    /// Whether the program may look when it starts; none while nobody was asked.
    pub(super) agreed: Option<bool>,
    /// When it looked last, in milliseconds since 1970.
    pub(super) looked_at: Option<i64>,
    /// The version of which the user does not want to be told.
    pub(super) skipped: Option<String>,
    #[serde(flatten)]
    other: Map<String, Value>,
}
