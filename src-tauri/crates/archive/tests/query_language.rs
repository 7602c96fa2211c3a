//! The query language: what every form of it means, what is said of texts that are no query, and that a query which is
//! written out means the same.
#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]
#![allow(clippy::needless_pass_by_value, reason = "a test reads best with its JSON in place")]

#[path = "query_language/completion.rs"]
mod completion;
#[path = "query_language/documentation.rs"]
mod documentation;
#[path = "query_language/errors.rs"]
mod errors;
#[path = "query_language/has_error.rs"]
mod has_error;
#[path = "query_language/made.rs"]
mod made;
#[path = "query_language/meaning.rs"]
mod meaning;
#[path = "query_language/round_trip.rs"]
mod round_trip;
#[path = "query_language/session.rs"]
mod session;
