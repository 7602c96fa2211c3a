//! Bringing a device into a session, and taking many sessions away with a way back.

use std::os::unix::fs::PermissionsExt as _;

use crate::desktop::{Desk, Screen};

/// A stand-in for Android's tool, with one phone. What it is told to open, it writes beside itself.
const ADB: &str = "#!/bin/sh
case \"$1\" in
devices) printf 'List of devices attached\\nPHONE device model:Pixel_9\\n' ;;
-s) printf '%s' \"$4\" > \"${0%/*}/line\"; echo 'Starting: Intent { }' ;;
esac
";

#[tokio::test]
#[ignore = "opens the real window; `cargo xtask test` runs it"]
async fn a_link_is_opened_on_a_phone_and_sessions_are_deleted_with_a_way_back() {
    let tools = tempfile::tempdir().expect("a folder for the tool");
    let adb = tools.path().join("adb");
    std::fs::write(&adb, ADB).expect("the tool is written");
    std::fs::set_permissions(&adb, std::fs::Permissions::from_mode(0o755)).expect("the tool can be run");
    let desk = Desk::open_with_tools(Screen::LAPTOP, tools.path()).await;
    desk.click_button("Try it…").await;
    desk.wait_for_text("Got it").await;

    desk.click_button("Connect").await;
    desk.by_role("img", "QR code of the connect link").await;
    desk.click_button("Open on Pixel 9").await;
    desk.wait_for_text("The link is open on Pixel 9. Type the PIN").await;
    let line = std::fs::read_to_string(tools.path().join("line")).expect("the tool was asked to open the link");
    assert!(line.contains("?adb_validation_sessionid="), "{line}");
    // What lies below moves when the first device is there.
    desk.wait_for_text("Connected:").await;
    desk.click_button("Why a device may not connect").await;
    desk.wait_for_text("“Unauthorized Access”").await;
    desk.click_button("Done").await;

    desk.click("link", "Sessions").await;
    desk.click("row", "Practice session").await;
    desk.press("Delete").await;
    desk.by_role("alertdialog", "Delete Practice session").await;
    desk.click_button("Delete").await;
    desk.wait_until_no("row", "Practice session").await;
    desk.click_button("Undo").await;
    desk.by_role("row", "Practice session").await;
}
