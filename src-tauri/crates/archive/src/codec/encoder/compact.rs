//! Whether JSON is written as this program writes it, found without reading it.

use memchr::memchr2;

/// Whether valid JSON is written without space and with no other escapes than there have to be, so that it comes back
/// from its values as it is. It may be so too where this says no.
pub(super) fn is_compact(json: &[u8]) -> bool {
    let mut rest = json;
    while let Some((byte, behind)) = rest.split_first() {
        rest = behind;
        match byte {
            b' ' | b'\n' | b'\r' | b'\t' => return false,
            b'"' => match behind_text(rest) {
                Some(behind) => rest = behind,
                None => return false,
            },
            _ => {}
        }
    }
    true
}

/// What follows a text whose first quote was read; none when it has an escape that can be written in another way.
fn behind_text(mut rest: &[u8]) -> Option<&[u8]> {
    loop {
        let place = memchr2(b'"', b'\\', rest)?;
        if rest[place] == b'"' {
            return Some(&rest[place + 1..]);
        }
        if !matches!(rest.get(place + 1)?, b'"' | b'\\' | b'b' | b'f' | b'n' | b'r' | b't') {
            return None;
        }
        rest = &rest[place + 2..];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_comes_back_is_compact() {
        for json in [r#"{"a":[1,"b c",null]}"#, r#"["\"\\\n\t \b\f\r ü/"]"#, "[]"] {
            assert!(is_compact(json.as_bytes()), "{json}");
            let value: serde_json::Value = serde_json::from_str(json).unwrap();
            assert_eq!(value.to_string(), json);
        }
        for json in [
            r#"{"a": 1}"#,
            "[\n]",
            r#"["\/"]"#,
            r#"["\u0041"]"#,
            r#"["\u001F"]"#,
            "[1 ]",
        ] {
            assert!(!is_compact(json.as_bytes()), "{json}");
        }
    }
}
