//! Against the practice workspace: the operations, and following a session while devices send and things go wrong.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

#[path = "sink/memory_sink.rs"]
mod memory_sink;

use std::sync::Arc;
use std::time::Duration;

use assurance::{Assurance, AssuranceError, Follow, FollowEnd, FollowOptions, FollowState};
use async_trait::async_trait;
use event::EventSink as _;
use gateway::{ClientOptions, Gateway, GatewayError, GatewayIdentity, TokenFailure, TokenSource, http_client};
use memory_sink::MemorySink;
use practice::{FaultKind, FaultRule, Options, Practice};
use secrecy::SecretString;
use serde_json::{Value, json};

struct Token(SecretString);

#[async_trait]
impl TokenSource for Token {
    async fn access_token(&self) -> Result<SecretString, TokenFailure> {
        Ok(self.0.clone())
    }

    async fn token_refused(&self, _: &SecretString) {}
}

struct Workspace {
    practice: Practice,
    web: reqwest::Client,
    assurance: Assurance,
}

impl Workspace {
    async fn start() -> Self {
        let options = Options {
            events_per_second: 50.0,
            autoconnect: false,
            ..Options::default()
        };
        let practice = Practice::start(options).await.unwrap();
        let web = http_client(&ClientOptions::default()).unwrap();
        let scopes = practice.ready().oauth.scopes.join(",");
        let assurance = client(&practice, &web, &scopes).await;
        Self {
            practice,
            web,
            assurance,
        }
    }

    fn fault(&self, operation: &str, kind: FaultKind, times: u32) {
        self.practice
            .faults()
            .add(FaultRule::new("/graffias", kind).operation(operation).times(times));
    }

    async fn control(&self, method: reqwest::Method, path: &str, body: Value) -> Value {
        let url = format!("{}/practice/{path}", self.practice.ready().platform);
        let answer = self.web.request(method, url).json(&body).send().await.unwrap();
        assert!(answer.status().is_success(), "{path}: {}", answer.status());
        answer.json().await.unwrap()
    }

    async fn fill(&self, session: &str, events: usize) -> usize {
        let path = format!("sessions/{session}/fill");
        let answer = self
            .control(reqwest::Method::POST, &path, json!({ "events": events }))
            .await;
        answer["total"].as_u64().unwrap() as usize
    }

    fn follow(&self, session: &str) -> (Arc<MemorySink>, Follow) {
        let options = FollowOptions {
            active: Duration::from_millis(20),
            idle: Duration::from_millis(60),
            after_errors: Duration::from_millis(160),
            recheck: Duration::from_millis(100),
            ..FollowOptions::default()
        };
        let sink = Arc::new(MemorySink::default());
        let follow = Follow::start(self.assurance.clone(), session, sink.clone(), options);
        (sink, follow)
    }
}

async fn client(practice: &Practice, web: &reqwest::Client, scopes: &str) -> Assurance {
    let ready = practice.ready();
    let form = [
        ("grant_type", "client_credentials"),
        ("client_id", &ready.oauth.client_id),
        ("client_secret", &ready.oauth.client_secret),
        ("scope", scopes),
    ];
    let answer = web
        .post(format!("{}/ims/token/v3", ready.ims))
        .form(&form)
        .send()
        .await
        .unwrap();
    let answer: Value = answer.json().await.unwrap();
    let token = answer["access_token"]
        .as_str()
        .unwrap_or_else(|| panic!("no token: {answer}"));
    let identity = GatewayIdentity {
        client_id: ready.oauth.client_id.clone(),
        organization_id: ready.organization_id.clone(),
    };
    let gateway =
        Gateway::new(web.clone(), identity, Arc::new(Token(token.into()))).with_first_wait(Duration::from_millis(5));
    Assurance::new(Arc::new(gateway), ready.assurance.parse().unwrap())
}

async fn has(sink: &MemorySink, count: usize) {
    let mut changes = sink.changes();
    let all = async {
        while sink.len() < count {
            changes.changed().await.unwrap();
        }
    };
    let waited = tokio::time::timeout(Duration::from_secs(60), all).await;
    assert!(waited.is_ok(), "{} of {count} events", sink.len());
}

async fn until(follow: &Follow, reached: impl FnMut(&FollowState) -> bool) -> FollowState {
    let mut state = follow.state();
    let waited = tokio::time::timeout(Duration::from_secs(60), state.wait_for(reached)).await;
    waited
        .unwrap_or_else(|_| panic!("still {:?}", *follow.state().borrow()))
        .unwrap()
        .clone()
}

#[tokio::test]
async fn a_session_is_made_listed_changed_and_deleted() {
    let workspace = Workspace::start().await;
    let assurance = &workspace.assurance;
    let made = assurance
        .create_session("Checkout v42", "myapp://default")
        .await
        .unwrap();
    assert_eq!(made.pin_text().unwrap().len(), 4);
    let listed = assurance.sessions().await.unwrap();
    assert_eq!(listed.len(), 1);
    assert_eq!((listed[0].uuid.as_str(), listed[0].pin), (made.uuid.as_str(), made.pin));
    assert!(
        listed[0].created_ts.is_some(),
        "the practice workspace has the larger query's fields"
    );
    assert_eq!(
        listed[0].org_id.as_deref(),
        Some(workspace.practice.ready().organization_id.as_str())
    );

    let renamed = assurance
        .update_session(&made.uuid, Some("Checkout v43"), None)
        .await
        .unwrap();
    assert_eq!(
        (renamed.name.as_str(), renamed.link.as_deref()),
        ("Checkout v43", Some("myapp://default"))
    );
    let moved = assurance
        .update_session(&made.uuid, None, Some("myapp://qa"))
        .await
        .unwrap();
    assert_eq!(
        (moved.name.as_str(), moved.link.as_deref()),
        ("Checkout v43", Some("myapp://qa"))
    );

    assurance.delete_session(&made.uuid).await.unwrap();
    assert!(assurance.sessions().await.unwrap().is_empty());
    for gone in [
        assurance.delete_session(&made.uuid).await.err(),
        assurance.update_session(&made.uuid, Some("x"), None).await.err(),
        assurance.events_page(&made.uuid, 0, 50).await.err(),
    ] {
        assert!(matches!(gone, Some(AssuranceError::Refused { ref code, .. }) if code.as_deref() == Some("NOT_FOUND")));
    }
}

#[tokio::test]
async fn what_adobe_refuses_says_why() {
    let workspace = Workspace::start().await;
    let refused = workspace.assurance.create_session(" ", "myapp://default").await;
    assert!(
        matches!(refused, Err(AssuranceError::Refused { ref code, operation: "createSession", .. })
        if code.as_deref() == Some("BAD_USER_INPUT"))
    );
    workspace.fault("sessions", FaultKind::TokenRevoked, 9);
    let refused = workspace.assurance.sessions().await;
    assert!(refused.is_err_and(|error| error.is_unauthorized()));
}

#[tokio::test]
async fn a_session_is_never_made_twice_and_a_list_is_asked_for_again() {
    let workspace = Workspace::start().await;
    workspace.fault("createSession", FaultKind::CutWithinBody, 1);
    let lost = workspace.assurance.create_session("Once", "myapp://default").await;
    assert!(matches!(lost, Err(AssuranceError::Gateway(_))), "{lost:?}");
    workspace.fault(
        "sessions",
        FaultKind::Status {
            status: 503,
            retry_after: None,
        },
        2,
    );
    assert_eq!(workspace.assurance.sessions().await.unwrap().len(), 1);
}

#[tokio::test]
async fn odd_answers_are_errors_and_not_crashes() {
    let workspace = Workspace::start().await;
    workspace.assurance.sessions().await.unwrap();
    for kind in [FaultKind::HtmlBody, FaultKind::MalformedBody] {
        workspace.fault("sessions", kind.clone(), 1);
        let error = workspace.assurance.sessions().await.err();
        let expected = matches!(
            error,
            Some(AssuranceError::Gateway(GatewayError::NotJson { .. }) | AssuranceError::Unreadable { .. })
        );
        assert!(expected, "{kind:?}: {error:?}");
    }
    workspace.fault("sessions", FaultKind::WrongContentType, 1);
    assert!(
        workspace.assurance.sessions().await.is_ok(),
        "the body counts, not what it is called"
    );
}

#[tokio::test]
async fn events_are_read_without_the_right_to_annotations() {
    let workspace = Workspace::start().await;
    let session = workspace
        .assurance
        .create_session("Narrow", "myapp://default")
        .await
        .unwrap();
    let total = workspace.fill(&session.uuid, 30).await;
    let scopes = "openid,AdobeID,assurance_manage_sessions,assurance_read_events";
    let narrow = client(&workspace.practice, &workspace.web, scopes).await;
    for _ in 0..2 {
        let page = narrow.events_page(&session.uuid, 0, 100).await.unwrap();
        assert_eq!((page.received, page.events.len()), (total, total));
    }
}

#[tokio::test]
async fn a_live_session_is_followed_through_trouble_until_somebody_deletes_it() {
    let workspace = Workspace::start().await;
    let session = workspace
        .assurance
        .create_session("Live", "myapp://default")
        .await
        .unwrap();
    let filled = workspace.fill(&session.uuid, 1_300).await;
    let (sink, follow) = workspace.follow(&session.uuid);
    has(&sink, filled).await;

    let devices = format!("sessions/{}/devices", session.uuid);
    workspace
        .control(reqwest::Method::POST, &devices, json!({ "device": "pixel" }))
        .await;
    has(&sink, filled + 20).await;
    let titles = || {
        sink.events()
            .iter()
            .map(|event| event::summary(event).title)
            .collect::<Vec<_>>()
    };
    assert!(titles().iter().any(|title| title == "Client connected"));

    workspace.fault(
        "events",
        FaultKind::Status {
            status: 429,
            retry_after: Some(0),
        },
        4,
    );
    until(&follow, |state| matches!(state, FollowState::Waiting { .. })).await;
    workspace.fault("events", FaultKind::MalformedBody, 1);
    until(&follow, |state| matches!(state, FollowState::Live { .. })).await;

    workspace.control(reqwest::Method::DELETE, &devices, json!({})).await;
    let total = workspace.fill(&session.uuid, 700).await;
    has(&sink, total).await;
    assert_eq!(sink.len(), total, "each event once");

    workspace.assurance.delete_session(&session.uuid).await.unwrap();
    until(&follow, |state| {
        matches!(state, FollowState::Ended(FollowEnd::SessionDeleted))
    })
    .await;
    assert_eq!(sink.len(), total, "the events stay");
}

#[tokio::test]
async fn every_kind_of_event_that_devices_send_has_words() {
    let workspace = Workspace::start().await;
    let session = workspace
        .assurance
        .create_session("Kinds", "myapp://default")
        .await
        .unwrap();
    workspace.fill(&session.uuid, 2_000).await;
    let mut unnamed = std::collections::BTreeSet::new();
    let mut titles = std::collections::BTreeSet::new();
    for page in 0.. {
        let page = workspace
            .assurance
            .events_page(&session.uuid, page, 1_000)
            .await
            .unwrap();
        for event in &page.events {
            let summary = event::summary(event);
            if summary.title == event::label(event) && summary.lines.iter().any(|line| line.label == "Source") {
                unnamed.insert(summary.title.clone());
            }
            titles.insert(summary.title);
        }
        if page.received < 1_000 {
            break;
        }
    }
    for title in [
        "Edge request",
        "Edge response",
        "Edge error",
        "Hit received",
        "Shared state",
        "Streaming validation",
    ] {
        assert!(titles.contains(title), "{title} is missing in {titles:?}");
    }
    assert!(unnamed.len() < 15, "{unnamed:?}");
}
