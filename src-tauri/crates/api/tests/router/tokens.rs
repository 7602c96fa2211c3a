//! The token workbench.

use serde_json::{Value, json};

use crate::desk::{Desk, DraftOnDesk, texts};

const BOTH: [&str; 2] = ["oauthServerToServer", "serviceAccount"];

async fn saved(desk: &Desk, kind: &str) -> String {
    let draft = DraftOnDesk::practice(desk, kind).await;
    if kind == "serviceAccount" {
        draft.generate_key().await;
        draft.register().await;
    }
    draft.save().await["id"].as_str().unwrap().to_owned()
}

fn wrong(report: &Value) -> Vec<&str> {
    let findings = report["findings"].as_array().unwrap().iter();
    let wrong = findings.filter(|finding| finding["severity"] == "wrong");
    wrong.map(|finding| finding["title"].as_str().unwrap()).collect()
}

fn assert_in_words(report: &Value) {
    for finding in report["findings"].as_array().unwrap() {
        assert!(finding["message"].as_str().unwrap().ends_with('.'), "{finding}");
        let is_helpful =
            finding["severity"] != "wrong" || finding["nextStep"].as_str().is_some_and(|step| step.ends_with('.'));
        assert!(is_helpful, "{finding}");
    }
}

fn last_copied(desk: &Desk) -> String {
    let (text, secret) = desk.desktop.copied().pop().unwrap();
    assert!(secret, "it is copied as a secret");
    text
}

#[tokio::test]
async fn an_integrations_own_token_is_right_and_stays_in_rust() {
    let desk = Desk::open();
    for kind in BOTH {
        let id = saved(&desk, kind).await;
        let report = desk.ask("token_inspect_own", json!({ "integration": id })).await;
        assert_eq!(report["kind"], "accessToken");
        assert!(wrong(&report).is_empty(), "{kind}: {report}");
        assert!(texts(&report["findings"], "title").contains(&"Decoded, not verified"));
        assert!(report["expiresAt"].as_i64() > report["issuedAt"].as_i64(), "{report}");
        assert_in_words(&report);
        desk.ask("token_copy", json!({ "integration": id })).await;
        let token = last_copied(&desk);
        let pasted = json!({ "text": format!("Bearer {token}\n"), "integration": id });
        assert_eq!(desk.ask("token_inspect", pasted).await, report);
        let signature = token.rsplit('.').next().unwrap();
        assert!(!desk.heard().contains(signature), "{kind}");
    }
}

#[tokio::test]
async fn a_jwt_is_signed_copied_for_a_minute_and_reported() {
    let desk = Desk::open();
    let id = saved(&desk, "serviceAccount").await;
    for (jti, metascopes) in [
        (false, Value::Null),
        (true, json!(["ent_made_up_sdk", "https://x/s/assurance_automation"])),
    ] {
        let request = json!({ "integration": id, "lifetimeMinutes": 30, "jti": jti, "metascopes": metascopes });
        let report = desk.ask("jwt_sign", request).await;
        assert_eq!(report["kind"], "serviceAccountJwt");
        assert!(wrong(&report).is_empty(), "{report}");
        let titles = texts(&report["findings"], "title");
        assert!(titles.contains(&"The signature is right"), "{titles:?}");
        assert_eq!(
            titles.contains(&"A metascope is not the integration's"),
            jti,
            "{titles:?}"
        );
        assert_eq!(texts(&report["claims"], "name").contains(&"jti"), jti);
        let seconds = (report["expiresAt"].as_i64().unwrap() - report["issuedAt"].as_i64().unwrap()) / 1000;
        assert_eq!(seconds, 1800);
        assert_in_words(&report);
        let signature = last_copied(&desk).rsplit('.').next().unwrap().to_owned();
        assert!(!desk.heard().contains(&signature));
    }
}

#[tokio::test]
async fn what_cannot_be_signed_is_refused_with_the_reason() {
    let desk = Desk::open();
    let request = |id: &str, minutes: u32| json!({ "integration": id, "lifetimeMinutes": minutes, "jti": false, "metascopes": null });
    let oauth = saved(&desk, "oauthServerToServer").await;
    let problem = desk.refused("jwt_sign", request(&oauth, 5)).await;
    assert!(problem.message.contains("OAuth"), "{problem:?}");
    let account = saved(&desk, "serviceAccount").await;
    for minutes in [0, 1441] {
        let problem = desk.refused("jwt_sign", request(&account, minutes)).await;
        assert!(problem.next_step.contains("5 minutes"), "{problem:?}");
    }
    assert!(desk.desktop.copied().is_empty());
}

#[tokio::test]
async fn a_token_of_another_integration_is_told() {
    let desk = Desk::open();
    let (oauth, account) = (saved(&desk, BOTH[0]).await, saved(&desk, BOTH[1]).await);
    desk.ask("token_copy", json!({ "integration": oauth })).await;
    let pasted = json!({ "text": last_copied(&desk), "integration": account });
    let report = desk.ask("token_inspect", pasted).await;
    assert!(wrong(&report).contains(&"It is for another client ID"), "{report}");
    assert_in_words(&report);
}

#[tokio::test]
async fn what_is_no_token_is_refused_with_a_sentence_and_not_repeated() {
    let desk = Desk::open();
    for text in [
        "",
        "hello-secret-word",
        "-----BEGIN PRIVATE KEY-----",
        "eyJ",
        &"secret-word".repeat(30_000),
    ] {
        let problem = desk
            .refused("token_inspect", json!({ "text": text, "integration": null }))
            .await;
        assert_eq!(serde_json::to_value(problem.code).unwrap(), "invalid-input");
    }
    assert!(!desk.heard().contains("secret-word"));
}
