//! Devices, and the tools that reach them.

use devices::{DeviceError, Tool};

use super::sentence;
use crate::contract::problem::{Problem, ProblemCode};

impl From<DeviceError> for Problem {
    fn from(error: DeviceError) -> Self {
        let (code, title, next_step) = match &error {
            DeviceError::NoTool(tool) => (
                ProblemCode::NotFound,
                format!("{tool} is not installed"),
                match tool {
                    Tool::Adb => "Install Android's platform tools, or scan the QR code with the device.",
                    Tool::Simctl => "Install Xcode, or open the link in the simulator's browser.",
                },
            ),
            DeviceError::Gone => (
                ProblemCode::NotFound,
                "The device is gone".to_owned(),
                "Connect it again, or start the emulator or simulator again.",
            ),
            DeviceError::Hindered(hindrance) => (
                ProblemCode::Unreachable,
                "The device is not ready".to_owned(),
                hindrance.next_step(),
            ),
            DeviceError::NoApp => (
                ProblemCode::NotFound,
                "No app takes the link".to_owned(),
                "Install the app, and check that the link's scheme or host is the one that this build registers.",
            ),
            DeviceError::SeveralApps => (
                ProblemCode::InvalidInput,
                "The device asks which app".to_owned(),
                "Choose the app on the device. To be asked no more, uninstall the other builds that register the same scheme.",
            ),
            DeviceError::TimedOut(_) => (
                ProblemCode::Unreachable,
                "The device did not answer".to_owned(),
                "Unlock the device, check its cable, and try again.",
            ),
            DeviceError::NotStarted { tool, .. } => (
                ProblemCode::File,
                format!("{tool} cannot be used"),
                "Check that it is the right one for this computer and may be run.",
            ),
            DeviceError::Refused { .. } => (
                ProblemCode::UnexpectedAnswer,
                "The link was not opened".to_owned(),
                "Correct what it names, or scan the QR code with the device.",
            ),
        };
        Self::new(code, title, sentence(&error), next_step)
    }
}
