//! How everything grows with the number of events.

use std::fs;

use super::events::{COMMON_WORDS, EventsFile, RARE_WORDS, folder};
use super::ours::Ours;
use super::plot::{Plot, Series};
use crate::bench::table::{Unit, markdown};
use crate::checkout;
use crate::failure::{Failure, Result};

const ROUNDS: usize = 3;
/// Ten thousand events are the fewest that hold all rare words.
const FEWEST: u64 = 10_000;

/// What was measured of one size.
struct Point {
    events: u64,
    import: f64,
    open: f64,
    rare: f64,
    common: f64,
    bytes: f64,
    import_memory: f64,
    memory: f64,
}

/// Measures ten times as many events each time, up to `most`; draws the picture and prints the points.
pub(super) fn measure(ours: &Ours, most: u64) -> Result {
    let mut points = Vec::new();
    let mut events = FEWEST;
    while events <= most {
        let file = EventsFile::make(events, ours)?;
        println!("{file}");
        points.push(point(ours, &file)?);
        events *= 10;
    }
    if points.len() < 2 {
        return Err(Failure::new(format!("--growth needs at least {} events", FEWEST * 10)));
    }
    let picture = checkout::root().join("docs/pictures/archive-growth.svg");
    fs::write(&picture, draw(&points)).map_err(|error| Failure::file(&picture, &error))?;
    println!("\n{}", table(&points));
    println!("The picture is in {}", picture.display());
    Ok(())
}

fn point(ours: &Ours, file: &EventsFile) -> Result<Point> {
    let path = folder()?.join(format!("growth-{}.assurance", file.events));
    let (mut imports, mut opens) = (Vec::new(), Vec::new());
    let (mut bytes, mut import_memory) = (0.0, 0.0_f64);
    for _ in 0..ROUNDS {
        if path.exists() {
            fs::remove_file(&path).map_err(|error| Failure::file(&path, &error))?;
        }
        let answer = ours.import(&file.path, &path)?;
        imports.push(answer.get("seconds")?);
        bytes = answer.get("bytes")?;
        import_memory = import_memory.max(answer.get("resident")?);
        opens.push(ours.first_rows(&path)?);
    }
    let mut archive = ours.open(&path)?;
    let mut searched = |words: &[&str]| -> Result<Vec<f64>> {
        words
            .iter()
            .map(|word| archive.ask(&format!("count \"{word}\""))?.get("seconds"))
            .collect()
    };
    let (rare, common) = (searched(&RARE_WORDS)?, searched(&COMMON_WORDS)?);
    let memory = archive.ask("resident")?.get("resident")?;
    drop(archive);
    fs::remove_file(&path).map_err(|error| Failure::file(&path, &error))?;
    Ok(Point {
        events: file.events,
        import: middle(imports),
        open: middle(opens),
        rare: middle(rare),
        common: middle(common),
        bytes,
        import_memory,
        memory,
    })
}

fn middle(mut values: Vec<f64>) -> f64 {
    values.sort_unstable_by(f64::total_cmp);
    values[values.len() / 2]
}

fn table(points: &[Point]) -> String {
    let head = [
        "events",
        "import",
        "memory meanwhile",
        "open",
        "rare text",
        "common text",
        "size",
        "memory",
    ];
    let mut lines = vec![head.map(str::to_owned)];
    for point in points {
        lines.push([
            point.events.to_string(),
            Unit::Seconds.say(point.import),
            Unit::Bytes.say(point.import_memory),
            Unit::Seconds.say(point.open),
            Unit::Seconds.say(point.rare),
            Unit::Seconds.say(point.common),
            Unit::Bytes.say(point.bytes),
            Unit::Bytes.say(point.memory),
        ]);
    }
    markdown(&lines)
}

fn draw(points: &[Point]) -> String {
    let series = |name, of: fn(&Point) -> f64| Series {
        name,
        points: points.iter().map(|point| (point.events as f64, of(point))).collect(),
    };
    Plot {
        title: "An archive grows in line with its events",
        left: (
            "seconds",
            vec![
                series("import", |point| point.import),
                series("open to the first rows", |point| point.open),
                series("count a common text", |point| point.common),
                series("count a rare text", |point| point.rare),
            ],
        ),
        right: (
            "megabytes",
            vec![
                series("file", |point| point.bytes / 1e6),
                series("memory while importing", |point| point.import_memory / 1e6),
                series("memory, open and searched", |point| point.memory / 1e6),
            ],
        ),
    }
    .svg()
}
