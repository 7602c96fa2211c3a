//! The matching rows in order, and the counts beside them.

use crate::filter::{Matcher, Verdict};
use crate::log::{Inner, Row};

use super::Extent;
use super::facets::{Facets, Tally};

/// What one filter has found so far.
#[derive(Default)]
pub(super) struct Matches {
    pub(super) rows: Vec<u32>,
    pub(super) seen: Extent,
    pub(super) total: usize,
    event_types: Tally,
    vendors: Tally,
    clients: Tally,
}

impl Matches {
    /// Reads the rows up to `to`; those that match go to `fresh`, as they arrived.
    pub(super) fn read(&mut self, log: &Inner, matcher: &Matcher, to: u32, fresh: &mut Vec<u32>) {
        for number in self.seen.rows..to {
            let row = &log.rows[number as usize];
            let verdict = matcher.verdict(row);
            self.count(row, verdict, Tally::add);
            self.total += 1;
            if verdict.matches() {
                fresh.push(number);
            }
        }
        self.seen.rows = to;
    }

    /// Puts what was found in its place. Most of the time that is the end.
    pub(super) fn merge(&mut self, log: &Inner, mut fresh: Vec<u32>) {
        fresh.sort_unstable_by(|left, right| log.order(*left, *right));
        let Some(first) = fresh.first() else {
            return;
        };
        let place = self.rows.partition_point(|row| log.order(*row, *first).is_lt());
        let later = self.rows.split_off(place);
        self.rows.reserve(later.len() + fresh.len());
        let (mut later, mut fresh) = (later.into_iter().peekable(), fresh.into_iter().peekable());
        while let (Some(old), Some(new)) = (later.peek(), fresh.peek()) {
            let next = if log.order(*old, *new).is_lt() {
                later.next()
            } else {
                fresh.next()
            };
            self.rows.extend(next);
        }
        self.rows.extend(later);
        self.rows.extend(fresh);
    }

    /// Takes out the parts that a whole has replaced.
    pub(super) fn hide(&mut self, log: &Inner, matcher: &Matcher, to: usize) {
        if self.seen.hidden >= to {
            return;
        }
        let mut gone: Vec<u32> = log.hidden[self.seen.hidden..to].to_vec();
        for number in &gone {
            let row = &log.rows[*number as usize];
            self.count(row, matcher.verdict(row), Tally::take);
        }
        self.total -= gone.len();
        gone.sort_unstable();
        self.rows.retain(|row| gone.binary_search(row).is_err());
        self.seen.hidden = to;
    }

    pub(super) fn position(&self, log: &Inner, row: u32) -> Option<usize> {
        self.rows.binary_search_by(|other| log.order(*other, row)).ok()
    }

    pub(super) fn facets(&self, log: &Inner, matcher: &Matcher) -> Facets {
        Facets {
            types: self
                .event_types
                .list(&log.event_types, &|name| matcher.names_type(name)),
            vendors: self.vendors.list(&log.vendors, &|name| matcher.names_vendor(name)),
            clients: self.clients.list(&log.clients, &|name| matcher.names_client(name)),
        }
    }

    /// A row counts for a field when it matches all the others.
    fn count(&mut self, row: &Row, verdict: Verdict, change: fn(&mut Tally, u32)) {
        if !verdict.text {
            return;
        }
        if verdict.vendor && verdict.client {
            change(&mut self.event_types, row.event_type);
        }
        if verdict.event_type && verdict.client {
            change(&mut self.vendors, row.vendor);
        }
        if let Some(client) = row.client
            && verdict.event_type
            && verdict.vendor
        {
            change(&mut self.clients, client);
        }
    }
}
