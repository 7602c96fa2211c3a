//! Many events, for a while: none is missing, none comes twice, and the desk keeps up.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::desk::{Desk, ViewOnDesk};

/// Portions a second.
const BEATS: usize = 10;
/// The long run is told by this variable how many minutes it takes.
const MINUTES: &str = "ASSURANCE_DESK_SOAK_MINUTES";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hundred_thousand_events_a_minute_leave_no_gap() {
    soak(Duration::from_secs(8), 167, |_| {}).await;
}

/// 10,000 events a minute, which is what Adobe lets one device send. `cargo xtask bench --only soak --minutes 60`
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes as long as it is told to"]
#[expect(clippy::print_stdout, reason = "a measurement is there to be read")]
async fn ten_thousand_events_a_minute_leave_no_gap() {
    let minutes = std::env::var(MINUTES).ok().and_then(|minutes| minutes.parse().ok());
    let minutes: f64 = minutes.unwrap_or(1.0);
    println!("seconds   sent   behind   memory of desk and practice workspace together");
    soak(Duration::from_secs_f64(minutes * 60.0), 17, |now| {
        println!(
            "{:7} {:6} {:8} {:6} MB",
            now.seconds, now.sent, now.behind, now.megabytes
        );
    })
    .await;
}

/// How it stands.
struct Standing {
    seconds: u64,
    sent: usize,
    /// Events that are sent and not in the list yet.
    behind: usize,
    megabytes: usize,
}

/// Sends portions for so long; then every event is there once, in its order, and the desk was never far behind.
async fn soak(long: Duration, portion: usize, tell: impl Fn(&Standing)) {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let session = desk.session(&integration, "Soak").await;
    let view = ViewOnDesk::open(&desk, &integration, &session).await;
    let (begun, mut sent, mut told) = (Instant::now(), 0, 0);
    let mut most_behind = Vec::new();
    let mut beat = tokio::time::interval(Duration::from_secs(1) / BEATS as u32);
    while begun.elapsed() < long {
        beat.tick().await;
        let event = |number: usize| json!({ "eventNumber": number, "payload": { "ACPExtensionEventName": number } });
        let events: Value = (sent..sent + portion).map(event).collect();
        desk.workspace.put_events(&session, events).await;
        sent += portion;
        let seconds = begun.elapsed().as_secs();
        if seconds >= told + 10 {
            told = seconds;
            let now = Standing {
                seconds,
                sent,
                behind: sent - view.status().await.total,
                megabytes: megabytes(),
            };
            tell(&now);
            most_behind.push(now.behind);
        }
    }
    view.until(|status| status.total >= sent).await;
    let a_minute = portion * BEATS * 60;
    assert!(most_behind.iter().all(|behind| *behind < a_minute), "{most_behind:?}");
    let mut numbers = Vec::with_capacity(sent);
    while numbers.len() < sent {
        let page = view.rows(numbers.len(), 500).await;
        let rows = page["rows"].as_array().unwrap();
        assert!(!rows.is_empty(), "{} of {sent}", numbers.len());
        numbers.extend(rows.iter().map(|row| row["eventNumber"].as_u64().unwrap()));
    }
    assert!(
        numbers.iter().copied().eq(0..sent as u64),
        "each event is there once, in its order"
    );
}

/// What this process holds in memory; 0 where the system does not tell.
fn megabytes() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.and_then(|line| line.trim().split(' ').next()?.parse::<usize>().ok());
    kilobytes.unwrap_or_default() / 1024
}
