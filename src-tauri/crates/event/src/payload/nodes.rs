//! A JSON text as a flat list of nodes.
//!
//! Own code and not `serde_json::Value`, for three reasons: a payload may be nested deeper than recursion allows,
//! numbers must be shown as they were written, and skipping a closed branch has to cost nothing.

use std::ops::Range;
use std::sync::Arc;

use memchr::memchr2;
use serde::Serialize;

use crate::event::is_json_container;

/// What a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum ValueKind {
    /// An object.
    Object,
    /// A list.
    Array,
    /// A string.
    String,
    /// A number.
    Number,
    /// True or false.
    Boolean,
    /// Null.
    Null,
    /// A string that holds an object in JSON, opened.
    ObjectInString,
    /// A string that holds a list in JSON, opened.
    ArrayInString,
}

impl ValueKind {
    /// Whether other values are in it.
    #[must_use]
    pub fn is_container(self) -> bool {
        matches!(
            self,
            Self::Object | Self::Array | Self::ObjectInString | Self::ArrayInString
        )
    }

    pub(super) fn is_object(self) -> bool {
        matches!(self, Self::Object | Self::ObjectInString)
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Key {
    Root,
    /// The key's place in the text, without quotes, escapes not resolved.
    Name {
        text: u32,
        place: Range<u32>,
    },
    Index(u32),
}

pub(super) struct Node {
    pub(super) parent: u32,
    pub(super) depth: u32,
    pub(super) key: Key,
    pub(super) kind: ValueKind,
    /// Which of the texts the value is in, and where; strings with their quotes.
    pub(super) text: u32,
    pub(super) place: Range<u32>,
    pub(super) children: u32,
    /// The node after the last one inside this one.
    pub(super) end: u32,
}

/// The nodes of a JSON text, in the order of the text, and the texts they point into: the JSON itself, and each string
/// that was opened because it holds JSON.
pub(super) struct Nodes {
    pub(super) texts: Vec<Arc<str>>,
    pub(super) all: Vec<Node>,
}

/// Strings in strings in strings are opened this often.
const DEEPEST_STRING: u32 = 4;
/// A string shorter than this is not worth opening.
const SHORTEST_JSON: usize = 4;

impl Nodes {
    /// Reads a JSON text that is known to be valid. What is not ends the list early.
    pub(super) fn new(json: &str) -> Self {
        let mut nodes = Self {
            texts: Vec::new(),
            all: Vec::new(),
        };
        nodes.read(
            &json.into(),
            Place {
                parent: 0,
                key: Key::Root,
                depth: 0,
            },
            0,
        );
        nodes
    }

    /// One node that is a plain text.
    pub(super) fn of_plain_text(text: &str) -> Self {
        Self::new(&serde_json::Value::from(text).to_string())
    }

    pub(super) fn literal(&self, node: &Node) -> &str {
        &self.texts[node.text as usize][node.place.start as usize..node.place.end as usize]
    }

    /// The key as it is written in the JSON, without quotes; empty for items of a list.
    pub(super) fn written_key(&self, node: &Node) -> &str {
        match &node.key {
            Key::Name { text, place } => &self.texts[*text as usize][place.start as usize..place.end as usize],
            Key::Root | Key::Index(_) => "",
        }
    }

    /// The numbers of a node's children.
    pub(super) fn children(&self, parent: u32) -> impl Iterator<Item = u32> {
        let node = &self.all[parent as usize];
        let (mut next, end) = (parent + 1, node.end);
        std::iter::from_fn(move || {
            let child = (next < end).then_some(next)?;
            next = self.all[child as usize].end;
            Some(child)
        })
    }

    /// The same nodes with the members of each object in the order of `key`. Lists stay as they are.
    pub(super) fn sorted_by(&self, key: impl Fn(&Node) -> String) -> Self {
        let mut sorted = Self {
            texts: self.texts.clone(),
            all: Vec::with_capacity(self.all.len()),
        };
        // A node with its new parent; or, when all that is in it is there, the new node alone.
        let mut left: Vec<(Option<u32>, u32)> = self.all.first().map(|_| (Some(0), 0)).into_iter().collect();
        while let Some((node, place)) = left.pop() {
            let Some(number) = node else {
                sorted.all[place as usize].end = sorted.all.len() as u32;
                continue;
            };
            let node = &self.all[number as usize];
            let place_of_node = sorted.all.len() as u32;
            sorted.all.push(Node {
                parent: place,
                key: node.key.clone(),
                place: node.place.clone(),
                end: place_of_node + 1,
                ..*node
            });
            let mut children: Vec<u32> = self.children(number).collect();
            if node.kind.is_object() {
                children.sort_by_cached_key(|child| key(&self.all[*child as usize]));
            }
            left.push((None, place_of_node));
            left.extend(children.into_iter().rev().map(|child| (Some(child), place_of_node)));
        }
        sorted
    }

    fn read(&mut self, json: &Arc<str>, root: Place, strings: u32) {
        let text = self.texts.len() as u32;
        self.texts.push(Arc::clone(json));
        let mut open: Vec<u32> = Vec::new();
        let mut place = Some(root);
        let mut reader = Reader {
            bytes: json.as_bytes(),
            at: 0,
        };
        while let Some(byte) = reader.next_significant() {
            match byte {
                b',' => {
                    reader.at += 1;
                    place = None;
                }
                b']' | b'}' => {
                    reader.at += 1;
                    let Some(closed) = open.pop() else { break };
                    let end = self.all.len() as u32;
                    let node = &mut self.all[closed as usize];
                    node.end = end;
                    node.place.end = reader.at as u32;
                    if open.is_empty() {
                        break;
                    }
                }
                _ => {
                    let here = match place.take() {
                        Some(root) if open.is_empty() => root,
                        _ => match self.child(&open, &mut reader, text) {
                            Some(place) => place,
                            None => break,
                        },
                    };
                    if let Some(container) = self.value(here, &mut reader, (text, json), strings) {
                        open.push(container);
                    } else if open.is_empty() {
                        break;
                    }
                }
            }
        }
    }

    /// The place of the next child; for an object its key is read.
    fn child(&mut self, open: &[u32], reader: &mut Reader<'_>, text: u32) -> Option<Place> {
        let parent = *open.last()?;
        let node = &mut self.all[parent as usize];
        let key = if node.kind.is_object() {
            let literal = reader.string()?;
            if reader.next_significant() != Some(b':') {
                return None;
            }
            reader.at += 1;
            Key::Name {
                text,
                place: literal.start as u32 + 1..literal.end as u32 - 1,
            }
        } else {
            Key::Index(node.children)
        };
        node.children += 1;
        Some(Place {
            parent,
            key,
            depth: node.depth + 1,
        })
    }

    /// Adds the value that begins here; the number of a container whose children follow.
    fn value(&mut self, here: Place, reader: &mut Reader<'_>, json: (u32, &str), strings: u32) -> Option<u32> {
        let number = self.all.len() as u32;
        let (text, json) = json;
        let first = reader.next_significant()?;
        let start = reader.at;
        let kind = match first {
            b'{' => ValueKind::Object,
            b'[' => ValueKind::Array,
            b'"' => ValueKind::String,
            b't' | b'f' => ValueKind::Boolean,
            b'n' => ValueKind::Null,
            _ => ValueKind::Number,
        };
        match kind {
            ValueKind::Object | ValueKind::Array => reader.at += 1,
            ValueKind::String => {
                let literal = reader.string().unwrap_or(start..reader.bytes.len());
                reader.at = literal.end;
                if strings < DEEPEST_STRING
                    && let Some(inner) = json_in_string(&json[literal])
                {
                    self.read(&inner, here, strings + 1);
                    if let Some(node) = self.all.get_mut(number as usize) {
                        let in_string = node.kind.is_object();
                        node.kind = if in_string {
                            ValueKind::ObjectInString
                        } else {
                            ValueKind::ArrayInString
                        };
                    }
                    return None;
                }
            }
            _ => reader.skip_scalar(),
        }
        self.all.push(Node {
            parent: here.parent,
            depth: here.depth,
            key: here.key,
            kind,
            text,
            place: start as u32..reader.at as u32,
            children: 0,
            end: number + 1,
        });
        kind.is_container().then_some(number)
    }
}

struct Place {
    parent: u32,
    key: Key,
    depth: u32,
}

pub(super) struct Reader<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) at: usize,
}

impl Reader<'_> {
    /// The next byte that is neither space nor line break, without taking it.
    pub(super) fn next_significant(&mut self) -> Option<u8> {
        while let Some(byte) = self.bytes.get(self.at) {
            if !byte.is_ascii_whitespace() {
                return Some(*byte);
            }
            self.at += 1;
        }
        None
    }

    /// Takes a string; the range with both quotes.
    pub(super) fn string(&mut self) -> Option<Range<usize>> {
        if self.next_significant() != Some(b'"') {
            return None;
        }
        let start = self.at;
        let mut at = start + 1;
        loop {
            at += memchr2(b'"', b'\\', self.bytes.get(at..)?)?;
            if self.bytes[at] == b'"' {
                self.at = at + 1;
                return Some(start..self.at);
            }
            at += 2;
        }
    }

    /// Takes a number, true, false or null.
    pub(super) fn skip_scalar(&mut self) {
        let rest = &self.bytes[self.at..];
        let ends = |byte: &u8| matches!(byte, b',' | b']' | b'}' | b':') || byte.is_ascii_whitespace();
        // At least one byte is taken, so that damaged text cannot stop the reader.
        self.at += rest.iter().position(ends).unwrap_or(rest.len()).max(1);
    }
}

/// The JSON object or list that a string literal holds, if it does.
fn json_in_string(literal: &str) -> Option<Arc<str>> {
    let inner = literal.get(1..literal.len().checked_sub(1)?)?;
    let begins = inner.trim_start_matches([' ', '\t']).trim_start_matches("\\n");
    if inner.len() < SHORTEST_JSON || !(begins.trim_start().starts_with(['{', '['])) {
        return None;
    }
    let text: String = serde_json::from_str(literal).ok()?;
    is_json_container(&text).then(|| text.trim().into())
}
