//! Times: what a person may write for a moment, and how long it lasts.

use time::{Date, Month, Time, UtcOffset};
use winnow::Parser;
use winnow::ascii::digit1;
use winnow::combinator::{alt, eof, opt, preceded, terminated};
use winnow::error::EmptyError;
use winnow::token::{literal, one_of, take_while};

use super::field::Operator;
use crate::query::expression::Condition;
use crate::query::moment::{DAY, Moment};

/// What a time looks like.
pub(super) const EXPECTED: &[&str] = &[
    "a date such as `2026-11-20`",
    "a date and time such as `2026-11-20T10:14:02.118Z`",
    "a time of day such as `10:14`",
    "a time before the newest event such as `-5m`",
    "a time after the first event such as `+30s`",
    "milliseconds since 1970",
];

const NO_TIME: &str = "this is no time";

/// The condition on an event's time, or what is wrong.
pub(super) fn condition(text: &str, operator: Operator, zone: UtcOffset) -> Result<Condition, &'static str> {
    let read = |text| span(text, zone).ok_or(NO_TIME);
    let (from, to) = match operator {
        Operator::Less => (None, Some(read(text)?.start)),
        Operator::AtMost => (None, Some(read(text)?.end())),
        Operator::More => (Some(read(text)?.end()), None),
        Operator::AtLeast => (Some(read(text)?.start), None),
        Operator::Has | Operator::Equal | Operator::NotEqual => match text.split_once("..") {
            Some(("", "")) => return Err(NO_TIME),
            Some((from, "")) => (Some(read(from)?.start), None),
            Some(("", to)) => (None, Some(read(to)?.end())),
            Some((from, to)) => (Some(read(from)?.start), Some(read(to)?.end())),
            None if text == "*" => (None, None),
            None => match read(text)? {
                // A time that counts from an end of the session means all that lies between.
                Span {
                    start: Moment::BeforeEnd(before),
                    ..
                } => (Some(Moment::BeforeEnd(before)), None),
                Span {
                    start: Moment::AfterStart(after),
                    ..
                } => (None, Some(Moment::AfterStart(after))),
                span => (Some(span.start), Some(span.end())),
            },
        },
    };
    if from.zip(to).is_some_and(|(from, to)| is_backwards(from, to)) {
        return Err("the range ends before it begins");
    }
    Ok(Condition::Time { from, to })
}

/// Whether nothing is between two moments, as far as their texts tell.
fn is_backwards(from: Moment, to: Moment) -> bool {
    match (from, to) {
        (Moment::At(from), Moment::At(to)) | (Moment::AfterStart(from), Moment::AfterStart(to)) => from >= to,
        (Moment::BeforeEnd(from), Moment::BeforeEnd(to)) => from <= to,
        (
            Moment::TimeOfDay {
                milliseconds: from,
                zone,
            },
            Moment::TimeOfDay {
                milliseconds: to,
                zone: other,
            },
        ) => zone == other && from >= to,
        _ => false,
    }
}

/// A moment, and how many milliseconds of time its text stands for.
#[derive(Debug, Clone, Copy)]
struct Span {
    start: Moment,
    length: i64,
}

impl Span {
    /// The first moment after it.
    fn end(self) -> Moment {
        self.start.later(self.length)
    }
}

type Text<'t> = &'t str;
type Parsed<T> = Result<T, EmptyError>;

fn span(text: &str, zone: UtcOffset) -> Option<Span> {
    let instant = |start| Span { start, length: 1 };
    let mut whole = alt((
        terminated(relative.map(instant), eof),
        terminated(epoch.map(instant), eof),
        terminated(|input: &mut Text<'_>| date_and_time(input, zone), eof),
        terminated(|input: &mut Text<'_>| time_of_day(input, zone), eof),
    ));
    whole.parse(text).ok()
}

/// `-5m` or `+30s`.
fn relative(input: &mut Text<'_>) -> Parsed<Moment> {
    let sign = one_of(['-', '+']).parse_next(input)?;
    let count = digit1.parse_to::<i64>().parse_next(input)?;
    let unit = alt((
        literal("ms").value(1),
        literal("s").value(1000),
        literal("m").value(60_000),
        literal("h").value(3_600_000),
        literal("d").value(DAY),
    ))
    .parse_next(input)?;
    let milliseconds = count
        .checked_mul(unit)
        .filter(|all| *all <= LONGEST_AGO)
        .ok_or(EmptyError)?;
    Ok(match sign {
        '-' => Moment::BeforeEnd(milliseconds),
        _ => Moment::AfterStart(milliseconds),
    })
}

/// Ten thousand years, in milliseconds.
const LONGEST_AGO: i64 = 10_000 * 366 * DAY;

/// Milliseconds since 1970, with so many digits that no year is meant.
fn epoch(input: &mut Text<'_>) -> Parsed<Moment> {
    let digits = take_while(11..=16, |digit: char| digit.is_ascii_digit());
    digits.parse_to().map(Moment::At).parse_next(input)
}

fn date_and_time(input: &mut Text<'_>, zone: UtcOffset) -> Parsed<Span> {
    let (year, _, month, _, day) = (number(4), '-', number(2), '-', number(2)).parse_next(input)?;
    let month = u8::try_from(month).ok().and_then(|month| Month::try_from(month).ok());
    let day = u8::try_from(day).map_err(|_| EmptyError)?;
    let date = Date::from_calendar_date(year, month.ok_or(EmptyError)?, day).map_err(|_| EmptyError)?;
    let clock = opt(preceded(one_of(['T', 't', ' ']), clock)).parse_next(input)?;
    let Some((of_day, length)) = clock else {
        return Ok(Span {
            start: at(date, 0, zone)?,
            length: DAY,
        });
    };
    if of_day == DAY {
        return Err(EmptyError);
    }
    let offset = opt(offset).parse_next(input)?.unwrap_or(zone);
    Ok(Span {
        start: at(date, of_day, offset)?,
        length,
    })
}

fn time_of_day(input: &mut Text<'_>, zone: UtcOffset) -> Parsed<Span> {
    let (milliseconds, length) = clock(input)?;
    let zone = opt(offset).parse_next(input)?.unwrap_or(zone);
    Ok(Span {
        start: Moment::TimeOfDay { milliseconds, zone },
        // 24:00 is the end of the day, and nothing follows it.
        length: length.min(DAY - milliseconds),
    })
}

fn at(date: Date, milliseconds: i64, zone: UtcOffset) -> Parsed<Moment> {
    let midnight = date.with_time(Time::MIDNIGHT).assume_offset(zone).unix_timestamp();
    let all = midnight * 1000 + milliseconds;
    // The night before the year 0 could not be written in UTC.
    if all < YEAR_ZERO {
        Err(EmptyError)
    } else {
        Ok(Moment::At(all))
    }
}

/// When the year 0 began, in milliseconds since 1970.
const YEAR_ZERO: i64 = -62_167_219_200_000;

/// `10:14`, `10:14:02` or `10:14:02.118`: milliseconds since midnight, and how many of them the text stands for.
fn clock(input: &mut Text<'_>) -> Parsed<(i64, i64)> {
    let (hour, _, minute) = (number(2), ':', number(2)).parse_next(input)?;
    let second = opt(preceded(':', number(2))).parse_next(input)?;
    let fraction = match second {
        Some(_) => opt(preceded('.', take_while(1..=9, |digit: char| digit.is_ascii_digit()))).parse_next(input)?,
        None => None,
    };
    let seconds = i64::from(hour) * 3600 + i64::from(minute) * 60 + i64::from(second.unwrap_or(0));
    let (part, length) = fraction.map_or((0, 1000), thousandths);
    let milliseconds = seconds * 1000 + part;
    if minute > 59 || second > Some(59) || milliseconds > DAY {
        return Err(EmptyError);
    }
    Ok((milliseconds, if second.is_some() { length } else { 60_000 }))
}

/// The milliseconds of a fraction of a second, and how many one step in its last digit is.
fn thousandths(digits: &str) -> (i64, i64) {
    let mut step = 1000;
    let mut all = 0;
    for digit in digits.bytes().take(3) {
        step /= 10;
        all += step * i64::from(digit - b'0');
    }
    (all, step)
}

fn offset(input: &mut Text<'_>) -> Parsed<UtcOffset> {
    if opt(one_of(['Z', 'z'])).parse_next(input)?.is_some() {
        return Ok(UtcOffset::UTC);
    }
    let sign = one_of(['+', '-']).parse_next(input)?;
    let hours = number(2).parse_next(input)?;
    let minutes = opt(preceded(opt(':'), number(2))).parse_next(input)?.unwrap_or(0);
    let seconds = (hours * 60 + minutes) * 60;
    let seconds = if sign == '-' { -seconds } else { seconds };
    if hours > 23 || minutes > 59 {
        return Err(EmptyError);
    }
    UtcOffset::from_whole_seconds(seconds).map_err(|_| EmptyError)
}

/// A number of exactly so many digits.
fn number<'t>(digits: usize) -> impl Parser<Text<'t>, i32, EmptyError> {
    take_while(digits..=digits, |digit: char| digit.is_ascii_digit()).parse_to()
}
