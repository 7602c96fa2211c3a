//! Calls that expect JSON.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use gateway::{
    Cause, ClientOptions, Gateway, GatewayError, GatewayIdentity, Retry, TokenFailure, TokenSource, http_client,
};
use http::HeaderMap;
use secrecy::SecretString;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use crate::{CountingTokens, answer, client, gateway, json_answer, server};

#[tokio::test]
async fn a_call_carries_adobes_headers_and_brings_json_back() {
    let (url, seen) = server(vec![json_answer(200, r#"{"data":{"sessions":[]}}"#)]).await;
    let gateway = gateway(Arc::new(CountingTokens::default()));
    let answer = gateway
        .post_json(&url, &json!({"query": "x"}), Retry::Safe)
        .await
        .unwrap();
    assert_eq!(answer.json::<Value>().unwrap(), json!({"data": {"sessions": []}}));
    assert_eq!(answer.request_id.as_deref(), Some("req-7"));
    let seen = seen.lock().unwrap();
    for (name, value) in [
        ("authorization", "Bearer token-0"),
        ("x-api-key", "a-client"),
        ("x-gw-ims-org-id", "AN-ORG@AdobeOrg"),
        ("content-type", "application/json"),
    ] {
        assert_eq!(seen[0][name], value);
    }
    assert!(seen[0]["user-agent"].to_str().unwrap().starts_with("AssuranceDesk/"));
}

#[tokio::test]
async fn a_get_carries_the_media_type_and_the_extra_headers() {
    let (url, seen) = server(vec![json_answer(200, "[]")]).await;
    let extra = HeaderMap::from_iter([("x-sandbox-name".parse().unwrap(), "prod".parse().unwrap())]);
    gateway(Arc::new(CountingTokens::default()))
        .get(&url, "application/vnd.adobe.xed-id+json", extra)
        .await
        .unwrap();
    let seen = seen.lock().unwrap();
    assert_eq!(seen[0]["accept"], "application/vnd.adobe.xed-id+json");
    assert_eq!(seen[0]["x-sandbox-name"], "prod");
}

#[tokio::test]
async fn a_refused_token_is_replaced_once_and_the_call_repeated_even_when_it_creates() {
    let refusal = json_answer(401, r#"{"error_code":"401013","message":"Oauth token is not valid"}"#);
    let (url, seen) = server(vec![refusal.clone(), json_answer(200, "{}")]).await;
    gateway(Arc::new(CountingTokens::default()))
        .post_json(&url, &json!({}), Retry::Never)
        .await
        .unwrap();
    assert_eq!(seen.lock().unwrap()[1]["authorization"], "Bearer token-1");

    let (url, seen) = server(vec![refusal]).await;
    let error = gateway(Arc::new(CountingTokens::default()))
        .post_json(&url, &json!({}), Retry::Safe)
        .await
        .unwrap_err();
    assert!(matches!(error, GatewayError::Refused { status: 401, .. }), "{error}");
    assert_eq!(seen.lock().unwrap().len(), 2);
}

#[tokio::test]
async fn a_token_that_may_not_do_this_is_not_replaced() {
    let refusal = json_answer(401, r#"{"error_code":"401015","message":"Scope mismatch"}"#);
    let (url, seen) = server(vec![refusal]).await;
    gateway(Arc::new(CountingTokens::default()))
        .post_json(&url, &json!({}), Retry::Safe)
        .await
        .unwrap_err();
    assert_eq!(seen.lock().unwrap().len(), 1);
}

#[tokio::test]
async fn every_row_of_the_gateways_table_keeps_its_code_words_and_request() {
    for (status, code, words) in [
        (403, "403000", "Api Key is required"),
        (403, "403003", "Api Key is invalid"),
        (403, "403010", "Oauth token is missing."),
        (403, "403025", "Profile is not valid"),
        (403, "403027", "User region is missing"),
        (400, "400003", "Missing header"),
    ] {
        let body = json!({"error_code": code, "message": words}).to_string();
        let (url, _) = server(vec![json_answer(status, &body)]).await;
        let gateway = gateway(Arc::new(CountingTokens::default()));
        match gateway.post_json(&url, &json!({}), Retry::Safe).await.unwrap_err() {
            GatewayError::Refused {
                status: got,
                error_code,
                message,
                request_id,
            } => {
                assert_eq!(
                    (got, error_code.as_deref(), message.as_str()),
                    (status, Some(code), words)
                );
                assert_eq!(request_id.as_deref(), Some("req-7"));
            }
            other => panic!("{code}: {other}"),
        }
    }
}

#[tokio::test]
async fn a_read_is_tried_three_times_and_a_creation_once() {
    let busy = json_answer(503, r#"{"error_code":"503000","message":"Could not validate Api Key"}"#);
    for (retry, expected) in [(Retry::Safe, 3), (Retry::Never, 1)] {
        let (url, seen) = server(vec![busy.clone()]).await;
        gateway(Arc::new(CountingTokens::default()))
            .post_json(&url, &json!({}), retry)
            .await
            .unwrap_err();
        assert_eq!(seen.lock().unwrap().len(), expected, "{retry:?}");
    }
    let (url, _) = server(vec![
        busy.clone(),
        answer(502, &[], "<h1>Bad gateway</h1>"),
        json_answer(200, "{}"),
    ])
    .await;
    gateway(Arc::new(CountingTokens::default()))
        .post_json(&url, &json!({}), Retry::Safe)
        .await
        .unwrap();
}

#[tokio::test]
async fn too_many_requests_says_how_long_to_wait() {
    let headers = [("content-type", "application/json"), ("retry-after", "3600")];
    let limited = answer(
        429,
        &headers,
        r#"{"error_code":"429050","message":"Too many requests"}"#,
    );
    let (url, seen) = server(vec![limited]).await;
    let error = gateway(Arc::new(CountingTokens::default()))
        .post_json(&url, &json!({}), Retry::Safe)
        .await
        .unwrap_err();
    match error {
        GatewayError::RateLimited {
            retry_after,
            error_code,
            ..
        } => {
            assert_eq!(retry_after, Some(Duration::from_secs(3600)));
            assert_eq!(error_code.as_deref(), Some("429050"));
        }
        other => panic!("{other}"),
    }
    assert_eq!(seen.lock().unwrap().len(), 1, "an hour is not waited for");

    let briefly = answer(429, &[("retry-after", "0")], "");
    let (url, _) = server(vec![briefly, json_answer(200, "{}")]).await;
    gateway(Arc::new(CountingTokens::default()))
        .post_json(&url, &json!({}), Retry::Safe)
        .await
        .unwrap();
}

#[tokio::test]
async fn what_is_not_json_is_said_to_be_so() {
    let html = |status| {
        answer(
            status,
            &[("content-type", "text/html")],
            "<html>Sign in to the guest network</html>",
        )
    };
    let call = async |response| {
        let (url, _) = server(vec![response]).await;
        gateway(Arc::new(CountingTokens::default()))
            .post_json(&url, &json!({}), Retry::Safe)
            .await
    };
    match call(html(200)).await.unwrap_err() {
        GatewayError::NotJson {
            status: 200,
            content_type,
            excerpt,
            ..
        } => {
            assert_eq!(content_type.as_deref(), Some("text/html"));
            assert!(excerpt.contains("guest network"), "{excerpt}");
        }
        other => panic!("{other}"),
    }
    assert!(matches!(
        call(html(500)).await.unwrap_err(),
        GatewayError::Unexpected { status: 500, .. }
    ));
    assert!(matches!(
        call(json_answer(200, "")).await.unwrap_err(),
        GatewayError::NotJson { .. }
    ));
    let half = call(json_answer(200, r#"{"data":{"sess"#)).await.unwrap();
    assert!(matches!(
        half.json::<Value>().unwrap_err(),
        GatewayError::NotJson { .. }
    ));
    let moved = answer(302, &[("location", "http://127.0.0.1:1/elsewhere")], "");
    assert!(matches!(
        call(moved).await.unwrap_err(),
        GatewayError::Unexpected { status: 302, .. }
    ));
}

#[tokio::test]
async fn a_body_over_the_limit_is_not_read() {
    let (url, _) = server(vec![json_answer(200, &json!(["x".repeat(5000)]).to_string())]).await;
    let gateway = gateway(Arc::new(CountingTokens::default())).with_body_limit(1000);
    let error = gateway.post_json(&url, &json!({}), Retry::Safe).await.unwrap_err();
    assert!(matches!(error, GatewayError::TooLarge { limit: 1000 }), "{error}");
}

async fn cause_at(url: &str) -> Cause {
    let gateway = gateway(Arc::new(CountingTokens::default()));
    match gateway
        .post_json(&url.parse().unwrap(), &json!({}), Retry::Safe)
        .await
        .unwrap_err()
    {
        GatewayError::Unreachable(unreachable) => unreachable.cause,
        other => panic!("{other}"),
    }
}

#[tokio::test]
async fn failures_of_the_network_are_told_apart() {
    let closed = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = closed.local_addr().unwrap();
    drop(closed);
    assert_eq!(cause_at(&format!("http://{address}/")).await, Cause::Refused);
    assert_eq!(cause_at("http://no-such-host.invalid/").await, Cause::Dns);

    let (plain, _) = server(vec![json_answer(200, "{}")]).await;
    assert_eq!(cause_at(&plain.as_str().replace("http:", "https:")).await, Cause::Tls);

    for sent in [
        "",
        "HTTP/1.1 200 OK\r\ncontent-length: 100\r\ncontent-type: application/json\r\n\r\n{\"data\"",
    ] {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(async move {
            while let Ok((mut socket, _)) = listener.accept().await {
                let mut request = [0; 4096];
                let _read = socket.read(&mut request).await;
                socket.write_all(sent.as_bytes()).await.unwrap();
            }
        });
        assert_eq!(cause_at(&format!("http://{address}/")).await, Cause::Cut, "{sent:?}");
    }
}

#[tokio::test]
async fn a_server_that_says_nothing_is_a_timeout_and_is_not_asked_again() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap()).parse().unwrap();
    let options = ClientOptions {
        proxy: gateway::Proxy::Direct,
        timeout: Duration::from_millis(50),
        ..ClientOptions::default()
    };
    let identity = GatewayIdentity {
        client_id: "a".to_owned(),
        organization_id: "b".to_owned(),
    };
    let gateway = Gateway::new(
        http_client(&options).unwrap(),
        identity,
        Arc::new(CountingTokens::default()),
    );
    match gateway.post_json(&url, &json!({}), Retry::Safe).await.unwrap_err() {
        GatewayError::Unreachable(unreachable) => assert_eq!(unreachable.cause, Cause::Timeout),
        other => panic!("{other}"),
    }
}

#[derive(Debug, thiserror::Error)]
#[error("nobody is home")]
struct NobodyHome;

struct NoTokens;

#[async_trait]
impl TokenSource for NoTokens {
    async fn access_token(&self) -> Result<SecretString, TokenFailure> {
        Err(TokenFailure::new(NobodyHome))
    }

    async fn token_refused(&self, _token: &SecretString) {}
}

#[tokio::test]
async fn a_missing_token_keeps_its_own_error() {
    let (url, seen) = server(vec![json_answer(200, "{}")]).await;
    let error = gateway(Arc::new(NoTokens))
        .post_json(&url, &json!({}), Retry::Safe)
        .await
        .unwrap_err();
    let GatewayError::Token(failure) = error else {
        panic!("{error}")
    };
    assert!(failure.downcast_ref::<NobodyHome>().is_some());
    assert!(seen.lock().unwrap().is_empty());
}

#[tokio::test]
async fn a_client_id_with_a_line_break_is_not_sent() {
    let (url, seen) = server(vec![json_answer(200, "{}")]).await;
    let identity = GatewayIdentity {
        client_id: "a\r\nx: y".to_owned(),
        organization_id: "b".to_owned(),
    };
    let gateway = Gateway::new(client(), identity, Arc::new(CountingTokens::default()));
    let error = gateway.post_json(&url, &json!({}), Retry::Safe).await.unwrap_err();
    assert!(matches!(error, GatewayError::NotSendable { .. }), "{error}");
    assert!(seen.lock().unwrap().is_empty());
}
