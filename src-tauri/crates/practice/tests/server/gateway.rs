//! The API gateway in front of Assurance, Experience Platform and tags.

use serde_json::json;

use crate::support::{Workspace, access_token, gateway_refusal};

const PATHS: [&str; 3] = [
    "/graffias/graphql",
    "/data/foundation/schemaregistry/global/classes",
    "/companies",
];

#[tokio::test]
async fn every_missing_or_wrong_header_has_its_code() {
    let workspace = Workspace::with_certificate().await;
    let token = workspace.token(None).await;
    let of_account = access_token(workspace.exchange(&workspace.jwt()).await).await;
    let key = workspace.ready().oauth.client_id.clone();
    let organization = workspace.ready().organization_id.clone();
    let (good, nobody) = (Some(token.as_str()), Some("rubbish"));
    let (key, organization) = (Some(key.as_str()), Some(organization.as_str()));
    let foreign = Some("00000000000000000000AAAA@AdobeOrg");
    let table = [
        (None, good, organization, 403, "403000", "Api Key is required"),
        (Some("nobody"), good, organization, 403, "403003", "Api Key is invalid"),
        (key, None, organization, 403, "403010", "Oauth token is missing."),
        (key, nobody, organization, 401, "401013", "Oauth token is not valid"),
        (
            key,
            Some(of_account.as_str()),
            organization,
            401,
            "401014",
            "Token not allowed in the current context",
        ),
        (key, good, None, 400, "400003", "Missing header"),
        (key, good, Some("nonsense"), 403, "403027", "User region is missing"),
        (key, good, foreign, 403, "403025", "Profile is not valid"),
    ];
    for path in PATHS {
        let url = format!("{}{path}", workspace.ready().platform);
        for (key, token, organization, status, code, message) in table {
            let mut request = if path == PATHS[0] {
                workspace
                    .http
                    .post(&url)
                    .json(&json!({ "query": "{ sessions { uuid } }" }))
            } else {
                workspace.http.get(&url)
            };
            if let Some(key) = key {
                request = request.header("x-api-key", key);
            }
            if let Some(token) = token {
                request = request.bearer_auth(token);
            }
            if let Some(organization) = organization {
                request = request.header("x-gw-ims-org-id", organization);
            }
            let refusal = gateway_refusal(request.send().await.unwrap()).await;
            assert_eq!(refusal, (status, code.into(), message.into()), "{path}");
        }
    }
}

#[tokio::test]
async fn too_many_calls_meet_429_with_a_time_to_wait() {
    let workspace = Workspace::start().await;
    let token = workspace.token(None).await;
    workspace
        .settings(json!({ "requestsPerSecond": 0.25, "burst": 2 }))
        .await;
    let call = || workspace.call("/data/foundation/sandbox-management/", &token).send();
    assert_eq!(call().await.unwrap().status(), 200);
    assert_eq!(call().await.unwrap().status(), 200);
    let refused = call().await.unwrap();
    assert_eq!(refused.headers()["retry-after"], "4");
    let refusal = gateway_refusal(refused).await;
    assert_eq!(refusal, (429, "429050".into(), "Too many requests".into()));
}

#[tokio::test]
async fn assurance_answers_both_credentials_and_checks_scopes() {
    let workspace = Workspace::with_certificate().await;
    let account = workspace.ready().service_account.client_id.clone();
    let oauth = workspace.ready().oauth.client_id.clone();
    let by_jwt = access_token(workspace.exchange(&workspace.jwt()).await).await;
    let by_oauth = workspace.token(None).await;
    let narrow = workspace.token(Some("openid")).await;
    let ask = async |key: &str, token: &str| -> serde_json::Value {
        let answer = workspace
            .http
            .post(&workspace.ready().assurance)
            .bearer_auth(token)
            .header("x-api-key", key)
            .header("x-gw-ims-org-id", &workspace.ready().organization_id)
            .json(&json!({ "query": "query { sessions { uuid name } }" }))
            .send()
            .await
            .unwrap();
        assert_eq!(answer.status(), 200);
        assert!(answer.headers().contains_key("x-request-id"));
        answer.json().await.unwrap()
    };
    assert_eq!(ask(&account, &by_jwt).await["data"]["sessions"], json!([]));
    assert_eq!(ask(&oauth, &by_oauth).await["data"]["sessions"], json!([]));
    assert!(ask(&oauth, &narrow).await["errors"][0]["message"].is_string());
}

#[tokio::test]
async fn an_unknown_path_is_an_unknown_link() {
    let workspace = Workspace::start().await;
    let url = format!("{}/nowhere", workspace.ready().platform);
    let answer = workspace.http.get(url).send().await.unwrap();
    assert_eq!(answer.status(), 404);
    assert_eq!(
        answer.json::<serde_json::Value>().await.unwrap()["error_code"],
        "404040"
    );
}
