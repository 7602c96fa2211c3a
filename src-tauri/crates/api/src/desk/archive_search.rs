//! Searching archives, open in the inspector or not.

use std::sync::Arc;

use archive::{Archive, View};
use tokio::sync::Semaphore;

use super::Desk;
use super::open_view::OpenView;
use super::queries::parsed_text;
use super::views::shown_row;
use crate::contract::find::{ArchiveHits, SearchArchiveRequest};
use crate::contract::inspector::Following;
use crate::contract::problem::Problem;

/// Hits of one answer that are shown.
const MOST_HITS: usize = 50;
/// Archives that are searched at once: each has all cores, and its own place in memory.
const AT_ONCE: usize = 2;

/// Lets a few archives be searched at once, so that memory stays bounded however many there are.
pub(super) struct ArchiveSearches(Semaphore);

impl Default for ArchiveSearches {
    fn default() -> Self {
        Self(Semaphore::new(AT_ONCE))
    }
}

impl Desk {
    pub(crate) async fn archive_search(&self, request: SearchArchiveRequest) -> Result<ArchiveHits, Problem> {
        let query = parsed_text(&request.text, request.zone_minutes).map_err(|error| Problem::from(&error))?;
        let filter = archive::EventFilter {
            query,
            ..archive::EventFilter::default()
        };
        let path = self.archives.find(&request.archive)?;
        let Ok(_turn) = self.archive_searches.0.acquire().await else {
            return Err(Problem::cancelled());
        };
        let (archive, limit) = (request.archive, request.limit.min(MOST_HITS));
        let open = match self.view_of_archive(&archive) {
            Some(open) => Ok(open),
            None => {
                let name = archive.clone();
                // It is not shown anywhere, and gone when it was searched.
                let look = move || {
                    let opened = Archive::open_to_read(&path)?;
                    Ok(Arc::new(OpenView::new(name, opened, None, Following::Archived)))
                };
                self.blocking(look).await
            }
        };
        let searched = match open {
            Ok(open) => search(open, filter, archive.clone(), limit).await,
            Err(problem) => Err(problem),
        };
        Ok(searched.unwrap_or_else(|problem| ArchiveHits {
            archive,
            matched: 0,
            total: 0,
            rows: Vec::new(),
            problem: Some(problem),
        }))
    }
}

/// The newest hits of an archive, with a list of its own beside the one that the window may show.
async fn search(
    open: Arc<OpenView>,
    filter: archive::EventFilter,
    archive: String,
    limit: usize,
) -> Result<ArchiveHits, Problem> {
    // Who asks of the clients learns their colours and names.
    open.status().await?;
    let view = Arc::new(View::new(Arc::clone(&open.archive), filter));
    let page = view
        .ask(move |view| {
            let matched = view.rows(0, 0)?.matched;
            view.rows(matched.saturating_sub(limit), limit)
        })
        .await?;
    Ok(ArchiveHits {
        archive,
        matched: page.matched,
        total: page.total,
        rows: page.rows.into_iter().rev().map(|row| shown_row(&open, row)).collect(),
        problem: None,
    })
}
