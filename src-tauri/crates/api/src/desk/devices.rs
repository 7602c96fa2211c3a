//! Opening a session's link on a device from this computer.

use ::devices::{Device, Tool, Tools};

use super::Desk;
use super::sessions::connect_link_of;
use crate::contract::devices::{DeviceTool, DeviceTools, FoundDevice, OpenOnDeviceRequest};
use crate::contract::problem::Problem;

impl Desk {
    pub(crate) async fn device_tools(&self, (): ()) -> Result<DeviceTools, Problem> {
        let found = self.tools().find().await;
        Ok(DeviceTools {
            tools: found.tools.into_iter().map(DeviceTool::from).collect(),
            devices: found.devices.into_iter().map(shown).collect(),
        })
    }

    pub(crate) async fn device_open(&self, request: OpenOnDeviceRequest) -> Result<(), Problem> {
        let session = self.session(request.integration, &request.session).await?;
        // The window names the session and not the link: only a link that was checked leaves this computer.
        let link = connect_link_of(&session)?;
        Ok(self.tools().open(request.tool.into(), &request.device, &link).await?)
    }

    fn tools(&self) -> Tools {
        Tools::in_folders(self.desktop.tool_folders())
    }
}

fn shown(device: Device) -> FoundDevice {
    FoundDevice {
        tool: device.tool.into(),
        id: device.id,
        name: device.name,
        hindrance: device
            .hindrance
            .map(|hindrance| format!("{hindrance} {}", hindrance.next_step())),
    }
}

impl From<Tool> for DeviceTool {
    fn from(tool: Tool) -> Self {
        match tool {
            Tool::Adb => Self::Adb,
            Tool::Simctl => Self::Simctl,
        }
    }
}

impl From<DeviceTool> for Tool {
    fn from(tool: DeviceTool) -> Self {
        match tool {
            DeviceTool::Adb => Self::Adb,
            DeviceTool::Simctl => Self::Simctl,
        }
    }
}
