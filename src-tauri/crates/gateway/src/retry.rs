//! When a call is tried again, and after how long.

use std::time::Duration;

use crate::{Cause, GatewayError};

/// How often a call is sent at most.
const TRIES: u32 = 3;

/// The longest wait that Adobe can ask for and get; when it asks for more, the caller is told instead.
const LONGEST_WAIT: Duration = Duration::from_secs(60);

/// Whether a call may be sent again after a failure that leaves open whether it took effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Retry {
    /// Sending it twice does no harm: reads.
    Safe,
    /// It must reach Adobe at most once: anything that creates.
    Never,
}

impl Retry {
    /// How long to wait before the next try, or nothing when this failure is final. `tries` is how often the call was
    /// sent so far, and the wait doubles with each.
    pub(crate) fn wait(self, tries: u32, first_wait: Duration, error: &GatewayError) -> Option<Duration> {
        if self == Self::Never || tries >= TRIES {
            return None;
        }
        let asked = match error {
            GatewayError::RateLimited { retry_after, .. } => *retry_after,
            GatewayError::Refused { status, .. } | GatewayError::Unexpected { status, .. } => {
                matches!(status, 502..=504).then_some(None)?
            }
            GatewayError::Unreachable(unreachable) => matches!(
                unreachable.cause,
                Cause::Dns | Cause::Refused | Cause::Cut | Cause::Other
            )
            .then_some(None)?,
            _ => return None,
        };
        match asked {
            Some(asked) => (asked <= LONGEST_WAIT).then_some(asked),
            // The jitter keeps several callers that failed together from coming back together.
            None => Some(first_wait.mul_f64(2f64.powi(tries.cast_signed() - 1) * rand::random_range(0.5..1.0))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rate_limited(seconds: Option<u64>) -> GatewayError {
        GatewayError::RateLimited {
            retry_after: seconds.map(Duration::from_secs),
            error_code: None,
            message: "Too many requests".to_owned(),
            request_id: None,
        }
    }

    fn refused(status: u16) -> GatewayError {
        GatewayError::Refused {
            status,
            error_code: None,
            message: String::new(),
            request_id: None,
        }
    }

    const SECOND: Duration = Duration::from_secs(1);

    #[test]
    fn the_wait_that_adobe_asks_for_is_kept_up_to_a_minute() {
        assert_eq!(Retry::Safe.wait(1, SECOND, &rate_limited(Some(7))), Some(SECOND * 7));
        assert_eq!(Retry::Safe.wait(1, SECOND, &rate_limited(Some(3600))), None);
    }

    #[test]
    fn the_wait_grows_with_the_tries_and_ends_after_three() {
        let first = Retry::Safe.wait(1, SECOND, &refused(503)).unwrap();
        let second = Retry::Safe.wait(2, SECOND, &refused(503)).unwrap();
        assert!(first >= SECOND / 2 && first < SECOND, "{first:?}");
        assert!(second >= SECOND && second < SECOND * 2, "{second:?}");
        assert_eq!(Retry::Safe.wait(3, SECOND, &refused(503)), None);
    }

    #[test]
    fn refusals_and_calls_that_create_are_final() {
        for status in [400, 401, 403, 404, 500] {
            assert_eq!(Retry::Safe.wait(1, SECOND, &refused(status)), None, "{status}");
        }
        assert_eq!(Retry::Never.wait(1, SECOND, &rate_limited(Some(1))), None);
        assert_eq!(Retry::Never.wait(1, SECOND, &refused(503)), None);
    }
}
