//! The test of a draft when something is wrong: which step says so, and with which code.

use practice::FaultKind;
use serde_json::{Value, json};

use crate::desk::{Desk, DraftOnDesk, outcome};

const BOTH: [&str; 2] = ["oauthServerToServer", "serviceAccount"];

fn next_step(steps: &Value, check: &str) -> String {
    let steps = steps.as_array().unwrap();
    let step = steps.iter().find(|step| step["check"] == check).unwrap();
    step["outcome"]["problem"]["nextStep"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_wrong_secret_is_told_at_the_access_token() {
    let desk = Desk::open();
    for kind in BOTH {
        let draft = DraftOnDesk::good(&desk, kind).await;
        draft.change(json!({ "clientSecret": "p8e-wrong" })).await;
        let steps = draft.test().await;
        assert_eq!(outcome(&steps, "clock"), "passed");
        assert_eq!(outcome(&steps, "accessToken"), "secret-refused", "{kind}");
        assert_eq!(outcome(&steps, "assurance"), "skipped");
    }
}

#[tokio::test]
async fn an_unknown_client_id_is_told_at_the_access_token() {
    let desk = Desk::open();
    for kind in BOTH {
        let draft = DraftOnDesk::good(&desk, kind).await;
        draft
            .change(json!({ "clientId": "0123456789abcdef0123456789abcdef" }))
            .await;
        assert_eq!(outcome(&draft.test().await, "accessToken"), "client-unknown", "{kind}");
    }
}

#[tokio::test]
async fn a_certificate_that_is_not_registered_is_named() {
    let desk = Desk::open();
    let draft = DraftOnDesk::practice(&desk, "serviceAccount").await;
    let certificate = draft.generate_key().await["certificate"].take();
    let steps = draft.test().await;
    assert_eq!(outcome(&steps, "keyMatchesCertificate"), "passed");
    assert_eq!(outcome(&steps, "accessToken"), "signature-refused");
    let next_step = next_step(&steps, "accessToken");
    assert!(next_step.contains(certificate["sha1"].as_str().unwrap()), "{next_step}");
}

#[tokio::test]
async fn a_wrong_organization_is_told_where_it_first_matters() {
    let desk = Desk::open();
    let elsewhere = json!({ "organizationId": "0123456789ABCDEF01234567@AdobeOrg" });
    let oauth = DraftOnDesk::good(&desk, "oauthServerToServer").await;
    oauth.change(elsewhere.clone()).await;
    let steps = oauth.test().await;
    assert_eq!(outcome(&steps, "accessToken"), "passed", "OAuth names no organization");
    assert_eq!(outcome(&steps, "assurance"), "access-refused");

    let service_account = DraftOnDesk::good(&desk, "serviceAccount").await;
    service_account.change(elsewhere).await;
    let steps = service_account.test().await;
    assert_eq!(outcome(&steps, "accessToken"), "signature-refused");
    assert!(next_step(&steps, "accessToken").contains("organization ID"));
}

#[tokio::test]
async fn a_scope_that_is_not_granted_is_told_at_the_access_token() {
    let desk = Desk::open();
    let oauth = DraftOnDesk::good(&desk, "oauthServerToServer").await;
    oauth.change(json!({ "scopes": ["openid", "no_such_scope"] })).await;
    assert_eq!(outcome(&oauth.test().await, "accessToken"), "scope-refused");
    let service_account = DraftOnDesk::good(&desk, "serviceAccount").await;
    service_account.change(json!({ "metascopes": ["no_such_sdk"] })).await;
    assert_eq!(outcome(&service_account.test().await, "accessToken"), "scope-refused");
}

#[tokio::test]
async fn a_token_without_assurance_fails_only_at_assurance() {
    let desk = Desk::open();
    let draft = DraftOnDesk::good(&desk, "oauthServerToServer").await;
    draft.change(json!({ "scopes": ["openid", "AdobeID"] })).await;
    let steps = draft.test().await;
    assert_eq!(outcome(&steps, "accessToken"), "passed", "{steps}");
    assert!(
        ["access-refused", "scope-refused"].contains(&outcome(&steps, "assurance").as_str()),
        "{steps}"
    );
}

#[tokio::test]
async fn trouble_on_the_way_is_told_by_the_step_that_meets_it() {
    let failure = |status| FaultKind::Status {
        status,
        retry_after: Some(1),
    };
    let ahead = FaultKind::ClockSkew { seconds: 3_600 };
    let behind = FaultKind::ClockSkew { seconds: -3_600 };
    let rows = [
        (
            "oauthServerToServer",
            "",
            FaultKind::CutBeforeAnswer,
            "clock",
            "unreachable",
        ),
        ("serviceAccount", "", FaultKind::CutBeforeAnswer, "clock", "unreachable"),
        (
            "oauthServerToServer",
            "/ims",
            FaultKind::HtmlBody,
            "accessToken",
            "unexpected-answer",
        ),
        (
            "serviceAccount",
            "/ims",
            FaultKind::HtmlBody,
            "accessToken",
            "unexpected-answer",
        ),
        (
            "oauthServerToServer",
            "/ims",
            failure(500),
            "accessToken",
            "service-failed",
        ),
        ("serviceAccount", "/ims", failure(429), "accessToken", "rate-limited"),
        (
            "oauthServerToServer",
            "/graffias",
            FaultKind::HtmlBody,
            "assurance",
            "unexpected-answer",
        ),
        (
            "oauthServerToServer",
            "/graffias",
            FaultKind::CutBeforeAnswer,
            "assurance",
            "unreachable",
        ),
        (
            "oauthServerToServer",
            "/graffias",
            failure(500),
            "assurance",
            "service-failed",
        ),
        (
            "oauthServerToServer",
            "/graffias",
            FaultKind::TokenRevoked,
            "assurance",
            "token-refused",
        ),
        ("oauthServerToServer", "", ahead.clone(), "clock", "clock-off"),
        ("serviceAccount", "", ahead, "clock", "clock-off"),
        ("serviceAccount", "", behind, "clock", "clock-off"),
    ];
    let desk = Desk::open();
    for (kind, path, fault, check, code) in rows {
        let draft = DraftOnDesk::good(&desk, kind).await;
        desk.trouble(path, fault.clone()).await;
        let steps = draft.test().await;
        desk.all_is_well().await;
        assert_eq!(outcome(&steps, check), code, "{kind}, {fault:?} at {path:?}: {steps}");
        let steps = draft.test().await;
        assert_eq!(
            outcome(&steps, "assurance"),
            "passed",
            "after {fault:?} it goes on as before: {steps}"
        );
        desk.ask("draft_discard", draft.reference()).await;
    }
}

#[tokio::test]
async fn a_clock_that_is_off_is_told_and_everything_works_all_the_same() {
    let desk = Desk::open();
    let draft = DraftOnDesk::good(&desk, "serviceAccount").await;
    desk.trouble("", FaultKind::ClockSkew { seconds: 3_600 }).await;
    let steps = draft.test().await;
    assert_eq!(outcome(&steps, "clock"), "clock-off", "{steps}");
    assert_eq!(outcome(&steps, "accessToken"), "passed", "{steps}");
    assert_eq!(outcome(&steps, "assurance"), "passed", "{steps}");
}

#[tokio::test]
async fn a_test_of_an_unfinished_draft_sends_nothing() {
    let desk = Desk::open();
    let draft = DraftOnDesk::new(&desk).await;
    let steps = draft.test().await;
    assert_eq!(outcome(&steps, "fields"), "invalid-input");
    for check in ["clock", "accessToken", "assurance"] {
        assert_eq!(outcome(&steps, check), "skipped");
    }
    // What is changed after a test makes its result void.
    assert_eq!(draft.change(json!({ "name": "Acme" })).await["steps"], json!([]));
}
