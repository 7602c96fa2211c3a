//! From service account to OAuth Server-to-Server.

use api::contract::problem::ProblemCode;
use reqwest::Method;
use serde_json::{Value, json};

use super::{kept, row, service_account};
use crate::desk::{Desk, DraftOnDesk, GuideOnDesk, current, is_done, offered, step_number};

const KIND: &str = "migration";

#[tokio::test]
async fn through_the_consoles_api_from_start_to_finish() {
    let mut desk = Desk::open();
    let integration = service_account(&desk).await;
    let guide = GuideOnDesk::new(&desk, &integration, KIND);
    let before = row(&desk).await;
    let opened = guide.open().await;
    assert_eq!((step_number(&opened), &opened["consoleProblem"]), (1, &Value::Null));
    assert_eq!(offered(&opened)[0], "startMigration");
    for early in ["prove", "switch", "finishMigration"] {
        guide.refused(json!({ "do": early })).await;
    }

    for _ in 0..2 {
        let started = guide.does("startMigration").await;
        assert_eq!(
            (step_number(&started), &started["begun"]),
            (3, &json!(true)),
            "{started}"
        );
        assert!(
            started["scopes"]
                .as_array()
                .unwrap()
                .contains(&json!("assurance_read_events"))
        );
        guide.token_works().await;
    }
    desk.restart();
    let guide = GuideOnDesk::new(&desk, &integration, KIND);
    assert_eq!(step_number(&guide.open().await), 3, "it goes on where it was");
    guide.refused(json!({ "do": "setScopes", "scopes": [] })).await;
    guide
        .act(json!({ "do": "setScopes", "scopes": ["openid", "no_such_scope"] }))
        .await;
    let problem = guide.fails(json!({ "do": "prove" })).await;
    assert_eq!(problem.code, ProblemCode::ScopeRefused);
    guide.token_works().await;
    let scopes = [
        "openid",
        "AdobeID",
        "assurance_manage_sessions",
        "adobeio_api",
        "read_client_secret",
        "manage_client_secrets",
    ];
    let chosen = guide.act(json!({ "do": "setScopes", "scopes": scopes })).await;
    assert_eq!(
        current(&chosen)["state"]["state"],
        "current",
        "the failure was of other scopes"
    );
    guide.does("prove").await;
    guide.token_works().await;
    assert_eq!(row(&desk).await["kind"], "serviceAccount");

    guide.does("switch").await;
    let switched = guide.does("switch").await;
    assert_eq!(
        (step_number(&switched), offered(&switched)),
        (5, vec!["finishMigration", "switchBack"])
    );
    guide.token_works().await;
    let changed = row(&desk).await;
    assert_eq!(
        (&changed["kind"], &changed["scopes"]),
        (&json!("oauthServerToServer"), &json!(scopes))
    );
    assert_eq!(changed["guides"], json!([{ "guide": "migration", "begun": true }]));
    let secrets = GuideOnDesk::new(&desk, &integration, "clientSecret");
    let blocked = secrets.open().await;
    assert!(
        blocked["consoleProblem"]["title"]
            .as_str()
            .unwrap()
            .contains("migration is in progress")
    );

    guide.does("switchBack").await;
    guide.token_works().await;
    let back = row(&desk).await;
    for field in ["kind", "scopes", "certificate"] {
        assert_eq!(back[field], before[field]);
    }
    guide.does("switch").await;
    guide.refused(json!({ "do": "finish" })).await;
    for _ in 0..2 {
        let ended = guide.does("finishMigration").await;
        assert_eq!(step_number(&ended), 6);
        guide.token_works().await;
    }
    guide.refused(json!({ "do": "switchBack" })).await;
    guide.refused(json!({ "do": "cancel" })).await;
    let finished = guide.does("finish").await;
    assert!(is_done(&finished), "{finished}");
    guide.does("finish").await;
    assert_eq!(kept(&desk), ["client-secret"], "the private key is forgotten");
    assert_eq!(
        row(&desk).await["guides"],
        json!([{ "guide": "clientSecret", "begun": false }])
    );
    let over = guide.open().await;
    assert_eq!(
        (&over["begun"], step_number(&over)),
        (&json!(false), usize::MAX),
        "there is nothing left to do"
    );
    guide.token_works().await;
    let rotated = secrets.does("addSecret").await;
    assert_eq!(step_number(&rotated), 3, "client secrets can be renewed again");
}

#[tokio::test]
async fn by_hand_from_start_to_finish() {
    let desk = Desk::open();
    let draft = DraftOnDesk::practice(&desk, "serviceAccount").await;
    draft.change(json!({ "metascopes": ["assurance_automation"] })).await;
    draft.generate_key().await;
    draft.register().await;
    let integration = draft.save().await["id"].as_str().unwrap().to_owned();
    let guide = GuideOnDesk::new(&desk, &integration, KIND);
    let opened = guide.open().await;
    assert_eq!(opened["consoleProblem"]["code"], "scope-refused", "{opened}");
    assert_eq!(offered(&opened), ["confirm", "setConsoleLink"]);

    guide.does("confirm").await;
    let confirmed = guide.does("confirm").await;
    assert_eq!(
        (step_number(&confirmed), offered(&confirmed)),
        (2, vec!["setScopes"]),
        "twice is once"
    );
    guide
        .act(json!({ "do": "setScopes", "scopes": ["openid,AdobeID"] }))
        .await;
    let problem = guide.fails(json!({ "do": "prove" })).await;
    assert!(
        matches!(problem.code, ProblemCode::ClientUnknown | ProblemCode::AccessRefused),
        "{problem:?}"
    );
    guide.token_works().await;
    desk.workspace.migration(Method::POST, "binding").await;
    guide.does("prove").await;
    guide.token_works().await;
    guide.does("switch").await;
    guide.token_works().await;
    desk.workspace.migration(Method::PATCH, "finalize").await;
    guide.token_works().await;
    let problem = guide.fails(json!({ "do": "switchBack" })).await;
    assert!(!problem.next_step.is_empty(), "there the service account has ended");
    guide.token_works().await;
    guide.does("confirm").await;
    guide.does("finish").await;
    guide.token_works().await;
    assert_eq!(kept(&desk), ["client-secret"]);
}

#[tokio::test]
async fn cancelling_goes_back_to_the_service_account() {
    let desk = Desk::open();
    let integration = service_account(&desk).await;
    let guide = GuideOnDesk::new(&desk, &integration, KIND);
    for last in ["startMigration", "prove", "switch"] {
        guide.does_until(last, &["startMigration", "prove", "switch"]).await;
        let cancelled = guide.does("cancel").await;
        assert_eq!(
            (&cancelled["begun"], step_number(&cancelled)),
            (&json!(false), 1),
            "{cancelled}"
        );
        assert_eq!(cancelled["consoleProblem"], Value::Null);
        guide.does("cancel").await;
        guide.token_works().await;
        assert_eq!(row(&desk).await["kind"], "serviceAccount");
        assert_eq!(
            desk.workspace.migration(Method::GET, "status").await["migrationStatus"],
            "NOT_STARTED"
        );
        assert_eq!(kept(&desk), ["client-secret", "private-key"]);
    }
}
