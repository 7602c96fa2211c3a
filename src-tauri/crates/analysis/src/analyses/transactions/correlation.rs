//! Which events belong to one request. An event names the request, the app's event, or both; whatever names one of
//! them belongs together, in whatever order it arrives.

use std::sync::Arc;

use event::EventId;
use hashbrown::HashMap;

use super::step::{Part, Step};
use super::transaction::{Member, Said, Transaction};
use crate::in_order::{Place, Placed};
use crate::told::Words;

/// All requests so far.
#[derive(Default)]
pub(super) struct Correlation {
    /// The transaction that a request belongs to, and the one that an event of the app belongs to.
    by_request: HashMap<EventId, usize>,
    by_event: HashMap<EventId, usize>,
    /// Those that have become part of another are left behind empty.
    all: Vec<Transaction>,
    causes: HashMap<EventId, Cause>,
}

/// An event of the app that may have caused a request.
pub(super) struct Cause {
    pub(super) at: Place,
    pub(super) label: Arc<str>,
}

impl Correlation {
    pub(super) fn add(&mut self, found: Placed<Step>, words: &mut Words) {
        let Placed { at, client, what } = found;
        match what {
            Step::Cause { id, label } => {
                let cause = Cause {
                    at,
                    label: words.word(&label),
                };
                match self.causes.get(&id) {
                    // Of two events with one identifier the first is meant, whichever came first.
                    Some(known) if known.at < cause.at => {}
                    _ => drop(self.causes.insert(id, cause)),
                }
            }
            Step::Part(part) => self.add_part(at, client, part, words),
        }
    }

    fn add_part(&mut self, at: Place, client: Option<Arc<str>>, part: Part, words: &mut Words) {
        let by_request = part.request.as_ref().and_then(|id| self.by_request.get(id)).copied();
        let by_event = part.event.as_ref().and_then(|id| self.by_event.get(id)).copied();
        let place = match (by_request, by_event) {
            (Some(left), Some(right)) if left != right => self.join(left, right),
            (Some(place), _) | (None, Some(place)) => place,
            (None, None) => {
                self.all.push(Transaction::default());
                self.all.len() - 1
            }
        };
        let transaction = &mut self.all[place];
        if let Some(id) = part.request
            && self.by_request.insert(id.clone(), place).is_none()
        {
            transaction.requests.push(id);
        }
        if let Some(id) = part.event
            && self.by_event.insert(id.clone(), place).is_none()
        {
            transaction.events.push(id);
        }
        let member = Member {
            at,
            role: part.role,
            is_error: part.is_error,
            label: words.word(&part.label),
        };
        let said = Said {
            client,
            datastream: part.datastream.map(|id| words.word(&id)),
            cause: part.cause,
        };
        transaction.add(member, said);
    }

    /// Makes one of two; the smaller moves.
    fn join(&mut self, left: usize, right: usize) -> usize {
        let (from, to) = match self.all[left].len() < self.all[right].len() {
            true => (left, right),
            false => (right, left),
        };
        let moved = std::mem::take(&mut self.all[from]);
        for id in &moved.requests {
            self.by_request.insert(id.clone(), to);
        }
        for id in &moved.events {
            self.by_event.insert(id.clone(), to);
        }
        self.all[to].join(moved);
        to
    }

    pub(super) fn transactions(&self) -> impl Iterator<Item = &Transaction> {
        self.all.iter().filter(|transaction| transaction.len() > 0)
    }

    /// The transaction with this id, or that knows it as another.
    pub(super) fn find(&self, id: &str) -> Option<&Transaction> {
        let id = EventId::new(id);
        let place = self.by_event.get(&id).or_else(|| self.by_request.get(&id))?;
        self.all.get(*place)
    }

    /// The event that caused a request, when it is in the session.
    pub(super) fn cause_of(&self, transaction: &Transaction) -> Option<&Cause> {
        self.causes.get(transaction.cause()?)
    }
}
