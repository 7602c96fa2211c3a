//! The router as the window uses it: commands by name, JSON in and out, ticks; the practice workspace as Adobe.
#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

mod desk;
mod hostile_events;
mod http_host;
mod inspector;
mod key_files;
mod secrets;
mod sessions;
mod vault;
mod wizard;
mod wizard_failures;
