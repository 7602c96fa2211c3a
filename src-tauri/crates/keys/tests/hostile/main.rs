//! Files that nobody wrote in good faith, and files that are damaged.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

mod der;
mod limits;
mod properties;
