//! What callers of the IMS client see, against small servers that answer in one given way each. The exchange with a
//! strict IMS is tested in the integration crate, against the practice workspace.
#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::http::Response;
use axum::response::IntoResponse;
use gateway::{Cause, ClientOptions, http_client};
use ims::{
    Again, ImsClient, ImsCode, ImsError, JwtTerms, OauthCredentials, RefusalCause, ServiceAccount, TokenVersion,
};
use keys::{KeyBits, KeyPair};
use secrecy::ExposeSecret;
use time::OffsetDateTime;
use tokio::net::TcpListener;

type Asked = Arc<Mutex<Vec<(String, String)>>>;

async fn server(status: u16, headers: &[(&'static str, &'static str)], body: &'static str) -> (ImsClient, Asked) {
    let asked = Asked::default();
    let record = Arc::clone(&asked);
    let headers = headers.to_vec();
    let handler = move |uri: axum::http::Uri, text: String| {
        record.lock().unwrap().push((uri.to_string(), text));
        let mut answer = Response::builder().status(status);
        for (name, value) in &headers {
            answer = answer.header(*name, *value);
        }
        let answer = answer.body(body.to_owned()).unwrap();
        async move { answer.into_response() }
    };
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}/", listener.local_addr().unwrap()).parse().unwrap();
    tokio::spawn(async move { axum::serve(listener, Router::new().fallback(handler)).await });
    (ImsClient::new(base, client()), asked)
}

fn client() -> reqwest::Client {
    http_client(&ClientOptions {
        proxy: gateway::Proxy::Direct,
        ..ClientOptions::default()
    })
    .unwrap()
}

fn oauth() -> OauthCredentials {
    OauthCredentials {
        client_id: "client".to_owned(),
        client_secret: "p8e-se&cret".into(),
        scopes: vec!["openid".to_owned(), "AdobeID".to_owned()],
        version: TokenVersion::default(),
    }
}

#[tokio::test]
async fn oauth_asks_version_3_with_everything_in_the_body() {
    let (ims, asked) = server(
        200,
        &[],
        r#"{"access_token":"opaque","token_type":"bearer","expires_in":86399}"#,
    )
    .await;
    let token = ims.client_credentials(&oauth()).await.unwrap();
    assert_eq!(token.secret.expose_secret(), "opaque");
    assert_eq!(token.lifetime().whole_seconds(), 86399);
    let expected = "grant_type=client_credentials&client_id=client&client_secret=p8e-se%26cret&scope=openid%2CAdobeID";
    assert_eq!(
        asked.lock().unwrap()[0],
        ("/ims/token/v3".to_owned(), expected.to_owned())
    );
}

#[tokio::test]
async fn the_other_versions_of_the_token_address_are_understood() {
    for (version, path, body_begins) in [
        (
            TokenVersion::V2,
            "/ims/token/v2",
            "grant_type=client_credentials&client_id=client&",
        ),
        (
            TokenVersion::V4,
            "/ims/token/v4?client_id=client",
            "grant_type=client_credentials&client_secret=",
        ),
    ] {
        let (ims, asked) = server(200, &[], r#"{"access_token":"opaque","expires_in":86399}"#).await;
        let credentials = OauthCredentials { version, ..oauth() };
        ims.client_credentials(&credentials).await.unwrap();
        let (asked_path, body) = asked.lock().unwrap()[0].clone();
        assert_eq!(asked_path, path);
        assert!(body.starts_with(body_begins), "{body}");
    }
}

#[tokio::test]
async fn what_may_be_asked_again_and_when() {
    use std::time::Duration;
    let no_wait: &[(&'static str, &'static str)] = &[];
    let wait: &[(&'static str, &'static str)] = &[("retry-after", "30")];
    let after = |seconds| Again::After(Duration::from_secs(seconds));
    for (status, headers, body, again) in [
        (429, wait, "slow down", after(30)),
        (429, no_wait, r#"{"error":"too_many_requests"}"#, after(10)),
        (503, wait, r#"{"error":"server_error"}"#, after(30)),
        (503, wait, "<html>", after(30)),
        (503, no_wait, "<html>", Again::Soon),
        (500, no_wait, r#"{"error":"internal_error"}"#, Again::Soon),
        (502, no_wait, "<html>", Again::Soon),
        (400, no_wait, r#"{"error":"invalid_client"}"#, Again::WhenAsked),
        (200, no_wait, "<html>", Again::WhenAsked),
    ] {
        let (ims, _) = server(status, headers, body).await;
        assert_eq!(
            ims.client_credentials(&oauth()).await.unwrap_err().again(),
            again,
            "{status} {body}"
        );
    }
}

#[tokio::test]
async fn only_ims_itself_is_taken_for_ims() {
    let (ims, asked) = server(200, &[("date", "Sat, 21 Nov 2015 10:00:00 GMT")], r#"{"keys":[]}"#).await;
    assert!(ims.reach().await.unwrap().unwrap() < -1_000_000);
    assert_eq!(asked.lock().unwrap()[0].0, "/ims/keys");
    for (status, body) in [(200, "<html>sign in</html>"), (404, r#"{"message":"none"}"#), (200, "")] {
        let (ims, _) = server(status, &[], body).await;
        assert!(
            matches!(ims.reach().await, Err(ImsError::NotIms { .. })),
            "{status} {body}"
        );
    }
}

#[tokio::test]
async fn a_proxy_that_wants_a_password_is_told_as_such() {
    let (ims, _) = server(407, &[], "<html>").await;
    for error in [
        ims.client_credentials(&oauth()).await.unwrap_err(),
        ims.reach().await.unwrap_err(),
    ] {
        match error {
            ImsError::Unreachable(unreachable) => assert_eq!(unreachable.cause, Cause::ProxyAuthorization),
            other => panic!("{other}"),
        }
    }
}

#[tokio::test]
async fn the_exchange_sends_a_signed_jwt_and_reads_milliseconds() {
    let (ims, asked) = server(
        200,
        &[],
        r#"{"access_token":"opaque","token_type":"bearer","expires_in":86399992}"#,
    )
    .await;
    let account = ServiceAccount {
        organization_id: "ORG@AdobeOrg".to_owned(),
        technical_account_id: "TECH@techacct.adobe.com".to_owned(),
        client_id: "client".to_owned(),
        client_secret: "secret".into(),
        metascopes: vec!["assurance_automation".to_owned()],
        jwt: JwtTerms::default(),
    };
    let key = KeyPair::generate(KeyBits::Rsa2048).unwrap();
    let token = ims.exchange(&account, &key, OffsetDateTime::now_utc()).await.unwrap();
    assert_eq!(token.lifetime().whole_seconds(), 86399);
    let (path, body) = asked.lock().unwrap()[0].clone();
    assert_eq!(path, "/ims/exchange/jwt");
    assert!(
        body.starts_with("client_id=client&client_secret=secret&jwt_token=eyJ"),
        "{body}"
    );
}

#[tokio::test]
async fn a_refusal_keeps_code_words_debug_id_and_the_clocks_difference() {
    let headers = [("x-debug-id", "debug-9"), ("date", "Sat, 21 Nov 2015 10:00:00 GMT")];
    let (ims, _) = server(
        400,
        &headers,
        r#"{"error_description":"JWT token has expired","error":"invalid_token"}"#,
    )
    .await;
    match ims.client_credentials(&oauth()).await.unwrap_err() {
        ImsError::Refused {
            status: 400,
            code,
            cause,
            description,
            debug_id,
            clock_skew,
            ..
        } => {
            assert_eq!((code, cause), (ImsCode::InvalidToken, RefusalCause::JwtExpired));
            assert_eq!(description, "JWT token has expired");
            assert_eq!(debug_id.as_deref(), Some("debug-9"));
            assert!(clock_skew.unwrap() < -1_000_000, "IMS is years behind: {clock_skew:?}");
        }
        other => panic!("{other}"),
    }
}

#[tokio::test]
async fn a_refusal_without_words_says_its_code_and_an_exact_clock_is_not_mentioned() {
    let (ims, _) = server(401, &[], r#"{"error":"invalid_client","error_description":" "}"#).await;
    match ims.client_credentials(&oauth()).await.unwrap_err() {
        ImsError::Refused {
            description,
            clock_skew: None,
            ..
        } => assert_eq!(description, "invalid_client"),
        other => panic!("{other}"),
    }
}

#[tokio::test]
async fn throttling_says_how_long_to_wait() {
    let (ims, _) = server(429, &[("retry-after", "30")], "slow down").await;
    match ims.client_credentials(&oauth()).await.unwrap_err() {
        ImsError::Refused {
            code: ImsCode::Throttled,
            retry_after,
            ..
        } => {
            assert_eq!(retry_after.unwrap().as_secs(), 30);
        }
        other => panic!("{other}"),
    }
}

#[tokio::test]
async fn what_is_not_ims_is_said_to_be_so() {
    for (status, body) in [
        (200, "<html>Welcome to the guest network</html>"),
        (404, "<html>not found</html>"),
        (200, "{}"),
        (200, r#"{"access_token":17}"#),
        (502, ""),
    ] {
        let (ims, _) = server(status, &[("content-type", "text/html")], body).await;
        match ims.client_credentials(&oauth()).await.unwrap_err() {
            ImsError::NotIms { status: got, host, .. } => assert_eq!((got, host.as_str()), (status, "127.0.0.1")),
            other => panic!("{body}: {other}"),
        }
    }
}

#[tokio::test]
async fn a_dead_network_is_told_with_its_cause() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap()).parse().unwrap();
    drop(listener);
    match ImsClient::new(base, client())
        .client_credentials(&oauth())
        .await
        .unwrap_err()
    {
        ImsError::Unreachable(unreachable) => assert_eq!(unreachable.cause, Cause::Refused),
        other => panic!("{other}"),
    }
}

#[tokio::test]
async fn the_clocks_difference_is_read_from_any_answer() {
    let (ims, _) = server(404, &[("date", "Sat, 21 Nov 2015 10:00:00 GMT")], "").await;
    assert!(ims.clock_skew().await.unwrap().unwrap() < -1_000_000);
    let (ims, _) = server(404, &[], "").await;
    assert!(ims.clock_skew().await.unwrap().unwrap().abs() < 5);
}

#[tokio::test]
async fn no_error_shows_a_secret() {
    let body = r#"{"echo":"p8e-se&cret"}"#;
    let (ims, _) = server(500, &[], body).await;
    let credentials = oauth();
    assert!(!format!("{credentials:?}").contains("se&cret"));
    let error = ims.client_credentials(&credentials).await.unwrap_err();
    assert!(!format!("{error} {error:?}").contains("se&cret"), "{error:?}");
}
