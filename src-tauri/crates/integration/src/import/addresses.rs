//! Whose services a file names.

use std::net::IpAddr;

use url::{Host, Url};

use crate::Endpoints;

/// Whose IMS an address is.
pub(super) enum Named {
    /// Adobe's production.
    Adobe,
    /// A practice workspace on this computer; all its services have one address.
    ThisComputer(Box<Endpoints>),
    /// Somebody else's, or Adobe's own tests.
    Others,
}

/// Reads the address of an IMS, with or without a scheme.
pub(super) fn named(text: &str) -> Named {
    const ADOBE: &[&str] = &[
        "ims-na1.adobelogin.com",
        "ims.adobelogin.com",
        "adobeid-na1.services.adobe.com",
    ];
    let Some(url) = url(text) else { return Named::Others };
    match url.host() {
        Some(Host::Domain(host)) if url.scheme() == "https" && ADOBE.contains(&host) => Named::Adobe,
        // Only this computer itself: a file must not send a secret to a place that its reader does not know.
        Some(host) if is_this_computer(&host) => match practice(&url) {
            Some(endpoints) => Named::ThisComputer(Box::new(endpoints)),
            None => Named::Others,
        },
        _ => Named::Others,
    }
}

fn url(text: &str) -> Option<Url> {
    if text.contains("://") {
        return Url::parse(text).ok();
    }
    let url = Url::parse(&format!("https://{text}")).ok()?;
    if url.host().is_some_and(|host| is_this_computer(&host)) {
        return Url::parse(&format!("http://{text}")).ok();
    }
    Some(url)
}

fn is_this_computer(host: &Host<&str>) -> bool {
    match host {
        Host::Domain(name) => *name == "localhost",
        Host::Ipv4(address) => IpAddr::V4(*address).is_loopback(),
        Host::Ipv6(address) => IpAddr::V6(*address).is_loopback(),
    }
}

/// The addresses of a practice workspace, whose IMS answers at `ims`.
fn practice(ims: &Url) -> Option<Endpoints> {
    if !matches!(ims.scheme(), "http" | "https") || !ims.username().is_empty() || ims.password().is_some() {
        return None;
    }
    let base = ims.join("/").ok()?;
    Some(Endpoints {
        assurance: base.join("graffias/graphql").ok()?,
        platform: base.clone(),
        tags: base.clone(),
        console: base.clone(),
        ims: base,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adobes_production_this_computer_and_all_others_are_told_apart() {
        for text in [
            "ims-na1.adobelogin.com",
            "https://ims-na1.adobelogin.com/",
            "IMS-NA1.adobelogin.com",
        ] {
            assert!(matches!(named(text), Named::Adobe), "{text}");
        }
        for (text, ims) in [
            ("127.0.0.1:8080", "http://127.0.0.1:8080/"),
            ("http://localhost:1/", "http://localhost:1/"),
            ("https://[::1]:2", "https://[::1]:2/"),
        ] {
            let Named::ThisComputer(endpoints) = named(text) else {
                panic!("{text}")
            };
            assert_eq!(endpoints.ims.as_str(), ims);
            assert!(endpoints.assurance.as_str().ends_with("/graffias/graphql"));
        }
        for text in [
            "ims-na1-stg1.adobelogin.com",
            "http://ims-na1.adobelogin.com",
            "https://ims-na1.adobelogin.com.evil.example",
            "127.0.0.1.evil.example",
            "http://user:password@127.0.0.1",
            "what is this",
            "",
        ] {
            assert!(matches!(named(text), Named::Others), "{text}");
        }
    }
}
