//! When a certificate's end is worth announcing. Adobe mails weekly from 30 days and daily from 3 days before; here
//! each threshold is announced once.

use time::{Duration, OffsetDateTime};

/// Days before the end at which it is announced; 0 is the end itself.
const THRESHOLDS: [i64; 5] = [0, 1, 3, 7, 30];

/// The last threshold that was reached, in days; nothing while the end is more than 30 days away.
#[must_use]
pub fn expiry_threshold(not_after: OffsetDateTime, now: OffsetDateTime) -> Option<i64> {
    THRESHOLDS
        .into_iter()
        .find(|days| not_after - now <= Duration::days(*days))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_threshold_begins_on_its_day_and_lasts_to_the_next() {
        let end = OffsetDateTime::from_unix_timestamp(1_800_000_000).unwrap();
        let at = |left: Duration| expiry_threshold(end, end - left);
        for (left, threshold) in [
            (Duration::days(31), None),
            (Duration::days(30) + Duration::SECOND, None),
            (Duration::days(30), Some(30)),
            (Duration::days(8), Some(30)),
            (Duration::days(7), Some(7)),
            (Duration::hours(73), Some(7)),
            (Duration::days(3), Some(3)),
            (Duration::days(1), Some(1)),
            (Duration::SECOND, Some(1)),
            (Duration::ZERO, Some(0)),
            (Duration::days(-400), Some(0)),
        ] {
            assert_eq!(at(left), threshold, "{left}");
        }
    }
}
