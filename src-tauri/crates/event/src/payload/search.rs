//! Search in a tree: which nodes are hits, and which lead to one.

use regex::bytes::Regex;

use super::nodes::{Node, Nodes, ValueKind};
use crate::text_search::text_search;

/// The outcome of one search.
pub(super) struct Marks {
    pub(super) search: String,
    pub(super) is_hit: Vec<bool>,
    pub(super) leads_to_hit: Vec<bool>,
    pub(super) hits: usize,
}

impl Marks {
    /// Looks for a text in every key and every single value, in any case; nothing to look for has no outcome.
    pub(super) fn new(nodes: &Nodes, search: &str) -> Option<Self> {
        let text = text_search(search)?;
        let is_hit: Vec<bool> = nodes.all.iter().map(|node| hits(nodes, node, &text)).collect();
        let mut leads_to_hit = vec![false; is_hit.len()];
        // Children come after their parents, so one way back carries every hit to the root.
        for number in (1..is_hit.len()).rev() {
            if is_hit[number] || leads_to_hit[number] {
                leads_to_hit[nodes.all[number].parent as usize] = true;
            }
        }
        let hits = is_hit.iter().filter(|hit| **hit).count();
        Some(Self {
            search: search.to_owned(),
            is_hit,
            leads_to_hit,
            hits,
        })
    }
}

fn hits(nodes: &Nodes, node: &Node, text: &Regex) -> bool {
    if text.is_match(nodes.written_key(node).as_bytes()) {
        return true;
    }
    if node.kind.is_container() {
        return false;
    }
    let literal = nodes.literal(node);
    let value = match node.kind {
        ValueKind::String => literal.get(1..literal.len().saturating_sub(1)).unwrap_or_default(),
        _ => literal,
    };
    text.is_match(value.as_bytes())
}
