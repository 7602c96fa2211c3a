//! What anybody may have is fetched over TLS alone, along a few redirects, within bounds.

use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::response::{IntoResponse as _, Redirect};
use axum::routing::get;
use axum_server::tls_rustls::RustlsConfig;
use futures::StreamExt as _;
use gateway::{Cause, ClientOptions, FetchError, Fetching, Proxy, http_client};
use http::StatusCode;
use url::Url;

const SILENCE: Duration = Duration::from_secs(60);

/// A server of files, and who vouches for it.
struct Files {
    base: String,
    authority: Vec<u8>,
}

impl Files {
    async fn serve(router: Router) -> Self {
        let own = rcgen::generate_simple_self_signed(["127.0.0.1".to_owned()]).unwrap();
        let (certificate, key) = (own.cert.pem(), own.signing_key.serialize_pem());
        let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
        let tls = RustlsConfig::from_pem(certificate.clone().into_bytes(), key.into_bytes());
        let tls = tls.await.unwrap();
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let base = format!("https://{}", listener.local_addr().unwrap());
        let server = axum_server::from_tcp_rustls(listener, tls).unwrap();
        tokio::spawn(server.serve(router.into_make_service()));
        Self {
            base,
            authority: certificate.into_bytes(),
        }
    }

    async fn fetch(&self, path: &str, limit: u64, silence: Duration) -> Result<Vec<u8>, FetchError> {
        let options = ClientOptions {
            extra_certificate_authorities: vec![self.authority.clone()],
            proxy: Proxy::Direct,
            ..ClientOptions::default()
        };
        let client = http_client(&options).unwrap();
        let url: Url = format!("{}{path}", self.base).parse().unwrap();
        Fetching::begin(|_| client.clone(), &url, limit, silence)
            .await?
            .rest()
            .await
    }
}

/// Pieces of a thousand bytes without an end.
fn endless() -> Body {
    let piece = Bytes::from_static(&[b'x'; 1000]);
    Body::from_stream(futures::stream::repeat(piece).map(Ok::<_, std::io::Error>))
}

fn silent() -> Body {
    let first = futures::stream::iter([Ok::<_, std::io::Error>(Bytes::from_static(b"x"))]);
    Body::from_stream(first.chain(futures::stream::pending()))
}

fn cut() -> Body {
    let pieces = [Ok(Bytes::from_static(b"half")), Err(std::io::Error::other("it breaks"))];
    Body::from_stream(futures::stream::iter(pieces))
}

#[tokio::test]
async fn a_file_comes_whole_along_redirects_and_within_its_bounds() {
    let files = Files::serve(
        Router::new()
            .route("/file", get(|| async { "0123456789" }))
            .route("/latest", get(|| async { Redirect::temporary("/file") }))
            .route("/round", get(|| async { Redirect::temporary("/round") }))
            .route("/nowhere", get(|| async { StatusCode::FOUND.into_response() }))
            .route("/plain", get(|| async { Redirect::temporary("http://127.0.0.1/file") }))
            .route("/endless", get(|| async { endless() }))
            .route("/silent", get(|| async { silent() }))
            .route("/cut", get(|| async { cut() })),
    )
    .await;
    for path in ["/file", "/latest"] {
        assert_eq!(files.fetch(path, 10, SILENCE).await.unwrap(), b"0123456789", "{path}");
    }
    let fails = async |path: &str, limit: u64| files.fetch(path, limit, SILENCE).await.unwrap_err();
    assert!(matches!(fails("/file", 9).await, FetchError::TooLarge { limit: 9, .. }));
    assert!(matches!(fails("/endless", 100_000).await, FetchError::TooLarge { .. }));
    for path in ["/round", "/nowhere"] {
        assert!(matches!(fails(path, 10).await, FetchError::Astray { .. }), "{path}");
    }
    assert!(matches!(fails("/plain", 10).await, FetchError::Insecure { .. }));
    assert!(matches!(
        fails("/gone", 10).await,
        FetchError::Refused { status: 404, .. }
    ));
    let cause = |error| match error {
        FetchError::Unreachable(unreachable) => unreachable.cause,
        other => panic!("{other}"),
    };
    assert_eq!(cause(fails("/cut", 10).await), Cause::Cut);
    let impatient = files.fetch("/silent", 10, Duration::from_millis(50)).await;
    assert_eq!(cause(impatient.unwrap_err()), Cause::Timeout);
}

#[tokio::test]
async fn nothing_is_asked_of_an_address_without_tls() {
    let client = http_client(&ClientOptions::default()).unwrap();
    let url = "http://127.0.0.1:1/file".parse().unwrap();
    let refused = Fetching::begin(|_| client.clone(), &url, 10, SILENCE).await;
    assert!(matches!(refused.unwrap_err(), FetchError::Insecure { .. }));
}
