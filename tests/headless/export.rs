//! `assurance-desk export`

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use crate::program::{Program, word};
use crate::workspace::Workspace;

#[test]
fn it_prints_without_secrets_and_writes_them_only_when_told_to() {
    let program = Program::new();
    let workspace = Workspace::start(&program);
    let secret = workspace.text("/oauth/clientSecret");
    for format in ["postman", "env", "aio", "aepp", "curl"] {
        let shown = workspace.run(&program, "export", &["--format", format]);
        assert!(
            shown.output.contains(workspace.text("/oauth/clientId")),
            "{format}: {shown:?}"
        );
        assert!(!shown.output.contains(secret), "{format}");
        let whole = workspace.run(&program, "export", &["--format", format, "--with-secrets"]);
        assert!(whole.output.contains(secret), "{format}");
    }
}

#[test]
fn it_writes_a_file_for_its_owner_and_never_over_another() {
    let program = Program::new();
    let workspace = Workspace::start(&program);
    program.run("keypair --out keys").json();
    let key = program.path("keys/private.key");
    let out = program.path("options.json");
    let account = ["--credentials", "service-account", "--private-key", word(&key)];
    let more = [
        &account[..],
        &["--format", "jwt-auth", "--with-secrets", "--out", word(&out)],
    ]
    .concat();
    assert_eq!(workspace.run(&program, "export", &more).output, "");
    assert_eq!(fs::metadata(&out).unwrap().permissions().mode() & 0o777, 0o600);
    let options: serde_json::Value = serde_json::from_slice(&fs::read(&out).unwrap()).unwrap();
    assert_eq!(options["privateKey"], fs::read_to_string(&key).unwrap());
    let again = workspace.run(&program, "export", &more);
    assert!(again.refusal().contains("exists already"), "{again:?}");
}

#[test]
fn a_format_that_does_not_fit_is_refused() {
    let program = Program::new();
    let workspace = Workspace::start(&program);
    let refused = workspace.run(&program, "export", &["--format", "jwt-auth"]);
    assert!(refused.refusal().contains("service accounts"), "{refused:?}");
}
