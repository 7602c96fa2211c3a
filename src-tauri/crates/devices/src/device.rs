//! Devices, and the tools that find them.

use std::fmt;

/// A program that opens links on devices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tool {
    /// Android's `adb`.
    Adb,
    /// `simctl` of Xcode.
    Simctl,
}

impl fmt::Display for Tool {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Adb => "adb",
            Self::Simctl => "simctl",
        })
    }
}

/// What is there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// Tools that are installed.
    pub tools: Vec<Tool>,
    /// Devices and simulators that are switched on.
    pub devices: Vec<Device>,
}

/// A device or simulator that is switched on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Device {
    /// The tool that found it.
    pub tool: Tool,
    /// What the tool calls it.
    pub id: String,
    /// Its name in words, unlike that of every other device.
    pub name: String,
    /// Why it cannot be used now.
    pub hindrance: Option<Hindrance>,
}

/// Why a device cannot be used, with a sentence ([`fmt::Display`]) and a next step ([`Hindrance::next_step`]).
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Hindrance {
    /// Nobody has confirmed on the device that it trusts this computer.
    #[error("The device does not trust this computer yet.")]
    Unauthorized,
    /// It is connected and does not answer.
    #[error("The device is connected, but does not answer.")]
    Offline,
    /// The system does not let this user speak to the device.
    #[error("This user may not use the device over USB.")]
    NoPermission,
    /// It runs something else than Android, for example its boot loader.
    #[error("The device has not started Android: adb calls it \"{0}\".")]
    NotStarted(String),
}

impl Hindrance {
    /// What to do about it.
    #[must_use]
    pub fn next_step(&self) -> &'static str {
        match self {
            Self::Unauthorized => "Unlock the device and confirm “Allow USB debugging”.",
            Self::Offline => "Unplug the device and plug it in again, or restart the emulator.",
            Self::NoPermission => {
                "Add a udev rule for the device, or your user to the group plugdev, and plug it in again."
            }
            Self::NotStarted(_) => "Start the device and wait for its home screen.",
        }
    }
}
