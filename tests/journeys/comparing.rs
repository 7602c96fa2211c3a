//! Comparing two sessions.

use crate::archives::keep;
use crate::desktop::{Desk, Screen};

#[tokio::test]
#[ignore = "opens the real window; `cargo xtask test` runs it"]
async fn two_sessions_stand_side_by_side() {
    let desk = Desk::open(Screen::LAPTOP).await;
    let steps = |steps: &[(&str, u64)]| -> Vec<(String, u64)> {
        steps.iter().map(|(step, price)| ((*step).to_owned(), *price)).collect()
    };
    keep(
        &desk,
        "Version 41",
        &steps(&[("Launch", 0), ("Login", 0), ("Purchase", 5), ("Leave", 0)]),
    );
    keep(
        &desk,
        "Version 42",
        &steps(&[("Launch", 0), ("Purchase", 6), ("Leave", 0), ("Rate", 0)]),
    );
    desk.click("button", "Go to…").await;
    desk.type_into("Place or action", "compare").await;
    desk.press("Enter").await;
    for (side, session) in [
        ("Choose a session Left", "Version 41"),
        ("Choose a session Right", "Version 42"),
    ] {
        desk.click("button", side).await;
        desk.click("option", session).await;
    }
    desk.wait_for_text("2 same, 1 different, 1 missing, 1 new").await;
    desk.click("row", "Purchase").await;
    desk.by_role("region", "The selected pair").await;
    desk.by_role("row", "Changed, price, 5 → 6").await;
    desk.type_into("Only events that a query finds", "name:Purchase").await;
    desk.wait_for_text("0 same, 1 different, 0 missing, 0 new").await;
    desk.click_button("Swap").await;
    desk.wait_for_text("2 same, 1 different, 1 missing, 1 new").await;
    desk.by_role("row", "New").await;
}
