//! Typing a query while the list searches a million events.

use std::time::Duration;

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

/// How fast keys follow each other. Without a pause most searches are overtaken before they are asked for; with one, each key of
/// a person who types slowly brings another list, other counts and another timeline.
const PACES: [(&str, Duration); 2] = [
    ("typing", Duration::ZERO),
    ("typing.slowly", Duration::from_millis(250)),
];

pub(crate) async fn measure(desk: &Desk, measures: &mut Measures) {
    for (name, pause) in PACES {
        // A click is the driver's work, too.
        desk.type_into("Filter events by text", "").await;
        rows_are_here(desk).await;
        desk.client().execute(NOTE, Vec::new()).await.expect("the page notes");
        for query in QUERIES {
            for key in query.chars() {
                desk.press(&key.to_string()).await;
                tokio::time::sleep(pause).await;
            }
            desk.press("Control+a").await;
            desk.press("Delete").await;
        }
        let noted: Value = run(desk, NOTED, vec![]).await;
        measures.put_all(&format!("{name}.key"), numbers(&noted["keys"]));
        measures.put_all(&format!("{name}.frame"), numbers(&noted["frames"]).split_off(1));
    }
    rows_are_here(desk).await;
}
