//! What is followed lives through trouble.

use api::contract::inspector::Following;
use api::contract::problem::ProblemCode;
use practice::FaultKind;
use serde_json::json;

use crate::desk::{Desk, DraftOnDesk, ViewOnDesk};

/// A session of twenty events, and a view that follows it and shows them.
pub(crate) async fn followed(desk: &Desk) -> (String, ViewOnDesk<'_>) {
    let integration = desk.integration().await;
    let session = desk.session(&integration, "Followed").await;
    desk.workspace.fill(&session, 20).await;
    let view = ViewOnDesk::open(desk, &integration, &session).await;
    view.until(|status| status.total == 20).await;
    (session, view)
}

#[tokio::test]
async fn a_revoked_token_in_mid_flight_is_replaced_and_nothing_is_missing() {
    let desk = Desk::impatient();
    let (session, view) = followed(&desk).await;
    for round in 1..=3 {
        desk.workspace.revoke_tokens().await;
        desk.workspace.fill(&session, 10).await;
        let status = view.until(|status| status.total == 20 + 10 * round).await;
        assert!(!matches!(status.following, Following::Ended { .. }), "{status:?}");
    }
}

#[tokio::test]
async fn a_session_that_is_deleted_while_it_is_followed_keeps_its_events_and_says_why_it_ends() {
    let desk = Desk::impatient();
    let (session, view) = followed(&desk).await;
    let colleague = desk.of_a_colleague();
    let theirs = colleague.integration().await;
    colleague
        .ask("session_delete", json!({ "integration": theirs, "session": session }))
        .await;
    let status = view
        .until(|status| matches!(status.following, Following::Ended { .. }))
        .await;
    let Following::Ended { problem } = status.following else {
        unreachable!("it was waited for")
    };
    assert_eq!((problem.code, status.total), (ProblemCode::SessionDeleted, 20));
    assert!(problem.next_step.contains("stay in its archive"), "{problem:?}");
    assert_eq!(view.rows(0, 50).await["rows"].as_array().unwrap().len(), 20);
}

#[tokio::test]
async fn a_clock_that_is_an_hour_off_holds_nobody_up() {
    let desk = Desk::impatient();
    let service_account = DraftOnDesk::good(&desk, "serviceAccount").await.save().await;
    let oauth = desk.integration().await;
    for seconds in [3_600, -3_600] {
        desk.trouble("", FaultKind::ClockSkew { seconds }).await;
        for integration in [service_account["id"].as_str().unwrap(), &oauth] {
            desk.ask("token_renew", json!({ "integration": integration })).await;
            desk.sessions(integration, true).await;
        }
        desk.all_is_well().await;
    }
}
