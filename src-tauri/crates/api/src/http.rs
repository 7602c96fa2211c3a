//! The second host of the router: loopback HTTP, for tests and for the same UI in a browser.
//!
//! It listens on loopback only, asks for a random token with every call, and checks `Host` and `Origin`, so that no
//! other page in the user's browser can reach it.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::Value;
use tokio::net::TcpListener;
use tokio_stream::StreamExt as _;
use tokio_stream::wrappers::BroadcastStream;

use crate::commands::dispatch;
use crate::contract::problem::Problem;
use crate::desk::Desk;

/// A request of the window is small; a pasted certificate is the largest part.
const LARGEST_REQUEST: usize = 4 * 1024 * 1024;

/// Gives a file of the UI by its path (`/index.html`) with its media type.
pub type Pages = Arc<dyn Fn(&str) -> Option<(Vec<u8>, String)> + Send + Sync>;

struct Host {
    desk: Arc<Desk>,
    pages: Pages,
    token: String,
    policy: String,
    address: SocketAddr,
}

/// A router that is served over HTTP until it is dropped.
pub struct HttpHost {
    /// What to open in a browser: the address with the token in its fragment, which never leaves the browser.
    pub url: String,
    task: tokio::task::JoinHandle<std::io::Result<()>>,
}

impl HttpHost {
    /// Serves `desk` and the UI on a loopback port (0 for any); `policy` is the content security policy of the pages.
    ///
    /// # Errors
    /// When the port cannot be had.
    pub async fn start(desk: Arc<Desk>, pages: Pages, policy: String, port: u16) -> std::io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
        let address = listener.local_addr()?;
        let token = URL_SAFE_NO_PAD.encode(rand::random::<[u8; 32]>());
        let url = format!("http://{address}/#token={token}");
        let host = Arc::new(Host {
            desk,
            pages,
            token,
            policy,
            address,
        });
        let task = tokio::spawn(axum::serve(listener, routes(host)).into_future());
        Ok(Self { url, task })
    }

    /// Serves until the listener fails.
    ///
    /// # Errors
    /// What the listener reports.
    pub async fn run(mut self) -> std::io::Result<()> {
        (&mut self.task).await.map_err(std::io::Error::other)?
    }
}

impl Drop for HttpHost {
    fn drop(&mut self) {
        self.task.abort();
    }
}

fn routes(host: Arc<Host>) -> Router {
    let guarded = Router::new()
        .route("/rpc/{name}", post(rpc))
        .route("/ticks", get(ticks))
        .layer(middleware::from_fn_with_state(host.clone(), require_token));
    guarded
        .fallback(get(page))
        .layer(axum::extract::DefaultBodyLimit::max(LARGEST_REQUEST))
        .layer(middleware::from_fn_with_state(host.clone(), require_same_origin))
        .with_state(host)
}

/// Another page's script can send requests here, but not with our `Host` and `Origin`.
async fn require_same_origin(State(host): State<Arc<Host>>, request: Request, next: Next) -> Response {
    let headers = request.headers();
    let names = [host.address.to_string(), format!("localhost:{}", host.address.port())];
    let host_is_ours = text(headers, header::HOST).is_some_and(|value| names.iter().any(|name| name == value));
    let origin_is_ours = text(headers, header::ORIGIN)
        .is_none_or(|value| names.iter().any(|name| value.strip_prefix("http://") == Some(name)));
    if host_is_ours && origin_is_ours {
        return next.run(request).await;
    }
    (StatusCode::FORBIDDEN, "This address answers only its own page.").into_response()
}

async fn require_token(State(host): State<Arc<Host>>, request: Request, next: Next) -> Response {
    let given = text(request.headers(), header::AUTHORIZATION).and_then(|value| value.strip_prefix("Bearer "));
    if given.is_some_and(|given| same(given.as_bytes(), host.token.as_bytes())) {
        return next.run(request).await;
    }
    (StatusCode::UNAUTHORIZED, "Open the address with its token.").into_response()
}

/// Compares in a time that does not tell where the difference is.
fn same(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len() && one.iter().zip(other).fold(0, |all, (a, b)| all | (a ^ b)) == 0
}

fn text(headers: &HeaderMap, name: header::HeaderName) -> Option<&str> {
    headers.get(name)?.to_str().ok()
}

async fn rpc(State(host): State<Arc<Host>>, Path(name): Path<String>, body: String) -> Response {
    let request: Value = match serde_json::from_str(&body) {
        Ok(request) => request,
        Err(_) => return refusal(&Problem::internal("the request is not JSON".to_owned())),
    };
    match dispatch(&host.desk, &name, request).await {
        Ok(answer) => axum::Json(answer).into_response(),
        Err(problem) => refusal(&problem),
    }
}

fn refusal(problem: &Problem) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, axum::Json(problem)).into_response()
}

/// One tick a line, as long as the page listens.
async fn ticks(State(host): State<Arc<Host>>) -> Response {
    let lines = BroadcastStream::new(host.desk.ticks().listen())
        .filter_map(Result::ok)
        .map(|tick| {
            let mut line = serde_json::to_vec(&tick).expect("a tick has string keys and cannot fail to serialise");
            line.push(b'\n');
            Ok::<_, std::convert::Infallible>(line)
        });
    (
        [(header::CONTENT_TYPE, "application/x-ndjson")],
        Body::from_stream(lines),
    )
        .into_response()
}

async fn page(State(host): State<Arc<Host>>, request: Request) -> Response {
    let path = match request.uri().path() {
        "/" => "/index.html",
        path => path,
    };
    let Some((bytes, media_type)) = (host.pages)(path) else {
        return (StatusCode::NOT_FOUND, "There is no such page.").into_response();
    };
    let mut response = ([(header::CONTENT_TYPE, media_type)], bytes).into_response();
    let headers = response.headers_mut();
    if let Ok(policy) = HeaderValue::from_str(&host.policy) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    response
}
