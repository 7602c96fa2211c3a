//! An archive that somebody sent: nothing in it is run, and what it claims is not believed.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

#[path = "untrusted/claims.rs"]
mod claims;
#[path = "untrusted/made.rs"]
mod made;
#[path = "untrusted/schema.rs"]
mod schema;
