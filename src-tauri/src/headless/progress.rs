//! Long work: how far it is, on a terminal, and calling it off.

use std::io::{IsTerminal as _, Write as _, stderr};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use archive::ImportWatch;
use archive::export::ExportWatch;
use archive::import;

use super::Refusal;
use super::stop::StopRequest;

/// How often the line changes.
const PAUSE: Duration = Duration::from_millis(100);

/// Does work that may block and take long. The request to end calls it off; it is waited for, so that it can take away
/// what it began.
pub(super) async fn watched<T: Send + 'static>(
    work: impl FnOnce(&Progress) -> T + Send + 'static,
) -> Result<T, Refusal> {
    let stop = StopRequest::listen().map_err(Refusal::of)?;
    let progress = Arc::new(Progress::default());
    let mut working = tokio::task::spawn_blocking({
        let progress = Arc::clone(&progress);
        move || {
            let done = work(&progress);
            progress.wipe();
            done
        }
    });
    let done = tokio::select! {
        done = &mut working => done,
        () = stop.received() => {
            progress.is_called_off.store(true, Ordering::Relaxed);
            working.await
        }
    };
    done.map_err(Refusal::of)
}

/// A line on the terminal that says how far the work is; nothing where standard error is no terminal.
#[derive(Default)]
pub(super) struct Progress {
    is_called_off: AtomicBool,
    shown: Mutex<Option<Instant>>,
}

impl Progress {
    fn show(&self, line: impl FnOnce() -> String) {
        let mut shown = self.shown.lock().unwrap_or_else(PoisonError::into_inner);
        let is_soon = shown.is_some_and(|last| last.elapsed() < PAUSE);
        if is_soon || !stderr().is_terminal() {
            return;
        }
        *shown = Some(Instant::now());
        // Work does not fail because nobody can be told how far it is.
        let _ = write!(stderr(), "\r\x1b[K{}", line());
    }

    fn wipe(&self) {
        if self.shown.lock().unwrap_or_else(PoisonError::into_inner).is_some() {
            let _ = write!(stderr(), "\r\x1b[K");
        }
    }
}

impl ImportWatch for Progress {
    fn progress(&self, progress: import::Progress, events: u64) {
        self.show(|| match progress.bytes_total {
            Some(total) => format!("{}%, {events} events", percent(progress.bytes_read, total)),
            None => format!("{} MB, {events} events", progress.bytes_read / 1_000_000),
        });
    }

    fn is_called_off(&self) -> bool {
        self.is_called_off.load(Ordering::Relaxed)
    }
}

impl ExportWatch for Progress {
    fn progress(&self, done: u64, of: u64) {
        self.show(|| format!("{}% of {of} events", percent(done, of)));
    }

    fn is_called_off(&self) -> bool {
        self.is_called_off.load(Ordering::Relaxed)
    }
}

fn percent(done: u64, of: u64) -> u64 {
    done.saturating_mul(100).checked_div(of).unwrap_or(100).min(100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percent_are_between_0_and_100() {
        assert_eq!(percent(0, 3), 0);
        assert_eq!(percent(2, 3), 66);
        assert_eq!(percent(0, 0), 100);
        assert_eq!(percent(5, 3), 100);
    }
}
