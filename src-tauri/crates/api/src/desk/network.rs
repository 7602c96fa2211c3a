//! How Adobe is reached from this network.

use std::path::Path;

use ::integration::{Clients, Endpoints, Environment};
use gateway::{ClientError, ClientOptions, Proxy, read_authorities};
use url::Url;

use super::Desk;
use crate::contract::app::{NetworkReport, NetworkSettings, ProxyChoice};
use crate::contract::drafts::SavedFile;
use crate::contract::problem::Problem;

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

    pub(crate) async fn network_try(&self, request: NetworkSettings) -> Result<NetworkReport, Problem> {
        let address = self.address_to_try().await;
        let (options, clients) = self
            .blocking(move || {
                let options = client_options(&request)?;
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

    /// Uses other network settings from now on, also for what is open.
    pub(super) async fn use_network(&self, settings: &NetworkSettings) -> Result<(), Problem> {
        let (clients, settings) = (self.connections.clients().clone(), settings.clone());
        self.blocking(move || Ok(clients.replace(&client_options(&settings)?)?))
            .await
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
/// the settings were changed by hand: then it goes without, and what does not work says what to do.
pub(super) fn first_clients(settings: &NetworkSettings) -> Result<Clients, ClientError> {
    match client_options(settings).and_then(|options| Clients::new(&options)) {
        Ok(clients) => Ok(clients),
        Err(_) => Clients::new(&ClientOptions {
            proxy: proxy(&settings.proxy).unwrap_or_default(),
            ..ClientOptions::default()
        }),
    }
}

/// Reads the certificate authorities each time, so that a file that was renewed counts. Blocks.
fn client_options(settings: &NetworkSettings) -> Result<ClientOptions, ClientError> {
    let file = settings.certificate_authorities.as_deref().map(str::trim);
    let authorities = file
        .filter(|path| !path.is_empty())
        .map(|path| read_authorities(Path::new(path)))
        .transpose()?;
    Ok(ClientOptions {
        extra_certificate_authorities: authorities.into_iter().collect(),
        proxy: proxy(&settings.proxy)?,
        ..ClientOptions::default()
    })
}

fn proxy(choice: &ProxyChoice) -> Result<Proxy, ClientError> {
    match choice {
        ProxyChoice::System => Ok(Proxy::System),
        ProxyChoice::Direct => Ok(Proxy::Direct),
        ProxyChoice::Custom { url } => Proxy::custom(url),
    }
}
