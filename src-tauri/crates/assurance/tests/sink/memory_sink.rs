//! Events that are followed into memory.

use std::collections::HashMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use event::{Event, EventId, EventSink, Inserted, SinkProblem};
use tokio::sync::watch;

/// Keeps each event once, unless it is told to be full.
#[derive(Default)]
pub(crate) struct MemorySink {
    kept: Mutex<Kept>,
    changes: watch::Sender<usize>,
    is_full: AtomicBool,
}

#[derive(Default)]
struct Kept {
    events: Vec<Event>,
    places: HashMap<EventId, usize>,
}

#[derive(Debug, thiserror::Error)]
#[error("there is no room")]
struct NoRoom;

impl MemorySink {
    pub(crate) fn changes(&self) -> watch::Receiver<usize> {
        self.changes.subscribe()
    }

    #[allow(dead_code, reason = "each test program uses its part")]
    pub(crate) fn events(&self) -> Vec<Event> {
        self.kept.lock().unwrap().events.clone()
    }

    #[allow(dead_code, reason = "each test program uses its part")]
    pub(crate) fn be_full(&self, is_full: bool) {
        self.is_full.store(is_full, Ordering::SeqCst);
    }
}

impl EventSink for MemorySink {
    fn insert(&self, batch: Vec<Event>) -> Result<Inserted, SinkProblem> {
        if self.is_full.load(Ordering::SeqCst) {
            return Err(SinkProblem::new(NoRoom));
        }
        let mut inserted = Inserted::default();
        let mut kept = self.kept.lock().unwrap();
        for event in batch {
            let (id, place) = (EventId::new(&event.uuid), kept.events.len());
            if kept.places.contains_key(&id) {
                inserted.known += 1;
                continue;
            }
            inserted.added += 1;
            kept.places.insert(id, place);
            kept.events.push(event);
        }
        let count = kept.events.len();
        drop(kept);
        self.changes.send_replace(count);
        Ok(inserted)
    }

    fn mark(&self) -> u32 {
        self.len() as u32
    }

    fn had_all(&self, events: &[Event], mark: u32) -> bool {
        let kept = self.kept.lock().unwrap();
        let place = |event: &Event| kept.places.get(&EventId::new(&event.uuid)).copied();
        events
            .iter()
            .all(|event| place(event).is_some_and(|place| place < mark as usize))
    }

    fn contains(&self, uuid: &str) -> bool {
        self.kept.lock().unwrap().places.contains_key(&EventId::new(uuid))
    }

    fn len(&self) -> usize {
        self.kept.lock().unwrap().events.len()
    }
}
