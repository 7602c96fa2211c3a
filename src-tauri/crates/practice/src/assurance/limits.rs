use serde::{Deserialize, Serialize};

/// How long a session and its events are kept after it was created: 30 days, then Adobe deletes them.
pub(crate) const RETENTION_MILLISECONDS: i64 = 30 * 24 * 60 * 60 * 1000;

/// What one session may hold, with the defaults that Adobe's mobile SDKs name (close codes 4901 and 4902).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Limits {
    /// Clients that may be connected to one session at the same time.
    pub(crate) connections: usize,
    /// Events that one session takes in one minute; `None` takes any number.
    pub(crate) events_per_minute: Option<u32>,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 200,
            events_per_minute: Some(10_000),
        }
    }
}
