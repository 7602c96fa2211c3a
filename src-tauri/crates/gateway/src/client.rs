//! The HTTP client that every call to Adobe goes through.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use reqwest::redirect::Policy;
use reqwest::tls::Version;
use reqwest::{Client, ClientBuilder};
use secrecy::ExposeSecret;
use url::Url;
use zeroize::Zeroizing;

use crate::{DEFAULT_BODY_LIMIT, NoAuthorities, Proxy, ProxySignIn, SharedClient, authorities};

/// How the HTTP client behaves.
#[derive(Clone, Debug)]
pub struct ClientOptions {
    /// Certificate authorities trusted beside the system's own, each the content of a file as
    /// [`read_authorities`](crate::read_authorities) takes it. Needed behind a company proxy that inspects TLS.
    pub extra_certificate_authorities: Vec<Vec<u8>>,
    /// The longest one call may take, from connecting to the last byte.
    pub timeout: Duration,
    /// The longest that connecting may take.
    pub connect_timeout: Duration,
    /// About how long to wait before a call that failed in passing is sent a second time; then twice as long.
    pub first_wait: Duration,
    /// The largest answer that is read, in bytes after decompression.
    pub body_limit: usize,
    /// Which proxy requests go through.
    pub proxy: Proxy,
    /// What a proxy of [`Proxy::Custom`] is told of who calls.
    pub proxy_sign_in: Option<ProxySignIn>,
}

impl Default for ClientOptions {
    fn default() -> Self {
        Self {
            extra_certificate_authorities: Vec::new(),
            timeout: Duration::from_secs(90),
            connect_timeout: Duration::from_secs(15),
            first_wait: Duration::from_millis(500),
            body_limit: DEFAULT_BODY_LIMIT,
            proxy: Proxy::System,
            proxy_sign_in: None,
        }
    }
}

/// Why no HTTP client could be made. Never holds the address of a proxy, which may hold a password.
#[derive(Clone, Debug, thiserror::Error)]
pub enum ClientError {
    /// The file with certificate authorities cannot be read.
    #[error("{} cannot be read: {source}", path.display())]
    AuthoritiesFile {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: Arc<std::io::Error>,
    },
    /// An extra certificate authority holds no certificate.
    #[error("the extra certificate authorities cannot be used: {0}")]
    Authorities(NoAuthorities),
    /// The address of the proxy cannot be used.
    #[error("the proxy cannot be used: {reason}")]
    Proxy {
        /// What is wrong with it.
        reason: &'static str,
    },
    /// The client could not be set up.
    #[error("the HTTP client could not be set up: {0}")]
    Setup(String),
}

/// Makes the HTTP client: TLS 1.2 or newer, checked against the system's certificate authorities and the extra ones,
/// answers decompressed, and redirects never followed, so that a credential goes to no host but the one that was named.
///
/// # Errors
/// When an extra certificate authority is unreadable, or the TLS library cannot be set up.
pub fn http_client(options: &ClientOptions) -> Result<Client, ClientError> {
    Ok(SharedClient::when_needed(options)?.current())
}

impl SharedClient {
    /// The client of [`http_client`], whose system certificate authorities, hundreds of files on some systems, are read when the
    /// first request needs them.
    ///
    /// # Errors
    /// At once for everything that the options say: as [`http_client`].
    pub fn when_needed(options: &ClientOptions) -> Result<Self, ClientError> {
        let mut certificates = Vec::new();
        for file in &options.extra_certificate_authorities {
            certificates.extend(authorities::certificates(file)?);
        }
        let builder = builder(options)?;
        if !certificates.is_empty() {
            return Ok(built(builder().tls_certs_merge(certificates))?.into());
        }
        // A machine without any certificate authority must still reach a practice workspace over plain HTTP; every
        // TLS connection then fails its check, as it should.
        let without_authorities = built(builder().tls_certs_only(Vec::new()))?;
        Ok(Self::later(move || {
            built(builder()).unwrap_or_else(|error| {
                tracing::warn!(%error, "the system's certificate authorities are not available");
                without_authorities
            })
        }))
    }
}

/// Begins a client with all of the options but the certificate authorities.
fn builder(options: &ClientOptions) -> Result<impl Fn() -> ClientBuilder + Send + use<>, ClientError> {
    let (timeout, connect_timeout) = (options.timeout, options.connect_timeout);
    let is_system = options.proxy == Proxy::System;
    let proxy = match &options.proxy {
        Proxy::System | Proxy::Direct => None,
        Proxy::Custom(url) => Some(signed_in(url, options.proxy_sign_in.as_ref())?),
    };
    Ok(move || {
        let builder = Client::builder()
            .user_agent(concat!("AssuranceDesk/", env!("CARGO_PKG_VERSION")))
            .tls_version_min(Version::TLS_1_2)
            .redirect(Policy::none())
            .timeout(timeout)
            .connect_timeout(connect_timeout)
            .gzip(true)
            .brotli(true)
            .referer(false);
        match proxy.clone() {
            _ if is_system => builder,
            None => builder.no_proxy(),
            Some(proxy) => builder.no_proxy().proxy(proxy),
        }
    })
}

fn built(builder: ClientBuilder) -> Result<Client, ClientError> {
    builder.build().map_err(|error| ClientError::Setup(innermost(&error)))
}

/// The proxy with the user name and the password that it is told: in the tunnel's request to a proxy of HTTP, and in
/// the greeting of one of SOCKS.
fn signed_in(address: &Url, sign_in: Option<&ProxySignIn>) -> Result<reqwest::Proxy, ClientError> {
    let proxy = reqwest::Proxy::all(address.clone()).map_err(|_| ClientError::Proxy {
        reason: "the address cannot be read",
    })?;
    Ok(match sign_in {
        Some(sign_in) => {
            // Both become a part of an address, and are read out of it again: a percent sign must not read as an escape.
            let password = Zeroizing::new(sign_in.password.expose_secret().replace('%', "%25"));
            proxy.basic_auth(&sign_in.user_name.replace('%', "%25"), &password)
        }
        None => proxy,
    })
}

fn innermost(error: &dyn std::error::Error) -> String {
    let mut last = error;
    while let Some(source) = last.source() {
        last = source;
    }
    last.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_certificate_authority_that_is_none_is_refused() {
        let options = ClientOptions {
            extra_certificate_authorities: vec![b"not a certificate".to_vec()],
            ..ClientOptions::default()
        };
        let error = http_client(&options).unwrap_err();
        assert!(
            matches!(error, ClientError::Authorities(NoAuthorities::NoCertificate)),
            "{error}"
        );
    }

    #[test]
    fn the_default_options_make_a_client() {
        http_client(&ClientOptions::default()).unwrap();
    }
}
