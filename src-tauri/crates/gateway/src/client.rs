//! The HTTP client that every call to Adobe goes through.

use std::time::Duration;

use reqwest::redirect::Policy;
use reqwest::{Certificate, Client};

/// How the HTTP client behaves.
#[derive(Clone, Debug)]
pub struct ClientOptions {
    /// Certificate authorities trusted beside the system's own, each a PEM file's content (one or more certificates).
    /// Needed behind a company proxy that inspects TLS.
    pub extra_certificate_authorities: Vec<Vec<u8>>,
    /// The longest one call may take, from connecting to the last byte.
    pub timeout: Duration,
    /// The longest that connecting may take.
    pub connect_timeout: Duration,
    /// Go straight to the server although the system has a proxy: for a practice workspace on this computer.
    pub direct: bool,
}

impl Default for ClientOptions {
    fn default() -> Self {
        Self {
            extra_certificate_authorities: Vec::new(),
            timeout: Duration::from_secs(90),
            connect_timeout: Duration::from_secs(15),
            direct: false,
        }
    }
}

/// Why no HTTP client could be made.
#[derive(Clone, Debug, thiserror::Error)]
pub enum ClientError {
    /// An extra certificate authority holds no certificate in PEM form.
    #[error("extra certificate authority number {number} cannot be read as PEM: {reason}")]
    CertificateAuthority {
        /// Its place in the list, counted from 1.
        number: usize,
        /// What the parser said.
        reason: String,
    },
    /// The client could not be set up.
    #[error("the HTTP client could not be set up: {0}")]
    Setup(String),
}

/// Makes the HTTP client: TLS checked against the system's certificate authorities and the extra ones, answers
/// decompressed, and redirects never followed, so that a credential goes to no host but the one that was named.
///
/// # Errors
/// When an extra certificate authority is unreadable, or the TLS library cannot be set up.
pub fn http_client(options: &ClientOptions) -> Result<Client, ClientError> {
    let mut certificates = Vec::new();
    for (index, pem) in options.extra_certificate_authorities.iter().enumerate() {
        let unreadable = |reason: String| ClientError::CertificateAuthority {
            number: index + 1,
            reason,
        };
        let bundle = Certificate::from_pem_bundle(pem).map_err(|error| unreadable(error.to_string()))?;
        if bundle.is_empty() {
            return Err(unreadable("no certificate found".to_owned()));
        }
        certificates.extend(bundle);
    }
    let builder = || {
        let builder = Client::builder()
            .user_agent(concat!("AssuranceDesk/", env!("CARGO_PKG_VERSION")))
            .redirect(Policy::none())
            .timeout(options.timeout)
            .connect_timeout(options.connect_timeout)
            .gzip(true)
            .brotli(true)
            .referer(false);
        if options.direct { builder.no_proxy() } else { builder }
    };
    if !certificates.is_empty() {
        return builder()
            .tls_certs_merge(certificates)
            .build()
            .map_err(|error| ClientError::Setup(innermost(&error)));
    }
    match builder().build() {
        Ok(client) => Ok(client),
        // A machine without any certificate authority must still reach a practice workspace over plain HTTP; every
        // TLS connection then fails its check, as it should.
        Err(error) => {
            tracing::warn!(
                reason = innermost(&error),
                "the system's certificate authorities are not available"
            );
            builder()
                .tls_certs_only(Vec::new())
                .build()
                .map_err(|error| ClientError::Setup(innermost(&error)))
        }
    }
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
    fn a_certificate_authority_that_is_not_pem_is_named_by_its_place() {
        let options = ClientOptions {
            extra_certificate_authorities: vec![b"not a certificate".to_vec()],
            ..ClientOptions::default()
        };
        let error = http_client(&options).unwrap_err();
        assert!(
            matches!(error, ClientError::CertificateAuthority { number: 1, .. }),
            "{error}"
        );
    }

    #[test]
    fn the_default_options_make_a_client() {
        http_client(&ClientOptions::default()).unwrap();
    }
}
