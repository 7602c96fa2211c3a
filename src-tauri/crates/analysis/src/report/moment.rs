//! Times in a report, with their zone: whoever reads it may be elsewhere.

use time::format_description::BorrowedFormatItem;
use time::macros::format_description;
use time::{OffsetDateTime, UtcOffset};

const FORMAT: &[BorrowedFormatItem<'_>] = format_description!(
    "[year]-[month]-[day] [hour]:[minute]:[second].[subsecond digits:3] [offset_hour sign:mandatory]:[offset_minute]"
);

/// Tells moments by one clock.
pub(super) struct Moments {
    zone: UtcOffset,
}

impl Moments {
    pub(super) fn in_zone(zone: UtcOffset) -> Self {
        Self { zone }
    }

    /// Milliseconds since 1970 as people read them; as they are where no calendar has them.
    pub(super) fn told(&self, milliseconds: i64) -> String {
        let moment = OffsetDateTime::from_unix_timestamp_nanos(i128::from(milliseconds) * 1_000_000).ok();
        let told = moment.and_then(|moment| moment.checked_to_offset(self.zone)?.format(FORMAT).ok());
        told.unwrap_or_else(|| milliseconds.to_string())
    }

    pub(super) fn now(&self) -> String {
        let now = OffsetDateTime::now_utc().unix_timestamp_nanos() / 1_000_000;
        self.told(i64::try_from(now).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_told_with_its_zone() {
        let moments = Moments::in_zone(UtcOffset::from_hms(5, 30, 0).unwrap());
        assert_eq!(moments.told(1_795_169_100_118), "2026-11-20 15:35:00.118 +05:30");
        assert_eq!(moments.told(i64::MAX), i64::MAX.to_string());
    }
}
