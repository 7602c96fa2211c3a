use serde::{Deserialize, Serialize};

/// How far a service account has come on its way to OAuth Server-to-Server. Adobe keeps the client
/// ID, the technical account and the client secrets; while the migration is under way both ways to a
/// token work, and when it is finished JWTs are refused.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "status")]
pub(crate) enum Migration {
    #[default]
    NotStarted,
    /// The time is in milliseconds since 1970.
    Started { at: i64 },
    /// The time is that of its start.
    Completed { at: i64 },
}

impl Migration {
    /// The console's word for it.
    pub(crate) fn status(self) -> &'static str {
        match self {
            Self::NotStarted => "NOT_STARTED",
            Self::Started { .. } => "STARTED",
            Self::Completed { .. } => "COMPLETED",
        }
    }

    /// When it was started, in milliseconds since 1970.
    pub(crate) fn started_at(self) -> Option<i64> {
        match self {
            Self::NotStarted => None,
            Self::Started { at } | Self::Completed { at } => Some(at),
        }
    }

    /// Started and neither finished nor cancelled.
    pub(crate) fn is_under_way(self) -> bool {
        matches!(self, Self::Started { .. })
    }

    /// Finished; there is no way back.
    pub(crate) fn is_completed(self) -> bool {
        matches!(self, Self::Completed { .. })
    }
}
