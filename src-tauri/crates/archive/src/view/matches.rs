//! The matching rows in order, and the counts beside them.

use std::sync::Arc;

use crate::block::{Block, Row, is_in, places};
use crate::codec::Words;
use crate::columns::{NO_CLIENT, mask_of};
use crate::evaluate::Plan;
use crate::snapshot::{Snapshot, merge};

use super::EventFilter;
use super::facets::{Facets, Tally};

/// How much of an archive there was at one moment.
#[derive(Clone)]
pub(super) struct Extent {
    pub(super) snapshot: Snapshot,
    /// How many events it showed.
    pub(super) shown: usize,
}

impl Extent {
    pub(super) fn of(snapshot: &Snapshot) -> Self {
        Self {
            shown: snapshot.order.len(),
            snapshot: snapshot.clone(),
        }
    }
}

/// What one filter has found so far.
pub(super) struct Matches {
    plan: Plan,
    types: Chosen,
    vendors: Chosen,
    clients: Chosen,
    /// Per block the rows that fit the query, whatever the lists say.
    fitting: Vec<u128>,
    /// Per block the rows that match, among those that are shown.
    matching: Vec<u128>,
    rows: Rows,
    total: usize,
    seen: Option<Snapshot>,
}

/// The matching rows in order.
enum Rows {
    /// All of them are: the archive's own list.
    All(Arc<Vec<Row>>),
    Some(Vec<Row>),
}

impl Matches {
    pub(super) fn new(filter: &EventFilter) -> Self {
        Self {
            plan: Plan::new(&filter.query),
            types: Chosen::new(&filter.types),
            vendors: Chosen::new(&filter.vendors),
            clients: Chosen::new(&filter.clients),
            fitting: Vec::new(),
            matching: Vec::new(),
            rows: Rows::Some(Vec::new()),
            total: 0,
            seen: None,
        }
    }

    pub(super) fn rows(&self) -> &[Row] {
        match &self.rows {
            Rows::All(rows) => rows,
            Rows::Some(rows) => rows,
        }
    }

    pub(super) fn total(&self) -> usize {
        self.total
    }

    /// Looks at what is new. Says whether it came to the end.
    pub(super) fn advance(&mut self, snapshot: &Snapshot, is_called_off: &(dyn Fn() -> bool + Sync)) -> bool {
        if self.seen.as_ref().is_some_and(|seen| is_same(seen, snapshot)) {
            return true;
        }
        self.forget_what_changed(snapshot);
        // The last block of before may have grown.
        let first = self.fitting.len().saturating_sub(1);
        let Some(fitting) = self.plan.masks(snapshot, first, is_called_off) else {
            return false;
        };
        self.fitting.truncate(first);
        self.fitting.extend(fitting);
        {
            let words = snapshot.dictionary.read();
            self.types.learn(&words);
            self.vendors.learn(&words);
            self.clients.learn(&words);
        }
        self.find_rows(snapshot);
        self.total = snapshot.order.len();
        self.seen = Some(snapshot.clone());
        true
    }

    /// Begins again where the old answers may no longer hold.
    fn forget_what_changed(&mut self, snapshot: &Snapshot) {
        let Some(seen) = &self.seen else { return };
        let is_shorter = snapshot.rows_end() < seen.rows_end();
        let has_other_words = !Arc::ptr_eq(&seen.dictionary, &snapshot.dictionary);
        if is_shorter || has_other_words || self.plan.depends_on_session() {
            self.fitting.clear();
            self.matching.clear();
            self.rows = Rows::Some(Vec::new());
        }
        if has_other_words {
            self.types.forget();
            self.vendors.forget();
            self.clients.forget();
            self.plan.forget();
        }
    }

    fn find_rows(&mut self, snapshot: &Snapshot) {
        if self.plan.is_everything() && !self.restricts() {
            self.rows = Rows::All(Arc::clone(&snapshot.order));
            return;
        }
        let matching: Vec<u128> = snapshot
            .blocks
            .iter()
            .zip(&self.fitting)
            .map(|(block, fitting)| fitting & self.lists(block) & snapshot.visible(block))
            .collect();
        let rows = match std::mem::replace(&mut self.rows, Rows::Some(Vec::new())) {
            Rows::Some(rows) if !rows.is_empty() => self.merged(rows, &matching, snapshot),
            _ => {
                let fits = |row: &Row| is_in(&matching, *row);
                snapshot.order.iter().copied().filter(fits).collect()
            }
        };
        self.rows = Rows::Some(rows);
        self.matching = matching;
    }

    /// Takes out what is gone and puts in what is new.
    fn merged(&self, mut rows: Vec<Row>, matching: &[u128], snapshot: &Snapshot) -> Vec<Row> {
        let before = |block: usize| self.matching.get(block).copied().unwrap_or(0);
        let is_gone = |block: usize| before(block) & !matching[block] != 0;
        if (0..matching.len()).any(is_gone) {
            rows.retain(|row| is_in(matching, *row));
        }
        let fresh = snapshot
            .blocks
            .iter()
            .zip(matching)
            .enumerate()
            .flat_map(|(number, (block, now))| places(now & !before(number)).map(|place| block.row(place)))
            .collect();
        merge(&mut rows, fresh, |left, right| snapshot.order_of(left, right));
        rows
    }

    fn restricts(&self) -> bool {
        self.types.restricts() || self.vendors.restricts() || self.clients.restricts()
    }

    fn lists(&self, block: &Block) -> u128 {
        self.of_types(block) & self.vendors.mask(&block.columns.vendors) & self.clients.mask(&block.columns.clients)
    }

    fn of_types(&self, block: &Block) -> u128 {
        self.types.mask(&block.columns.event_types) | self.types.mask(&block.columns.kinds)
    }

    pub(super) fn facets(&self, snapshot: &Snapshot) -> Facets {
        let (mut types, mut vendors, mut clients) = (Tally::default(), Tally::default(), Tally::default());
        for (block, fitting) in snapshot.blocks.iter().zip(&self.fitting) {
            let shown = fitting & snapshot.visible(block);
            let columns = &block.columns;
            // A row counts for a field when it matches all the others.
            let (of_types, of_vendors, of_clients) = (
                self.of_types(block),
                self.vendors.mask(&columns.vendors),
                self.clients.mask(&columns.clients),
            );
            for place in places(shown & of_vendors & of_clients) {
                types.add(columns.event_types[place]);
            }
            for place in places(shown & of_types & of_clients) {
                vendors.add(columns.vendors[place]);
            }
            for place in places(shown & of_types & of_vendors) {
                if columns.clients[place] != NO_CLIENT {
                    clients.add(columns.clients[place]);
                }
            }
        }
        let words = snapshot.dictionary.read();
        Facets {
            types: types.list(&words, &self.types),
            vendors: vendors.list(&words, &self.vendors),
            clients: clients.list(&words, &self.clients),
        }
    }
}

fn is_same(left: &Snapshot, right: &Snapshot) -> bool {
    Arc::ptr_eq(&left.blocks, &right.blocks)
        && Arc::ptr_eq(&left.replaced, &right.replaced)
        && Arc::ptr_eq(&left.flags, &right.flags)
}

/// The names a filter's list stands for, as words.
pub(super) struct Chosen {
    wanted: Vec<String>,
    is_chosen: Vec<bool>,
}

impl Chosen {
    fn new(wanted: &[String]) -> Self {
        Self {
            wanted: wanted.iter().map(|name| name.to_lowercase()).collect(),
            is_chosen: Vec::new(),
        }
    }

    fn learn(&mut self, words: &Words) {
        if self.wanted.is_empty() {
            return;
        }
        let wanted = &self.wanted;
        let new = &words.words[self.is_chosen.len().min(words.words.len())..];
        let is_wanted = |text: &str| wanted.iter().any(|name| *name == text.to_lowercase());
        self.is_chosen
            .extend(new.iter().map(|word| !word.is_number && is_wanted(&word.text)));
    }

    fn forget(&mut self) {
        self.is_chosen.clear();
    }

    fn restricts(&self) -> bool {
        !self.wanted.is_empty()
    }

    pub(super) fn names(&self, word: u32) -> bool {
        self.is_chosen.get(word as usize).copied().unwrap_or(false)
    }

    /// Names that the filter has and the archive may not.
    pub(super) fn wanted(&self) -> &[String] {
        &self.wanted
    }

    fn mask(&self, column: &[u32]) -> u128 {
        if self.wanted.is_empty() {
            return u128::MAX;
        }
        mask_of(column, |word| self.names(*word))
    }
}
