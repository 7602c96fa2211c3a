//! The vault, with a keychain and without.

use ::vault::KeychainError;
use api::contract::problem::ProblemCode;
use api::contract::tick::Tick;
use serde_json::{Value, json};

use crate::desk::{Desk, DraftOnDesk};

const PASSPHRASE: &str = "four unrelated words";

async fn state(desk: &Desk) -> Value {
    desk.ask("app_info", Value::Null).await["vault"].take()
}

#[tokio::test]
async fn without_a_keychain_a_passphrase_opens_the_vault() {
    let mut desk = Desk::open_without_keychain();
    assert_eq!(state(&desk).await, "needsPassphrase");
    let draft = DraftOnDesk::new(&desk).await;
    let secret = json!({ "draft": draft.id, "change": { "name": "Acme", "clientSecret": "p8e-typed" } });
    assert_eq!(
        desk.refused("draft_change", secret.clone()).await.code,
        ProblemCode::VaultLocked
    );

    let short = json!({ "passphrase": "short" });
    assert_eq!(
        desk.refused("vault_create", short).await.code,
        ProblemCode::InvalidInput
    );
    let right = json!({ "passphrase": PASSPHRASE });
    assert_eq!(desk.ask("vault_create", right.clone()).await, "openWithPassphrase");
    assert_eq!(desk.ask("draft_change", secret).await["hasClientSecret"], true);
    assert_eq!(
        desk.refused("vault_create", right.clone()).await.code,
        ProblemCode::InvalidInput
    );

    desk.restart();
    assert_eq!(state(&desk).await, "locked");
    let wrong = json!({ "passphrase": "four other words" });
    assert_eq!(
        desk.refused("vault_unlock", wrong).await.code,
        ProblemCode::InvalidInput
    );
    assert_eq!(desk.ask("vault_unlock", right).await, "openWithPassphrase");

    desk.restart_with_passphrase(PASSPHRASE);
    assert_eq!(state(&desk).await, "openWithPassphrase", "nobody had to type it");
}

#[tokio::test]
async fn a_keychain_that_is_locked_is_asked_again() {
    let mut desk = Desk::open();
    assert_eq!(state(&desk).await, "openWithKeychain");
    DraftOnDesk::new(&desk)
        .await
        .change(json!({ "clientSecret": "p8e-typed" }))
        .await;
    desk.restart();
    let locked = KeychainError::Locked {
        reason: "the screen is locked".to_owned(),
    };
    desk.keychain.fail_with(Some(locked));
    assert_eq!(state(&desk).await, "keychainUnavailable");
    desk.keychain.fail_with(None);
    assert_eq!(desk.ask("vault_retry", Value::Null).await, "openWithKeychain");
}

#[tokio::test]
async fn a_damaged_vault_is_told_and_can_be_set_aside() {
    let mut desk = Desk::open();
    let integration = desk.integration().await;
    std::fs::write(desk.folder().join("vault.sealed"), "not a vault").unwrap();
    desk.restart();
    let reference = json!({ "integration": integration });
    let problem = desk.refused("token_renew", reference.clone()).await;
    assert_eq!(problem.code, ProblemCode::VaultDamaged, "{problem:?}");
    assert_eq!(state(&desk).await, "damaged", "the window opens all the same");
    assert_eq!(desk.ask("vault_set_aside", Value::Null).await, "openWithKeychain");
    let problem = desk.refused("token_renew", reference).await;
    assert_eq!(
        problem.code,
        ProblemCode::InvalidInput,
        "the secret has to be entered again: {problem:?}"
    );
    let aside = std::fs::read_dir(desk.folder()).unwrap().flatten();
    assert!(
        aside
            .into_iter()
            .any(|file| file.file_name().to_string_lossy().contains("set-aside"))
    );
}

#[tokio::test]
async fn a_vault_of_a_newer_version_is_told_and_left_alone() {
    let mut desk = Desk::open();
    let newer = r#"{"format":"assurance-desk vault","version":9}"#;
    std::fs::write(desk.folder().join("vault.sealed"), newer).unwrap();
    desk.restart();
    assert_eq!(state(&desk).await, "tooNew");
    assert_eq!(
        std::fs::read_to_string(desk.folder().join("vault.sealed")).unwrap(),
        newer
    );
}

#[tokio::test]
async fn an_older_vault_file_is_told_at_once_and_used_when_the_user_says_so() {
    let desk = Desk::open();
    let draft = DraftOnDesk::new(&desk).await;
    draft.change(json!({ "clientSecret": "p8e-the-first-one" })).await;
    let file = desk.folder().join("vault.sealed");
    let older = std::fs::read(&file).unwrap();
    draft.change(json!({ "clientSecret": "p8e-the-second-one" })).await;
    assert_eq!(state(&desk).await, "openWithKeychain");

    let mut ticks = desk.ticks();
    std::fs::write(&file, older).unwrap();
    let change = json!({ "draft": draft.id, "change": { "clientSecret": "p8e-the-third-one" } });
    let problem = desk.refused("draft_change", change.clone()).await;
    assert_eq!(problem.code, ProblemCode::VaultLocked, "{problem:?}");
    assert!(problem.title.contains("older"), "{problem:?}");
    desk.tick(&mut ticks, |tick| matches!(tick, Tick::Vault)).await;
    assert_eq!(state(&desk).await, "olderFile");
    assert_eq!(state(&desk).await, "olderFile", "asking again changes nothing");
    assert_eq!(desk.ask("vault_use_older", Value::Null).await, "openWithKeychain");
    assert_eq!(desk.ask("draft_change", change).await["hasClientSecret"], true);
}

#[tokio::test]
async fn a_vault_that_is_damaged_while_it_is_open_is_told_at_once() {
    let desk = Desk::open();
    let draft = DraftOnDesk::new(&desk).await;
    draft.change(json!({ "clientSecret": "p8e-the-first-one" })).await;
    assert_eq!(state(&desk).await, "openWithKeychain");
    let file = desk.folder().join("vault.sealed");
    let sound = std::fs::read(&file).unwrap();
    std::fs::write(&file, &sound[..sound.len() / 2]).unwrap();

    let mut ticks = desk.ticks();
    let change = json!({ "draft": draft.id, "change": { "clientSecret": "p8e-the-second-one" } });
    let problem = desk.refused("draft_change", change.clone()).await;
    assert_eq!(problem.code, ProblemCode::VaultDamaged);
    desk.tick(&mut ticks, |tick| matches!(tick, Tick::Vault)).await;
    assert_eq!(state(&desk).await, "damaged");

    std::fs::write(&file, sound).unwrap();
    assert_eq!(desk.ask("vault_retry", Value::Null).await, "openWithKeychain");
    assert_eq!(desk.ask("draft_change", change).await["hasClientSecret"], true);
}
