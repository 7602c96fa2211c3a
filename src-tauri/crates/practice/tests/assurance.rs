//! The Assurance service and its devices over HTTP, as a client and a person with a phone meet them.
#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::time::{Duration, Instant};

use practice::{Options, Practice};
use reqwest::{Client, Method, StatusCode};
use serde_json::{Value, json};

struct Tester {
    practice: Practice,
    http: Client,
    token: String,
}

impl Tester {
    async fn start(options: Options) -> Self {
        Self::with_scopes(options, None).await
    }

    async fn with_scopes(options: Options, scopes: Option<&str>) -> Self {
        let practice = Practice::start(options).await.unwrap();
        let http = Client::new();
        let oauth = &practice.ready().oauth;
        let all = oauth.scopes.join(",");
        let answer: Value = http
            .post(format!("{}/ims/token/v3", practice.ready().ims))
            .form(&[
                ("grant_type", "client_credentials"),
                ("client_id", &oauth.client_id),
                ("client_secret", &oauth.client_secret),
                ("scope", scopes.unwrap_or(&all)),
            ])
            .send()
            .await
            .unwrap()
            .json()
            .await
            .unwrap();
        let token = answer["access_token"].as_str().unwrap().to_owned();
        Self { practice, http, token }
    }

    async fn graphql(&self, query: &str, variables: Value) -> Value {
        let ready = self.practice.ready();
        let answer = self
            .http
            .post(&ready.assurance)
            .bearer_auth(&self.token)
            .header("x-api-key", &ready.oauth.client_id)
            .header("x-gw-ims-org-id", &ready.organization_id)
            .json(&json!({"query": query, "variables": variables}))
            .send()
            .await
            .unwrap();
        assert_eq!(answer.status(), StatusCode::OK);
        assert!(
            answer.headers()["content-type"]
                .to_str()
                .unwrap()
                .starts_with("application/json")
        );
        answer.json().await.unwrap()
    }

    /// Makes a session; answers its UUID and PIN.
    async fn create(&self) -> (String, String) {
        let query =
            "mutation c($session: SessionInput!) { createSession(session: $session) { uuid token createdById } }";
        let input = json!({"session": {"name": "Checkout", "link": "lumashop://default"}});
        let answer = self.graphql(query, input).await;
        let made = &answer["data"]["createSession"];
        let account = &self.practice.ready().oauth.technical_account_id;
        assert_eq!(made["createdById"], account.as_str());
        (
            made["uuid"].as_str().unwrap().to_owned(),
            format!("{:04}", made["token"].as_i64().unwrap()),
        )
    }

    async fn events(&self, uuid: &str) -> Vec<Value> {
        let query = "query e($uuid: UUID!) { events(sessionUuid: $uuid, _page: 0, _size: 1000) { uuid type clientId payload } }";
        let answer = self.graphql(query, json!({"uuid": uuid})).await;
        answer["data"]["events"].as_array().unwrap().clone()
    }

    async fn control(&self, method: Method, path: &str, body: Option<Value>) -> (StatusCode, Value) {
        let url = format!("{}/practice/{path}", self.practice.ready().ims);
        let mut request = self.http.request(method, url);
        if let Some(body) = body {
            request = request.json(&body);
        }
        let answer = request.send().await.unwrap();
        (answer.status(), answer.json().await.unwrap())
    }
}

fn quiet() -> Options {
    Options {
        autoconnect: false,
        events_per_second: 0.0,
        ..Options::default()
    }
}

#[tokio::test]
async fn a_new_session_gets_a_device_and_events_arrive() {
    let options = Options {
        events_per_second: 200.0,
        ..Options::default()
    };
    let tester = Tester::start(options).await;
    let (uuid, _) = tester.create().await;
    let deadline = Instant::now() + Duration::from_secs(20);
    let events = loop {
        let events = tester.events(&uuid).await;
        if events.len() > 20 {
            break events;
        }
        assert!(Instant::now() < deadline, "only {} events", events.len());
        tokio::time::sleep(Duration::from_millis(50)).await;
    };
    let first = events.last().unwrap();
    assert_eq!(first["type"], "client");
    assert_eq!(first["payload"]["type"], "connect");
    tester.practice.stop().await.unwrap();
}

#[tokio::test]
async fn a_device_needs_the_pin() {
    let tester = Tester::start(quiet()).await;
    let (uuid, pin) = tester.create().await;
    let devices = format!("sessions/{uuid}/devices");
    let wrong = if pin == "0001" { "0002" } else { "0001" };
    let (status, answer) = tester
        .control(Method::POST, &devices, Some(json!({"pin": wrong})))
        .await;
    assert_eq!(status, StatusCode::FORBIDDEN);
    assert!(answer["message"].as_str().unwrap().contains("incorrect PIN"));
    assert!(tester.events(&uuid).await.is_empty());

    let wish = json!({"device": "pixel", "pin": pin});
    let (status, device) = tester.control(Method::POST, &devices, Some(wish)).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(device["device"], "pixel");
    let (_, list) = tester.control(Method::GET, &devices, None).await;
    assert_eq!(list["devices"], json!([device]));
    let (status, _) = tester.control(Method::POST, &devices, None).await;
    assert_eq!(status, StatusCode::OK, "device and PIN are optional");
    let (status, _) = tester
        .control(Method::POST, &devices, Some(json!({"device": "toaster"})))
        .await;
    assert_eq!(status, StatusCode::BAD_REQUEST);

    let (_, answer) = tester.control(Method::DELETE, &devices, None).await;
    assert_eq!(answer["disconnected"], 2);
    let events = tester.events(&uuid).await;
    let kinds: Vec<&str> = events
        .iter()
        .filter_map(|event| event["payload"]["type"].as_str())
        .collect();
    assert_eq!(kinds.iter().filter(|kind| **kind == "disconnect").count(), 2);
    assert!(events.iter().any(|event| event["clientId"] == device["clientId"]));
}

#[tokio::test]
async fn a_session_is_filled_at_once() {
    let tester = Tester::start(quiet()).await;
    let (uuid, _) = tester.create().await;
    let fill = format!("sessions/{uuid}/fill");
    let (status, answer) = tester.control(Method::POST, &fill, Some(json!({"events": 2500}))).await;
    assert_eq!((status, &answer["total"]), (StatusCode::OK, &json!(2500)));
    let query = "query e($uuid: UUID!, $page: Int) { events(sessionUuid: $uuid, _page: $page, _size: 1000) { uuid } }";
    let mut met = std::collections::HashSet::new();
    for page in 0..4 {
        let answer = tester.graphql(query, json!({"uuid": uuid, "page": page})).await;
        met.extend(
            answer["data"]["events"]
                .as_array()
                .unwrap()
                .iter()
                .map(|event| event["uuid"].to_string()),
        );
    }
    assert_eq!(met.len(), 2500);
    for wrong in [json!({"events": 0}), json!({"events": "many"}), json!({})] {
        let (status, answer) = tester.control(Method::POST, &fill, Some(wrong)).await;
        assert!(status.is_client_error(), "{answer}");
    }
    let nowhere = format!("sessions/{}/fill", uuid::Uuid::new_v4());
    let (status, _) = tester.control(Method::POST, &nowhere, Some(json!({"events": 1}))).await;
    assert_eq!(status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn any_event_can_be_put_into_a_session() {
    let tester = Tester::start(quiet()).await;
    let (uuid, _) = tester.create().await;
    let path = format!("sessions/{uuid}/events");
    let large = "x".repeat(5 * 1024 * 1024);
    let given = json!([
        {"timestamp": 1, "payload": "not an object"},
        {"timestamp": 2, "payload": {"text": large}},
        {"timestamp": 3, "type": "service", "vendor": "com.example", "payload": null, "eventNumber": 7},
    ]);
    let (status, answer) = tester.control(Method::POST, &path, Some(given)).await;
    assert_eq!((status, &answer["total"]), (StatusCode::OK, &json!(3)));
    let events = tester.events(&uuid).await;
    assert_eq!(events[0]["type"], "service");
    assert_eq!(events[0]["payload"], Value::Null);
    assert_eq!(events[1]["payload"]["text"].as_str().unwrap().len(), large.len());
    assert_eq!(events[2]["payload"], "not an object");
    let (status, _) = tester
        .control(Method::POST, &path, Some(json!([{"timestamp": 1}])))
        .await;
    assert!(status.is_client_error(), "an event without a payload");
}

#[tokio::test]
async fn the_simulator_is_set_while_it_runs() {
    let tester = Tester::start(quiet()).await;
    let (_, before) = tester.control(Method::GET, "simulator", None).await;
    assert_eq!(
        before,
        json!({"eventsPerSecond": 0.0, "connections": 200, "eventsPerMinute": 10_000})
    );
    let wish = json!({"eventsPerSecond": 2000, "connections": 1, "eventsPerMinute": null});
    let (_, after) = tester.control(Method::PUT, "simulator", Some(wish)).await;
    assert_eq!(
        after,
        json!({"eventsPerSecond": 2000.0, "connections": 1, "eventsPerMinute": null})
    );
    let (status, _) = tester
        .control(Method::PUT, "simulator", Some(json!({"eventsPerSecond": -1})))
        .await;
    assert_eq!(status, StatusCode::BAD_REQUEST);

    let (uuid, _) = tester.create().await;
    let devices = format!("sessions/{uuid}/devices");
    tester.control(Method::POST, &devices, None).await;
    let (status, answer) = tester.control(Method::POST, &devices, None).await;
    assert_eq!(status, StatusCode::FORBIDDEN);
    assert_eq!(answer["closeCode"], 4901);
    let deadline = Instant::now() + Duration::from_secs(20);
    while tester.events(&uuid).await.len() < 500 {
        assert!(Instant::now() < deadline);
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

#[tokio::test]
async fn a_token_without_the_scope_is_refused_inside_a_good_answer() {
    let tester = Tester::with_scopes(quiet(), Some("openid,AdobeID,assurance_read_events")).await;
    let answer = tester.graphql("query { sessions { uuid } }", json!({})).await;
    assert_eq!(answer["data"], Value::Null);
    assert_eq!(answer["errors"][0]["extensions"]["code"], "FORBIDDEN");
}

#[tokio::test]
async fn what_is_no_graphql_request_is_said_to_be_none() {
    let tester = Tester::start(quiet()).await;
    let ready = tester.practice.ready();
    let unsigned = tester.http.post(&ready.assurance).body("{}").send().await.unwrap();
    assert!(unsigned.status().is_client_error());
    let answer = tester
        .http
        .post(&ready.assurance)
        .bearer_auth(&tester.token)
        .header("x-api-key", &ready.oauth.client_id)
        .header("x-gw-ims-org-id", &ready.organization_id)
        .header("content-type", "application/json")
        .body("{ not json")
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), StatusCode::BAD_REQUEST);
    let body: Value = answer.json().await.unwrap();
    assert!(body["errors"][0]["message"].is_string());
    let hint = tester.http.get(&ready.assurance).send().await.unwrap();
    assert_eq!(hint.status(), StatusCode::BAD_REQUEST);
}
