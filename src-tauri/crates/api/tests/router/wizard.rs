//! Setting up an integration, and what is kept of it on the way.

use api::contract::problem::ProblemCode;
use api::contract::tick::Tick;
use serde_json::{Value, json};

use crate::desk::{Desk, DraftOnDesk, PATIENCE, outcome, texts};

#[tokio::test]
async fn an_oauth_integration_is_set_up_tested_and_saved() {
    let desk = Desk::open();
    let draft = DraftOnDesk::practice(&desk, "oauthServerToServer").await;
    let shown = draft.read().await;
    assert_eq!(
        (&shown["findings"], &shown["hasClientSecret"]),
        (&json!([]), &json!(true))
    );

    let mut ticks = desk.ticks();
    let steps = draft.test().await;
    assert_eq!(texts(&steps, "check"), ["fields", "clock", "accessToken", "assurance"]);
    for check in texts(&steps, "check") {
        assert_eq!(outcome(&steps, check), "passed", "{steps}");
    }
    desk.tick(&mut ticks, |tick| matches!(tick, Tick::Draft { .. })).await;
    assert_eq!(
        draft.read().await["steps"],
        steps,
        "the steps are there to be read again"
    );

    let saved = draft.save().await;
    let tried_at_once = async {
        while desk.ask("integrations_list", Value::Null).await[0]["health"]["state"] != "ready" {
            desk.tick(&mut ticks, |tick| matches!(tick, Tick::Integrations)).await;
        }
    };
    tokio::time::timeout(PATIENCE, tried_at_once).await.unwrap();
    let problem = desk.refused("draft_read", draft.reference()).await;
    assert_eq!(problem.code, ProblemCode::NotFound, "a saved draft is no draft");

    let id = json!({ "integration": saved["id"] });
    let renewed = desk.ask("token_renew", id).await;
    assert_eq!(renewed["health"]["state"], "ready");
    assert!(renewed["tokenExpiresAt"].is_i64() && renewed["lastUsedAt"].is_i64());
    assert_eq!(
        desk.ask("integrations_list", Value::Null)
            .await
            .as_array()
            .unwrap()
            .len(),
        1
    );
}

#[tokio::test]
async fn a_service_account_is_set_up_with_a_key_made_here() {
    let desk = Desk::open();
    let draft = DraftOnDesk::practice(&desk, "serviceAccount").await;
    let before = draft.read().await;
    assert_eq!(texts(&before["findings"], "field"), ["key"], "only the key is missing");
    draft.change(json!({ "name": "Acme Mobile" })).await;

    let with_key = draft.generate_key().await;
    assert_eq!(with_key["keyBits"], 2048);
    assert_eq!(with_key["certificate"]["subject"], "/C=US/O=Acme/CN=Jane");
    assert_eq!(
        (&with_key["findings"], &with_key["certificateRegistered"]),
        (&json!([]), &json!(false))
    );
    assert_eq!(draft.register().await["certificateRegistered"], true);

    let steps = draft.test().await;
    for check in [
        "fields",
        "keyMatchesCertificate",
        "certificateValid",
        "clock",
        "accessToken",
        "assurance",
    ] {
        assert_eq!(outcome(&steps, check), "passed", "{check}: {steps}");
    }
    let saved = draft.save().await;
    assert_eq!(
        (&saved["name"], &saved["kind"]),
        (&json!("Acme Mobile"), &json!("serviceAccount"))
    );
    assert_eq!(saved["certificate"]["sha1"], with_key["certificate"]["sha1"]);
    let session = desk.session(saved["id"].as_str().unwrap(), "Checkout").await;
    assert!(!session.is_empty(), "its token is good for Assurance");
}

#[tokio::test]
async fn fields_are_checked_as_they_are_typed_and_offer_what_was_meant() {
    let desk = Desk::open();
    let draft = DraftOnDesk::new(&desk).await;
    let empty = draft.read().await;
    assert!(
        empty["findings"]
            .as_array()
            .unwrap()
            .iter()
            .all(|finding| finding["missing"] == true)
    );

    let typed = json!({ "organizationId": "8C6767C25245AD1A0A490D4C", "technicalAccountId": "nobody@example.com" });
    let draft = draft.change(typed).await;
    let finding = |field: &str| {
        let findings = draft["findings"].as_array().unwrap().iter();
        findings
            .clone()
            .find(|finding| finding["field"] == field)
            .unwrap()
            .clone()
    };
    assert_eq!(
        finding("organizationId")["suggestion"],
        "8C6767C25245AD1A0A490D4C@AdobeOrg"
    );
    assert_eq!(finding("technicalAccountId")["missing"], false);
    assert_eq!(
        draft["organizationId"], "8C6767C25245AD1A0A490D4C",
        "what was typed stays as it was typed"
    );
}

#[tokio::test]
async fn a_draft_survives_a_restart_with_its_secrets() {
    let mut desk = Desk::open();
    let (id, before) = {
        let draft = DraftOnDesk::practice(&desk, "serviceAccount").await;
        draft.change(json!({ "name": "Half done" })).await;
        draft.generate_key().await;
        (draft.id.clone(), draft.register().await)
    };
    desk.restart();
    let draft = DraftOnDesk::new(&desk).await;
    assert_eq!((&draft.id, &draft.read().await), (&id, &before));
    let steps = draft.test().await;
    assert_eq!(
        outcome(&steps, "accessToken"),
        "passed",
        "the secret and the key are there: {steps}"
    );
    draft.save().await;

    desk.restart();
    let list = desk.ask("integrations_list", Value::Null).await;
    let integration = list[0]["id"].clone();
    desk.ask("token_renew", json!({ "integration": integration })).await;
}

#[tokio::test]
async fn a_name_that_is_taken_is_refused_and_nothing_is_lost() {
    let desk = Desk::open();
    let first = DraftOnDesk::practice(&desk, "oauthServerToServer").await;
    first.change(json!({ "name": "Acme" })).await;
    first.save().await;

    let second = DraftOnDesk::practice(&desk, "serviceAccount").await;
    second.generate_key().await;
    let before = second.change(json!({ "name": "ACME" })).await;
    assert_eq!(before["findings"][0]["suggestion"], "ACME 2");
    assert_eq!(second.save_refused().await.code, ProblemCode::InvalidInput);
    assert_eq!(second.read().await, before);

    second.change(json!({ "name": "Acme 2" })).await;
    second.register().await;
    assert_eq!(
        outcome(&second.test().await, "assurance"),
        "passed",
        "its secrets are still there"
    );
    second.save().await;
}

#[tokio::test]
async fn a_saved_integration_is_edited_and_a_discarded_edit_changes_nothing() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let edit = DraftOnDesk::of(&desk, &integration).await;
    edit.change(json!({ "name": "Renamed", "clientSecret": "p8e-wrong" }))
        .await;
    assert_eq!(
        DraftOnDesk::of(&desk, &integration).await.id,
        edit.id,
        "it is taken up again"
    );
    desk.ask("draft_discard", edit.reference()).await;
    let list = desk.ask("integrations_list", Value::Null).await;
    assert_eq!(texts(&list, "name"), ["Practice workspace"]);
    desk.ask("token_renew", json!({ "integration": integration })).await;

    let edit = DraftOnDesk::of(&desk, &integration).await;
    edit.change(json!({ "name": "Renamed" })).await;
    assert_eq!(edit.save().await["id"], integration.as_str());
    let list = desk.ask("integrations_list", Value::Null).await;
    assert_eq!(texts(&list, "name"), ["Renamed"]);
}

#[tokio::test]
async fn a_wrong_secret_that_was_saved_is_told_by_every_use_and_mended_by_an_edit() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let reference = json!({ "integration": integration });
    desk.ask("token_renew", reference.clone()).await;
    let good = desk.workspace.ready().await["oauth"]["clientSecret"].clone();

    let edit = DraftOnDesk::of(&desk, &integration).await;
    edit.change(json!({ "clientSecret": "p8e-wrong" })).await;
    edit.save().await;
    assert_eq!(
        desk.refused("token_renew", reference.clone()).await.code,
        ProblemCode::SecretRefused
    );
    let list = desk.ask("integrations_list", Value::Null).await;
    assert_eq!(list[0]["health"]["state"], "needsYou");
    let listing = json!({
        "integration": integration, "search": "", "sort": "name", "descending": false, "refresh": true,
    });
    assert_eq!(
        desk.refused("sessions_list", listing).await.code,
        ProblemCode::SecretRefused
    );

    let edit = DraftOnDesk::of(&desk, &integration).await;
    edit.change(json!({ "clientSecret": good })).await;
    edit.save().await;
    desk.sessions(&integration, true).await;
}

#[tokio::test]
async fn a_token_that_was_revoked_is_replaced_unnoticed() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    desk.session(&integration, "Checkout").await;
    desk.workspace.revoke_tokens().await;
    assert_eq!(desk.sessions(&integration, true).await["total"], 1);
}

#[tokio::test]
async fn a_deleted_integration_is_gone_with_its_open_sessions() {
    let desk = Desk::open();
    let tried = desk.ask("practice_try", Value::Null).await;
    desk.ask("view_open", tried.clone()).await;
    let reference = json!({ "integration": tried["integration"] });
    desk.ask("integration_delete", reference.clone()).await;
    assert_eq!(desk.ask("integrations_list", Value::Null).await, json!([]));
    assert_eq!(desk.ask("view_list", Value::Null).await, json!([]));
    assert_eq!(desk.refused("token_renew", reference).await.code, ProblemCode::NotFound);
    // The second try starts anew, under the name that is free again.
    desk.ask("practice_try", Value::Null).await;
    let list = desk.ask("integrations_list", Value::Null).await;
    assert_eq!(texts(&list, "name"), ["Practice workspace"]);
}
