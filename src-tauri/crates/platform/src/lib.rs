//! Experience Platform, asked as one integration: the XDM classes of its Schema Registry, and the sandboxes that the
//! caller can use. It goes through a [`gateway::Gateway`], which adds Adobe's headers and the access token, and knows
//! nothing of how tokens are made.
//!
//! ```no_run
//! # use std::sync::Arc;
//! # async fn example(gateway: Arc<gateway::Gateway>) -> Result<(), Box<dyn std::error::Error>> {
//! use platform::{Container, Platform};
//!
//! let platform = Platform::new(gateway, "https://platform.adobe.io".parse()?);
//! for sandbox in platform.sandboxes().await?.items {
//!     println!("{}: {}", sandbox.name, sandbox.title.unwrap_or_default());
//! }
//! let classes = platform.in_sandbox("prod").classes(Container::Global).await?;
//! # Ok(())
//! # }
//! ```

#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test may fail loudly"))]

mod class;
mod client;
mod error;
mod sandbox;

pub use class::{Class, Container};
pub use client::Platform;
pub use error::PlatformError;
pub use sandbox::Sandbox;
