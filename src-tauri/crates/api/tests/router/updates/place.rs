//! A place to get updates from, over TLS with an authority of its own, and a shell that notes what it was told to install.

use std::sync::{Arc, Mutex};

use api::updates::{NewerVersion, UpdateError, Updates};
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::response::{Html, IntoResponse, Json, Redirect, Response};
use axum_server::tls_rustls::RustlsConfig;
use futures::StreamExt as _;
use reqwest::StatusCode;
use reqwest::header::CONTENT_LENGTH;
use serde_json::{Value, json};
use time::OffsetDateTime;
use url::Url;

use crate::desk::Desk;

/// What the place sends, whatever it is asked.
#[derive(Clone)]
pub(super) enum Sent {
    List(Value),
    Package(Vec<u8>),
    /// Some of it, and then the connection breaks.
    HalfPackage,
    EndlessPackage,
    /// It says that it is larger than anything.
    Huge,
    Nothing,
    /// Another page than was asked for, as networks send it.
    SignIn,
    /// On to an address without TLS.
    ToPlain,
}

/// A list that offers this version.
pub(super) fn list(version: &str) -> Value {
    json!({ "version": version, "notes": "What is new", "pub_date": "2026-11-22T08:00:00Z", "package": "/package" })
}

/// A package of so many bytes that was signed as this version.
pub(super) fn signed(version: &str, bytes: usize) -> Vec<u8> {
    let mut package = format!("signed {version} ").into_bytes();
    package.resize(bytes.max(package.len()), b'x');
    package
}

/// The headers of a request, in the order of their names.
type Head = Vec<(String, String)>;

#[derive(Clone)]
struct Server {
    sent: Arc<Mutex<Sent>>,
    heads: Arc<Mutex<Vec<Head>>>,
}

/// The place, and the shell that was told of it.
pub(super) struct Place {
    server: Server,
    pub(super) shell: Arc<NotingShell>,
    _authority: tempfile::NamedTempFile,
}

impl Place {
    /// A desk of a build that was told of the place, in a network that trusts its authority.
    pub(super) async fn with_desk(list: Value) -> (Desk, Self) {
        let server = Server {
            sent: Arc::new(Mutex::new(Sent::List(list))),
            heads: Arc::default(),
        };
        let own = rcgen::generate_simple_self_signed(["127.0.0.1".to_owned()]).unwrap();
        let (certificate, key) = (own.cert.pem(), own.signing_key.serialize_pem());
        let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
        let tls = RustlsConfig::from_pem(certificate.clone().into_bytes(), key.into_bytes());
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let base = format!("https://{}", listener.local_addr().unwrap());
        let pages = Router::new().fallback(answer).with_state(server.clone());
        let serving = axum_server::from_tcp_rustls(listener, tls.await.unwrap()).unwrap();
        tokio::spawn(serving.serve(pages.into_make_service()));

        let authority = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(&authority, certificate).unwrap();
        let shell = Arc::new(NotingShell::of(&base));
        let desk = Desk::open();
        desk.desktop.has_updates(Arc::clone(&shell) as _);
        let place = Self {
            server,
            shell,
            _authority: authority,
        };
        place.trusts(&desk, json!(place._authority.path())).await;
        (desk, place)
    }

    /// From now on the place sends this.
    pub(super) fn sends(&self, what: Sent) {
        *self.server.sent.lock().unwrap() = what;
    }

    /// How often it was asked.
    pub(super) fn asked(&self) -> usize {
        self.server.heads.lock().unwrap().len()
    }

    /// The headers of each request, in the order of their names.
    pub(super) fn heads(&self) -> Vec<Head> {
        self.server.heads.lock().unwrap().clone()
    }

    /// The desk's network no longer trusts the authority.
    pub(super) async fn is_trusted_no_more(&self, desk: &Desk) {
        self.trusts(desk, Value::Null).await;
    }

    async fn trusts(&self, desk: &Desk, file: Value) {
        let network = json!({ "proxy": { "use": "direct" }, "certificateAuthorities": file });
        desk.ask("settings_save", json!({ "network": network })).await;
    }
}

async fn answer(State(server): State<Server>, request: Request) -> Response {
    let mut head: Head = request
        .headers()
        .iter()
        .map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()))
        .collect();
    head.sort();
    server.heads.lock().unwrap().push(head);
    let sent = server.sent.lock().unwrap().clone();
    let piece = || Ok::<_, std::io::Error>(Bytes::from_static(&[b'x'; 50_000]));
    match sent {
        Sent::List(list) => Json(list).into_response(),
        Sent::Package(bytes) => bytes.into_response(),
        Sent::HalfPackage => {
            let broken = Err(std::io::Error::other("it breaks"));
            Body::from_stream(futures::stream::iter([piece(), broken])).into_response()
        }
        Sent::EndlessPackage => {
            // Slowly, for it goes on until somebody stops it.
            let pieces = futures::stream::repeat_with(piece).then(async |piece| {
                tokio::task::yield_now().await;
                piece
            });
            Body::from_stream(pieces).into_response()
        }
        Sent::Huge => (
            [(CONTENT_LENGTH, "300000000")],
            Body::from_stream(futures::stream::pending::<std::io::Result<Bytes>>()),
        )
            .into_response(),
        Sent::Nothing => StatusCode::NOT_FOUND.into_response(),
        Sent::SignIn => Html("<h1>Welcome to our network</h1>").into_response(),
        Sent::ToPlain => Redirect::temporary("http://127.0.0.1/latest.json").into_response(),
    }
}

/// A shell that believes what begins with "signed" and the version of the list.
pub(super) struct NotingShell {
    list: Url,
    page: Url,
    notes: Mutex<Notes>,
}

#[derive(Default)]
struct Notes {
    done: Vec<String>,
    is_packaged: bool,
    will_fail: bool,
}

impl NotingShell {
    fn of(base: &str) -> Self {
        Self {
            list: format!("{base}/latest.json").parse().unwrap(),
            page: "https://example.org/download".parse().unwrap(),
            notes: Mutex::default(),
        }
    }

    /// What it was told to do.
    pub(super) fn done(&self) -> Vec<String> {
        self.notes.lock().unwrap().done.clone()
    }

    /// A package manager has installed this copy.
    pub(super) fn is_packaged(&self) {
        self.notes.lock().unwrap().is_packaged = true;
    }

    /// The next package cannot be put in place.
    pub(super) fn will_fail(&self) {
        self.notes.lock().unwrap().will_fail = true;
    }

    fn note(&self, done: String) {
        self.notes.lock().unwrap().done.push(done);
    }
}

impl Updates for NotingShell {
    fn list(&self) -> &Url {
        &self.list
    }

    fn page(&self) -> Option<&Url> {
        Some(&self.page)
    }

    fn replaces_itself(&self) -> bool {
        !self.notes.lock().unwrap().is_packaged
    }

    fn newer(&self, list: &Value) -> Result<Option<NewerVersion>, UpdateError> {
        let version = list["version"].as_str();
        let version = version.ok_or_else(|| UpdateError::List("no version".to_owned()))?;
        if version == env!("CARGO_PKG_VERSION") {
            return Ok(None);
        }
        let package = list["package"].as_str().ok_or(UpdateError::NoPackage)?;
        Ok(Some(NewerVersion {
            version: version.to_owned(),
            date: Some(OffsetDateTime::UNIX_EPOCH),
            notes: list["notes"].as_str().unwrap_or_default().to_owned(),
            package: self.list.join(package).unwrap(),
        }))
    }

    fn check(&self, list: &Value, package: &[u8]) -> Result<(), UpdateError> {
        let package = String::from_utf8_lossy(package);
        let Some(rest) = package.strip_prefix("signed ") else {
            return Err(UpdateError::Signature("it was made by another key".to_owned()));
        };
        let version = rest.split(' ').next().unwrap();
        if version != list["version"] {
            return Err(UpdateError::AnotherVersion(version.to_owned()));
        }
        Ok(())
    }

    fn install(&self, list: &Value, package: &[u8]) -> Result<(), UpdateError> {
        self.check(list, package)?;
        if self.notes.lock().unwrap().will_fail {
            return Err(UpdateError::NotInPlace("the folder is read-only".to_owned()));
        }
        self.note(format!("installed {} bytes", package.len()));
        Ok(())
    }

    fn restart(&self) {
        self.note("restarted".to_owned());
    }
}
