//! The console API: certificates and client secrets.

use reqwest::multipart::Form;
use serde_json::Value;

use crate::support::{Signer, Workspace, gateway_refusal, ims_refusal};

#[tokio::test]
async fn a_certificate_is_bound_listed_once_and_removed() {
    let workspace = Workspace::start().await;
    let pem = Signer::first().certificate_pem.as_bytes();
    workspace.register(pem).await;
    let bindings: Value = workspace.register(pem).await.json().await.unwrap();
    assert_eq!(bindings.as_array().unwrap().len(), 1, "the same certificate twice");
    let binding = &bindings[0];
    assert_eq!(binding["orgId"], workspace.ready().organization_id.as_str());
    let account = &workspace.ready().service_account.technical_account_id;
    assert_eq!(binding["technicalAccountId"], account.as_str());
    assert_eq!(binding["certificateFingerprint"].as_str().unwrap().len(), 40);
    assert!(binding["notAfter"].is_i64());

    let url = workspace.bindings_url();
    let listed: Value = workspace.http.get(&url).send().await.unwrap().json().await.unwrap();
    assert_eq!(listed, bindings);

    assert_eq!(workspace.exchange(&workspace.jwt()).await.status(), 200);
    let one = format!("{url}/{}", binding["bindingId"].as_str().unwrap());
    assert_eq!(workspace.http.delete(&one).send().await.unwrap().status(), 200);
    assert_eq!(workspace.http.delete(&one).send().await.unwrap().status(), 404);
    let refusal = ims_refusal(workspace.exchange(&workspace.jwt()).await).await;
    assert_eq!(refusal.2, "Could not match JWT signature to any of the bindings");
}

#[tokio::test]
async fn bad_uploads_are_refused_with_adobes_texts() {
    let workspace = Workspace::start().await;
    let text = async |answer: reqwest::Response| {
        assert_eq!(answer.status(), 400);
        answer.json::<String>().await.unwrap()
    };
    let url = workspace.bindings_url();
    let wrong_field = Form::new().text("file", Signer::first().certificate_pem.clone());
    let answer = workspace.http.post(&url).multipart(wrong_field).send().await.unwrap();
    assert_eq!(text(answer).await, "No certificate attached");
    let answer = workspace.http.post(&url).body("certificate").send().await.unwrap();
    assert_eq!(text(answer).await, "No certificate attached");
    assert_eq!(text(workspace.register(b"").await).await, "No certificate attached");
    for bytes in [Signer::first().key_pem.as_bytes(), b"hello"] {
        let refusal = text(workspace.register(bytes).await).await;
        assert!(refusal.starts_with("Argh, your certificate is not valid!"), "{refusal}");
    }
}

#[tokio::test]
async fn the_organization_goes_by_number_too_and_a_bad_token_is_refused() {
    let workspace = Workspace::start().await;
    let overview = workspace.http.get(workspace.control("")).send().await.unwrap();
    let overview: Value = overview.json().await.unwrap();
    let url = workspace.bindings_url();
    let organization = &workspace.ready().organization_id;
    let by_number = url.replace(organization, overview["organizationNumber"].as_str().unwrap());
    assert_eq!(workspace.http.get(by_number).send().await.unwrap().status(), 200);
    let foreign = url.replace(organization, "123");
    assert_eq!(workspace.http.get(foreign).send().await.unwrap().status(), 403);
    let integration = &workspace.ready().service_account.integration_id;
    let unknown = url.replace(&format!("/{integration}/"), "/1/");
    assert_eq!(workspace.http.get(unknown).send().await.unwrap().status(), 404);

    let bad = workspace.http.get(&url).bearer_auth("rubbish").send().await.unwrap();
    assert_eq!(gateway_refusal(bad).await.1, "401013");
    let token = workspace.token(None).await;
    let good = workspace.http.get(&url).bearer_auth(token).send().await.unwrap();
    assert_eq!(good.status(), 200);
}

#[tokio::test]
async fn a_secret_is_rotated() {
    let workspace = Workspace::start().await;
    let token = workspace.token(None).await;
    let oauth = workspace.ready().oauth.clone();
    let path = format!(
        "/console/organizations/{}/credentials/{}/secrets",
        workspace.ready().organization_id,
        oauth.credential_id
    );
    let url = format!("{}{path}", workspace.ready().console);
    let headed = |request: reqwest::RequestBuilder| request.bearer_auth(&token).header("x-api-key", &oauth.client_id);
    let list = async || -> Value {
        headed(workspace.http.get(&url))
            .send()
            .await
            .unwrap()
            .json()
            .await
            .unwrap()
    };

    let before = list().await;
    let old = before["client_secrets"][0].clone();
    assert_eq!(old["expires_at"], "PERMANENT");
    assert_eq!(old["secret_usages"][0]["grant_type"], "client_credentials");
    assert!(old.get("client_secret").is_none());

    let added = headed(workspace.http.post(&url)).send().await.unwrap();
    assert_eq!(added.status(), 201);
    let added: Value = added.json().await.unwrap();
    let new_secret = added["client_secret"].as_str().unwrap();
    assert_eq!(
        headed(workspace.http.post(&url)).send().await.unwrap().status(),
        400,
        "a third"
    );
    assert_eq!(
        workspace.oauth(&[("client_secret", Some(new_secret))]).await.status(),
        200
    );

    let delete = |uuid: &Value| headed(workspace.http.delete(format!("{url}/{}", uuid.as_str().unwrap()))).send();
    assert_eq!(delete(&old["uuid"]).await.unwrap().status(), 204);
    assert_eq!(delete(&old["uuid"]).await.unwrap().status(), 404);
    assert_eq!(delete(&added["uuid"]).await.unwrap().status(), 400, "the last one");
    let refusal = ims_refusal(workspace.oauth(&[]).await).await;
    assert_eq!(refusal.2, "invalid client_secret parameter");
}

#[tokio::test]
async fn secrets_need_a_key_a_token_and_the_scope() {
    let workspace = Workspace::start().await;
    let oauth = workspace.ready().oauth.clone();
    let url = format!(
        "{}/console/organizations/{}/credentials/{}/secrets",
        workspace.ready().console,
        workspace.ready().organization_id,
        oauth.credential_id
    );
    let code = async |request: reqwest::RequestBuilder| gateway_refusal(request.send().await.unwrap()).await.1;
    let get = || workspace.http.get(&url);
    assert_eq!(code(get()).await, "403000");
    assert_eq!(code(get().header("x-api-key", "nobody")).await, "403003");
    assert_eq!(code(get().header("x-api-key", &oauth.client_id)).await, "403010");
    let narrow = workspace.token(Some("openid")).await;
    let request = get().header("x-api-key", &oauth.client_id).bearer_auth(narrow);
    assert_eq!(code(request).await, "403011");
}
