//! An archive held open, as the window does, and asked line by line.

use std::io::{BufRead, stdin};
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use archive::query::Query;
use archive::{Archive, EventFilter, View};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use time::UtcOffset;

use crate::appending::append;
use crate::{Outcome, memory};

/// Rows of one window.
const WINDOW: usize = 100;

/// Opens the archive and asks for what a window shows first.
pub(crate) fn first_rows(path: &Path) -> Outcome {
    let archive = Arc::new(Archive::open(path)?);
    let page = View::new(archive, EventFilter::default()).rows(0, WINDOW)?;
    println!("count {} rows {}", page.matched, page.rows.len());
    Ok(())
}

/// Opens the archive and counts the events that a query asks for. Another process may have it open.
pub(crate) fn count(path: &Path, query: &str) -> Outcome {
    let archive = Archive::open_to_read(path)?;
    println!("count {}", archive.count(&parse(query)?, &|| false)?);
    Ok(())
}

/// Answers each line of the input: `count QUERY`, `window QUERY`, `windows NUMBER QUERY`, `append …` or `resident`.
pub(crate) fn serve(path: &Path) -> Outcome {
    let archive = Arc::new(Archive::open(path)?);
    println!("resident {}", memory::now());
    for line in stdin().lock().lines() {
        let line = line?;
        let (work, rest) = line.split_once(' ').unwrap_or((&line, ""));
        match work {
            "count" => timed_count(&archive, rest)?,
            "window" => window(&archive, rest)?,
            "windows" => windows(&archive, rest)?,
            "append" => append(&archive, rest)?,
            "resident" => println!("resident {}", memory::now()),
            _ => return Err(format!("no such question: {line}").into()),
        }
    }
    Ok(())
}

/// From the text of a query to its count.
fn timed_count(archive: &Archive, query: &str) -> Outcome {
    let started = Instant::now();
    let count = archive.count(&parse(query)?, &|| false)?;
    println!("seconds {} count {count}", started.elapsed().as_secs_f64());
    Ok(())
}

/// From the text of a query to the first rows of its result, as the window gets them.
fn window(archive: &Arc<Archive>, query: &str) -> Outcome {
    let started = Instant::now();
    let page = view(archive, query)?.rows(0, WINDOW)?;
    let text = serde_json::to_string(&page)?;
    println!(
        "seconds {} count {} bytes {}",
        started.elapsed().as_secs_f64(),
        page.matched,
        text.len()
    );
    Ok(())
}

/// Windows anywhere in the result of a query that was searched before, each as the text that crosses to the window.
fn windows(archive: &Arc<Archive>, question: &str) -> Outcome {
    let (number, query) = question.split_once(' ').unwrap_or((question, ""));
    let view = view(archive, query)?;
    let last = view.rows(0, 0)?.matched.saturating_sub(WINDOW) as u64;
    let mut dice = ChaCha8Rng::seed_from_u64(last);
    let mut times = Vec::new();
    for _ in 0..number.parse::<usize>()? {
        let offset = dice.random_range(0..=last) as usize;
        let started = Instant::now();
        let text = serde_json::to_string(&view.rows(offset, WINDOW)?)?;
        times.push(started.elapsed().as_secs_f64());
        if text.is_empty() {
            return Err("a window is never nothing at all".into());
        }
    }
    times.sort_unstable_by(f64::total_cmp);
    let part = |part: f64| times[((times.len() - 1) as f64 * part).round() as usize];
    println!("p50 {} p99 {} longest {}", part(0.5), part(0.99), part(1.0));
    Ok(())
}

fn view(archive: &Arc<Archive>, query: &str) -> Outcome<View> {
    let filter = EventFilter {
        query: parse(query)?,
        ..EventFilter::default()
    };
    Ok(View::new(Arc::clone(archive), filter))
}

pub(crate) fn parse(query: &str) -> Outcome<Query> {
    Ok(Query::parse(query, UtcOffset::UTC)?)
}
