//! The values of a payload one by one, in the order of the text, for code that compares payloads.

use std::borrow::Cow;

use super::nodes::{Key, ValueKind};
use super::tree::PayloadTree;

/// One value of a payload.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PayloadValue<'a> {
    /// Its key; none in a list and for the payload itself.
    pub key: Option<Cow<'a, str>>,
    /// What it is.
    pub kind: ValueKind,
    /// How deep it is; the payload itself is 0.
    pub depth: u32,
    /// The value as it is written; a string with its quotes. What a string holds that was opened, without them.
    pub literal: &'a str,
    /// How many values are directly in it.
    pub children: usize,
    /// The number of the value behind it and all that is in it.
    pub end: usize,
}

impl PayloadTree {
    /// How many values there are. They are numbered from 0, the payload itself, in the order of the text.
    #[must_use]
    pub fn value_count(&self) -> usize {
        self.nodes.all.len()
    }

    /// A value by its number.
    ///
    /// # Panics
    /// When there is no such value.
    #[must_use]
    pub fn value(&self, number: usize) -> PayloadValue<'_> {
        let node = &self.nodes.all[number];
        PayloadValue {
            key: matches!(node.key, Key::Name { .. }).then(|| self.name(node)),
            kind: node.kind,
            depth: node.depth,
            literal: self.nodes.literal(node),
            children: node.children as usize,
            end: node.end as usize,
        }
    }

    /// The numbers of the values directly in a value.
    pub fn values_in(&self, number: usize) -> impl Iterator<Item = usize> {
        self.nodes.children(number as u32).map(|child| child as usize)
    }

    /// A value as [`super::TreeRow`] shows it: its path, its key or place, and the value in short.
    ///
    /// # Panics
    /// When there is no such value.
    #[must_use]
    pub fn value_row(&self, number: usize) -> super::TreeRow {
        self.row(number as u32, false, false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::Event;

    #[test]
    fn values_are_numbered_in_the_order_of_the_text() {
        let event = Event::from_json(r#"{"uuid":"1","payload":{"a":[1.0,"x"],"b":"{\"c\":true}"}}"#).unwrap();
        let tree = PayloadTree::new(&event);
        let values: Vec<_> = (0..tree.value_count()).map(|number| tree.value(number)).collect();
        let keys: Vec<_> = values.iter().map(|value| value.key.as_deref().unwrap_or("-")).collect();
        assert_eq!(keys, ["-", "a", "-", "-", "b", "c"]);
        assert_eq!((values[2].literal, values[3].literal), ("1.0", "\"x\""));
        assert_eq!((values[4].kind, values[4].end), (ValueKind::ObjectInString, 6));
        assert_eq!(tree.values_in(0).collect::<Vec<_>>(), [1, 4]);
        assert_eq!(
            (tree.value_row(5).path.as_str(), tree.value_row(3).key.as_str()),
            ("/b/c", "1")
        );
    }

    #[test]
    fn members_are_sorted_by_their_keys_and_lists_stay() {
        let event =
            Event::from_json(r#"{"uuid":"1","payload":{"b":{"d":1,"C":[3,1]},"a":"{\"z\":1,\"y\":2}"}}"#).unwrap();
        let tree = PayloadTree::new(&event).sorted_by_key();
        let rows: Vec<_> = (0..tree.value_count()).map(|number| tree.value_row(number)).collect();
        let paths: Vec<&str> = rows.iter().map(|row| row.path.as_str()).collect();
        assert_eq!(
            paths,
            ["", "/a", "/a/y", "/a/z", "/b", "/b/C", "/b/C/0", "/b/C/1", "/b/d"]
        );
        assert_eq!((rows[6].preview.as_str(), tree.value(4).end), ("3", 9));
        assert_eq!(tree.value_text("/a/z").as_deref(), Some("1"));
    }
}
