//! Changes of an integration that take several steps at Adobe's side: a new client secret, a new certificate, a service
//! account becoming OAuth Server-to-Server. At every moment the integration holds a secret that works: what is new is
//! tried before it is used, and the old is kept until it is certainly not needed. Each action can be sent twice, and an
//! answer of Adobe that is lost is found again by looking.

mod certificate;
mod client_secret;
mod error;
mod migration;
mod record;
mod state;

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tokio::sync::Mutex;
use uuid::Uuid;

use crate::{
    Connection, Connections, Console, ConsoleError, ConsolePlace, Drafts, Environment, Field, HeldSecrets, Integration,
    IntegrationError, Kind, KindName, Registry, SecretSource, StoreError, check,
};
use blocking_work::blocking;

pub use error::{Blocked, GuideError};
pub use record::{Failure, LeftOver};
pub use state::{ConsoleEntry, GuideState, Standing};

use record::{Kept, Store};

/// Which change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum GuideKind {
    /// A new client secret in place of the old one.
    #[default]
    ClientSecret,
    /// A new key pair and certificate in place of the old ones.
    Certificate,
    /// From service account (JWT) to OAuth Server-to-Server.
    Migration,
}

/// What can be done in a guide, with what it needs.
pub enum GuideAction {
    /// Says where the credential is in Developer Console.
    SetConsoleLink(String),
    /// Asks the console for a new client secret.
    AddSecret,
    /// Takes a new client secret that was made in Developer Console.
    EnterSecret(SecretString),
    /// Takes a new key pair with its certificate.
    TakePair(Box<(keys::KeyPair, keys::Certificate)>),
    /// Registers the new certificate with the console.
    RegisterCertificate,
    /// Asks the console to start the migration.
    StartMigration,
    /// Says which scopes the new credential asks for.
    SetScopes(Vec<String>),
    /// Says that the user did in Developer Console what the step asks.
    Confirm,
    /// Asks for an access token with what is new, while the old stays in use.
    Prove,
    /// Uses what is new from now on.
    Switch,
    /// Goes back to the old, if that still works.
    SwitchBack,
    /// Deletes what is old at Adobe, by the console's id.
    RetireOld(String),
    /// Asks the console to finish the migration.
    FinishMigration,
    /// Leaves everything as it was, as far as Adobe allows.
    Cancel,
    /// Ends the guide and forgets what is no longer used.
    Finish,
}

/// The guides that are under way.
#[derive(Debug, Default)]
pub struct GuidesUnderWay(HashMap<Uuid, GuideKind>);

impl GuidesUnderWay {
    /// The guides that make sense for an integration, each with whether it is under way. One that is under way is the
    /// only one, because two would be in each other's way.
    #[must_use]
    pub fn offered(&self, integration: &Integration) -> Vec<(GuideKind, bool)> {
        if let Some(kind) = self.0.get(&integration.id) {
            return vec![(*kind, true)];
        }
        [GuideKind::ClientSecret, GuideKind::Certificate, GuideKind::Migration]
            .into_iter()
            .filter(|kind| makes_sense(*kind, integration))
            .map(|kind| (kind, false))
            .collect()
    }
}

/// The guides of all integrations.
pub struct Guides {
    store: Arc<Store>,
    connections: Arc<Connections>,
    acting: Mutex<()>,
}

impl Guides {
    /// Guides kept in `directory`, for the integrations of `registry`.
    #[must_use]
    pub fn new(directory: &Path, registry: Arc<Registry>, drafts: Arc<Drafts>, connections: Arc<Connections>) -> Self {
        Self {
            store: Arc::new(Store::new(directory, registry, drafts)),
            connections,
            acting: Mutex::default(),
        }
    }

    /// The guides that are under way, by their integrations. Blocks on a small file.
    ///
    /// # Errors
    /// When the file of the guides is unreadable.
    pub fn under_way(&self) -> Result<GuidesUnderWay, StoreError> {
        let begun = self.store.list()?.into_iter().filter(|record| record.begun);
        Ok(GuidesUnderWay(
            begun.map(|record| (record.integration, record.kind)).collect(),
        ))
    }

    /// How a guide stands, the console asked where it can be.
    ///
    /// # Errors
    /// When the guide makes no sense for the integration, or files or vault cannot be read.
    pub async fn look(&self, id: Uuid, kind: GuideKind) -> Result<GuideState, GuideError> {
        let kept = self.kept(id, kind).await?;
        if !kept.record.begun && !makes_sense(kind, &kept.integration) && !is_over(kind, &kept.integration) {
            return Err(Blocked::NotForThisKind.into());
        }
        match kind {
            GuideKind::ClientSecret => self.look_at_client_secrets(&kept).await,
            GuideKind::Certificate => self.look_at_certificates(&kept).await,
            GuideKind::Migration => self.look_at_migration(&kept).await,
        }
    }

    /// Does one thing. It is done to its end although the caller may go away: what Adobe answers is always noted.
    ///
    /// # Errors
    /// See [`GuideError`]; whether trying again may help is told by [`GuideError::is_failure`].
    pub async fn act(self: &Arc<Self>, id: Uuid, kind: GuideKind, action: GuideAction) -> Result<(), GuideError> {
        let guides = Arc::clone(self);
        let task = tokio::spawn(async move {
            let _one_at_a_time = guides.acting.lock().await;
            guides.act_now(id, kind, action).await
        });
        match task.await {
            Ok(answer) => answer,
            Err(ended) => match ended.try_into_panic() {
                Ok(panic) => std::panic::resume_unwind(panic),
                // The runtime is shutting down, and this caller with it.
                Err(_) => std::future::pending().await,
            },
        }
    }

    /// The new client secret, to be copied for others.
    ///
    /// # Errors
    /// When there is none, or the vault cannot be read.
    pub async fn new_client_secret(&self, id: Uuid, kind: GuideKind) -> Result<SecretString, GuideError> {
        let kept = self.kept(id, kind).await?;
        kept.new_client_secret.ok_or_else(|| Blocked::NothingNew.into())
    }

    /// Notes how the last try at a step failed, or that there is nothing to note any more.
    ///
    /// # Errors
    /// When the file cannot be read or written.
    pub async fn note_failure(&self, id: Uuid, kind: GuideKind, failure: Option<Failure>) -> Result<(), GuideError> {
        self.stored(move |store| {
            let records = store.list()?;
            let known = records
                .iter()
                .find(|record| record.integration == id && record.kind == kind);
            if known.and_then(|record| record.failure.as_ref()) == failure.as_ref() {
                return Ok(());
            }
            store.change(id, kind, |record| record.failure = failure)
        })
        .await
    }

    /// Forgets the guides of an integration that was removed. Blocks.
    ///
    /// # Errors
    /// When the file cannot be read or written.
    pub fn forget(&self, id: Uuid) -> Result<(), StoreError> {
        self.store.forget(id)
    }

    async fn act_now(&self, id: Uuid, kind: GuideKind, action: GuideAction) -> Result<(), GuideError> {
        let kept = self.kept(id, kind).await?;
        if let GuideAction::SetConsoleLink(link) = action {
            return self.set_console_link(id, link).await;
        }
        if !kept.record.begun && !makes_sense(kind, &kept.integration) {
            // The guide has ended, and this is its last action sent twice.
            let ended = matches!(action, GuideAction::Finish | GuideAction::Cancel | GuideAction::Confirm);
            return if ended {
                Ok(())
            } else {
                Err(Blocked::NotForThisKind.into())
            };
        }
        match kind {
            GuideKind::ClientSecret => self.act_on_client_secrets(kept, action).await,
            GuideKind::Certificate => self.act_on_certificates(kept, action).await,
            GuideKind::Migration => self.act_on_migration(kept, action).await,
        }
    }

    async fn set_console_link(&self, id: Uuid, link: String) -> Result<(), GuideError> {
        ConsolePlace::parse(&link).map_err(GuideError::Place)?;
        self.stored(move |store| {
            let set = |integration: &mut Integration| integration.console_link = Some(link.trim().to_owned());
            store.registry.change(id, set)?;
            Ok(())
        })
        .await
    }

    async fn kept(&self, id: Uuid, kind: GuideKind) -> Result<Kept, GuideError> {
        self.stored(move |store| store.kept(id, kind)).await
    }

    async fn stored<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Store) -> Result<T, GuideError> + Send + 'static,
    ) -> Result<T, GuideError> {
        let store = Arc::clone(&self.store);
        blocking(move || work(&store)).await
    }

    /// Changes the record of a guide that has begun.
    async fn note(
        &self,
        kept: &Kept,
        change: impl FnOnce(&mut record::Record) + Send + 'static,
    ) -> Result<(), GuideError> {
        let (id, kind) = (kept.integration.id, kept.record.kind);
        self.stored(move |store| store.change(id, kind, change)).await
    }

    async fn begin(&self, kept: &Kept) -> Result<(), GuideError> {
        let (id, kind) = (kept.integration.id, kept.record.kind);
        self.stored(move |store| store.begin(id, kind)).await
    }

    /// Ends the guide and lets the next call use what is in the vault now.
    async fn end(&self, kept: &Kept, left_over: Option<LeftOver>) -> Result<(), GuideError> {
        let (id, kind) = (kept.integration.id, kept.record.kind);
        self.stored(move |store| store.end(id, kind, left_over)).await
    }

    /// Changes secrets or kind of the integration at once, and lets the next call use them.
    async fn exchange(
        &self,
        id: Uuid,
        change: impl FnOnce(&Store) -> Result<(), GuideError> + Send + 'static,
    ) -> Result<(), GuideError> {
        let changed = self
            .stored(move |store| {
                change(store)?;
                store.changed(id)
            })
            .await;
        self.connections.close(id);
        changed
    }

    /// Asks for an access token, for no other purpose than to see that there is one.
    async fn try_token(&self, integration: Integration, secrets: HeldSecrets) -> Result<(), GuideError> {
        let endpoints = self.connections.endpoints(&integration)?;
        let clients = self.connections.clients();
        let connection = Connection::unsaved(integration, endpoints, clients, SecretSource::Held(secrets));
        connection.access_token().await?;
        Ok(())
    }

    /// Asks the console, with the integration's own token; once more with a new one if that is not accepted.
    async fn ask<T, F, A>(&self, integration: &Integration, question: F) -> Result<T, GuideError>
    where
        F: Fn(Console) -> A,
        A: Future<Output = Result<T, ConsoleError>>,
    {
        let place = ConsolePlace::of(integration).map_err(GuideError::Place)?;
        let endpoints = self.connections.endpoints(integration)?;
        let client = self.connections.clients().for_address(&endpoints.console);
        let console = Console::new(&endpoints.console, client, &place.organization, &place.credential);
        let with_token = |token: ims::AccessToken| {
            console
                .clone()
                .with_authorization(integration.client_id.clone(), token.secret)
        };
        let connection = self.connections.open(integration.id).await?;
        let token = match connection.access_token().await {
            Ok(token) => token,
            // The practice console takes certificates of a service account that cannot have a token yet.
            Err(_) if is_practice_service_account(integration) => return Ok(question(console).await?),
            Err(error) => return Err(error.into()),
        };
        match question(with_token(token)).await {
            Err(error) if error.is_token_refused() => {
                let token = connection.renew_token().await?;
                Ok(question(with_token(token)).await?)
            }
            answer => Ok(answer?),
        }
    }
}

/// What the console no longer has need not be removed again.
fn gone(removed: Result<(), GuideError>) -> Result<(), GuideError> {
    match removed {
        Err(GuideError::Console(error)) if error.is_not_found() => Ok(()),
        other => other,
    }
}

/// A client secret as it was typed, without the blanks around it.
fn typed_client_secret(typed: &SecretString) -> Result<SecretString, GuideError> {
    let secret = SecretString::from(typed.expose_secret().trim());
    match check(Field::ClientSecret, secret.expose_secret()) {
        Some(problem) => Err(IntegrationError::Fields(vec![problem]).into()),
        None => Ok(secret),
    }
}

/// Whether `integration` can go through such a guide.
fn makes_sense(kind: GuideKind, integration: &Integration) -> bool {
    let is_service_account = integration.kind.name() == KindName::ServiceAccount;
    match kind {
        GuideKind::ClientSecret => !is_service_account,
        GuideKind::Certificate => is_service_account,
        // AEM's own service credentials are not those of Adobe Developer Console.
        GuideKind::Migration => is_service_account && !integration.is_of_aem(),
    }
}

/// Whether the guide has nothing left to do.
fn is_over(kind: GuideKind, integration: &Integration) -> bool {
    kind == GuideKind::Migration && matches!(integration.kind, Kind::OauthServerToServer { .. })
}

fn is_practice_service_account(integration: &Integration) -> bool {
    integration.environment != Environment::Adobe && integration.kind.name() == KindName::ServiceAccount
}

/// What a failure was told as; nothing of it is read here.
impl Failure {
    /// A failure at `step`.
    #[must_use]
    pub fn new(step: &str, told: Value) -> Self {
        Self {
            step: step.to_owned(),
            told,
        }
    }
}
