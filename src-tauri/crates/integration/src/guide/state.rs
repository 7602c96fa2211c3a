//! How a guide stands.

use keys::Certificate;
use time::OffsetDateTime;

use super::{Failure, GuideError, GuideKind, Kept, LeftOver};
use crate::Integration;

/// How a guide stands. What does not belong to its kind is empty.
pub struct GuideState {
    /// The integration.
    pub integration: Integration,
    /// Which guide.
    pub kind: GuideKind,
    /// Whether something was done that leaving would leave half done.
    pub begun: bool,
    /// Whether there is nothing to do (any more): the integration is what the guide would make of it.
    pub over: bool,
    /// The client secrets or certificates that the console lists; none where it could not be asked.
    pub listed: Option<Vec<ConsoleEntry>>,
    /// Why the console could not be asked.
    pub console_error: Option<GuideError>,
    /// Whether the new client secret or key is here.
    pub has_new: bool,
    /// The new certificate.
    pub new_certificate: Option<Certificate>,
    /// Whether the console has the new certificate, or the user said so.
    pub registered: bool,
    /// Whether the migration was started.
    pub started: bool,
    /// The scopes of the migrated credential.
    pub scopes: Vec<String>,
    /// Whether what is new gave an access token.
    pub proven: bool,
    /// Whether what is new is in use.
    pub switched: bool,
    /// When it was taken into use.
    pub switched_at: Option<OffsetDateTime>,
    /// Whether the old is gone at Adobe's side, or the user said so.
    pub retired: bool,
    /// What a guide before this one left at Adobe's side.
    pub left_over: Option<LeftOver>,
    /// How the last try at a step failed.
    pub failure: Option<Failure>,
}

/// A client secret or certificate in the console.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsoleEntry {
    /// The console's id of it.
    pub id: String,
    /// When it was made, where the console says.
    pub created_at: Option<OffsetDateTime>,
    /// When it was last used, where the console says.
    pub last_used_at: Option<OffsetDateTime>,
    /// When it ends, where it does.
    pub expires_at: Option<OffsetDateTime>,
    /// SHA-1 fingerprint, for a certificate.
    pub sha1: Option<String>,
    /// What it is to this program.
    pub standing: Standing,
    /// Whether deleting it now leaves the integration with one that works.
    pub can_retire: bool,
}

/// What a client secret or certificate in the console is to this program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The one in use.
    InUse,
    /// The one that is to be used next.
    New,
    /// The one that was used before.
    Old,
    /// It was made for this program, and its value was lost on the way.
    Lost,
    /// Not one of this program.
    Other,
    /// That cannot be told.
    Unknown,
}

impl GuideState {
    pub(super) fn new(kept: &Kept) -> Self {
        let record = &kept.record;
        Self {
            integration: kept.integration.clone(),
            kind: record.kind,
            begun: record.begun,
            over: false,
            listed: None,
            console_error: None,
            has_new: false,
            new_certificate: None,
            registered: record.registered,
            started: record.started,
            scopes: record.scopes.clone(),
            proven: record.proven,
            switched: false,
            switched_at: record.switched_at,
            retired: record.retired,
            left_over: record.left_over,
            failure: record.failure.clone(),
        }
    }

    /// Takes in what the console listed, or why it did not.
    pub(super) fn with_console(self, listed: Result<Vec<ConsoleEntry>, GuideError>) -> Self {
        let (listed, console_error) = match listed {
            Ok(listed) => (Some(listed), None),
            Err(error) => (None, Some(error)),
        };
        Self {
            listed,
            console_error,
            ..self
        }
    }
}

impl ConsoleEntry {
    /// Marks what can be deleted: what is certainly not the one in use, while that one is certainly there.
    pub(super) fn mark(mut entries: Vec<Self>) -> Vec<Self> {
        let is_one_in_use = entries.iter().any(|entry| entry.standing == Standing::InUse);
        for entry in &mut entries {
            entry.can_retire =
                is_one_in_use && matches!(entry.standing, Standing::Old | Standing::Lost | Standing::Other);
        }
        entries
    }
}
