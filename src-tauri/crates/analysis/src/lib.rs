//! What the events of a session tell together: transactions, errors, shared states, configuration and the rest of
//! Adobe's views, what belongs to an event, and what differs between events and between sessions. It reads archives,
//! and knows of no window and no network.

#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test may fail loudly"))]

mod alike;
mod analyses;
pub mod compare;
pub mod diff;
pub mod drawing;
mod fields;
mod flat;
mod in_order;
mod reading;
pub mod related;
pub mod report;
mod scene;
mod table;
mod told;

pub use alike::{Alike, alike};
pub use analyses::{ALL, Kind, kind, state_of};
pub use reading::{Progress, Reading};
pub use scene::Asked;
