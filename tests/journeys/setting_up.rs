//! Setting up an integration, from credentials or a new key to a session that is watched, renamed and deleted.

use crate::desktop::{Desk, Screen};
use crate::{close_hints, practice_session};

#[tokio::test]
#[ignore = "opens the real window; `cargo xtask test` runs it"]
async fn the_doctor_examines_an_integration_and_its_rights_are_seen() {
    let desk = practice_session().await;
    desk.click("link", "Integrations").await;
    desk.click("row", "Practice workspace").await;
    desk.click("link", "Connection doctor").await;
    desk.wait_for_text("Everything works").await;
    assert_eq!(desk.count("img", "Failed").await, 0, "no line failed");
    desk.click_button("Copy report").await;
    desk.wait_for_text("Report copied. It holds no secret.").await;
    desk.click("link", "Experience Platform").await;
    desk.click("row", "XDM Individual Profile").await;
    desk.wait_for_text("productListItems").await;
    desk.click("link", "Tags").await;
    desk.by_role("table", "Rights and roles").await;
}

#[tokio::test]
#[ignore = "opens the real window; `cargo xtask test` runs it"]
async fn oauth_server_to_server_from_credentials_to_a_deleted_session() {
    let mut desk = Desk::open(Screen::LAPTOP).await;
    desk.click_button("Connect my organization…").await;
    desk.click_button("Practice workspace: OAuth Server-to-Server").await;
    desk.wait_for_text("client secret kept").await;
    test_and_save(&desk, &["Adobe gives an access token", "Assurance answers"]).await;
    desk.by_role("row", "OAuth Server-to-Server").await;

    create_session(&desk, "Checkout v42").await;
    watch_and_inspect(&desk, "Checkout v42").await;
    rename_and_delete(&desk, "Checkout v42", "Checkout v43").await;

    // The secrets are in the keychain: nothing has to be typed again.
    desk.reopen().await;
    desk.click("link", "Sessions").await;
    desk.click_button("New session").await;
    desk.type_into("Name", "After a restart").await;
    desk.type_into("Link", "acme://default").await;
    desk.click_button("Create").await;
    desk.wait_for_text("Connect a device to After a restart").await;
}

#[tokio::test]
#[ignore = "opens the real window; `cargo xtask test` runs it"]
async fn service_account_from_a_new_key_to_a_deleted_session() {
    let desk = Desk::open(Screen::LAPTOP).await;
    desk.click_button("Connect my organization…").await;
    desk.click_button("Practice workspace: Service account (JWT)").await;
    desk.click_button("Generate").await;
    desk.wait_for_text("Registered with the practice console").await;
    desk.wait_for_text("SHA-1").await;
    test_and_save(
        &desk,
        &[
            "The key belongs to the certificate",
            "The certificate is valid",
            "Adobe gives an access token",
            "Assurance answers",
        ],
    )
    .await;
    desk.by_role("row", "Service account (JWT)").await;

    create_session(&desk, "Regression 7").await;
    watch_and_inspect(&desk, "Regression 7").await;
    rename_and_delete(&desk, "Regression 7", "Regression 8").await;
}

/// Runs the test of the wizard, sees each of these checks pass, and saves.
async fn test_and_save(desk: &Desk, checks: &[&str]) {
    desk.click_button("Test").await;
    for check in checks {
        desk.wait_for_text(check).await;
    }
    desk.wait_for_count("img", "Passed", checks.len()).await;
    assert_eq!(desk.count("img", "Failed").await, 0, "no check failed");
    desk.click_button("Save").await;
}

/// Makes a session and sees a device connect to it.
async fn create_session(desk: &Desk, name: &str) {
    desk.click("link", "Sessions").await;
    desk.click_button("New session").await;
    desk.type_into("Name", name).await;
    desk.type_into("Link", "acme://default").await;
    desk.click_button("Create").await;
    desk.wait_for_text(&format!("Connect a device to {name}")).await;
    desk.by_role("img", "QR code of the connect link").await;
    desk.wait_for_text("acme://default?adb_validation_sessionid=").await;
    desk.wait_for_text("iPhone 16 Pro").await;
    desk.click_button("Open inspector").await;
}

/// Sees events arrive, finds one, and looks at it in all three ways; pauses and goes on.
async fn watch_and_inspect(desk: &Desk, session: &str) {
    desk.by_role("heading", session).await;
    close_hints(desk).await;
    desk.type_into("Filter events by text", "Configuration Response").await;
    desk.wait_for_text("1 of").await;
    desk.click("row", "Configuration Response").await;
    desk.by_role("region", "Details of the event").await;
    desk.by_role("heading", "Configuration Response").await;

    desk.click("tab", "Tree").await;
    desk.type_into("Search in the payload", "experienceCloud.org").await;
    desk.by_role("treeitem", "experienceCloud.org").await;

    desk.click("tab", "Raw").await;
    desk.wait_for_text("\"ACPExtensionEventName\": \"Configuration Response\"")
        .await;
    desk.click_button("Copy JSON").await;
    desk.wait_for_text("Event copied as JSON.").await;

    desk.click_button("Pause").await;
    desk.click_button("Resume…").await;
    desk.by_role("button", "Pause").await;
}

/// Renames a session in place and deletes it, after a question that names it.
async fn rename_and_delete(desk: &Desk, old: &str, new: &str) {
    desk.click("link", "Sessions").await;
    desk.click("row", old).await;
    desk.press("F2").await;
    desk.type_into(&format!("Name of {old}"), new).await;
    desk.press("Enter").await;
    desk.by_role("row", new).await;
    desk.wait_until_no("row", old).await;

    desk.click("row", new).await;
    desk.press("Delete").await;
    desk.by_role("alertdialog", &format!("Delete {new}")).await;
    desk.click_button("Delete").await;
    // It can be taken back for a while.
    desk.by_role("button", "Undo").await;
    desk.click_button("Delete now").await;
    desk.wait_for_text(&format!("Deleted {new}.")).await;
    desk.wait_until_no("row", new).await;
}
