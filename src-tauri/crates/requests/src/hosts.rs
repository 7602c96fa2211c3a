//! Where calls go, and which hosts get the access token.

mod route;

use url::{Host, Url};

/// The addresses of an integration's services.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoints {
    /// IMS, which gives access tokens.
    pub ims: Url,
    /// The GraphQL address of Assurance.
    pub assurance: Url,
    /// Experience Platform.
    pub platform: Url,
    /// Tags (the Reactor API).
    pub tags: Url,
    /// The console API.
    pub console: Url,
}

/// A service of Adobe's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Service {
    /// Experience Platform.
    Platform,
    /// Assurance.
    Assurance,
    /// Tags.
    Tags,
    /// The API of the Developer Console.
    Console,
    /// IMS. It gives access tokens, and gets none.
    Ims,
}

/// A host of Adobe's that gets the access token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AdobeHost {
    /// What it is: "Experience Platform".
    pub service: &'static str,
    /// The address that calls begin with: `https://platform.adobe.io`.
    pub address: &'static str,
}

/// Adobe's hosts that get the access token.
#[must_use]
pub fn adobe_hosts() -> Vec<AdobeHost> {
    let host = |service, address| AdobeHost { service, address };
    vec![
        host("Experience Platform", "https://platform.adobe.io"),
        host("Assurance", "https://graffias.adobe.io/graffias/graphql"),
        host("Tags", "https://reactor.adobe.io"),
        host("Developer Console", "https://api.adobe.io"),
    ]
}

/// Which hosts are known for an integration: its endpoints, Adobe's own, and those that the user allowed.
#[derive(Clone, Debug)]
pub struct Hosts {
    endpoints: Endpoints,
    allowed: Vec<String>,
}

/// Why a host cannot be allowed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HostError {
    /// It is more or less than a host.
    #[error("\"{text}\" is not a host: it is written like api.example.com, or api.example.com:8443")]
    NotAHost {
        /// What was given.
        text: String,
    },
    /// IMS gives tokens.
    #[error("{host} is Adobe's sign-in service; it gives access tokens and takes none as a header")]
    Ims {
        /// The host.
        host: String,
    },
}

impl Endpoints {
    /// Adobe's own.
    #[must_use]
    pub fn adobe() -> Self {
        let url = |text: &str| Url::parse(text).expect("the addresses of Adobe's services are well formed");
        Self {
            ims: url("https://ims-na1.adobelogin.com"),
            assurance: url("https://graffias.adobe.io/graffias/graphql"),
            platform: url("https://platform.adobe.io"),
            tags: url("https://reactor.adobe.io"),
            console: url("https://api.adobe.io"),
        }
    }

    fn of(&self, service: Service) -> &Url {
        match service {
            Service::Platform => &self.platform,
            Service::Assurance => &self.assurance,
            Service::Tags => &self.tags,
            Service::Console => &self.console,
            Service::Ims => &self.ims,
        }
    }
}

impl Hosts {
    /// The endpoints of an integration, and the hosts that the user allowed, as [`allowed_host`] writes them.
    #[must_use]
    pub fn new(endpoints: Endpoints, allowed: &[String]) -> Self {
        Self {
            endpoints,
            allowed: allowed.to_vec(),
        }
    }
}

/// A host that is to get the access token, as it is kept: `host` or `host:port`, in lower case.
///
/// # Errors
/// When it is not a host, or one that never gets the token.
pub fn allowed_host(text: &str) -> Result<String, HostError> {
    let text = text.trim();
    let wrong = || HostError::NotAHost { text: text.to_owned() };
    let is_bare =
        !text.is_empty() && !text.contains(['/', '\\', '@', '?', '#', '{', '}', '*', '%', ' ', '\t', '\n', '\r']);
    let url = Url::parse(&format!("https://{text}"))
        .ok()
        .filter(|_| is_bare)
        .ok_or_else(wrong)?;
    let host = authority(&url);
    if is_ims(&url) {
        return Err(HostError::Ims { host });
    }
    Ok(host)
}

/// Host and port of an address, without the scheme.
pub(crate) fn authority(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default();
    url.port()
        .map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
}

/// Whether it is one of Adobe's hosts that give access tokens.
pub(crate) fn is_ims(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    host == "adobelogin.com" || host.ends_with(".adobelogin.com")
}

/// Whether it is this computer.
pub(crate) fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_kept_in_one_form() {
        assert_eq!(allowed_host(" API.Example.com:443 ").unwrap(), "api.example.com");
        assert_eq!(allowed_host("api.example.com:8443").unwrap(), "api.example.com:8443");
        assert_eq!(allowed_host("127.0.0.1:4000").unwrap(), "127.0.0.1:4000");
        assert_eq!(allowed_host("[::1]:4000").unwrap(), "[::1]:4000");
    }

    #[test]
    fn what_is_no_host_is_refused() {
        for text in [
            "",
            "*",
            "*.example.com",
            "https://example.com",
            "example.com/path",
            "me@example.com",
            "a b",
            "{{HOST}}",
        ] {
            assert!(matches!(allowed_host(text), Err(HostError::NotAHost { .. })), "{text}");
        }
        assert!(matches!(
            allowed_host("ims-na1.adobelogin.com"),
            Err(HostError::Ims { .. })
        ));
    }
}
