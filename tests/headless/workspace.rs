//! A practice workspace that the program serves, and the file with the line that it printed.

use std::path::PathBuf;

use reqwest::multipart::{Form, Part};
use serde_json::Value;

use crate::program::{Outcome, Program, Running, word};

/// `assurance-desk practice`, running.
pub(crate) struct Workspace {
    pub(crate) ready: Value,
    pub(crate) running: Running,
    from: PathBuf,
}

impl Workspace {
    /// Its devices send nothing.
    pub(crate) fn start(program: &Program) -> Self {
        Self::start_with(program, &["--events-per-second", "0"])
    }

    pub(crate) fn start_with(program: &Program, arguments: &[&str]) -> Self {
        let running = program.start(&[&["practice"], arguments].concat());
        let line = running.line();
        let from = program.path("practice.json");
        std::fs::write(&from, &line).unwrap();
        Self {
            ready: serde_json::from_str(&line).unwrap(),
            running,
            from,
        }
    }

    /// One of its addresses or IDs.
    pub(crate) fn text(&self, pointer: &str) -> &str {
        self.ready.pointer(pointer).unwrap().as_str().unwrap()
    }

    /// Runs a command with its OAuth credentials: `sessions list`, and after it more words.
    pub(crate) fn run(&self, program: &Program, command: &str, more: &[&str]) -> Outcome {
        let words = self.words(command, more);
        program.run_words(&words)
    }

    /// Starts a command with its OAuth credentials.
    pub(crate) fn start_command(&self, program: &Program, command: &str, more: &[&str]) -> Running {
        program.start(&self.words(command, more))
    }

    /// Runs a command with its service account and the private key in a file.
    pub(crate) fn run_as_service_account(&self, program: &Program, command: &str, key: &std::path::Path) -> Outcome {
        let more = ["--credentials", "service-account", "--private-key", word(key)];
        self.run(program, command, &more)
    }

    fn words<'a>(&'a self, command: &'a str, more: &[&'a str]) -> Vec<&'a str> {
        let from = ["--from", word(&self.from)];
        command.split(' ').chain(from).chain(more.iter().copied()).collect()
    }

    /// Creates a session; gives its UUID.
    pub(crate) fn session(&self, program: &Program, name: &str) -> String {
        let more = ["--name", name, "--link", "lumashop://home"];
        let created = self.run(program, "sessions create", &more).json();
        created["uuid"].as_str().unwrap().to_owned()
    }

    /// Registers a certificate for the service account, as Adobe's console API takes it.
    pub(crate) async fn register(&self, certificate: &std::path::Path) {
        let url = format!(
            "{}/console/organizations/{}/integrations/entp/{}/bindings",
            self.text("/console"),
            self.text("/organizationId"),
            self.text("/serviceAccount/integrationId"),
        );
        let file = Part::bytes(std::fs::read(certificate).unwrap()).file_name("certificate_pub.crt");
        let form = Form::new().part("certificate", file);
        let answer = web().post(url).multipart(form).send().await.unwrap();
        assert!(answer.status().is_success(), "{}", answer.text().await.unwrap());
    }

    /// Posts to one of the workspace's own calls.
    pub(crate) async fn control(&self, path: &str, body: Value) {
        let url = format!("{}/practice/{path}", self.text("/platform"));
        let answer = web().post(url).json(&body).send().await.unwrap();
        assert!(answer.status().is_success(), "{}", answer.text().await.unwrap());
    }
}

/// A client for services on this computer.
pub(crate) fn web() -> reqwest::Client {
    let direct = gateway::ClientOptions {
        proxy: gateway::Proxy::Direct,
        ..gateway::ClientOptions::default()
    };
    gateway::http_client(&direct).unwrap()
}
