//! Saved integrations and their access tokens.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, Weak};

use ::integration::{Connection, Environment, GuidesUnderWay, Integration, IntegrationError, KindName};
use assurance::Assurance;
use ims::TokenStatus;
use keys::Certificate;
use secrecy::ExposeSecret as _;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::guides::offered_guides;
use super::{Desk, lock};
use crate::contract::integrations::{
    CertificateSummary, CredentialKind, EnvironmentKind, Health, IntegrationRef, IntegrationRow,
};
use crate::contract::problem::Problem;
use crate::contract::tick::Tick;

/// The connections whose token is watched, so that the window hears of each change once.
#[derive(Default)]
pub(super) struct Watched(Mutex<HashMap<Uuid, Weak<Connection>>>);

impl Desk {
    pub(crate) async fn integrations_list(&self, (): ()) -> Result<Vec<IntegrationRow>, Problem> {
        let registry = self.registry.clone();
        let integrations = self
            .blocking(move || registry.list().map_err(|error| (&error).into()))
            .await?;
        let under_way = self.guides_under_way().await;
        let mut rows = Vec::with_capacity(integrations.len());
        for integration in integrations {
            // A kept token goes on being renewed from the first look on. Nothing is sent for one that has none.
            if integration.environment != Environment::Practice || self.practice.ready_line().is_some() {
                let _ = self.connection(integration.id).await;
            }
            rows.push(self.row_among(&under_way, &integration));
        }
        Ok(rows)
    }

    pub(crate) async fn integration_delete(&self, request: IntegrationRef) -> Result<(), Problem> {
        let id = request.integration;
        self.close_views_of(id).await?;
        self.connections.close(id);
        self.deletions.give_back(id);
        self.sessions.forget(id);
        let (registry, guides) = (self.registry.clone(), self.guides.clone());
        self.blocking(move || {
            registry.remove(id)?;
            guides.forget(id).map_err(|error| (&error).into())
        })
        .await?;
        self.ticks.send(Tick::Integrations);
        Ok(())
    }

    pub(crate) async fn token_renew(&self, request: IntegrationRef) -> Result<IntegrationRow, Problem> {
        let connection = self.connection(request.integration).await?;
        connection.renew_token().await?;
        self.ticks.send(Tick::Integrations);
        let integration = self.integration(request.integration).await?;
        Ok(self.row(&integration).await)
    }

    pub(crate) async fn token_copy(&self, request: IntegrationRef) -> Result<(), Problem> {
        let connection = self.connection(request.integration).await?;
        let token = connection.access_token().await?;
        self.copy_secret(Zeroizing::new(token.secret.expose_secret().to_owned()))
    }

    /// Asks for an access token in the background, so that the list soon tells whether what was saved works.
    pub(super) async fn request_first_token(&self, integration: Uuid) {
        if let Ok(connection) = self.connection(integration).await {
            tokio::spawn(async move { connection.access_token().await });
        }
    }

    /// A client of Assurance for an integration; starts the practice workspace when that is what it uses.
    pub(super) async fn assurance(&self, integration: Uuid) -> Result<Assurance, Problem> {
        let connection = self.connection(integration).await?;
        Ok(Assurance::new(
            connection.gateway().clone(),
            connection.endpoints().assurance.clone(),
        ))
    }

    /// The connection of an integration; starts the practice workspace when that is what it uses.
    pub(super) async fn connection(&self, id: Uuid) -> Result<Arc<Connection>, Problem> {
        let integration = self.integration(id).await?;
        self.ensure_endpoints(&integration.environment).await?;
        let connection = self.connections.open(id).await?;
        self.watch_token(&connection);
        Ok(connection)
    }

    pub(super) async fn integration(&self, id: Uuid) -> Result<Integration, Problem> {
        let registry = self.registry.clone();
        self.blocking(move || Ok(registry.find(id)?)).await
    }

    pub(super) async fn environment_kind(&self, id: Uuid) -> Result<EnvironmentKind, Problem> {
        Ok((&self.integration(id).await?.environment).into())
    }

    /// Starts the practice workspace if `environment` is that.
    pub(super) async fn ensure_endpoints(&self, environment: &Environment) -> Result<(), Problem> {
        if *environment == Environment::Practice {
            self.start_practice().await?;
        }
        Ok(())
    }

    /// Tells the window whenever the token of a connection changes.
    fn watch_token(&self, connection: &Arc<Connection>) {
        let id = connection.integration().id;
        let mut watched = lock(&self.watched.0);
        let known = watched
            .get(&id)
            .and_then(Weak::upgrade)
            .is_some_and(|known| Arc::ptr_eq(&known, connection));
        if known {
            return;
        }
        watched.insert(id, Arc::downgrade(connection));
        let mut status = connection.token_status();
        let ticks = self.ticks.clone();
        tokio::spawn(async move {
            while status.changed().await.is_ok() {
                ticks.send(Tick::Integrations);
            }
        });
    }

    pub(super) async fn row(&self, integration: &Integration) -> IntegrationRow {
        self.row_among(&self.guides_under_way().await, integration)
    }

    fn row_among(&self, under_way: &GuidesUnderWay, integration: &Integration) -> IntegrationRow {
        let status = self
            .connections
            .opened(integration.id)
            .map(|connection| connection.token_status().borrow().clone());
        let token_expires_at = match &status {
            Some(TokenStatus::Ready { expires_at }) => Some(*expires_at),
            Some(TokenStatus::Renewing { expires_at } | TokenStatus::Failed { expires_at, .. }) => *expires_at,
            Some(TokenStatus::None) | None => None,
        };
        let certificate = integration
            .kind
            .certificate_pem()
            .map(str::as_bytes)
            .map(Certificate::from_bytes);
        IntegrationRow {
            guides: offered_guides(under_way, integration),
            id: integration.id,
            name: integration.name.clone(),
            kind: integration.kind.name().into(),
            environment: (&integration.environment).into(),
            organization_id: integration.organization_id.clone(),
            client_id: integration.client_id.clone(),
            technical_account_id: integration.technical_account_id.clone(),
            scopes: integration.kind.scopes().to_vec(),
            health: status.as_ref().map_or(Health::Unknown, health),
            token_expires_at: token_expires_at.map(milliseconds),
            certificate: certificate.and_then(Result::ok).as_ref().map(certificate_summary),
            last_used_at: integration.last_used_at.map(milliseconds),
        }
    }
}

fn health(status: &TokenStatus<IntegrationError>) -> Health {
    match status {
        TokenStatus::None => Health::Unknown,
        TokenStatus::Ready { .. } => Health::Ready,
        TokenStatus::Renewing { .. } => Health::Renewing,
        TokenStatus::Failed { error, .. } => Health::NeedsYou { problem: error.into() },
    }
}

/// What the window shows of a certificate.
pub(super) fn certificate_summary(certificate: &Certificate) -> CertificateSummary {
    CertificateSummary {
        sha1: certificate.sha1_fingerprint(),
        sha256: certificate.sha256_fingerprint(),
        subject: certificate.subject().to_string(),
        bits: certificate.bits(),
        not_before: milliseconds(certificate.not_before()),
        not_after: milliseconds(certificate.not_after()),
    }
}

/// Epoch milliseconds, as the window takes times.
pub(super) fn milliseconds(time: time::OffsetDateTime) -> i64 {
    time.unix_timestamp() * 1000 + i64::from(time.millisecond())
}

impl From<KindName> for CredentialKind {
    fn from(kind: KindName) -> Self {
        match kind {
            KindName::OauthServerToServer => Self::OauthServerToServer,
            KindName::ServiceAccount => Self::ServiceAccount,
        }
    }
}

impl From<CredentialKind> for KindName {
    fn from(kind: CredentialKind) -> Self {
        match kind {
            CredentialKind::OauthServerToServer => Self::OauthServerToServer,
            CredentialKind::ServiceAccount => Self::ServiceAccount,
        }
    }
}

impl From<&Environment> for EnvironmentKind {
    fn from(environment: &Environment) -> Self {
        match environment {
            Environment::Adobe => Self::Adobe,
            Environment::Practice => Self::Practice,
            Environment::Custom(_) => Self::Custom,
        }
    }
}
