//! Tolerant reading: Adobe does not publish its schema, so a number may be a string and a string a number.

use serde::{Deserialize, Deserializer};
use serde_json::Value;
use serde_json::value::RawValue;

/// A whole number out of a JSON number or a string that holds one.
pub fn integer(value: &Value) -> Option<i64> {
    match value {
        Value::Number(number) => number.as_i64().or_else(|| number.as_f64().and_then(whole)),
        Value::String(text) => integer_of_text(text),
        _ => None,
    }
}

/// As [`integer`], straight from JSON text.
pub fn raw_integer(raw: &RawValue) -> Option<i64> {
    let text = raw.get().trim();
    if text.starts_with('"') {
        return integer_of_text(&serde_json::from_str::<String>(text).ok()?);
    }
    integer_of_text(text)
}

/// A text out of a JSON string, or the number's own text.
pub fn raw_text(raw: &RawValue) -> Option<String> {
    let text = raw.get().trim();
    match text.as_bytes().first()? {
        b'"' => serde_json::from_str(text).ok(),
        b'-' | b'0'..=b'9' => Some(text.to_owned()),
        _ => None,
    }
}

/// For `deserialize_with`: a whole number, or nothing when it is something else.
pub fn lenient_integer<'de, D: Deserializer<'de>>(from: D) -> Result<Option<i64>, D::Error> {
    Ok(integer(&Value::deserialize(from)?))
}

/// For `deserialize_with`: a text, or nothing when it is something else.
pub fn lenient_text<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    Ok(match Value::deserialize(from)? {
        Value::String(text) => Some(text),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    })
}

/// A whole number out of its text.
#[must_use]
pub fn integer_of_text(text: &str) -> Option<i64> {
    let text = text.trim();
    text.parse().ok().or_else(|| text.parse::<f64>().ok().and_then(whole))
}

fn whole(number: f64) -> Option<i64> {
    // 2^53: above it a float no longer says which whole number was meant.
    (number.abs() <= 9_007_199_254_740_992.0).then(|| number.round() as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_in_every_form() {
        for (json, expected) in [
            ("42", Some(42)),
            ("\"0042\"", Some(42)),
            ("1700000000000.12", Some(1_700_000_000_000)),
            ("1.7e12", Some(1_700_000_000_000)),
            ("\"1.7976931348623157e+308\"", None),
            ("\"NaN\"", None),
            ("null", None),
            ("{}", None),
        ] {
            let value: Value = serde_json::from_str(json).unwrap();
            assert_eq!(integer(&value), expected, "{json}");
            let raw: Box<RawValue> = serde_json::from_str(json).unwrap();
            assert_eq!(raw_integer(&raw), expected, "{json} as text");
        }
    }
}
