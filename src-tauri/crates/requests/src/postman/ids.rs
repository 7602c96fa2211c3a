//! Ids of items: those that are missing or double are given.

use std::collections::HashSet;

use serde_json::{Value, json};
use uuid::Uuid;

/// The id of an item.
pub(super) fn id_of(item: &Value) -> &str {
    let id = item.get("id").or_else(|| item.get("_postman_id"));
    id.and_then(Value::as_str).unwrap_or_default()
}

/// Gives every folder and call an id of its own. Tells whether any was given.
pub(super) fn give(items: &mut [Value]) -> bool {
    give_new(items, &mut HashSet::new())
}

fn give_new(items: &mut [Value], known: &mut HashSet<String>) -> bool {
    let mut given = false;
    for item in items {
        let Value::Object(fields) = &*item else {
            continue;
        };
        let id = id_of(item);
        let is_written = fields.contains_key("id");
        if id.is_empty() || !known.insert(id.to_owned()) {
            let id = Uuid::new_v4().to_string();
            item["id"] = json!(id);
            known.insert(id);
            given = true;
        } else if !is_written {
            item["id"] = json!(id);
            given = true;
        }
        if let Some(inner) = item.get_mut("item").and_then(Value::as_array_mut) {
            given |= give_new(inner, known);
        }
    }
    given
}
