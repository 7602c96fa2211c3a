//! No secret stays behind: a day's work through `assurance-desk serve`, everything logged, and then a search of what the
//! program said, wrote, left in its temporary folder and handed to the programs that it starts.

#[path = "../../src-tauri/crates/api/tests/router/secrets/forms.rs"]
mod forms;

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::sync::Arc;

use secrecy::ExposeSecret as _;
use serde_json::{Value, json};
use vault::{MemoryKeychain, Vault};

use crate::program::{Program, Running};
use crate::workspace::web;

const PASSPHRASE: &str = "four unrelated words for a test";
const CLIENT_SECRET: &str = "p8e-typed-and-never-to-be-seen-again";

/// A desk that is asked over HTTP.
struct Served {
    running: Running,
    address: String,
    token: String,
}

impl Served {
    fn start(program: &Program) -> Self {
        let running = program.start(&["serve"]);
        let said = running.json();
        let (address, token) = said["url"].as_str().unwrap().split_once("/#token=").unwrap();
        Self {
            address: address.to_owned(),
            token: token.to_owned(),
            running,
        }
    }

    /// The answer, or the problem.
    async fn ask(&self, name: &str, request: Value) -> Value {
        let call = web()
            .post(format!("{}/rpc/{name}", self.address))
            .bearer_auth(&self.token);
        let answer = call.json(&request).send().await.unwrap();
        serde_json::from_str(&answer.text().await.unwrap()).unwrap()
    }
}

#[tokio::test]
async fn no_secret_is_left_by_a_day_of_work() {
    let mut program = Program::new();
    let (temporary, tools) = (program.path("temporary"), program.path("tools"));
    for folder in [&temporary, &tools] {
        std::fs::create_dir(folder).unwrap();
    }
    note_surroundings(&tools.join("adb"));
    let path = std::env::var("PATH").unwrap();
    program.set("PATH", &format!("{}:{path}", tools.display()));
    program.set("TMPDIR", temporary.to_str().unwrap());
    program.set("ASSURANCE_DESK_LOG", "trace");
    program.set("ASSURANCE_DESK_PASSPHRASE", PASSPHRASE);
    let served = Served::start(&program);
    let key = work(&program, &served).await;

    let secrets = secrets(&program, &key);
    let search = forms::Search::new(secrets.iter().map(String::as_str));
    assert!(secrets.len() > 20, "a key, tokens, client secrets: {}", secrets.len());
    let nothing_in = |place: &str, bytes: &[u8]| {
        if let Some((_, start)) = search.find(bytes) {
            let before = String::from_utf8_lossy(&bytes[start.saturating_sub(300)..start]);
            panic!("a secret is in {place}, after: {before}");
        }
    };
    let process = Path::new("/proc").join(served.running.id().to_string());
    for told in ["cmdline", "environ"] {
        let told = process.join(told);
        nothing_in(&told.display().to_string(), &std::fs::read(&told).unwrap());
    }
    let limits = std::fs::read_to_string(process.join("limits")).unwrap();
    let core = limits
        .lines()
        .find(|line| line.starts_with("Max core file size"))
        .unwrap();
    assert!(core.split_whitespace().nth(4) == Some("0"), "no core file: {core}");
    served.running.stop();

    let tool = std::fs::read(program.path("adb-was-told")).unwrap();
    assert!(
        String::from_utf8_lossy(&tool).contains("ASSURANCE_DESK_LOG=trace"),
        "the tool inherits what is no secret"
    );
    let mut searched = 0;
    each_file(program.home(), &mut |path| {
        let known = path.strip_prefix(program.home()).unwrap();
        // What the user keeps, what is sealed, and the credentials of the pretended Adobe, which open nothing else.
        if known.starts_with("keys") || known == Path::new("data/vault.sealed") || known.starts_with("data/practice") {
            return;
        }
        searched += 1;
        nothing_in(&known.display().to_string(), &std::fs::read(path).unwrap());
    });
    assert!(searched > 8, "{searched} files were searched");
    let log = std::fs::read_to_string(program.data().join("logs/serve.log")).unwrap();
    assert!(
        log.contains("\"message\":\"started\"") && log.contains("\"path\":\"/ims/"),
        "{log}"
    );
    let mode = |name: &str| std::fs::metadata(program.path(name)).unwrap().permissions().mode() & 0o777;
    assert_eq!(
        (mode("data"), mode("data/logs"), mode("data/vault.sealed")),
        (0o700, 0o700, 0o600)
    );
    assert_eq!(
        std::fs::read_dir(&temporary).unwrap().count(),
        0,
        "nothing stays in the temporary folder"
    );
}

/// A tool that writes down what it was given.
fn note_surroundings(tool: &Path) {
    let script = "#!/bin/sh\n{ env; tr '\\0' ' ' </proc/$PPID/cmdline; echo \"$@\"; } >\"$HOME/adb-was-told\"\necho 'List of devices attached'\n";
    std::fs::write(tool, script).unwrap();
    std::fs::set_permissions(tool, std::fs::Permissions::from_mode(0o755)).unwrap();
}

/// Sets up integrations, uses them well and badly; gives the private key that was imported.
async fn work(program: &Program, served: &Served) -> String {
    let run = program.command(&["keypair", "--out", "keys"]).output().unwrap();
    assert!(run.status.success());
    let key = program.path("keys/private.key");
    let ask = async |name: &str, request: Value| served.ask(name, request).await;
    assert_eq!(ask("app_info", Value::Null).await["vault"], "openWithPassphrase");
    let wrong = ask("vault_unlock", json!({ "passphrase": { PASSPHRASE: 1 } })).await;
    assert_eq!(wrong["code"], "internal");

    let import = json!({ "from": "files", "paths": [key] });
    let import = ask("import_read", import).await;
    let accept = json!({ "import": import["id"], "candidate": 0, "draft": null });
    ask("import_accept", accept).await;
    let draft = ask("draft_open", json!({ "integration": null, "practice": null })).await["id"].clone();
    let change = json!({ "clientSecret": CLIENT_SECRET, "clientId": "cm-p1-e2", "name": "Acme" });
    ask("draft_change", json!({ "draft": draft, "change": change })).await;
    ask("draft_test", json!({ "draft": draft })).await;

    let tried = ask("practice_try", Value::Null).await;
    let one = json!({ "integration": tried["integration"] });
    let view = ask("view_open", tried.clone()).await;
    for name in [
        "token_renew",
        "token_copy",
        "token_inspect_own",
        "doctor_start",
        "tags_overview",
    ] {
        ask(name, one.clone()).await;
    }
    for format in ["dotEnv", "curl", "postmanEnvironment"] {
        let export = json!({ "integration": tried["integration"], "format": format, "withSecrets": false });
        ask("export_preview", export).await;
    }
    ask("device_tools", Value::Null).await;
    ask("token_inspect", json!({ "text": CLIENT_SECRET, "integration": null })).await;
    let status = ask("view_status", json!({ "view": view["view"] })).await;
    assert_eq!(status["view"], view["view"], "{status}");
    let report = ask("problem_report_prepare", Value::Null).await;
    assert_eq!(report["files"].as_array().unwrap().len(), 3);
    std::fs::write(program.path("report.json"), report.to_string()).unwrap();
    ask("view_close", json!({ "view": view["view"] })).await;
    std::fs::read_to_string(key).unwrap()
}

/// Every secret: what was typed, the lines of the key, and all that the vault holds.
fn secrets(program: &Program, key: &str) -> Vec<String> {
    let mut secrets = vec![PASSPHRASE.to_owned(), CLIENT_SECRET.to_owned()];
    let vault = Vault::new(program.data(), Arc::new(MemoryKeychain::unavailable()));
    vault.unlock(PASSPHRASE).unwrap();
    let mut texts = vec![key.to_owned()];
    for name in vault.names().unwrap() {
        texts.push(vault.read(&name).unwrap().unwrap().expose_secret().to_owned());
    }
    for text in texts {
        if let Ok(Value::Object(record)) = serde_json::from_str(&text) {
            let longest = record.values().filter_map(Value::as_str).max_by_key(|text| text.len());
            secrets.extend(longest.map(str::to_owned));
        } else if text.contains("-----BEGIN") {
            // Every key begins alike.
            let lines = text
                .lines()
                .skip(2)
                .filter(|line| !line.contains("-----") && line.len() > 20);
            secrets.extend(lines.map(str::to_owned));
        } else {
            secrets.push(text);
        }
    }
    secrets
}

fn each_file(folder: &Path, look: &mut impl FnMut(&Path)) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            each_file(&path, look);
        } else {
            look(&path);
        }
    }
}

#[test]
fn a_passphrase_can_come_from_a_file() {
    let mut program = Program::new();
    let file = program.path("passphrase");
    std::fs::write(&file, format!("{PASSPHRASE}\n")).unwrap();
    program.set("ASSURANCE_DESK_PASSPHRASE_FILE", file.to_str().unwrap());
    let serving = program.start(&["serve"]);
    serving.line();
    serving.stop();
    let vault = Vault::new(program.data(), Arc::new(MemoryKeychain::unavailable()));
    assert!(vault.unlock(PASSPHRASE).is_ok());
}

#[test]
fn a_key_is_for_its_owner_and_a_certificate_for_everybody() {
    let program = Program::new();
    let made = std::process::Command::new("sh")
        .args(["-c", "umask 000; exec \"$0\" \"$@\""])
        .arg(program.command(&[]).get_program())
        .args(["keypair", "--out", program.path("keys").to_str().unwrap()])
        .output()
        .unwrap();
    assert!(made.status.success(), "{made:?}");
    let mode = |name: &str| std::fs::metadata(program.path(name)).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode("keys/private.key"), 0o600);
    assert_eq!(mode("keys/certificate_pub.crt"), 0o644);
}
