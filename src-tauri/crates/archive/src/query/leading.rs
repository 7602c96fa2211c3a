//! Where the steps of a path lead in an event's JSON. They mean what they mean in queries.

use event::Event;

use super::path::Step;
use crate::redaction::json::{Json, NodeKind};

/// Looks at the JSON that a path begins in, with the steps that are left there: a payload that is a string of JSON is
/// opened for the steps behind `payload`.
pub(crate) fn opened<T>(event: &Event, steps: &[Step], look: impl FnOnce(&Json<'_>, &[Step]) -> T) -> T {
    if matches!(steps.first(), Some(Step::Key(key)) if key == "payload")
        && event.payload().starts_with('"')
        && let Some(payload) = event.opened_payload().json()
    {
        return look(&Json::new(payload), &steps[1..]);
    }
    look(&Json::new(event.raw()), steps)
}

/// The values that steps lead to from the top.
pub(crate) fn follow(json: &Json<'_>, steps: &[Step]) -> Vec<usize> {
    let mut nodes: Vec<usize> = (0..json.nodes.len().min(1)).collect();
    for step in steps {
        nodes = match step {
            Step::Key(key) => members(json, &nodes, |name| name == key),
            Step::AnyKey => members(json, &nodes, |_| true),
            Step::Index(index) => items(json, &nodes, |list| json.children(list).skip(*index).take(1).collect()),
            Step::AnyIndex => items(json, &nodes, |list| json.children(list).collect()),
        };
    }
    nodes
}

fn members(json: &Json<'_>, nodes: &[usize], is_wanted: impl Fn(&str) -> bool) -> Vec<usize> {
    out_of_lists(json, nodes)
        .into_iter()
        .filter(|node| json.nodes[*node].kind == NodeKind::Object)
        .flat_map(|object| json.children(object))
        .filter(|member| json.key(*member).is_some_and(|key| is_wanted(&key)))
        .collect()
}

fn items(json: &Json<'_>, nodes: &[usize], pick: impl Fn(usize) -> Vec<usize>) -> Vec<usize> {
    let lists = nodes.iter().filter(|node| json.nodes[**node].kind == NodeKind::List);
    lists.flat_map(|list| pick(*list)).collect()
}

/// The values themselves, and in place of each list what is in it, however deep lists nest.
pub(crate) fn out_of_lists(json: &Json<'_>, nodes: &[usize]) -> Vec<usize> {
    let mut found = Vec::new();
    let mut left: Vec<usize> = nodes.iter().rev().copied().collect();
    while let Some(node) = left.pop() {
        if json.nodes[node].kind != NodeKind::List {
            found.push(node);
            continue;
        }
        let from = left.len();
        left.extend(json.children(node));
        left[from..].reverse();
    }
    found
}
