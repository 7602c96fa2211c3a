//! Misbehaviour on request.

use std::time::{Duration, Instant};

use http::header::{CONTENT_TYPE, DATE};
use practice::{Encoding, FaultKind, FaultRule};
use serde_json::{Value, json};

use crate::support::{Workspace, gateway_refusal, ims_refusal};

const SANDBOXES: &str = "/data/foundation/sandbox-management/";

#[tokio::test]
async fn statuses_come_with_the_bodies_of_gateways_and_proxies() {
    let workspace = Workspace::start().await;
    let token = workspace.token(None).await;
    let call = async |status, retry_after| {
        let kind = FaultKind::Status { status, retry_after };
        workspace.practice.faults().add(FaultRule::new("/data", kind).times(1));
        workspace.call(SANDBOXES, &token).send().await.unwrap()
    };
    let limited = call(429, Some(7)).await;
    assert_eq!(limited.headers()["retry-after"], "7");
    assert_eq!(limited.json::<Value>().await.unwrap()["error_code"], "429050");
    assert!(!call(429, None).await.headers().contains_key("retry-after"));
    assert_eq!(
        call(503, None).await.json::<Value>().await.unwrap()["error_code"],
        "503010"
    );
    for status in [502, 504] {
        let page = call(status, None).await;
        assert_eq!(page.status(), status);
        assert_eq!(page.headers()[CONTENT_TYPE], "text/html");
    }
    assert_eq!(call(500, None).await.status(), 500);
    assert_eq!(workspace.call(SANDBOXES, &token).send().await.unwrap().status(), 200);

    let kind = FaultKind::Status {
        status: 500,
        retry_after: None,
    };
    workspace
        .practice
        .faults()
        .set(vec![FaultRule::new("/ims", kind).method("post")]);
    let url = format!("{}/ims/token/v3", workspace.ready().ims);
    let refusal = ims_refusal(workspace.http.post(url).send().await.unwrap()).await;
    assert_eq!(refusal, (500, "internal_error".into(), "Please try again later".into()));
}

#[tokio::test]
async fn connections_are_cut_before_and_within_the_answer() {
    let workspace = Workspace::start().await;
    let token = workspace.token(None).await;
    workspace
        .practice
        .faults()
        .set(vec![FaultRule::new("/data", FaultKind::CutBeforeAnswer)]);
    assert!(workspace.call(SANDBOXES, &token).send().await.is_err());
    workspace
        .practice
        .faults()
        .set(vec![FaultRule::new("/data", FaultKind::CutWithinBody)]);
    let answer = workspace.call(SANDBOXES, &token).send().await.unwrap();
    assert_eq!(answer.status(), 200);
    assert!(answer.bytes().await.is_err());
}

#[tokio::test]
async fn bodies_are_spoiled() {
    let workspace = Workspace::start().await;
    let token = workspace.token(None).await;
    let call = async |kind| {
        workspace.practice.faults().set(vec![FaultRule::new("/data", kind)]);
        workspace.call(SANDBOXES, &token).send().await.unwrap()
    };
    let halved = call(FaultKind::MalformedBody).await;
    assert_eq!(halved.status(), 200);
    let text = halved.text().await.unwrap();
    assert!(text.starts_with('{') && serde_json::from_str::<Value>(&text).is_err());

    let page = call(FaultKind::HtmlBody).await;
    assert_eq!(page.status(), 200);
    assert!(page.text().await.unwrap().contains("<html>"));

    let plain = call(FaultKind::WrongContentType).await;
    assert_eq!(plain.headers()[CONTENT_TYPE], "text/plain");
    assert!(plain.json::<Value>().await.is_ok());
}

#[tokio::test]
async fn an_answer_can_be_late() {
    let workspace = Workspace::start().await;
    let kind = FaultKind::Latency { milliseconds: 80 };
    workspace.practice.faults().add(FaultRule::new("", kind));
    let started = Instant::now();
    workspace.oauth(&[]).await;
    assert!(started.elapsed() >= Duration::from_millis(80));
}

#[tokio::test]
async fn a_clock_that_is_off_shows_in_the_date_and_in_the_expiry() {
    let workspace = Workspace::with_certificate().await;
    let kind = FaultKind::ClockSkew { seconds: 3600 };
    workspace.practice.faults().add(FaultRule::new("/ims", kind));
    let answer = workspace.exchange(&workspace.jwt()).await;
    let format = time::format_description::well_known::Rfc2822;
    let date = answer.headers()[DATE].to_str().unwrap().replace("GMT", "+0000");
    let date = time::OffsetDateTime::parse(&date, &format).unwrap();
    assert!((date - time::OffsetDateTime::now_utc()).whole_minutes() >= 59);
    let refusal = ims_refusal(answer).await;
    assert_eq!((refusal.0, refusal.1.as_str()), (400, "invalid_token"));
}

#[tokio::test]
async fn a_clock_that_is_days_behind_finds_the_expiry_too_far_ahead() {
    let workspace = Workspace::with_certificate().await;
    let off = async |seconds| {
        let kind = FaultKind::ClockSkew { seconds };
        workspace.practice.faults().set(vec![FaultRule::new("/ims", kind)]);
        workspace.exchange(&workspace.jwt()).await
    };
    let refusal = ims_refusal(off(-2 * 86_400).await).await;
    assert_eq!((refusal.0, refusal.1.as_str()), (400, "bad_request"));
    assert_eq!(off(-3600).await.status(), 200, "an hour behind does no harm");
    assert_eq!(off(200).await.status(), 200, "nor does less than the life of a JWT");
}

#[tokio::test]
async fn a_token_can_seem_revoked_for_one_operation() {
    let workspace = Workspace::start().await;
    let token = workspace.token(None).await;
    let rules = json!([{ "operation": "createSession", "kind": "tokenRevoked", "times": 1 }]);
    let set = workspace
        .http
        .put(workspace.control("/faults"))
        .json(&rules)
        .send()
        .await
        .unwrap();
    assert_eq!(set.status(), 200);
    let ask = |query: &str| {
        workspace
            .http
            .post(&workspace.ready().assurance)
            .bearer_auth(&token)
            .header("x-api-key", &workspace.ready().oauth.client_id)
            .header("x-gw-ims-org-id", &workspace.ready().organization_id)
            .json(&json!({
                "query": query,
                "variables": { "session": { "name": "n", "link": "app://" } },
            }))
            .send()
    };
    let create = "mutation m($session: SessionInput!) { createSession(session: $session) { uuid } }";
    assert_eq!(ask("{ sessions { uuid } }").await.unwrap().status(), 200);
    let refused = ask(create).await.unwrap();
    assert_eq!(refused.status(), 401);
    let refusal = refused.json::<Value>().await.unwrap();
    assert_eq!(refusal["error_code"], "401013");
    let made: Value = ask(create).await.unwrap().json().await.unwrap();
    assert!(made["data"]["createSession"]["uuid"].is_string(), "{made}");
}

#[tokio::test]
async fn rules_are_replaced_and_cleared_over_http() {
    let workspace = Workspace::start().await;
    let token = workspace.token(None).await;
    let url = workspace.control("/faults");
    let rules = json!([{ "path": "/data", "kind": "tokenRevoked" }]);
    workspace.http.put(&url).json(&rules).send().await.unwrap();
    let refused = workspace.call(SANDBOXES, &token).send().await.unwrap();
    assert_eq!(refused.status(), 401);
    let listed: Value = workspace.http.get(&url).send().await.unwrap().json().await.unwrap();
    assert_eq!(listed[0]["kind"], "tokenRevoked");
    assert_eq!(workspace.http.delete(&url).send().await.unwrap().status(), 204);
    assert_eq!(workspace.call(SANDBOXES, &token).send().await.unwrap().status(), 200);

    let nonsense = json!([{ "kind": "explode" }]);
    let refused = workspace.http.put(&url).json(&nonsense).send().await.unwrap();
    assert!(refused.status().is_client_error());
    let missing = workspace.http.get(format!("{}/companies", workspace.ready().tags));
    assert_eq!(gateway_refusal(missing.send().await.unwrap()).await.1, "403000");
}

#[tokio::test]
async fn connections_are_cut_at_every_phase() {
    let workspace = Workspace::start().await;
    let token = workspace.token(None).await;
    let faults = workspace.practice.faults();
    let call = async |kind, times| {
        faults.set(vec![FaultRule::new("/data", kind).times(times)]);
        workspace.call(SANDBOXES, &token).send().await
    };
    // The connection that is open already closes, and so does the one that takes its place.
    assert!(call(FaultKind::CutAtAccept, 2).await.is_err());
    assert!(workspace.call(SANDBOXES, &token).send().await.is_err());
    assert!(call(FaultKind::CutWithinHead, 1).await.is_err());
    assert_eq!(workspace.call(SANDBOXES, &token).send().await.unwrap().status(), 200);
}

#[tokio::test]
async fn what_was_asked_is_done_although_its_answer_is_lost() {
    let workspace = Workspace::start().await;
    let token = workspace.token(None).await;
    let address = format!("{}/graffias/graphql", workspace.ready().platform);
    let ask = async |name: &str| {
        let query = format!(r#"mutation {{ createSession(session: {{name: "{name}", link: "app://x"}}) {{ uuid }} }}"#);
        let request = workspace.http.post(&address).json(&json!({ "query": query }));
        let client_id = workspace.ready().oauth.client_id.clone();
        let request = request.header("x-api-key", client_id);
        request
            .header("x-gw-ims-org-id", workspace.ready().organization_id.clone())
            .bearer_auth(&token)
            .timeout(Duration::from_millis(300))
            .send()
            .await
    };
    for (number, kind) in [
        FaultKind::CutWithinHead,
        FaultKind::LateAnswer { milliseconds: 60_000 },
        FaultKind::StatusAfterwards { status: 504 },
    ]
    .into_iter()
    .enumerate()
    {
        workspace
            .practice
            .faults()
            .set(vec![FaultRule::new("/graffias", kind.clone())]);
        let answer = ask("Lost").await;
        assert!(answer.is_err() || answer.unwrap().status() == 504, "{kind:?}");
        workspace.practice.faults().clear();
        let query = json!({ "query": "{ sessions { uuid } }" });
        let listed = workspace.http.post(&address).json(&query).bearer_auth(&token);
        let listed = listed.header("x-api-key", workspace.ready().oauth.client_id.clone());
        let listed = listed.header("x-gw-ims-org-id", workspace.ready().organization_id.clone());
        let listed: Value = listed.send().await.unwrap().json().await.unwrap();
        let sessions = listed["data"]["sessions"].as_array().unwrap();
        assert_eq!(sessions.len(), number + 1, "{kind:?}");
    }
}

#[tokio::test]
async fn bodies_that_grow_are_longer_than_anybody_wants() {
    let workspace = Workspace::start().await;
    let token = workspace.token(None).await;
    let http = reqwest::Client::builder().gzip(true).brotli(true).build().unwrap();
    for kind in [
        FaultKind::EndlessBody,
        FaultKind::Bomb {
            encoding: Encoding::Gzip,
        },
        FaultKind::Bomb {
            encoding: Encoding::Brotli,
        },
    ] {
        workspace
            .practice
            .faults()
            .set(vec![FaultRule::new("/data", kind.clone())]);
        let request = workspace.call(SANDBOXES, &token).build().unwrap();
        let mut answer = http.execute(request).await.unwrap();
        let mut length = 0;
        while length < 3 * 1024 * 1024 {
            length += answer.chunk().await.unwrap().expect("there is more").len();
        }
    }
}

#[tokio::test]
async fn errors_stand_beside_data_and_redirects_name_a_place() {
    let workspace = Workspace::start().await;
    let token = workspace.token(None).await;
    let faults = workspace.practice.faults();
    let message = "Half of it failed".to_owned();
    faults.set(vec![FaultRule::new("/data", FaultKind::ErrorsBesideData { message })]);
    let answer: Value = workspace
        .call(SANDBOXES, &token)
        .send()
        .await
        .unwrap()
        .json()
        .await
        .unwrap();
    assert!(answer["sandboxes"].is_array());
    assert_eq!(answer["errors"][0]["message"], "Half of it failed");

    let location = "http://127.0.0.1:1/elsewhere".to_owned();
    faults.set(vec![FaultRule::new("/data", FaultKind::Redirect { location })]);
    let direct = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .unwrap();
    let request = workspace.call(SANDBOXES, &token).build().unwrap();
    let answer = direct.execute(request).await.unwrap();
    assert_eq!(answer.status(), 307);
    assert_eq!(answer.headers()["location"], "http://127.0.0.1:1/elsewhere");
}

#[tokio::test]
async fn stranded_connections_are_silent_and_new_ones_work() {
    let workspace = Workspace::start().await;
    let token = workspace.token(None).await;
    assert_eq!(workspace.call(SANDBOXES, &token).send().await.unwrap().status(), 200);
    workspace.practice.strand_connections();
    let patience = Duration::from_millis(200);
    let silent = workspace.call(SANDBOXES, &token).timeout(patience).send().await;
    assert!(silent.unwrap_err().is_timeout());
    assert_eq!(workspace.call(SANDBOXES, &token).send().await.unwrap().status(), 200);
}

#[tokio::test]
async fn what_reaches_a_service_is_counted_and_what_a_fault_keeps_from_it_is_not() {
    let workspace = Workspace::start().await;
    let token = workspace.token(None).await;
    for kind in [FaultKind::CutBeforeAnswer, FaultKind::CutWithinBody] {
        workspace.practice.faults().set(vec![FaultRule::new("/data", kind)]);
        let answer = workspace.call(SANDBOXES, &token).send().await;
        assert!(answer.is_err() || answer.unwrap().bytes().await.is_err());
    }
    let counted = workspace.http.get(workspace.control("/received")).send().await.unwrap();
    let counted: Value = counted.json().await.unwrap();
    assert_eq!(counted[format!("GET {SANDBOXES}")], 1, "{counted}");
}

#[tokio::test]
async fn pages_can_be_without_an_end() {
    let workspace = Workspace::start().await;
    let token = workspace.token(None).await;
    let rule = FaultRule::new("", FaultKind::EndlessPages);
    workspace.practice.faults().set(vec![rule]);
    let mut pages = Vec::new();
    for start in ["", "&start=somewhere"] {
        let path = format!("/data/foundation/schemaregistry/global/classes?limit=2{start}");
        let call = workspace
            .call(&path, &token)
            .header("accept", "application/vnd.adobe.xed-id+json");
        pages.push(call.send().await.unwrap().json::<Value>().await.unwrap());
    }
    assert_eq!(pages[0]["results"], pages[1]["results"]);
    assert_eq!(pages[0]["results"].as_array().map(Vec::len), Some(2));
    assert_ne!(pages[0]["_page"]["next"], pages[1]["_page"]["next"]);
}
