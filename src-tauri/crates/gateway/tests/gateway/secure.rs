//! A practice workspace over HTTPS, with a certificate of an authority that nobody knows.

use std::sync::Arc;

use gateway::{Answer, ClientOptions, GatewayError, Proxy, http_client};
use http::HeaderMap;
use practice::{Options, Practice, TlsFiles};
use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};
use time::OffsetDateTime;
use url::Url;

use crate::{CountingTokens, gateway_with};

/// A server, and the authority that vouches for it.
pub(crate) struct Secure {
    pub(crate) practice: Practice,
    pub(crate) authority: Vec<u8>,
    _files: tempfile::TempDir,
}

impl Secure {
    /// With a certificate for this name, valid on these days from today.
    pub(crate) async fn start(name: &str, days: std::ops::Range<i64>) -> Self {
        let authority_key = KeyPair::generate().unwrap();
        let mut authority = CertificateParams::new(Vec::new()).unwrap();
        authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let signed_by_itself = authority.self_signed(&authority_key).unwrap();
        let issuer = Issuer::new(authority, authority_key);

        let key = KeyPair::generate().unwrap();
        let mut server = CertificateParams::new(vec![name.to_owned()]).unwrap();
        server.not_before = OffsetDateTime::now_utc() + time::Duration::days(days.start);
        server.not_after = OffsetDateTime::now_utc() + time::Duration::days(days.end);
        let certificate = server.signed_by(&key, &issuer).unwrap();

        let files = tempfile::tempdir().unwrap();
        let tls = TlsFiles {
            cert: files.path().join("cert.pem"),
            key: files.path().join("key.pem"),
        };
        std::fs::write(&tls.cert, certificate.pem()).unwrap();
        std::fs::write(&tls.key, key.serialize_pem()).unwrap();
        let options = Options {
            tls: Some(tls),
            ..Options::default()
        };
        Self {
            practice: Practice::start(options).await.unwrap(),
            authority: signed_by_itself.pem().into_bytes(),
            _files: files,
        }
    }

    /// What everybody may read there.
    pub(crate) fn keys(&self) -> Url {
        format!("{}/ims/keys", self.practice.ready().ims).parse().unwrap()
    }

    /// The options of a client that trusts the authority.
    pub(crate) fn trusted(&self) -> ClientOptions {
        ClientOptions {
            extra_certificate_authorities: vec![self.authority.clone()],
            proxy: Proxy::Direct,
            ..ClientOptions::default()
        }
    }
}

/// Gets what is at an address.
pub(crate) async fn get(options: &ClientOptions, url: &Url) -> Result<Answer, GatewayError> {
    let client = http_client(options).unwrap();
    gateway_with(client, Arc::new(CountingTokens::default()))
        .get(url, "application/json", HeaderMap::new())
        .await
}
