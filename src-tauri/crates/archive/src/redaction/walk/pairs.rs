//! Values with their keys in a text that is not JSON: queries of addresses, cookies, headers, broken or cut JSON.

use std::ops::Range;

use serde::de::IgnoredAny;

use crate::redaction::key::{KeySays, key_says, token_kind};
use crate::redaction::kind::Kind;

/// Longer keys are none that are known.
const LONGEST_KEY: usize = 80;

/// More objects in one text than anybody writes, and more that turn out to be none: each costs a look at the rest.
const MOST_OBJECTS: usize = 32;
const MOST_OTHERS: usize = 4;

/// The values of wanted kinds. What is in a value is not looked at again.
pub(super) fn values_in<'t>(
    text: &'t str,
    is_wanted: impl Fn(Kind) -> bool + 't,
) -> impl Iterator<Item = (Range<usize>, Kind)> + 't {
    let mut until = 0;
    memchr::memchr3_iter(b'=', b':', b'%', text.as_bytes()).filter_map(move |at| {
        if at < until {
            return None;
        }
        let begin = match text.as_bytes()[at] {
            b'%' => at + encoded_sign(&text[at..])?,
            _ => at + 1,
        };
        let says = says_before(&text[..at])?;
        if matches!(says, KeySays::Is(kind) | KeySays::Several(kind) if !is_wanted(kind)) {
            return None;
        }
        let (begin, quote) = opened(text, begin);
        let at = begin..begin + length(&text[begin..], quote, says);
        let value = &text[at.clone()];
        let kind = match says {
            KeySays::Is(kind) | KeySays::Several(kind) => kind,
            KeySays::Token => token_kind(value),
        };
        let is_value = value.chars().any(char::is_alphanumeric) && !matches!(value, "null" | "true" | "false");
        if !is_value || !is_wanted(kind) {
            return None;
        }
        until = at.end;
        Some((at, kind))
    })
}

/// The length of `%3D` or `%3A`, an equals sign or a colon in an address.
fn encoded_sign(text: &str) -> Option<usize> {
    let code = text.get(..3)?;
    ["%3D", "%3A"]
        .iter()
        .any(|sign| code.eq_ignore_ascii_case(sign))
        .then_some(3)
}

/// What the key at the end of a text says, with quotes and their escapes behind it or not.
fn says_before(text: &str) -> Option<KeySays> {
    let before = text.trim_end_matches([' ', '\t', '"', '\'', '\\']);
    let before = before.strip_suffix("%22").unwrap_or(before);
    let is_of_key = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.');
    let length = before.bytes().rev().take(LONGEST_KEY + 1).take_while(is_of_key).count();
    let key = before.get(before.len() - length..)?;
    // As `%3Fmid%3D`, where the key begins with the rest of a code.
    let is_coded = before[..before.len() - length].ends_with('%');
    let key = if is_coded { key.get(2..)? } else { key };
    key_says(key).or_else(|| {
        // `Device name: …`
        let first = before.strip_suffix(" name")?;
        let length = first.bytes().rev().take(LONGEST_KEY).take_while(is_of_key).count();
        key_says(before.get(first.len() - length..)?)
    })
}

/// Where a value begins behind the blanks and the quote before it, and how that quote is written.
fn opened(text: &str, begin: usize) -> (usize, Option<&str>) {
    let rest = text[begin..].trim_start_matches([' ', '\t']);
    let begin = text.len() - rest.len();
    let escapes = rest.len() - rest.trim_start_matches('\\').len();
    let length = match rest.as_bytes().get(escapes) {
        Some(b'"' | b'\'') => escapes + 1,
        _ if rest.starts_with("%22") => 3,
        _ => return (begin, None),
    };
    (begin + length, Some(&rest[..length]))
}

fn length(rest: &str, quote: Option<&str>, says: KeySays) -> usize {
    if let Some(quote) = quote {
        return rest.find(quote).unwrap_or(rest.len());
    }
    // `Authorization: Bearer …` and `Cookie: a=b; c=d` are whole lines.
    if says == KeySays::Is(Kind::Secret) && rest.contains([' ', ';']) {
        return rest.find(['\r', '\n', '"', '\'', '\\', '}']).unwrap_or(rest.len());
    }
    let ends = |character: char| {
        character.is_whitespace()
            || matches!(
                character,
                '&' | ';' | ',' | '"' | '\'' | '<' | '>' | '\\' | '}' | ')' | ']' | '#'
            )
    };
    let length = rest.find(ends).unwrap_or(rest.len());
    // The next pair of an encoded query.
    rest[..length].find("%26").unwrap_or(length)
}

/// Whole JSON objects in a text.
pub(super) fn objects_in(text: &str) -> Vec<Range<usize>> {
    let mut objects = Vec::new();
    let (mut at, mut others) = (0, 0);
    while objects.len() < MOST_OBJECTS && others < MOST_OTHERS {
        let Some(begin) = text.get(at..).and_then(|rest| rest.find('{')).map(|found| at + found) else {
            break;
        };
        at = begin + 1;
        if !text[at..].trim_start().starts_with('"') {
            continue;
        }
        let mut stream = serde_json::Deserializer::from_str(&text[begin..]).into_iter::<IgnoredAny>();
        if let Some(Ok(_)) = stream.next() {
            at = begin + stream.byte_offset();
            objects.push(begin..at);
        } else {
            others += 1;
        }
    }
    objects
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_found_by_their_keys() {
        for (text, expected) in [
            (
                "https://x.org/?mid=123&vid=a%20b#c",
                vec![("123", Kind::Ecid), ("a%20b", Kind::Identity)],
            ),
            (r#"half {"firstName":"Anna B","x":1"#, vec![("Anna B", Kind::Person)]),
            (r#"{\"firstName\":\"Anna\",\"x"#, vec![("Anna", Kind::Person)]),
            (
                "Authorization: Bearer a.b c\r\nX: 1",
                vec![("Bearer a.b c", Kind::Secret)],
            ),
            ("kndctr_A_AdobeOrg_identity=CiY; other=1", vec![("CiY", Kind::Identity)]),
            ("d%3Fmid%3D77%26x", vec![("77", Kind::Ecid)]),
            ("d?%22mid%22%3A%2277%22%7D", vec![("77", Kind::Ecid)]),
            ("mid%3D77%26x", vec![("77", Kind::Ecid)]),
            ("Device name: Phone", vec![("Phone", Kind::Device)]),
            ("took: 12 ms", vec![]),
        ] {
            let found: Vec<_> = values_in(text, |_| true).map(|(at, kind)| (&text[at], kind)).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn objects_are_found_in_a_text() {
        let text = "sent {\"a\":{\"b\":1}} {x} {\"c\":[{}]} {\"d\"";
        let found: Vec<_> = objects_in(text).into_iter().map(|at| &text[at]).collect();
        assert_eq!(found, ["{\"a\":{\"b\":1}}", "{\"c\":[{}]}"]);
        assert!(objects_in(&"{\"".repeat(100_000)).is_empty());
    }
}
