//! What a caller of this crate sees, with real files, a real vault and the practice workspace as Adobe.
#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

mod checks;
mod clock;
mod connections;
mod console;
mod desk;
mod drafts;
mod export;
mod registry;
mod tls;
