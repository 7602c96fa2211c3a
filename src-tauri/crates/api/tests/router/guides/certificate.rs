//! A new key pair and certificate.

use api::contract::problem::ProblemCode;
use serde_json::{Value, json};

use super::{kept, row, service_account};
use crate::desk::{Desk, GuideOnDesk, beside, current, id, is_done, listed, offered, step_number};

const KIND: &str = "certificate";

fn make() -> Value {
    json!({ "do": "makeCertificate", "bits": 2048, "days": 365, "subject": "/C=US/O=Acme/CN=Next" })
}

#[tokio::test]
async fn through_the_consoles_api_from_start_to_finish() {
    let mut desk = Desk::open();
    let integration = service_account(&desk).await;
    let guides = row(&desk).await["guides"].take();
    assert_eq!(
        guides,
        json!([{ "guide": "certificate", "begun": false }, { "guide": "migration", "begun": false }])
    );
    let guide = GuideOnDesk::new(&desk, &integration, KIND);
    let opened = guide.open().await;
    assert_eq!((step_number(&opened), offered(&opened)), (1, vec!["makeCertificate"]));
    let first = row(&desk).await["certificate"]["sha1"].clone();
    assert_eq!(listed(&opened, &json!(true))[0]["sha1"], first);
    let old = id(listed(&opened, &json!(true))[0]);
    for early in ["registerCertificate", "prove", "switch", "saveCertificate", "confirm"] {
        guide.refused(json!({ "do": early })).await;
    }

    guide.act(make()).await;
    let made = guide.act(make()).await;
    assert_eq!(step_number(&made), 2);
    assert_eq!(made["newCertificate"]["subject"], "/C=US/O=Acme/CN=Next");
    guide.token_works().await;
    let problem = guide.refused(json!({ "do": "switch" })).await;
    assert!(problem.title.contains("not been tried"), "{problem:?}");

    desk.restart();
    let guide = GuideOnDesk::new(&desk, &integration, KIND);
    assert_eq!(
        guide.open().await["newCertificate"],
        made["newCertificate"],
        "it goes on where it was"
    );
    for _ in 0..2 {
        let registered = guide.does("registerCertificate").await;
        assert_eq!(step_number(&registered), 3);
        assert_eq!(registered["listed"].as_array().unwrap().len(), 2, "twice is once");
        guide.token_works().await;
    }
    let behind = guide.refused(make()).await;
    assert!(behind.title.contains("registered already"), "{behind:?}");
    assert_eq!(step_number(&guide.does("prove").await), 4);
    guide.token_works().await;
    assert_eq!(
        row(&desk).await["certificate"]["sha1"],
        first,
        "the old one stays in use"
    );

    guide.does("switch").await;
    let switched = guide.does("switch").await;
    assert_eq!((step_number(&switched), offered(&switched)[0]), (5, "retireOld"));
    assert_eq!(row(&desk).await["certificate"]["sha1"], made["newCertificate"]["sha1"]);
    guide.token_works().await;
    guide.does("switchBack").await;
    guide.token_works().await;
    assert_eq!(row(&desk).await["certificate"]["sha1"], first);
    guide.does("switch").await;

    let new = id(listed(&switched, &json!(true))[0]);
    guide.refused(json!({ "do": "retireOld", "id": new })).await;
    guide.refused(json!({ "do": "finish" })).await;
    for _ in 0..2 {
        let retired = guide.act(json!({ "do": "retireOld", "id": old })).await;
        assert_eq!((step_number(&retired), beside(&retired).len()), (6, 0), "{retired}");
        guide.token_works().await;
    }
    guide.refused(json!({ "do": "switchBack" })).await;
    let finished = guide.does("finish").await;
    assert!(is_done(&finished), "{finished}");
    guide.does("finish").await;
    assert_eq!(kept(&desk), ["client-secret", "private-key"]);
    guide.token_works().await;
    assert!(!desk.heard().contains("PRIVATE KEY"));
}

#[tokio::test]
async fn by_hand_an_unregistered_certificate_is_found_out_before_it_is_used() {
    let desk = Desk::open();
    let integration = service_account(&desk).await;
    let guide = GuideOnDesk::new(&desk, &integration, KIND);
    guide.act(make()).await;
    guide.does("confirm").await;
    let problem = guide.fails(json!({ "do": "prove" })).await;
    assert_eq!(problem.code, ProblemCode::SignatureRefused);
    guide.refused(json!({ "do": "switch" })).await;
    guide.token_works().await;

    let path = desk.folder().join("next.crt");
    desk.desktop.will_save_at(&path);
    let saved = guide.does("saveCertificate").await;
    assert_eq!(
        current(&saved)["state"]["state"],
        "failed",
        "saving does not mend it yet"
    );
    desk.workspace.uploads(std::fs::read(&path).unwrap()).await;
    let proven = guide.does("prove").await;
    assert_eq!(step_number(&proven), 4);
    guide.token_works().await;
    guide.does("switch").await;
    guide.token_works().await;
    guide.does("confirm").await;
    guide.does("confirm").await;
    guide.does("finish").await;
    guide.token_works().await;
    assert_eq!(kept(&desk), ["client-secret", "private-key"]);
}

#[tokio::test]
async fn a_program_that_ends_within_the_switch_goes_on_with_its_other_half() {
    let mut desk = Desk::open();
    let integration = service_account(&desk).await;
    let first = row(&desk).await["certificate"]["sha1"].clone();
    let saved = desk.folder().join("integrations.json");
    let before = std::fs::read(&saved).unwrap();
    let guide = GuideOnDesk::new(&desk, &integration, KIND);
    guide.act(make()).await;
    for action in ["registerCertificate", "prove", "switch"] {
        guide.does(action).await;
    }
    // The new key is in the vault, and the new certificate did not reach the file.
    std::fs::write(&saved, before).unwrap();
    desk.restart();
    let guide = GuideOnDesk::new(&desk, &integration, KIND);
    guide.token_works().await;
    assert_eq!(step_number(&guide.open().await), 4);
    assert_eq!(step_number(&guide.does("switch").await), 5);
    guide.token_works().await;
    guide.does("switchBack").await;
    guide.token_works().await;
    assert_eq!(
        row(&desk).await["certificate"]["sha1"],
        first,
        "the old key was not lost"
    );
}

#[tokio::test]
async fn cancelling_deletes_the_new_certificate_and_goes_back() {
    let desk = Desk::open();
    let integration = service_account(&desk).await;
    let guide = GuideOnDesk::new(&desk, &integration, KIND);
    let first = row(&desk).await["certificate"]["sha1"].clone();
    for last in ["registerCertificate", "switch"] {
        guide.act(make()).await;
        guide
            .does_until(last, &["registerCertificate", "prove", "switch"])
            .await;
        let cancelled = guide.does("cancel").await;
        assert_eq!(
            (&cancelled["begun"], &cancelled["consoleProblem"]),
            (&json!(false), &Value::Null)
        );
        assert_eq!(listed(&cancelled, &json!(true))[0]["sha1"], first);
        assert_eq!(cancelled["listed"].as_array().unwrap().len(), 1);
        guide.does("cancel").await;
        guide.token_works().await;
        assert_eq!(kept(&desk), ["client-secret", "private-key"]);
    }
}

#[tokio::test]
async fn one_guide_at_a_time() {
    let desk = Desk::open();
    let integration = service_account(&desk).await;
    GuideOnDesk::new(&desk, &integration, KIND).act(make()).await;
    assert_eq!(
        row(&desk).await["guides"],
        json!([{ "guide": "certificate", "begun": true }])
    );
    let other = GuideOnDesk::new(&desk, &integration, "migration");
    let problem = other.refused(json!({ "do": "startMigration" })).await;
    assert!(problem.message.contains("certificate"), "{problem:?}");
    let none = GuideOnDesk::new(&desk, &integration, "clientSecret");
    desk.refused("guide_open", none.reference()).await;
}
