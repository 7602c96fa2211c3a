//! JSON as a flat list of nodes: the text of every value as it was sent, doubled keys kept, any depth.

use std::borrow::Cow;

/// A value. Its children are the nodes behind it, up to `end`.
pub(super) struct Node<'t> {
    pub(super) key: Option<Cow<'t, str>>,
    pub(super) value: Value<'t>,
    end: usize,
}

pub(super) enum Value<'t> {
    Object,
    List,
    /// Without its quotes and escapes.
    Text(Cow<'t, str>),
    /// A number, `true`, `false` or `null`, as it is written.
    Literal(&'t str),
}

pub(super) struct Tree<'t> {
    nodes: Vec<Node<'t>>,
    /// The same JSON without blanks around its values.
    pub(super) compact: String,
}

impl<'t> Tree<'t> {
    /// Reads a text that is known to be JSON.
    pub(super) fn new(text: &'t str) -> Self {
        let mut nodes: Vec<Node<'t>> = Vec::new();
        let mut compact = String::with_capacity(text.len());
        let mut open: Vec<usize> = Vec::new();
        let mut key = None;
        let mut rest = text;
        while let Some(first) = rest.bytes().next() {
            let length = match first {
                b'"' => string_length(rest),
                b'{' | b'}' | b'[' | b']' | b',' | b':' => 1,
                first if first.is_ascii_whitespace() => {
                    rest = &rest[1..];
                    continue;
                }
                _ => rest
                    .find(|next: char| matches!(next, ',' | ']' | '}') || next.is_ascii_whitespace())
                    .unwrap_or(rest.len()),
            };
            let (token, behind) = rest.split_at(length);
            rest = behind;
            compact.push_str(token);
            let in_object = open
                .last()
                .is_some_and(|container| matches!(nodes[*container].value, Value::Object));
            let value = match first {
                b',' | b':' => continue,
                b'}' | b']' => {
                    if let Some(container) = open.pop() {
                        nodes[container].end = nodes.len();
                    }
                    continue;
                }
                b'{' => Value::Object,
                b'[' => Value::List,
                b'"' if in_object && key.is_none() => {
                    key = Some(unescaped(token));
                    continue;
                }
                b'"' => Value::Text(unescaped(token)),
                _ => Value::Literal(token),
            };
            if matches!(value, Value::Object | Value::List) {
                open.push(nodes.len());
            }
            nodes.push(Node {
                key: key.take(),
                value,
                end: nodes.len() + 1,
            });
        }
        Self { nodes, compact }
    }

    pub(super) fn nodes(&self) -> &[Node<'t>] {
        &self.nodes
    }

    /// The numbers of the values directly in this one.
    pub(super) fn children(&self, of: usize) -> impl Iterator<Item = usize> {
        let mut next = of + 1;
        std::iter::from_fn(move || {
            let child = next;
            if child >= self.nodes[of].end {
                return None;
            }
            next = self.nodes[child].end;
            Some(child)
        })
    }
}

/// The length of the string that a text begins with, quotes included.
fn string_length(text: &str) -> usize {
    let mut is_escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        if byte == b'"' && !is_escaped {
            return at + 1;
        }
        is_escaped = byte == b'\\' && !is_escaped;
    }
    text.len()
}

/// A string as it reads. One with half a character in it, which no text can hold, stays as it is written.
fn unescaped(literal: &str) -> Cow<'_, str> {
    let inner = literal.get(1..literal.len() - 1).unwrap_or_default();
    if !inner.contains('\\') {
        return Cow::Borrowed(inner);
    }
    serde_json::from_str(literal).map_or(Cow::Borrowed(inner), Cow::Owned)
}
