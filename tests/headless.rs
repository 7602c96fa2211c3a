//! The commands without a window, as a script meets them: the built program, its output, its exit codes.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

#[path = "headless/events.rs"]
mod events;
#[path = "headless/export.rs"]
mod export;
#[path = "headless/import.rs"]
mod import;
#[path = "headless/keypair.rs"]
mod keypair;
#[path = "headless/practice.rs"]
mod practice;
#[path = "headless/program.rs"]
mod program;
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
