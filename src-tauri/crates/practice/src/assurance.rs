//! The stand-in for Adobe's Assurance service: sessions, their events, and the GraphQL API over them.
//!
//! Adobe publishes example requests but no schema; the one served here is put together from Adobe's public code and is
//! printed by [`assurance_sdl`]. Where Adobe says nothing this service makes a choice, and the choice is named where it is
//! made.

mod answers;
mod clock;
mod event;
mod inputs;
mod limits;
mod plugin;
mod problem;
mod record;
mod route;
mod scalars;
mod schema;
mod session;
mod sessions;
#[cfg(test)]
mod tests;

pub(crate) use clock::Clock;
pub(crate) use event::{Annotation, Event, EventCursor};
pub(crate) use limits::{Limits, RETENTION_MILLISECONDS};
pub(crate) use problem::{Problem, Refusal};
pub(crate) use route::routes;
pub use schema::assurance_sdl;
pub(crate) use session::{Owner, Session, SessionAnnotation};
pub(crate) use sessions::Sessions;
