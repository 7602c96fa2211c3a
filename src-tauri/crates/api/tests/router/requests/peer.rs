//! A small service on this computer that answers in one given way for each path, and notes what it was asked.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::to_bytes;
use axum::extract::Request;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::sync::watch;

/// A service that runs until the test ends.
pub(crate) struct Peer {
    /// Host and port.
    pub(crate) host: String,
    asked: Arc<Mutex<Vec<Value>>>,
    count: watch::Receiver<usize>,
}

impl Peer {
    pub(crate) async fn start() -> Self {
        let asked: Arc<Mutex<Vec<Value>>> = Arc::default();
        let (counting, count) = watch::channel(0);
        let noted = Arc::clone(&asked);
        let handler = move |request: Request| {
            let (noted, counting) = (Arc::clone(&noted), counting.clone());
            async move {
                let seen = seen(request).await;
                let before = {
                    let mut noted = noted.lock().unwrap();
                    noted.push(seen.clone());
                    let same = noted.iter().filter(|earlier| earlier["path"] == seen["path"]);
                    same.count() - 1
                };
                counting.send_modify(|count| *count += 1);
                answer(&seen, before).await
            }
        };
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let host = listener.local_addr().unwrap().to_string();
        tokio::spawn(async move { axum::serve(listener, Router::new().fallback(handler)).await });
        Self { host, asked, count }
    }

    /// An address of it.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.host)
    }

    /// Every request so far, with its headers and body.
    pub(crate) fn asked(&self) -> Vec<Value> {
        self.asked.lock().unwrap().clone()
    }

    /// Waits until it was asked so often.
    pub(crate) async fn was_asked(&self, times: usize) {
        let mut count = self.count.clone();
        let came = count.wait_for(|count| *count >= times);
        tokio::time::timeout(crate::desk::PATIENCE, came)
            .await
            .unwrap()
            .unwrap();
    }
}

async fn seen(request: Request) -> Value {
    let (head, body) = request.into_parts();
    let headers: serde_json::Map<String, Value> = head
        .headers
        .iter()
        .map(|(name, value)| (name.to_string(), value.to_str().unwrap().into()))
        .collect();
    let body = to_bytes(body, usize::MAX).await.unwrap();
    json!({
        "method": head.method.as_str(),
        "path": head.uri.path(),
        "query": head.uri.query().unwrap_or_default(),
        "headers": headers,
        "body": String::from_utf8_lossy(&body),
    })
}

async fn answer(seen: &Value, before: usize) -> Response {
    let path = seen["path"].as_str().unwrap();
    match path {
        "/moved" => {
            (302, [("location", "https://elsewhere.example/x?access_token=abc.def")]).into_answer(String::new())
        }
        "/page" => (200, [("content-type", "text/html")]).into_answer("<html><h1>Sign in</h1></html>".to_owned()),
        "/limited" if before == 0 => (429, [("retry-after", "1")]).into_answer(String::new()),
        "/limited-for-long" => (429, [("retry-after", "3600")]).into_answer(String::new()),
        "/never" => std::future::pending().await,
        // The headers, the query and the body, in each way in which a service can give them back.
        "/form" => {
            let token = seen["headers"]["authorization"].as_str().unwrap_or_default();
            (200, [("set-cookie", "session=abc")]).into_answer(format!("sent={token}&refresh_token=abc.def&ok=1"))
        }
        _ => {
            let text = json!({ "echo": seen, "again": seen.to_string(), "client_secret": "p8e-given-out" }).to_string();
            (200, [("content-type", "application/json")]).into_answer(text)
        }
    }
}

trait IntoAnswer {
    fn into_answer(self, body: String) -> Response;
}

impl<const N: usize> IntoAnswer for (u16, [(&'static str, &'static str); N]) {
    fn into_answer(self, body: String) -> Response {
        let status = axum::http::StatusCode::from_u16(self.0).unwrap();
        (status, self.1, body).into_response()
    }
}
