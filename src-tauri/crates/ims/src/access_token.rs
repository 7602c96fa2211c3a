//! An access token and when it ends.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use time::{Duration, OffsetDateTime};

/// What IMS returns. The secret is never printed.
#[derive(Clone, Debug)]
pub struct AccessToken {
    /// The token itself.
    pub secret: SecretString,
    /// When it ends, by this computer's clock.
    pub expires_at: OffsetDateTime,
    /// When it was received, by this computer's clock.
    pub received_at: OffsetDateTime,
    /// The scopes it carries, as far as it can be read. Adobe's tokens are decoded, never verified.
    pub scopes: Vec<String>,
    /// Seconds by which the clock of IMS is ahead of this computer's, when that is more than a minute.
    pub clock_skew: Option<i64>,
}

/// The form in which a token is put in the vault.
#[derive(Serialize, Deserialize)]
struct Record {
    access_token: String,
    expires_at: i64,
    received_at: i64,
    #[serde(default)]
    scopes: Vec<String>,
}

impl AccessToken {
    /// A token that was received just now. `expires_in` is the number of IMS's answer, in whichever unit: the token's
    /// own times are preferred where they can be read, because they leave no doubt about units.
    pub(crate) fn received(
        secret: SecretString,
        expires_in: Option<i64>,
        now: OffsetDateTime,
        clock_skew: Option<i64>,
    ) -> Self {
        let payload = payload(secret.expose_secret()).unwrap_or(Value::Null);
        let expires_at = own_expiry(&payload)
            .and_then(|end| end.checked_sub(Duration::seconds(clock_skew.unwrap_or(0))))
            .filter(|end| *end > now)
            .or_else(|| now.checked_add(lifetime(expires_in?)))
            // IMS names no time at all: the token is tried for a while, and a refusal ends it.
            .unwrap_or(now + Duration::minutes(5));
        let scopes = payload["scope"].as_str().unwrap_or_default();
        Self {
            expires_at,
            received_at: now,
            scopes: scopes
                .split([',', ' '])
                .filter(|scope| !scope.is_empty())
                .map(str::to_owned)
                .collect(),
            clock_skew,
            secret,
        }
    }

    /// How long the token lives in all.
    #[must_use]
    pub fn lifetime(&self) -> Duration {
        self.expires_at - self.received_at
    }

    /// Whether the token can still be sent at `now`: not in its last half minute, in which it could end on the way.
    #[must_use]
    pub fn is_usable(&self, now: OffsetDateTime) -> bool {
        let margin = Duration::seconds(30).min(self.lifetime() / 10);
        now + margin < self.expires_at
    }

    /// The token as one text for the vault, so that a restart need not ask IMS again.
    #[must_use]
    pub fn to_record(&self) -> SecretString {
        let record = Record {
            access_token: self.secret.expose_secret().to_owned(),
            expires_at: self.expires_at.unix_timestamp(),
            received_at: self.received_at.unix_timestamp(),
            scopes: self.scopes.clone(),
        };
        serde_json::to_string(&record).unwrap_or_default().into()
    }

    /// Reads what [`AccessToken::to_record`] wrote; nothing when it is damaged.
    #[must_use]
    pub fn from_record(record: &SecretString) -> Option<Self> {
        let record: Record = serde_json::from_str(record.expose_secret()).ok()?;
        Some(Self {
            secret: record.access_token.into(),
            expires_at: OffsetDateTime::from_unix_timestamp(record.expires_at).ok()?,
            received_at: OffsetDateTime::from_unix_timestamp(record.received_at).ok()?,
            scopes: record.scopes,
            clock_skew: None,
        })
    }
}

fn payload(token: &str) -> Option<Value> {
    let part = token.split('.').nth(1)?;
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part.trim_end_matches('=')).ok()?).ok()
}

/// `created_at` + `expires_in` of the token's payload, both milliseconds as text, by the clock of IMS.
fn own_expiry(payload: &Value) -> Option<OffsetDateTime> {
    let milliseconds = number(&payload["created_at"])?.checked_add(number(&payload["expires_in"])?)?;
    OffsetDateTime::from_unix_timestamp_nanos(i128::from(milliseconds) * 1_000_000).ok()
}

/// IMS answers milliseconds to a JWT and seconds to OAuth; a million seconds is longer than any token lives.
fn lifetime(expires_in: i64) -> Duration {
    if expires_in >= 1_000_000 {
        Duration::milliseconds(expires_in)
    } else {
        Duration::seconds(expires_in.max(0))
    }
}

/// A number, also when it is written as text.
pub(crate) fn number(value: &Value) -> Option<i64> {
    value.as_i64().or_else(|| value.as_str()?.trim().parse().ok())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn token(payload: &Value) -> SecretString {
        format!("e30.{}.c2ln", URL_SAFE_NO_PAD.encode(payload.to_string())).into()
    }

    fn at(seconds: i64) -> OffsetDateTime {
        OffsetDateTime::from_unix_timestamp(seconds).unwrap()
    }

    const NOW: i64 = 1_800_000_000;

    #[test]
    fn the_units_of_both_answers_are_told_apart() {
        for (expires_in, seconds) in [(86_399_992, 86_399), (86_399, 86_399), (3599, 3599)] {
            let token = AccessToken::received("opaque".into(), Some(expires_in), at(NOW), None);
            assert_eq!(token.expires_at.unix_timestamp(), NOW + seconds, "{expires_in}");
        }
    }

    #[test]
    fn the_tokens_own_times_come_first_and_are_corrected_by_the_clock() {
        let payload = json!({
            "created_at": (NOW * 1000).to_string(), "expires_in": "86400000", "scope": "openid,AdobeID"
        });
        let plain = AccessToken::received(token(&payload), Some(5), at(NOW), None);
        assert_eq!(plain.expires_at, at(NOW + 86_400));
        assert_eq!(plain.scopes, ["openid", "AdobeID"]);
        // This computer's clock is an hour behind that of IMS.
        let behind = AccessToken::received(token(&payload), Some(5), at(NOW - 3600), Some(3600));
        assert_eq!(behind.expires_at, at(NOW + 86_400 - 3600));
    }

    #[test]
    fn own_times_that_have_passed_are_not_believed() {
        let payload = json!({"created_at": "1000", "expires_in": "1000"});
        let token = AccessToken::received(token(&payload), Some(3599), at(NOW), None);
        assert_eq!(token.expires_at, at(NOW + 3599));
    }

    #[test]
    fn the_record_for_the_vault_brings_the_token_back() {
        let token = AccessToken::received("a-token".into(), Some(3600), at(NOW), None);
        let back = AccessToken::from_record(&token.to_record()).unwrap();
        assert_eq!(back.secret.expose_secret(), "a-token");
        assert_eq!(
            (back.expires_at, back.received_at),
            (token.expires_at, token.received_at)
        );
        assert!(AccessToken::from_record(&"damaged".into()).is_none());
    }

    #[test]
    fn a_token_in_its_last_half_minute_is_not_used() {
        let token = AccessToken::received("a-token".into(), Some(3600), at(NOW), None);
        assert!(token.is_usable(at(NOW + 3569)));
        assert!(!token.is_usable(at(NOW + 3571)));
    }

    #[test]
    fn debug_output_shows_no_token() {
        let token = AccessToken::received("a-token".into(), Some(3600), at(NOW), None);
        assert!(!format!("{token:?}").contains("a-token"));
    }
}
