//! What the window may ask and what it gets: plain types, no behaviour.
//!
//! Each type here is also a TypeScript type: `cargo xtask types` writes them all into `ui/src/backend/api.gen.ts`,
//! and a test fails when that file is stale. Times are epoch milliseconds in UTC; durations name their unit.

pub mod access;
pub mod analyses;
pub mod announcements;
pub mod app;
pub mod archives;
pub mod devices;
pub mod doctor;
pub mod drafts;
pub mod exports;
pub mod find;
pub mod guides;
pub mod imports;
pub mod inspector;
pub mod integrations;
pub mod jobs;
pub mod marks;
pub mod openings;
pub mod platform;
pub mod practice;
pub mod problem;
pub mod problem_report;
pub mod requests;
pub mod sessions;
pub mod tags;
pub mod tick;
pub mod timeline;
pub mod tokens;
pub mod updates;
