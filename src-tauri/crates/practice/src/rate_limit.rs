//! A bucket of requests per client ID that refills steadily.

use std::collections::HashMap;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use crate::lock::lock;

/// Adobe publishes no number for its gateway (a removed draft said 12 requests per 6 seconds). The
/// practice workspace lets a client follow a session comfortably and stops a runaway loop.
const REQUESTS_PER_SECOND: f64 = 60.0;
const BURST: f64 = 120.0;

pub(crate) struct RateLimit {
    limit: Mutex<Limit>,
}

struct Limit {
    per_second: f64,
    burst: f64,
    buckets: HashMap<String, Bucket>,
}

struct Bucket {
    left: f64,
    since: Instant,
}

impl Default for RateLimit {
    fn default() -> Self {
        Self {
            limit: Mutex::new(Limit {
                per_second: REQUESTS_PER_SECOND,
                burst: BURST,
                buckets: HashMap::new(),
            }),
        }
    }
}

impl RateLimit {
    /// Takes one request of `key` out of its bucket, or says how long to wait for the next.
    pub(crate) fn admit(&self, key: &str) -> Result<(), Duration> {
        self.admit_at(key, Instant::now())
    }

    /// Sets new numbers and fills every bucket.
    pub(crate) fn set(&self, per_second: f64, burst: f64) {
        let mut limit = lock(&self.limit);
        limit.per_second = per_second.max(f64::MIN_POSITIVE);
        limit.burst = burst.max(1.0);
        limit.buckets.clear();
    }

    /// Requests per second, and how many may come at once.
    pub(crate) fn numbers(&self) -> (f64, f64) {
        let limit = lock(&self.limit);
        (limit.per_second, limit.burst)
    }

    fn admit_at(&self, key: &str, now: Instant) -> Result<(), Duration> {
        let mut limit = lock(&self.limit);
        let Limit {
            per_second,
            burst,
            buckets,
        } = &mut *limit;
        let bucket = buckets.entry(key.to_owned()).or_insert(Bucket {
            left: *burst,
            since: now,
        });
        let refill = now.saturating_duration_since(bucket.since).as_secs_f64() * *per_second;
        bucket.left = (bucket.left + refill).min(*burst);
        bucket.since = now;
        if bucket.left >= 1.0 {
            bucket.left -= 1.0;
            return Ok(());
        }
        let seconds = (1.0 - bucket.left) / *per_second;
        Err(Duration::try_from_secs_f64(seconds).unwrap_or(Duration::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_burst_passes_then_the_rate_holds() {
        let limit = RateLimit::default();
        limit.set(2.0, 3.0);
        let start = Instant::now();
        for _ in 0..3 {
            assert!(limit.admit_at("a", start).is_ok());
        }
        assert_eq!(limit.admit_at("a", start), Err(Duration::from_millis(500)));
        assert!(limit.admit_at("a", start + Duration::from_millis(500)).is_ok());
        assert!(limit.admit_at("a", start + Duration::from_millis(500)).is_err());
    }

    #[test]
    fn each_key_has_its_own_bucket() {
        let limit = RateLimit::default();
        limit.set(1.0, 1.0);
        let start = Instant::now();
        assert!(limit.admit_at("a", start).is_ok());
        assert!(limit.admit_at("a", start).is_err());
        assert!(limit.admit_at("b", start).is_ok());
    }
}
