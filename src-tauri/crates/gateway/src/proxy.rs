//! The proxy between this computer and Adobe.

use hyper_util::client::proxy::matcher::Matcher;
use secrecy::SecretString;
use url::Url;

use crate::ClientError;

/// Which proxy requests go through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Proxy {
    /// The one of the system's settings, or of the variables `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY`.
    #[default]
    System,
    /// None: straight to the server.
    Direct,
    /// This one, for every host. Made by [`Proxy::custom`], so its address holds no user name and no password.
    Custom(Url),
}

/// Who calls, for a proxy that asks for a user name and a password.
#[derive(Clone, Debug)]
pub struct ProxySignIn {
    /// The user name.
    pub user_name: String,
    /// The password.
    pub password: SecretString,
}

impl Proxy {
    /// The proxy at an address as a person writes it: `http://host:port`, or without the `http://`; `socks5://host:port`
    /// for one of SOCKS, which then looks up the names of hosts.
    ///
    /// # Errors
    /// [`ClientError::Proxy`] when it is no such address, or holds a user name or password.
    pub fn custom(address: &str) -> Result<Self, ClientError> {
        let address = address.trim();
        let wrong = |reason| Err(ClientError::Proxy { reason });
        if address.is_empty() {
            return wrong("there is no address");
        }
        let whole = if address.contains("://") {
            address.to_owned()
        } else {
            format!("http://{address}")
        };
        let Ok(mut url) = Url::parse(&whole) else {
            return wrong("the address cannot be read");
        };
        if !matches!(url.scheme(), "http" | "https" | "socks5" | "socks5h") {
            return wrong("only proxies of HTTP and of SOCKS 5 are supported");
        }
        if !url.username().is_empty() || url.password().is_some() {
            return wrong("the address holds a user name or a password");
        }
        if url.host_str().is_none_or(str::is_empty) {
            return wrong("the address names no host");
        }
        if !matches!(url.path(), "" | "/") || url.query().is_some() || url.fragment().is_some() {
            return wrong("the address goes on after the port");
        }
        if url.scheme() == "socks5" && url.set_scheme("socks5h").is_err() {
            return wrong("the address cannot be read");
        }
        Ok(Self::Custom(url))
    }

    /// The address of the proxy on the way to `url`, without user name and password, or nothing where there is none.
    #[must_use]
    pub fn on_the_way_to(&self, url: &Url) -> Option<String> {
        match self {
            Self::Direct => None,
            Self::Custom(proxy) => Some(proxy.as_str().trim_end_matches('/').to_owned()),
            Self::System => {
                let found = Matcher::from_system().intercept(&url.as_str().parse().ok()?)?;
                let uri = found.uri();
                let scheme = uri.scheme_str().unwrap_or("http");
                let port = uri.port_u16().map(|port| format!(":{port}")).unwrap_or_default();
                Some(format!("{scheme}://{}{port}", uri.host()?))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_may_leave_out_its_scheme() {
        for address in [
            "http://proxy.acme.com:8080",
            " proxy.acme.com:8080 ",
            "http://proxy.acme.com:8080/",
        ] {
            let proxy = Proxy::custom(address).unwrap();
            let adobe = "https://ims-na1.adobelogin.com".parse().unwrap();
            assert_eq!(
                proxy.on_the_way_to(&adobe).as_deref(),
                Some("http://proxy.acme.com:8080"),
                "{address}"
            );
        }
    }

    #[test]
    fn a_proxy_of_socks_looks_up_names_itself() {
        for address in ["socks5://proxy.acme.com:1080", "socks5h://proxy.acme.com:1080"] {
            let url = "socks5h://proxy.acme.com:1080".parse().unwrap();
            assert_eq!(Proxy::custom(address).unwrap(), Proxy::Custom(url), "{address}");
        }
    }

    #[test]
    fn other_addresses_are_refused_and_never_repeated() {
        for address in [
            "",
            "http://",
            "socks4://proxy:1080",
            "socks5://jane:pass-word-1@proxy:1080",
            "socks5://proxy:1080/path",
            "http://jane:pass-word-1@proxy:8080",
            "jane:pass-word-1@proxy:8080",
            "http://proxy:8080/path",
            "http://proxy:99999999",
            "file:///etc/passwd",
        ] {
            let error = Proxy::custom(address).unwrap_err();
            assert!(!format!("{error} {error:?}").contains("pass-word-1"), "{error}");
        }
    }
}
