//! Where one call goes.

use url::Url;

use super::{Endpoints, Hosts, Service, authority, is_ims, is_loopback};
use crate::prepare::TokenUse;

/// Adobe's service by the host that names it.
const ADOBE: [Service; 4] = [Service::Platform, Service::Assurance, Service::Tags, Service::Console];
const ALL: [Service; 5] = [
    Service::Platform,
    Service::Assurance,
    Service::Console,
    Service::Ims,
    Service::Tags,
];
/// Adobe's hosts that anybody may call, so the access token has no business there.
const OPEN: [&str; 2] = ["adobedc.net", "demdex.net"];

/// Where a call goes.
#[derive(Debug)]
pub(crate) struct Route {
    /// The address that it names, with the scheme that is right for it.
    pub(crate) named: Url,
    /// The address that it goes to.
    pub(crate) url: Url,
    /// Which service answers, where it is one of the integration's.
    pub(crate) service: Option<Service>,
    /// Whether the host may have the access token.
    pub(crate) token: TokenUse,
    /// The host that stands in for Adobe's.
    pub(crate) stands_in: Option<String>,
}

impl Hosts {
    /// Where a call to an address goes.
    pub(crate) fn route(&self, mut named: Url) -> Route {
        if let Some(service) = adobe_service(&named) {
            let _ = named.set_scheme("https");
            let own = self.endpoints.of(service);
            let is_adobe = adobe_service(own) == Some(service);
            let url = if is_adobe {
                named.clone()
            } else {
                moved(&named, service, own)
            };
            return Route {
                url,
                named,
                service: Some(service),
                token: token_of(service),
                stands_in: (!is_adobe).then(|| authority(own)),
            };
        }
        if let Some(service) = self.own_service(&named) {
            let _ = named.set_scheme(self.endpoints.of(service).scheme());
            return Route {
                url: named.clone(),
                named,
                service: Some(service),
                token: token_of(service),
                stands_in: None,
            };
        }
        Route {
            token: self.token_elsewhere(&named),
            url: named.clone(),
            named,
            service: None,
            stands_in: None,
        }
    }

    fn token_elsewhere(&self, url: &Url) -> TokenUse {
        let host = url.host_str().unwrap_or_default();
        if is_ims(url) || OPEN.iter().any(|open| host.ends_with(&format!(".{open}"))) {
            return TokenUse::NotNeeded;
        }
        let is_safe = url.scheme() == "https" || is_loopback(url);
        let authority = authority(url);
        if is_safe && self.allowed.contains(&authority) {
            TokenUse::Sent
        } else {
            TokenUse::HostNotAllowed
        }
    }

    /// The integration's service at an address. Services may share a host; then the path tells them apart.
    fn own_service(&self, url: &Url) -> Option<Service> {
        let here: Vec<Service> = ALL
            .into_iter()
            .filter(|service| authority(self.endpoints.of(*service)) == authority(url))
            .collect();
        let by_path = service_of_path(url.path()).filter(|service| here.contains(service));
        by_path.or_else(|| here.last().copied())
    }
}

fn token_of(service: Service) -> TokenUse {
    if service == Service::Ims {
        TokenUse::NotNeeded
    } else {
        TokenUse::Sent
    }
}

/// Which service of Adobe's a host is. A port that is not its own is another host.
fn adobe_service(url: &Url) -> Option<Service> {
    if url.port().is_some() {
        return None;
    }
    let endpoints = Endpoints::adobe();
    let known = ADOBE
        .into_iter()
        .find(|service| endpoints.of(*service).host() == url.host());
    known.or_else(|| is_ims(url).then_some(Service::Ims))
}

fn service_of_path(path: &str) -> Option<Service> {
    match path.split('/').nth(1)? {
        "data" => Some(Service::Platform),
        "graffias" => Some(Service::Assurance),
        "console" => Some(Service::Console),
        "ims" => Some(Service::Ims),
        _ => None,
    }
}

/// The address at the endpoint that stands in for the host that it names.
fn moved(named: &Url, service: Service, own: &Url) -> Url {
    let adobe = Endpoints::adobe();
    let base = adobe.of(service).path().trim_end_matches('/');
    let path = named.path();
    let rest = path
        .strip_prefix(base)
        .filter(|rest| rest.is_empty() || rest.starts_with('/'));
    let mut url = own.clone();
    match rest {
        Some(rest) => url.set_path(&format!("{}{rest}", own.path().trim_end_matches('/'))),
        None => url.set_path(path),
    }
    url.set_query(named.query());
    url
}

#[cfg(test)]
mod tests {
    use super::*;

    fn url(text: &str) -> Url {
        Url::parse(text).unwrap()
    }

    fn practice() -> Hosts {
        let base = url("http://127.0.0.1:4000");
        let endpoints = Endpoints {
            ims: base.clone(),
            assurance: base.join("/graffias/graphql").unwrap(),
            platform: base.clone(),
            tags: base.clone(),
            console: base,
        };
        Hosts::new(endpoints, &["api.example.com".to_owned(), "localhost:9000".to_owned()])
    }

    #[test]
    fn the_practice_workspace_stands_in_for_adobe() {
        for (named, goes, service) in [
            (
                "https://platform.adobe.io/data/x?a=1",
                "http://127.0.0.1:4000/data/x?a=1",
                Service::Platform,
            ),
            (
                "https://graffias.adobe.io/graffias/graphql",
                "http://127.0.0.1:4000/graffias/graphql",
                Service::Assurance,
            ),
            (
                "https://reactor.adobe.io/companies",
                "http://127.0.0.1:4000/companies",
                Service::Tags,
            ),
            (
                "https://ims-na1.adobelogin.com/ims/keys",
                "http://127.0.0.1:4000/ims/keys",
                Service::Ims,
            ),
        ] {
            let route = practice().route(url(named));
            assert_eq!((route.url.as_str(), route.service), (goes, Some(service)));
            assert_eq!(route.stands_in.as_deref(), Some("127.0.0.1:4000"));
        }
    }

    #[test]
    fn its_own_addresses_go_by_their_own_scheme_and_their_paths_tell_the_service() {
        for (path, service, token) in [
            ("/data/foundation", Service::Platform, TokenUse::Sent),
            ("/graffias/graphql", Service::Assurance, TokenUse::Sent),
            ("/companies", Service::Tags, TokenUse::Sent),
            ("/ims/keys", Service::Ims, TokenUse::NotNeeded),
        ] {
            let route = practice().route(url(&format!("https://127.0.0.1:4000{path}")));
            assert_eq!((route.url.scheme(), route.service), ("http", Some(service)));
            assert_eq!((route.token, route.stands_in), (token, None));
        }
    }

    #[test]
    fn only_known_hosts_get_the_token() {
        let adobe = Hosts::new(
            Endpoints::adobe(),
            &["api.example.com".to_owned(), "localhost:9000".to_owned()],
        );
        for (address, token) in [
            ("https://platform.adobe.io/data", TokenUse::Sent),
            ("http://platform.adobe.io/data", TokenUse::Sent),
            ("https://platform.adobe.io:8443/data", TokenUse::HostNotAllowed),
            ("https://platform.adobe.io.evil.example/data", TokenUse::HostNotAllowed),
            ("https://platform.adobe.io./data", TokenUse::HostNotAllowed),
            ("https://ims-na1.adobelogin.com/ims/userinfo/v2", TokenUse::NotNeeded),
            ("https://edge.adobedc.net/ee/v1/interact", TokenUse::NotNeeded),
            ("https://api.example.com/x", TokenUse::Sent),
            ("http://api.example.com/x", TokenUse::HostNotAllowed),
            ("https://api.example.com:444/x", TokenUse::HostNotAllowed),
            ("https://sub.api.example.com/x", TokenUse::HostNotAllowed),
            ("http://localhost:9000/x", TokenUse::Sent),
            ("http://localhost:9001/x", TokenUse::HostNotAllowed),
        ] {
            assert_eq!(adobe.route(url(address)).token, token, "{address}");
        }
        assert_eq!(adobe.route(url("http://platform.adobe.io/data")).url.scheme(), "https");
    }
}
