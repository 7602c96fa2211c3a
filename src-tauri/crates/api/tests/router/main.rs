//! The router as the window uses it: commands by name, JSON in and out, ticks; the practice workspace as Adobe.
#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

mod announcements;
mod archives;
mod desk;
mod event_exports;
mod event_imports;
mod explain;
mod exports;
mod guides;
mod hostile_events;
mod http_host;
mod imports;
mod inspector;
mod jobs;
mod key_files;
mod key_generation;
mod network;
mod secrets;
mod sessions;
mod tokens;
mod vault;
mod wizard;
mod wizard_failures;
