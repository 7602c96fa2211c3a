//! Getting a session's link onto devices.

use api::contract::problem::ProblemCode;
use serde_json::{Value, json};

use crate::desk::Desk;

#[tokio::test]
async fn what_a_device_needs_is_told_with_what_the_link_needs_of_the_app() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    for (link, note) in [
        (
            "lumashop://home",
            "It opens the app that registered the scheme lumashop.",
        ),
        (
            "HTTPS://shop.example/a?b=c",
            "A web link: it opens the app only if the app claims shop.example, else the browser.",
        ),
    ] {
        let request = json!({ "integration": integration, "name": "Checkout", "link": link });
        let session = desk.ask("session_create", request).await["uuid"].take();
        let request = json!({ "integration": integration, "session": session });
        let connect = desk.ask("session_connect", request).await;
        let header = format!("x-adobe-aep-validation-token: {}", session.as_str().unwrap());
        assert_eq!(
            (&connect["linkNote"], &connect["edgeHeader"]),
            (&json!(note), &json!(header))
        );
    }
}

#[tokio::test]
async fn without_tools_there_are_no_devices_and_the_next_step_is_told() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let session = desk.session(&integration, "Checkout").await;
    let found = desk.ask("device_tools", Value::Null).await;
    assert_eq!(found, json!({ "tools": [], "devices": [] }));
    for tool in ["adb", "simctl"] {
        let request = json!({ "integration": integration, "session": session, "tool": tool, "device": "x" });
        let problem = desk.refused("device_open", request).await;
        assert_eq!(problem.code, ProblemCode::NotFound);
        assert!(problem.title.starts_with(tool), "{problem:?}");
    }
}

#[cfg(unix)]
#[tokio::test]
async fn the_checked_link_of_a_session_is_opened_on_a_phone() {
    // Its shell is that of the phone: it runs the line that it is given.
    let adb = r#"
case "$1" in
devices) printf 'List of devices attached\nPHONE device model:Pixel_9\nSHY unauthorized\n' ;;
-s) am() { eval "link=\${$#}"; printf '%s\n' "$link" >> "$here/opened"; echo 'Starting: Intent { }'; }
    eval "$4" ;;
esac"#;
    let folder = tempfile::tempdir().unwrap();
    let script = format!("#!/bin/sh\nhere='{}'\n{adb}\n", folder.path().display());
    // A child writes it, so that no other child of this program holds it open when it is run.
    let written = std::process::Command::new("sh")
        .args(["-c", r#"printf %s "$1" > "$2" && chmod +x "$2""#, "sh", &script])
        .arg(folder.path().join("adb"))
        .status();
    assert!(written.unwrap().success());

    let desk = Desk::open();
    desk.desktop.has_tools_in(folder.path());
    let integration = desk.integration().await;
    let hostile = "lumashop://home?a='$(touch${IFS}/tmp/assurance-desk-was-here)'";
    let request = json!({ "integration": integration, "name": "Checkout", "link": hostile });
    let session = desk.ask("session_create", request).await["uuid"].take();
    let found = desk.ask("device_tools", Value::Null).await;
    assert_eq!(found["tools"], json!(["adb"]));
    assert_eq!(
        found["devices"][0],
        json!({ "tool": "adb", "id": "PHONE", "name": "Pixel 9", "hindrance": null })
    );
    let hindrance = found["devices"][1]["hindrance"].as_str().unwrap();
    assert!(hindrance.contains("Allow USB debugging"), "{hindrance}");

    let open =
        |device: &str| json!({ "integration": integration, "session": session, "tool": "adb", "device": device });
    desk.ask("device_open", open("PHONE")).await;
    let request = json!({ "integration": integration, "session": session });
    let connect = desk.ask("session_connect", request).await;
    let opened = std::fs::read_to_string(folder.path().join("opened")).unwrap();
    assert_eq!(opened.trim_end(), connect["connectLink"]);
    for (device, title) in [("SHY", "The device is not ready"), ("NOBODY", "The device is gone")] {
        assert_eq!(desk.refused("device_open", open(device)).await.title, title);
    }
}
