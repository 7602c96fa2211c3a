//! One connection per integration, shared by everybody.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::Mutex as AsyncMutex;
use uuid::Uuid;

use crate::{Clients, Connection, Endpoints, Integration, IntegrationError, Registry};
use blocking_work::blocking;

/// The connections of the saved integrations: one each, so that all callers share its access token.
pub struct Connections {
    registry: Arc<Registry>,
    clients: Clients,
    practice: Mutex<Option<Endpoints>>,
    opened: Mutex<HashMap<Uuid, Arc<Connection>>>,
    opening: AsyncMutex<()>,
}

impl Connections {
    /// Connections for the integrations of `registry`.
    #[must_use]
    pub fn new(registry: Arc<Registry>, clients: Clients) -> Self {
        Self {
            registry,
            clients,
            practice: Mutex::default(),
            opened: Mutex::default(),
            opening: AsyncMutex::default(),
        }
    }

    /// Says where the practice workspace inside the program answers, or that it stopped.
    pub fn set_practice(&self, endpoints: Option<Endpoints>) {
        *self.practice.lock().unwrap_or_else(PoisonError::into_inner) = endpoints;
    }

    /// The HTTP clients.
    #[must_use]
    pub fn clients(&self) -> &Clients {
        &self.clients
    }

    /// The addresses that an integration talks to now.
    ///
    /// # Errors
    /// [`IntegrationError::PracticeNotRunning`] for a practice integration while there is no practice workspace.
    pub fn endpoints(&self, integration: &Integration) -> Result<Endpoints, IntegrationError> {
        let practice = self.practice.lock().unwrap_or_else(PoisonError::into_inner);
        integration
            .environment
            .endpoints(practice.as_ref())
            .ok_or(IntegrationError::PracticeNotRunning)
    }

    /// The connection of an integration; made anew when the integration or its addresses have changed since.
    ///
    /// # Errors
    /// When the integration is gone, or has no addresses.
    pub async fn open(&self, id: Uuid) -> Result<Arc<Connection>, IntegrationError> {
        let _one_at_a_time = self.opening.lock().await;
        let registry = Arc::clone(&self.registry);
        let integration = blocking(move || registry.find(id)).await;
        if integration.is_err() {
            self.close(id);
        }
        let integration = integration?;
        let endpoints = self.endpoints(&integration)?;
        if let Some(connection) = self.opened(id)
            && connection.integration().connects_like(&integration)
            && *connection.endpoints() == endpoints
        {
            return Ok(connection);
        }
        let connection =
            Arc::new(Connection::saved(integration, endpoints, &self.clients, Arc::clone(&self.registry)).await);
        self.map().insert(id, Arc::clone(&connection));
        Ok(connection)
    }

    /// The connection of an integration, if it was opened.
    #[must_use]
    pub fn opened(&self, id: Uuid) -> Option<Arc<Connection>> {
        self.map().get(&id).cloned()
    }

    /// Lets go of a connection, because its secrets changed or the integration was removed. Who holds it still can go
    /// on using it.
    pub fn close(&self, id: Uuid) {
        self.map().remove(&id);
    }

    fn map(&self) -> MutexGuard<'_, HashMap<Uuid, Arc<Connection>>> {
        self.opened.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
