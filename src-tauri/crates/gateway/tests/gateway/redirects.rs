//! Credentials go to the host that was named, and to no other.

use std::sync::Arc;

use gateway::{GatewayError, RawRequest, Retry};
use http::{HeaderMap, Method};
use serde_json::json;

use crate::{CountingTokens, answer, gateway, json_answer, server};

#[tokio::test]
async fn a_redirect_is_not_followed_wherever_it_leads() {
    let (elsewhere, seen_there) = server(vec![json_answer(200, "{}")]).await;
    for status in [301, 302, 303, 307, 308] {
        // Another host; another port of the same host; the same place over another scheme; another path.
        let other_host = elsewhere.as_str().replace("127.0.0.1", "localhost");
        for location in [
            other_host.as_str(),
            elsewhere.as_str(),
            "https://127.0.0.1:1/",
            "/elsewhere",
        ] {
            let (url, seen) = server(vec![answer(status, &[("location", location)], "")]).await;
            let gateway = gateway(Arc::new(CountingTokens::default()));
            let get = gateway.get(&url, "application/json", HeaderMap::new()).await;
            let post = gateway.post_json(&url, &json!({}), Retry::Safe).await;
            for answer in [get, post] {
                let error = answer.unwrap_err();
                let is_told = matches!(error, GatewayError::Unexpected { status: told, .. } if told == status);
                assert!(is_told, "{location}: {error}");
            }
            let request = RawRequest {
                method: Method::GET,
                url,
                headers: HeaderMap::new(),
                body: None,
                with_identity: true,
                client: None,
            };
            let exchange = gateway.exchange(request).await.unwrap();
            assert_eq!(exchange.status.as_u16(), status);
            let paths = seen.lock().unwrap().len();
            assert_eq!(paths, 3, "{status} {location}: each call was sent once");
        }
    }
    assert!(seen_there.lock().unwrap().is_empty());
}
