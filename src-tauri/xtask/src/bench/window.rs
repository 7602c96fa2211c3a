//! The window with a large session, in the real program on a screen that nobody sits at. The walk is `tests/feel.rs`; here are
//! its goals.

use std::fs;
use std::path::Path;

use super::answer::Answer;
use super::archive;
use super::table::{self, Goal, Row, Unit};
use crate::command::{cargo, run};
use crate::failure::{Failure, Result};
use crate::node;
use crate::program::Profile;
use crate::system_packages::{self, Need};

/// What is measured of each way to scroll.
const WAYS: [(&str, &str); 3] = [
    ("wheel", "scrolling line by line"),
    ("page", "scrolling page by page"),
    ("drag", "dragging the bar to anywhere"),
];
/// Longest frames, in seconds: of a hundred ninety-five, and all.
const FRAME: f64 = 0.020;
const WORST_FRAME: f64 = 0.050;

/// Measures the window and prints what was found beside the goals.
pub(super) fn measure(profile: Profile, events: u64) -> Result {
    system_packages::install(&[Need::Window, Need::VirtualDisplay, Need::WindowTests])?;
    node::install()?;
    node::build_ui()?;
    let events = archive::events_file(events)?;
    let measures = events.with_file_name("window.measures");
    let release: &[&str] = match profile {
        Profile::Release => &["--release"],
        Profile::Debug => &[],
    };
    run(cargo().args(["build", "--example", "empty_window"]).args(release))?;
    run(cargo()
        .args(["test", "--test", "feel"])
        .args(release)
        .args(["--", "--ignored", "--nocapture"])
        .env("ASSURANCE_DESK_EVENTS", &events)
        .env("ASSURANCE_DESK_MEASURES", &measures))?;
    table::print(&rows(&read(&measures)?)?);
    Ok(())
}

fn read(file: &Path) -> Result<Answer> {
    let measured = fs::read_to_string(file).map_err(|error| Failure::file(file, &error))?;
    Answer::read(&measured)
}

fn rows(measured: &Answer) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for (way, work) in WAYS {
        for (part, goal) in [("p95", Goal::AtMost(FRAME)), ("worst", Goal::AtMost(WORST_FRAME))] {
            rows.push(beside(
                measured,
                &format!("{work}: frame, {part}"),
                &format!("scroll.{way}.{part}"),
                ("a bare list", &format!("scroll.{way}.bare.{part}")),
                goal,
            )?);
        }
        for (part, what) in [
            ("blank-frames", "frames with missing rows"),
            ("blank-rows", "missing rows in all"),
        ] {
            rows.push(Row {
                unit: Unit::Count,
                ..alone(
                    measured,
                    &format!("{work}: {what}"),
                    &format!("scroll.{way}.{part}"),
                    Goal::None,
                    1.0,
                )?
            });
        }
    }
    rows.push(alone(
        measured,
        "typing: key to paint, p95",
        "typing.key.p95",
        Goal::None,
        1e3,
    )?);
    for (pace, name) in [("typing", "typing"), ("typing slowly", "typing.slowly")] {
        for (what, part, goal) in [
            ("frame, p95", "p95", Goal::None),
            ("longest frame", "worst", Goal::AtMost(WORST_FRAME)),
        ] {
            let work = format!("{pace}: {what}");
            rows.push(alone(measured, &work, &format!("{name}.frame.{part}"), goal, 1e3)?);
        }
    }
    rows.push(alone(
        measured,
        "an event on the screen, middle",
        "arriving.p50",
        Goal::None,
        1e3,
    )?);
    rows.push(alone(
        measured,
        "an event on the screen, p95",
        "arriving.p95",
        Goal::AtMost(0.3),
        1e3,
    )?);
    rows.push(alone(
        measured,
        "an event on the screen, worst",
        "arriving.worst",
        Goal::None,
        1e3,
    )?);
    let start = ("an empty window", "start.empty.p50");
    rows.push(Row {
        ratio: Some(measured.get("start.ratio.p50")?),
        ..beside(
            measured,
            "start to what one can begin with",
            "start.p50",
            start,
            Goal::Ratio(1.3),
        )?
    });
    Ok(rows)
}

fn alone(measured: &Answer, work: &str, name: &str, goal: Goal, per_unit: f64) -> Result<Row> {
    Ok(Row {
        work: work.to_owned(),
        unit: Unit::Seconds,
        ours: measured.get(name)? / per_unit,
        beside: None,
        ratio: None,
        goal,
    })
}

/// Milliseconds beside milliseconds.
fn beside(measured: &Answer, work: &str, name: &str, other: (&'static str, &str), goal: Goal) -> Result<Row> {
    let theirs = measured.get(other.1)? / 1e3;
    let row = alone(measured, work, name, goal, 1e3)?;
    Ok(Row {
        beside: Some((other.0, theirs)),
        ratio: Some(row.ours / theirs),
        ..row
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_goal_has_a_row_with_what_was_measured() {
        let mut printed = String::new();
        let parts = ["p50", "p95", "worst"];
        let names = WAYS
            .iter()
            .flat_map(|(way, _)| [format!("scroll.{way}"), format!("scroll.{way}.bare")]);
        let others = [
            "typing.key",
            "typing.frame",
            "typing.slowly.frame",
            "arriving",
            "start",
            "start.empty",
            "start.ratio",
        ];
        for name in names.chain(others.map(str::to_owned)) {
            for part in parts {
                printed.push_str(&format!("{name}.{part} 16\n"));
            }
        }
        let lacking = rows(&Answer::read(&printed).unwrap());
        assert!(lacking.is_err(), "the missing rows were not counted");
        for (way, _) in WAYS {
            printed.push_str(&format!("scroll.{way}.blank-frames 2\nscroll.{way}.blank-rows 5\n"));
        }
        let rows = rows(&Answer::read(&printed).unwrap()).unwrap();
        let wheel = &rows[0];
        assert!((wheel.ours - 0.016).abs() < 1e-9 && (wheel.ratio.unwrap() - 1.0).abs() < 1e-9);
        assert_eq!(rows.len(), WAYS.len() * 4 + 9);
    }
}
