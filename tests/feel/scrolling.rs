//! Scrolling through a million events, by turns with a bare list of plain text rows in the same window.

use serde_json::{Value, json};

use crate::desktop::Desk;
use crate::measures::Measures;
use crate::page::{numbers, run};

const SCROLL: &str = include_str!("scroll.js");
const BARE: &str = include_str!("bare.js");
const ROUNDS: usize = 3;
const FRAMES: usize = 240;
/// As many rows as a page can have at all without becoming slow by itself.
const BARE_ROWS: usize = 5_000;

pub(crate) async fn measure(desk: &Desk, measures: &mut Measures) {
    for way in ["wheel", "page", "drag"] {
        let (mut ours, mut bare) = (Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            ours.extend(numbers(&scroll(desk, "[role=grid]", way, false).await["lengths"]));
            put_bare(desk, BARE_ROWS).await;
            bare.extend(numbers(&scroll(desk, "#bare", way, false).await["lengths"]));
            put_bare(desk, 0).await;
        }
        measures.put_all(&format!("scroll.{way}"), ours);
        measures.put_all(&format!("scroll.{way}.bare"), bare);
        // Counting takes time of its own, so it has a run of its own.
        let counted = scroll(desk, "[role=grid]", way, true).await;
        let count = |name: &str| counted[name].as_f64().unwrap_or(f64::NAN);
        measures.put(&format!("scroll.{way}.blank-frames"), count("blankFrames"));
        measures.put(&format!("scroll.{way}.blank-rows"), count("blankRows"));
    }
}

async fn scroll(desk: &Desk, list: &str, way: &str, counts: bool) -> Value {
    run(
        desk,
        SCROLL,
        vec![json!(list), json!(way), json!(FRAMES), json!(counts)],
    )
    .await
}

async fn put_bare(desk: &Desk, rows: usize) {
    let script = desk.client().execute(BARE, vec![json!(rows)]);
    script.await.expect("the bare list comes and goes");
}
