//! What people do with Assurance Desk, in the real window, start to end: with no account and no network, from a first
//! start to an inspected session.

#![cfg(target_os = "linux")]

#[path = "journeys/archives.rs"]
mod archives;
#[path = "journeys/coming_back.rs"]
mod coming_back;
#[path = "journeys/comparing.rs"]
mod comparing;
mod desktop;
#[path = "journeys/devices.rs"]
mod devices;
#[path = "journeys/first_start.rs"]
mod first_start;
#[path = "journeys/hostile.rs"]
mod hostile;
#[path = "journeys/inspecting.rs"]
mod inspecting;
#[path = "journeys/requests.rs"]
mod requests;
#[path = "journeys/secrets.rs"]
mod secrets;
#[path = "journeys/setting_up.rs"]
mod setting_up;
#[path = "journeys/updating.rs"]
mod updating;

use desktop::{Desk, Screen};

/// A window with a practice session whose events arrive.
async fn practice_session() -> Desk {
    let desk = Desk::open(Screen::LAPTOP).await;
    desk.click_button("Try it…").await;
    desk.wait_for_text("Got it").await;
    close_hints(&desk).await;
    desk.by_role("row", "Configuration Response").await;
    desk
}

/// Closes the three hints of a first visit, wherever they are.
async fn close_hints(desk: &Desk) {
    for hint in ["Events", "Filter", "Details"] {
        let button = format!("Got it: {hint}");
        if desk.count("button", &button).await > 0 {
            desk.click_button(&button).await;
            desk.wait_until_no("button", &button).await;
        }
    }
}
