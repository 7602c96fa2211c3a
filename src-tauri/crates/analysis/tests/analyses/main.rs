//! What the analyses draw of sessions, as a user sees it.
#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]
#![allow(clippy::needless_pass_by_value, reason = "a test reads best with its JSON in place")]

mod analytics;
mod any;
mod clients;
mod configuration;
mod errors;
mod extensions;
mod logs;
mod looks_at;
mod session;
mod states;
mod transactions;
