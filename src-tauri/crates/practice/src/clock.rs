//! The server's clock. A fault can put it wrong for the requests it matches, the way a machine with
//! a bad clock would be wrong: the `Date` header, the expiry of a JWT and the age of a token all follow.

use std::future::Future;

use time::OffsetDateTime;

tokio::task_local! {
    static SKEW_SECONDS: i64;
}

/// Runs `work` as if the clock were `seconds` ahead (negative: behind).
pub(crate) async fn skewed<F: Future>(seconds: i64, work: F) -> F::Output {
    SKEW_SECONDS.scope(seconds, work).await
}

/// Seconds by which the clock is wrong for the present request.
pub(crate) fn skew_seconds() -> i64 {
    SKEW_SECONDS.try_with(|seconds| *seconds).unwrap_or(0)
}

/// Now in milliseconds since 1970, as the server believes.
pub(crate) fn now_milliseconds() -> i64 {
    let nanoseconds = OffsetDateTime::now_utc().unix_timestamp_nanos();
    i64::try_from(nanoseconds / 1_000_000)
        .unwrap_or(i64::MAX)
        .saturating_add(skew_seconds().saturating_mul(1000))
}

/// Now in seconds since 1970, as the server believes.
pub(crate) fn now_seconds() -> i64 {
    now_milliseconds() / 1000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_skewed_clock_is_wrong_only_for_the_work_it_wraps() {
        let real = now_seconds();
        let skewed_now = skewed(7200, async { now_seconds() }).await;
        assert!(skewed_now - real >= 7200);
        assert_eq!(skew_seconds(), 0);
    }
}
