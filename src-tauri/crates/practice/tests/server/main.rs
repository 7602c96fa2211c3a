//! The practice workspace as a client meets it: over HTTP.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

mod anything;
mod console;
mod control;
mod exchange;
mod faults;
mod gateway;
mod https;
mod kept_state;
mod migration;
mod oauth;
mod platform;
mod rows;
mod serving;
mod support;
mod tags;
mod tokens;
