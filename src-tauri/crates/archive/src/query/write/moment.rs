//! Writing moments. A text stands for a stretch of time: a date for a day, a date and time to the millisecond for one.

use time::{OffsetDateTime, UtcOffset};

use crate::query::moment::{DAY, Moment};

/// `>=` or `>` and the time from which on events are in, whichever is shorter.
pub(super) fn after(from: Moment) -> String {
    let at_least = text(from, false).map(|text| format!(">={text}"));
    let more = text(from.later(-1), true).map(|text| format!(">{text}"));
    shorter(at_least, more).unwrap_or_else(|| format!(">={}", fallback(from)))
}

/// `<` or `<=` and the time up to which events are in.
pub(super) fn before(end: Moment) -> String {
    let less = text(end, false).map(|text| format!("<{text}"));
    let at_most = text(end.later(-1), true).map(|text| format!("<={text}"));
    shorter(less, at_most).unwrap_or_else(|| format!("<{}", fallback(end)))
}

/// The beginning of a range.
pub(super) fn first(from: Moment) -> String {
    text(from, false).unwrap_or_else(|| fallback(from))
}

/// The last moment of a range that ends before this one.
pub(super) fn last(end: Moment) -> String {
    let last = end.later(-1);
    text(last, true).unwrap_or_else(|| fallback(last))
}

fn shorter(usual: Option<String>, other: Option<String>) -> Option<String> {
    match (usual, other) {
        (Some(usual), Some(other)) if other.len() < usual.len() => Some(other),
        (usual, other) => usual.or(other),
    }
}

/// A moment that begins with this text; or, when `exact`, one that lasts a millisecond. Some cannot be written.
fn text(moment: Moment, exact: bool) -> Option<String> {
    match moment {
        Moment::At(milliseconds) => date(milliseconds, exact),
        Moment::BeforeEnd(milliseconds) if milliseconds >= 0 => Some(format!("-{}", duration(milliseconds))),
        Moment::AfterStart(milliseconds) if milliseconds >= 0 => Some(format!("+{}", duration(milliseconds))),
        Moment::TimeOfDay { milliseconds, zone } if (0..=DAY).contains(&milliseconds) => {
            Some(format!("{}{}", clock(milliseconds, exact), offset(zone)))
        }
        Moment::BeforeEnd(_) | Moment::AfterStart(_) | Moment::TimeOfDay { .. } => None,
    }
}

/// Only for moments that no text and no event has.
fn fallback(moment: Moment) -> String {
    let milliseconds = match moment {
        Moment::At(milliseconds)
        | Moment::BeforeEnd(milliseconds)
        | Moment::AfterStart(milliseconds)
        | Moment::TimeOfDay { milliseconds, .. } => milliseconds,
    };
    format!("{:011}", milliseconds.clamp(0, 9_999_999_999_999_999))
}

fn date(milliseconds: i64, exact: bool) -> Option<String> {
    let moment = OffsetDateTime::from_unix_timestamp(milliseconds.div_euclid(1000)).ok();
    match moment {
        Some(moment) if (0..=9999).contains(&moment.year()) => {
            let (year, month, day) = (moment.year(), u8::from(moment.month()), moment.day());
            let clock = clock(milliseconds.rem_euclid(DAY), exact);
            Some(format!("{year:04}-{month:02}-{day:02}T{clock}Z"))
        }
        _ => (99_999_999_999..=9_999_999_999_999_999)
            .contains(&milliseconds)
            .then(|| milliseconds.to_string()),
    }
}

fn clock(milliseconds: i64, exact: bool) -> String {
    let (seconds, part) = (milliseconds / 1000, milliseconds % 1000);
    let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if exact || part > 0 {
        return format!("{hour:02}:{minute:02}:{second:02}.{part:03}");
    }
    if second > 0 {
        return format!("{hour:02}:{minute:02}:{second:02}");
    }
    format!("{hour:02}:{minute:02}")
}

fn duration(milliseconds: i64) -> String {
    let units = [(DAY, "d"), (3_600_000, "h"), (60_000, "m"), (1000, "s")];
    let unit = units
        .iter()
        .find(|(unit, _)| milliseconds % unit == 0 && milliseconds > 0);
    let (unit, name) = unit.copied().unwrap_or((1, "ms"));
    format!("{}{name}", milliseconds / unit)
}

fn offset(zone: UtcOffset) -> String {
    let (hours, minutes, _) = zone.as_hms();
    if zone.is_utc() {
        return "Z".to_owned();
    }
    let sign = if zone.is_negative() { '-' } else { '+' };
    format!("{sign}{:02}:{:02}", hours.abs(), minutes.abs())
}
