//! Walking through pages without trusting that they end.

/// Pages of one list at most.
pub(crate) const MOST_PAGES: usize = 50;

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

impl<T: serde::de::DeserializeOwned> Listed<T> {
    /// Takes one page's records; one that cannot be read does not spoil the others.
    pub(crate) fn take(&mut self, records: Vec<serde_json::Value>) {
        for record in records {
            match serde_json::from_value(record) {
                Ok(item) => self.items.push(item),
                Err(_) => self.unreadable += 1,
            }
        }
    }
}
