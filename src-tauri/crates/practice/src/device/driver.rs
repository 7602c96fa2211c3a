use std::time::{Duration, Instant};

use tokio::task::JoinHandle;
use tokio::time::sleep;

use crate::state::Shared;

/// How long a new session waits for its first device, as a person would need to scan a code and type a PIN.
const FIRST_DEVICE_AFTER_MILLISECONDS: i64 = 1_500;
const BUSY: Duration = Duration::from_millis(25);
const IDLE: Duration = Duration::from_millis(200);
/// While events arrive, they are kept on disk this often.
const SAVE_EVERY: Duration = Duration::from_secs(5);

/// Lets the connected devices send their events, and connects the first device of every new session, until the task is
/// aborted.
///
/// A workspace that was started with more events per second than a session takes at Adobe has no limit per minute: its
/// owner asked for a load test, and would see nothing but disconnects.
pub(crate) fn spawn(shared: Shared) -> JoinHandle<()> {
    let mut limits = shared.sessions.limits();
    let most = limits.events_per_minute.map_or(f64::INFINITY, f64::from) / 60.0;
    if shared.options.events_per_second > most {
        limits.events_per_minute = None;
        shared.sessions.set_limits(limits);
    }
    tokio::spawn(run(shared))
}

async fn run(shared: Shared) {
    let mut last_turn = Instant::now();
    let mut last_save = Instant::now();
    loop {
        sleep(if shared.devices.is_idle() { IDLE } else { BUSY }).await;
        let elapsed = last_turn.elapsed();
        last_turn = Instant::now();
        if shared.options.autoconnect {
            connect_first_devices(&shared);
        }
        let rate = rate(&shared);
        let sent = shared.devices.advance(&shared.sessions, rate, elapsed);
        if sent && last_save.elapsed() > SAVE_EVERY {
            last_save = Instant::now();
            shared.changed();
        }
    }
}

/// Events per second and session: as set by the control call, or else as the workspace was started.
pub(super) fn rate(shared: &Shared) -> f64 {
    shared
        .devices
        .events_per_second()
        .unwrap_or(shared.options.events_per_second)
}

fn connect_first_devices(shared: &Shared) {
    for uuid in shared.sessions.take_fresh(FIRST_DEVICE_AFTER_MILLISECONDS) {
        let Some(session) = shared.sessions.find(uuid) else {
            continue;
        };
        if !shared.devices.devices(&shared.sessions, uuid).is_empty() {
            continue;
        }
        let seed = shared.options.seed;
        if let Err(refusal) = shared.devices.connect(&shared.sessions, seed, &session, None, None) {
            tracing::warn!(session = %uuid, %refusal, "the first device could not connect");
        }
        shared.changed();
    }
}
