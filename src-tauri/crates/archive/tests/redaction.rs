//! What is redacted is gone from every export, the same value has the same replacement, and all else stays.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

#[path = "redaction/any.rs"]
mod any;
#[path = "redaction/exporting.rs"]
mod exporting;
#[path = "redaction/previews.rs"]
mod previews;
#[path = "redaction/rules.rs"]
mod rules;
