//! How Adobe is reached from this network.

mod proxy_password;

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use ::integration::{Clients, Endpoints, Environment};
use assurance::FollowOptions;
use gateway::{ClientError, ClientOptions, Proxy, ProxySignIn, read_authorities};
use secrecy::SecretString;
use url::Url;
use vault::{Vault, VaultStatus};

use super::Desk;
use crate::contract::app::{NetworkReport, NetworkSettings, ProxyChoice, ProxyPasswordRequest, TryNetworkRequest};
use crate::contract::drafts::SavedFile;
use crate::contract::problem::Problem;
use proxy_password::KeptPassword;

/// What the network settings leave open.
pub(super) struct Network {
    patience: ClientOptions,
    /// Whether the vault was open when the clients in use were made.
    asked_vault: AtomicBool,
}

impl Network {
    pub(super) fn new(patience: ClientOptions) -> Self {
        Self {
            patience,
            asked_vault: AtomicBool::default(),
        }
    }

    /// How long a server may be silent while something long is fetched.
    pub(super) fn silence(&self) -> Duration {
        self.patience.timeout
    }
}

impl Desk {
    pub(crate) async fn network_choose_authorities(&self, (): ()) -> Result<SavedFile, Problem> {
        let chosen = self
            .desktop
            .choose_files("Certificate authorities of this network")
            .await?;
        let Some(path) = chosen.into_iter().next() else {
            return Err(Problem::cancelled());
        };
        let read = path.clone();
        self.blocking(move || Ok(read_authorities(&read).map(drop)?)).await?;
        Ok(SavedFile {
            path: path.display().to_string(),
        })
    }

    pub(crate) async fn network_try(&self, request: TryNetworkRequest) -> Result<NetworkReport, Problem> {
        let address = self.address_to_try().await;
        let (vault, patience) = (self.vault.clone(), self.network.patience.clone());
        let typed = request
            .password
            .filter(|typed| !typed.is_empty())
            .map(SecretString::from);
        let network = request.network;
        let (options, clients) = self
            .blocking(move || {
                check_user_name(&network.proxy)?;
                let password = typed.or_else(|| kept_password(&network.proxy, &vault));
                let options = client_options(&network, password, &patience)?;
                let clients = Clients::new(&options)?;
                Ok((options, clients))
            })
            .await?;
        let clock_ahead_seconds = clients.ims(&address).reach().await?;
        let host = address.host_str().unwrap_or_default();
        Ok(NetworkReport {
            host: address
                .port()
                .map_or_else(|| host.to_owned(), |port| format!("{host}:{port}")),
            proxy: clients.proxy_to(&address, &options.proxy),
            clock_ahead_seconds,
        })
    }

    pub(crate) async fn proxy_password_save(&self, request: ProxyPasswordRequest) -> Result<(), Problem> {
        let ProxyPasswordRequest {
            url,
            user_name,
            password,
        } = request;
        let password = SecretString::from(password);
        let choice = ProxyChoice::Custom { url, user_name };
        let (vault, kept_for) = (self.vault.clone(), choice.clone());
        self.blocking(move || {
            check_user_name(&kept_for)?;
            let (Proxy::Custom(proxy), Some(user_name)) = (proxy(&kept_for)?, user_name_of(&kept_for)) else {
                return Err(Problem::invalid_input(
                    "A password needs a user name.",
                    "Type the user name that the proxy asks for.",
                ));
            };
            Ok(KeptPassword::new(&proxy, user_name, &password).write(&vault)?)
        })
        .await?;
        let network = self.settings.settings().network;
        if user_name_of(&network.proxy) == user_name_of(&choice) && proxy(&network.proxy).ok() == proxy(&choice).ok() {
            self.use_network(&network).await?;
        }
        Ok(())
    }

    /// Uses other network settings from now on, also for what is open.
    pub(super) async fn use_network(&self, settings: &NetworkSettings) -> Result<(), Problem> {
        let (clients, settings) = (self.connections.clients().clone(), settings.clone());
        let (vault, patience) = (self.vault.clone(), self.network.patience.clone());
        let asked_vault = self
            .blocking(move || {
                check_user_name(&settings.proxy)?;
                let options = client_options(&settings, kept_password(&settings.proxy, &vault), &patience)?;
                clients.replace(&options)?;
                Ok(matches!(vault.status(), VaultStatus::Open { .. }))
            })
            .await?;
        self.network.asked_vault.store(asked_vault, Ordering::Relaxed);
        Ok(())
    }

    /// Uses the password of the proxy once the vault is open.
    pub(super) async fn sign_in_to_proxy(&self, vault: &VaultStatus) {
        let network = self.settings.settings().network;
        if !matches!(vault, VaultStatus::Open { .. })
            || user_name_of(&network.proxy).is_none()
            || self.network.asked_vault.load(Ordering::Relaxed)
        {
            return;
        }
        if let Err(problem) = self.use_network(&network).await {
            tracing::warn!(title = problem.title, "the proxy is used without its password");
        }
    }

    /// Whether the vault holds the password of the proxy that was chosen.
    pub(super) async fn has_proxy_password(&self) -> bool {
        let (vault, proxy) = (self.vault.clone(), self.settings.settings().network.proxy);
        self.blocking(move || Ok(kept_password(&proxy, &vault).is_some()))
            .await
            .unwrap_or_default()
    }

    /// Forgets the password of a proxy that was chosen before, as far as the vault allows it.
    pub(super) async fn forget_other_proxy_password(&self, network: &NetworkSettings) {
        let (vault, proxy) = (self.vault.clone(), network.proxy.clone());
        let forgotten = self
            .blocking(move || {
                if kept_password(&proxy, &vault).is_none() {
                    KeptPassword::forget(&vault)?;
                }
                Ok(())
            })
            .await;
        if let Err(problem) = forgotten {
            tracing::debug!(title = problem.title, "the password of a proxy stays in the vault");
        }
    }

    /// How eagerly sessions are followed.
    pub(super) fn follow_options(&self) -> FollowOptions {
        FollowOptions {
            after_errors: self.network.patience.first_wait * 60,
            ..FollowOptions::default()
        }
    }

    /// The proxy on the way to a service, without user name and password.
    pub(super) fn proxy_to(&self, url: &Url) -> Option<String> {
        let settings = self.settings.settings().network;
        let proxy = proxy(&settings.proxy).ok()?;
        self.connections.clients().proxy_to(url, &proxy)
    }

    /// The IMS of the integration that was used last, because that is the one that must be reached; Adobe's when there
    /// is none. The practice workspace inside the program tells nothing about the network.
    async fn address_to_try(&self) -> Url {
        let registry = self.registry.clone();
        let saved = self
            .blocking(move || registry.list().map_err(|error| (&error).into()))
            .await
            .unwrap_or_default();
        saved
            .iter()
            .filter(|integration| integration.environment != Environment::Practice)
            .max_by_key(|integration| integration.last_used_at)
            .and_then(|integration| integration.environment.endpoints(None))
            .unwrap_or_else(Endpoints::adobe)
            .ims
    }
}

/// The HTTP clients at the start of the program. It must start although a file of certificate authorities has gone or
/// the settings were changed by hand: then it goes without, and what does not work says what to do. Blocks.
pub(super) fn first_clients(
    settings: &NetworkSettings,
    vault: Option<&Vault>,
    patience: &ClientOptions,
) -> Result<Clients, ClientError> {
    let password = vault.and_then(|vault| kept_password(&settings.proxy, vault));
    match client_options(settings, password, patience).and_then(|options| Clients::new(&options)) {
        Ok(clients) => Ok(clients),
        Err(_) => Clients::new(&ClientOptions {
            proxy: proxy(&settings.proxy).unwrap_or_default(),
            ..patience.clone()
        }),
    }
}

/// Reads the certificate authorities each time, so that a file that was renewed counts. Blocks.
fn client_options(
    settings: &NetworkSettings,
    password: Option<SecretString>,
    patience: &ClientOptions,
) -> Result<ClientOptions, ClientError> {
    let file = settings.certificate_authorities.as_deref().map(str::trim);
    let authorities = file
        .filter(|path| !path.is_empty())
        .map(|path| read_authorities(Path::new(path)))
        .transpose()?;
    let sign_in = user_name_of(&settings.proxy).zip(password);
    Ok(ClientOptions {
        extra_certificate_authorities: authorities.into_iter().collect(),
        proxy: proxy(&settings.proxy)?,
        proxy_sign_in: sign_in.map(|(user_name, password)| ProxySignIn {
            user_name: user_name.to_owned(),
            password,
        }),
        ..patience.clone()
    })
}

fn proxy(choice: &ProxyChoice) -> Result<Proxy, ClientError> {
    match choice {
        ProxyChoice::System => Ok(Proxy::System),
        ProxyChoice::Direct => Ok(Proxy::Direct),
        ProxyChoice::Custom { url, .. } => Proxy::custom(url),
    }
}

/// The user name that the chosen proxy asks for.
fn user_name_of(choice: &ProxyChoice) -> Option<&str> {
    match choice {
        ProxyChoice::Custom { user_name, .. } => Some(user_name.trim()).filter(|name| !name.is_empty()),
        ProxyChoice::System | ProxyChoice::Direct => None,
    }
}

/// A colon ends the user name of a proxy.
fn check_user_name(choice: &ProxyChoice) -> Result<(), Problem> {
    match user_name_of(choice) {
        Some(name) if name.contains(|character: char| character == ':' || character.is_control()) => {
            Err(Problem::invalid_input(
                "The user name of a proxy holds no colon and no line break.",
                "Ask your network team for the user name, and type it without the password.",
            ))
        }
        _ => Ok(()),
    }
}

/// The password in the vault, if that is open, for the proxy and the user name that were chosen. Blocks.
fn kept_password(choice: &ProxyChoice, vault: &Vault) -> Option<SecretString> {
    let Ok(Proxy::Custom(proxy)) = proxy(choice) else {
        return None;
    };
    KeptPassword::read(vault)?.password_for(&proxy, user_name_of(choice)?)
}
