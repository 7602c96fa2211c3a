//! From the start of the program to a window that can be used, by turns with an empty window of the same framework.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::desktop::{Desk, Screen};
use crate::measures::Measures;
use crate::page::run;

const ROUNDS: usize = 5;

/// When the first content was painted, milliseconds after the page began; and when it began, since 1970.
const PAINTED: &str = "const [done] = arguments;
    const look = () => {
      const [paint] = performance.getEntriesByName('first-contentful-paint');
      if (paint && document.querySelector('h1')) done(performance.timeOrigin + paint.startTime);
      else requestAnimationFrame(look);
    };
    look();";

pub(crate) async fn measure(measures: &mut Measures) {
    let (mut ours, mut empty, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    let ours_path = Path::new(env!("CARGO_BIN_EXE_assurance-desk"));
    let mut desk = Desk::open(Screen::LAPTOP).await;
    for round in 0..=ROUNDS {
        let our_time = start(&mut desk, ours_path).await;
        let their_time = start(&mut desk, &empty_window()).await;
        // The first one reads the programs from the disk.
        if round > 0 {
            ours.push(our_time);
            empty.push(their_time);
            ratios.push(our_time / their_time);
        }
    }
    measures.put_all("start", ours);
    measures.put_all("start.empty", empty);
    measures.put_all("start.ratio", ratios);
}

async fn start(desk: &mut Desk, program: &Path) -> f64 {
    let began = desk.open_program(program).await;
    let painted: Value = run(desk, PAINTED, Vec::new()).await;
    painted.as_f64().expect("a time") - began
}

/// The example beside the program.
fn empty_window() -> PathBuf {
    Path::new(env!("CARGO_BIN_EXE_assurance-desk")).with_file_name("examples/empty_window")
}
