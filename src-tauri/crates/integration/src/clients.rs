//! The HTTP clients that integrations share.

use std::time::Duration;

use gateway::{ClientError, ClientOptions, Proxy, SharedClient};
use ims::{Clocks, ImsClient};
use reqwest::Client;
use url::{Host, Url};

/// Two HTTP clients: one for Adobe's services, and one for services on this computer, which no proxy can reach. Clones
/// share both, and what is known of the clocks of IMS.
#[derive(Clone, Debug)]
pub struct Clients {
    outside: SharedClient,
    here: SharedClient,
    clocks: Clocks,
    first_wait: Duration,
    body_limit: usize,
}

impl Clients {
    /// Makes both with the same options, but that the one for this computer goes through no proxy. What takes time is done
    /// when a request first needs it.
    ///
    /// # Errors
    /// See [`SharedClient::when_needed`].
    pub fn new(options: &ClientOptions) -> Result<Self, ClientError> {
        let (outside, here) = pair(options)?;
        Ok(Self {
            outside,
            here,
            clocks: Clocks::default(),
            first_wait: options.first_wait,
            body_limit: options.body_limit,
        })
    }

    /// Uses other options from now on, for all who hold a clone, and for connections that are open. The wait before a
    /// second try and the largest answer stay as they are.
    ///
    /// # Errors
    /// As [`Clients::new`]; then the clients stay as they are.
    pub fn replace(&self, options: &ClientOptions) -> Result<(), ClientError> {
        let (outside, here) = pair(options)?;
        self.outside.replace(&outside);
        self.here.replace(&here);
        Ok(())
    }

    /// The IMS at this address. All share what is known of its clock.
    #[must_use]
    pub fn ims(&self, base: &Url) -> ImsClient {
        ImsClient::new(base.clone(), self.shared_for(base)).with_clocks(self.clocks.clone())
    }

    /// About how long to wait before a call that failed in passing is sent a second time.
    #[must_use]
    pub fn first_wait(&self) -> Duration {
        self.first_wait
    }

    /// The largest answer that is read, in bytes.
    #[must_use]
    pub fn body_limit(&self) -> usize {
        self.body_limit
    }

    /// What is known of the clocks of IMS.
    #[must_use]
    pub fn clocks(&self) -> &Clocks {
        &self.clocks
    }

    /// The proxy on the way to a service, when `proxy` was chosen; without user name and password. There is none to a
    /// service on this computer.
    #[must_use]
    pub fn proxy_to(&self, url: &Url, proxy: &Proxy) -> Option<String> {
        if is_here(url) { None } else { proxy.on_the_way_to(url) }
    }

    /// The one for a service at this address, as it is now.
    #[must_use]
    pub fn for_address(&self, url: &Url) -> Client {
        self.shared_for(url).current()
    }

    /// The one for a service at this address, now and after it was replaced.
    #[must_use]
    pub fn shared_for(&self, url: &Url) -> SharedClient {
        if is_here(url) { &self.here } else { &self.outside }.clone()
    }
}

/// Whether a service is on this computer.
pub(crate) fn is_here(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

fn pair(options: &ClientOptions) -> Result<(SharedClient, SharedClient), ClientError> {
    let here = ClientOptions {
        proxy: Proxy::Direct,
        ..options.clone()
    };
    Ok((SharedClient::when_needed(options)?, SharedClient::when_needed(&here)?))
}
