//! The HTTP clients that integrations share.

use gateway::{ClientError, ClientOptions, http_client};
use reqwest::Client;
use url::{Host, Url};

/// Two HTTP clients: one that honours the system's proxy, and one for services on this computer, which no proxy can
/// reach.
#[derive(Clone, Debug)]
pub struct Clients {
    outside: Client,
    here: Client,
}

impl Clients {
    /// Makes both with the same options.
    ///
    /// # Errors
    /// See [`http_client`].
    pub fn new(options: &ClientOptions) -> Result<Self, ClientError> {
        Ok(Self {
            outside: http_client(options)?,
            here: http_client(&ClientOptions {
                direct: true,
                ..options.clone()
            })?,
        })
    }

    /// The one for a service at this address.
    #[must_use]
    pub fn for_address(&self, url: &Url) -> Client {
        let here = match url.host() {
            Some(Host::Domain(name)) => name == "localhost",
            Some(Host::Ipv4(address)) => address.is_loopback(),
            Some(Host::Ipv6(address)) => address.is_loopback(),
            None => false,
        };
        if here { self.here.clone() } else { self.outside.clone() }
    }
}
