//! A courteous pace: Adobe publishes no limit for these APIs, so the program keeps its own.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::time::{Instant, sleep_until};

/// Lets calls through at a steady rate, with some slack for short bursts.
#[derive(Debug)]
pub(crate) struct Pace {
    interval: Duration,
    slack: Duration,
    next: Mutex<Instant>,
}

impl Pace {
    /// One call per `interval` in the long run, and up to `burst` at once after a rest.
    pub(crate) fn new(interval: Duration, burst: u32) -> Self {
        Self {
            interval,
            slack: interval * burst.saturating_sub(1),
            next: Mutex::new(Instant::now()),
        }
    }

    /// Waits for this caller's turn.
    pub(crate) async fn turn(&self) {
        sleep_until(self.reserve(Instant::now())).await;
    }

    fn reserve(&self, now: Instant) -> Instant {
        let mut next = self.next.lock().unwrap_or_else(PoisonError::into_inner);
        let scheduled = (*next).max(now);
        *next = scheduled + self.interval;
        scheduled
            .checked_sub(self.slack)
            .map_or(scheduled, |early| early.max(now))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const INTERVAL: Duration = Duration::from_millis(100);

    #[test]
    fn a_burst_passes_at_once_and_the_rest_is_spread() {
        let pace = Pace::new(INTERVAL, 5);
        let now = Instant::now();
        let turns: Vec<Duration> = (0..8).map(|_| pace.reserve(now) - now).collect();
        assert_eq!(turns[..5], [Duration::ZERO; 5]);
        assert_eq!(turns[5..], [INTERVAL, INTERVAL * 2, INTERVAL * 3]);
    }

    #[test]
    fn after_a_rest_there_is_a_burst_again_and_no_more_than_that() {
        let pace = Pace::new(INTERVAL, 2);
        let later = Instant::now() + Duration::from_secs(60);
        let turns: Vec<Duration> = (0..3).map(|_| pace.reserve(later) - later).collect();
        assert_eq!(turns, [Duration::ZERO, Duration::ZERO, INTERVAL]);
    }
}
