//! A list that came in pages, from a server that nobody trusts to end it.

use serde::de::DeserializeOwned;
use serde_json::Value;

/// A list that came in pages.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed<T> {
    /// What was listed.
    pub items: Vec<T>,
    /// Whether there is more: the pages did not end, or said the same again.
    pub is_cut_short: bool,
    /// Records that were there and could not be read.
    pub unreadable: usize,
}

impl<T> Default for Listed<T> {
    fn default() -> Self {
        Self {
            items: Vec::new(),
            is_cut_short: false,
            unreadable: 0,
        }
    }
}

impl<T: DeserializeOwned> Listed<T> {
    /// Takes one page's records; one that cannot be read does not spoil the others.
    pub fn take(&mut self, records: Vec<Value>) {
        for record in records {
            match serde_json::from_value(record) {
                Ok(item) => self.items.push(item),
                Err(_) => self.unreadable += 1,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_record_that_cannot_be_read_is_counted_and_spoils_nothing() {
        let mut listed: Listed<u8> = Listed::default();
        listed.take(vec![json!(1), json!("two"), json!(3)]);
        assert_eq!((listed.items, listed.unreadable), (vec![1, 3], 1));
    }
}
