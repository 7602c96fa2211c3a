//! Stand-ins for the tools, as scripts that note what they are asked.
#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::path::Path;
use std::process::Command;

use devices::{DeviceError, Hindrance, Tool, Tools};
use tempfile::TempDir;

/// A folder with tools.
struct Bench(TempDir);

impl Bench {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// Lays a script there. A child writes it, so that no other child of this test holds it open when it is run.
    fn with(self, name: &str, script: &str) -> Self {
        let path = self.0.path().join(name);
        let text = format!("#!/bin/sh\nnotes='{}'\n{script}\n", self.0.path().display());
        let written = Command::new("sh")
            .args(["-c", r#"printf %s "$1" > "$2" && chmod +x "$2""#, "sh", &text])
            .arg(&path)
            .status();
        assert!(written.unwrap().success());
        self
    }

    fn tools(&self) -> Tools {
        Tools::in_folders(vec![self.0.path().to_owned()])
    }

    fn noted(&self, name: &str) -> String {
        std::fs::read_to_string(self.0.path().join(name)).unwrap_or_default()
    }

    fn path(&self) -> &Path {
        self.0.path()
    }
}

/// adb with a phone, one that is not trusted, and a shell that runs what it is given as the device's shell would.
const ADB: &str = r#"
case "$1" in
devices)
  printf 'List of devices attached\nPHONE device model:Pixel_9\nTWIN device model:Pixel_9\nSHY unauthorized\n' ;;
-s)
  am() { for word in "$@"; do printf '%s\n' "$word" >> "$notes/am"; done; printf 'Starting: Intent { }\nStatus: ok\n'; }
  eval "$4" ;;
esac"#;

#[tokio::test]
async fn without_tools_nothing_is_there() {
    let bench = Bench::new();
    let found = bench.tools().find().await;
    assert!(found.tools.is_empty() && found.devices.is_empty());
    let opened = bench.tools().open(Tool::Adb, "PHONE", "a://b").await;
    assert!(matches!(opened, Err(DeviceError::NoTool(Tool::Adb))));
}

#[tokio::test]
async fn phones_are_listed_with_their_names_and_what_hinders_them() {
    let found = Bench::new().with("adb", ADB);
    let found = found.tools().find().await;
    assert_eq!(found.tools, [Tool::Adb]);
    let names: Vec<_> = found.devices.iter().map(|device| device.name.as_str()).collect();
    assert_eq!(names, ["Pixel 9 (PHONE)", "Pixel 9 (TWIN)", "Android device SHY"]);
    assert_eq!(found.devices[2].hindrance, Some(Hindrance::Unauthorized));
}

#[tokio::test]
async fn a_link_reaches_the_phone_as_it_is_and_runs_nothing() {
    let bench = Bench::new().with("adb", ADB);
    let made = bench.path().join("made");
    let hostile = format!(
        "a://b?x='$(touch${{IFS}}{0})'`touch${{IFS}}{0}`;touch${{IFS}}{0}&y=\"\\'|#",
        made.display()
    );
    for link in ["lumashop://home?adb_validation_sessionid=1&env=qa", &hostile] {
        let before = bench.noted("am").len();
        bench.tools().open(Tool::Adb, "PHONE", link).await.unwrap();
        let words = format!("start\n-W\n-a\nandroid.intent.action.VIEW\n-d\n{link}\n");
        assert_eq!(bench.noted("am")[before..], words);
    }
    assert!(!made.exists(), "the phone's shell ran a part of the link");
}

#[tokio::test]
async fn only_devices_that_are_there_and_ready_get_a_link() {
    let bench = Bench::new().with("adb", ADB);
    for (device, expected) in [
        ("SHY", "trust"),
        ("NOBODY", "no longer"),
        ("-e", "no longer"),
        ("", "no longer"),
    ] {
        let error = bench.tools().open(Tool::Adb, device, "a://b").await.unwrap_err();
        assert!(error.to_string().contains(expected), "{device}: {error}");
    }
    assert_eq!(bench.noted("am"), "");
}

#[tokio::test]
async fn a_tool_that_fails_or_floods_finds_no_devices() {
    for script in [
        "echo 'adb: failed to check server version' >&2; exit 1",
        "yes",
        "exec cat /dev/zero",
    ] {
        let found = Bench::new().with("adb", script).tools().find().await;
        assert_eq!((found.tools, found.devices), (vec![Tool::Adb], vec![]), "{script}");
    }
    let bench = Bench::new().with("adb", "exit 1");
    let error = bench.tools().open(Tool::Adb, "PHONE", "a://b").await.unwrap_err();
    assert!(matches!(error, DeviceError::Refused { .. }), "{error}");
}

#[tokio::test]
async fn a_server_that_stays_behind_does_not_hold_up_the_answer() {
    let script = format!("sleep 600 &\necho $! > $notes/server\n{ADB}");
    let bench = Bench::new().with("adb", &script);
    assert_eq!(bench.tools().find().await.devices.len(), 3);
    let server = bench.noted("server");
    assert!(Command::new("kill").arg(server.trim()).status().unwrap().success());
}

#[tokio::test]
async fn simulators_get_links_where_xcode_is_and_nobody_is_asked_to_install_it() {
    let xcrun = r#"
printf '%s\n' "$*" >> "$notes/asked"
case "$2" in
list) printf '{"devices":{"com.apple.CoreSimulator.SimRuntime.iOS-18-2":[{"udid":"SIM","name":"iPhone 16","state":"Booted"}]}}' ;;
openurl) case "$4" in none:*) echo 'The operation couldn’t be completed. (OSStatus error -10814.)' >&2; exit 194 ;; esac ;;
esac"#;
    let bench = Bench::new().with("xcrun", xcrun).with("xcode-select", "exit 2");
    assert!(bench.tools().find().await.tools.is_empty());
    assert_eq!(bench.noted("asked"), "");

    let bench = bench.with("xcode-select", "echo /Applications/Xcode.app/Contents/Developer");
    let found = bench.tools().find().await;
    assert_eq!(found.tools, [Tool::Simctl]);
    assert_eq!(found.devices[0].name, "iPhone 16 (simulator, iOS 18.2)");
    bench.tools().open(Tool::Simctl, "SIM", "a://b?c='d'").await.unwrap();
    assert!(bench.noted("asked").ends_with("simctl openurl SIM a://b?c='d'\n"));
    let error = bench.tools().open(Tool::Simctl, "SIM", "none://b").await.unwrap_err();
    assert!(matches!(error, DeviceError::NoApp), "{error}");
}
