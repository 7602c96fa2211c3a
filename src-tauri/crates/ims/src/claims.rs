//! The JWT that a service account exchanges for an access token.

use std::sync::atomic::{AtomicI64, Ordering};

use jsonwebtoken::{Algorithm, EncodingKey, Header};
use keys::KeyPair;
use secrecy::SecretString;
use serde::Serialize;
use serde_json::{Map, Value};
use time::{Duration, OffsetDateTime};
use url::Url;

use crate::{ServiceAccount, metascope_names};

/// How long a JWT is valid when nothing else is said: five minutes, as Adobe's own clients choose.
pub const DEFAULT_LIFETIME: Duration = Duration::minutes(5);

/// The longest that Adobe takes: 24 hours.
pub const LONGEST_LIFETIME: Duration = Duration::hours(24);

/// How a service account's JWTs are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JwtTerms {
    /// How long one is valid. Whoever finds a JWT can use it until then, together with the client secret, so it is
    /// short; more than [`LONGEST_LIFETIME`] is cut to that.
    pub lifetime: Duration,
    /// Whether it carries a `jti`, for a binding that asks for one.
    pub jti: bool,
}

impl Default for JwtTerms {
    fn default() -> Self {
        Self {
            lifetime: DEFAULT_LIFETIME,
            jti: false,
        }
    }
}

/// The claims of a service account's JWT, by Adobe's rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Claims {
    /// When the JWT ends, in seconds since 1970. Adobe accepts at most 24 hours ahead.
    pub exp: i64,
    /// The organization ID.
    pub iss: String,
    /// The technical account ID.
    pub sub: String,
    /// The IMS address, `/c/` and the client ID.
    pub aud: String,
    /// When the JWT was made. Adobe does not ask for it; its Node clients send it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub iat: Option<i64>,
    /// A decimal number as text, greater than any that was used before. Only for a binding that asks for one, against
    /// replay.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub jti: Option<String>,
    /// One claim per metascope: the IMS address, `/s/` and its name, with the value `true`.
    #[serde(flatten)]
    pub metascopes: Map<String, Value>,
}

/// Why a JWT could not be signed.
#[derive(Clone, Debug, thiserror::Error)]
#[error("the JWT could not be signed: {reason}")]
pub struct SigningError {
    /// What the signing library said; never part of the key.
    pub reason: String,
}

impl Claims {
    /// The claims for `account` at the IMS address `ims`, valid from `now` for the lifetime of its terms.
    #[must_use]
    pub fn new(account: &ServiceAccount, ims: &Url, now: OffsetDateTime) -> Self {
        let ims = ims.as_str().trim_end_matches('/');
        let lifetime = account.jwt.lifetime.clamp(Duration::minutes(1), LONGEST_LIFETIME);
        Self {
            exp: now.unix_timestamp() + lifetime.whole_seconds(),
            iss: account.organization_id.clone(),
            sub: account.technical_account_id.clone(),
            aud: format!("{ims}/c/{}", account.client_id),
            iat: Some(now.unix_timestamp()),
            jti: account.jwt.jti.then(|| next_number(now).to_string()),
            metascopes: metascope_names(&account.metascopes.join(","))
                .into_iter()
                .map(|name| (format!("{ims}/s/{name}"), Value::Bool(true)))
                .collect(),
        }
    }

    /// Signs the claims with RS256. The result is as good as the credentials until it ends, so it is a secret.
    ///
    /// # Errors
    /// When the signing library does not take the key.
    pub fn sign(&self, key: &KeyPair) -> Result<SecretString, SigningError> {
        let failed = |error: jsonwebtoken::errors::Error| SigningError {
            reason: error.to_string(),
        };
        let key = EncodingKey::from_rsa_pem(key.private_key_pem().as_bytes()).map_err(failed)?;
        jsonwebtoken::encode(&Header::new(Algorithm::RS256), self, &key)
            .map(SecretString::from)
            .map_err(failed)
    }
}

/// Adobe suggests the time in seconds. Two JWTs of one second, or a clock that was put back, still count upwards.
fn next_number(now: OffsetDateTime) -> i64 {
    static LAST: AtomicI64 = AtomicI64::new(0);
    let after = |last: i64| last.saturating_add(1).max(now.unix_timestamp());
    let before = LAST.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |last| Some(after(last)));
    after(before.unwrap_or_else(|last| last))
}

#[cfg(test)]
mod tests {
    use jsonwebtoken::{DecodingKey, Validation, decode};
    use keys::{Certificate, KeyBits, Subject};
    use secrecy::ExposeSecret;
    use serde_json::json;

    use super::*;

    fn account() -> ServiceAccount {
        ServiceAccount {
            organization_id: "ORG@AdobeOrg".to_owned(),
            technical_account_id: "TECH@techacct.adobe.com".to_owned(),
            client_id: "client".to_owned(),
            client_secret: "secret".into(),
            metascopes: vec![
                "ent_dataservices_sdk".to_owned(),
                "https://elsewhere/s/assurance_automation".to_owned(),
            ],
            jwt: JwtTerms::default(),
        }
    }

    #[test]
    fn the_claims_are_the_ones_in_adobes_table() {
        let ims = "https://ims-na1.adobelogin.com".parse().unwrap();
        let now = OffsetDateTime::from_unix_timestamp(1_800_000_000).unwrap();
        assert_eq!(
            serde_json::to_value(Claims::new(&account(), &ims, now)).unwrap(),
            json!({
                "exp": 1_800_000_300,
                "iat": 1_800_000_000,
                "iss": "ORG@AdobeOrg",
                "sub": "TECH@techacct.adobe.com",
                "aud": "https://ims-na1.adobelogin.com/c/client",
                "https://ims-na1.adobelogin.com/s/ent_dataservices_sdk": true,
                "https://ims-na1.adobelogin.com/s/assurance_automation": true,
            }),
        );
    }

    #[test]
    fn the_terms_give_lifetime_and_a_number_that_grows_although_the_clock_stands_or_is_put_back() {
        let ims = "https://ims-na1.adobelogin.com".parse().unwrap();
        let terms = |minutes, jti| ServiceAccount {
            jwt: JwtTerms {
                lifetime: Duration::minutes(minutes),
                jti,
            },
            ..account()
        };
        let start = 1_800_000_000;
        let at = |seconds| OffsetDateTime::from_unix_timestamp(start + seconds).unwrap();
        for (minutes, seconds) in [(1, 60), (1440, 86_400), (10_000, 86_400), (0, 60)] {
            assert_eq!(Claims::new(&terms(minutes, false), &ims, at(0)).exp, start + seconds);
        }
        let numbers: Vec<i64> = [0, 0, 1, -5000]
            .map(|seconds| {
                let claims = Claims::new(&terms(5, true), &ims, at(seconds));
                claims.jti.unwrap().parse().unwrap()
            })
            .to_vec();
        assert!(numbers.is_sorted_by(|one, next| one < next), "{numbers:?}");
        assert!(numbers[0] >= start, "{numbers:?}");
    }

    #[test]
    fn the_signature_fits_the_certificate_of_the_key_and_no_other() {
        let ims = "http://127.0.0.1:8080/".parse().unwrap();
        let now = OffsetDateTime::now_utc();
        let verifies = |certificate: &Certificate, token: &SecretString| {
            let (_, parsed) = x509_parser::parse_x509_certificate(certificate.der()).unwrap();
            let public = DecodingKey::from_rsa_der(&parsed.public_key().subject_public_key.data);
            let mut validation = Validation::new(Algorithm::RS256);
            validation.set_audience(&["http://127.0.0.1:8080/c/client"]);
            decode::<Value>(token.expose_secret(), &public, &validation).is_ok()
        };
        let pair = || {
            let key = KeyPair::generate(KeyBits::Rsa2048).unwrap();
            let certificate = Certificate::self_signed(&key, &Subject::parse("/CN=test").unwrap(), 30, now).unwrap();
            (key, certificate)
        };
        let ((key, certificate), (_, other)) = (pair(), pair());
        let token = Claims::new(&account(), &ims, now).sign(&key).unwrap();
        assert!(verifies(&certificate, &token));
        assert!(!verifies(&other, &token));
    }
}
