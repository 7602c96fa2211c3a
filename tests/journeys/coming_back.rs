//! The window comes back where it was, whatever ended it.

use crate::desktop::Desk;
use crate::practice_session;

const FILTER: &str = "Filter events by text";

/// A practice session with a filter.
async fn at_work() -> Desk {
    let desk = practice_session().await;
    desk.type_into(FILTER, "Configuration Response").await;
    desk.wait_for_text("1 of").await;
    desk
}

#[tokio::test]
#[ignore = "opens the real window; `cargo xtask test` runs it"]
async fn a_page_that_dies_is_loaded_again_where_it_was() {
    const ROWS: &str = "command=\"view_rows\"";
    let mut desk = at_work().await;
    let _program = desk.open_undriven().await;
    let said = desk.wait_until_said(ROWS, 0).await;
    desk.end_processes("WebKitWebProces").await;
    let said = desk.wait_until_said("the process of the page ended", said).await;
    // Only the inspector asks for rows: the page is not at its beginning.
    let said = desk.wait_until_said("command=\"app_info\"", said).await;
    desk.wait_until_said(ROWS, said).await;
    let log = std::fs::read_to_string(desk.data().join("logs/window.log")).expect("a log");
    assert!(log.contains("the process of the page ended"), "{log}");
}

#[tokio::test]
#[ignore = "opens the real window; `cargo xtask test` runs it"]
async fn a_program_that_is_killed_opens_where_it_was_with_what_it_had() {
    let mut desk = at_work().await;
    let before = desk.place().await;
    desk.end_processes("assurance-desk").await;
    desk.reopen().await;
    desk.by_role("row", "Configuration Response").await;
    assert_eq!(desk.place().await, before);
}
