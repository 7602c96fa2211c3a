//! The commands without a window, as a script meets them: the built program, its output, its exit codes.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

#[path = "headless/archives.rs"]
mod archives;
#[path = "headless/events.rs"]
mod events;
#[path = "headless/export.rs"]
mod export;
#[path = "headless/export_events.rs"]
mod export_events;
#[path = "headless/forget.rs"]
mod forget;
#[path = "headless/import.rs"]
mod import;
#[path = "headless/import_events.rs"]
mod import_events;
#[path = "headless/info.rs"]
mod info;
#[path = "headless/keypair.rs"]
mod keypair;
#[path = "headless/practice.rs"]
mod practice;
#[path = "headless/program.rs"]
mod program;
#[path = "headless/query.rs"]
mod query;
#[path = "headless/secrets.rs"]
mod secrets;
#[path = "headless/serve.rs"]
mod serve;
#[path = "headless/sessions.rs"]
mod sessions;
#[path = "headless/token.rs"]
mod token;
#[path = "headless/usage.rs"]
mod usage;
#[path = "headless/workspace.rs"]
mod workspace;
