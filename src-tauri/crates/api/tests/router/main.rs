//! The router as the window uses it: commands by name, JSON in and out, ticks; the practice workspace as Adobe.
#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]
#![allow(clippy::needless_pass_by_value, reason = "a test reads best with its JSON in place")]

mod access;
mod adobe_services;
mod analyses;
mod announcements;
mod archives;
mod arrangement;
mod deletions;
mod desk;
mod devices;
mod differences;
mod doctor;
mod event_exports;
mod event_imports;
mod explain;
mod exports;
mod find;
mod guides;
mod hostile_events;
mod http_host;
mod imports;
mod inspector;
mod jobs;
mod key_files;
mod key_generation;
mod marks;
mod network;
mod openings;
mod problem_report;
mod requests;
mod secrets;
mod session_archiving;
mod sessions;
mod timeline;
mod tokens;
mod updates;
mod vault;
mod wizard;
mod wizard_failures;
