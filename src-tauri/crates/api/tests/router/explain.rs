//! Every row of Adobe's error tables has a sentence of cause and a next step of its own.

mod gateway_rows;
mod ims_rows;

use std::collections::HashMap;

use api::contract::problem::Problem;
use practice::FaultKind;
use serde_json::json;

use crate::desk::{Desk, DraftOnDesk, assert_is_helpful};

/// The headings of problems that nobody had a sentence for.
const GENERIC: [&str; 6] = [
    "Adobe gave no access token",
    "Adobe refused the request",
    "Adobe does not allow this",
    "Adobe's service failed",
    "Something other than Adobe answered",
    "Something other than Adobe's sign-in service answered",
];

/// The problem at one step of the test.
async fn problem_at(draft: &DraftOnDesk<'_>, check: &str) -> Problem {
    let steps = draft.test().await;
    let step = steps
        .as_array()
        .unwrap()
        .iter()
        .find(|step| step["check"] == check)
        .unwrap();
    let problem = serde_json::from_value(step["outcome"]["problem"].clone());
    let problem = problem.unwrap_or_else(|_| panic!("{check} did not fail: {step}"));
    assert_is_helpful(&problem);
    problem
}

/// What was said of each fix so far: rows with different fixes must not get the same sentences.
#[derive(Default)]
struct Said(HashMap<(String, String), String>);

impl Said {
    fn check(&mut self, row: &str, fix: &str, problem: &Problem) {
        assert!(
            !GENERIC.contains(&problem.title.as_str()),
            "{row} has no sentence of its own: {problem:?}"
        );
        let sentences = (problem.message.clone(), problem.next_step.clone());
        let known = self.0.entry(sentences).or_insert_with(|| fix.to_owned());
        assert_eq!(
            known, fix,
            "{row} says the same as another with another fix: {problem:?}"
        );
    }
}

#[tokio::test]
async fn what_nobody_has_seen_yet_is_told_in_adobes_own_words_with_its_id() {
    let desk = Desk::open();
    let draft = DraftOnDesk::good(&desk, "oauthServerToServer").await;
    let body = json!({ "error": "moon_phase", "error_description": "The moon is full." });
    desk.trouble("/ims/token", FaultKind::Answer { status: 400, body })
        .await;
    let problem = problem_at(&draft, "accessToken").await;
    let detail = problem.detail.unwrap();
    assert!(problem.message.contains("The moon is full."), "{}", problem.message);
    assert!(
        detail.contains("moon_phase") && detail.contains("debug id "),
        "{detail}"
    );
    desk.all_is_well().await;

    let body = json!({ "error_code": "418001", "message": "The kettle is busy" });
    desk.trouble("/graffias", FaultKind::Answer { status: 418, body }).await;
    let problem = problem_at(&draft, "assurance").await;
    let detail = problem.detail.unwrap();
    assert!(problem.message.contains("The kettle is busy"), "{}", problem.message);
    assert!(detail.contains("418001") && detail.contains("request "), "{detail}");
}

#[tokio::test]
async fn a_migrated_credential_is_offered_the_migration_first() {
    let desk = Desk::open();
    let draft = DraftOnDesk::good(&desk, "serviceAccount").await;
    for answer in ["internalError", "invalidClient"] {
        desk.workspace
            .set(json!({ "migrated": true, "migratedAnswer": answer }))
            .await;
        let problem = problem_at(&draft, "accessToken").await;
        assert!(problem.next_step.starts_with("Migrate this integration"), "{problem:?}");
        assert!(problem.message.contains("1 March 2026"), "{problem:?}");
    }
    desk.workspace.set(json!({ "migrated": false })).await;
    // A 401 without a word of why can be either.
    let body = json!({ "error": "invalid_client" });
    desk.trouble("/ims/exchange", FaultKind::Answer { status: 401, body })
        .await;
    let problem = problem_at(&draft, "accessToken").await;
    assert!(problem.next_step.starts_with("Migrate this integration"), "{problem:?}");
    assert!(problem.message.contains("client secret"), "{problem:?}");
}

#[tokio::test]
async fn a_wrong_ims_host_is_told_as_such() {
    let desk = Desk::open();
    let id = desk.integration().await;
    let reference = json!({ "integration": id });
    let ready = desk.workspace.ready().await;
    let here = ready["ims"].as_str().unwrap();
    let wrong_path = format!("{here}/elsewhere");
    for (ims, says) in [
        ("https://ims-na1.adobelogin.invalid", "could not be found"),
        (wrong_path.as_str(), "wrong address"),
    ] {
        desk.point_at(&id, ims).await;
        let problem = desk.refused("token_renew", reference.clone()).await;
        assert!(problem.message.contains(says), "{ims}: {problem:?}");
        assert!(
            problem.next_step.contains("address") || problem.next_step.contains("network"),
            "{problem:?}"
        );
    }
    desk.point_at(&id, here).await;
    desk.ask("token_renew", reference).await;
}

#[tokio::test]
async fn a_wrong_organization_is_told_as_such() {
    let desk = Desk::open();
    for (kind, check) in [("oauthServerToServer", "assurance"), ("serviceAccount", "accessToken")] {
        let draft = DraftOnDesk::good(&desk, kind).await;
        draft
            .change(json!({ "organizationId": "0123456789ABCDEF01234567@AdobeOrg" }))
            .await;
        let problem = problem_at(&draft, check).await;
        assert!(
            problem.next_step.to_lowercase().contains("compare the organization id"),
            "{problem:?}"
        );
    }
}
