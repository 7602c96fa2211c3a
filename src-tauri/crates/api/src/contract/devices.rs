//! Getting a session's link onto a device from this computer, deleting many sessions with a way back, and keeping.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::problem::Problem;

/// A program on this computer that opens links on devices.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum DeviceTool {
    /// Android's `adb`.
    Adb,
    /// `simctl` of Xcode.
    Simctl,
}

/// A device that a tool found.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FoundDevice {
    /// The tool.
    pub tool: DeviceTool,
    /// The id that the tool knows it by.
    pub id: String,
    /// Its name in words.
    pub name: String,
    /// Why it cannot be used now, for example that it does not trust this computer.
    pub hindrance: Option<String>,
}

/// The tools that are there, and the devices they found.
#[derive(Clone, Debug, Default, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DeviceTools {
    /// Tools that are installed.
    pub tools: Vec<DeviceTool>,
    /// Devices and simulators that are running.
    pub devices: Vec<FoundDevice>,
}

/// Opens a session's connect link on a device.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OpenOnDeviceRequest {
    /// The integration.
    pub integration: Uuid,
    /// The session's UUID.
    pub session: String,
    /// The tool.
    pub tool: DeviceTool,
    /// The device, by the id that the tool knows it by.
    pub device: String,
}

/// Names several sessions of an integration.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SessionsRef {
    /// The integration.
    pub integration: Uuid,
    /// The sessions' UUIDs.
    pub sessions: Vec<String>,
}

/// Sessions that are being deleted.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PendingDeletion {
    /// Its id.
    pub deletion: Uuid,
    /// The integration.
    pub integration: Uuid,
    /// The sessions' UUIDs; the list of sessions no longer shows them.
    pub sessions: Vec<String>,
    /// What is deleted, in words: the session's name, or how many there are.
    pub what: String,
    /// How it stands.
    pub state: DeletionState,
}

/// How a deletion stands.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase", tag = "state")]
#[serde(rename_all_fields = "camelCase")]
pub enum DeletionState {
    /// It is not sent yet, and can be taken back.
    Waiting {
        /// When it is sent to Adobe.
        sent_at: i64,
    },
    /// It is being sent.
    Sending,
    /// It is over. Stays in the list until it is put away.
    Ended {
        /// The sessions that are not deleted; they are back in the list.
        failures: Vec<NotDeleted>,
    },
}

/// A session that was not deleted.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NotDeleted {
    /// The session's UUID.
    pub session: String,
    /// Its name.
    pub name: String,
    /// Why.
    pub problem: Problem,
}

/// Names a deletion.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DeletionRef {
    /// Its id.
    pub deletion: Uuid,
}
