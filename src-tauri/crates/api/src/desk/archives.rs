//! The archives on this computer.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::UNIX_EPOCH;

use archive::{About, ArchiveError};
use assurance::Session;
use event::visible;
use uuid::Uuid;

use super::Desk;
use super::archive_files::{ArchiveFiles, Stamp, archive_of_session, file_name};
use super::open_view::OpenView;
use crate::contract::archives::{ArchiveRef, ArchiveRow};
use crate::contract::problem::Problem;
use crate::contract::tick::Tick;

impl Desk {
    pub(crate) async fn archives_list(&self, (): ()) -> Result<Vec<ArchiveRow>, Problem> {
        let (files, registry) = (Arc::clone(&self.archives), self.registry.clone());
        let open: HashMap<String, Arc<OpenView>> = self
            .open_views()
            .into_iter()
            .map(|open| (open.name.clone(), open))
            .collect();
        self.blocking(move || {
            let saved = registry.list().map_err(|error| Problem::from(&error))?;
            let saved: HashMap<Uuid, String> = saved.into_iter().map(|saved| (saved.id, saved.name)).collect();
            let names = files
                .names()
                .map_err(|error| Problem::from(ArchiveError::of_system(&error, "archives".as_ref())))?;
            let mut rows: Vec<ArchiveRow> = names
                .into_iter()
                .map(|name| row(&files, &saved, open.get(&name).map(Arc::as_ref), name))
                .collect();
            rows.sort_by(|left, right| {
                let newest_first = right.changed.cmp(&left.changed);
                newest_first.then_with(|| left.archive.cmp(&right.archive))
            });
            Ok(rows)
        })
        .await
    }

    pub(crate) async fn archive_delete(&self, request: ArchiveRef) -> Result<(), Problem> {
        let path = self.archives.find(&request.archive)?;
        let _turn = self.archives.turn(&request.archive).await;
        let open = self.view_of_archive(&request.archive);
        let integration = match open {
            Some(open) => {
                let integration = open.integration();
                self.end_view(open).await?;
                integration
            }
            None => {
                let (files, name) = (Arc::clone(&self.archives), request.archive.clone());
                self.blocking(move || Ok(files.peek(&name).ok().and_then(|peek| peek.about.integration)))
                    .await?
            }
        };
        let deleted = self
            .blocking(move || match archive::delete(&path) {
                // One that was empty has gone with its view.
                Err(ArchiveError::NotFound { .. }) => Ok(()),
                deleted => Ok(deleted?),
            })
            .await;
        self.ticks.send(Tick::Archives);
        if let Some(integration) = integration {
            self.ticks.send(Tick::Sessions { integration });
        }
        deleted
    }

    /// How many events of each session are kept in the archive that following it adds to.
    pub(super) async fn kept(&self, integration: Uuid, sessions: &[Session]) -> HashMap<String, usize> {
        let open: HashMap<String, usize> = self
            .open_views()
            .into_iter()
            .map(|open| (open.name.clone(), open.archive.len()))
            .collect();
        let uuids: Vec<String> = sessions.iter().map(|session| session.uuid.clone()).collect();
        let files = Arc::clone(&self.archives);
        let count = move || {
            let there = files.names().unwrap_or_default();
            let kept = |uuid: String| {
                let name = archive_of_session(integration, &uuid);
                let events = match open.get(&name) {
                    Some(events) => *events,
                    None if there.contains(&name) => files.peek(&name).ok()?.events,
                    None => return None,
                };
                (events > 0).then_some((uuid, events))
            };
            Ok(uuids.into_iter().filter_map(kept).collect())
        };
        self.blocking(count).await.unwrap_or_default()
    }
}

fn row(files: &ArchiveFiles, saved: &HashMap<Uuid, String>, open: Option<&OpenView>, name: String) -> ArchiveRow {
    let changed = Stamp::of(&files.path(&name)).changed();
    let mut row = ArchiveRow {
        name: name.clone(),
        session: None,
        integration: None,
        integration_name: None,
        organization: None,
        imported_from: None,
        events: 0,
        first: None,
        last: None,
        bytes: 0,
        changed: changed.and_then(|changed| {
            let since = changed.duration_since(UNIX_EPOCH).ok()?;
            i64::try_from(since.as_millis()).ok()
        }),
        view: open.map(|open| open.id),
        problem: None,
        archive: name,
    };
    let about = match open {
        Some(open) => {
            let info = open.archive.info();
            (row.events, row.first, row.last, row.bytes) = (info.events, info.first, info.last, info.bytes);
            row.problem = (info.unreadable_blocks > 0).then(|| ArchiveError::Damaged.into());
            open.archive.about()
        }
        None => match files.peek(&row.archive) {
            Ok(peek) => {
                (row.events, row.first, row.last, row.bytes) = (peek.events, peek.first, peek.last, peek.bytes);
                row.problem = (peek.unreadable_blocks > 0).then(|| ArchiveError::Damaged.into());
                peek.about
            }
            Err(error) => {
                row.bytes = std::fs::metadata(files.path(&row.archive)).map_or(0, |about| about.len());
                row.problem = Some(error.into());
                return row;
            }
        },
    };
    tell(&mut row, about, saved);
    row
}

/// Tells of the session in a row.
fn tell(row: &mut ArchiveRow, about: About, saved: &HashMap<Uuid, String>) {
    let session = about.name();
    if !session.is_empty() {
        // The second archive of one session is told from the first by its number.
        let number = row.archive.strip_prefix(&file_name(session)).unwrap_or_default();
        row.name = format!("{}{number}", visible(session));
    }
    row.session = Some(about.session_uuid().to_owned()).filter(|uuid| !uuid.is_empty());
    row.integration = about.integration.filter(|integration| saved.contains_key(integration));
    row.integration_name = row.integration.and_then(|integration| saved.get(&integration).cloned());
    row.organization = about.organization;
    row.imported_from = about.imported_from;
}
