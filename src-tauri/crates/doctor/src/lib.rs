//! The connection doctor: everything between an integration and Adobe's services, looked at at once, each finding on a
//! line of its own: this computer's clock, the way to each host, key, certificate, access token, Assurance, Experience
//! Platform and tags. It finds; what a finding means and who must do what is said by whoever shows it.
//!
//! ```no_run
//! # async fn example(target: integration::CheckTarget) {
//! use doctor::{State, examine};
//!
//! let lines = examine(&target, |lines| println!("{} lines", lines.len())).await;
//! let failed = lines.iter().filter(|line| matches!(line.state, State::Failed(_))).count();
//! println!("{failed} need somebody");
//! # }
//! ```

#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test may fail loudly"))]

mod examination;
mod line;
mod reach;
mod services;
mod sheet;
mod token;

pub use examination::examine;
pub use line::{Check, Failure, Found, Line, NotApplicable, Service, State, TagsFound};
