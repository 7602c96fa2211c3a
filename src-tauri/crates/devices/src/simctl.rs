//! iOS simulators, over `simctl` of Xcode.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::Deserialize;

use crate::device::{Device, Tool};
use crate::error::DeviceError;
use crate::run::{Ran, run};

const LISTING: Duration = Duration::from_secs(10);
const OPENING: Duration = Duration::from_secs(20);
/// What Launch Services answers when no app has the scheme.
const NO_APP: &str = "-10814";

/// What `simctl list devices booted -j` answers, by runtime.
#[derive(Deserialize)]
struct Listing {
    #[serde(default)]
    devices: BTreeMap<String, Vec<Simulator>>,
}

#[derive(Deserialize)]
struct Simulator {
    udid: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    state: String,
}

/// The simulators that run.
pub(crate) async fn devices(xcrun: &Path) -> Result<Vec<Device>, DeviceError> {
    let arguments = ["simctl", "list", "devices", "booted", "-j"];
    let ran = run(Tool::Simctl, xcrun, &arguments, LISTING).await?;
    if !ran.has_ended {
        return Err(DeviceError::TimedOut(Tool::Simctl));
    }
    if !ran.is_success {
        return Err(refused(&ran));
    }
    Ok(listed(&ran.answer))
}

/// Opens a link on a simulator.
pub(crate) async fn open(xcrun: &Path, device: &str, link: &str) -> Result<(), DeviceError> {
    let ran = run(Tool::Simctl, xcrun, &["simctl", "openurl", device, link], OPENING).await?;
    match ran {
        Ran { is_success: true, .. } => Ok(()),
        Ran { has_ended: false, .. } => Err(DeviceError::TimedOut(Tool::Simctl)),
        _ if ran.said.contains(NO_APP) => Err(DeviceError::NoApp),
        _ if ran.said.contains("Invalid device") || ran.said.contains("current state: Shutdown") => {
            Err(DeviceError::Gone)
        }
        _ => Err(refused(&ran)),
    }
}

/// Whether Xcode is there. Without it, the system's `xcrun` would ask the user to install something.
pub(crate) async fn is_installed(xcode_select: Option<PathBuf>) -> bool {
    let Some(xcode_select) = xcode_select else { return false };
    let ran = run(Tool::Simctl, &xcode_select, &["-p"], LISTING).await;
    // The command line tools alone have no simulators.
    ran.is_ok_and(|ran| ran.is_success && !ran.answer.contains("CommandLineTools"))
}

fn listed(text: &str) -> Vec<Device> {
    let listing: Listing = match serde_json::from_str(text) {
        Ok(listing) => listing,
        Err(error) => {
            tracing::debug!(%error, "the list of simulators cannot be read");
            return Vec::new();
        }
    };
    let of_runtime = |(runtime, simulators): (String, Vec<Simulator>)| {
        // `com.apple.CoreSimulator.SimRuntime.iOS-18-2`; watches and televisions take no connect link.
        let version = runtime
            .split_once("SimRuntime.iOS-")
            .map(|(_, version)| version.replace('-', "."));
        let booted = simulators.into_iter().filter(|simulator| simulator.state == "Booted");
        booted
            .filter_map(|simulator| {
                let version = version.as_ref()?;
                Some(Device {
                    tool: Tool::Simctl,
                    name: format!("{} (simulator, iOS {version})", simulator.name),
                    id: simulator.udid,
                    hindrance: None,
                })
            })
            .collect::<Vec<_>>()
    };
    listing.devices.into_iter().flat_map(of_runtime).collect()
}

fn refused(ran: &Ran) -> DeviceError {
    DeviceError::Refused {
        tool: Tool::Simctl,
        said: ran.last_line(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn simulators_of_ios_that_run_are_listed() {
        let text = r#"{"devices":{
            "com.apple.CoreSimulator.SimRuntime.iOS-18-2":[
                {"udid":"A-1","name":"iPhone 16 Pro","state":"Booted","isAvailable":true,"lastBootedAt":"x"},
                {"udid":"A-2","name":"iPhone 16","state":"Shutdown"}],
            "com.apple.CoreSimulator.SimRuntime.watchOS-11-2":[{"udid":"B","name":"Watch","state":"Booted"}]}}"#;
        let found: Vec<_> = listed(text)
            .into_iter()
            .map(|device| (device.id, device.name))
            .collect();
        assert_eq!(
            found,
            [("A-1".to_owned(), "iPhone 16 Pro (simulator, iOS 18.2)".to_owned())]
        );
        for odd in ["", "[]", "{}", r#"{"devices":{"x":[{}]}}"#, r#"{"devices":null}"#] {
            assert_eq!(listed(odd), []);
        }
    }

    proptest! {
        #[test]
        fn no_list_is_too_odd(text in any::<String>()) {
            listed(&text);
        }
    }
}
