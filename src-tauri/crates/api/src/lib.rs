//! What the window may ask, and who answers. The [`contract`] is plain types, from which the TypeScript side is
//! generated; [`commands`] is the one list of names; [`desk::Desk`] answers them with the crates below; one mapping turns
//! every error into the one that crosses the boundary. There are two hosts: the window, in the shell, and [`http`].
//!
//! ```no_run
//! # async fn example(desk: api::desk::Desk) -> Result<(), api::contract::problem::Problem> {
//! let answer = api::commands::dispatch(&desk, "app_info", serde_json::Value::Null).await?;
//! assert!(answer["version"].is_string());
//! # Ok(())
//! # }
//! ```

#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test may fail loudly"))]

pub mod bindings;
pub mod commands;
pub mod contract;
pub mod desk;
pub mod desktop;
pub mod http;
pub mod openings;
pub mod practice_host;
mod problem;
mod settings;
pub mod ticks;
pub mod updates;
