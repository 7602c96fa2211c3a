//! One session with its events, in the order they are read.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Annotation, Event, EventCursor, Limits, Refusal, Session};

const MINUTE: i64 = 60_000;

/// A session, its events from oldest to newest, and who is connected.
#[derive(Debug)]
pub(super) struct Record {
    pub(super) session: Session,
    /// Sorted by [`Event::position`] at all times, so that reading a page never sorts.
    events: Vec<Arc<Event>>,
    pub(super) connected: HashSet<Uuid>,
    minute: MinuteCount,
}

/// What is kept of a record on disk. It shares the events, so that taking it is quick.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct SavedRecord {
    pub(super) session: Session,
    #[serde(with = "shared_events")]
    events: Vec<Arc<Event>>,
}

#[derive(Debug, Default)]
struct MinuteCount {
    started: i64,
    events: u32,
}

impl Record {
    pub(super) fn new(session: Session) -> Self {
        Self {
            session,
            events: Vec::new(),
            connected: HashSet::new(),
            minute: MinuteCount::default(),
        }
    }

    pub(super) fn saved(&self) -> SavedRecord {
        SavedRecord {
            session: self.session.clone(),
            events: self.events.clone(),
        }
    }

    pub(super) fn len(&self) -> usize {
        self.events.len()
    }

    /// Puts many events where they belong. Only what is newer than the oldest of them is sorted, so late and mixed arrivals
    /// cost little in a large session.
    pub(super) fn insert_all(&mut self, events: Vec<Event>) {
        let Some(oldest) = events.iter().map(Event::position).min() else {
            return;
        };
        let start = self.events.partition_point(|event| event.position() <= oldest);
        self.events.extend(events.into_iter().map(Arc::new));
        self.events[start..].sort_by_key(|event| event.position());
    }

    /// Sets the annotations of events by their IDs. Returns how many there were.
    pub(super) fn annotate(&mut self, given: &mut HashMap<Uuid, Vec<Annotation>>) -> usize {
        let mut found = 0;
        for event in &mut self.events {
            if let Some(annotations) = given.remove(&event.uuid) {
                Arc::make_mut(event).annotations = annotations;
                found += 1;
            }
        }
        found
    }

    /// Counts `events` more events at `now` and says how many of them the limit lets in.
    pub(super) fn admit(&mut self, events: usize, now: i64, limits: Limits) -> usize {
        let Some(limit) = limits.events_per_minute else {
            return events;
        };
        if !(0..MINUTE).contains(&(now - self.minute.started)) {
            self.minute = MinuteCount {
                started: now,
                events: 0,
            };
        }
        let room = limit.saturating_sub(self.minute.events);
        let admitted = events.min(room as usize);
        self.minute.events += u32::try_from(admitted).unwrap_or(room);
        admitted
    }

    pub(super) fn connect(&mut self, client: Uuid, limits: Limits) -> Result<(), Refusal> {
        if !self.connected.contains(&client) && self.connected.len() >= limits.connections {
            return Err(Refusal::ConnectionLimit);
        }
        self.connected.insert(client);
        Ok(())
    }

    /// Page number `page` of `size` events, counted from the newest, newest first.
    pub(super) fn page(&self, page: usize, size: usize) -> Vec<Arc<Event>> {
        let end = self.events.len().saturating_sub(page.saturating_mul(size));
        let start = end.saturating_sub(size);
        self.events[start..end].iter().rev().cloned().collect()
    }

    /// The `first` events after `cursor`, oldest first.
    pub(super) fn after(&self, cursor: Option<EventCursor>, first: usize) -> Vec<Arc<Event>> {
        self.events[self.span_after(cursor, first)].to_vec()
    }

    /// A cursor cannot tell apart events with the same time and number, so a page never ends between two of them: it is
    /// longer than asked for instead, and a walk by cursor misses nothing.
    fn span_after(&self, cursor: Option<EventCursor>, first: usize) -> Range<usize> {
        let start = cursor.map_or(0, |cursor| {
            let position = (cursor.timestamp, cursor.event_number);
            self.events.partition_point(|event| event.position() <= position)
        });
        let mut end = start.saturating_add(first).min(self.events.len());
        while end > start && end < self.events.len() && self.events[end].position() == self.events[end - 1].position() {
            end += 1;
        }
        start..end
    }
}

impl From<SavedRecord> for Record {
    fn from(saved: SavedRecord) -> Self {
        let mut record = Self::new(saved.session);
        record.events = saved.events;
        record
    }
}

mod shared_events {
    use super::{Arc, Event};
    use serde::ser::SerializeSeq;
    use serde::{Deserialize, Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(events: &[Arc<Event>], serializer: S) -> Result<S::Ok, S::Error> {
        let mut sequence = serializer.serialize_seq(Some(events.len()))?;
        for event in events {
            sequence.serialize_element(event.as_ref())?;
        }
        sequence.end()
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Arc<Event>>, D::Error> {
        let mut events = Vec::<Event>::deserialize(deserializer)?;
        events.sort_by_key(Event::position);
        Ok(events.into_iter().map(Arc::new).collect())
    }
}
