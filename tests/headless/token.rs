//! `assurance-desk token`

use std::sync::Arc;

use integration::{Registry, from_ready_json};
use serde_json::Value;
use vault::{MemoryKeychain, Vault};

use crate::program::{Outcome, Program};
use crate::workspace::Workspace;

const PASSPHRASE: &str = "four unrelated words";

fn assert_is_token(outcome: &Outcome) {
    let token = outcome.json();
    assert!(
        token["access_token"].as_str().unwrap().split('.').count() == 3,
        "{token}"
    );
    assert_eq!(token["token_type"], "bearer");
    assert!(token["expires_in"].as_i64().unwrap() > 3_000, "{token}");
    assert!(token["expires_at"].as_i64().unwrap() > 1_700_000_000, "{token}");
}

#[tokio::test]
async fn it_prints_a_token_for_both_kinds_of_credentials() {
    let program = Program::new();
    let workspace = Workspace::start(&program);
    assert_is_token(&workspace.run(&program, "token", &[]));

    program.run("keypair --out keys").json();
    let key = program.path("keys/private.key");
    let refused = workspace.run_as_service_account(&program, "token", &key);
    assert!(
        refused.refusal().contains("signature"),
        "not registered yet: {refused:?}"
    );
    workspace.register(&program.path("keys/certificate_pub.crt")).await;
    assert_is_token(&workspace.run_as_service_account(&program, "token", &key));

    program.run("keypair --out other").json();
    let refused = workspace.run_as_service_account(&program, "token", &program.path("other/private.key"));
    assert!(refused.refusal().contains("signature"), "{refused:?}");
    let certificate = workspace.run_as_service_account(&program, "token", &program.path("keys/certificate_pub.crt"));
    assert!(certificate.refusal().contains("is a certificate"), "{certificate:?}");
    let missing = workspace.run_as_service_account(&program, "token", &program.path("no.key"));
    assert!(missing.refusal().contains("does not exist"), "{missing:?}");
}

#[tokio::test]
async fn no_secret_is_said_even_when_everything_is_logged() {
    let mut program = Program::new();
    let workspace = Workspace::start(&program);
    program.run("keypair --out keys").json();
    workspace.register(&program.path("keys/certificate_pub.crt")).await;
    program.set("ASSURANCE_DESK_LOG", "trace");
    let key = program.path("keys/private.key");
    let key_line = std::fs::read_to_string(&key)
        .unwrap()
        .lines()
        .nth(3)
        .unwrap()
        .to_owned();
    for (outcome, secret) in [
        (workspace.run(&program, "token", &[]), "/oauth/clientSecret"),
        (
            workspace.run_as_service_account(&program, "token", &key),
            "/serviceAccount/clientSecret",
        ),
    ] {
        assert_eq!(outcome.code, Some(0), "{outcome:?}");
        assert!(outcome.errors.lines().count() > 5, "it was logged: {outcome:?}");
        let token: Value = serde_json::from_str(&outcome.output).unwrap();
        for secret in [
            workspace.text(secret),
            &key_line,
            token["access_token"].as_str().unwrap(),
        ] {
            assert!(!outcome.errors.contains(secret), "{}", outcome.errors);
        }
    }
}

#[test]
fn a_wrong_secret_is_refused_and_not_repeated() {
    let program = Program::new();
    let mut workspace = Workspace::start(&program);
    workspace.ready["oauth"]["clientSecret"] = "p8e-wrong".into();
    std::fs::write(program.path("wrong.json"), workspace.ready.to_string()).unwrap();
    let outcome = program.run("token --from wrong.json");
    assert!(outcome.refusal().contains("client secret"), "{outcome:?}");
    assert!(!outcome.errors.contains("p8e-"), "{outcome:?}");
}

#[test]
fn a_workspace_that_stopped_or_a_file_that_is_none_is_told() {
    let program = Program::new();
    let workspace = Workspace::start(&program);
    let ready = workspace.ready.clone();
    assert_eq!(workspace.running.stop().0.code(), Some(0));
    let gone = program.run("token --from practice.json");
    assert!(gone.refusal().contains("could not be reached"), "{gone:?}");

    let missing = program.run("token --from no.json");
    assert!(missing.refusal().contains("no.json"), "{missing:?}");
    let mut without_addresses = ready;
    without_addresses["ims"].take();
    for content in ["", "{", "[1]", "not json", &without_addresses.to_string()] {
        std::fs::write(program.path("odd.json"), content).unwrap();
        let odd = program.run("token --from odd.json");
        assert!(
            odd.refusal().contains("assurance-desk practice"),
            "{content:?}: {odd:?}"
        );
        assert!(!odd.errors.contains("p8e-"), "{odd:?}");
    }
}

#[test]
fn a_saved_integration_is_used_by_its_name() {
    let mut program = Program::new();
    let workspace = Workspace::start(&program);
    save(&program, &workspace.ready);
    let token = "token --integration Acme";
    let locked = program.run(token);
    assert!(locked.refusal().contains("ASSURANCE_DESK_PASSPHRASE"), "{locked:?}");
    program.set("ASSURANCE_DESK_PASSPHRASE", "four other words");
    let wrong = program.run(token);
    assert!(wrong.refusal().contains("not the passphrase"), "{wrong:?}");

    program.set("ASSURANCE_DESK_PASSPHRASE", PASSPHRASE);
    assert_is_token(&program.run(token));
    assert_is_token(&program.run("token --integration ACME"));
    assert_eq!(
        program.run("sessions list --integration Acme").json(),
        serde_json::json!([])
    );
    let unknown = program.run("token --integration Nobody");
    assert!(unknown.refusal().contains("Nobody"), "{unknown:?}");
}

/// Saves the OAuth credentials as "Acme" in a vault behind a passphrase.
fn save(program: &Program, ready: &Value) {
    let vault = Arc::new(Vault::new(program.data(), Arc::new(MemoryKeychain::unavailable())));
    vault.create_with_passphrase(PASSPHRASE).unwrap();
    let (mut integration, secrets) = from_ready_json(&ready.to_string()).unwrap().oauth;
    integration.name = "Acme".to_owned();
    let registry = Registry::new(&program.data(), vault);
    registry.save_with_secrets(&integration, &secrets).unwrap();
}
