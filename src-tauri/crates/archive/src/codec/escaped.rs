//! Strings as JSON writes them.

use std::fmt::Write as _;

/// Whether JSON writes a text otherwise than as it is.
pub(super) fn needs_escapes(text: &str) -> bool {
    text.bytes().any(|byte| byte < 0x20 || byte == b'"' || byte == b'\\')
}

/// Writes a text in quotes, with no other escapes than there have to be: as serde_json, which can only make a text of its own
/// that has to be copied. Strings that hold JSON are full of escapes, and an analysis reads hundreds of thousands.
pub(super) fn write_escaped(out: &mut String, text: &str) {
    out.push('"');
    let mut written = 0;
    for (place, byte) in text.bytes().enumerate() {
        let escape = match byte {
            b'"' => "\\\"",
            b'\\' => "\\\\",
            b'\n' => "\\n",
            b'\r' => "\\r",
            b'\t' => "\\t",
            0x08 => "\\b",
            0x0C => "\\f",
            0..0x20 => "",
            _ => continue,
        };
        out.push_str(&text[written..place]);
        written = place + 1;
        match escape {
            "" => write!(out, "\\u{byte:04x}").expect("a text takes whatever is written"),
            escape => out.push_str(escape),
        }
    }
    out.push_str(&text[written..]);
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_written_as_everybody_writes_them() {
        let all: String = (0..0x180).filter_map(char::from_u32).collect();
        for text in ["", "plain", "\"", "a\\\"b\n", "größe\u{1}\u{1f}\u{7f}😀\t", &all] {
            let mut out = String::new();
            write_escaped(&mut out, text);
            assert_eq!(out, serde_json::Value::from(text).to_string());
            assert_eq!(needs_escapes(text), out.len() > text.len() + 2);
        }
    }
}
