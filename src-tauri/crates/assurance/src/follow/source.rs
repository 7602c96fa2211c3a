//! Where a followed session's events come from.

use async_trait::async_trait;

use crate::client::{Assurance, EventsPage};
use crate::error::AssuranceError;

/// Something that has sessions with events in pages: [`Assurance`], or a stand-in.
#[async_trait]
pub trait EventSource: Send + Sync + 'static {
    /// One page; see [`Assurance::events_page`].
    ///
    /// # Errors
    /// When there is no answer or a refusal.
    async fn events_page(&self, session: &str, page: u32, size: u32) -> Result<EventsPage, AssuranceError>;

    /// Whether the session is among those that are listed.
    ///
    /// # Errors
    /// When there is no answer or a refusal.
    async fn is_listed(&self, session: &str) -> Result<bool, AssuranceError>;
}

#[async_trait]
impl EventSource for Assurance {
    async fn events_page(&self, session: &str, page: u32, size: u32) -> Result<EventsPage, AssuranceError> {
        Self::events_page(self, session, page, size).await
    }

    async fn is_listed(&self, session: &str) -> Result<bool, AssuranceError> {
        let sessions = self.sessions().await?;
        Ok(sessions.iter().any(|listed| listed.uuid.eq_ignore_ascii_case(session)))
    }
}
