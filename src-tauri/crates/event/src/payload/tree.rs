//! The payload as rows of a tree: opened, closed, searched, a window at a time.

use std::borrow::Cow;
use std::collections::HashSet;
use std::hash::BuildHasher;
use std::sync::{Arc, Mutex, PoisonError};

use serde::Serialize;
use serde::de::IgnoredAny;

use super::nodes::{Key, Node, Nodes, ValueKind};
use super::pretty::pretty;
use super::search::Marks;
use crate::event::{Event, OpenedPayload};

/// The payload of one event, or another JSON text.
///
/// Works on any depth and on payloads of megabytes. A string that holds JSON, as the Edge Network sends them, is
/// opened like an object.
pub struct PayloadTree {
    pub(super) nodes: Nodes,
    /// What the whole is called.
    root: &'static str,
    note: Option<PayloadNote>,
    last_search: Mutex<Option<Arc<Marks>>>,
}

/// What to tell about a payload beside its tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum PayloadNote {
    /// It is text, not JSON; the tree has one row with the text.
    NotJson,
    /// Adobe sent it as a string, and the string holds the JSON that is shown.
    JsonInString,
}

/// A window of a tree's rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TreePage {
    /// How many rows are shown in all, with the branches that are open.
    pub total: usize,
    /// The rows asked for; fewer at the end.
    pub rows: Vec<TreeRow>,
    /// How many keys and values the search found.
    pub hits: usize,
    /// What to tell about the payload.
    pub note: Option<PayloadNote>,
}

/// One row: a key and its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TreeRow {
    /// JSON pointer from the payload; it goes on into strings that hold JSON.
    pub path: String,
    /// How deep it is; the payload itself is 0.
    pub depth: u32,
    /// Key in an object, position in a list, `payload` for the whole of an event's payload.
    pub key: String,
    /// What the value is.
    pub kind: ValueKind,
    /// The value, at most 200 characters of it; of an object or list its size.
    pub preview: String,
    /// Whether the value is longer than the preview.
    pub truncated: bool,
    /// How many values are directly inside.
    pub child_count: u32,
    /// Whether its children are shown.
    pub expanded: bool,
    /// Whether the search found its key or value.
    pub matches: bool,
}

const LONGEST_PREVIEW: usize = 200;
/// A longer string is shortened before its escapes are resolved, so that a row costs the same for any size.
const MOST_PREVIEW_BYTES: usize = 4_096;

/// A window ends early when its rows come to so many bytes: deep in a nested payload every path is long.
const MOST_BYTES: usize = 2 * 1024 * 1024;

impl PayloadTree {
    /// Opens an event's payload.
    #[must_use]
    pub fn new(event: &Event) -> Self {
        let (nodes, note) = match event.opened_payload() {
            OpenedPayload::Text(text) => (Nodes::of_plain_text(&text), Some(PayloadNote::NotJson)),
            OpenedPayload::Json(json) => {
                let in_string = event.payload().starts_with('"');
                (Nodes::new(&json), in_string.then_some(PayloadNote::JsonInString))
            }
        };
        Self {
            nodes,
            root: "payload",
            note,
            last_search: Mutex::default(),
        }
    }

    /// Lays out any JSON text; its first row is called `root`. None when it is no JSON.
    #[must_use]
    pub fn of_json(json: &str, root: &'static str) -> Option<Self> {
        serde_json::from_str::<IgnoredAny>(json).ok()?;
        Some(Self {
            nodes: Nodes::new(json),
            root,
            note: None,
            last_search: Mutex::default(),
        })
    }

    /// The same payload with the members of each object by their keys, in any case.
    #[must_use]
    pub fn sorted_by_key(&self) -> Self {
        Self {
            nodes: self.nodes.sorted_by(|node| self.name(node).to_lowercase()),
            root: self.root,
            note: self.note,
            last_search: Mutex::default(),
        }
    }

    /// A window of the rows.
    ///
    /// Without a search, values up to `default_depth` are open; with one, hits, what leads to them, and what is in
    /// them are shown, and what leads to a hit is open. `toggled` holds the paths that are the other way round.
    #[must_use]
    pub fn rows<S: BuildHasher>(
        &self,
        search: &str,
        toggled: &HashSet<String, S>,
        default_depth: u32,
        offset: usize,
        limit: usize,
    ) -> TreePage {
        let marks = self.marks(search);
        let toggled: HashSet<u32> = toggled.iter().filter_map(|path| self.find(path)).collect();
        let mut rows = Vec::new();
        let mut total = 0;
        let mut bytes = 0;
        let mut hit_until = 0;
        let mut number = 0_u32;
        while let Some(node) = self.nodes.all.get(number as usize) {
            let (is_hit, leads) = match &marks {
                Some(marks) => (marks.is_hit[number as usize], marks.leads_to_hit[number as usize]),
                None => (false, false),
            };
            if is_hit {
                hit_until = hit_until.max(node.end);
            }
            if marks.is_some() && !leads && number >= hit_until {
                number = node.end;
                continue;
            }
            let open_by_itself = if marks.is_some() {
                leads
            } else {
                node.depth < default_depth
            };
            let expanded = node.children > 0 && (open_by_itself != toggled.contains(&number));
            if total >= offset && rows.len() < limit && bytes < MOST_BYTES {
                let row = self.row(number, expanded, is_hit);
                bytes += row.path.len() + row.key.len() + row.preview.len();
                rows.push(row);
            }
            total += 1;
            number = if expanded { number + 1 } else { node.end };
        }
        TreePage {
            total,
            rows,
            hits: marks.map_or(0, |marks| marks.hits),
            note: self.note,
        }
    }

    /// A value for copying: a string without quotes, an object or list laid out on lines, any other as it is written.
    #[must_use]
    pub fn value_text(&self, path: &str) -> Option<String> {
        let node = &self.nodes.all[self.find(path)? as usize];
        let literal = self.nodes.literal(node);
        Some(match node.kind {
            ValueKind::String => serde_json::from_str(literal).unwrap_or_else(|_| literal.to_owned()),
            kind if kind.is_container() => pretty(literal),
            _ => literal.to_owned(),
        })
    }

    fn marks(&self, search: &str) -> Option<Arc<Marks>> {
        let mut last = self.last_search.lock().unwrap_or_else(PoisonError::into_inner);
        if last.as_ref().is_none_or(|marks| marks.search != search) {
            *last = Marks::new(&self.nodes, search).map(Arc::new);
        }
        last.clone()
    }

    pub(super) fn row(&self, number: u32, expanded: bool, matches: bool) -> TreeRow {
        let node = &self.nodes.all[number as usize];
        let (preview, truncated) = self.preview(node);
        TreeRow {
            path: self.path(number),
            depth: node.depth,
            key: if node.key == Key::Root {
                self.root.to_owned()
            } else {
                self.key(node)
            },
            kind: node.kind,
            preview,
            truncated,
            child_count: node.children,
            expanded,
            matches,
        }
    }

    fn key(&self, node: &Node) -> String {
        match &node.key {
            Key::Root => String::new(),
            Key::Index(index) => index.to_string(),
            Key::Name { .. } => self.name(node).into_owned(),
        }
    }

    /// The key in an object.
    pub(super) fn name(&self, node: &Node) -> Cow<'_, str> {
        let written = self.nodes.written_key(node);
        if !written.contains('\\') {
            return written.into();
        }
        serde_json::from_str(&format!("\"{written}\"")).map_or(written.into(), Cow::Owned)
    }

    fn path(&self, mut number: u32) -> String {
        let mut keys = Vec::new();
        while let Some(node) = self.nodes.all.get(number as usize).filter(|node| node.key != Key::Root) {
            keys.push(self.key(node).replace('~', "~0").replace('/', "~1"));
            number = node.parent;
        }
        keys.iter().rev().fold(String::new(), |path, key| path + "/" + key)
    }

    /// The first node with this path. A name that an object says twice leads to all that it says.
    fn find(&self, path: &str) -> Option<u32> {
        self.nodes.all.first()?;
        let below = if path.is_empty() {
            None
        } else {
            Some(path.strip_prefix('/')?)
        };
        let mut ways = vec![(0, below)];
        while let Some((number, below)) = ways.pop() {
            let Some(below) = below else { return Some(number) };
            let (key, below) = match below.split_once('/') {
                Some((key, below)) => (key, Some(below)),
                None => (below, None),
            };
            let key = key.replace("~1", "/").replace("~0", "~");
            let first = ways.len();
            let children = self.nodes.children(number);
            ways.extend(
                children
                    .filter(|child| self.key(&self.nodes.all[*child as usize]) == key)
                    .map(|child| (child, below)),
            );
            ways[first..].reverse();
        }
        None
    }

    fn preview(&self, node: &Node) -> (String, bool) {
        if node.kind.is_container() {
            let of = if node.kind.is_object() { "field" } else { "item" };
            let plural = if node.children == 1 { "" } else { "s" };
            return (format!("{} {of}{plural}", node.children), false);
        }
        let literal = self.nodes.literal(node);
        let (text, was_cut) = match node.kind {
            ValueKind::String if literal.len() <= MOST_PREVIEW_BYTES => (
                serde_json::from_str(literal).unwrap_or_else(|_| literal.to_owned()),
                false,
            ),
            ValueKind::String => (beginning(literal), true),
            _ => (literal.to_owned(), false),
        };
        match text.char_indices().nth(LONGEST_PREVIEW) {
            Some((end, _)) => (text[..end].to_owned(), true),
            None => (text, was_cut),
        }
    }
}

/// The beginning of a long string literal, its escapes resolved.
fn beginning(literal: &str) -> String {
    let end = literal.floor_char_boundary(MOST_PREVIEW_BYTES);
    // A cut through an escape, at most 12 bytes for two surrogates, makes the text unreadable: cut a little earlier.
    let cuts = (0..=12).map(|back| literal.floor_char_boundary(end - back));
    let read = cuts
        .into_iter()
        .find_map(|cut| serde_json::from_str(&format!("{}\"", &literal[..cut])).ok());
    read.unwrap_or_else(|| literal[1..end].to_owned())
}

#[cfg(test)]
mod tests;
