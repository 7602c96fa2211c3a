//! Values of a field with their counts.

use hashbrown::HashMap;
use serde::Serialize;

use super::matches::Chosen;
use crate::codec::Words;

/// The values that the filter's fields can have, each list with the most frequent first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Facets {
    /// Event types.
    pub types: Vec<FacetCount>,
    /// Vendors.
    pub vendors: Vec<FacetCount>,
    /// Client identifiers.
    pub clients: Vec<FacetCount>,
}

/// One value of a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FacetCount {
    /// The value.
    pub value: String,
    /// How many events have it, among those that match the filter's other fields.
    pub count: usize,
    /// Whether the filter names it. Such a value is listed even when no event has it.
    pub chosen: bool,
}

/// Counts by the number of a word.
#[derive(Default)]
pub(super) struct Tally {
    counts: HashMap<u32, usize>,
}

impl Tally {
    pub(super) fn add(&mut self, word: u32) {
        *self.counts.entry(word).or_default() += 1;
    }

    /// The values with the most frequent first. A value that the filter names is listed even when no event has it.
    pub(super) fn list(&self, words: &Words, chosen: &Chosen) -> Vec<FacetCount> {
        let mut list: Vec<FacetCount> = self
            .counts
            .iter()
            .map(|(word, count)| FacetCount {
                value: words.text(*word).to_owned(),
                count: *count,
                chosen: chosen.names(*word),
            })
            .collect();
        for wanted in chosen.wanted() {
            if !list.iter().any(|facet| facet.value.to_lowercase() == *wanted) {
                let known = words.words.iter().find(|word| word.text.to_lowercase() == *wanted);
                list.push(FacetCount {
                    value: known.map_or_else(|| wanted.clone(), |word| word.text.to_string()),
                    count: 0,
                    chosen: true,
                });
            }
        }
        list.sort_by(|left, right| right.count.cmp(&left.count).then_with(|| left.value.cmp(&right.value)));
        list
    }
}
