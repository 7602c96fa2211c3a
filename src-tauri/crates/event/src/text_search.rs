//! Finding a text in JSON, however JSON may write it.

use regex::bytes::{Regex, RegexBuilder};

/// A search for the text, and for the ways in which JSON may write it: quotes, backslashes and line breaks escaped,
/// other alphabets as `\u0000` codes.
#[must_use]
pub fn text_search(text: &str) -> Option<Regex> {
    if text.is_empty() {
        return None;
    }
    let escaped = serde_json::Value::from(text).to_string();
    let escaped = &escaped[1..escaped.len() - 1];
    let mut forms = vec![text.to_owned(), escaped.to_owned()];
    if !text.is_ascii() {
        forms.push(with_codes(escaped));
    }
    forms.dedup();
    let pattern = match text.len() {
        ..=LONGEST_TEXT => forms
            .iter()
            .map(|form| regex::escape(form))
            .collect::<Vec<_>>()
            .join("|"),
        _ => NOTHING.to_owned(),
    };
    let build = |pattern: &str| {
        RegexBuilder::new(pattern)
            .case_insensitive(true)
            .size_limit(1 << 26)
            .build()
    };
    // An escaped text is always a valid pattern, and a short one is never over the limit.
    build(&pattern).or_else(|_| build(NOTHING)).ok()
}

/// Bytes; a longer text is taken as one that no event holds, because making ready for it would take too long.
const LONGEST_TEXT: usize = 20_000;
/// A pattern that is never found.
const NOTHING: &str = "[^\\s\\S]";

fn with_codes(text: &str) -> String {
    let mut codes = String::new();
    for character in text.chars() {
        if character.is_ascii() {
            codes.push(character);
            continue;
        }
        for unit in character.encode_utf16(&mut [0; 2]) {
            codes.push_str(&format!("\\u{unit:04x}"));
        }
    }
    codes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(text: &str, raw: &str) -> bool {
        text_search(text).unwrap().is_match(raw.as_bytes())
    }

    #[test]
    fn a_text_is_found_in_any_case_and_however_json_writes_it() {
        assert!(finds("CHECKOUT", r#"{"a":"my checkout"}"#));
        assert!(finds("größe", r#"{"a":"GRÖSSE GRÖßE"}"#));
        assert!(finds("größe", r#"{"a":"gr\u00F6\u00dfe"}"#));
        assert!(finds("say \"hi\"", r#"{"a":"say \"hi\""}"#));
        assert!(finds("\"a\":\"b\"", r#"{"a":"b"}"#));
        assert!(finds("a.b*[", r#"{"x":"A.B*["}"#));
        assert!(!finds("a.b", r#"{"x":"axb"}"#));
        assert!(finds("😀", r#"{"x":"\uD83D\uDE00"}"#));
    }

    #[test]
    fn an_absurd_text_finds_nothing_and_does_not_crash() {
        assert!(!finds(&"x".repeat(3_000_000), "{}"));
    }
}
