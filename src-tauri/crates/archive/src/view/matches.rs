//! The matching rows in order, and the counts beside them.

use std::sync::{Arc, Mutex};

use crate::block::{Row, is_in, places};
use crate::evaluate::Plan;
use crate::snapshot::{Snapshot, merge};

use super::chosen::{ListOf, Lists};
use super::errors::Errors;
use super::facets::{Facets, Tally};
use super::{EventFilter, lock};

/// Names that are listed to filter by, apart from those of the filter.
const MOST_NAMES: usize = 50;

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
    lists: Lists,
    /// Per block the rows that tell of an error, where only those are asked for.
    errors: Option<Arc<Vec<u128>>>,
    /// Per block the rows that fit the query, whatever the lists say.
    fitting: Vec<u128>,
    /// Per block the rows that match, among those that are shown.
    matching: Vec<u128>,
    rows: Rows,
    /// Whether hidden events and those of a cleared session are shown too.
    shows_hidden: bool,
    /// Events that match and are hidden.
    hidden: usize,
    total: usize,
    /// Counts the changes of the rows.
    changes: u64,
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
            lists: Lists::new(filter),
            errors: filter.errors.then(Arc::default),
            fitting: Vec::new(),
            matching: Vec::new(),
            rows: Rows::Some(Vec::new()),
            shows_hidden: false,
            hidden: 0,
            total: 0,
            changes: 0,
            seen: None,
        }
    }

    pub(super) fn rows(&self) -> &[Row] {
        match &self.rows {
            Rows::All(rows) => rows,
            Rows::Some(rows) => rows,
        }
    }

    /// Per block the rows that match, among those that are shown; none where all of them do.
    pub(super) fn masks(&self) -> Option<&[u128]> {
        match &self.rows {
            Rows::All(_) => None,
            Rows::Some(_) => Some(&self.matching),
        }
    }

    /// Another number whenever the rows may be others.
    pub(super) fn changes(&self) -> u64 {
        self.changes
    }

    /// Whether the filter leaves events of a client in.
    pub(super) fn shows_client(&self, client: u32) -> bool {
        self.lists.chosen(ListOf::Clients).lets_through(client)
    }

    pub(super) fn total(&self) -> usize {
        self.total
    }

    /// How many events match and are hidden, or were before the session was cleared, whether they are shown or not.
    pub(super) fn hidden(&self) -> usize {
        self.hidden
    }

    /// Shows what is hidden too, from the next look on.
    pub(super) fn show_hidden(&mut self, is_shown: bool) {
        if self.shows_hidden != is_shown {
            self.shows_hidden = is_shown;
            if let Some(seen) = self.seen.clone() {
                self.find_rows(&seen);
            }
        }
    }

    /// Whoever asks for what is hidden wants to see it.
    pub(super) fn leaves_out(&self, snapshot: &Snapshot) -> bool {
        !self.shows_hidden && !self.plan.asks_for_hidden() && snapshot.marks.leaves_out()
    }

    /// Looks at what is new. Says whether it came to the end.
    pub(super) fn advance(
        &mut self,
        snapshot: &Snapshot,
        errors: &Mutex<Errors>,
        is_called_off: &(dyn Fn() -> bool + Sync),
    ) -> bool {
        if self.seen.as_ref().is_some_and(|seen| is_same(seen, snapshot)) {
            return true;
        }
        self.forget_what_changed(snapshot);
        // The last block of before may have grown.
        let first = self.fitting.len().saturating_sub(1);
        let Some(fitting) = self.plan.masks(snapshot, first, is_called_off) else {
            return false;
        };
        if self.errors.is_some() {
            let Some(errors) = lock(errors).up_to(snapshot, is_called_off) else {
                return false;
            };
            self.errors = Some(errors);
        }
        self.fitting.truncate(first);
        self.fitting.extend(fitting);
        self.lists.learn(snapshot.dictionary.read());
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
            self.lists.forget();
            self.plan.forget();
        }
    }

    fn find_rows(&mut self, snapshot: &Snapshot) {
        self.changes += 1;
        let shows_all = self.plan.is_everything() && !self.restricts() && !self.leaves_out(snapshot);
        self.hidden = 0;
        if shows_all && !snapshot.marks.leaves_out() {
            self.rows = Rows::All(Arc::clone(&snapshot.order));
            return;
        }
        let mut matching: Vec<u128> = snapshot
            .blocks
            .iter()
            .zip(&self.fitting)
            .enumerate()
            .map(|(number, (block, fitting))| {
                fitting & self.with_error(number) & self.lists.mask(block) & snapshot.visible(block)
            })
            .collect();
        self.hidden = self.leave_out(&mut matching, snapshot);
        if shows_all {
            self.rows = Rows::All(Arc::clone(&snapshot.order));
            return;
        }
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

    /// Takes out what is hidden, unless it is to be shown. Returns how much is hidden.
    fn leave_out(&self, matching: &mut [u128], snapshot: &Snapshot) -> usize {
        if !snapshot.marks.leaves_out() {
            return 0;
        }
        let leaves_out = self.leaves_out(snapshot);
        let mut hidden = 0;
        for (block, matching) in snapshot.blocks.iter().zip(matching) {
            let left_out = *matching & snapshot.marks.left_out(block);
            hidden += left_out.count_ones() as usize;
            if leaves_out {
                *matching &= !left_out;
            }
        }
        hidden
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
        self.lists.restrict() || self.errors.is_some()
    }

    /// The rows of a block that tell of an error; all where it does not matter.
    fn with_error(&self, block: usize) -> u128 {
        match &self.errors {
            Some(errors) => errors.get(block).copied().unwrap_or(0),
            None => u128::MAX,
        }
    }

    /// Counts the values to filter by; `errors` are the rows that tell of an error, per block.
    pub(super) fn facets(&self, snapshot: &Snapshot, errors: &[u128]) -> Facets {
        let words = snapshot.dictionary.read();
        let mut tallies = ListOf::ALL.map(|_| Tally::of(words.count()));
        let mut with_error = 0;
        let leaves_out = self.leaves_out(snapshot);
        for (number, (block, fitting)) in snapshot.blocks.iter().zip(&self.fitting).enumerate() {
            let left_out = if leaves_out { snapshot.marks.left_out(block) } else { 0 };
            let shown = fitting & snapshot.visible(block) & !left_out;
            let lists = self.lists.masks(block);
            // A row counts for a field when it matches all the others.
            let others = |own: usize| {
                let others = lists.iter().enumerate().filter(|(list, _)| *list != own);
                others.fold(shown, |all, (_, mask)| all & mask)
            };
            let of_errors = errors.get(number).copied().unwrap_or(0);
            with_error += (others(lists.len()) & of_errors).count_ones() as usize;
            for (list, tally) in ListOf::ALL.into_iter().zip(&mut tallies) {
                let column = list.column(block);
                let rows = others(list as usize) & self.with_error(number);
                column.count(rows, |word, count| tally.add(word, count));
            }
        }
        let list = |list: ListOf, most: usize| tallies[list as usize].list(words, self.lists.chosen(list), most);
        Facets {
            types: list(ListOf::Types, usize::MAX),
            vendors: list(ListOf::Vendors, usize::MAX),
            clients: list(ListOf::Clients, usize::MAX),
            sources: list(ListOf::Sources, usize::MAX),
            names: list(ListOf::Names, MOST_NAMES),
            errors: with_error,
        }
    }
}

fn is_same(left: &Snapshot, right: &Snapshot) -> bool {
    Arc::ptr_eq(&left.blocks, &right.blocks)
        && Arc::ptr_eq(&left.replaced, &right.replaced)
        && Arc::ptr_eq(&left.marks, &right.marks)
}
