//! Tags: profile, companies and properties.

use http::header::ACCEPT;
use serde_json::{Value, json};

use crate::support::Workspace;

const JSON_API: &str = "application/vnd.api+json;revision=1";

async fn document(workspace: &Workspace, token: &str, path: &str) -> (u16, Value) {
    let answer = workspace
        .call(path, token)
        .header(ACCEPT, JSON_API)
        .send()
        .await
        .unwrap();
    assert_eq!(answer.headers()["content-type"], "application/vnd.api+json");
    (answer.status().as_u16(), answer.json().await.unwrap())
}

#[tokio::test]
async fn one_walks_from_profile_to_property() {
    let workspace = Workspace::start().await;
    let token = workspace.token(None).await;
    let (_, profile) = document(&workspace, &token, "/profile").await;
    let organization = workspace.ready().organization_id.as_str();
    assert_eq!(profile["data"]["attributes"]["active_org"], organization);
    assert!(profile["data"]["attributes"]["organizations"][organization].is_object());

    let (_, companies) = document(&workspace, &token, "/companies").await;
    assert_eq!(companies["meta"]["pagination"]["total_count"], 1);
    let company = companies["data"][0]["id"].as_str().unwrap();
    let (_, one) = document(&workspace, &token, &format!("/companies/{company}")).await;
    assert_eq!(one["data"], companies["data"][0]);

    let list = format!("/companies/{company}/properties?page[number]=2&page[size]=1");
    let (_, second) = document(&workspace, &token, &list).await;
    let pagination = json!({
        "current_page": 2, "next_page": null, "prev_page": 1, "total_pages": 2, "total_count": 2,
    });
    assert_eq!(second["meta"]["pagination"], pagination);
    let property = second["data"][0]["id"].as_str().unwrap();
    let (_, one) = document(&workspace, &token, &format!("/properties/{property}")).await;
    assert_eq!(one["data"]["attributes"]["platform"], "mobile");
    assert_eq!(one["data"]["relationships"]["company"]["data"]["id"], company);
}

#[tokio::test]
async fn rights_follow_the_roles_of_the_token() {
    let workspace = Workspace::start().await;
    let token = workspace.token(Some("openid,reactor_developer")).await;
    let (_, companies) = document(&workspace, &token, "/companies").await;
    assert_eq!(companies["data"][0]["meta"]["rights"], json!([]));
    let company = companies["data"][0]["id"].as_str().unwrap();
    let path = format!("/companies/{company}/properties");
    let (_, properties) = document(&workspace, &token, &path).await;
    assert_eq!(properties["data"][0]["meta"]["rights"], json!(["develop"]));
}

#[tokio::test]
async fn refusals_are_json_api_errors() {
    let workspace = Workspace::start().await;
    let token = workspace.token(None).await;
    let narrow = workspace.token(Some("openid")).await;
    for (token, path, status, code) in [
        (&token, "/companies/CO0", 404, "not-found"),
        (&token, "/properties/PR0", 404, "not-found"),
        (&token, "/companies?page[size]=0", 400, "invalid-page"),
        (&narrow, "/companies", 403, "no-available-orgs"),
    ] {
        let (answered, body) = document(&workspace, token, path).await;
        assert_eq!(answered, status, "{path}");
        let error = &body["errors"][0];
        assert_eq!(error["code"], code);
        assert_eq!(error["status"], status.to_string());
        assert!(error["id"].is_string() && error["title"].is_string());
        assert!(error["meta"]["request_id"].is_string());
    }
    let plain = workspace.call("/companies", &token).header(ACCEPT, "application/json");
    assert_eq!(plain.send().await.unwrap().status(), 406);
}

#[tokio::test]
async fn adobes_own_tools_key_is_taken_here_and_nowhere_else() {
    let workspace = Workspace::start().await;
    let token = workspace.token(None).await;
    let call = |path: &str| {
        workspace
            .http
            .get(format!("{}{path}", workspace.ready().tags))
            .bearer_auth(&token)
            .header("x-api-key", "Activation-DTM")
            .header("x-gw-ims-org-id", &workspace.ready().organization_id)
            .header(ACCEPT, JSON_API)
            .send()
    };
    assert_eq!(call("/companies").await.unwrap().status(), 200);
    assert_eq!(
        call("/data/foundation/sandbox-management/").await.unwrap().status(),
        403
    );
}
