//! A walk through every screen with a camera: `cargo xtask screenshots`. The folder is in `ASSURANCE_DESK_SCREENSHOTS`.

#![cfg(target_os = "linux")]

mod desktop;

use std::path::PathBuf;

use desktop::{Desk, Screen};

#[tokio::test]
#[ignore = "takes pictures; `cargo xtask screenshots` runs it"]
async fn every_screen_light_and_dark_small_and_large() {
    for screen in [Screen::LAPTOP, Screen::LARGE] {
        for theme in ["Light", "Dark"] {
            Walk::begin(screen, theme).await.through_every_screen().await;
        }
    }
}

/// A workspace as Developer Console gives it, its secret left out.
const WORKSPACE: &str = r#"{"project":{"id":"4566206088344859311","title":"Acme Mobile","org":{"id":"25591","ims_org_id":"1234567890ABCDEF12345678@AdobeOrg"},"workspace":{"name":"Production","details":{"credentials":[{"id":"12345","name":"Acme Mobile","integration_type":"oauth_server_to_server","oauth_server_to_server":{"client_id":"0123456789abcdef0123456789abcdef","client_secrets":[],"technical_account_id":"1234567890ABCDEF12345679@techacct.adobe.com","scopes":["openid","AdobeID"]}}]}}}}"#;

struct Walk {
    desk: Desk,
    folder: PathBuf,
    suffix: String,
}

impl Walk {
    async fn begin(screen: Screen, theme: &str) -> Self {
        let folder = std::env::var_os("ASSURANCE_DESK_SCREENSHOTS").expect("ASSURANCE_DESK_SCREENSHOTS names a folder");
        let desk = Desk::open(screen).await;
        desk.click("link", "Settings").await;
        desk.click("radio", theme).await;
        desk.click("link", "Home").await;
        let suffix = format!("{}-{}x{}", theme.to_lowercase(), screen.width, screen.height);
        Self {
            desk,
            folder: folder.into(),
            suffix,
        }
    }

    async fn through_every_screen(&self) {
        self.first_start().await;
        self.import().await;
        self.wizard().await;
        self.keeping().await;
        self.sessions().await;
        self.inspector().await;
        self.analyses().await;
        self.archives().await;
        self.services().await;
        self.requests().await;
        self.other_places().await;
    }

    async fn first_start(&self) {
        self.desk.wait_for_text("Inspect what your app tells Adobe.").await;
        self.picture("home-first-start").await;
        self.desk.click("link", "Integrations").await;
        self.desk.by_role("button", "New integration").await;
        self.picture("integrations-empty").await;
        self.desk.click("link", "Sessions").await;
        self.desk.wait_for_text("integration").await;
        self.picture("sessions-no-integration").await;
    }

    async fn import(&self) {
        let desk = &self.desk;
        desk.click("link", "Home").await;
        desk.click_button("I have a file…").await;
        desk.by_role("textbox", "Paste a text").await;
        self.picture("import").await;
        desk.type_into("Paste a text", WORKSPACE).await;
        desk.click_button("Read the text").await;
        desk.wait_for_text("Still needed").await;
        self.picture("import-preview").await;
        desk.click_button("Cancel").await;
    }

    async fn wizard(&self) {
        let desk = &self.desk;
        desk.click("link", "Integrations").await;
        desk.click_button("New integration").await;
        desk.by_role("textbox", "Name").await;
        self.picture("integration-new").await;
        desk.type_into("Name", "Acme Mobile").await;
        desk.type_into("Organization ID", "1234567890ABCDEF12345678@Adobe.Org")
            .await;
        desk.click_button("Continue").await;
        desk.wait_for_text("@AdobeOrg").await;
        self.picture("integration-wrong-field").await;
        desk.click_button("Discard draft").await;
        desk.click_button("Practice workspace: Service account (JWT)").await;
        desk.by_role("button", "Generate").await;
        self.picture("integration-key").await;
        desk.click_button("Test").await;
        desk.wait_for_text("There is no private key").await;
        self.picture("integration-key-missing").await;
        desk.click_button("Generate").await;
        desk.wait_for_text("Registered with the practice console").await;
        desk.click_button("Test").await;
        desk.wait_for_count("img", "Passed", 5).await;
        self.picture("integration-tested").await;
        desk.click_button("Save").await;
        desk.by_role("row", "Service account (JWT)").await;
        desk.wait_for_text("Ready").await;
        self.picture("integrations").await;
    }

    /// What is done with an integration once it is there.
    async fn keeping(&self) {
        let desk = &self.desk;
        let name = "Practice workspace (JWT)";
        desk.click("row", name).await;
        desk.by_role("button", "Edit").await;
        self.picture("integration-page").await;
        desk.click_button("Export…").await;
        desk.wait_for_text("Preview of").await;
        self.picture("export").await;
        desk.click_button("Close").await;
        desk.click_button("Export private key…").await;
        desk.by_role("dialog", "").await;
        self.picture("export-key").await;
        desk.click_button("Cancel").await;
        desk.click_button("Renew the certificate").await;
        desk.wait_for_text("The old ones stay in use").await;
        self.picture("guide-certificate").await;
        desk.click("link", "Integrations").await;
        desk.click("row", name).await;
        desk.click_button("Inspect token").await;
        desk.wait_for_text("Decoded, not verified").await;
        self.picture("token-workbench").await;
    }

    async fn sessions(&self) {
        let desk = &self.desk;
        desk.click("link", "Sessions").await;
        desk.by_role("heading", "No sessions").await;
        self.picture("sessions-empty").await;
        for (name, link) in [
            ("Checkout v42", "acme://default"),
            ("Regression 7", "acme://qa"),
            ("Universal links", "https://www.example.com/app"),
        ] {
            desk.click_button("New session").await;
            desk.type_into("Name", name).await;
            if name == "Regression 7" {
                desk.type_into("Link", "acme").await;
                desk.wait_for_text("The link has no scheme in front.").await;
                self.picture("session-new").await;
            }
            desk.type_into("Link", link).await;
            desk.click_button("Create").await;
            desk.wait_for_text(&format!("Connect a device to {name}")).await;
            desk.wait_for_text("iPhone 16 Pro").await;
            if name == "Regression 7" {
                self.picture("session-connect").await;
            }
            desk.click_button("Close").await;
        }
        desk.click("row", "Checkout v42").await;
        self.picture("sessions").await;
        desk.press("F2").await;
        desk.by_role("textbox", "Name of Checkout v42").await;
        self.picture("session-rename").await;
        desk.press("Escape").await;
        desk.press("Delete").await;
        desk.by_role("alertdialog", "Delete Checkout v42").await;
        self.picture("session-delete").await;
        desk.click_button("Cancel").await;
        desk.type_into("Search sessions", "nothing like it").await;
        desk.by_role("button", "Clear the search").await;
        self.picture("sessions-filtered-to-nothing").await;
        desk.click_button("Clear the search").await;
    }

    async fn inspector(&self) {
        let desk = &self.desk;
        desk.click("row", "Checkout v42").await;
        desk.press("Enter").await;
        desk.by_role("button", "Got it: Filter").await;
        self.picture("inspector-hints").await;
        for hint in ["Filter", "Events", "Details"] {
            desk.click_button(&format!("Got it: {hint}")).await;
        }
        desk.wait_for_text("AEP Response Event Handle").await;
        desk.click("row", "AEP Response Event Handle").await;
        desk.by_role("region", "Details of the event").await;
        self.picture("inspector").await;
        desk.click("tab", "Tree").await;
        desk.type_into("Search in the payload", "requestId").await;
        desk.by_role("treeitem", "requestId").await;
        self.picture("inspector-tree").await;
        desk.click("tab", "Raw").await;
        desk.wait_for_text("\"ACPExtensionEventName\": \"AEP Response Event Handle\"")
            .await;
        self.picture("inspector-raw").await;
        desk.click_button("Pause").await;
        desk.by_role("button", "Resume…").await;
        self.picture("inspector-paused").await;
        desk.type_into("Filter events by text", "no event says this").await;
        desk.by_role("button", "Clear the filter").await;
        self.picture("inspector-filtered-to-nothing").await;
        desk.click_button("Clear the filter").await;
        desk.click_button("Resume…").await;
    }

    /// What the events of the session tell together.
    async fn analyses(&self) {
        let desk = &self.desk;
        for (tab, picture) in [
            ("Transactions", "transactions"),
            ("Errors", "errors"),
            ("Shared States", "shared-states"),
            ("Configuration", "configuration"),
            ("Extension Versions", "extension-versions"),
            ("Clients", "clients"),
            ("Logs", "logs"),
        ] {
            desk.click("tab", tab).await;
            desk.by_role("searchbox", "Search in the rows").await;
            self.picture(picture).await;
        }
        desk.click("tab", "Events").await;
        desk.press("Control+e").await;
        desk.by_role("dialog", "").await;
        self.picture("export-events").await;
        desk.press("Escape").await;
    }

    async fn archives(&self) {
        let desk = &self.desk;
        desk.click("link", "Archives").await;
        desk.by_role("row", "Checkout v42").await;
        self.picture("archives").await;
        desk.click("link", "Sessions").await;
        desk.by_role("row", "Checkout v42").await;
        self.picture("sessions-archived").await;
    }

    /// What one integration can do at Adobe.
    async fn services(&self) {
        let desk = &self.desk;
        desk.click("link", "Integrations").await;
        desk.click("row", "Practice workspace (JWT)").await;
        desk.click("link", "Connection doctor").await;
        desk.wait_for_text("Everything works").await;
        self.picture("doctor").await;
        desk.click("link", "Experience Platform").await;
        desk.by_role("grid", "XDM classes").await;
        self.picture("experience-platform").await;
        desk.click("link", "Tags").await;
        desk.by_role("table", "Rights and roles").await;
        self.picture("tags").await;
        desk.click("link", "Access guide").await;
        desk.click_button("Check now").await;
        desk.by_role("button", "Check now").await;
        desk.wait_for_text("Checked").await;
        self.picture("access-guide").await;
    }

    async fn requests(&self) {
        let desk = &self.desk;
        desk.click("link", "Requests").await;
        desk.click("row", "Experience Platform").await;
        desk.click("row", "Classes that Adobe defines").await;
        desk.by_role("heading", "Classes that Adobe defines").await;
        self.picture("requests").await;
        desk.click_button("Send").await;
        desk.wait_for_text("200 OK").await;
        self.picture("requests-answer").await;
    }

    async fn other_places(&self) {
        let desk = &self.desk;
        desk.press("Control+k").await;
        desk.by_role("dialog", "").await;
        self.picture("palette").await;
        desk.press("Escape").await;
        for place in ["Home", "Practice", "Settings"] {
            desk.click("link", place).await;
            desk.by_role("heading", place).await;
            self.picture(&place.to_lowercase()).await;
        }
    }

    async fn picture(&self, name: &str) {
        self.desk.settle().await;
        self.desk
            .screenshot(&self.folder.join(format!("{name}-{}.png", self.suffix)))
            .await;
    }
}
