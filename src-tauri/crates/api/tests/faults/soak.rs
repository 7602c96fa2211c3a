//! Many events, for a while: none is missing, none comes twice, the desk keeps up, and what it holds in memory grows by no
//! more than an archive's index.

use std::io::{BufRead as _, BufReader, Read as _};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use practice::{Options, Practice};
use serde_json::{Value, json};

use crate::desk::{Desk, ViewOnDesk, Workspace};

/// Portions a second.
const BEATS: usize = 10;
/// The long run is told by this variable how many minutes it takes.
const MINUTES: &str = "ASSURANCE_DESK_SOAK_MINUTES";
/// Tells a process that it is the practice workspace of another.
const WORKSPACE: &str = "ASSURANCE_DESK_SOAK_WORKSPACE";
/// Bytes that an archive keeps in memory of each event: identifier, times, words, place. About 45 were measured; how much
/// of what was looked at stays does not depend on how many there are.
const INDEX: usize = 64;
/// Megabytes that may come and go beside.
const COME_AND_GO: usize = 16;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_hundred_thousand_events_a_minute_leave_no_gap() {
    soak(&Desk::open(), Duration::from_secs(8), 167, |_| {}).await;
}

/// 10,000 events a minute, which is what Adobe lets one device send. `cargo xtask bench --only soak --minutes 60`
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes as long as it is told to"]
#[expect(clippy::print_stdout, reason = "a measurement is there to be read")]
async fn ten_thousand_events_a_minute_leave_no_gap() {
    let minutes = std::env::var(MINUTES).ok().and_then(|minutes| minutes.parse().ok());
    let minutes: f64 = minutes.unwrap_or(1.0);
    let beside = WorkspaceProcess::start();
    let desk = Desk::beside(Workspace::elsewhere(beside.line.clone()));
    println!("seconds   sent   behind   memory of the desk alone");
    let told = soak(&desk, Duration::from_secs_f64(minutes * 60.0), 17, |now| {
        if now.seconds % 10 == 0 {
            println!(
                "{:7} {:6} {:8} {:6} MB",
                now.seconds, now.sent, now.behind, now.megabytes
            );
        }
    })
    .await;
    // At first there is what every run needs.
    let (first, last) = (&told[told.len() / 3], &told[told.len() - 1]);
    let grown = last.megabytes.saturating_sub(first.megabytes);
    let allowed = (last.sent - first.sent) * INDEX / 1_000_000 + COME_AND_GO;
    assert!(grown <= allowed, "{grown} MB more, and {allowed} MB are an index");
}

/// The practice workspace of the run above.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "is a part of a soak, which starts it"]
#[expect(clippy::print_stdout, reason = "the other process reads it")]
async fn workspace_beside_a_soak() {
    if std::env::var_os(WORKSPACE).is_none() {
        return;
    }
    let options = Options {
        autoconnect: false,
        ..Options::default()
    };
    let practice = Practice::start(options).await.unwrap();
    println!("\n{}", serde_json::to_string(practice.ready()).unwrap());
    // The other one ends with its side of the pipe.
    let ended = tokio::task::spawn_blocking(|| std::io::stdin().read_to_end(&mut Vec::new()));
    ended.await.unwrap().unwrap();
}

/// A practice workspace in a process of its own, so that what the desk holds can be told apart.
struct WorkspaceProcess {
    line: String,
    process: Child,
}

impl WorkspaceProcess {
    fn start() -> Self {
        let mut process = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "soak::workspace_beside_a_soak", "--ignored", "--nocapture"])
            .env(WORKSPACE, "1")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(process.stdout.as_mut().unwrap()).lines();
        let line = lines.find_map(|line| line.ok().filter(|line| line.starts_with('{')));
        let line = line.expect("it tells its addresses");
        Self { line, process }
    }
}

impl Drop for WorkspaceProcess {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// How it stands.
struct Standing {
    seconds: u64,
    sent: usize,
    /// Events that are sent and not in the list yet.
    behind: usize,
    megabytes: usize,
}

/// Sends portions for so long; then every event is there once, in its order, and the desk was never far behind. Tells how
/// it stood every second.
async fn soak(desk: &Desk, long: Duration, portion: usize, tell: impl Fn(&Standing)) -> Vec<Standing> {
    let integration = desk.integration().await;
    let session = desk.session(&integration, "Soak").await;
    let view = ViewOnDesk::open(desk, &integration, &session).await;
    let (begun, mut sent) = (Instant::now(), 0);
    let mut told = Vec::<Standing>::new();
    let mut beat = tokio::time::interval(Duration::from_secs(1) / BEATS as u32);
    while begun.elapsed() < long {
        beat.tick().await;
        let event = |number: usize| {
            json!({ "eventNumber": number, "payload": { "ACPExtensionEventName": "Soak",
            "ACPExtensionEventData": { "number": number } } })
        };
        let events: Value = (sent..sent + portion).map(event).collect();
        desk.workspace.put_events(&session, events).await;
        sent += portion;
        let seconds = begun.elapsed().as_secs();
        if told.last().is_none_or(|last| last.seconds < seconds) {
            let now = Standing {
                seconds,
                sent,
                behind: sent - view.status().await.total,
                megabytes: megabytes(),
            };
            tell(&now);
            told.push(now);
        }
    }
    view.until(|status| status.total >= sent).await;
    let a_minute = portion * BEATS * 60;
    let most_behind = told.iter().map(|now| now.behind).max();
    assert!(most_behind.is_some_and(|most| most < a_minute), "{most_behind:?}");
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
    told
}

/// What this process alone holds in memory; 0 where the system does not tell.
fn megabytes() -> usize {
    let held = std::fs::read_to_string("/proc/self/smaps_rollup").unwrap_or_default();
    let line = held.lines().find_map(|line| line.strip_prefix("Private_Dirty:"));
    let kilobytes = line.and_then(|line| line.trim().split(' ').next()?.parse::<usize>().ok());
    kilobytes.unwrap_or_default() / 1024
}
