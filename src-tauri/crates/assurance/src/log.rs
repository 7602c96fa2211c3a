//! The events of one session, in memory.

mod names;
mod parts;
mod row;
mod rows_by_id;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use serde::de::IgnoredAny;
use tokio::sync::watch;

pub(crate) use event::EventId;
pub(crate) use names::{NameId, Names};
pub(crate) use row::Row;

use event::PayloadHead;
use event::{Event, EventHead};
use event::{Headline, summary};
use parts::{Parts, Whole};
use rows_by_id::RowsById;

/// Every event of a session that has arrived so far, each once.
///
/// Per event it keeps the text and a few small columns; nothing else is read before somebody looks at it. Parts of a
/// large event are shown as parts until all are there, then the whole takes their place. Any number of threads may
/// read and write.
pub struct EventLog {
    inner: RwLock<Inner>,
    headlines: Mutex<HashMap<u32, Arc<Headline>>>,
    revision: watch::Sender<u64>,
}

/// The rows as they arrived, never reordered, so that a row's number stays valid. Views put them in order.
#[derive(Default)]
pub(crate) struct Inner {
    pub(crate) rows: Vec<Row>,
    pub(crate) vendors: Names,
    pub(crate) kinds: Names,
    pub(crate) event_types: Names,
    pub(crate) clients: Names,
    pub(crate) labels: Names,
    /// Rows that a whole has replaced, in the order in which that happened.
    pub(crate) hidden: Vec<u32>,
    /// Rows of Adobe's type `client`: who connected and who left.
    pub(crate) client_rows: Vec<u32>,
    /// Per client: when it was first seen, and how many events it has.
    pub(crate) client_counts: Vec<ClientCount>,
    by_id: RowsById,
    parts: Parts,
}

/// What the log counts for each client.
pub(crate) struct ClientCount {
    pub(crate) first_seen: i64,
    pub(crate) events: usize,
}

/// What [`EventLog::insert`] did with a batch.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Inserted {
    /// Events that were new.
    pub added: usize,
    /// Events that the log had already.
    pub known: usize,
}

/// Headlines are small and quickly made again, so only as many are kept as a few screens show.
const MOST_HEADLINES: usize = 20_000;

impl Default for EventLog {
    fn default() -> Self {
        Self {
            inner: RwLock::default(),
            headlines: Mutex::default(),
            revision: watch::Sender::new(0),
        }
    }
}

impl EventLog {
    /// An empty log.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds what is new of a batch, in any order; an event is known by its uuid, in any case.
    pub fn insert(&self, batch: impl IntoIterator<Item = Event>) -> Inserted {
        let mut inserted = Inserted::default();
        // Read before the lock is taken: the window must not wait for a payload of megabytes.
        let read: Vec<(Event, PayloadHead)> = batch
            .into_iter()
            .map(|event| {
                let head = PayloadHead::of(&event);
                (event, head)
            })
            .collect();
        let mut inner = self.write();
        for (event, head) in read {
            if inner.insert(&event, head) {
                inserted.added += 1;
            } else {
                inserted.known += 1;
            }
        }
        drop(inner);
        if inserted.added > 0 {
            self.revision.send_modify(|revision| *revision += 1);
        }
        inserted
    }

    /// A number that grows with every change.
    #[must_use]
    pub fn revision(&self) -> u64 {
        *self.revision.borrow()
    }

    /// Tells of every change, with the newest [`EventLog::revision`].
    #[must_use]
    pub fn changes(&self) -> watch::Receiver<u64> {
        self.revision.subscribe()
    }

    /// How many events the log shows; a whole event counts once, its parts no more.
    #[must_use]
    pub fn len(&self) -> usize {
        let inner = self.read();
        inner.rows.len() - inner.hidden.len()
    }

    /// Whether there is no event yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether an event is there, in any case of its uuid.
    #[must_use]
    pub fn contains(&self, uuid: &str) -> bool {
        self.read().by_id.row(&EventId::new(uuid)).is_some()
    }

    /// One event; for a part of a whole event, the whole.
    #[must_use]
    pub fn event(&self, uuid: &str) -> Option<Event> {
        let inner = self.read();
        let row = inner.by_id.row(&EventId::new(uuid))?;
        Some(inner.event(row))
    }

    /// Whether an event is a part of a larger one whose other parts have not arrived.
    #[must_use]
    pub fn is_part(&self, uuid: &str) -> bool {
        let inner = self.read();
        let row = inner.by_id.row(&EventId::new(uuid));
        row.is_some_and(|row| inner.rows[row as usize].is_part)
    }

    /// Every event in the order of the session: timestamp, then eventNumber.
    #[must_use]
    pub fn in_order(&self) -> Vec<Event> {
        let inner = self.read();
        let mut shown: Vec<u32> = (0..inner.row_count())
            .filter(|row| !inner.rows[*row as usize].hidden)
            .collect();
        shown.sort_unstable_by(|left, right| inner.order(*left, *right));
        shown.into_iter().map(|row| inner.event(row)).collect()
    }

    /// How many rows there are now; later ones have higher numbers.
    pub(crate) fn row_count(&self) -> u32 {
        self.read().row_count()
    }

    /// Whether all these events arrived before the log had `rows` rows.
    pub(crate) fn had_all(&self, events: &[Event], rows: u32) -> bool {
        let inner = self.read();
        let row = |event: &Event| inner.by_id.row(&EventId::new(&event.uuid));
        events.iter().all(|event| row(event).is_some_and(|row| row < rows))
    }

    pub(crate) fn row_of(&self, uuid: &str) -> Option<u32> {
        self.read().by_id.row(&EventId::new(uuid))
    }

    /// The short description of a row, kept for the next time.
    pub(crate) fn headline(&self, row: u32) -> Arc<Headline> {
        if let Some(known) = self.headlines().get(&row) {
            return Arc::clone(known);
        }
        let event = self.read().event(row);
        let headline = Arc::new(Headline::from(summary(&event)));
        let mut headlines = self.headlines();
        if headlines.len() >= MOST_HEADLINES {
            headlines.clear();
        }
        headlines.insert(row, Arc::clone(&headline));
        headline
    }

    pub(crate) fn read(&self) -> RwLockReadGuard<'_, Inner> {
        self.inner.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, Inner> {
        self.inner.write().unwrap_or_else(PoisonError::into_inner)
    }

    fn headlines(&self) -> MutexGuard<'_, HashMap<u32, Arc<Headline>>> {
        self.headlines.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Inner {
    pub(crate) fn row_count(&self) -> u32 {
        self.rows.len() as u32
    }

    pub(crate) fn order(&self, left: u32, right: u32) -> std::cmp::Ordering {
        let order = self.rows[left as usize].order(&self.rows[right as usize]);
        order.then(left.cmp(&right))
    }

    pub(crate) fn event(&self, row: u32) -> Event {
        let row = &self.rows[row as usize];
        let head = EventHead {
            uuid: row.id.to_string(),
            event_number: row.event_number,
            client_id: row.client.map(|client| self.clients.text(client).to_owned()),
            timestamp: row.timestamp,
            vendor: self.vendors.text(row.vendor).to_owned(),
            kind: self.kinds.text(row.kind).to_owned(),
        };
        Event::from_parts(
            head,
            Arc::clone(&row.raw),
            row.payload.start as usize..row.payload.end as usize,
        )
    }

    /// Adds an event; says whether it was new. A text that 32 bits cannot measure is not taken.
    fn insert(&mut self, event: &Event, head: PayloadHead) -> bool {
        let id = EventId::new(&event.uuid);
        let too_large = u32::try_from(event.raw().len()).is_err() || u32::try_from(self.rows.len() + 1).is_err();
        if too_large || self.by_id.row(&id).is_some() {
            return false;
        }
        let row = self.push(event, id, &head);
        if let Some(part) = head.part {
            self.rows[row as usize].is_part = true;
            if let Some(whole) = self.parts.add(row, part) {
                self.put_together(&whole);
            }
        }
        true
    }

    fn push(&mut self, event: &Event, id: EventId, head: &PayloadHead) -> u32 {
        let row = self.row_count();
        self.by_id.put(&id, row);
        let client = event
            .client_id
            .as_deref()
            .map(|client| self.client(client, event.timestamp));
        if event.kind.eq_ignore_ascii_case("client") {
            self.client_rows.push(row);
        }
        let payload = event.payload_range();
        let new = Row {
            timestamp: event.timestamp,
            event_number: event.event_number,
            id,
            vendor: self.vendors.id(&event.vendor),
            kind: self.kinds.id(&event.kind),
            event_type: self.event_types.id(&head.event_type(&event.kind)),
            client,
            label: self.labels.id(&head.label(&event.kind)),
            raw: event.shared_raw(),
            payload: payload.start as u32..payload.end as u32,
            is_part: false,
            hidden: false,
        };
        self.rows.push(new);
        row
    }

    fn client(&mut self, client: &str, timestamp: i64) -> NameId {
        let id = self.clients.id(&client.to_lowercase());
        if self.client_counts.len() <= id as usize {
            self.client_counts.push(ClientCount {
                first_seen: timestamp,
                events: 0,
            });
        }
        let count = &mut self.client_counts[id as usize];
        count.first_seen = count.first_seen.min(timestamp);
        count.events += 1;
        id
    }

    /// Puts the whole in the place of its parts: the first part's event with the payload that all of them make.
    fn put_together(&mut self, whole: &Whole) {
        let Some(first) = whole.rows.first().map(|row| self.event(*row)) else {
            return;
        };
        // What does not make JSON again is shown as the text it is.
        let payload = match serde_json::from_str::<IgnoredAny>(&whole.payload) {
            Ok(_) => whole.payload.trim().to_owned(),
            Err(_) => serde_json::Value::from(whole.payload.as_str()).to_string(),
        };
        let place = first.payload_range();
        let text = format!("{}{payload}{}", &first.raw()[..place.start], &first.raw()[place.end..]);
        if u32::try_from(text.len()).is_err() {
            return;
        }
        let Ok(event) = Event::from_json(&text) else {
            return;
        };
        let mut head = PayloadHead::of(&event);
        head.part = None;
        let row = self.push(&event, EventId::new(&event.uuid), &head);
        for part in &whole.rows {
            let part_row = &mut self.rows[*part as usize];
            part_row.hidden = true;
            let (id, client) = (part_row.id.clone(), part_row.client);
            self.by_id.put(&id, row);
            self.hidden.push(*part);
            if let Some(client) = client {
                self.client_counts[client as usize].events -= 1;
            }
        }
    }
}

#[cfg(test)]
mod tests;
