//! Calling Adobe's APIs by hand, and the guide to what that needs.

use crate::practice_session;

#[tokio::test]
#[ignore = "opens the real window; `cargo xtask test` runs it"]
async fn a_call_of_adobes_guides_is_sent_and_the_access_guide_ticks_itself() {
    let desk = practice_session().await;
    desk.click("link", "Requests").await;
    desk.click("row", "Experience Platform").await;
    desk.click("row", "Classes that Adobe defines").await;
    desk.by_role("heading", "Classes that Adobe defines").await;
    desk.wait_for_text("with the access token").await;
    desk.click_button("Send").await;
    desk.wait_for_text("200 OK").await;
    desk.by_role("treeitem", "results").await;

    desk.type_into("Address", "https://platform.adobe.io/data/nowhere")
        .await;
    desk.wait_for_text("practice workspace in the place of platform.adobe.io")
        .await;
    desk.press("Control+Enter").await;
    desk.wait_for_text("404 Not Found").await;
    desk.wait_for_text("Nothing is at this address").await;

    desk.click("link", "Integrations").await;
    desk.click("row", "Practice workspace").await;
    desk.click("link", "Access guide").await;
    desk.click_button("Check now").await;
    desk.wait_for_text("checked just now").await;
    desk.by_role("img", "Passed").await;
}
