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
    /// Nobody who is trusted vouches for its certificate: usually a company proxy that inspects TLS.
    #[error("its certificate is from nobody who is trusted")]
    Untrusted,
    /// Its certificate is not valid now by this computer's clock.
    #[error("its certificate is not valid at this time")]
    CertificateTime,
    /// Its certificate is for another name.
    #[error("its certificate is for another name")]
    CertificateName,
    /// The secure connection could not be agreed on for another reason, for example a version of TLS before 1.2.
    #[error("the secure connection could not be set up")]
    Tls,
    /// The proxy in between could not be reached.
    #[error("the proxy could not be reached")]
    ProxyUnreachable,
    /// The proxy wants a user name and password (status 407).
    #[error("the proxy wants a user name and password")]
    ProxyAuthorization,
    /// The proxy does not let this host through.
    #[error("the proxy does not let it through")]
    ProxyRefused,
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
        Self::of(url, classify(error), innermost_text(error))
    }

    /// Nothing came from `url` for longer than anybody waits.
    pub(crate) fn timed_out(url: &Url) -> Self {
        Self::of(url, Cause::Timeout, String::new())
    }

    /// An answer that is the proxy's own and asks for a user name and password.
    #[must_use]
    pub fn behind_proxy(response: &reqwest::Response) -> Option<Self> {
        (response.status().as_u16() == 407)
            .then(|| Self::of(response.url(), Cause::ProxyAuthorization, "HTTP 407".to_owned()))
    }

    fn of(url: &Url, cause: Cause, detail: String) -> Self {
        let name = url.host_str().unwrap_or("the server");
        Self {
            host: url
                .port()
                .map_or_else(|| name.to_owned(), |port| format!("{name}:{port}")),
            cause,
            detail,
        }
    }
}

fn classify(error: &reqwest::Error) -> Cause {
    let mut kinds = Vec::new();
    let mut next: Option<&(dyn Error + 'static)> = Some(error);
    while let Some(current) = next {
        if let Some(tls) = current.downcast_ref::<rustls::Error>() {
            return of_tls(tls);
        }
        if let Some(cause) = of_proxy(&current.to_string()) {
            return cause;
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
    if error.is_timeout() {
        return Cause::Timeout;
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

fn of_tls(error: &rustls::Error) -> Cause {
    use rustls::CertificateError as Of;
    match error {
        rustls::Error::InvalidCertificate(
            Of::Expired | Of::ExpiredContext { .. } | Of::NotValidYet | Of::NotValidYetContext { .. },
        ) => Cause::CertificateTime,
        rustls::Error::InvalidCertificate(Of::NotValidForName | Of::NotValidForNameContext { .. }) => {
            Cause::CertificateName
        }
        rustls::Error::InvalidCertificate(_) => Cause::Untrusted,
        _ => Cause::Tls,
    }
}

/// The HTTP client keeps the type of these errors to itself, and says them in these words.
fn of_proxy(text: &str) -> Option<Cause> {
    if let Some(text) = text.strip_prefix("SOCKS error: ") {
        return Some(match text {
            "credentials not accepted" | "server does not support user/pass authentication" => {
                Cause::ProxyAuthorization
            }
            "connection not allowed"
            | "general server failure"
            | "network unreachable"
            | "host unreachable"
            | "connection refused" => Cause::ProxyRefused,
            _ => Cause::ProxyUnreachable,
        });
    }
    let text = text.strip_prefix("tunnel error: ")?;
    Some(match text {
        "proxy authorization required" => Cause::ProxyAuthorization,
        "unsuccessful" => Cause::ProxyRefused,
        _ => Cause::ProxyUnreachable,
    })
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
