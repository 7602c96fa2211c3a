//! Values of a field with their counts.

use serde::Serialize;

use crate::log::Names;

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

/// Counts by the number of a name.
#[derive(Default)]
pub(super) struct Tally {
    counts: Vec<usize>,
}

impl Tally {
    pub(super) fn add(&mut self, name: u32) {
        let place = name as usize;
        if self.counts.len() <= place {
            self.counts.resize(place + 1, 0);
        }
        self.counts[place] += 1;
    }

    pub(super) fn take(&mut self, name: u32) {
        self.counts[name as usize] -= 1;
    }

    pub(super) fn list(&self, names: &Names, chosen: &dyn Fn(u32) -> bool) -> Vec<FacetCount> {
        let mut list: Vec<FacetCount> = (0u32..)
            .zip(names.all())
            .map(|(name, value)| FacetCount {
                value: value.to_owned(),
                count: self.counts.get(name as usize).copied().unwrap_or(0),
                chosen: chosen(name),
            })
            .filter(|facet| facet.count > 0 || facet.chosen)
            .collect();
        list.sort_by(|left, right| right.count.cmp(&left.count).then_with(|| left.value.cmp(&right.value)));
        list
    }
}
