//! Contexts of Adobe's `aio` command: one alone, or the tool's own file with several.

use super::super::found::{Collector, Found};
use super::super::tree::Tree;
use super::super::value::shown_name;
use super::Read;

/// Reads contexts; nothing when the tree has none.
pub(super) fn read(tree: &Tree, reading: &mut Read<'_>) -> Option<Vec<Found>> {
    let contexts = tree
        .object("ims")
        .and_then(|ims| ims.object("contexts"))
        .or_else(|| tree.object("$ims")?.object("contexts"));
    let Some(contexts) = contexts else {
        return is_context(tree).then(|| vec![one(None, tree, reading)]);
    };
    let found = contexts
        .members()
        .iter()
        .filter(|(_, context)| matches!(context, Tree::Object(_)))
        .map(|(name, context)| one(shown_name(name), context, reading))
        .collect();
    Some(found)
}

fn is_context(tree: &Tree) -> bool {
    tree.get("client_id").is_some() && (tree.get("ims_org_id").is_some() || tree.get("meta_scopes").is_some())
}

fn one(name: Option<String>, context: &Tree, reading: &mut Read<'_>) -> Found {
    let mut collector = Collector::new(name);
    collector.take_members(context);
    reading.finish(collector)
}
