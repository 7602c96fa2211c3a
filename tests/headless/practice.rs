//! `assurance-desk practice`

use std::io::{ErrorKind, Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use serde_json::Value;

use crate::program::{PATIENCE, Program, word};
use crate::workspace::Workspace;

fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<_> = value.as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

#[test]
fn it_prints_one_line_with_what_was_promised_and_stops_when_asked() {
    let program = Program::new();
    let workspace = Workspace::start(&program);
    let ready = &workspace.ready;
    assert_eq!(
        keys(ready),
        [
            "assurance",
            "console",
            "ims",
            "oauth",
            "organizationId",
            "platform",
            "serviceAccount",
            "tags"
        ]
    );
    assert_eq!(
        keys(&ready["oauth"]),
        [
            "clientId",
            "clientSecret",
            "credentialId",
            "scopes",
            "technicalAccountId"
        ]
    );
    assert_eq!(
        keys(&ready["serviceAccount"]),
        [
            "clientId",
            "clientSecret",
            "integrationId",
            "metascopes",
            "technicalAccountId"
        ]
    );
    assert!(workspace.text("/assurance").ends_with("/graffias/graphql"));
    assert!(workspace.text("/organizationId").ends_with("@AdobeOrg"));
    let (status, said) = workspace.running.stop();
    assert_eq!((status.code(), said), (Some(0), vec![]), "nothing but the one line");
}

#[test]
fn the_same_seed_gives_the_same_ids() {
    let program = Program::new();
    let oauth = |seed: &str| Workspace::start_with(&program, &["--seed", seed]).ready["oauth"].take();
    let seven = oauth("7");
    assert_eq!(seven, oauth("7"));
    assert_ne!(seven["clientId"], oauth("8")["clientId"]);
}

#[tokio::test]
async fn its_state_outlives_it() {
    let program = Program::new();
    let made = program.run("keypair --out keys").json();
    let key = program.path(made["privateKey"].as_str().unwrap());
    let options = ["--state", "state", "--events-per-second", "0"];
    let first = Workspace::start_with(&program, &options);
    first.register(&program.path("keys/certificate_pub.crt")).await;
    let session = first.session(&program, "Kept");
    let before = first.ready.clone();
    assert_eq!(first.running.stop().0.code(), Some(0));

    let second = Workspace::start_with(&program, &options);
    for part in ["organizationId", "oauth", "serviceAccount"] {
        assert_eq!(second.ready[part], before[part], "{part}");
    }
    let listed = second.run_as_service_account(&program, "sessions list", &key).json();
    assert_eq!(
        listed[0]["uuid"],
        session.as_str(),
        "the certificate and the session are there"
    );
}

#[tokio::test]
async fn it_serves_https_with_given_files() {
    let program = Program::new();
    let made = rcgen::generate_simple_self_signed(vec!["127.0.0.1".to_owned()]).unwrap();
    std::fs::write(program.path("server.crt"), made.cert.pem()).unwrap();
    std::fs::write(program.path("server.key"), made.signing_key.serialize_pem()).unwrap();
    let files = ["--tls-cert", "server.crt", "--tls-key", "server.key"];
    let workspace = Workspace::start_with(&program, &files);
    let url = format!("{}/practice", workspace.text("/ims"));
    assert!(url.starts_with("https://127.0.0.1:"), "{url}");

    let trusted = reqwest::Certificate::from_pem(made.cert.pem().as_bytes()).unwrap();
    let client = || reqwest::Client::builder().no_proxy();
    let trusting = client().tls_certs_only([trusted]).build().unwrap();
    assert!(trusting.get(&url).send().await.unwrap().status().is_success());
    let wary = client().tls_certs_only([]).build().unwrap();
    assert!(wary.get(&url).send().await.is_err());

    let token = workspace.run(&program, "token", &[]);
    assert!(
        token.refusal().contains("nobody whom this computer trusts"),
        "{token:?}"
    );
}

#[cfg(target_os = "linux")]
#[test]
fn it_answers_again_once_the_system_lets_it_open_connections() {
    let program = Program::new();
    let workspace = Workspace::start(&program);
    let address = workspace.text("/ims").strip_prefix("http://").unwrap();
    allow_more_files(workspace.running.id(), 4);

    let mut taken = Vec::new();
    let mut waiting = loop {
        let mut connection = asking(address);
        match first_bytes(&mut connection, Duration::from_millis(500)) {
            Some(answer) => {
                assert_eq!(answer, "HTTP/1.1");
                taken.push(connection);
            }
            // The system has taken it, and the program has no number left for it.
            None => break connection,
        }
    };
    assert!(!taken.is_empty(), "there was room for some");
    drop(taken);
    assert_eq!(first_bytes(&mut waiting, PATIENCE).as_deref(), Some("HTTP/1.1"));
}

/// Lets a process have so many files open beside those that it has.
#[cfg(target_os = "linux")]
fn allow_more_files(process: u32, more: usize) {
    let open = std::fs::read_dir(format!("/proc/{process}/fd")).unwrap();
    // The limit is of the highest number.
    let highest = open.map(|file| file.unwrap().file_name().to_str().unwrap().parse::<usize>().unwrap());
    let limit = highest.max().unwrap() + 1 + more;
    let set = std::process::Command::new("prlimit")
        .args([format!("--pid={process}"), format!("--nofile={limit}:{limit}")])
        .status();
    assert!(set.unwrap().success());
}

/// A connection that has asked for something, and is kept open.
fn asking(address: &str) -> TcpStream {
    let mut connection = TcpStream::connect(address).unwrap();
    write!(connection, "GET /practice HTTP/1.1\r\nHost: {address}\r\n\r\n").unwrap();
    connection
}

/// How an answer begins; none when nothing comes for so long.
fn first_bytes(connection: &mut TcpStream, patience: Duration) -> Option<String> {
    let mut bytes = [0; 8];
    connection.set_read_timeout(Some(patience)).unwrap();
    match connection.read_exact(&mut bytes) {
        Ok(()) => Some(String::from_utf8_lossy(&bytes).into_owned()),
        Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => None,
        Err(error) => panic!("{error}"),
    }
}

#[test]
fn what_it_cannot_serve_with_is_told_in_one_line() {
    let program = Program::new();
    let workspace = Workspace::start(&program);
    let address = workspace.text("/ims").strip_prefix("http://").unwrap();
    let taken = program.run_words(&["practice", "--listen", address]);
    assert!(taken.refusal().contains(address), "{taken:?}");

    let missing = program.run("practice --tls-cert missing.crt --tls-key missing.key");
    assert!(missing.refusal().contains("missing.crt"), "{missing:?}");

    std::fs::create_dir(program.path("damaged")).unwrap();
    std::fs::write(program.path("damaged/practice.json"), "{").unwrap();
    let damaged = program.run_words(&["practice", "--state", word(&program.path("damaged"))]);
    assert!(damaged.refusal().contains("practice.json"), "{damaged:?}");
}
