//! The JWT exchange: every path and encoding, and every refusal that a client can cause.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::Algorithm;
use reqwest::multipart::Form;
use serde_json::{Value, json};

use crate::support::{ADOBE_IMS, Signer, Workspace, access_token, ims_refusal, now};

const UNDECODABLE: &str = "JWT token is incorrectly formatted, and can not be decoded.";
const NO_BINDING: &str = "Could not match JWT signature to any of the bindings";
const NOT_BOUND: &str = "The metascopes in the JWT are not a subset of the metascopes in the binding.";

#[tokio::test]
async fn every_path_takes_every_encoding() {
    let workspace = Workspace::with_certificate().await;
    let account = workspace.ready().service_account.clone();
    let jwt = workspace.jwt();
    let fields = [
        ("client_id", account.client_id),
        ("client_secret", account.client_secret),
        ("jwt_token", jwt),
    ];
    for path in ["/ims/exchange/jwt", "/ims/exchange/jwt/", "/ims/exchange/v1/jwt"] {
        let url = format!("{}{path}", workspace.ready().ims);
        let form = fields
            .iter()
            .fold(Form::new(), |form, (name, value)| form.text(*name, value.clone()));
        let requests = [
            workspace.http.post(&url).form(&fields),
            workspace.http.post(&url).multipart(form),
            workspace.http.post(&url).query(&fields),
        ];
        for request in requests {
            let answer = request.send().await.unwrap();
            assert_eq!(answer.status(), 200, "{path}");
            let body: Value = answer.json().await.unwrap();
            assert_eq!(body["token_type"], "bearer");
            assert_eq!(body["expires_in"], 86_399_992, "milliseconds");
        }
    }
}

#[tokio::test]
async fn a_get_is_not_an_exchange() {
    let workspace = Workspace::start().await;
    let url = format!("{}/ims/exchange/jwt", workspace.ready().ims);
    assert_eq!(workspace.http.get(url).send().await.unwrap().status(), 405);
}

#[tokio::test]
async fn all_three_hashes_and_both_hosts_are_taken() {
    let workspace = Workspace::with_certificate().await;
    for algorithm in [Algorithm::RS256, Algorithm::RS384, Algorithm::RS512] {
        let jwt = Signer::first().sign(algorithm, &Value::Object(workspace.claims()));
        access_token(workspace.exchange(&jwt).await).await;
    }
    let base = &workspace.ready().ims;
    let mut claims = workspace.claims();
    let client_id = &workspace.ready().service_account.client_id;
    claims.insert("aud".into(), json!(format!("{base}/c/{client_id}")));
    claims.insert("iat".into(), json!(now()));
    claims.remove(&format!("{ADOBE_IMS}/s/assurance_automation"));
    claims.insert(format!("{base}/s/ent_dataservices_sdk"), json!(true));
    let jwt = Signer::first().sign(Algorithm::RS256, &Value::Object(claims));
    access_token(workspace.exchange(&jwt).await).await;
}

#[tokio::test]
async fn every_listed_metascope_is_granted() {
    let workspace = Workspace::with_certificate().await;
    let mut claims = workspace.claims();
    for metascope in &workspace.ready().service_account.metascopes {
        claims.insert(format!("{ADOBE_IMS}/s/{metascope}"), json!(true));
    }
    let jwt = Signer::first().sign(Algorithm::RS256, &Value::Object(claims));
    access_token(workspace.exchange(&jwt).await).await;
}

#[tokio::test]
async fn wrong_claims_are_refused_with_adobes_codes() {
    let workspace = Workspace::with_certificate().await;
    let other = workspace.ready().oauth.client_id.clone();
    let scope = format!("{ADOBE_IMS}/s/assurance_automation");
    let organization = "00000000000000000000AAAA@AdobeOrg";
    let table: [(&str, Value, u16, &str, Option<&str>); 16] = [
        ("exp", json!(null), 400, "bad_request", None),
        ("exp", json!("21 Nov 2026"), 400, "invalid_token", Some(UNDECODABLE)),
        ("exp", json!(1.5), 400, "invalid_token", Some(UNDECODABLE)),
        ("exp", json!(now() - 10), 400, "invalid_token", None),
        ("exp", json!(now() + 100_000), 400, "bad_request", None),
        ("exp", json!((now() + 300) * 1000), 400, "bad_request", None),
        ("iss", json!(null), 400, "bad_request", None),
        ("iss", json!("ABC@Adobe.Org"), 400, "bad_request", None),
        ("iss", json!(organization), 400, "invalid_token", Some(NO_BINDING)),
        ("sub", json!("someone@example.com"), 400, "bad_request", None),
        (
            "sub",
            json!("AAAA@techacct.adobe.com"),
            400,
            "invalid_token",
            Some(NO_BINDING),
        ),
        ("aud", json!(null), 400, "invalid_client", None),
        (
            "aud",
            json!("https://ims-na1-stg1.adobelogin.com/c/x"),
            400,
            "invalid_client",
            None,
        ),
        (
            "aud",
            json!(format!("{ADOBE_IMS}/c/{other}")),
            400,
            "invalid_client",
            None,
        ),
        (
            "aud",
            json!(format!("{ADOBE_IMS}/c/nobody")),
            400,
            "invalid_client",
            None,
        ),
        (&scope, json!(null), 400, "invalid_scope", None),
    ];
    for (claim, value, status, code, text) in table {
        let claims = workspace.claims_with(claim, value.clone());
        let jwt = Signer::first().sign(Algorithm::RS256, &claims);
        let refusal = ims_refusal(workspace.exchange(&jwt).await).await;
        assert_eq!((refusal.0, refusal.1.as_str()), (status, code), "{claim} {value}");
        if let Some(text) = text {
            assert_eq!(refusal.2, text, "{claim} {value}");
        }
    }
}

#[tokio::test]
async fn an_unknown_metascope_is_refused_with_adobes_text() {
    let workspace = Workspace::with_certificate().await;
    let claims = workspace.claims_with(&format!("{ADOBE_IMS}/s/ent_typo_sdk"), json!(true));
    let jwt = Signer::first().sign(Algorithm::RS256, &claims);
    let refusal = ims_refusal(workspace.exchange(&jwt).await).await;
    assert_eq!(refusal, (400, "invalid_scope".into(), NOT_BOUND.into()));
}

#[tokio::test]
async fn wrong_clients_and_secrets_are_refused() {
    let workspace = Workspace::with_certificate().await;
    let ready = workspace.ready().clone();
    let account = &ready.service_account;
    let jwt = workspace.jwt();

    let refusal = ims_refusal(workspace.exchange_as("nobody", "x", &jwt).await).await;
    assert_eq!(
        refusal,
        (400, "invalid_client".into(), "invalid client_id parameter".into())
    );
    let refusal = ims_refusal(workspace.exchange_as(&account.client_id, "x", &jwt).await).await;
    assert_eq!(
        refusal,
        (401, "invalid_client".into(), "invalid client_secret parameter".into())
    );
    let oauth = &ready.oauth;
    let answer = workspace
        .exchange_as(&oauth.client_id, &oauth.client_secret, &jwt)
        .await;
    let refusal = ims_refusal(answer).await;
    assert_eq!((refusal.0, refusal.1.as_str()), (401, "invalid_client"));
}

#[tokio::test]
async fn what_is_no_jwt_cannot_be_decoded() {
    let workspace = Workspace::with_certificate().await;
    let jwt = workspace.jwt();
    let unsigned = jwt.rsplit_once('.').unwrap().0;
    for bad in ["rubbish", "a.b.c", unsigned, &format!("{unsigned}.")] {
        let refusal = ims_refusal(workspace.exchange(bad).await).await;
        assert_eq!(refusal, (400, "invalid_token".into(), UNDECODABLE.into()), "{bad}");
    }
    let missing = ims_refusal(workspace.exchange("").await).await;
    assert_eq!((missing.0, missing.1.as_str()), (400, "invalid_token"));
}

#[tokio::test]
async fn only_a_bound_and_unexpired_key_signs() {
    let workspace = Workspace::start().await;
    let binding = |refusal| assert_eq!(refusal, (400, "invalid_token".into(), NO_BINDING.into()));
    let claims = Value::Object(workspace.claims());

    binding(ims_refusal(workspace.exchange(&workspace.jwt()).await).await);
    workspace.register(Signer::expired().certificate_pem.as_bytes()).await;
    let jwt = Signer::expired().sign(Algorithm::RS256, &claims);
    binding(ims_refusal(workspace.exchange(&jwt).await).await);

    workspace.register(&Signer::first().certificate_der).await;
    let jwt = Signer::second().sign(Algorithm::RS256, &claims);
    binding(ims_refusal(workspace.exchange(&jwt).await).await);
    workspace.register(Signer::second().certificate_pem.as_bytes()).await;
    access_token(workspace.exchange(&jwt).await).await;
    access_token(workspace.exchange(&workspace.jwt()).await).await;
}

#[tokio::test]
async fn a_signature_that_does_not_fit_its_algorithm_is_named_so() {
    let workspace = Workspace::with_certificate().await;
    let jwt = workspace.jwt();
    let (message, _) = jwt.rsplit_once('.').unwrap();
    let (_, payload) = message.split_once('.').unwrap();
    // Signed with SHA-256 over a header that says SHA-512.
    let header = URL_SAFE_NO_PAD.encode(r#"{"alg":"RS512","typ":"JWT"}"#);
    let message = format!("{header}.{payload}");
    let signature = jsonwebtoken::crypto::sign(
        message.as_bytes(),
        &jsonwebtoken::EncodingKey::from_rsa_pem(Signer::first().key_pem.as_bytes()).unwrap(),
        Algorithm::RS256,
    )
    .unwrap();
    let refusal = ims_refusal(workspace.exchange(&format!("{message}.{signature}")).await).await;
    assert_eq!((refusal.0, refusal.1.as_str()), (400, "invalid_signature"));

    let header = URL_SAFE_NO_PAD.encode(r#"{"alg":"none"}"#);
    let unsigned = format!("{header}.{payload}.c2lnbmF0dXJl");
    let refusal = ims_refusal(workspace.exchange(&unsigned).await).await;
    assert_eq!((refusal.0, refusal.1.as_str()), (400, "invalid_signature"));
}

#[tokio::test]
async fn a_binding_can_require_a_growing_jti() {
    let workspace = Workspace::with_certificate().await;
    workspace.settings(json!({ "requiresJti": true })).await;
    let steps = [
        (json!(null), Some("invalid_jti")),
        (json!("abc"), Some("invalid_token")),
        (json!(["1"]), Some("bad_request")),
        (json!("1470000000"), None),
        (json!("1470000000"), Some("invalid_jti")),
        (json!("1469999999"), Some("invalid_jti")),
        (json!("1470000001"), None),
    ];
    for (jti, code) in steps {
        let claims = workspace.claims_with("jti", jti.clone());
        let answer = workspace
            .exchange(&Signer::first().sign(Algorithm::RS256, &claims))
            .await;
        match code {
            Some(code) => {
                let refusal = ims_refusal(answer).await;
                assert_eq!((refusal.0, refusal.1.as_str()), (400, code), "{jti}");
            }
            None => assert_eq!(answer.status(), 200, "{jti}"),
        }
    }
}

#[tokio::test]
async fn a_migrated_service_account_answers_as_adobes() {
    let workspace = Workspace::with_certificate().await;
    workspace.settings(json!({ "migrated": true })).await;
    let refusal = ims_refusal(workspace.exchange(&workspace.jwt()).await).await;
    assert_eq!(refusal, (500, "internal_error".into(), "Please try again later".into()));
}

#[tokio::test]
async fn too_many_tokens_are_throttled() {
    let workspace = Workspace::with_certificate().await;
    workspace
        .settings(json!({ "tokensPerSecond": 0.1, "tokenBurst": 1 }))
        .await;
    let jwt = workspace.jwt();
    assert_eq!(workspace.exchange(&jwt).await.status(), 200);
    let refused = workspace.exchange(&jwt).await;
    assert_eq!(refused.status(), 429);
    let wait: u64 = refused.headers()["retry-after"].to_str().unwrap().parse().unwrap();
    assert!((1..=10).contains(&wait));
}
