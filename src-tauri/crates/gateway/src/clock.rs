//! Times in HTTP headers.

use std::time::{Duration, SystemTime};

use http::HeaderMap;
use http::header::{DATE, RETRY_AFTER};

/// The server's clock, from the `Date` header, where it sent a readable one. Whole seconds.
#[must_use]
pub fn server_time(headers: &HeaderMap) -> Option<SystemTime> {
    httpdate::parse_http_date(headers.get(DATE)?.to_str().ok()?).ok()
}

/// How long the server asks to wait, from the `Retry-After` header: seconds, or a date, which is compared with the
/// server's own clock where that is known and with `now` otherwise.
#[must_use]
pub fn retry_after(headers: &HeaderMap, now: SystemTime) -> Option<Duration> {
    let value = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if let Ok(seconds) = value.parse::<u64>() {
        return Some(Duration::from_secs(seconds));
    }
    let until = httpdate::parse_http_date(value).ok()?;
    let from = server_time(headers).unwrap_or(now);
    Some(until.duration_since(from).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(http::HeaderName, &str)]) -> HeaderMap {
        pairs
            .iter()
            .map(|(name, value)| (name.clone(), value.parse().unwrap()))
            .collect()
    }

    #[test]
    fn seconds_and_dates_are_understood() {
        let now = SystemTime::UNIX_EPOCH;
        assert_eq!(
            retry_after(&headers(&[(RETRY_AFTER, "7")]), now),
            Some(Duration::from_secs(7))
        );
        let dated = headers(&[
            (DATE, "Sat, 21 Nov 2026 10:00:00 GMT"),
            (RETRY_AFTER, "Sat, 21 Nov 2026 10:00:30 GMT"),
        ]);
        assert_eq!(retry_after(&dated, now), Some(Duration::from_secs(30)));
    }

    #[test]
    fn a_date_that_has_passed_means_now_and_nonsense_means_nothing() {
        let past = headers(&[
            (DATE, "Sat, 21 Nov 2026 10:00:00 GMT"),
            (RETRY_AFTER, "Sat, 21 Nov 2026 09:00:00 GMT"),
        ]);
        assert_eq!(retry_after(&past, SystemTime::UNIX_EPOCH), Some(Duration::ZERO));
        assert_eq!(
            retry_after(&headers(&[(RETRY_AFTER, "soon")]), SystemTime::UNIX_EPOCH),
            None
        );
    }
}
