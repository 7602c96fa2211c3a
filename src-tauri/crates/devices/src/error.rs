//! What can go wrong between this computer and a device.

use crate::device::{Hindrance, Tool};

/// Why a link was not opened.
#[derive(Debug, thiserror::Error)]
pub enum DeviceError {
    /// The tool is not installed, or no longer.
    #[error("{0} is not installed")]
    NoTool(Tool),
    /// The tool no longer lists the device.
    #[error("the device is no longer connected")]
    Gone,
    /// The device cannot be used now.
    #[error(transparent)]
    Hindered(#[from] Hindrance),
    /// No app on the device opens such links.
    #[error("no app on the device opens the link")]
    NoApp,
    /// Several apps open such links; the device asks which.
    #[error("several apps on the device open the link")]
    SeveralApps,
    /// The tool or the device did not answer in time.
    #[error("{0} did not answer in time")]
    TimedOut(Tool),
    /// The tool could not be started.
    #[error("{tool} could not be started: {source}")]
    NotStarted {
        /// The tool.
        tool: Tool,
        /// What the system says.
        source: std::io::Error,
    },
    /// The tool says no.
    #[error("{tool} says: {said}")]
    Refused {
        /// The tool.
        tool: Tool,
        /// The last line of what it says.
        said: String,
    },
}
