//! The archive that a session is followed into.

use std::path::Path;
use std::sync::Arc;

use api::contract::problem::Problem;
use archive::{About, Archive, ArchiveError};
use assurance::Assurance;
use integration::Integration;
use serde_json::{Map, Value};
use tempfile::TempDir;
use time::OffsetDateTime;

use crate::arguments::EventsArguments;
use crate::headless::{Refusal, milliseconds};

/// An archive that grows: one that the user named, or one for as long as the command runs.
pub(super) struct Kept {
    pub(super) archive: Arc<Archive>,
    /// Whether it was begun by this command.
    is_new: bool,
    /// Goes away with this value.
    _folder: Option<TempDir>,
}

impl Kept {
    /// Makes the archive, or opens the one that is to be gone on with.
    pub(super) async fn open(
        arguments: &EventsArguments,
        integration: &Integration,
        assurance: &Assurance,
    ) -> Result<Self, Refusal> {
        let Some(path) = &arguments.out else {
            return Self::for_now();
        };
        // Before Adobe is asked: what cannot be written need not be followed.
        let opened = match Archive::open(path) {
            Ok(archive) => Some(archive),
            Err(ArchiveError::NotFound { .. }) => None,
            Err(error) => return Err(Refusal::about(path, error)),
        };
        if let Some(archive) = &opened {
            check_session(archive, path, &arguments.session)?;
        }
        let session = session(assurance, &arguments.session).await?;
        let (archive, is_new) = match opened {
            Some(archive) => {
                let about = About {
                    session,
                    ..archive.about()
                };
                archive.set_about(&about).map_err(|error| Refusal::about(path, error))?;
                (archive, false)
            }
            None => {
                let is_saved = arguments.integration.integration.is_some();
                let about = About {
                    session,
                    organization: Some(integration.organization_id.clone()),
                    integration: is_saved.then_some(integration.id),
                    imported_from: None,
                    begun: milliseconds(OffsetDateTime::now_utc()),
                };
                let archive = Archive::create(path, &about).map_err(|error| Refusal::about(path, error))?;
                (archive, true)
            }
        };
        Ok(Self {
            archive: Arc::new(archive),
            is_new,
            _folder: None,
        })
    }

    fn for_now() -> Result<Self, Refusal> {
        let folder = tempfile::tempdir().map_err(Refusal::of)?;
        let path = folder.path().join("events.assurance");
        let archive = Archive::create(&path, &About::default()).map_err(Refusal::problem)?;
        Ok(Self {
            archive: Arc::new(archive),
            is_new: true,
            _folder: Some(folder),
        })
    }

    /// Puts the file to rest. After a failure, an archive that has stayed empty is taken away again.
    pub(super) fn close(self, has_failed: bool) {
        if let Err(error) = self.archive.close() {
            tracing::debug!(%error, "the archive was not put to rest");
        }
        if self.is_new && has_failed && self.archive.is_empty() {
            // What is being reported matters more than a file that stays.
            let _ = archive::delete(self.archive.path());
        }
    }
}

/// An archive holds one session.
fn check_session(archive: &Archive, path: &Path, session: &str) -> Result<(), Refusal> {
    let about = archive.about();
    if about.session_uuid().eq_ignore_ascii_case(session) {
        return Ok(());
    }
    Err(Refusal::Problem(Problem::invalid_input(
        format!("{} holds the events of another session.", path.display()),
        "Give another file with --out.",
    )))
}

/// The session as Adobe lists it. What may be read need not be listed; then only its UUID is known.
async fn session(assurance: &Assurance, uuid: &str) -> Result<Map<String, Value>, Refusal> {
    let sessions = assurance.sessions().await.map_err(Refusal::problem)?;
    let listed = sessions.iter().find(|session| session.uuid.eq_ignore_ascii_case(uuid));
    match listed.map(serde_json::to_value) {
        Some(Ok(Value::Object(fields))) => Ok(fields),
        Some(Err(error)) => Err(Refusal::of(error)),
        _ => Ok(Map::from_iter([("uuid".to_owned(), Value::from(uuid))])),
    }
}
