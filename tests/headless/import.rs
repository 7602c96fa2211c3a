//! `assurance-desk import`

use std::fs;

use keys::{KeyBits, KeyPair};
use serde_json::{Value, json};

use crate::program::{Outcome, Program};
use crate::workspace::Workspace;

const PASSPHRASE: &str = "correct horse battery staple";
const SECRET: &str = "p8e-imported-and-never-to-be-printed";

/// A program with an OAuth credential, a service account without its key, and the key sealed.
fn program() -> Program {
    let mut program = Program::new();
    program.set("ASSURANCE_DESK_PASSPHRASE", PASSPHRASE);
    program.set("KEY_PASSPHRASE", PASSPHRASE);
    let write = |name: &str, value: &Value| fs::write(program.path(name), value.to_string()).unwrap();
    let account = "8C6767C25245AD1A0A490D4D@techacct.adobe.com";
    let organization = "8C6767C25245AD1A0A490D4C@AdobeOrg";
    write(
        "oauth.json",
        &json!({"ORG_ID": organization, "CLIENT_ID": "cm-p1-e1", "CLIENT_SECRETS": [SECRET], "SCOPES": ["openid"]}),
    );
    write(
        "account.json",
        &json!({"ims_org_id": organization, "client_id": "cm-p1-e2", "client_secret": SECRET,
            "technical_account_id": account, "meta_scopes": ["assurance_automation"], "private_key": "private.key"}),
    );
    let key = KeyPair::generate(KeyBits::Rsa2048).unwrap();
    let sealed = key.to_encrypted_pem(PASSPHRASE).unwrap();
    fs::write(program.path("private.key"), sealed.as_bytes()).unwrap();
    program
}

fn assert_is_discreet(outcome: &Outcome) {
    for secret in [SECRET, PASSPHRASE, "PRIVATE KEY-----"] {
        assert!(
            !outcome.output.contains(secret) && !outcome.errors.contains(secret),
            "{outcome:?}"
        );
    }
}

#[test]
fn it_shows_what_files_hold_and_keeps_nothing() {
    let program = program();
    let outcome = program.run("import account.json private.key program.png");
    assert_is_discreet(&outcome);
    let shown = outcome.json();
    assert_eq!(shown["files"][0]["format"], "aio context");
    assert_eq!(
        shown["files"][1]["state"],
        json!({"state": "locked", "wrongPassphrase": false})
    );
    assert_eq!(shown["files"][2]["state"]["state"], "unusable");
    assert_eq!(shown["candidates"][0]["missing"], json!(["key"]));
    assert_eq!(shown["saved"], Value::Null);
    assert!(!program.data().exists());
}

#[test]
fn it_saves_what_is_complete() {
    let program = program();
    let outcome = program.run_words(&["import", "oauth.json", "--save", "--name", "Acme Mobile"]);
    assert_is_discreet(&outcome);
    assert_eq!(outcome.json()["saved"]["name"], "Acme Mobile");
    let outcome = program.run("import private.key account.json --passphrase-env KEY_PASSPHRASE --save");
    assert_is_discreet(&outcome);
    assert_eq!(outcome.json()["saved"]["name"], "account");
    let exported = program.run_words(&[
        "export",
        "--integration",
        "Acme Mobile",
        "--format",
        "env",
        "--with-secrets",
    ]);
    assert!(exported.output.contains(SECRET), "{exported:?}");

    let again = program.run_words(&["import", "oauth.json", "--save", "--name", "Acme Mobile"]);
    assert!(again.refusal().contains("has this name"), "{again:?}");
}

#[test]
fn what_it_saves_gets_an_access_token() {
    let program = program();
    let workspace = Workspace::start(&program);
    let ready = &workspace.ready;
    let env = format!(
        "IMS={}\nORG_ID={}\nCLIENT_ID={}\nCLIENT_SECRET={}\nSCOPES={}\n",
        ready["ims"].as_str().unwrap(),
        ready["organizationId"].as_str().unwrap(),
        ready["oauth"]["clientId"].as_str().unwrap(),
        ready["oauth"]["clientSecret"].as_str().unwrap(),
        ready["oauth"]["scopes"][0].as_str().unwrap(),
    );
    fs::write(program.path("practice.env"), env).unwrap();
    program.run("import practice.env --save").json();
    let token = program.run("token --integration practice").json();
    assert!(token["access_token"].as_str().unwrap().len() > 20);
}

#[test]
fn what_cannot_be_saved_is_refused_in_one_line() {
    let program = program();
    for (words, reason) in [
        ("import account.json --save", "private key"),
        ("import private.key --save", "passphrase"),
        ("import private.key --passphrase-env NOT_SET", "NOT_SET"),
        ("import oauth.json account.json --save", "2 credentials"),
        ("import missing.json --save", "does not exist"),
    ] {
        let outcome = program.run(words);
        assert!(outcome.refusal().contains(reason), "{words}: {outcome:?}");
        assert_is_discreet(&outcome);
    }
    assert!(program.run("import").wrong_usage().contains("FILE"));
    assert_eq!(
        program.run("token --integration account").code,
        Some(1),
        "nothing was saved"
    );
}
