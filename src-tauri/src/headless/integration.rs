//! The integration that a command works with.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use api::contract::problem::Problem;
use api::desk::saved_clients;
use assurance::Assurance;
use integration::{Connection, Connections, Endpoints, Integration, Registry, SecretSource, from_ready_json};
use keys::KeyPair;
use secrecy::SecretString;
use vault::{Vault, VaultStatus};

use super::Refusal;
use crate::arguments::{CredentialChoice, IntegrationArguments};
use crate::{passphrase, startup};

/// An integration with what is needed to use it.
pub(super) struct Chosen {
    pub(super) integration: Integration,
    pub(super) endpoints: Endpoints,
    pub(super) secrets: SecretSource,
    /// Where it is saved, unless it comes from a file.
    registry: Option<Arc<Registry>>,
    /// The vault, open, unless it comes from a file.
    vault: Option<Arc<Vault>>,
}

/// Finds the integration that the arguments name, its vault open.
pub(super) async fn load(arguments: &IntegrationArguments, data: Option<PathBuf>) -> Result<Chosen, Refusal> {
    match (&arguments.from, &arguments.integration) {
        (Some(file), _) => from_file(file, arguments),
        (None, Some(name)) => saved(name, data).await,
        (None, None) => Err(Refusal::Plain("give --integration NAME or --from FILE".to_owned())),
    }
}

/// Connects the integration that the arguments name.
pub(super) async fn connect(
    arguments: &IntegrationArguments,
    data: Option<PathBuf>,
) -> Result<Arc<Connection>, Refusal> {
    let data_folder = startup::data_folder(data.clone()).map_err(Refusal::of)?;
    let chosen = load(arguments, data).await?;
    let clients = saved_clients(&data_folder, chosen.vault.as_deref()).map_err(Refusal::of)?;
    if let Some(registry) = chosen.registry {
        let connections = Connections::new(registry, clients);
        let opened = connections.open(chosen.integration.id).await;
        return opened.map_err(|error| Refusal::Problem((&error).into()));
    }
    let connection = Connection::unsaved(chosen.integration, chosen.endpoints, &clients, chosen.secrets);
    Ok(Arc::new(connection))
}

/// A client of Assurance for the integration that the arguments name.
pub(super) async fn assurance(arguments: &IntegrationArguments, data: Option<PathBuf>) -> Result<Assurance, Refusal> {
    let connection = connect(arguments, data).await?;
    Ok(Assurance::new(
        connection.gateway().clone(),
        connection.endpoints().assurance.clone(),
    ))
}

fn from_file(file: &Path, arguments: &IntegrationArguments) -> Result<Chosen, Refusal> {
    let text = read(file)?;
    let ready = from_ready_json(&text).map_err(Refusal::of)?;
    let (integration, mut secrets) = match arguments.credentials {
        CredentialChoice::Oauth => ready.oauth,
        CredentialChoice::ServiceAccount => ready.service_account,
    };
    if let Some(path) = &arguments.private_key {
        let content = std::fs::read(path).map_err(|error| unreadable(path, &error))?;
        let key = KeyPair::from_bytes(&content).map_err(|error| Refusal::Problem(error.into()))?;
        secrets.private_key_pem = Some(SecretString::from(key.private_key_pem().as_str()));
    }
    Ok(Chosen {
        integration,
        endpoints: ready.endpoints,
        secrets: SecretSource::Held(secrets),
        registry: None,
        vault: None,
    })
}

async fn saved(name: &str, data: Option<PathBuf>) -> Result<Chosen, Refusal> {
    let data = startup::data_folder(data).map_err(Refusal::of)?;
    let vault = Arc::new(Vault::new(data.clone(), startup::keychain()));
    let registry = Arc::new(Registry::new(&data, vault.clone()));
    let integration = find(&registry, name)?;
    let Some(endpoints) = integration.environment.endpoints(None) else {
        return Err(Refusal::Plain(format!(
            "\"{}\" uses the practice workspace inside the window; run `assurance-desk practice` and give --from",
            integration.name
        )));
    };
    let opened = Arc::clone(&vault);
    tokio::task::spawn_blocking(move || open_vault(&opened))
        .await
        .map_err(Refusal::of)??;
    Ok(Chosen {
        endpoints,
        secrets: registry.secrets(integration.id),
        integration,
        registry: Some(registry),
        vault: Some(vault),
    })
}

fn find(registry: &Registry, name: &str) -> Result<Integration, Refusal> {
    let found = registry
        .find_by_name(name)
        .map_err(|error| Refusal::Problem((&error).into()))?;
    found.ok_or_else(|| Refusal::Plain(format!("there is no integration called \"{name}\"")))
}

pub(super) fn open_vault(vault: &Vault) -> Result<(), Refusal> {
    let refusal = |error: vault::VaultError| Refusal::Problem(error.into());
    let status = match (vault.open().map_err(refusal)?, passphrase::given()) {
        (VaultStatus::Locked, Some(passphrase)) => vault.unlock(&passphrase).map_err(refusal)?,
        (status, _) => status,
    };
    match status {
        VaultStatus::Open { .. } => Ok(()),
        status => Err(Refusal::Plain(format!(
            "the vault is not open: {status}; open it in the window, or set ASSURANCE_DESK_PASSPHRASE"
        ))),
    }
}

fn read(file: &Path) -> Result<String, Refusal> {
    std::fs::read_to_string(file).map_err(|error| unreadable(file, &error))
}

fn unreadable(path: &Path, error: &std::io::Error) -> Refusal {
    Refusal::Problem(Problem::file(path, error, "read"))
}
