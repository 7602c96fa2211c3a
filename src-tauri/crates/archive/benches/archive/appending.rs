//! Events that arrive while somebody searches.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use archive::Archive;
use event::Event;

use crate::Outcome;
use crate::events::Events;
use crate::file::SEED;
use crate::serve::parse;

/// So many batches a second: fewer than a busy session's polls.
const BATCHES_A_SECOND: f64 = 20.0;

/// What was seen of the batches.
struct Appended {
    seconds: f64,
    /// The longest time from when a batch was due to when it was kept.
    late: f64,
}

/// Adds `RATE` events a second for `SECONDS` seconds, and counts the words meanwhile, over and over. The question is
/// `RATE SECONDS`, rare words, `|` and common words, with tabs between them.
pub(crate) fn append(archive: &Archive, question: &str) -> Outcome {
    let mut words = question.split('\t');
    let (rate, seconds) = words
        .next()
        .and_then(|first| first.split_once(' '))
        .ok_or("a rate and seconds are needed")?;
    let (rate, seconds): (f64, f64) = (rate.parse()?, seconds.parse()?);
    let words: Vec<&str> = words.collect();
    let (rare, common) = words.split_at(words.iter().position(|word| *word == "|").ok_or("a | is needed")?);
    let batches = batches(archive, rate, seconds)?;
    let count: usize = batches.iter().map(Vec::len).sum();

    let is_over = AtomicBool::new(false);
    let (appended, searched) = thread::scope(|scope| {
        let writer = scope.spawn(|| {
            let appended = append_all(archive, batches);
            is_over.store(true, Ordering::SeqCst);
            appended
        });
        let searched = search(archive, rare, &common[1..], &is_over);
        let appended = writer.join().map_err(|_| "appending panicked")?;
        Ok::<_, Box<dyn std::error::Error>>((appended?, searched?))
    })?;
    let (mut rare, mut common) = searched;
    println!(
        "rate {} late {} rare {} common {} searches {}",
        count as f64 / appended.seconds.max(seconds),
        appended.late,
        middle(&mut rare),
        middle(&mut common),
        rare.len() + common.len()
    );
    Ok(())
}

/// Events of another session, read already as those that the network brings are, later than all there are.
fn batches(archive: &Archive, rate: f64, seconds: f64) -> Outcome<Vec<Vec<Event>>> {
    let count = (rate * seconds) as u64;
    let start = archive.info().last.unwrap_or_default();
    let events: Result<Vec<Event>, _> = Events::new(SEED + 1, start, count, &[])
        .map(|text| Event::from_json(&text))
        .collect();
    let each = (rate / BATCHES_A_SECOND).ceil() as usize;
    Ok(events?.chunks(each).map(<[Event]>::to_vec).collect())
}

fn append_all(archive: &Archive, batches: Vec<Vec<Event>>) -> Result<Appended, archive::ArchiveError> {
    let started = Instant::now();
    let mut late = 0.0_f64;
    for (number, batch) in batches.into_iter().enumerate() {
        let due = Duration::from_secs_f64(number as f64 / BATCHES_A_SECOND);
        thread::sleep(due.saturating_sub(started.elapsed()));
        archive.insert(batch)?;
        late = late.max((started.elapsed().saturating_sub(due)).as_secs_f64());
    }
    Ok(Appended {
        seconds: started.elapsed().as_secs_f64(),
        late,
    })
}

/// The times of rare and of common words, by turns.
fn search(archive: &Archive, rare: &[&str], common: &[&str], is_over: &AtomicBool) -> Outcome<(Vec<f64>, Vec<f64>)> {
    let mut times = (Vec::new(), Vec::new());
    let words = rare.iter().cycle().zip(common.iter().cycle());
    for (rare, common) in words {
        if is_over.load(Ordering::SeqCst) {
            break;
        }
        for (word, times) in [(rare, &mut times.0), (common, &mut times.1)] {
            let started = Instant::now();
            archive.count(&parse(&format!("\"{word}\""))?, &|| false)?;
            times.push(started.elapsed().as_secs_f64());
        }
    }
    Ok(times)
}

fn middle(times: &mut [f64]) -> f64 {
    times.sort_unstable_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or_default()
}
