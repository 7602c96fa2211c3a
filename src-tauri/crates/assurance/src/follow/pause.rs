//! How long to wait before the next look.

use std::time::{Duration, Instant};

use super::FollowOptions;

/// The pause between two looks: short while events arrive and for a while after, then longer and longer; and never
/// shorter than the server's answers call for.
#[derive(Debug)]
pub(super) struct Pause {
    active: Duration,
    eager: Duration,
    idle: Duration,
    eager_since: Instant,
    usual: Duration,
    courtesy: Duration,
}

impl Pause {
    pub(super) fn new(options: &FollowOptions, now: Instant) -> Self {
        Self {
            active: options.active,
            eager: options.eager,
            idle: options.idle,
            eager_since: now,
            usual: options.active,
            courtesy: Duration::ZERO,
        }
    }

    /// Somebody asked to look.
    pub(super) fn is_asked(&mut self, now: Instant) {
        self.eager_since = now;
    }

    /// Something failed, and is tried again after this time.
    pub(super) fn after_failure(&mut self, retry_in: Duration) {
        self.courtesy = retry_in.min(self.idle);
    }

    /// The pause after a look that took so long.
    pub(super) fn after_look(&mut self, now: Instant, took: Duration, has_news: bool) -> Duration {
        // One slow answer is remembered for a while: a quick one may only be the calm before the next refusal.
        self.courtesy = (self.courtesy * 15 / 16).max(took).min(self.idle);
        if has_news {
            self.eager_since = now;
        }
        self.usual = if now.saturating_duration_since(self.eager_since) < self.eager {
            self.active
        } else {
            (self.usual * 3 / 2).min(self.idle)
        };
        self.usual.max(self.courtesy)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOMENT: Duration = Duration::from_millis(5);

    fn options() -> FollowOptions {
        FollowOptions::default()
    }

    #[test]
    fn it_is_short_for_a_while_after_the_last_event_and_then_grows() {
        let start = Instant::now();
        let mut pause = Pause::new(&options(), start);
        assert_eq!(pause.after_look(start, MOMENT, false), options().active, "at first");
        let news = start + options().eager * 10;
        assert_eq!(pause.after_look(news, MOMENT, true), options().active);
        let just_within = news + options().eager - MOMENT;
        assert_eq!(pause.after_look(just_within, MOMENT, false), options().active);
        let beyond = news + options().eager;
        let mut last = options().active;
        for _ in 0..3 {
            let next = pause.after_look(beyond, MOMENT, false);
            assert!(next > last, "{next:?} after {last:?}");
            last = next;
        }
        for _ in 0..20 {
            last = pause.after_look(beyond, MOMENT, false);
        }
        assert_eq!(last, options().idle);
        pause.is_asked(beyond);
        assert_eq!(pause.after_look(beyond, MOMENT, false), options().active);
    }

    #[test]
    fn a_slow_or_refusing_server_gets_a_rest_that_is_not_forgotten_at_once() {
        let now = Instant::now();
        let mut pause = Pause::new(&options(), now);
        let slow = Duration::from_millis(900);
        assert_eq!(pause.after_look(now, slow, true), slow);
        let next = pause.after_look(now, MOMENT, true);
        assert!(next > slow / 2 && next < slow, "{next:?}");
        pause.after_failure(Duration::from_secs(30));
        assert!(pause.after_look(now, MOMENT, true) > options().idle / 2);
        let later = (0..200).map(|_| pause.after_look(now, MOMENT, true)).last();
        assert_eq!(later, Some(options().active));
    }
}
