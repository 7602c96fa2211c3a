//! A JSON value as rows of a tree, and as one value for each path.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::told::shortened;

/// As much of one value as a row shows.
const LONGEST_VALUE: usize = 300;
/// More rows than anybody reads.
const MOST_ROWS: usize = 20_000;

/// One row of a tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FlatRow {
    /// JSON pointer.
    pub(crate) path: String,
    /// Levels below the top.
    pub(crate) depth: usize,
    pub(crate) key: String,
    /// The value; of an object or list its size.
    pub(crate) value: String,
}

/// Everything in an object or list, each with what is in it behind it.
pub(crate) fn rows(value: &Value) -> Vec<FlatRow> {
    let mut rows = Vec::new();
    walk(value, "", 0, &mut rows);
    rows
}

fn walk(value: &Value, path: &str, depth: usize, rows: &mut Vec<FlatRow>) {
    let mut add = |key: &str, value: &Value| {
        if rows.len() >= MOST_ROWS {
            return;
        }
        let path = format!("{path}/{}", key.replace('~', "~0").replace('/', "~1"));
        rows.push(FlatRow {
            path: path.clone(),
            depth,
            key: shortened(key, LONGEST_VALUE),
            value: in_words(value),
        });
        walk(value, &path, depth + 1, rows);
    };
    match value {
        Value::Object(fields) => fields.iter().for_each(|(key, value)| add(key, value)),
        Value::Array(items) => items
            .iter()
            .zip(0..)
            .for_each(|(item, number)| add(&number.to_string(), item)),
        _ => {}
    }
}

/// The value at each end of a tree, by its keys with dots between them.
pub(crate) fn leaves(value: &Value) -> BTreeMap<String, String> {
    let mut leaves = BTreeMap::new();
    gather(value, String::new(), &mut leaves);
    leaves
}

fn gather(value: &Value, path: String, leaves: &mut BTreeMap<String, String>) {
    if leaves.len() >= MOST_ROWS {
        return;
    }
    let below = |key: &str| match path.is_empty() {
        true => key.to_owned(),
        false => format!("{path}.{key}"),
    };
    match value {
        Value::Object(fields) if !fields.is_empty() => {
            for (key, value) in fields {
                gather(value, below(key), leaves);
            }
        }
        Value::Array(items) if items.iter().any(|item| item.is_object() || item.is_array()) => {
            for (number, item) in items.iter().enumerate() {
                gather(item, below(&number.to_string()), leaves);
            }
        }
        _ => drop(leaves.insert(path, in_words(value))),
    }
}

/// A key that was set, changed or taken away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Difference {
    pub(crate) key: String,
    pub(crate) before: Option<String>,
    pub(crate) after: Option<String>,
}

/// What became of the values.
pub(crate) fn differences(before: &BTreeMap<String, String>, after: &BTreeMap<String, String>) -> Vec<Difference> {
    let of = |key: &String| {
        let (before, after) = (before.get(key), after.get(key));
        (before != after).then(|| Difference {
            key: key.clone(),
            before: before.cloned(),
            after: after.cloned(),
        })
    };
    let gone = before.keys().filter(|key| !after.contains_key(*key));
    after.keys().chain(gone).filter_map(of).collect()
}

/// A value on one line.
pub(crate) fn in_words(value: &Value) -> String {
    match value {
        Value::String(text) => shortened(text, LONGEST_VALUE),
        Value::Object(fields) => sized(fields.len(), "field"),
        Value::Array(items) if items.iter().any(|item| item.is_object() || item.is_array()) => {
            sized(items.len(), "item")
        }
        Value::Array(items) if items.is_empty() => sized(0, "item"),
        Value::Array(items) => {
            let items: Vec<String> = items.iter().take(LONGEST_VALUE).map(in_words).collect();
            shortened(&items.join(", "), LONGEST_VALUE)
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => value.to_string(),
    }
}

fn sized(count: usize, of: &str) -> String {
    crate::table::counted(count, of)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_tree_is_rows_with_depths() {
        let rows = rows(&json!({"a": {"b/c": [1, {"d": null}]}, "e": true}));
        let seen: Vec<_> = rows
            .iter()
            .map(|row| (row.path.as_str(), row.depth, row.value.as_str()))
            .collect();
        assert_eq!(
            seen,
            [
                ("/a", 0, "1 field"),
                ("/a/b~1c", 1, "2 items"),
                ("/a/b~1c/0", 2, "1"),
                ("/a/b~1c/1", 2, "1 field"),
                ("/a/b~1c/1/d", 3, "null"),
                ("/e", 0, "true"),
            ]
        );
    }

    #[test]
    fn differences_are_told_by_key() {
        let before = leaves(&json!({"same": 1, "gone": "x", "c": {"val": "y"}, "list": [1, 2]}));
        let after = leaves(&json!({"same": 1, "c": {"val": "n"}, "list": [1, 3], "new": {}}));
        let seen: Vec<_> = differences(&before, &after)
            .into_iter()
            .map(|one| (one.key, one.before.unwrap_or_default(), one.after.unwrap_or_default()))
            .collect();
        let expected = [
            ("c.val", "y", "n"),
            ("list", "1, 2", "1, 3"),
            ("new", "", "0 fields"),
            ("gone", "x", ""),
        ];
        assert_eq!(
            seen,
            expected.map(|(key, before, after)| (key.into(), before.into(), after.into()))
        );
    }
}
