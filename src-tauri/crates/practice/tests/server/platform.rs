//! Experience Platform: classes and sandboxes.

use http::header::{ACCEPT, CONTENT_TYPE};
use serde_json::Value;

use crate::support::{Workspace, gateway_refusal};

const GLOBAL: &str = "/data/foundation/schemaregistry/global/classes";
const TENANT: &str = "/data/foundation/schemaregistry/tenant/classes";

#[tokio::test]
async fn the_credential_test_of_adobes_guide_passes() {
    let workspace = Workspace::start().await;
    let token = workspace.token(None).await;
    for (path, accept) in [
        (GLOBAL.to_owned(), "application/vnd.adobe.xed-id+json"),
        (
            format!("{GLOBAL}/?limit=300"),
            "application/vnd.adobe.xdm-id+json; version=1",
        ),
        (TENANT.to_owned(), "application/vnd.adobe.xed-id+json"),
        (format!("{TENANT}/"), "application/vnd.adobe.xed-id+json"),
    ] {
        let answer = workspace
            .call(&path, &token)
            .header(ACCEPT, accept)
            .send()
            .await
            .unwrap();
        assert_eq!(answer.status(), 200, "{path}");
        assert!(
            answer.headers()[CONTENT_TYPE]
                .to_str()
                .unwrap()
                .starts_with("application/vnd")
        );
        let body: Value = answer.json().await.unwrap();
        let class = &body["results"][0];
        assert!(class["title"].is_string() && class["$id"].is_string());
        assert!(class["meta:altId"].is_string() && class["version"].is_string());
        assert!(body["_page"].as_object().unwrap().contains_key("next"));
    }
}

#[tokio::test]
async fn classes_come_in_pages() {
    let workspace = Workspace::start().await;
    let token = workspace.token(None).await;
    let mut start = String::new();
    let mut titles = Vec::new();
    loop {
        let answer = workspace
            .call(GLOBAL, &token)
            .query(&[("limit", "4"), ("start", &start)][..if start.is_empty() { 1 } else { 2 }])
            .header(ACCEPT, "application/vnd.adobe.xed-id+json")
            .send()
            .await
            .unwrap();
        let body: Value = answer.json().await.unwrap();
        let page = body["results"].as_array().unwrap();
        titles.extend(page.iter().map(|class| class["title"].as_str().unwrap().to_owned()));
        match body["_page"]["next"].as_str() {
            Some(next) => start = next.to_owned(),
            None => break,
        }
    }
    assert_eq!(titles.len(), 6);
    assert_eq!(titles[0], "XDM ExperienceEvent");
}

#[tokio::test]
async fn classes_need_their_accept_header_and_a_fitting_scope() {
    let workspace = Workspace::start().await;
    let token = workspace.token(None).await;
    let answer = workspace.call(GLOBAL, &token).send().await.unwrap();
    assert_eq!(answer.status(), 400);
    let body: Value = answer.json().await.unwrap();
    assert!(
        body["type"]
            .as_str()
            .unwrap()
            .starts_with("http://ns.adobe.com/aep/errors/")
    );
    assert_eq!(body["status"], 400);
    assert!(body["title"].is_string() && body["detail"].is_string());

    let narrow = workspace.token(Some("openid")).await;
    let refusal = gateway_refusal(workspace.call(GLOBAL, &narrow).send().await.unwrap()).await;
    assert_eq!(refusal, (403, "403011".into(), "Scope mismatch".into()));
}

#[tokio::test]
async fn sandboxes_are_listed() {
    let workspace = Workspace::start().await;
    let token = workspace.token(None).await;
    let root = "/data/foundation/sandbox-management";
    for path in [
        format!("{root}/?limit=3&offset=1"),
        format!("{root}/sandboxes"),
        root.to_owned(),
    ] {
        let answer = workspace.call(&path, &token).send().await.unwrap();
        assert_eq!(answer.status(), 200, "{path}");
        let body: Value = answer.json().await.unwrap();
        assert_eq!(body["sandboxes"][0]["name"], "prod");
        assert_eq!(body["sandboxes"][0]["isDefault"], true);
        assert_eq!(body["_page"]["count"], 2);
    }
}
