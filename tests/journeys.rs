//! What people do with Assurance Desk, in the real window, start to end.

#![cfg(target_os = "linux")]

mod desktop;

use desktop::{Desk, Screen};

#[tokio::test]
#[ignore = "opens the real window; `cargo xtask test` runs it"]
async fn a_first_start_says_what_to_do() {
    let desk = Desk::open(Screen::LAPTOP).await;
    desk.wait_for_text("Inspect what your app tells Adobe.").await;
    desk.by_role("button", "Try it…").await;
    desk.by_role("button", "Connect my organization…").await;
}
