//! The workspace's own calls.

use practice::{Options, Practice, PracticeError};
use serde_json::{Value, json};

use crate::support::Workspace;

#[tokio::test]
async fn the_ready_line_has_exactly_the_promised_keys() {
    let workspace = Workspace::start().await;
    let ready = serde_json::to_value(workspace.ready()).unwrap();
    let keys = |value: &Value| -> Vec<String> {
        let mut keys: Vec<String> = value.as_object().unwrap().keys().cloned().collect();
        keys.sort();
        keys
    };
    let top = [
        "assurance",
        "console",
        "ims",
        "oauth",
        "organizationId",
        "platform",
        "serviceAccount",
        "tags",
    ];
    assert_eq!(keys(&ready), top);
    assert_eq!(
        keys(&ready["oauth"]),
        [
            "clientId",
            "clientSecret",
            "credentialId",
            "scopes",
            "technicalAccountId"
        ]
    );
    assert_eq!(
        keys(&ready["serviceAccount"]),
        [
            "clientId",
            "clientSecret",
            "integrationId",
            "metascopes",
            "technicalAccountId"
        ]
    );
    assert!(ready["assurance"].as_str().unwrap().ends_with("/graffias/graphql"));
    assert!(!format!("{:?}", workspace.ready()).contains(&workspace.ready().oauth.client_secret));
}

#[tokio::test]
async fn the_same_seed_gives_the_same_credentials() {
    let options = |seed| Options {
        seed,
        ..Options::default()
    };
    let first = Workspace::with(options(9)).await;
    let again = Workspace::with(options(9)).await;
    let other = Workspace::with(options(10)).await;
    assert_eq!(first.ready().organization_id, again.ready().organization_id);
    assert_eq!(first.ready().oauth.client_secret, again.ready().oauth.client_secret);
    assert_ne!(first.ready().organization_id, other.ready().organization_id);
}

#[tokio::test]
async fn the_overview_tells_what_there_is_and_no_secret() {
    let workspace = Workspace::with_certificate().await;
    workspace.token(None).await;
    let answer = workspace.http.get(workspace.control("")).send().await.unwrap();
    let text = answer.text().await.unwrap();
    assert!(!text.contains(&workspace.ready().oauth.client_secret));
    let overview: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(overview["accessTokens"], 1);
    assert_eq!(overview["serviceAccount"]["certificates"], 1);
    assert_eq!(overview["kept"], false);
}

#[tokio::test]
async fn web_pages_are_turned_away() {
    let workspace = Workspace::start().await;
    let request = workspace.http.post(workspace.control("/tokens/revoke"));
    let answer = request.header("origin", "https://example.com").send().await.unwrap();
    assert_eq!(answer.status(), 403);
}

#[tokio::test]
async fn unknown_settings_are_refused() {
    let workspace = Workspace::start().await;
    let request = workspace.http.put(workspace.control("/settings"));
    let answer = request.json(&json!({ "burstt": 3 })).send().await.unwrap();
    assert_eq!(answer.status(), 400);
}

#[tokio::test]
async fn a_taken_address_is_named() {
    let workspace = Workspace::start().await;
    let port = workspace.ready().ims.rsplit_once(':').unwrap().1.to_owned();
    let listen = format!("127.0.0.1:{port}").parse().unwrap();
    let taken = Practice::start(Options {
        listen,
        ..Options::default()
    })
    .await;
    let Err(error) = taken else {
        panic!("the address was given twice")
    };
    assert!(matches!(error, PracticeError::Listen { .. }));
    assert!(error.to_string().contains(&port));
}

#[tokio::test]
async fn a_stopped_or_dropped_workspace_serves_no_more() {
    let stopped = Workspace::start().await;
    let (url, http) = (stopped.control(""), stopped.http.clone());
    stopped.practice.stop().await.unwrap();
    assert!(http.get(url).send().await.is_err());

    let dropped = Workspace::start().await;
    let url = dropped.control("");
    drop(dropped);
    let waiting = async {
        while http.get(&url).send().await.is_ok() {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(10), waiting)
        .await
        .unwrap();
}
