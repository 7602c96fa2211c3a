//! The first start, and the practice session that one click opens.

use crate::desktop::{Desk, Screen};
use crate::practice_session;

#[tokio::test]
#[ignore = "opens the real window; `cargo xtask test` runs it"]
async fn a_first_start_says_what_to_do() {
    let desk = Desk::open(Screen::LAPTOP).await;
    desk.wait_for_text("Inspect what your app tells Adobe.").await;
    desk.by_role("button", "Try it…").await;
    desk.by_role("button", "Connect my organization…").await;
}

#[tokio::test]
#[ignore = "opens the real window; `cargo xtask test` runs it"]
async fn one_click_ends_in_a_practice_session_with_events_arriving() {
    let desk = practice_session().await;
    desk.by_role("tab", "Transactions").await;
}
