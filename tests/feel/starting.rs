//! From the start of the program to a window that can be used, by turns with an empty window of the same framework.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::desktop::{Desk, Screen};
use crate::measures::Measures;
use crate::page::run;

const ROUNDS: usize = 5;

/// When the first content was painted and, in our page, what a person can begin with was there, milliseconds since 1970.
const SHOWN: &str = "const [mark, done] = arguments;
    const look = () => {
      const [paint] = performance.getEntriesByName('first-contentful-paint');
      const [shown] = mark ? performance.getEntriesByName(mark) : [paint];
      if (paint && shown) done(performance.timeOrigin + Math.max(paint.startTime, shown.startTime));
      else requestAnimationFrame(look);
    };
    look();";
/// What our page notes when the ways in are there.
const OURS: Option<&str> = Some("ways in");

pub(crate) async fn measure(measures: &mut Measures) {
    let (mut ours, mut empty, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    let ours_path = Path::new(env!("CARGO_BIN_EXE_assurance-desk"));
    let mut desk = Desk::open(Screen::LAPTOP).await;
    for round in 0..=ROUNDS {
        let our_time = start(&mut desk, ours_path, OURS).await;
        let their_time = start(&mut desk, &empty_window(), None).await;
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

async fn start(desk: &mut Desk, program: &Path, mark: Option<&str>) -> f64 {
    let began = desk.open_program(program).await;
    let shown: Value = run(desk, SHOWN, vec![json!(mark)]).await;
    shown.as_f64().expect("a time") - began
}

/// The example beside the program.
fn empty_window() -> PathBuf {
    Path::new(env!("CARGO_BIN_EXE_assurance-desk")).with_file_name("examples/empty_window")
}
