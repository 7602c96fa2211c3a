//! How the window feels with a session of a million events, measured in the real window: `cargo xtask bench --only window`.
//! The events are in the file that `ASSURANCE_DESK_EVENTS` names; what was measured goes to the file that
//! `ASSURANCE_DESK_MEASURES` names, a line with name and number for each.

#![cfg(target_os = "linux")]
#![expect(clippy::print_stdout, reason = "whoever measures sees how far it is")]

#[path = "feel/arriving.rs"]
mod arriving;
mod desktop;
#[path = "feel/measures.rs"]
mod measures;
#[path = "feel/page.rs"]
mod page;
#[path = "feel/scrolling.rs"]
mod scrolling;
#[path = "feel/starting.rs"]
mod starting;
#[path = "feel/typing.rs"]
mod typing;

use desktop::{Desk, Screen};
use measures::Measures;

#[tokio::test]
#[ignore = "measures; `cargo xtask bench --only window` runs it"]
async fn the_window_with_a_million_events() {
    let mut measures = Measures::default();
    starting::measure(&mut measures).await;
    let desk = Desk::open(Screen::LAPTOP).await;
    arriving::measure(&desk, &mut measures).await;
    page::open_events(&desk).await;
    scrolling::measure(&desk, &mut measures).await;
    typing::measure(&desk, &mut measures).await;
    measures.write();
}
