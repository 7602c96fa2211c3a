//! Opens links on devices of this computer: on Android phones and emulators with `adb`, on iOS simulators with `simctl`.
//! It finds the tools where their makers put them, asks which devices are there, and runs nothing through a shell of
//! this computer. It knows nothing of sessions.
//!
//! ```no_run
//! use devices::{Tools, usual_folders};
//!
//! # async fn example() -> Result<(), devices::DeviceError> {
//! let tools = Tools::in_folders(usual_folders());
//! for device in tools.find().await.devices {
//!     tools.open(device.tool, &device.id, "myapp://default").await?;
//! }
//! # Ok(())
//! # }
//! ```

#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test may fail loudly"))]

mod adb;
mod device;
mod error;
mod places;
mod run;
mod simctl;
mod tools;

pub use device::{Device, Found, Hindrance, Tool};
pub use error::DeviceError;
pub use places::usual_folders;
pub use tools::Tools;
