//! Requests that the program does itself.

use url::Url;

use crate::hosts::{Service, is_ims};
use crate::request::Request;
use crate::variables::reference;

/// What is done instead of sending a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replacement {
    /// It asks IMS for an access token: the program requests one with the integration's own secrets.
    OwnToken,
}

impl Replacement {
    /// What is done, for the user.
    #[must_use]
    pub fn sentence(self) -> &'static str {
        match self {
            Self::OwnToken => "Assurance Desk requests the access token itself.",
        }
    }
}

/// What is done instead of a request. `address` is its address, filled in; `service` what is known of its host.
pub(crate) fn replacement(request: &Request, address: &Url, service: Option<Service>) -> Option<Replacement> {
    let at_ims = service == Some(Service::Ims) || is_ims(address) || names_ims(&request.url);
    (at_ims && gives_tokens(address.path())).then_some(Replacement::OwnToken)
}

/// The paths of IMS that Adobe's clients send their secrets to.
fn gives_tokens(path: &str) -> bool {
    let path = path.trim_end_matches('/');
    let version = |rest: &str| matches!(rest, "" | "/v1" | "/v2" | "/v3" | "/v4");
    matches!(path, "/ims/exchange/jwt" | "/ims/exchange/v1/jwt") || path.strip_prefix("/ims/token").is_some_and(version)
}

/// Whether the host of an address is a variable that stands for IMS, whatever its value is.
fn names_ims(url: &str) -> bool {
    let rest = url.trim();
    let rest = rest.split_once("://").map_or(rest, |(_, rest)| rest);
    let host = rest.split('/').next().unwrap_or_default();
    reference(host).is_some_and(|name| matches!(name, "IMS" | "IMS_HOST" | "IMS_URL"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(url: &str) -> Option<Replacement> {
        let address = Url::parse(&url.replace("{{IMS}}", "example.com")).unwrap();
        replacement(&Request::get(url), &address, None)
    }

    #[test]
    fn token_requests_are_recognised_on_every_path() {
        for url in [
            "https://ims-na1.adobelogin.com/ims/exchange/jwt",
            "https://ims-na1.adobelogin.com/ims/exchange/jwt/",
            "https://{{IMS}}/ims/exchange/v1/jwt?client_id=x",
            "http://{{IMS}}/ims/token/v3?grant_type=client_credentials",
            "https://ims-na1-stg1.adobelogin.com/ims/token/v2/",
            "https://ims-na1.adobelogin.com/ims/token",
        ] {
            assert_eq!(asked(url), Some(Replacement::OwnToken), "{url}");
        }
    }

    #[test]
    fn other_requests_are_sent() {
        for url in [
            "https://ims-na1.adobelogin.com/ims/userinfo/v2",
            "https://ims-na1.adobelogin.com/ims/tokens",
            "https://example.com/ims/token/v3",
            "https://{{IMS}}/ims/keys",
        ] {
            assert_eq!(asked(url), None, "{url}");
        }
    }
}
