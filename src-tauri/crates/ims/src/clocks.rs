//! What is known of the clocks of IMS.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use time::{Duration, OffsetDateTime};
use url::Url;

/// A difference of clocks that is worth telling and correcting, in seconds.
pub const NOTABLE_SKEW: i64 = 60;

/// By how much the clock of each IMS differs from this computer's, from the `Date` of its last answer. Clones share
/// what they know.
///
/// A JWT names absolute times, so one that is made by a computer whose clock is wrong has expired before it is sent, or
/// seems to live too long. What is known here dates it by the clock of IMS.
#[derive(Clone, Debug, Default)]
pub struct Clocks(Arc<Mutex<HashMap<String, i64>>>);

impl Clocks {
    /// Seconds by which the clock of the IMS at `base` is ahead of this computer's; negative when it is behind, and 0
    /// when it is not known or differs by no more than [`NOTABLE_SKEW`].
    #[must_use]
    pub fn ahead(&self, base: &Url) -> i64 {
        let seconds = self.known().get(&place(base)).copied().unwrap_or_default();
        if seconds.abs() > NOTABLE_SKEW { seconds } else { 0 }
    }

    /// The time `now` of this computer by the clock of the IMS at `base`.
    #[must_use]
    pub fn by_ims(&self, base: &Url, now: OffsetDateTime) -> OffsetDateTime {
        now.checked_add(Duration::seconds(self.ahead(base))).unwrap_or(now)
    }

    /// Remembers what an answer of the IMS at `base` showed.
    pub(crate) fn note(&self, base: &Url, seconds: i64) {
        self.known().insert(place(base), seconds);
    }

    fn known(&self) -> MutexGuard<'_, HashMap<String, i64>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn place(base: &Url) -> String {
    base.origin().ascii_serialization()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_address_has_its_own_clock_and_small_differences_are_none() {
        let clocks = Clocks::default();
        let (adobe, other): (Url, Url) = (
            "https://ims-na1.adobelogin.com/".parse().unwrap(),
            "http://127.0.0.1:8080/".parse().unwrap(),
        );
        clocks.note(&adobe, -3600);
        clocks.note(&other, 59);
        let now = OffsetDateTime::from_unix_timestamp(1_800_000_000).unwrap();
        assert_eq!(clocks.by_ims(&adobe, now).unix_timestamp(), 1_800_000_000 - 3600);
        assert_eq!(clocks.by_ims(&other, now), now);
        clocks.note(&adobe, 0);
        assert_eq!(clocks.ahead(&adobe), 0);
    }
}
