//! JSON as a flat list of values with their places in the text: any depth, doubled keys kept, numbers as written.

use std::borrow::Cow;
use std::ops::Range;

use serde::de::IgnoredAny;

/// A JSON text and where its values are.
pub(crate) struct Json<'t> {
    pub(crate) text: &'t str,
    pub(crate) nodes: Vec<Node>,
}

/// One value. What it contains follows it, up to `end`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Node {
    /// Its key with the quotes; empty in a list and at the top.
    pub(crate) key: Range<usize>,
    pub(crate) value: Range<usize>,
    pub(crate) kind: NodeKind,
    /// The object or list that it is in; itself at the top.
    pub(crate) parent: usize,
    /// The number of the node behind it and all that it contains.
    pub(crate) end: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NodeKind {
    Object,
    List,
    Text,
    /// A number, `true`, `false` or `null`.
    Literal,
}

impl<'t> Json<'t> {
    /// Reads a text that is known to be JSON.
    pub(crate) fn new(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        let mut nodes: Vec<Node> = Vec::new();
        let mut open: Vec<usize> = Vec::new();
        let mut key = 0..0;
        let mut at = 0;
        while let Some(first) = bytes.get(at) {
            let begin = at;
            at += match first {
                b'"' => text_length(&bytes[at..]),
                b'-' | b'0'..=b'9' | b'a'..=b'z' => literal_length(&bytes[at..]),
                _ => 1,
            };
            let in_object = open
                .last()
                .is_some_and(|container| nodes[*container].kind == NodeKind::Object);
            let kind = match first {
                b'{' => NodeKind::Object,
                b'[' => NodeKind::List,
                b'}' | b']' => {
                    if let Some(container) = open.pop() {
                        nodes[container].value.end = at;
                        nodes[container].end = nodes.len();
                    }
                    continue;
                }
                b'"' if in_object && key.is_empty() => {
                    key = begin..at;
                    continue;
                }
                b'"' => NodeKind::Text,
                b'-' | b'0'..=b'9' | b'a'..=b'z' => NodeKind::Literal,
                _ => continue,
            };
            let number = nodes.len();
            nodes.push(Node {
                key: std::mem::take(&mut key),
                value: begin..at,
                kind,
                parent: open.last().copied().unwrap_or(number),
                end: number + 1,
            });
            if matches!(kind, NodeKind::Object | NodeKind::List) {
                open.push(number);
            }
        }
        Self { text, nodes }
    }

    /// Reads a text that may be an object or a list.
    pub(crate) fn of_container(text: &'t str) -> Option<Self> {
        let trimmed = text.trim_matches([' ', '\t', '\r', '\n']);
        let looks_so = (trimmed.starts_with('{') && trimmed.ends_with('}'))
            || (trimmed.starts_with('[') && trimmed.ends_with(']'));
        (looks_so && serde_json::from_str::<IgnoredAny>(trimmed).is_ok()).then(|| Self::new(text))
    }

    /// The numbers of the values directly in this one.
    pub(crate) fn children(&self, of: usize) -> impl Iterator<Item = usize> {
        let end = self.nodes.get(of).map_or(0, |node| node.end);
        let mut next = of + 1;
        std::iter::from_fn(move || {
            let child = next;
            if child >= end {
                return None;
            }
            next = self.nodes[child].end;
            Some(child)
        })
    }

    /// A value as it is written.
    pub(crate) fn raw(&self, node: usize) -> &'t str {
        &self.text[self.nodes[node].value.clone()]
    }

    /// The key of a value; none in a list and at the top.
    pub(crate) fn key(&self, node: usize) -> Option<Cow<'t, str>> {
        let key = self.nodes[node].key.clone();
        (!key.is_empty()).then(|| unescaped(&self.text[key]))
    }
}

/// A string as it reads, from its JSON with the quotes. Halves of characters, which no text can hold, become `U+FFFD`.
pub(crate) fn unescaped(literal: &str) -> Cow<'_, str> {
    let inner = literal.get(1..literal.len().saturating_sub(1)).unwrap_or_default();
    if memchr::memchr(b'\\', inner.as_bytes()).is_none() {
        return Cow::Borrowed(inner);
    }
    if let Ok(text) = serde_json::from_str(literal) {
        return Cow::Owned(text);
    }
    Cow::Owned(
        char::decode_utf16(code_units(inner))
            .map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect(),
    )
}

fn code_units(inner: &str) -> Vec<u16> {
    let mut units = Vec::with_capacity(inner.len());
    let mut rest = inner;
    while let Some(first) = rest.chars().next() {
        let mut length = first.len_utf8();
        if first == '\\' {
            let escaped = rest[1..].chars().next().unwrap_or('\\');
            let number = rest.get(2..6).and_then(|digits| u16::from_str_radix(digits, 16).ok());
            let unit = match (escaped, number) {
                ('u', Some(number)) => {
                    length += 4;
                    number
                }
                ('b', _) => 8,
                ('f', _) => 12,
                ('n', _) => 10,
                ('r', _) => 13,
                ('t', _) => 9,
                (other, _) => other as u16,
            };
            units.push(unit);
            length += escaped.len_utf8();
        } else {
            units.extend_from_slice(first.encode_utf16(&mut [0; 2]));
        }
        rest = rest.get(length..).unwrap_or_default();
    }
    units
}

fn text_length(bytes: &[u8]) -> usize {
    let mut at = 1;
    while let Some(found) = memchr::memchr2(b'"', b'\\', bytes.get(at..).unwrap_or_default()) {
        if bytes[at + found] == b'"' {
            return at + found + 1;
        }
        at += found + 2;
    }
    bytes.len()
}

fn literal_length(bytes: &[u8]) -> usize {
    bytes
        .iter()
        .position(|byte| matches!(byte, b',' | b']' | b'}' | b' ' | b'\t' | b'\r' | b'\n'))
        .unwrap_or(bytes.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_know_their_places() {
        let text = "{ \"a\" : [1.50, {\"b\":\"x\\\"]\"}], \"a\":null, \"\":true }";
        let json = Json::new(text);
        let raw: Vec<_> = (0..json.nodes.len())
            .map(|node| (json.key(node), json.raw(node)))
            .collect();
        let key = |key: &'static str| Some(Cow::Borrowed(key));
        assert_eq!(
            raw,
            [
                (None, text),
                (key("a"), "[1.50, {\"b\":\"x\\\"]\"}]"),
                (None, "1.50"),
                (None, "{\"b\":\"x\\\"]\"}"),
                (key("b"), "\"x\\\"]\""),
                (key("a"), "null"),
                (key(""), "true"),
            ]
        );
        assert_eq!(json.children(0).collect::<Vec<_>>(), [1, 5, 6]);
        assert_eq!(json.nodes[4].parent, 3);
    }

    #[test]
    fn half_characters_are_read() {
        assert_eq!(unescaped(r#""a\ud800b\n\ud83e\udd80ü\u0041""#), "a\u{fffd}b\n🦀üA");
        assert_eq!(unescaped(r#""\ud800""#), "\u{fffd}");
        assert_eq!(unescaped(r#""\ud83e\\""#), "\u{fffd}\\");
    }

    #[test]
    fn deep_nesting_is_read() {
        let deep = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000));
        let json = Json::of_container(&deep).unwrap();
        assert_eq!((json.nodes.len(), json.nodes[0].end), (100_001, 100_001));
        assert!(Json::of_container("[1").is_none() && Json::of_container("1").is_none());
    }
}
