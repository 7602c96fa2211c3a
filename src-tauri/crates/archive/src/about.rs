//! What an archive says of its session.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// The session of an archive, and how the archive came to be.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct About {
    /// The session as Adobe describes it, without its events; unknown fields are kept. Empty where only events were
    /// imported.
    #[serde(default)]
    pub session: Map<String, Value>,
    /// The organization of the integration that it was followed with, for example `…@AdobeOrg`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organization: Option<String>,
    /// The integration that it was followed with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub integration: Option<uuid::Uuid>,
    /// The name of the file that it was imported from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub imported_from: Option<String>,
    /// When the archive was begun, milliseconds since 1970.
    #[serde(default)]
    pub begun: i64,
}

impl About {
    /// The session's name; empty when it is not known.
    #[must_use]
    pub fn name(&self) -> &str {
        self.text("name")
    }

    /// The session's identifier; empty when it is not known.
    #[must_use]
    pub fn session_uuid(&self) -> &str {
        self.text("uuid")
    }

    fn text(&self, field: &str) -> &str {
        self.session.get(field).and_then(Value::as_str).unwrap_or_default()
    }
}
