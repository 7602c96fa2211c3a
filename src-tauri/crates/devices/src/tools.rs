//! The tools of this computer, and what they can do.

use std::path::PathBuf;

use crate::device::{Device, Found, Tool};
use crate::error::DeviceError;
use crate::places::program;
use crate::{adb, simctl};

/// The tools that lie in some folders. They are looked for each time, for people install and remove them meanwhile.
#[derive(Debug, Clone)]
pub struct Tools {
    folders: Vec<PathBuf>,
}

impl Tools {
    /// The tools in these folders; see [`usual_folders`](crate::usual_folders).
    #[must_use]
    pub fn in_folders(folders: Vec<PathBuf>) -> Self {
        Self { folders }
    }

    /// The tools that are there, and the devices they find. A tool that fails finds none.
    pub async fn find(&self) -> Found {
        let (android, simulators) = tokio::join!(self.devices(Tool::Adb), self.devices(Tool::Simctl));
        let mut found = Found::default();
        for (tool, devices) in [(Tool::Adb, android), (Tool::Simctl, simulators)] {
            match devices {
                Err(DeviceError::NoTool(_)) => continue,
                Ok(devices) => found.devices.extend(devices),
                Err(error) => tracing::debug!(%error, "a tool finds no devices"),
            }
            found.tools.push(tool);
        }
        tell_apart(&mut found.devices);
        found
    }

    /// Opens a link on a device that is there. The link must have been checked: it has a scheme, and no control
    /// characters.
    ///
    /// # Errors
    /// When the tool or the device is gone, the device cannot be used, or no app or several open the link.
    pub async fn open(&self, tool: Tool, device: &str, link: &str) -> Result<(), DeviceError> {
        let there = self.devices(tool).await?;
        // Only what the tool itself has named is given to it.
        let device = there
            .into_iter()
            .find(|there| there.id == device)
            .ok_or(DeviceError::Gone)?;
        if let Some(hindrance) = device.hindrance {
            return Err(hindrance.into());
        }
        let program = self.program(tool).await?;
        match tool {
            Tool::Adb => adb::open(&program, &device.id, link).await,
            Tool::Simctl => simctl::open(&program, &device.id, link).await,
        }
    }

    async fn devices(&self, tool: Tool) -> Result<Vec<Device>, DeviceError> {
        let program = self.program(tool).await?;
        match tool {
            Tool::Adb => adb::devices(&program).await,
            Tool::Simctl => simctl::devices(&program).await,
        }
    }

    async fn program(&self, tool: Tool) -> Result<PathBuf, DeviceError> {
        let found = match tool {
            Tool::Adb => program(&self.folders, "adb"),
            Tool::Simctl if simctl::is_installed(program(&self.folders, "xcode-select")).await => {
                program(&self.folders, "xcrun")
            }
            Tool::Simctl => None,
        };
        found.ok_or(DeviceError::NoTool(tool))
    }
}

/// Of two devices with one name, each gets its id behind it.
fn tell_apart(devices: &mut [Device]) {
    let names: Vec<String> = devices.iter().map(|device| device.name.clone()).collect();
    for device in devices {
        if names.iter().filter(|name| **name == device.name).count() > 1 {
            device.name = format!("{} ({})", device.name, device.id);
        }
    }
}
