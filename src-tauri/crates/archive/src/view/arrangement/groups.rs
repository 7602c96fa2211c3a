//! The matching rows sorted by a text: a group for each text, each in the order of the session. Rows that come are put
//! into their group; only groups are ever sorted, and there are few of them.

use std::cmp::Ordering;
use std::sync::Arc;

use hashbrown::HashMap;

use super::{EventSort, Found, is_same_dictionary};
use crate::block::{Row, is_in, place_of, places};
use crate::clients::Client;
use crate::codec::{Dictionary, Words};
use crate::columns::{Columns, NO_CLIENT};
use crate::snapshot::{Snapshot, merge};

#[derive(Default)]
pub(super) struct Groups {
    sort: EventSort,
    generation: u64,
    dictionary: Option<Arc<Dictionary>>,
    groups: Vec<Group>,
    /// The group of each word.
    of_word: HashMap<u32, usize>,
    /// Per block the rows that are in the groups.
    has: Vec<u128>,
    /// The groups as the list shows them.
    order: Vec<usize>,
    /// For each group as the list shows them, where it ends.
    ends: Vec<usize>,
    /// For each group, where it begins.
    starts: Vec<usize>,
}

struct Group {
    word: u32,
    /// What it is sorted by, in lower case.
    text: Box<str>,
    rows: Vec<Row>,
}

impl Groups {
    pub(super) fn arrange(&mut self, sort: EventSort, descending: bool, found: &Found<'_>, clients: &[Client]) {
        let snapshot = found.snapshot;
        let is_other = self.sort != sort
            || self.generation != found.generation
            || !is_same_dictionary(self.dictionary.as_ref(), &snapshot.dictionary)
            || self.has.len() > snapshot.blocks.len();
        if is_other {
            *self = Self {
                sort,
                generation: found.generation,
                dictionary: Some(Arc::clone(&snapshot.dictionary)),
                ..Self::default()
            };
        }
        self.take_rows(found);
        if sort == EventSort::Client {
            self.name_clients(clients, snapshot.dictionary.read());
        }
        self.sort_groups(descending);
    }

    pub(super) fn row(&self, index: usize) -> Option<Row> {
        let place = self.ends.partition_point(|end| *end <= index);
        let group = *self.order.get(place)?;
        self.groups[group].rows.get(index - self.starts[group]).copied()
    }

    pub(super) fn index_of(&self, row: Row, snapshot: &Snapshot) -> Option<usize> {
        let (block, place) = snapshot.block(row);
        let group = *self.of_word.get(&word_of(self.sort, &block.columns, place))?;
        let order = |other: &Row| snapshot.order_of(*other, row);
        let within = self.groups[group].rows.binary_search_by(order).ok()?;
        Some(self.starts[group] + within)
    }

    /// Takes out the rows that are gone and puts in those that are new.
    fn take_rows(&mut self, found: &Found<'_>) {
        let snapshot = found.snapshot;
        let mut now = vec![0u128; snapshot.blocks.len()];
        for row in found.rows {
            let (block, place) = place_of(*row);
            now[block] |= 1 << place;
        }
        self.has.resize(now.len(), 0);
        if self.has.iter().zip(&now).any(|(before, now)| before & !now != 0) {
            for group in &mut self.groups {
                group.rows.retain(|row| is_in(&now, *row));
            }
        }
        if self.groups.is_empty() {
            // They come in order.
            for row in found.rows {
                let group = self.group_of(*row, snapshot);
                self.groups[group].rows.push(*row);
            }
        } else {
            let mut fresh: HashMap<usize, Vec<Row>> = HashMap::new();
            for (block, (now, before)) in snapshot.blocks.iter().zip(now.iter().zip(&self.has.clone())) {
                for place in places(now & !before) {
                    let row = block.row(place);
                    fresh.entry(self.group_of(row, snapshot)).or_default().push(row);
                }
            }
            for (group, rows) in fresh {
                merge(&mut self.groups[group].rows, rows, |left, right| {
                    snapshot.order_of(left, right)
                });
            }
        }
        self.has = now;
    }

    fn group_of(&mut self, row: Row, snapshot: &Snapshot) -> usize {
        let (block, place) = snapshot.block(row);
        let word = word_of(self.sort, &block.columns, place);
        let next = self.groups.len();
        let group = *self.of_word.entry(word).or_insert(next);
        if group == next {
            let text = match word {
                NO_CLIENT => String::new(),
                word => snapshot.dictionary.read().text(word).to_lowercase(),
            };
            self.groups.push(Group {
                word,
                text: text.into(),
                rows: Vec::new(),
            });
        }
        group
    }

    /// Clients are sorted by their names, which they may tell late.
    fn name_clients(&mut self, clients: &[Client], words: &Words) {
        let names: HashMap<&str, &str> = clients
            .iter()
            .map(|client| (client.id.as_str(), client.name.as_str()))
            .collect();
        for group in &mut self.groups {
            let name = (group.word != NO_CLIENT).then(|| names.get(words.text(group.word)));
            if let Some(Some(name)) = name {
                group.text = name.to_lowercase().into();
            }
        }
    }

    fn sort_groups(&mut self, descending: bool) {
        let by_text = |left: &usize, right: &usize| -> Ordering {
            let (left, right) = (&self.groups[*left], &self.groups[*right]);
            left.text.cmp(&right.text).then(left.word.cmp(&right.word))
        };
        let mut order: Vec<usize> = (0..self.groups.len()).collect();
        order.sort_by(by_text);
        if descending {
            order.reverse();
        }
        self.starts = vec![0; self.groups.len()];
        self.ends.clear();
        let mut end = 0;
        for group in &order {
            self.starts[*group] = end;
            end += self.groups[*group].rows.len();
            self.ends.push(end);
        }
        self.order = order;
    }
}

fn word_of(sort: EventSort, columns: &Columns, place: usize) -> u32 {
    match sort {
        // Time is no text; a list sorted by it has no groups.
        EventSort::Time | EventSort::Name => columns.names[place],
        EventSort::Type => columns.event_types[place],
        EventSort::Source => columns.sources[place],
        EventSort::Vendor => columns.vendors[place],
        EventSort::Client => columns.clients[place],
    }
}
