//! Android devices and emulators, over `adb`.

use std::path::Path;
use std::time::Duration;

use crate::device::{Device, Hindrance, Tool};
use crate::error::DeviceError;
use crate::run::{Ran, run};

/// The first question starts adb's server, which takes seconds.
const LISTING: Duration = Duration::from_secs(10);
/// An app that starts cold on a slow emulator takes long.
const OPENING: Duration = Duration::from_secs(20);

/// What `adb devices -l` says of a device (Android's adb manual).
const STATES: [&str; 11] = [
    "device",
    "offline",
    "unauthorized",
    "authorizing",
    "connecting",
    "bootloader",
    "recovery",
    "rescue",
    "sideload",
    "host",
    "no",
];

/// The devices that adb knows.
pub(crate) async fn devices(adb: &Path) -> Result<Vec<Device>, DeviceError> {
    let ran = run(Tool::Adb, adb, &["devices", "-l"], LISTING).await?;
    if !ran.has_ended {
        return Err(DeviceError::TimedOut(Tool::Adb));
    }
    if !ran.is_success {
        return Err(refused(&ran));
    }
    Ok(listed(&ran.answer))
}

/// Opens a link on a device as a tap on it would.
pub(crate) async fn open(adb: &Path, device: &str, link: &str) -> Result<(), DeviceError> {
    // What follows `shell` is one line for the device's shell. `-W` waits, and tells which app came up.
    let line = format!("am start -W -a android.intent.action.VIEW -d {}", quoted(link));
    let ran = run(Tool::Adb, adb, &["-s", device, "shell", &line], OPENING).await?;
    outcome(&ran)
}

/// A text as one word of the device's shell, whatever is in it.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

fn listed(text: &str) -> Vec<Device> {
    text.lines().filter_map(device).collect()
}

/// One line: an id, a state and what is known of the device. An id may have spaces in it.
fn device(line: &str) -> Option<Device> {
    // Lines with a star tell of the server.
    if line.starts_with(['*', ' ']) || line.starts_with("List of devices") {
        return None;
    }
    let words: Vec<&str> = line.split_whitespace().collect();
    let at = words.iter().skip(1).position(|word| STATES.contains(word))? + 1;
    let id = line[..line.find(words[at - 1])? + words[at - 1].len()].to_owned();
    let model = words[at..].iter().find_map(|word| word.strip_prefix("model:"));
    let hindrance = match words[at] {
        "device" => None,
        "unauthorized" | "authorizing" => Some(Hindrance::Unauthorized),
        "offline" | "connecting" => Some(Hindrance::Offline),
        "no" => Some(Hindrance::NoPermission),
        state => Some(Hindrance::NotStarted(state.to_owned())),
    };
    let name = match (id.strip_prefix("emulator-"), model) {
        (Some(port), _) => format!("Android emulator {port}"),
        (None, Some(model)) => model.replace('_', " "),
        (None, None) => format!("Android device {id}"),
    };
    Some(Device {
        tool: Tool::Adb,
        id,
        name,
        hindrance,
    })
}

/// What came of `am start` (Android's ActivityManagerShellCommand): its exit code tells nothing before Android 12.
fn outcome(ran: &Ran) -> Result<(), DeviceError> {
    let said = ran.said.to_lowercase();
    let says = |text: &str| said.contains(text);
    if says("unable to resolve intent") || says("activity not found") {
        return Err(DeviceError::NoApp);
    }
    if says("device unauthorized") || says("device still authorizing") {
        return Err(Hindrance::Unauthorized.into());
    }
    if says("device offline") {
        return Err(Hindrance::Offline.into());
    }
    if says("adb: device '") || says("no devices/emulators found") {
        return Err(DeviceError::Gone);
    }
    if says("resolveractivity") || says("chooseractivity") {
        return Err(DeviceError::SeveralApps);
    }
    let is_starting = says("starting: intent");
    if said.lines().any(|line| line.trim_start().starts_with("error")) || (ran.has_ended && !is_starting) {
        return Err(refused(ran));
    }
    if !is_starting {
        return Err(DeviceError::TimedOut(Tool::Adb));
    }
    // An app that is slow to come up has the link all the same.
    Ok(())
}

fn refused(ran: &Ran) -> DeviceError {
    DeviceError::Refused {
        tool: Tool::Adb,
        said: ran.last_line(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn each_line_of_the_list_is_a_device_or_none() {
        let text = "* daemon not running; starting now at tcp:5037\n* daemon started successfully\n\
            List of devices attached\n\
            emulator-5554          device product:sdk_gphone64_x86_64 model:sdk_gphone64_x86_64 device:emu64xa transport_id:1\n\
            4A111FDAQ000XY         device usb:1-1 product:tokay model:Pixel_9 device:tokay transport_id:2\n\
            R5CT20ABCDE            unauthorized usb:1-2 transport_id:3\n\
            adb-R5CT-abc (2)._adb-tls-connect._tcp offline transport_id:4\n\
            0123456789ABCDEF       no permissions (missing udev rules? user is in the plugdev group); see [http://x]\n\
            abc                    recovery usb:3\n\nnonsense\n";
        let found: Vec<_> = listed(text)
            .into_iter()
            .map(|device| (device.id, device.name, device.hindrance))
            .collect();
        let wireless = "adb-R5CT-abc (2)._adb-tls-connect._tcp";
        let expected = [
            ("emulator-5554", "Android emulator 5554", None),
            ("4A111FDAQ000XY", "Pixel 9", None),
            (
                "R5CT20ABCDE",
                "Android device R5CT20ABCDE",
                Some(Hindrance::Unauthorized),
            ),
            (
                wireless,
                &format!("Android device {wireless}"),
                Some(Hindrance::Offline),
            ),
            (
                "0123456789ABCDEF",
                "Android device 0123456789ABCDEF",
                Some(Hindrance::NoPermission),
            ),
            (
                "abc",
                "Android device abc",
                Some(Hindrance::NotStarted("recovery".into())),
            ),
        ];
        let expected = expected.map(|(id, name, hindrance)| (id.to_owned(), name.to_owned(), hindrance));
        assert_eq!(found, expected);
    }

    #[test]
    fn what_android_says_of_a_link_is_understood() {
        let outcome = |said: &str, has_ended| {
            outcome(&Ran {
                said: said.to_owned(),
                has_ended,
                is_success: true,
                ..Ran::default()
            })
        };
        let started = "Starting: Intent { act=android.intent.action.VIEW dat=lumashop://home/... }\n";
        for more in [
            "Status: ok\nLaunchState: COLD\nActivity: com.example/.MainActivity\nComplete\n",
            "Warning: Activity not started, intent has been delivered to currently running top-most instance.\n",
            "",
        ] {
            assert!(outcome(&format!("{started}{more}"), true).is_ok());
        }
        assert!(outcome(started, false).is_ok(), "the app is slow, and has the link");
        assert!(matches!(outcome("", false), Err(DeviceError::TimedOut(Tool::Adb))));
        let none = "Error: Activity not started, unable to resolve Intent { act=android.intent.action.VIEW }";
        assert!(matches!(
            outcome(&format!("{started}{none}"), true),
            Err(DeviceError::NoApp)
        ));
        let several = "Status: ok\nActivity: android/com.android.internal.app.ResolverActivity\n";
        assert!(matches!(
            outcome(&format!("{started}{several}"), true),
            Err(DeviceError::SeveralApps)
        ));
        let gone = "adb: device 'R5CT' not found";
        assert!(matches!(outcome(gone, true), Err(DeviceError::Gone)));
        let unauthorized = "adb: device unauthorized.\nThis adb server's $ADB_VENDOR_KEYS is not set";
        assert!(matches!(
            outcome(unauthorized, true),
            Err(DeviceError::Hindered(Hindrance::Unauthorized))
        ));
        let refused = outcome("Starting: Intent { }\nError type 3\nError: permission denied", true);
        assert!(matches!(refused, Err(DeviceError::Refused { said, .. }) if said == "Error: permission denied"));
    }

    proptest! {
        #[test]
        fn no_line_of_a_list_is_too_odd(text in any::<String>(), state in "device|offline|no|x", id in "\\PC{0,20}") {
            listed(&text);
            listed(&format!("{id} {state} model:{text}"));
        }
    }
}
