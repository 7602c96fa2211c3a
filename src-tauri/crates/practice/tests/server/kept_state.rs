//! `--state DIR`: what survives a restart.

use std::path::Path;
use std::time::Duration;

use practice::{Options, Practice, PracticeError};
use serde_json::{Value, json};

use crate::support::{Signer, Workspace, access_token};

fn options(directory: &Path, seed: u64) -> Options {
    Options {
        seed,
        autoconnect: false,
        state_dir: Some(directory.to_owned()),
        ..Options::default()
    }
}

#[tokio::test]
async fn ids_secrets_certificates_and_sessions_survive_a_restart() {
    let directory = tempfile::tempdir().unwrap();
    let first = Workspace::with(options(directory.path(), 4)).await;
    first.register(Signer::first().certificate_pem.as_bytes()).await;
    let before = serde_json::to_value(first.ready()).unwrap();
    let uuid = create_session(&first).await;
    first.practice.stop().await.unwrap();

    // The directory keeps its own IDs, whatever the seed.
    let second = Workspace::with(options(directory.path(), 5)).await;
    let after = serde_json::to_value(second.ready()).unwrap();
    for key in ["organizationId", "oauth", "serviceAccount"] {
        assert_eq!(before[key], after[key]);
    }
    access_token(second.exchange(&second.jwt()).await).await;
    let listed = graphql(&second, json!({ "query": "{ sessions { uuid name } }" })).await;
    assert_eq!(listed["data"]["sessions"], json!([{ "uuid": uuid, "name": "kept" }]));
}

#[tokio::test]
async fn a_change_is_written_without_stopping() {
    let directory = tempfile::tempdir().unwrap();
    let workspace = Workspace::with(options(directory.path(), 4)).await;
    let uuid = create_session(&workspace).await;
    let path = directory.path().join("practice.json");
    let written = async {
        loop {
            let text = std::fs::read_to_string(&path).unwrap_or_default();
            if text.contains(&uuid) {
                break;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(20), written).await.unwrap();
}

#[cfg(unix)]
#[tokio::test]
async fn the_state_file_is_for_its_owner_only() {
    use std::os::unix::fs::PermissionsExt as _;

    let directory = tempfile::tempdir().unwrap();
    Workspace::with(options(directory.path(), 4))
        .await
        .practice
        .stop()
        .await
        .unwrap();
    let metadata = std::fs::metadata(directory.path().join("practice.json")).unwrap();
    assert_eq!(metadata.permissions().mode() & 0o777, 0o600);
}

#[tokio::test]
async fn a_damaged_file_stops_the_start_and_is_left_alone() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("practice.json");
    std::fs::write(&path, "{\"format\":1,").unwrap();
    let Err(error) = Practice::start(options(directory.path(), 4)).await else {
        panic!("a damaged state was taken")
    };
    assert!(matches!(error, PracticeError::DamagedState { .. }));
    assert!(error.to_string().contains("practice.json"));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "{\"format\":1,");
}

#[tokio::test]
async fn two_workspaces_cannot_keep_their_state_in_one_place() {
    let directory = tempfile::tempdir().unwrap();
    let first = Workspace::with(options(directory.path(), 4)).await;
    let second = Practice::start(options(directory.path(), 4)).await;
    assert!(matches!(second, Err(PracticeError::StateInUse { .. })));
    drop(first);
    assert!(Practice::start(options(directory.path(), 4)).await.is_ok());
}

async fn create_session(workspace: &Workspace) -> String {
    let made = graphql(
        workspace,
        json!({
            "query": "mutation m($session: SessionInput!) { createSession(session: $session) { uuid } }",
            "variables": { "session": { "name": "kept", "link": "app://" } },
        }),
    )
    .await;
    made["data"]["createSession"]["uuid"].as_str().unwrap().to_owned()
}

async fn graphql(workspace: &Workspace, body: Value) -> Value {
    let answer = workspace
        .http
        .post(&workspace.ready().assurance)
        .bearer_auth(workspace.token(None).await)
        .header("x-api-key", &workspace.ready().oauth.client_id)
        .header("x-gw-ims-org-id", &workspace.ready().organization_id)
        .json(&body)
        .send()
        .await
        .unwrap();
    answer.json().await.unwrap()
}
