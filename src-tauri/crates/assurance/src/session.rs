//! A session as Adobe lists it.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use time::{Duration, OffsetDateTime};

use event::reading::{lenient_integer, lenient_text};

/// Adobe deletes a session, with its events, this many days after it was created.
pub const RETENTION_DAYS: i64 = 30;

/// One Assurance session.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Session {
    /// The session's identifier.
    pub uuid: String,
    /// The name people gave it; may be empty.
    #[serde(default, deserialize_with = "name")]
    pub name: String,
    /// The app's base URL, as it was given.
    #[serde(default, deserialize_with = "lenient_text")]
    pub link: Option<String>,
    /// The PIN (Adobe's `token`), 0 to 9999. See [`Session::pin_text`].
    #[serde(default, rename = "token", deserialize_with = "pin")]
    pub pin: Option<u16>,
    /// The organization that owns the session.
    #[serde(default, deserialize_with = "lenient_text")]
    pub org_id: Option<String>,
    /// First name of the person who created it.
    #[serde(default, deserialize_with = "lenient_text")]
    pub first_name: Option<String>,
    /// Last name of the person who created it.
    #[serde(default, deserialize_with = "lenient_text")]
    pub last_name: Option<String>,
    /// Identifier of the account that created it.
    #[serde(default, deserialize_with = "lenient_text")]
    pub created_by_id: Option<String>,
    /// When it was created, milliseconds since 1970.
    #[serde(default, deserialize_with = "lenient_integer")]
    pub created_ts: Option<i64>,
    /// When it was last changed, milliseconds since 1970.
    #[serde(default, deserialize_with = "lenient_integer")]
    pub updated_ts: Option<i64>,
    /// Every other field of the answer, as it came.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Session {
    /// The PIN as it is typed on the device: always four digits, so 42 is `0042`.
    #[must_use]
    pub fn pin_text(&self) -> Option<String> {
        self.pin.map(|pin| format!("{pin:04}"))
    }

    /// The creator's first and last name, when Adobe told one of them.
    #[must_use]
    pub fn created_by(&self) -> Option<String> {
        let names = [self.first_name.as_deref(), self.last_name.as_deref()];
        let joined = names
            .into_iter()
            .flatten()
            .map(str::trim)
            .filter(|name| !name.is_empty())
            .collect::<Vec<_>>()
            .join(" ");
        (!joined.is_empty()).then_some(joined)
    }

    /// Days until Adobe deletes the session, a started day counting as one; 0 when the time is over, nothing when
    /// the creation time is unknown.
    #[must_use]
    pub fn days_left(&self, now: OffsetDateTime) -> Option<i64> {
        let created_nanoseconds = i128::from(self.created_ts?).checked_mul(1_000_000)?;
        let created = OffsetDateTime::from_unix_timestamp_nanos(created_nanoseconds).ok()?;
        let left = created.checked_add(Duration::days(RETENTION_DAYS))? - now;
        let started_days = (left.whole_milliseconds() + 86_399_999).div_euclid(86_400_000);
        Some(i64::try_from(started_days).unwrap_or(0).max(0))
    }
}

fn name<'de, D: serde::Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    Ok(lenient_text(from)?.unwrap_or_default())
}

fn pin<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<u16>, D::Error> {
    let number = lenient_integer(from)?;
    Ok(number
        .and_then(|number| u16::try_from(number).ok())
        .filter(|pin| *pin <= 9999))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;
    use time::macros::datetime;

    fn session(json: Value) -> Session {
        serde_json::from_value(json).unwrap()
    }

    #[test]
    fn the_pin_is_shown_with_four_digits() {
        for (token, shown) in [
            (json!(42), Some("0042")),
            (json!("0042"), Some("0042")),
            (json!(9999), Some("9999")),
            (json!(10_000), None),
            (json!(-1), None),
            (json!(null), None),
        ] {
            let session = session(json!({"uuid": "s", "token": token}));
            assert_eq!(session.pin_text().as_deref(), shown);
        }
    }

    #[test]
    fn days_left_counts_started_days_and_never_less_than_none() {
        let created = datetime!(2026-11-12 10:14 UTC);
        let session = session(json!({"uuid": "s", "createdTs": created.unix_timestamp() * 1000}));
        assert_eq!(session.days_left(created), Some(30));
        assert_eq!(session.days_left(datetime!(2026-11-21 12:00 UTC)), Some(21));
        assert_eq!(session.days_left(datetime!(2026-12-12 10:13 UTC)), Some(1));
        assert_eq!(session.days_left(datetime!(2027-01-01 00:00 UTC)), Some(0));
    }

    #[test]
    fn an_absurd_creation_time_is_no_crash() {
        for created in [i64::MAX, i64::MIN] {
            let session = session(json!({"uuid": "s", "createdTs": created}));
            assert_eq!(session.days_left(datetime!(2026-11-21 12:00 UTC)), None);
        }
    }

    #[test]
    fn unknown_and_odd_fields_are_kept_or_ignored() {
        let session = session(json!({
            "uuid": "s", "name": null, "link": 7, "firstName": " Ada ", "lastName": {},
            "createdTs": "1700000000000", "updatedById": "x", "annotations": [],
        }));
        assert_eq!(session.name, "");
        assert_eq!(session.link.as_deref(), Some("7"));
        assert_eq!(session.created_by().as_deref(), Some("Ada"));
        assert_eq!(session.created_ts, Some(1_700_000_000_000));
        assert_eq!(session.extra["updatedById"], "x");
        assert!(session.extra.contains_key("annotations"));
    }
}
