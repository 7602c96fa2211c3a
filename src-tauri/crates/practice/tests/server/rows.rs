//! Every row of Adobe's error tables can be seen: by name through a fault, whoever causes it or not.

use practice::{FaultKind, FaultRule, GatewayRow, ImsRow};
use reqwest::Response;
use serde_json::{Value, json};

use crate::support::{Workspace, access_token, gateway_refusal, ims_refusal};

const SANDBOXES: &str = "/data/foundation/sandbox-management/";

async fn next(workspace: &Workspace, rule: &Value) {
    let answer = workspace
        .http
        .post(workspace.control("/faults"))
        .json(rule)
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), 200, "{rule}: {}", answer.text().await.unwrap());
}

#[tokio::test]
async fn the_next_exchange_answers_any_row_of_ims() {
    let workspace = Workspace::with_certificate().await;
    for row in ImsRow::ALL {
        let rule = json!({ "path": "/ims/exchange", "kind": "ims", "row": row, "times": 1 });
        next(&workspace, &rule).await;
        let refusal = ims_refusal(workspace.exchange(&workspace.jwt()).await).await;
        assert_eq!(refusal, (row.status(), row.code().into(), row.text().into()), "{rule}");
        access_token(workspace.exchange(&workspace.jwt()).await).await;
    }
}

#[tokio::test]
async fn the_next_call_answers_any_row_of_the_gateway() {
    let workspace = Workspace::start().await;
    let token = workspace.token(None).await;
    for row in GatewayRow::ALL {
        let rule = json!({ "path": "/data", "kind": "gateway", "row": row.code(), "times": 1 });
        next(&workspace, &rule).await;
        let refusal = gateway_refusal(workspace.call(SANDBOXES, &token).send().await.unwrap()).await;
        assert_eq!(refusal, (row.status(), row.code().into(), row.text().into()), "{rule}");
    }
    assert_eq!(workspace.call(SANDBOXES, &token).send().await.unwrap().status(), 200);
}

#[tokio::test]
async fn a_row_can_say_how_long_to_wait() {
    let workspace = Workspace::start().await;
    let token = workspace.token(None).await;
    let retry_after = |answer: &Response| answer.headers()["retry-after"].to_str().unwrap().to_owned();

    let rule = json!({ "path": "/ims/token", "kind": "ims", "row": "tooManyRequests", "retryAfter": 9, "times": 1 });
    next(&workspace, &rule).await;
    let refused = workspace.oauth(&[]).await;
    assert_eq!((refused.status().as_u16(), retry_after(&refused)), (429, "9".into()));

    let kind = FaultKind::Gateway {
        row: GatewayRow::ClientDelayed,
        retry_after: Some(3),
    };
    workspace.practice.faults().add(FaultRule::new("/data", kind));
    let refused = workspace.call(SANDBOXES, &token).send().await.unwrap();
    assert_eq!((refused.status().as_u16(), retry_after(&refused)), (503, "3".into()));
}

#[tokio::test]
async fn an_error_that_nobody_has_seen_can_be_made_up() {
    let workspace = Workspace::start().await;
    let body = json!({ "error": "brand_new", "error_description": " " });
    next(
        &workspace,
        &json!({ "path": "/ims", "kind": "answer", "status": 418, "body": body }),
    )
    .await;
    let answer = workspace.oauth(&[]).await;
    assert_eq!(answer.status(), 418);
    assert!(answer.headers().contains_key("x-debug-id"));
    assert_eq!(answer.json::<Value>().await.unwrap(), body);
}

#[tokio::test]
async fn a_row_that_does_not_exist_is_refused() {
    let workspace = Workspace::start().await;
    for rule in [
        json!({ "kind": "ims", "row": "nonsense" }),
        json!({ "kind": "gateway", "row": "403999" }),
    ] {
        let request = workspace.http.post(workspace.control("/faults")).json(&rule);
        let answer = request.send().await.unwrap();
        assert_eq!(answer.status(), 400, "{rule}");
    }
    assert!(workspace.practice.faults().rules().is_empty());
}

#[tokio::test]
async fn without_a_product_profile_the_services_turn_the_account_away() {
    let workspace = Workspace::start().await;
    workspace.settings(json!({ "productProfile": false })).await;
    let token = workspace.token(None).await;
    let refusal = gateway_refusal(workspace.call(SANDBOXES, &token).send().await.unwrap()).await;
    assert_eq!(refusal, (403, "403027".into(), "User region is missing".into()));
    let tags = workspace
        .call("/companies", &token)
        .header("accept", "application/vnd.api+json;revision=1");
    let tags: Value = tags.send().await.unwrap().json().await.unwrap();
    assert_eq!(tags["errors"][0]["code"], "no-available-orgs");
    workspace.settings(json!({ "productProfile": true })).await;
    assert_eq!(workspace.call(SANDBOXES, &token).send().await.unwrap().status(), 200);
}
