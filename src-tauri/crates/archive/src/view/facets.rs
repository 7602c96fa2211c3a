//! Values of a field with their counts.

use std::cmp::Reverse;

use serde::Serialize;

use super::chosen::Chosen;
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
    /// Event sources of the SDK; the empty text stands for events without one.
    pub sources: Vec<FacetCount>,
    /// Names: the 50 most frequent, and those of the filter.
    pub names: Vec<FacetCount>,
    /// How many events tell of an error.
    pub errors: usize,
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
pub(super) struct Tally {
    counts: Vec<u32>,
    met: Vec<u32>,
}

impl Tally {
    /// For a dictionary of so many words.
    pub(super) fn of(words: usize) -> Self {
        Self {
            counts: vec![0; words],
            met: Vec::new(),
        }
    }

    /// Counts a word so many times, once at least; what is no word of the dictionary counts for nothing.
    pub(super) fn add(&mut self, word: u32, times: u32) {
        let Some(count) = self.counts.get_mut(word as usize) else {
            return;
        };
        if *count == 0 {
            self.met.push(word);
        }
        *count += times;
    }

    /// The words with their counts, the most frequent first, only so many of them.
    pub(super) fn most(&self, most: usize) -> Vec<(u32, usize)> {
        let count = |word: &u32| self.counts[*word as usize];
        let order = |word: &u32| (Reverse(count(word)), *word);
        let mut met = self.met.clone();
        if most < met.len() {
            met.select_nth_unstable_by_key(most, order);
            met.truncate(most);
        }
        met.sort_unstable_by_key(order);
        met.into_iter().map(|word| (word, count(&word) as usize)).collect()
    }

    /// The values with the most frequent first, only so many of them. A value that the filter names is listed always,
    /// even when no event has it.
    pub(super) fn list(&self, words: &Words, chosen: &Chosen, most: usize) -> Vec<FacetCount> {
        let facet = |word: u32, count: usize| FacetCount {
            value: words.text(word).to_owned(),
            count,
            chosen: chosen.names(word),
        };
        let first = self.most(most);
        let is_first = |word: u32| first.iter().any(|(known, _)| *known == word);
        let others = chosen.words().iter().filter(|word| !is_first(**word));
        let others = others.map(|word| {
            (
                *word,
                self.counts.get(*word as usize).map_or(0, |count| *count as usize),
            )
        });
        let others: Vec<FacetCount> = others
            .filter(|(_, count)| *count > 0)
            .map(|(word, count)| facet(word, count))
            .collect();
        let mut list: Vec<FacetCount> = first.iter().map(|(word, count)| facet(*word, *count)).collect();
        list.extend(others);
        for wanted in chosen.wanted() {
            if !list.iter().any(|facet| facet.value.to_lowercase() == *wanted) {
                let mut known = chosen.words().iter().map(|word| words.text(*word));
                let known = known.find(|text| text.to_lowercase() == *wanted);
                list.push(FacetCount {
                    value: known.unwrap_or(wanted).to_owned(),
                    count: 0,
                    chosen: true,
                });
            }
        }
        list.sort_by(|left, right| right.count.cmp(&left.count).then_with(|| left.value.cmp(&right.value)));
        list
    }
}
