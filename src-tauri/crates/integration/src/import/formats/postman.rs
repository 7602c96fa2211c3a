//! Postman environments: Adobe's two templates, and what people made of them.

use super::super::found::{Collector, Found};
use super::super::tree::Tree;
use super::super::unusable::{SomethingElse, Unusable};
use super::super::value::shown_name;
use super::Read;

/// Reads an environment; nothing when the tree is none.
pub(super) fn read(tree: &Tree, reading: &mut Read<'_>) -> Option<Vec<Found>> {
    let values = tree.get("values")?.elements();
    let is_variable = |value: &Tree| value.get("key").is_some();
    if !values.iter().any(is_variable) && tree.get("_postman_variable_scope").is_none() {
        return None;
    }
    let name = tree.plain("name").and_then(|name| shown_name(&name));
    let mut collector = Collector::new(name);
    let is_enabled = |value: &&Tree| !matches!(value.get("enabled"), Some(Tree::Flag(false)));
    let (enabled, disabled): (Vec<_>, Vec<_>) = values.iter().partition(is_enabled);
    // What is switched off counts only where nothing else is there.
    for variable in enabled.into_iter().chain(disabled) {
        if let (Some(key), Some(value)) = (variable.plain("key"), variable.get("value")) {
            collector.take_named(&key, value);
        }
    }
    Some(vec![reading.finish(collector)])
}

/// Refuses a collection, which people take for the environment.
pub(super) fn refuse_collection(tree: &Tree) -> Result<(), Unusable> {
    let is_collection = tree
        .object("info")
        .is_some_and(|info| info.get("_postman_id").is_some() || info.get("schema").is_some())
        && tree.get("item").is_some();
    if is_collection {
        return Err(Unusable::SomethingElse(SomethingElse::PostmanCollection));
    }
    Ok(())
}
