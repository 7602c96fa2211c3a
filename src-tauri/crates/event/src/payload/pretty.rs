//! JSON text laid out on lines, its values exactly as they were written.

use super::nodes::Reader;

/// Deeper lines are not moved further to the right: a hostile payload would fill the memory with spaces.
const DEEPEST_INDENT: usize = 64;

/// Lays out a JSON text that is known to be valid. Any depth.
pub(super) fn pretty(json: &str) -> String {
    let mut out = String::with_capacity(json.len() * 5 / 4);
    let mut reader = Reader {
        bytes: json.as_bytes(),
        at: 0,
    };
    let mut depth = 0_usize;
    while let Some(byte) = reader.next_significant() {
        let start = reader.at;
        match byte {
            b'{' | b'[' => {
                reader.at += 1;
                let closing = reader.next_significant();
                if matches!(closing, Some(b'}' | b']')) {
                    reader.at += 1;
                    out.push_str(if byte == b'{' { "{}" } else { "[]" });
                    continue;
                }
                out.push(char::from(byte));
                depth += 1;
                new_line(&mut out, depth);
            }
            b'}' | b']' => {
                reader.at += 1;
                depth = depth.saturating_sub(1);
                new_line(&mut out, depth);
                out.push(char::from(byte));
            }
            b',' => {
                reader.at += 1;
                out.push(',');
                new_line(&mut out, depth);
            }
            b':' => {
                reader.at += 1;
                out.push_str(": ");
            }
            b'"' => {
                let literal = reader.string().unwrap_or(start..json.len());
                reader.at = literal.end;
                out.push_str(&json[literal]);
            }
            _ => {
                reader.skip_scalar();
                out.push_str(json.get(start..reader.at).unwrap_or_default());
            }
        }
    }
    out
}

fn new_line(out: &mut String, depth: usize) {
    out.push('\n');
    out.extend(std::iter::repeat_n("  ", depth.min(DEEPEST_INDENT)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_lays_out_as_serde_does_and_keeps_numbers_as_written() {
        let text = r#"{"a":[1,{"b":"x, {y}: \"q\" \\"},[],{ }],"ü":null,"t":true}"#;
        let value: serde_json::Value = serde_json::from_str(text).unwrap();
        assert_eq!(pretty(text), serde_json::to_string_pretty(&value).unwrap());
        assert_eq!(
            pretty("[1.0,1e3,12345678901234567890123]"),
            "[\n  1.0,\n  1e3,\n  12345678901234567890123\n]"
        );
    }

    #[test]
    fn a_hostile_depth_stays_small() {
        let deep = format!("{}{}", "[".repeat(50_000), "]".repeat(50_000));
        assert!(pretty(&deep).len() < 100_000 * 140);
    }

    #[test]
    fn damaged_text_ends() {
        for text in ["{\"a", "]]]]", "{:::", "\"\\", "{\"a\" 1", "nul", "ä", ""] {
            assert!(pretty(text).len() < 100);
        }
    }
}
