//! Moments as queries name them, some of which depend on the session.

use time::UtcOffset;

/// A moment, to the millisecond.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Moment {
    /// Milliseconds since 1970.
    At(i64),
    /// Milliseconds before the session's newest event.
    BeforeEnd(i64),
    /// Milliseconds after the session's first event.
    AfterStart(i64),
    /// A time of the day on which the session's newest event was.
    TimeOfDay {
        /// Milliseconds since midnight, at most those of one day.
        milliseconds: i64,
        /// The zone that decides which day it is, and when its midnight was.
        zone: UtcOffset,
    },
}

/// When a session's first and newest events were, in milliseconds since 1970. Both 0 while it has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SessionTimes {
    /// The smallest timestamp.
    pub first: i64,
    /// The largest timestamp.
    pub newest: i64,
}

pub(super) const DAY: i64 = 86_400_000;

impl Moment {
    /// The moment in milliseconds since 1970.
    #[must_use]
    pub fn resolve(self, session: SessionTimes) -> i64 {
        match self {
            Self::At(milliseconds) => milliseconds,
            Self::BeforeEnd(milliseconds) => session.newest.saturating_sub(milliseconds),
            Self::AfterStart(milliseconds) => session.first.saturating_add(milliseconds),
            Self::TimeOfDay { milliseconds, zone } => {
                let ahead = i64::from(zone.whole_seconds()) * 1000;
                let local = session.newest.saturating_add(ahead);
                let midnight = local.saturating_sub(local.rem_euclid(DAY));
                midnight.saturating_add(milliseconds).saturating_sub(ahead)
            }
        }
    }

    /// The same moment some milliseconds later.
    pub(super) fn later(self, by: i64) -> Self {
        match self {
            Self::At(milliseconds) => Self::At(milliseconds.saturating_add(by)),
            Self::BeforeEnd(milliseconds) => Self::BeforeEnd(milliseconds.saturating_sub(by)),
            Self::AfterStart(milliseconds) => Self::AfterStart(milliseconds.saturating_add(by)),
            Self::TimeOfDay { milliseconds, zone } => Self::TimeOfDay {
                milliseconds: milliseconds.saturating_add(by),
                zone,
            },
        }
    }
}
