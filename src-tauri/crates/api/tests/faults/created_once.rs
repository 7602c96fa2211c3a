//! A session whose creation is in doubt is created once.

use api::contract::problem::ProblemCode;
use practice::{FaultKind, FaultRule};
use serde_json::json;

use crate::desk::Desk;

async fn sessions(desk: &Desk, integration: &str) -> usize {
    desk.sessions(integration, true).await["total"].as_u64().unwrap() as usize
}

/// The next request to create a session meets a fault, and everything after it none.
async fn next_creation_meets(desk: &Desk, kind: FaultKind) {
    let rule = FaultRule::new("/graffias", kind).operation("createSession").times(1);
    desk.workspace.faults().await.set(vec![rule]);
}

#[tokio::test]
async fn one_that_came_into_being_although_its_answer_was_lost_is_recognised() {
    let desk = Desk::impatient();
    let integration = desk.integration().await;
    // The same name and link, from before.
    desk.session(&integration, "Home").await;
    for (number, kind) in [
        FaultKind::LateAnswer { milliseconds: 60_000 },
        FaultKind::CutWithinHead,
        FaultKind::CutWithinBody,
        FaultKind::MalformedBody,
        FaultKind::StatusAfterwards { status: 500 },
        FaultKind::StatusAfterwards { status: 504 },
        FaultKind::ErrorsBesideData {
            message: "Half of it failed".to_owned(),
        },
    ]
    .into_iter()
    .enumerate()
    {
        let known = desk.sessions(&integration, true).await;
        next_creation_meets(&desk, kind.clone()).await;
        let created = desk.session(&integration, "Home").await;
        let known = known["rows"].as_array().unwrap();
        assert!(
            known.iter().all(|row| row["uuid"] != created.as_str()),
            "{kind:?}: a new one"
        );
        assert_eq!(sessions(&desk, &integration).await, number + 2, "{kind:?}: one more");
    }
}

#[tokio::test]
async fn one_that_did_not_come_into_being_is_not_asked_for_again_and_the_user_is_told_where_to_look() {
    let desk = Desk::impatient();
    let integration = desk.integration().await;
    desk.session(&integration, "Home").await;
    let home = json!({ "integration": integration, "name": "Home", "link": "lumashop://home" });
    let in_doubt = "not known whether";
    for (kind, code, title) in [
        (
            FaultKind::Latency { milliseconds: 60_000 },
            ProblemCode::Unreachable,
            in_doubt,
        ),
        (FaultKind::CutBeforeAnswer, ProblemCode::Unreachable, in_doubt),
        (status(502), ProblemCode::ServiceFailed, in_doubt),
        (status(504), ProblemCode::ServiceFailed, in_doubt),
        (status(500), ProblemCode::ServiceFailed, "service failed"),
        (status(503), ProblemCode::ServiceFailed, "could not check"),
        (status(429), ProblemCode::RateLimited, "Too many"),
    ] {
        next_creation_meets(&desk, kind.clone()).await;
        let problem = desk.refused("session_create", home.clone()).await;
        assert_eq!(problem.code, code, "{kind:?}");
        assert!(problem.title.contains(title), "{kind:?}: {problem:?}");
        if title == in_doubt {
            assert!(problem.next_step.contains("list of sessions"), "{problem:?}");
        }
        assert_eq!(sessions(&desk, &integration).await, 1, "{kind:?}: none was created");
    }
    // When nothing answers any more, not even the list can tell.
    desk.trouble("", FaultKind::CutBeforeAnswer).await;
    let problem = desk.refused("session_create", home).await;
    assert!(problem.message.contains("could not be read either"), "{problem:?}");
    desk.all_is_well().await;
    assert_eq!(sessions(&desk, &integration).await, 1);
}

fn status(status: u16) -> FaultKind {
    FaultKind::Status {
        status,
        retry_after: None,
    }
}
