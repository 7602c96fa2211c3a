//! Archives that are there before the window opens them.

use serde_json::{Value, json};

use crate::close_hints;
use crate::desktop::{Desk, Screen};

/// What the inspector says of an archive that [`keep`] made, when it shows all of it.
pub(crate) const CARTS: &str = "40 events";

/// Keeps a session with events `Cart 0` to `Cart 39`, a second apart.
fn keep_carts(desk: &Desk, name: &str) {
    let steps: Vec<(String, u64)> = (0..40).map(|at| (format!("Cart {at}"), at)).collect();
    keep(desk, name, &steps);
}

/// Keeps a session with these events, by name and price.
pub(crate) fn keep(desk: &Desk, name: &str, events: &[(String, u64)]) {
    let file = desk.home().join("session.json");
    std::fs::write(&file, exported(name, events).to_string()).expect("the session is written");
    desk.import(&file, name);
}

/// A window with such an archive of 40 events, open in the inspector.
pub(crate) async fn open_archive(name: &str) -> Desk {
    let desk = Desk::open(Screen::LAPTOP).await;
    keep_carts(&desk, name);
    desk.click("link", "Archives").await;
    desk.click("row", name).await;
    desk.press("Enter").await;
    desk.wait_for_text("Got it").await;
    close_hints(&desk).await;
    desk.by_role("row", "Cart 39").await;
    desk
}

/// A session as Adobe's web UI exports it.
fn exported(name: &str, events: &[(String, u64)]) -> Value {
    let event = |(at, (step, price)): (usize, &(String, u64))| {
        json!({
            "uuid": uuid(name, at),
            "eventNumber": at + 1,
            "clientId": "0f8fad5b-d9cb-469f-a165-70867728950e",
            "timestamp": 1_763_700_000_000_u64 + 1000 * at as u64,
            "vendor": "com.adobe.griffon.mobile",
            "type": "generic",
            "payload": {
                "ACPExtensionEventName": step,
                "ACPExtensionEventType": "com.adobe.eventtype.custom",
                "ACPExtensionEventSource": "com.adobe.eventsource.none",
                "ACPExtensionEventData": { "price": price },
            },
        })
    };
    let events: Vec<Value> = events.iter().enumerate().map(event).collect();
    json!({ "uuid": uuid(name, 1_000_000), "name": name, "link": "acme://default", "events": events })
}

/// The same identifier for the same session and event each time.
fn uuid(name: &str, at: usize) -> String {
    let sum = name
        .bytes()
        .fold(7_u64, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into()));
    format!("{:08x}-0000-4000-8000-{at:012x}", sum as u32)
}
