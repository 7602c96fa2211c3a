//! From identifier to row.

use std::collections::HashMap;

use event::EventId;
use uuid::Uuid;

/// From identifier to row.
#[derive(Default)]
pub(crate) struct RowsById {
    uuids: HashMap<Uuid, u32>,
    others: HashMap<Box<str>, u32>,
}

impl RowsById {
    pub(crate) fn row(&self, id: &EventId) -> Option<u32> {
        match id {
            EventId::Uuid(uuid) => self.uuids.get(uuid).copied(),
            EventId::Text(text) => self.others.get(text).copied(),
        }
    }

    pub(crate) fn put(&mut self, id: &EventId, row: u32) {
        match id {
            EventId::Uuid(uuid) => self.uuids.insert(*uuid, row),
            EventId::Text(text) => self.others.insert(text.clone(), row),
        };
    }
}
