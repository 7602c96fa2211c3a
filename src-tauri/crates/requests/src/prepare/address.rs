//! The address of a request.

use url::Url;

use crate::error::RequestError;
use crate::hosts::is_loopback;

/// Reads an address that was filled in. Without a scheme it is taken for `https`.
pub(super) fn read(text: &str) -> Result<Url, RequestError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(RequestError::NoAddress);
    }
    let whole = match text.contains("://") {
        true => text.to_owned(),
        false => format!("https://{}", text.trim_start_matches('/')),
    };
    let mut url = Url::parse(&whole).map_err(|error| RequestError::Address {
        reason: error.to_string(),
    })?;
    let host = url.host_str().unwrap_or_default();
    if host.contains(['{', '}']) {
        return Err(RequestError::HostMissing { names: names(&whole) });
    }
    if host.is_empty() {
        return Err(RequestError::Address {
            reason: "it has no host".to_owned(),
        });
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(RequestError::UserInfo);
    }
    url.set_fragment(None);
    Ok(url)
}

/// Refuses a way that others can listen to.
pub(super) fn check(url: &Url) -> Result<(), RequestError> {
    match url.scheme() {
        "https" => Ok(()),
        "http" if is_loopback(url) => Ok(()),
        scheme => Err(RequestError::Scheme {
            scheme: scheme.to_owned(),
        }),
    }
}

/// The address with the variables in it as they were written.
pub(super) fn readable(url: &Url) -> String {
    url.as_str().replace("%7B%7B", "{{").replace("%7D%7D", "}}")
}

/// The variables in the host, as they were written: a host itself is in lower case.
fn names(whole: &str) -> Vec<String> {
    let rest = whole.split_once("://").map_or(whole, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let parts = host.split("{{").skip(1);
    parts
        .filter_map(|part| Some(part.split_once("}}")?.0.trim().to_owned()))
        .collect()
}
