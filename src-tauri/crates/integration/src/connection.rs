//! An integration in use: its access token kept fresh, and the gateway to Adobe's APIs.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use gateway::{Gateway, GatewayIdentity, TokenFailure, TokenSource};
use ims::{AccessToken, Again, AsksFor, Expectation, ImsClient, TokenKeeper, TokenRequest, TokenStatus};
use keys::Certificate;
use secrecy::SecretString;
use time::OffsetDateTime;
use tokio::sync::watch;

use crate::credentials::{Credentials, service_account};
use crate::{Clients, Endpoints, Integration, IntegrationError, JwtOptions, Kind, Registry, SecretSource};
use blocking_work::blocking;

/// An integration in use. It asks for a token when one is first needed and keeps it fresh until it is dropped.
pub struct Connection {
    integration: Integration,
    endpoints: Endpoints,
    tokens: Arc<Tokens>,
    gateway: Arc<Gateway>,
    ims: ImsClient,
}

impl Connection {
    /// Connects an integration of the registry, with its secrets and the access token from before, if that was kept.
    pub async fn saved(
        integration: Integration,
        endpoints: Endpoints,
        clients: &Clients,
        registry: Arc<Registry>,
    ) -> Self {
        let secrets = registry.secrets(integration.id);
        let kept = blocking({
            let secrets = secrets.clone();
            move || secrets.kept_token()
        })
        .await;
        Self::new(integration, endpoints, clients, secrets, Some(registry), kept)
    }

    /// Connects an integration that is not saved, with secrets from anywhere. Must be called within a Tokio runtime.
    #[must_use]
    pub fn unsaved(integration: Integration, endpoints: Endpoints, clients: &Clients, secrets: SecretSource) -> Self {
        Self::new(integration, endpoints, clients, secrets, None, None)
    }

    fn new(
        integration: Integration,
        endpoints: Endpoints,
        clients: &Clients,
        secrets: SecretSource,
        registry: Option<Arc<Registry>>,
        kept: Option<AccessToken>,
    ) -> Self {
        let ims = clients.ims(&endpoints.ims);
        let request = Request {
            integration: integration.clone(),
            secrets: secrets.clone(),
            ims: ims.clone(),
            registry,
            first_wait: clients.first_wait(),
        };
        let tokens = Arc::new(Tokens {
            keeper: TokenKeeper::start(request, kept),
            secrets,
        });
        let gateway = Gateway::new(
            clients.shared_for(&endpoints.assurance),
            GatewayIdentity {
                client_id: integration.client_id.clone(),
                organization_id: integration.organization_id.clone(),
            },
            Arc::clone(&tokens) as Arc<dyn TokenSource>,
        )
        .with_first_wait(clients.first_wait())
        .with_body_limit(clients.body_limit());
        Self {
            integration,
            endpoints,
            tokens,
            gateway: Arc::new(gateway),
            ims,
        }
    }

    /// The integration, as it was when it was connected.
    #[must_use]
    pub fn integration(&self) -> &Integration {
        &self.integration
    }

    /// The addresses it talks to.
    #[must_use]
    pub fn endpoints(&self) -> &Endpoints {
        &self.endpoints
    }

    /// The gateway to Adobe's APIs, for this integration.
    #[must_use]
    pub fn gateway(&self) -> &Arc<Gateway> {
        &self.gateway
    }

    /// The access token, for a use on purpose such as copying it. Calls of APIs go through the gateway.
    ///
    /// # Errors
    /// Why there is none.
    pub async fn access_token(&self) -> Result<AccessToken, IntegrationError> {
        self.tokens.keeper.token().await
    }

    /// Asks for a new access token although the one at hand may be good.
    ///
    /// # Errors
    /// Why there is none.
    pub async fn renew_token(&self) -> Result<AccessToken, IntegrationError> {
        self.tokens.keeper.renew().await
    }

    /// Signs a JWT on purpose, such as copying it, with the integration's private key. `metascopes` stand in the place
    /// of its own.
    ///
    /// # Errors
    /// [`IntegrationError::NoJwt`] for OAuth Server-to-Server; when the key or a field is missing.
    pub async fn sign_jwt(
        &self,
        options: JwtOptions,
        metascopes: Option<Vec<String>>,
    ) -> Result<SecretString, IntegrationError> {
        let Kind::ServiceAccount { metascopes: own, .. } = &self.integration.kind else {
            return Err(IntegrationError::NoJwt);
        };
        let metascopes = metascopes.unwrap_or_else(|| own.clone());
        // The client secret goes beside a JWT and not into it.
        let account = service_account(&self.integration, SecretString::from(""), metascopes, options)?;
        let secrets = self.tokens.secrets.clone();
        let key = blocking(move || secrets.key_pair()).await?;
        let ims = self.ims.clone();
        let signed = blocking(move || ims.sign(&account, &key, OffsetDateTime::now_utc())).await;
        signed.map_err(|error| IntegrationError::Ims(error.into()))
    }

    /// What a token of this integration should say.
    #[must_use]
    pub fn expectation(&self) -> Expectation {
        let integration = &self.integration;
        let certificate = integration.kind.certificate_pem().map(str::as_bytes);
        Expectation {
            ims: self.endpoints.ims.clone(),
            client_id: integration.client_id.clone(),
            organization_id: integration.organization_id.clone(),
            technical_account_id: integration.technical_account_id.clone(),
            asks_for: match &integration.kind {
                Kind::OauthServerToServer { scopes } => AsksFor::Scopes(scopes.clone()),
                Kind::ServiceAccount { metascopes, .. } => AsksFor::Metascopes(metascopes.clone()),
            },
            certificate: certificate.and_then(|pem| Certificate::from_bytes(pem).ok()),
        }
    }

    /// How the access token is, now and as it changes.
    #[must_use]
    pub fn token_status(&self) -> watch::Receiver<TokenStatus<IntegrationError>> {
        self.tokens.keeper.status()
    }
}

struct Tokens {
    keeper: TokenKeeper<Request>,
    secrets: SecretSource,
}

#[async_trait]
impl TokenSource for Tokens {
    async fn access_token(&self) -> Result<SecretString, TokenFailure> {
        self.keeper
            .token()
            .await
            .map(|token| token.secret)
            .map_err(TokenFailure::new)
    }

    async fn token_refused(&self, token: &SecretString) {
        self.keeper.forget(token);
        let secrets = self.secrets.clone();
        blocking(move || secrets.drop_token()).await;
    }
}

struct Request {
    integration: Integration,
    secrets: SecretSource,
    ims: ImsClient,
    registry: Option<Arc<Registry>>,
    first_wait: Duration,
}

#[async_trait]
impl TokenRequest for Request {
    type Error = IntegrationError;

    async fn request_token(&self) -> Result<AccessToken, IntegrationError> {
        let (integration, credentials) = blocking({
            let (known, secrets, registry) = (self.integration.clone(), self.secrets.clone(), self.registry.clone());
            move || {
                let integration = registry.map_or_else(|| known.clone(), |registry| as_saved_now(&known, &registry));
                Credentials::load(&integration, &secrets).map(|credentials| (integration, credentials))
            }
        })
        .await?;
        let token = credentials.request(&self.ims).await?;
        let secrets = self.secrets.clone();
        let (registry, kept) = (self.registry.clone(), token.clone());
        blocking(move || note_token(&integration, &secrets, registry.as_deref(), &kept)).await;
        Ok(token)
    }

    fn again(&self, error: &IntegrationError) -> Again {
        match error {
            IntegrationError::Ims(error) => error.again(),
            _ => Again::WhenAsked,
        }
    }

    fn first_wait(&self) -> Duration {
        self.first_wait
    }
}

/// The integration as it is saved by now, if it is still the same client of the same organization: who follows a session
/// goes on after a new certificate or the move to OAuth. Anything else needs a connection of its own.
fn as_saved_now(known: &Integration, registry: &Registry) -> Integration {
    let same = |saved: &Integration| {
        saved.client_id == known.client_id
            && saved.organization_id == known.organization_id
            && saved.environment == known.environment
    };
    registry
        .find(known.id)
        .ok()
        .filter(same)
        .unwrap_or_else(|| known.clone())
}

/// Keeps the token over a restart and notes the use, unless the integration was changed or removed meanwhile.
fn note_token(integration: &Integration, secrets: &SecretSource, registry: Option<&Registry>, token: &AccessToken) {
    let Some(registry) = registry else {
        return;
    };
    if !registry
        .find(integration.id)
        .is_ok_and(|saved| saved.connects_like(integration))
    {
        return;
    }
    secrets.keep_token(token);
    if let Err(error) = registry.note_use(integration.id, OffsetDateTime::now_utc()) {
        tracing::warn!(%error, "the use of the integration could not be noted");
    }
}
