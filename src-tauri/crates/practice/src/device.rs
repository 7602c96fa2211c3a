//! The simulated devices: apps with the Assurance extension that connect to sessions and send what real ones send.
//!
//! A [`Simulator`] is one app on one device. It tells its events as little stories (a launch, a purchase, a push message),
//! each with all that the SDK, the Edge Network and its upstream services report about it, linked by the IDs by which a
//! person follows a request. The same seed tells the same stories. The [`Fleet`] holds the connected devices; [`spawn`]
//! lets them send at the workspace's rate, and [`routes`] are the control calls over them.

mod analytics;
mod app;
mod commerce;
mod connecting;
mod draft;
mod driver;
mod edge;
mod fleet;
mod lifecycle;
mod messaging;
mod oddities;
mod profile;
mod push;
mod routes;
mod service;
mod simulator;
mod state;
#[cfg(test)]
mod tests;
mod upstream;
mod validation;

pub(crate) use driver::spawn;
pub(crate) use fleet::Fleet;
pub use profile::Profile;
pub(crate) use routes::routes;
pub(crate) use simulator::Simulator;
