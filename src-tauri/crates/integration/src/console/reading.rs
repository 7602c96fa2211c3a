//! Values as the console writes them: times and ids, as numbers or as text.

use serde_json::Value;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

/// An id, which some answers write as a number.
pub(super) fn id(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if !text.trim().is_empty() => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// A moment: milliseconds since 1970, as a number or as text, or a date of RFC 3339. `PERMANENT` is none.
pub(super) fn moment(value: &Value) -> Option<OffsetDateTime> {
    let milliseconds = |number: i64| OffsetDateTime::from_unix_timestamp_nanos(i128::from(number) * 1_000_000).ok();
    match value {
        Value::Number(number) => milliseconds(number.as_i64()?),
        Value::String(text) => match text.trim().parse() {
            Ok(number) => milliseconds(number),
            Err(_) => OffsetDateTime::parse(text.trim(), &Rfc3339).ok(),
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn moments_are_read_in_every_form() {
        let expected = OffsetDateTime::from_unix_timestamp(1_682_448_485).unwrap();
        for value in [
            json!("1682448485000"),
            json!(1_682_448_485_000_i64),
            json!("2023-04-25T18:48:05Z"),
        ] {
            assert_eq!(moment(&value), Some(expected), "{value}");
        }
        for value in [json!("PERMANENT"), json!(null), json!(i64::MAX), json!(1.5), json!([])] {
            assert_eq!(moment(&value), None, "{value}");
        }
    }
}
