//! Where a followed session's events come from.

use async_trait::async_trait;

use crate::client::{Assurance, EventsPage};
use crate::error::AssuranceError;
use crate::session::Session;

/// Something that has sessions with events in pages: [`Assurance`], or a stand-in.
#[async_trait]
pub trait EventSource: Send + Sync + 'static {
    /// One page; see [`Assurance::events_page`].
    ///
    /// # Errors
    /// When there is no answer or a refusal.
    async fn events_page(&self, session: &str, page: u32, size: u32) -> Result<EventsPage, AssuranceError>;

    /// The session as it is listed now; none when it is not among those that are.
    ///
    /// # Errors
    /// When there is no answer or a refusal.
    async fn listed(&self, session: &str) -> Result<Option<Session>, AssuranceError>;
}

#[async_trait]
impl EventSource for Assurance {
    async fn events_page(&self, session: &str, page: u32, size: u32) -> Result<EventsPage, AssuranceError> {
        Self::events_page(self, session, page, size).await
    }

    async fn listed(&self, session: &str) -> Result<Option<Session>, AssuranceError> {
        let sessions = self.sessions().await?;
        let is_it = |listed: &Session| listed.uuid.eq_ignore_ascii_case(session);
        Ok(sessions.into_iter().find(is_it))
    }
}
