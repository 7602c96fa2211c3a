//! The practice workspace as the window sees it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// The stand-in Adobe inside the program.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PracticeStatus {
    /// Whether it serves now.
    pub running: bool,
    /// Its organization ID, once it runs.
    pub organization_id: Option<String>,
    /// The address it listens on, once it runs.
    pub address: Option<String>,
    /// The integration that uses it, once there is one.
    pub integration: Option<Uuid>,
}

/// A practice session with events arriving.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PracticeSession {
    /// The practice integration.
    pub integration: Uuid,
    /// The session that was made.
    pub session: String,
}

/// Which simulated device connects.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum PracticeDevice {
    /// An iPhone 16 Pro.
    Iphone,
    /// A Pixel 9.
    Pixel,
}

/// Connects a simulated device to a practice session.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConnectDeviceRequest {
    /// The session's UUID.
    pub session: String,
    /// Which device.
    pub device: PracticeDevice,
}
