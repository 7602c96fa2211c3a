//! Which values say who and when: they differ from one run of an app to the next although nothing is wrong.

use std::sync::LazyLock;

use archive::redaction::is_personal_key;
use hashbrown::HashSet;

/// What a value is by its form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Identity,
    Moment,
}

/// Longer keys are none that are known.
const LONGEST_KEY: usize = 80;

/// Whether the value under a key says who or when. Case and signs in the key do not matter.
pub(super) fn is_volatile_key(key: &str) -> bool {
    if key == "_id" || is_personal_key(key) {
        return true;
    }
    if key.len() > LONGEST_KEY || !key.is_ascii() {
        return false;
    }
    let last = key.rsplit(['.', '/']).next().unwrap_or(key);
    let name: String = last
        .bytes()
        .filter(u8::is_ascii_alphanumeric)
        .map(|byte| char::from(byte.to_ascii_lowercase()))
        .collect();
    // `eventTime` and `start_date`, but not `runtime` or `candidate`.
    let ends_in_time = ["Time", "Date", "_time", "_date"].iter().any(|end| last.ends_with(end));
    ends_in_time || name.contains("timestamp") || NAMES.contains(name.as_str())
}

/// The keys in lower case, without signs.
static NAMES: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| IDENTITIES.split_whitespace().chain(TIMES.split_whitespace()).collect());

const IDENTITIES: &str = "identitymap acpextensioneventuniqueidentifier acpextensioneventparentidentifier uniqueidentifier
    parentidentifier requestid requesteventid requesteventidentifier eventid hitid primaryhitid xactionid transactionid
    messageid messageexecutionid pushprovidermessageid blobid uuid clientid sessionid sessionuuid trackerid traceid spanid
    correlationid nonce etag purchaseid orderid validationtoken adobeaepvalidationtoken eventnumber ip";

const TIMES: &str = "ts time date datetime created createdat updated updatedat modified modifiedat received receivedat
    expires expiresat expiry elapsed latency launchdate installdate dayofweek hourofday dayssincefirstuse dayssincelastuse
    dayssincelastupgrade sessionlength prevsessionlength previoussessionlength ignoredsessionlength duration";

/// What a value is by its form, as it is written in JSON.
pub(super) fn form_of(literal: &str) -> Option<Form> {
    let text = literal
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'))
        .unwrap_or(literal);
    let bytes = text.as_bytes();
    let all = |is: fn(&u8) -> bool| bytes.iter().all(is);
    match bytes.len() {
        // Milliseconds since 1970, from 2001 on.
        13 if all(u8::is_ascii_digit) => Some(Form::Moment),
        32 if all(u8::is_ascii_hexdigit) => Some(Form::Identity),
        36 if is_uuid(bytes) => Some(Form::Identity),
        // An ECID.
        38 if all(u8::is_ascii_digit) => Some(Form::Identity),
        // The Edge Network's identifier of a request: the device's, and one of its own.
        37.. if is_uuid(&bytes[..36]) && bytes[36] == b'-' => Some(Form::Identity),
        40.. if all(u8::is_ascii_hexdigit) => Some(Form::Identity),
        16.. if is_date_and_time(bytes) => Some(Form::Moment),
        _ => None,
    }
}

fn is_uuid(bytes: &[u8]) -> bool {
    let fits = |(place, byte): (usize, &u8)| match place {
        8 | 13 | 18 | 23 => *byte == b'-',
        _ => byte.is_ascii_hexdigit(),
    };
    bytes.len() == 36 && bytes.iter().enumerate().all(fits)
}

/// `2026-11-20T10:14` and what may follow.
fn is_date_and_time(bytes: &[u8]) -> bool {
    let like = b"dddd-dd-ddTdd:dd";
    let fits = |(byte, like): (&u8, &u8)| match like {
        b'd' => byte.is_ascii_digit(),
        b'T' => matches!(byte, b'T' | b' '),
        sign => byte == sign,
    };
    bytes.iter().zip(like).all(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_that_say_who_or_when_are_known() {
        for key in [
            "ACPExtensionEventUniqueIdentifier",
            "requestId",
            "_id",
            "ECID",
            "identityMap",
            "timestamp",
            "starttimestampmillis",
            "eventTime",
            "start_date",
            "previousSessionStartTimestampSeconds",
            "d_mid",
            "application.sessionLength",
        ] {
            assert!(is_volatile_key(key), "{key}");
        }
        for key in ["id", "name", "runtime", "candidate", "status", "eventType", "price", ""] {
            assert!(!is_volatile_key(key), "{key}");
        }
    }

    #[test]
    fn values_that_say_who_or_when_are_known_by_their_form() {
        let uuid = "\"1B2C3D4E-0000-4000-8000-00000000000a\"";
        let request = "\"1b2c3d4e-0000-4000-8000-00000000000a-0123456789abcdef\"";
        let ecid = format!("\"{}\"", "1".repeat(38));
        for identity in [uuid, request, ecid.as_str()] {
            assert_eq!(form_of(identity), Some(Form::Identity), "{identity}");
        }
        for moment in ["1795169100118", "\"2026-11-20T10:14:02.118Z\""] {
            assert_eq!(form_of(moment), Some(Form::Moment), "{moment}");
        }
        for other in ["502", "\"checkout\"", "true", "\"\"", "\"2026-11-20\"", "129.90"] {
            assert_eq!(form_of(other), None, "{other}");
        }
    }
}
