//! The times of a token. All are kept in epoch milliseconds.

use serde_json::Value;
use time::OffsetDateTime;

use super::members::{Members, shown};
use super::{Finding, TokenPart};
use crate::access_token::number;

/// "At most 24 h after issue", with the 10 minutes that Adobe's own Postman collection takes beyond.
const LONGEST_LIFE: i64 = 24 * 3600 + 600;

/// A JWT is exchanged at once, so that more than an hour serves only who finds it.
const LONG_LIFE: i64 = 3600;

/// Clocks differ a little.
const TOLERANCE: i64 = 60_000;

/// Seconds beyond this are the year 5138: the number is in milliseconds.
const SECONDS_END: i64 = 100_000_000_000;

/// The last moment that JavaScript knows, in milliseconds.
const LAST_MOMENT: i64 = 8_640_000_000_000_000;

/// When a token was issued and when it ends, as far as it says.
#[derive(Default)]
pub(super) struct Times {
    pub(super) issued_at: Option<i64>,
    pub(super) expires_at: Option<i64>,
}

/// The moment that a member names.
pub(super) fn moment(name: &str, value: &Value) -> Option<i64> {
    match name {
        "exp" | "iat" | "nbf" | "auth_time" => value.as_i64().and_then(from_seconds),
        "created_at" => number(value).and_then(known),
        _ => None,
    }
}

/// Checks `exp`, `iat` and `nbf`. Adobe's rules for the length of a life hold for a service account's JWT.
pub(super) fn of_jwt(claims: &Members, now: OffsetDateTime, for_ims: bool, found: &mut Vec<Finding>) -> Times {
    let mut read = |name: &str, part: TokenPart| {
        let value = claims.value(name)?;
        let Some(number) = value.as_i64() else {
            found.push(Finding::Malformed {
                part,
                found: shown(value),
            });
            return None;
        };
        if number >= SECONDS_END {
            found.push(Finding::Milliseconds { part });
        }
        from_seconds(number)
    };
    let expires_at = read("exp", TokenPart::Expiry);
    let issued_at = read("iat", TokenPart::Issue);
    let not_before = read("nbf", TokenPart::NotBefore);
    let now = milliseconds(now);
    if for_ims && claims.value("exp").is_none() {
        found.push(Finding::Missing {
            part: TokenPart::Expiry,
        });
    }
    if let Some(at) = not_before.filter(|at| *at > now + TOLERANCE) {
        found.push(Finding::NotYetValid { at });
    }
    if let Some(at) = issued_at.filter(|at| *at > now + TOLERANCE) {
        found.push(Finding::IssuedLater { at });
    }
    if let Some(at) = expires_at {
        end(at, now, found);
        let seconds = (at - issued_at.unwrap_or(now)) / 1000;
        match seconds {
            _ if !for_ims => {}
            _ if seconds > LONGEST_LIFE => found.push(Finding::TooLong { seconds }),
            _ if seconds > LONG_LIFE => found.push(Finding::Long { seconds }),
            _ => {}
        }
    }
    Times { issued_at, expires_at }
}

/// Checks `created_at` and `expires_in` of an access token, both milliseconds as text.
pub(super) fn of_access_token(claims: &Members, now: OffsetDateTime, found: &mut Vec<Finding>) -> Times {
    let mut read = |name: &str, part: TokenPart| {
        let value = claims.value(name)?;
        let number = number(value);
        if number.is_none() {
            found.push(Finding::Malformed {
                part,
                found: shown(value),
            });
        }
        number
    };
    let issued_at = read("created_at", TokenPart::Issue).and_then(known);
    let lifetime = read("expires_in", TokenPart::Expiry);
    let now = milliseconds(now);
    let expires_at = issued_at
        .zip(lifetime)
        .and_then(|(issued, lifetime)| issued.checked_add(lifetime))
        .and_then(known);
    if ["created_at", "expires_in"]
        .iter()
        .any(|name| claims.value(name).is_none())
    {
        found.push(Finding::Missing {
            part: TokenPart::Expiry,
        });
    }
    if let Some(at) = issued_at.filter(|at| *at > now + TOLERANCE) {
        found.push(Finding::IssuedLater { at });
    }
    if let Some(at) = expires_at {
        end(at, now, found);
    }
    Times { issued_at, expires_at }
}

fn end(at: i64, now: i64, found: &mut Vec<Finding>) {
    found.push(if at <= now {
        Finding::Expired { at }
    } else {
        Finding::InTime { until: at }
    });
}

fn from_seconds(number: i64) -> Option<i64> {
    if number >= SECONDS_END {
        return known(number);
    }
    number.checked_mul(1000).and_then(known)
}

fn known(milliseconds: i64) -> Option<i64> {
    (-LAST_MOMENT..=LAST_MOMENT)
        .contains(&milliseconds)
        .then_some(milliseconds)
}

fn milliseconds(time: OffsetDateTime) -> i64 {
    time.unix_timestamp() * 1000
}
