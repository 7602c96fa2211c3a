use serde_json::{Map, Value};

use crate::clock::now_seconds;
use crate::identity::{is_organization_id, is_technical_account_id};
use crate::ims::{ADOBE_IMS, ImsRow};

/// "At most 24 h after issue", with the 10 minutes of slack that Adobe's own Postman collection uses.
const LONGEST_LIFE_SECONDS: i64 = 24 * 3600 + 600;

/// The claims of a JWT whose forms hold.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Claims {
    pub(super) issuer: String,
    pub(super) subject: String,
    /// The client ID at the end of `aud`.
    pub(super) audience_client_id: String,
    /// Bare names, in the order of the JWT.
    pub(super) metascopes: Vec<String>,
}

impl Claims {
    /// Reads and checks the claims. `bases` are the URLs under which this IMS may be named besides
    /// Adobe's own.
    pub(super) fn read(claims: &Map<String, Value>, bases: &[String]) -> Result<Self, ImsRow> {
        check_expiry(claims.get("exp"))?;
        let issuer = text(claims, "iss")
            .filter(|issuer| is_organization_id(issuer))
            .ok_or(ImsRow::IssuerFormat)?;
        let subject = text(claims, "sub")
            .filter(|subject| is_technical_account_id(subject))
            .ok_or(ImsRow::SubjectFormat)?;
        let audience_client_id = text(claims, "aud")
            .and_then(|audience| after_base(audience, "/c/", bases))
            .ok_or(ImsRow::Audience)?;
        let metascopes = claims
            .iter()
            .filter(|(_, value)| **value == Value::Bool(true))
            .filter_map(|(name, _)| after_base(name, "/s/", bases))
            .map(ToOwned::to_owned)
            .collect();
        Ok(Self {
            issuer: issuer.to_owned(),
            subject: subject.to_owned(),
            audience_client_id: audience_client_id.to_owned(),
            metascopes,
        })
    }
}

/// The number in `jti`, which a binding can require to grow from JWT to JWT.
pub(super) fn growing_number(claims: &Map<String, Value>, last: Option<u64>) -> Result<u64, ImsRow> {
    let number = match claims.get("jti") {
        None => return Err(ImsRow::JtiMissing),
        Some(Value::String(digits)) => digits.parse().map_err(|_| ImsRow::JtiNotAnInteger)?,
        Some(_) => return Err(ImsRow::JtiFormat),
    };
    if last.is_some_and(|last| number <= last) {
        return Err(ImsRow::JtiUsed);
    }
    Ok(number)
}

fn check_expiry(claim: Option<&Value>) -> Result<(), ImsRow> {
    let expiry = match claim {
        None => return Err(ImsRow::ExpiryFormat),
        Some(value) => value.as_i64().ok_or(ImsRow::TokenUndecodable)?,
    };
    let now = now_seconds();
    if expiry <= now {
        return Err(ImsRow::TokenExpired);
    }
    if expiry - now > LONGEST_LIFE_SECONDS {
        return Err(ImsRow::ExpiryTooFar);
    }
    Ok(())
}

fn text<'a>(claims: &'a Map<String, Value>, name: &str) -> Option<&'a str> {
    claims.get(name)?.as_str()
}

fn after_base<'a>(url: &'a str, path: &str, bases: &[String]) -> Option<&'a str> {
    let rest = std::iter::once(ADOBE_IMS)
        .chain(bases.iter().map(String::as_str))
        .find_map(|base| url.strip_prefix(base)?.strip_prefix(path))?;
    (!rest.is_empty()).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const ORGANIZATION: &str = "0123456789ABCDEF01234567@AdobeOrg";
    const ACCOUNT: &str = "0123456789ABCDEF01234567@techacct.adobe.com";

    fn good() -> Map<String, Value> {
        let claims = json!({
            "exp": now_seconds() + 300,
            "iss": ORGANIZATION,
            "sub": ACCOUNT,
            "aud": format!("{ADOBE_IMS}/c/client"),
            format!("{ADOBE_IMS}/s/assurance_automation"): true,
        });
        claims.as_object().unwrap().clone()
    }

    fn with(name: &str, value: Value) -> Map<String, Value> {
        let mut claims = good();
        claims.insert(name.into(), value);
        claims
    }

    #[test]
    fn both_hosts_are_taken_and_untrue_metascopes_are_not() {
        let bases = ["http://127.0.0.1:18080".to_owned()];
        let mut claims = with("aud", json!("http://127.0.0.1:18080/c/other"));
        claims.insert("http://127.0.0.1:18080/s/ent_reactor_sdk".into(), json!(true));
        claims.insert(format!("{ADOBE_IMS}/s/ent_user_sdk"), json!(false));
        let read = Claims::read(&claims, &bases).unwrap();
        assert_eq!(read.audience_client_id, "other");
        assert_eq!(read.metascopes, ["assurance_automation", "ent_reactor_sdk"]);
    }

    #[test]
    fn each_wrong_claim_has_its_own_refusal() {
        let now = now_seconds();
        let mut missing = good();
        missing.remove("exp");
        let table = [
            (missing, ImsRow::ExpiryFormat),
            (with("exp", json!("tomorrow")), ImsRow::TokenUndecodable),
            (with("exp", json!(1.5)), ImsRow::TokenUndecodable),
            (with("exp", json!(now - 1)), ImsRow::TokenExpired),
            (with("exp", json!(now + 90_000)), ImsRow::ExpiryTooFar),
            (with("iss", json!("ABC@Adobe.Org")), ImsRow::IssuerFormat),
            (with("sub", json!(ORGANIZATION)), ImsRow::SubjectFormat),
            (
                with("aud", json!("https://ims-na1-stg1.adobelogin.com/c/x")),
                ImsRow::Audience,
            ),
        ];
        for (claims, refusal) in table {
            assert_eq!(Claims::read(&claims, &[]), Err(refusal));
        }
    }

    #[test]
    fn a_day_and_ten_minutes_is_still_taken() {
        assert!(Claims::read(&with("exp", json!(now_seconds() + 87_000)), &[]).is_ok());
    }

    #[test]
    fn a_required_jti_must_be_a_growing_decimal_text() {
        assert_eq!(growing_number(&good(), None), Err(ImsRow::JtiMissing));
        let jti = |value| with("jti", value);
        assert_eq!(growing_number(&jti(json!("abc")), None), Err(ImsRow::JtiNotAnInteger));
        assert!(growing_number(&jti(json!({})), None).is_err());
        assert_eq!(growing_number(&jti(json!("12")), Some(11)), Ok(12));
        assert_eq!(growing_number(&jti(json!("12")), Some(12)), Err(ImsRow::JtiUsed));
    }
}
