//! The router over loopback HTTP: who is let in, and what one gets.

use std::sync::Arc;

use api::http::{HttpHost, Pages};
use gateway::{ClientOptions, http_client};
use reqwest::header::{AUTHORIZATION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HOST, ORIGIN};
use reqwest::{Client, Method, RequestBuilder, StatusCode};
use serde_json::{Value, json};

use crate::desk::{Desk, PATIENCE};

const POLICY: &str = "default-src 'self'";

struct Served {
    host: HttpHost,
    web: Client,
    _desk: Desk,
}

impl Served {
    async fn start() -> Self {
        let desk = Desk::open();
        let pages: Pages = Arc::new(|path| {
            (path == "/index.html").then(|| (b"<!doctype html>".to_vec(), "text/html; charset=utf-8".to_owned()))
        });
        let host = HttpHost::start(desk.router(), pages, POLICY.to_owned(), 0)
            .await
            .unwrap();
        let direct = ClientOptions {
            proxy: gateway::Proxy::Direct,
            ..ClientOptions::default()
        };
        Self {
            host,
            web: http_client(&direct).unwrap(),
            _desk: desk,
        }
    }

    fn address(&self) -> &str {
        self.host.url.split_once("/#").unwrap().0
    }

    fn token(&self) -> &str {
        self.host.url.split_once("#token=").unwrap().1
    }

    /// A request without a token.
    fn plain(&self, method: Method, path: &str) -> RequestBuilder {
        self.web.request(method, format!("{}{path}", self.address()))
    }

    /// A call as the page makes it.
    fn call(&self, name: &str, body: impl Into<reqwest::Body>) -> RequestBuilder {
        self.plain(Method::POST, &format!("/rpc/{name}"))
            .bearer_auth(self.token())
            .header(ORIGIN, self.address())
            .body(body)
    }
}

async fn status(request: RequestBuilder) -> StatusCode {
    request.send().await.unwrap().status()
}

#[tokio::test]
async fn only_the_token_opens_the_door() {
    let served = Served::start().await;
    assert!(served.token().len() >= 43, "256 bits");
    let call = || served.plain(Method::POST, "/rpc/app_info").body("null");
    assert_eq!(status(call()).await, StatusCode::UNAUTHORIZED);
    for wrong in ["Bearer ", "Bearer wrong", "Basic wrong", served.token()] {
        assert_eq!(
            status(call().header(AUTHORIZATION, wrong)).await,
            StatusCode::UNAUTHORIZED,
            "{wrong:?}"
        );
    }
    assert_eq!(
        status(served.plain(Method::GET, "/ticks")).await,
        StatusCode::UNAUTHORIZED
    );
    let in_the_address = format!("/rpc/app_info?token={}", served.token());
    let in_the_address = served.plain(Method::POST, &in_the_address).body("null");
    assert_eq!(status(in_the_address).await, StatusCode::UNAUTHORIZED);

    let answer = served.call("app_info", "null").send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
    let answer: Value = answer.json().await.unwrap();
    assert_eq!(answer["desktop"], true, "the desk's own desktop: {answer}");
    assert_eq!(
        status(call().bearer_auth(served.token())).await,
        StatusCode::OK,
        "no Origin, as from a program"
    );
}

#[tokio::test]
async fn another_page_or_another_name_for_this_address_is_turned_away() {
    let served = Served::start().await;
    for origin in ["https://evil.example", "null", "http://127.0.0.1", "http://localhost:1"] {
        let call = served
            .plain(Method::POST, "/rpc/app_info")
            .bearer_auth(served.token())
            .body("null");
        assert_eq!(
            status(call.header(ORIGIN, origin)).await,
            StatusCode::FORBIDDEN,
            "{origin}"
        );
    }
    for host in ["evil.example", "evil.example:80", "127.0.0.1"] {
        let call = served.call("app_info", "null").header(HOST, host);
        assert_eq!(status(call).await, StatusCode::FORBIDDEN, "{host}");
        let page = served.plain(Method::GET, "/").header(HOST, host);
        assert_eq!(status(page).await, StatusCode::FORBIDDEN, "{host}");
    }
    let (_, port) = served.address().rsplit_once(':').unwrap();
    let by_name = served.plain(Method::GET, "/").header(HOST, format!("localhost:{port}"));
    assert_eq!(status(by_name).await, StatusCode::OK);
}

#[tokio::test]
async fn pages_carry_the_policy_and_need_no_token() {
    let served = Served::start().await;
    for path in ["/", "/index.html"] {
        let page = served.plain(Method::GET, path).send().await.unwrap();
        assert_eq!(page.status(), StatusCode::OK);
        let header = |name: &str| page.headers().get(name).unwrap().to_str().unwrap().to_owned();
        assert_eq!(header(CONTENT_SECURITY_POLICY.as_str()), POLICY);
        assert_eq!(header("x-content-type-options"), "nosniff");
        assert_eq!(header("referrer-policy"), "no-referrer");
        assert_eq!(header(CONTENT_TYPE.as_str()), "text/html; charset=utf-8");
    }
    for path in ["/nothing.js", "/../Cargo.toml", "/%2e%2e/Cargo.toml", "/rpc"] {
        assert_eq!(
            status(served.plain(Method::GET, path)).await,
            StatusCode::NOT_FOUND,
            "{path}"
        );
    }
}

#[tokio::test]
async fn what_is_no_command_is_a_problem_and_not_a_crash() {
    let served = Served::start().await;
    for (name, body) in [
        ("no_such_command", "null"),
        ("app_info", "not json"),
        ("app_info", ""),
        ("app_info", "{\"un\":\"asked\"}"),
        ("draft_read", "{\"draft\":\"no uuid\"}"),
        (
            "view_rows",
            "{\"view\":\"00000000-0000-0000-0000-000000000000\",\"offset\":-1,\"limit\":1}",
        ),
        ("sessions_list", "[]"),
    ] {
        let answer = served.call(name, body).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY, "{name} {body}");
        let problem: Value = answer.json().await.unwrap();
        assert_eq!(problem["code"], "internal", "{name} {body}: {problem}");
        assert!(!problem["nextStep"].as_str().unwrap().is_empty());
    }
    let unknown = served.call("view_status", json!({ "view": uuid::Uuid::nil() }).to_string());
    let unknown = unknown.send().await.unwrap();
    assert_eq!(unknown.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(unknown.json::<Value>().await.unwrap()["code"], "not-found");

    let huge = served.call("copy_text", vec![b' '; 5 * 1024 * 1024]);
    assert_eq!(status(huge).await, StatusCode::PAYLOAD_TOO_LARGE);
    let bytes = served.call("copy_text", vec![0xFF, 0xFE]);
    assert!(status(bytes).await.is_client_error());
    let read = served.plain(Method::GET, "/rpc/app_info").bearer_auth(served.token());
    assert_eq!(status(read).await, StatusCode::METHOD_NOT_ALLOWED);
    let nested = served.call("copy_text", "[".repeat(100_000));
    assert_eq!(status(nested).await, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn ticks_come_one_a_line_while_one_listens() {
    let served = Served::start().await;
    let listening = served.plain(Method::GET, "/ticks").bearer_auth(served.token());
    let mut stream = listening.send().await.unwrap();
    assert_eq!(stream.headers()[CONTENT_TYPE], "application/x-ndjson");
    let retried = served.call("vault_retry", "null").send().await.unwrap();
    assert_eq!(retried.json::<Value>().await.unwrap(), "openWithKeychain");
    let line = tokio::time::timeout(PATIENCE, stream.chunk())
        .await
        .unwrap()
        .unwrap()
        .unwrap();
    assert!(line.ends_with(b"\n"));
    assert_eq!(
        serde_json::from_slice::<Value>(&line).unwrap(),
        json!({ "kind": "vault" })
    );
}

#[tokio::test]
async fn a_host_that_is_dropped_serves_no_more() {
    let Served { host, web, _desk } = Served::start().await;
    let url = host.url.clone();
    assert!(web.get(&url).send().await.is_ok());
    drop(host);
    let gone = async {
        while web.get(&url).send().await.is_ok() {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(PATIENCE, gone).await.unwrap();
}
