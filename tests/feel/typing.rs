//! Typing a query while the list searches a million events.

use serde_json::Value;

use crate::desktop::Desk;
use crate::measures::Measures;
use crate::page::{numbers, rows_are_here, run};

/// Notes from now on when a key went down and when what it did was painted, and how long each frame took.
const NOTE: &str = "const noted = (window.noted = { keys: [], frames: [], last: performance.now(), ends: false });
    addEventListener('keydown', () => {
      const at = performance.now();
      requestAnimationFrame(() => setTimeout(() => noted.keys.push(performance.now() - at)));
    }, { capture: true });
    const look = (now) => {
      noted.frames.push(now - noted.last);
      noted.last = now;
      if (!noted.ends) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);";
const NOTED: &str = "const [done] = arguments; window.noted.ends = true; setTimeout(() => done(window.noted), 100);";
/// Common texts and rare ones, each read by a search over everything.
const QUERIES: [&str; 4] = [
    "purchase",
    "konductor",
    "payload.ACPExtensionEventData.xdm.eventType:commerce",
    "zzz",
];

pub(crate) async fn measure(desk: &Desk, measures: &mut Measures) {
    desk.client().execute(NOTE, Vec::new()).await.expect("the page notes");
    for query in QUERIES {
        desk.type_into("Filter events by text", "").await;
        for key in query.chars() {
            desk.press(&key.to_string()).await;
        }
    }
    desk.type_into("Filter events by text", "").await;
    let noted: Value = run(desk, NOTED, vec![]).await;
    measures.put_all("typing.key", numbers(&noted["keys"]));
    measures.put_all("typing.frame", numbers(&noted["frames"]).split_off(1));
    rows_are_here(desk).await;
}
