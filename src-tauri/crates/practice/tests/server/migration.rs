//! The way of a service account to OAuth Server-to-Server.

use http::Method;
use jsonwebtoken::Algorithm;
use reqwest::Response;
use serde_json::{Value, json};

use crate::support::{ADOBE_IMS, Signer, Workspace, access_token, gateway_refusal, ims_refusal};

/// The console calls that a service account makes about itself, with a token of the metascope that
/// opens the I/O Management API.
struct Account<'a> {
    workspace: &'a Workspace,
    token: String,
}

impl<'a> Account<'a> {
    async fn of(workspace: &'a Workspace) -> Self {
        let claims = workspace.claims_with(&format!("{ADOBE_IMS}/s/ent_adobeio_sdk"), json!(true));
        let jwt = Signer::first().sign(Algorithm::RS256, &claims);
        let token = access_token(workspace.exchange(&jwt).await).await;
        Self { workspace, token }
    }

    async fn call(&self, method: Method, path: &str) -> Response {
        let ready = self.workspace.ready();
        let url = format!(
            "{}/console/organizations/{}{path}",
            ready.console, ready.organization_id
        );
        self.workspace
            .http
            .request(method, url)
            .bearer_auth(&self.token)
            .header("x-api-key", &ready.service_account.client_id)
            .send()
            .await
            .unwrap()
    }

    async fn migration(&self, method: Method, call: &str) -> Response {
        let number = &self.workspace.ready().service_account.integration_id;
        let path = format!("/credentials/oauth-server-to-server/{number}/{call}");
        self.call(method, &path).await
    }

    async fn secrets(&self, method: Method) -> Response {
        let number = &self.workspace.ready().service_account.integration_id;
        self.call(method, &format!("/credentials/{number}/secrets")).await
    }

    async fn status(&self) -> String {
        let answer: Value = self.migration(Method::GET, "status").await.json().await.unwrap();
        answer["migrationStatus"].as_str().unwrap().to_owned()
    }
}

async fn client_credentials(workspace: &Workspace, scope: &str) -> Response {
    let account = &workspace.ready().service_account;
    let changes = [
        ("client_id", Some(account.client_id.as_str())),
        ("client_secret", Some(account.client_secret.as_str())),
        ("scope", Some(scope)),
    ];
    workspace.oauth(&changes).await
}

#[tokio::test]
async fn both_ways_work_while_it_is_under_way_and_one_when_it_is_finished() {
    let workspace = Workspace::with_certificate().await;
    let account = Account::of(&workspace).await;
    assert_eq!(account.status().await, "NOT_STARTED");
    assert_eq!(account.migration(Method::GET, "binding").await.status(), 404);
    assert_eq!(account.migration(Method::PATCH, "finalize").await.status(), 404);
    let refusal = ims_refusal(client_credentials(&workspace, "openid").await).await;
    assert_eq!(refusal.1, "unauthorized_client");

    let started = account.migration(Method::POST, "binding").await;
    assert_eq!(started.status(), 201);
    let started: Value = started.json().await.unwrap();
    let ready = workspace.ready();
    assert_eq!(started["organizationId"], ready.organization_id.as_str());
    assert_eq!(started["clientId"], ready.service_account.client_id.as_str());
    assert_eq!(
        started["servicePrincipalId"],
        ready.service_account.technical_account_id.as_str()
    );
    assert!(started["createdAt"].is_string() && started["createdByUser"].is_string());
    let inspected: Value = account.migration(Method::GET, "binding").await.json().await.unwrap();
    assert_eq!(inspected, started);
    assert_eq!(account.status().await, "STARTED");
    assert_eq!(account.migration(Method::POST, "binding").await.status(), 400, "twice");

    access_token(workspace.exchange(&workspace.jwt()).await).await;
    let scopes = started["allowedScopes"].as_str().unwrap();
    for scope in ["assurance_read_events", "reactor_admin", "read_client_secret"] {
        assert!(scopes.split(',').any(|allowed| allowed == scope), "{scope}");
    }
    let token = access_token(client_credentials(&workspace, scopes).await).await;
    let answer = workspace
        .http
        .post(&ready.assurance)
        .bearer_auth(token)
        .header("x-api-key", &ready.service_account.client_id)
        .header("x-gw-ims-org-id", &ready.organization_id)
        .json(&json!({ "query": "{ sessions { uuid } }" }))
        .send()
        .await
        .unwrap();
    assert_eq!(answer.json::<Value>().await.unwrap()["data"]["sessions"], json!([]));
    let refusal = ims_refusal(client_credentials(&workspace, "assurance_automation").await).await;
    assert_eq!(refusal.1, "invalid_scope");

    assert_eq!(account.migration(Method::PATCH, "finalize").await.status(), 200);
    assert_eq!(account.status().await, "COMPLETED");
    access_token(client_credentials(&workspace, "openid").await).await;
    let refusal = ims_refusal(workspace.exchange(&workspace.jwt()).await).await;
    assert_eq!(refusal, (500, "internal_error".into(), "Please try again later".into()));
    for (method, call) in [
        (Method::POST, "binding"),
        (Method::DELETE, "binding"),
        (Method::PATCH, "finalize"),
    ] {
        assert_eq!(
            account.migration(method, call).await.status(),
            400,
            "no way back: {call}"
        );
    }
    let bindings = workspace.http.get(workspace.bindings_url()).send().await.unwrap();
    assert_eq!(bindings.status(), 404, "the integration is gone");
}

#[tokio::test]
async fn cancelling_leaves_a_service_account() {
    let workspace = Workspace::with_certificate().await;
    let account = Account::of(&workspace).await;
    account.migration(Method::POST, "binding").await;
    assert_eq!(account.migration(Method::DELETE, "binding").await.status(), 204);
    assert_eq!(account.status().await, "NOT_STARTED");
    assert_eq!(account.migration(Method::DELETE, "binding").await.status(), 404);
    let refusal = ims_refusal(client_credentials(&workspace, "openid").await).await;
    assert_eq!(refusal.1, "unauthorized_client");
    access_token(workspace.exchange(&workspace.jwt()).await).await;
    assert_eq!(account.migration(Method::POST, "binding").await.status(), 201);
}

#[tokio::test]
async fn client_secrets_stay_as_they_are_while_it_is_under_way() {
    let workspace = Workspace::with_certificate().await;
    let account = Account::of(&workspace).await;
    let listed: Value = account.secrets(Method::GET).await.json().await.unwrap();
    assert_eq!(
        listed["client_secrets"][0]["secret_usages"][0]["grant_type"],
        "jwt_exchange"
    );

    account.migration(Method::POST, "binding").await;
    assert_eq!(account.secrets(Method::GET).await.status(), 200);
    let refused = account.secrets(Method::POST).await;
    assert_eq!(refused.status(), 400);
    assert!(refused.json::<String>().await.unwrap().contains("migration"));

    account.migration(Method::PATCH, "finalize").await;
    assert_eq!(account.secrets(Method::POST).await.status(), 201);
}

#[tokio::test]
async fn the_refusal_of_a_finished_migration_can_be_chosen() {
    let workspace = Workspace::with_certificate().await;
    workspace
        .settings(json!({ "migrated": true, "migratedAnswer": "invalidClient" }))
        .await;
    let refusal = ims_refusal(workspace.exchange(&workspace.jwt()).await).await;
    assert_eq!((refusal.0, refusal.1.as_str()), (401, "invalid_client"));
    access_token(client_credentials(&workspace, "openid").await).await;
    workspace.settings(json!({ "migrated": false })).await;
    access_token(workspace.exchange(&workspace.jwt()).await).await;
}

#[tokio::test]
async fn it_needs_the_right_to_manage_credentials() {
    let workspace = Workspace::with_certificate().await;
    let account = Account {
        workspace: &workspace,
        token: access_token(workspace.exchange(&workspace.jwt()).await).await,
    };
    let refusal = gateway_refusal(account.migration(Method::POST, "binding").await).await;
    assert_eq!(refusal.1, "403011", "assurance_automation alone");
    let refusal = gateway_refusal(account.secrets(Method::GET).await).await;
    assert_eq!(refusal.1, "403011");
    let foreign = Account {
        workspace: &workspace,
        token: workspace.token(None).await,
    };
    let refusal = gateway_refusal(foreign.migration(Method::GET, "status").await).await;
    assert_eq!(refusal.1, "401014", "the key is the service account's");
}

#[tokio::test]
async fn an_oauth_credential_has_nothing_to_migrate() {
    let workspace = Workspace::start().await;
    let ready = workspace.ready();
    let token = workspace.token(None).await;
    let call = async |method: Method, credential: &str, call: &str| {
        let url = format!(
            "{}/console/organizations/{}/credentials/oauth-server-to-server/{credential}/{call}",
            ready.console, ready.organization_id
        );
        workspace
            .http
            .request(method, url)
            .bearer_auth(&token)
            .header("x-api-key", &ready.oauth.client_id)
            .send()
            .await
            .unwrap()
    };
    let own = ready.oauth.credential_id.as_str();
    let status: Value = call(Method::GET, own, "status").await.json().await.unwrap();
    assert_eq!(status["migrationStatus"], "NONE");
    assert_eq!(call(Method::POST, own, "binding").await.status(), 400);
    assert_eq!(call(Method::GET, "1", "status").await.status(), 404);
    assert_eq!(
        call(Method::GET, &ready.oauth.client_id, "status").await.status(),
        404,
        "credentials go by number"
    );
}

#[tokio::test]
async fn it_survives_a_restart() {
    let directory = tempfile::tempdir().unwrap();
    let options = || practice::Options {
        autoconnect: false,
        state_dir: Some(directory.path().to_owned()),
        ..practice::Options::default()
    };
    let first = Workspace::with(options()).await;
    first.register(Signer::first().certificate_pem.as_bytes()).await;
    Account::of(&first).await.migration(Method::POST, "binding").await;
    first.practice.stop().await.unwrap();

    let second = Workspace::with(options()).await;
    assert_eq!(Account::of(&second).await.status().await, "STARTED");
    access_token(client_credentials(&second, "openid").await).await;
}
