//! Whether a text can be found in JSON text other than within one key, string or scalar.

/// Whether a plain text may lie across the punctuation of compact JSON, as `"status":502` does, or hold an escape of
/// JSON. Most texts cannot: what stands beside a quote, colon, comma, bracket or brace outside of a string is not free.
#[must_use]
pub fn may_cross(text: &str) -> bool {
    let bytes = text.as_bytes();
    // Strings that are JSON may be written on many lines.
    let is_blank_of_lines = text.contains('\n') || text.contains("  ") || text.trim().is_empty();
    bytes.contains(&b'\\') || is_blank_of_lines || (0..bytes.len()).any(|place| is_punctuation(bytes, place))
}

/// Whether the byte here may be punctuation, by what is on both sides of it; at an end of the text anything may follow.
fn is_punctuation(text: &[u8], place: usize) -> bool {
    let is_blank = |byte: &&u8| byte.is_ascii_whitespace();
    let before = text[..place].iter().rev().find(|byte| !is_blank(byte)).copied();
    let after = text[place + 1..].iter().find(|byte| !is_blank(byte)).copied();
    let before_is = |wanted: fn(u8) -> bool| before.is_none_or(wanted);
    let after_is = |wanted: fn(u8) -> bool| after.is_none_or(wanted);
    match text[place] {
        b':' => before_is(|byte| byte == b'"') && after_is(begins_value),
        b',' => before_is(ends_value) && after_is(begins_value),
        b'{' => before_is(|byte| matches!(byte, b':' | b'[' | b',')) && after_is(|byte| matches!(byte, b'"' | b'}')),
        b'[' => {
            before_is(|byte| matches!(byte, b':' | b'[' | b',')) && after_is(|byte| begins_value(byte) || byte == b']')
        }
        b'}' => {
            before_is(|byte| ends_value(byte) || byte == b'{') && after_is(|byte| matches!(byte, b',' | b'}' | b']'))
        }
        b']' => {
            before_is(|byte| ends_value(byte) || byte == b'[') && after_is(|byte| matches!(byte, b',' | b'}' | b']'))
        }
        // Before a string and behind it.
        b'"' => {
            before_is(|byte| matches!(byte, b':' | b'[' | b',' | b'{'))
                || after_is(|byte| matches!(byte, b',' | b'}' | b']' | b':'))
        }
        _ => false,
    }
}

/// In any case: `TRUE` is found in `true`.
fn begins_value(byte: u8) -> bool {
    matches!(
        byte.to_ascii_lowercase(),
        b'"' | b'{' | b'[' | b'-' | b'0'..=b'9' | b't' | b'f' | b'n'
    )
}

fn ends_value(byte: u8) -> bool {
    matches!(
        byte.to_ascii_lowercase(),
        b'"' | b'}' | b']' | b'0'..=b'9' | b'e' | b'l'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_texts_stay_within_one_value() {
        for text in [
            "purchase",
            "https://example.com/a,b",
            "10:14:02",
            "a: b",
            "x{y",
            "Shared state*",
            "ä",
        ] {
            assert!(!may_cross(text), "{text}");
        }
    }

    #[test]
    fn what_json_writes_between_values_is_known() {
        for text in [
            r#""status":502"#,
            r#"":"#,
            "502,",
            r#"e","b"#,
            "true}",
            "[]",
            r"\n",
            r#"a":[{"b"#,
            "{\"",
            ":5",
            "NULL,",
        ] {
            assert!(may_cross(text), "{text}");
        }
    }
}
