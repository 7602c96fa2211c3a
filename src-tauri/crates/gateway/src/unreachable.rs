//! Why a server could not be reached, told apart by what a person can do about it.

use std::error::Error;
use std::io;

use url::Url;

/// A server that could not be reached, or that went away in the middle of its answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{host} could not be reached: {cause}{}", in_brackets(detail))]
pub struct Unreachable {
    /// The host, and the port where it is not the usual one.
    pub host: String,
    /// What kind of failure it was.
    pub cause: Cause,
    /// The words of the innermost error, for the technical detail.
    pub detail: String,
}

/// The kinds of network failure that call for different next steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Cause {
    /// The name could not be looked up: no network, or a typing mistake in the host.
    #[error("its name could not be found")]
    Dns,
    /// Nothing listens there.
    #[error("it refuses connections")]
    Refused,
    /// The secure connection could not be trusted or agreed on, for example behind a proxy that inspects TLS.
    #[error("the secure connection could not be set up")]
    Tls,
    /// No answer in time.
    #[error("it did not answer in time")]
    Timeout,
    /// The connection broke before the answer was complete.
    #[error("the connection was cut")]
    Cut,
    /// Anything else, for example no route to the network.
    #[error("the network failed")]
    Other,
}

impl Unreachable {
    /// Classifies an error of the HTTP client for a call to `url`.
    #[must_use]
    pub fn new(url: &Url, error: &reqwest::Error) -> Self {
        let name = url.host_str().unwrap_or("the server");
        Self {
            host: url
                .port()
                .map_or_else(|| name.to_owned(), |port| format!("{name}:{port}")),
            cause: classify(error),
            detail: innermost_text(error),
        }
    }
}

fn classify(error: &reqwest::Error) -> Cause {
    if error.is_timeout() {
        return Cause::Timeout;
    }
    let mut kinds = Vec::new();
    let mut next: Option<&(dyn Error + 'static)> = Some(error);
    while let Some(current) = next {
        if current.is::<rustls::Error>() {
            return Cause::Tls;
        }
        next = match current.downcast_ref::<io::Error>() {
            Some(io) => {
                kinds.push(io.kind());
                // An io::Error passes over the error it wraps when asked for its source.
                io.get_ref().map(|inner| -> &(dyn Error + 'static) { inner })
            }
            None => current.source(),
        };
    }
    if error.is_dns() || innermost_text(error).contains("lookup address") {
        return Cause::Dns;
    }
    if kinds.contains(&io::ErrorKind::ConnectionRefused) {
        return Cause::Refused;
    }
    let cut = [
        io::ErrorKind::ConnectionReset,
        io::ErrorKind::ConnectionAborted,
        io::ErrorKind::BrokenPipe,
        io::ErrorKind::UnexpectedEof,
    ];
    if kinds.iter().any(|kind| cut.contains(kind)) || (!error.is_connect() && !error.is_builder()) {
        return Cause::Cut;
    }
    Cause::Other
}

fn innermost_text(error: &reqwest::Error) -> String {
    let Some(mut last) = error.source() else {
        return String::new();
    };
    while let Some(source) = last.source() {
        last = source;
    }
    last.to_string()
}

fn in_brackets(detail: &str) -> String {
    if detail.is_empty() {
        String::new()
    } else {
        format!(" ({detail})")
    }
}
