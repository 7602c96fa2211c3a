//! Inspecting a session: finding, marking, moving through time, and the analyses.

use crate::archives::{CARTS, open_archive};
use crate::practice_session;

#[tokio::test]
#[ignore = "opens the real window; `cargo xtask test` runs it"]
async fn an_event_is_flagged_and_its_session_looked_at_from_all_sides() {
    let desk = practice_session().await;
    desk.type_into("Filter events by text", "Configuration Response").await;
    desk.wait_for_text("1 of").await;
    desk.click("row", "Configuration Response").await;
    desk.by_role("region", "Details of the event").await;
    desk.press("f").await;
    desk.by_role("img", "Flagged").await;
    desk.press("f").await;
    desk.wait_until_no("img", "Flagged").await;

    desk.click("tab", "Transactions").await;
    desk.by_role("columnheader", "Edge Network").await;
    desk.click("tab", "Shared States").await;
    desk.click("row", "configuration").await;
    desk.by_role("grid", "History").await;
    desk.click("tab", "Clients").await;
    desk.by_role("row", "iPhone 16 Pro").await;
    desk.click("tab", "Events").await;
    desk.by_role("row", "Configuration Response").await;
}

#[tokio::test]
#[ignore = "opens the real window; `cargo xtask test` runs it"]
async fn a_query_is_written_with_what_the_session_has_narrowed_kept_and_asked_of_all_archives() {
    let desk = open_archive("Checkout v42").await;
    desk.press("/").await;
    desk.type_into("Filter events by text", "name:\"cart 3").await;
    desk.wait_for_count("option", "Cart 3", 11).await;
    desk.press("Down").await;
    desk.press("Down").await;
    desk.press("Enter").await;
    desk.wait_for_value("Filter events by text", "name:\"Cart 30\"").await;
    desk.wait_for_text("1 of 40").await;

    desk.type_into("Filter events by text", "name:\"Cart 1*\"").await;
    desk.wait_for_text("11 of 40").await;
    desk.click_button("Saved").await;
    desk.click("menuitem", "Save this filter…").await;
    desk.type_into("Name", "Ones").await;
    desk.press("Enter").await;
    desk.wait_until_no("dialog", "Save this filter").await;
    desk.click_button("Clear").await;
    desk.wait_for_text(CARTS).await;
    desk.click_button("Saved").await;
    desk.click("menuitem", "Ones…").await;
    desk.wait_for_text("11 of 40").await;
    desk.click_button("Clear").await;

    desk.type_into("Search in names", "cart 39").await;
    desk.click("checkbox", "Cart 39…").await;
    desk.wait_for_text("1 of 40").await;
    desk.click_button("Remove Name: Cart 39").await;
    desk.wait_for_text(CARTS).await;

    desk.click("link", "Archives").await;
    desk.click_button("Find in all archives…").await;
    desk.type_into("Find in all archives", "\"Cart 17\"").await;
    desk.press("Enter").await;
    desk.wait_for_text("1 event found in 1 archive.").await;
    desk.click("button", "Nov 21, 2025, 04:40:17…").await;
    desk.by_role("region", "Details of the event").await;
    desk.wait_for_text("1 of 40").await;
}

#[tokio::test]
#[ignore = "opens the real window; `cargo xtask test` runs it"]
async fn events_are_marked_hidden_with_a_way_back_and_put_into_a_report() {
    let desk = open_archive("Checkout v42").await;
    desk.click("row", "Cart 39").await;
    desk.by_role("heading", "Cart 39").await;
    desk.press("n").await;
    desk.type_into("Note", "Sent twice").await;
    desk.press("Control+Enter").await;
    desk.by_role("group", "Notes").await;
    desk.wait_for_text("Sent twice").await;
    desk.click_button("Highlight").await;
    desk.click("menuitemradio", "Green").await;
    desk.by_role("button", "Highlight: green").await;
    desk.type_into("Filter events by text", "note:twice highlight:green")
        .await;
    desk.wait_for_text("1 of 40").await;
    desk.type_into("Filter events by text", "").await;
    desk.wait_for_text(CARTS).await;

    desk.click("row", "Cart 38").await;
    desk.press("h").await;
    desk.wait_for_text("39 events").await;
    desk.click_button("Undo").await;
    desk.wait_for_text(CARTS).await;

    desk.press("Control+k").await;
    desk.type_into("Place or action", "report of the marked").await;
    desk.press("Enter").await;
    desk.wait_for_text("1 marked event.").await;
    desk.type_into("Title", "Sent twice").await;
    desk.by_role("button", "Save…").await;
    desk.click_button("Cancel").await;

    desk.click_button("More").await;
    desk.click("menuitem", "Clear session").await;
    desk.by_role("heading", "The session is cleared").await;
    desk.click_button("Restore session").await;
    desk.wait_for_text(CARTS).await;
}

#[tokio::test]
#[ignore = "opens the real window; `cargo xtask test` runs it"]
async fn the_timeline_leads_through_the_session_and_narrows_it() {
    let desk = open_archive("Checkout v42").await;
    desk.drag_over("slider", "Moment of the session", 0.25, 0.5).await;
    desk.by_role("button", "Whole session").await;
    desk.wait_for_text("of 40").await;
    desk.wait_until_no("row", "Cart 39").await;
    desk.click_button("Whole session").await;
    desk.wait_for_text(CARTS).await;

    desk.click("slider", "Moment of the session").await;
    desk.press("Home").await;
    desk.by_role("row", "Cart 0").await;
    desk.wait_for_text("Cart 0").await;
    desk.press("End").await;
    desk.by_role("row", "Cart 39").await;
    desk.click_button("Lanes of each client").await;
    desk.wait_for_text("All events").await;
    desk.click_button("Fold the timeline").await;
    desk.wait_until_gone("All events").await;
}
