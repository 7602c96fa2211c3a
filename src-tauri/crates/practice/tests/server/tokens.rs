//! Access tokens: their shape, validation and revocation; discovery.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::Value;

use crate::support::{Workspace, gateway_refusal, ims_refusal};

#[tokio::test]
async fn a_token_can_be_decoded_as_clients_do() {
    let workspace = Workspace::start().await;
    let token = workspace.token(None).await;
    let parts: Vec<&str> = token.split('.').collect();
    assert_eq!(parts.len(), 3);
    let payload: Value = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(parts[1]).unwrap()).unwrap();
    let number = |name: &str| payload[name].as_str().unwrap().parse::<i64>().unwrap();
    assert_eq!(number("expires_in"), 86_400_000);
    assert!(number("created_at") > 1_600_000_000_000);
    assert_eq!(payload["client_id"], workspace.ready().oauth.client_id.as_str());
    assert_eq!(
        payload["user_id"],
        workspace.ready().oauth.technical_account_id.as_str()
    );
    assert!((1100..2560).contains(&token.len()), "{}", token.len());
}

#[tokio::test]
async fn validation_knows_good_foreign_and_revoked_tokens() {
    let workspace = Workspace::start().await;
    let token = workspace.token(None).await;
    let url = format!("{}/ims/validate_token/v1", workspace.ready().ims);
    let valid = async |client_id: &str, token: &str| {
        let fields = [("type", "access_token"), ("client_id", client_id), ("token", token)];
        let answer = workspace.http.post(&url).form(&fields).send().await.unwrap();
        answer.json::<Value>().await.unwrap()["valid"].as_bool().unwrap()
    };
    let client_id = workspace.ready().oauth.client_id.clone();
    assert!(valid(&client_id, &token).await);
    assert!(!valid("nobody", &token).await);
    assert!(!valid(&client_id, "rubbish").await);

    let by_header = workspace.http.post(&url).bearer_auth(&token).send().await.unwrap();
    assert_eq!(by_header.json::<Value>().await.unwrap()["valid"], true);

    let revoked = workspace
        .http
        .post(workspace.control("/tokens/revoke"))
        .send()
        .await
        .unwrap();
    assert_eq!(revoked.json::<Value>().await.unwrap()["revoked"], 1);
    assert!(!valid(&client_id, &token).await);
    let refusal = gateway_refusal(workspace.call("/profile", &token).send().await.unwrap()).await;
    assert_eq!(refusal.1, "401013");
}

#[tokio::test]
async fn a_client_ends_its_own_token_in_both_ways() {
    let workspace = Workspace::with_certificate().await;
    let oauth = workspace.ready().oauth.clone();
    let other = workspace.ready().service_account.client_id.clone();
    let post = async |path: &str, fields: &[(&str, &str)]| {
        let url = format!("{}/ims/{path}", workspace.ready().ims);
        workspace.http.post(url).form(fields).send().await.unwrap()
    };
    let works = async |token: &str| workspace.call("/profile", token).send().await.unwrap().status() != 401;

    let token = workspace.token(None).await;
    let foreign = [
        ("client_id", other.as_str()),
        ("token", &token),
        ("token_type", "access_token"),
    ];
    assert_eq!(post("invalidate_token/v2", &foreign).await.status(), 200);
    assert!(works(&token).await, "another client's token stays");
    let own = [
        ("client_id", oauth.client_id.as_str()),
        ("token", &token),
        ("token_type", "access_token"),
    ];
    assert_eq!(post("invalidate_token/v2", &own).await.status(), 200);
    assert!(!works(&token).await);
    assert_eq!(post("invalidate_token/v2", &own).await.status(), 200, "twice");

    let token = workspace.token(None).await;
    let wrong = [
        ("client_id", oauth.client_id.as_str()),
        ("client_secret", "x"),
        ("token", &token),
    ];
    let refusal = ims_refusal(post("revoke", &wrong).await).await;
    assert_eq!(refusal.2, "invalid client_secret parameter");
    assert!(works(&token).await);
    let right = [
        ("client_id", oauth.client_id.as_str()),
        ("client_secret", &oauth.client_secret),
        ("token", &token),
    ];
    assert_eq!(post("revoke", &right).await.status(), 200);
    assert!(!works(&token).await);
    let missing = ims_refusal(post("invalidate_token/v2", &[("client_id", &oauth.client_id)]).await).await;
    assert_eq!(missing.1, "invalid_token");
}

#[tokio::test]
async fn the_account_behind_a_token_is_told_to_its_holder() {
    let workspace = Workspace::start().await;
    let token = workspace.token(None).await;
    let ready = workspace.ready();
    let account = ready.oauth.technical_account_id.as_str();
    let get = async |path: &str, token: &str| {
        let request = workspace
            .http
            .get(format!("{}/ims/{path}", ready.ims))
            .bearer_auth(token);
        request.send().await.unwrap()
    };
    let told = async |path: &str| get(path, &token).await.json::<Value>().await.unwrap();
    assert_eq!(told("profile/v1").await["userId"], account);
    assert_eq!(told("userinfo/v2").await["sub"], account);
    let organization = &told("organizations/v6").await[0]["orgRef"];
    let named = format!(
        "{}@{}",
        organization["ident"].as_str().unwrap(),
        organization["authSrc"].as_str().unwrap()
    );
    assert_eq!(named, ready.organization_id);
    for path in ["profile/v1", "userinfo/v2", "organizations/v6"] {
        let refusal = ims_refusal(get(path, "rubbish").await).await;
        assert_eq!((refusal.0, refusal.1.as_str()), (401, "invalid_token"));
    }
}

#[tokio::test]
async fn discovery_names_the_endpoints() {
    let workspace = Workspace::start().await;
    let ims = &workspace.ready().ims;
    let url = format!("{ims}/ims/.well-known/openid-configuration");
    let body: Value = workspace.http.get(url).send().await.unwrap().json().await.unwrap();
    assert_eq!(body["issuer"], "https://ims-na1.adobelogin.com");
    assert_eq!(body["token_endpoint"], format!("{ims}/ims/token/v3"));
}
