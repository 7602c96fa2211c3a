//! WebKitWebDriver, and a session of it with the program.

use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;

use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use serde_json::{Value, json};

use super::PATIENCE;
use super::processes::{Running, Surroundings, eventually};
use super::screen::Screen;

/// The driver on a port that was free.
pub(crate) struct WebDriver {
    _process: Running,
    address: String,
}

impl WebDriver {
    pub(crate) async fn start(surroundings: &Surroundings) -> Self {
        // Somebody may take the port between asking for it and using it; then the driver ends at once.
        for _ in 0..5 {
            let port = free_port();
            let mut process = Running::start(
                surroundings
                    .command("WebKitWebDriver")
                    .arg(format!("--port={port}"))
                    // Without this the program does not let itself be driven, and the driver waits for ever.
                    .env("TAURI_WEBVIEW_AUTOMATION", "true"),
            );
            let address = format!("http://127.0.0.1:{port}");
            let ready = eventually(async || {
                if process.has_ended() {
                    return Some(false);
                }
                is_ready(&address).await.then_some(true)
            })
            .await;
            if ready == Some(true) {
                return Self {
                    _process: process,
                    address,
                };
            }
        }
        panic!("WebKitWebDriver did not come up");
    }

    /// Opens the program, filling the screen.
    pub(crate) async fn session(&self, program: &Path, screen: Screen) -> Client {
        let capabilities: Capabilities = [(
            "webkitgtk:browserOptions".to_owned(),
            json!({ "binary": program, "args": [] }),
        )]
        .into_iter()
        .collect();
        let mut builder = ClientBuilder::rustls().expect("a TLS configuration, though nothing here uses it");
        let opening = builder.capabilities(capabilities).connect(&self.address);
        // The driver waits for ever for a program that shows no window.
        let client = match tokio::time::timeout(PATIENCE, opening).await {
            Ok(Ok(client)) => client,
            Ok(Err(error)) => panic!("the window did not open: {error}; the log in target/journeys may say why"),
            Err(_) => panic!("no window came; the log in target/journeys may say why"),
        };
        client
            .set_window_rect(0, 0, screen.width, screen.height)
            .await
            .expect("the window can be sized");
        client
    }
}

async fn is_ready(address: &str) -> bool {
    let Ok(answer) = reqwest::get(format!("{address}/status")).await else {
        return false;
    };
    answer
        .json::<Value>()
        .await
        .is_ok_and(|status| status["value"]["ready"] == true)
}

fn free_port() -> u16 {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|listener| listener.local_addr())
        .expect("a free port")
        .port()
}
