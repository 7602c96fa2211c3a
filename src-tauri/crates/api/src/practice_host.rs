//! What the router needs from the practice workspace, so that it shares no code with it.

use async_trait::async_trait;
use serde::Deserialize;

use crate::contract::practice::PracticeDevice;
use crate::contract::problem::Problem;

/// Starts the practice workspace inside the program; the shell implements it.
#[async_trait]
pub trait PracticeHost: Send + Sync {
    /// The line of JSON that tells its addresses and credentials, if it runs.
    fn ready_line(&self) -> Option<String>;

    /// Starts it if it does not run, and gives the line of JSON that tells its addresses and credentials.
    ///
    /// # Errors
    /// When it cannot listen or its kept state cannot be read.
    async fn start(&self) -> Result<String, Problem>;

    /// Connects a simulated device to a session.
    ///
    /// # Errors
    /// When it does not run or has no such session.
    async fn connect_device(&self, session: &str, device: PracticeDevice) -> Result<(), Problem>;
}

/// What the window shows of the ready line; the credentials in it are read elsewhere.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ReadyFacts {
    pub(crate) ims: String,
    pub(crate) organization_id: String,
}
