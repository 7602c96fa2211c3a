//! What callers of the gateway see, against small servers that behave in one given way each.
#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

mod bodies;
mod calls;
mod exchange;
mod fetching;
mod proxies;
mod redirects;
mod secure;
mod tls;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use axum::Router;
use axum::extract::Request;
use axum::response::{IntoResponse, Response};
use gateway::{ClientOptions, Gateway, GatewayIdentity, TokenFailure, TokenSource, http_client};
use http::HeaderMap;
use secrecy::{ExposeSecret, SecretString};
use tokio::net::TcpListener;
use url::Url;

/// Gives `token-0` until that is refused, then `token-1`, and so on.
#[derive(Default)]
pub(crate) struct CountingTokens {
    refused: AtomicUsize,
}

#[async_trait]
impl TokenSource for CountingTokens {
    async fn access_token(&self) -> Result<SecretString, TokenFailure> {
        Ok(format!("token-{}", self.refused.load(Ordering::SeqCst)).into())
    }

    async fn token_refused(&self, token: &SecretString) {
        assert!(token.expose_secret().starts_with("token-"));
        self.refused.fetch_add(1, Ordering::SeqCst);
    }
}

pub(crate) fn client() -> reqwest::Client {
    http_client(&ClientOptions {
        proxy: gateway::Proxy::Direct,
        timeout: Duration::from_secs(5),
        ..ClientOptions::default()
    })
    .unwrap()
}

pub(crate) fn gateway(tokens: Arc<dyn TokenSource>) -> Gateway {
    gateway_with(client(), tokens)
}

pub(crate) fn gateway_with(client: reqwest::Client, tokens: Arc<dyn TokenSource>) -> Gateway {
    let identity = GatewayIdentity {
        client_id: "a-client".to_owned(),
        organization_id: "AN-ORG@AdobeOrg".to_owned(),
    };
    Gateway::new(client, identity, tokens).with_first_wait(Duration::from_millis(2))
}

/// Serves the answers in turn, the last one for ever, and records what was asked.
pub(crate) async fn server(answers: Vec<Response<String>>) -> (Url, Arc<Mutex<Vec<HeaderMap>>>) {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let record = Arc::clone(&seen);
    let answers: Vec<_> = answers
        .into_iter()
        .map(|answer| (answer.status(), answer.headers().clone(), answer.into_body()))
        .collect();
    let handler = move |request: Request| {
        let mut seen = record.lock().unwrap();
        seen.push(request.headers().clone());
        let answer = answers[(seen.len() - 1).min(answers.len() - 1)].clone();
        async move { answer.into_response() }
    };
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/api", listener.local_addr().unwrap())
        .parse()
        .unwrap();
    tokio::spawn(async move { axum::serve(listener, Router::new().fallback(handler)).await });
    (url, seen)
}

pub(crate) fn answer(status: u16, headers: &[(&str, &str)], body: &str) -> Response<String> {
    let mut answer = Response::builder().status(status);
    for (name, value) in headers {
        answer = answer.header(*name, *value);
    }
    answer.body(body.to_owned()).unwrap()
}

pub(crate) fn json_answer(status: u16, body: &str) -> Response<String> {
    answer(
        status,
        &[("content-type", "application/json"), ("x-request-id", "req-7")],
        body,
    )
}
