//! Whatever bytes arrive, the answer is a refusal in the service's own shape: no panic (which would
//! show as a lost connection), no server error, and never a token.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use http::StatusCode;
use jsonwebtoken::Algorithm;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseResult, TestRunner};
use reqwest::{RequestBuilder, Response};
use serde_json::{Map, Value, json};
use tokio::runtime::Runtime;

use crate::support::{ADOBE_IMS, Signer, Workspace, ims_refusal, now};

const IMS_PATHS: [&str; 9] = [
    "/ims/exchange/jwt",
    "/ims/exchange/jwt/",
    "/ims/exchange/v1/jwt",
    "/ims/token/v2",
    "/ims/token/v3/",
    "/ims/token/v4",
    "/ims/invalidate_token/v2",
    "/ims/revoke",
    "/ims/exchange/jwt?client_id=%ff&client_id",
];

const CONTENT_TYPES: [&str; 8] = [
    "application/x-www-form-urlencoded",
    "application/x-www-form-urlencoded; charset=utf-16",
    "multipart/form-data; boundary=x",
    "multipart/form-data; boundary=\"",
    "multipart/form-data",
    "application/json",
    "text/plain",
    "\u{b5}",
];

/// Runs a property against one workspace.
#[expect(
    clippy::needless_pass_by_value,
    reason = "behind a reference the compiler does not infer what the closure takes"
)]
fn hold<S: Strategy>(cases: u32, strategy: S, property: impl AsyncFn(&Workspace, S::Value) -> TestCaseResult) {
    let runtime = Runtime::new().unwrap();
    let workspace = runtime.block_on(async {
        let workspace = Workspace::with_certificate().await;
        let generous = json!({ "tokensPerSecond": 1e9, "tokenBurst": 1e9, "requestsPerSecond": 1e9, "burst": 1e9 });
        workspace.settings(generous).await;
        workspace
    });
    let mut runner = TestRunner::new(Config::with_cases(cases));
    let result = runner.run(&strategy, |value| runtime.block_on(property(&workspace, value)));
    assert!(result.is_ok(), "{}", result.unwrap_err());
}

async fn sent(request: RequestBuilder) -> Result<Response, TestCaseError> {
    request
        .send()
        .await
        .map_err(|error| TestCaseError::fail(format!("the connection was lost: {error:?}")))
}

fn percent_encoded(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("%{byte:02x}")).collect()
}

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        vec(any::<u8>(), 0..400),
        vec(
            prop_oneof![Just(b'='), Just(b'&'), Just(b'%'), Just(b'+'), any::<u8>()],
            0..200
        ),
        multipart().prop_map(String::into_bytes),
    ]
}

/// Multipart bodies for the boundary `x`, most of them slightly broken.
fn multipart() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("--x\r\n".to_owned()),
        Just("--x--\r\n".to_owned()),
        Just("\r\n".to_owned()),
        Just("Content-Disposition: form-data; name=\"client_id\"\r\n".to_owned()),
        Just("Content-Disposition: form-data; name=\"\r\n".to_owned()),
        Just("Content-Disposition: form-data; name=certificate; filename=\"a\"\r\n".to_owned()),
        Just("Content-Type: text/plain; charset=\"utf-7\r\n".to_owned()),
        "\\PC{0,40}",
    ];
    vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

fn json_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "\\PC{0,30}".prop_map(Value::from),
        "[0-9]{1,25}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            vec(("\\PC{0,10}", inner), 0..4).prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

fn jwt() -> impl Strategy<Value = String> {
    let part = || {
        prop_oneof![
            json_value().prop_map(|value| URL_SAFE_NO_PAD.encode(value.to_string())),
            Just(URL_SAFE_NO_PAD.encode(r#"{"alg":"RS256"}"#)),
            Just(URL_SAFE_NO_PAD.encode(r#"{"alg":7}"#)),
            vec(any::<u8>(), 0..60).prop_map(|bytes| URL_SAFE_NO_PAD.encode(bytes)),
            "[\\PC.]{0,40}",
        ]
    };
    vec(part(), 0..5).prop_map(|parts| parts.join("."))
}

#[test]
fn ims_refuses_any_request_it_cannot_read() {
    let request = (
        0..IMS_PATHS.len(),
        0..CONTENT_TYPES.len(),
        bytes(),
        vec(any::<u8>(), 0..40),
        prop_oneof![
            Just(None),
            "[ -~]{0,40}".prop_map(Some),
            vec(any::<u8>(), 0..40).prop_map(|bytes| Some(format!("Basic {}", STANDARD.encode(bytes)))),
        ],
    );
    hold(
        400,
        request,
        async |workspace, (path, kind, body, query, authorization)| {
            let query = percent_encoded(&query);
            let mark = if IMS_PATHS[path].contains('?') { '&' } else { '?' };
            let url = format!("{}{}{mark}{query}", workspace.ready().ims, IMS_PATHS[path]);
            let mut request = workspace
                .http
                .post(url)
                .header("content-type", CONTENT_TYPES[kind])
                .body(body);
            if let Some(authorization) = authorization {
                request = request.header("authorization", authorization);
            }
            let refusal = ims_refusal(sent(request).await?).await;
            prop_assert_eq!(refusal.0, 400);
            Ok(())
        },
    );
}

#[test]
fn the_exchange_refuses_anything_that_is_no_jwt() {
    hold(300, jwt(), async |workspace, jwt| {
        let account = &workspace.ready().service_account;
        let fields = [
            ("client_id", account.client_id.as_str()),
            ("client_secret", &account.client_secret),
            ("jwt_token", &jwt),
        ];
        let url = format!("{}/ims/exchange/jwt", workspace.ready().ims);
        let refusal = ims_refusal(sent(workspace.http.post(url).form(&fields)).await?).await;
        prop_assert_eq!(refusal.0, 400);
        Ok(())
    });
}

/// Well signed, so that every claim is really read.
#[test]
fn a_signed_jwt_with_any_claims_is_refused_or_good() {
    let names = prop_oneof![
        Just("exp".to_owned()),
        Just("iss".to_owned()),
        Just("sub".to_owned()),
        Just("aud".to_owned()),
        Just("jti".to_owned()),
        Just(format!("{ADOBE_IMS}/s/")),
        Just(format!("{ADOBE_IMS}/s/assurance_automation")),
        "\\PC{0,20}",
    ];
    let changes = vec((names, json_value()), 1..4);
    hold(80, changes, async |workspace, changes| {
        workspace.settings(json!({ "requiresJti": true })).await;
        let mut claims = workspace.claims();
        claims.extend(changes.iter().cloned().collect::<Map<_, _>>());
        let jwt = Signer::first().sign(Algorithm::RS256, &Value::Object(claims));
        let answer = workspace.exchange(&jwt).await;
        let grown = changes.iter().any(|(name, _)| name == "jti");
        if answer.status() == StatusCode::OK {
            prop_assert!(grown, "a token without the jti that the binding asks for");
        } else {
            prop_assert_eq!(ims_refusal(answer).await.0, 400);
        }
        Ok(())
    });
}

#[test]
fn the_console_refuses_any_upload_that_is_no_certificate() {
    let upload = (0..CONTENT_TYPES.len(), bytes());
    hold(150, upload, async |workspace, (kind, body)| {
        let raw = workspace
            .http
            .post(workspace.bindings_url())
            .header("content-type", CONTENT_TYPES[kind])
            .body(body.clone());
        prop_assert_eq!(sent(raw).await?.status(), 400);
        prop_assert_eq!(workspace.register(&body).await.status(), 400);
        Ok(())
    });
}

#[test]
fn a_certificate_with_any_byte_changed_is_taken_or_refused() {
    let certificate = &Signer::first().certificate_der;
    let change = (0..certificate.len(), any::<u8>(), any::<bool>());
    hold(150, change, async |workspace, (position, byte, cut)| {
        let mut changed = certificate.clone();
        changed[position] = byte;
        if cut {
            changed.truncate(position);
        }
        let status = workspace.register(&changed).await.status();
        prop_assert!(status == 200 || status == 400, "{}", status);
        Ok(())
    });
}

#[test]
fn console_addresses_and_tokens_can_be_anything() {
    let call = (vec(any::<u8>(), 0..20), vec(any::<u8>(), 0..20), "[ -~]{0,60}");
    hold(150, call, async |workspace, (organization, credential, token)| {
        let url = format!(
            "{}/console/organizations/{}/credentials/{}/secrets",
            workspace.ready().console,
            percent_encoded(&organization),
            percent_encoded(&credential)
        );
        let request = workspace
            .http
            .get(url)
            .header("x-api-key", &workspace.ready().oauth.client_id)
            .header("authorization", format!("Bearer {token}"));
        let status = sent(request).await?.status();
        prop_assert!(status.is_client_error(), "{}", status);
        Ok(())
    });
}

#[tokio::test]
async fn a_huge_body_is_refused_and_not_kept() {
    let workspace = Workspace::with_certificate().await;
    let account = &workspace.ready().service_account;
    let jwt = "a".repeat(4 * 1024 * 1024);
    let answer = workspace
        .exchange_as(&account.client_id, &account.client_secret, &jwt)
        .await;
    assert_eq!(ims_refusal(answer).await.0, 400);
    assert_eq!(workspace.register(&vec![b'-'; 4 * 1024 * 1024]).await.status(), 400);
    let far = workspace.claims_with("exp", json!(now() + 300));
    let jwt = Signer::first().sign(Algorithm::RS256, &far);
    assert_eq!(workspace.exchange(&jwt).await.status(), 200, "it still serves");
}
