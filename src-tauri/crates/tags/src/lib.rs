//! Tags (once Launch), asked through its Reactor API as one integration: the profile, companies and properties with the
//! rights that the caller has on them, and the roles that give such rights. It goes through a [`gateway::Gateway`],
//! which adds Adobe's headers and the access token.
//!
//! ```no_run
//! # use std::sync::Arc;
//! # async fn example(gateway: Arc<gateway::Gateway>) -> Result<(), Box<dyn std::error::Error>> {
//! use tags::{Right, Tags, roles_with};
//!
//! let tags = Tags::new(gateway, "https://reactor.adobe.io".parse()?);
//! for company in tags.companies().await?.items {
//!     println!("{}: {:?}", company.name(), company.rights());
//! }
//! assert!(roles_with(&[Right::Approve]).iter().any(|role| role.name() == "Approver"));
//! # Ok(())
//! # }
//! ```

#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test may fail loudly"))]

mod client;
mod error;
mod overview;
mod pages;
mod resource;
mod rights;
mod roles;

pub use client::{PropertyFilter, Tags};
pub use error::TagsError;
pub use overview::Overview;
pub use resource::{Kind, Resource};
pub use rights::{Right, RightsFound};
pub use roles::{Role, roles_with};
