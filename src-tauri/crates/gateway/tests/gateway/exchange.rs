//! Calls that are sent as they are written.

use std::sync::Arc;
use std::time::Duration;

use axum::response::Response;
use gateway::{Cause, Exchange, GatewayError, RawRequest};
use http::{HeaderMap, Method};
use secrecy::ExposeSecret;
use serde_json::json;
use url::Url;

use crate::{CountingTokens, answer, gateway, json_answer, server};

fn request(url: Url, with_identity: bool) -> RawRequest {
    RawRequest {
        method: Method::GET,
        url,
        headers: HeaderMap::new(),
        body: None,
        with_identity,
        client: None,
    }
}

async fn exchange(response: Response<String>) -> Exchange {
    let (url, _) = server(vec![response]).await;
    let gateway = gateway(Arc::new(CountingTokens::default()));
    gateway.exchange(request(url, true)).await.unwrap()
}

#[tokio::test]
async fn any_status_and_any_body_is_an_answer_and_is_asked_for_once() {
    for (status, body) in [
        (200, "<html>Sign in</html>"),
        (302, ""),
        (404, r#"{"errors":[{"code":"not-found","title":"Record Not Found"}]}"#),
        (429, "slowly"),
        (503, "{}"),
    ] {
        let headers = [("location", "http://127.0.0.1:1/"), ("set-cookie", "a=b")];
        let (url, seen) = server(vec![answer(status, &headers, body)]).await;
        let gateway = gateway(Arc::new(CountingTokens::default()));
        let exchange = gateway.exchange(request(url, true)).await.unwrap();
        assert_eq!(
            (exchange.status.as_u16(), &exchange.body[..]),
            (status, body.as_bytes())
        );
        assert_eq!(exchange.headers["set-cookie"], "a=b");
        assert_eq!(seen.lock().unwrap().len(), 1, "{status}");
    }
}

#[tokio::test]
async fn who_calls_goes_along_when_it_is_asked_for_and_only_then() {
    let (url, seen) = server(vec![json_answer(200, "{}")]).await;
    let gateway = gateway(Arc::new(CountingTokens::default()));
    let own = HeaderMap::from_iter([("x-api-key".parse().unwrap(), "Activation-DTM".parse().unwrap())]);
    let with = gateway.exchange(request(url.clone(), true)).await.unwrap();
    assert_eq!(with.token_sent.unwrap().expose_secret(), "token-0");
    let without = gateway.exchange(request(url.clone(), false)).await.unwrap();
    assert!(without.token_sent.is_none());
    let mixed = RawRequest {
        method: Method::POST,
        headers: own,
        body: Some("text".into()),
        ..request(url.clone(), true)
    };
    gateway.exchange(mixed).await.unwrap();
    let seen = seen.lock().unwrap();
    let names = ["authorization", "x-api-key", "x-gw-ims-org-id"];
    let told = |number: usize| names.map(|name| seen[number].get(name).map(|value| value.to_str().unwrap()));
    assert_eq!(
        told(0),
        [Some("Bearer token-0"), Some("a-client"), Some("AN-ORG@AdobeOrg")]
    );
    assert_eq!(told(1), [None; 3]);
    assert_eq!(told(2)[1], Some("Activation-DTM"), "a header of the call's own wins");
    assert_eq!(seen[2]["content-length"], "4");
}

#[tokio::test]
async fn a_token_that_adobe_refuses_is_replaced_once() {
    let refused = json_answer(401, r#"{"error_code":"401013","message":"Oauth token is not valid"}"#);
    let (url, seen) = server(vec![refused.clone(), json_answer(200, "{}")]).await;
    let exchange = gateway(Arc::new(CountingTokens::default()))
        .exchange(request(url, true))
        .await
        .unwrap();
    assert_eq!(exchange.status.as_u16(), 200);
    assert_eq!(exchange.token_sent.unwrap().expose_secret(), "token-1");
    assert_eq!(seen.lock().unwrap().len(), 2);

    let other = json_answer(401, r#"{"error_code":"401015","message":"Scope mismatch"}"#);
    for (response, asked) in [(refused, 2), (other, 1), (answer(401, &[], "<h1>No</h1>"), 1)] {
        let (url, seen) = server(vec![response]).await;
        let gateway = gateway(Arc::new(CountingTokens::default()));
        assert_eq!(gateway.exchange(request(url, true)).await.unwrap().status.as_u16(), 401);
        assert_eq!(seen.lock().unwrap().len(), asked);
    }
}

#[tokio::test]
async fn a_refusal_is_read_in_adobes_shapes() {
    let platform = json!({ "type": "http://ns.adobe.com/aep/errors/XDM-1010-404", "title": "Not found" });
    match exchange(json_answer(404, &platform.to_string()))
        .await
        .refusal()
        .unwrap()
    {
        GatewayError::Refused {
            status: 404, message, ..
        } => assert_eq!(message, "Not found"),
        other => panic!("{other}"),
    }
    match exchange(answer(429, &[("retry-after", "7")], ""))
        .await
        .refusal()
        .unwrap()
    {
        GatewayError::RateLimited { retry_after, .. } => assert_eq!(retry_after, Some(Duration::from_secs(7))),
        other => panic!("{other}"),
    }
    assert!(exchange(json_answer(200, "{}")).await.refusal().is_none());
    assert!(exchange(answer(307, &[], "")).await.refusal().is_none());
}

#[tokio::test]
async fn what_is_too_large_or_not_there_is_no_answer() {
    let (url, _) = server(vec![answer(200, &[], &"x".repeat(5000))]).await;
    let small = gateway(Arc::new(CountingTokens::default())).with_body_limit(1000);
    let error = small.exchange(request(url, false)).await.unwrap_err();
    assert!(matches!(error, GatewayError::TooLarge { limit: 1000 }), "{error}");
    let gone = request("http://127.0.0.1:1/".parse().unwrap(), false);
    match small.exchange(gone).await.unwrap_err() {
        GatewayError::Unreachable(unreachable) => assert_eq!(unreachable.cause, Cause::Refused),
        other => panic!("{other}"),
    }
}

#[tokio::test]
async fn an_answer_prints_no_body_and_no_token() {
    let exchange = exchange(json_answer(200, r#"{"access_token":"very-secret"}"#)).await;
    let printed = format!("{exchange:?}");
    assert!(!printed.contains("secret") && !printed.contains("token-0"), "{printed}");
}
