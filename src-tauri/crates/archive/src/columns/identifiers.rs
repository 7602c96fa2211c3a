//! The identifiers of a block's events. Those of the file stay in its bytes: that takes less room than a list of them,
//! and nobody asks for most of them.

use bytes::Bytes;
use event::EventId;
use uuid::Uuid;

use super::take;
use crate::codec::{Damaged, read_varint, write_varint};

/// One identifier for each row.
#[derive(Debug, Clone)]
pub(crate) enum Identifiers {
    List(Vec<EventId>),
    /// All of them UUIDs, each behind a byte that says so.
    Uuids(Bytes),
}

const UUID: u8 = 0;
const TEXT: u8 = 1;
const UUID_AND_KIND: usize = 17;

impl Default for Identifiers {
    fn default() -> Self {
        Self::List(Vec::new())
    }
}

impl Identifiers {
    pub(super) fn len(&self) -> usize {
        match self {
            Self::List(list) => list.len(),
            Self::Uuids(bytes) => bytes.len() / UUID_AND_KIND,
        }
    }

    /// Bytes in memory beside the column itself.
    pub(super) fn held(&self) -> usize {
        let text = |id: &EventId| match id {
            EventId::Uuid(_) => 0,
            EventId::Text(text) => text.len(),
        };
        match self {
            Self::List(list) => list.capacity() * size_of::<EventId>() + list.iter().map(text).sum::<usize>(),
            Self::Uuids(bytes) => bytes.len(),
        }
    }

    pub(super) fn push(&mut self, id: EventId) {
        if let Self::Uuids(_) = self {
            *self = Self::List(self.iter().collect());
        }
        if let Self::List(list) = self {
            list.push(id);
        }
    }

    pub(crate) fn get(&self, place: usize) -> Option<EventId> {
        match self {
            Self::List(list) => list.get(place).cloned(),
            Self::Uuids(bytes) => {
                let start = place.checked_mul(UUID_AND_KIND)? + 1;
                let uuid = bytes.get(start..start + UUID_AND_KIND - 1)?;
                Some(EventId::Uuid(Uuid::from_slice(uuid).ok()?))
            }
        }
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = EventId> {
        (0..self.len()).filter_map(|place| self.get(place))
    }

    /// The same identifiers in as little room as they need: nothing is added any more.
    pub(super) fn narrowed(self) -> Self {
        match self {
            Self::List(list) if list.iter().all(|id| matches!(id, EventId::Uuid(_))) => {
                let mut bytes = Vec::with_capacity(list.len() * UUID_AND_KIND);
                Self::List(list).write(&mut bytes);
                Self::Uuids(bytes.into())
            }
            Self::List(mut list) => {
                list.shrink_to_fit();
                Self::List(list)
            }
            Self::Uuids(bytes) => Self::Uuids(bytes),
        }
    }

    pub(super) fn write(&self, bytes: &mut Vec<u8>) {
        for id in self.iter() {
            match id {
                EventId::Uuid(uuid) => {
                    bytes.push(UUID);
                    bytes.extend_from_slice(uuid.as_bytes());
                }
                EventId::Text(text) => {
                    bytes.push(TEXT);
                    write_varint(bytes, text.len() as u64);
                    bytes.extend_from_slice(text.as_bytes());
                }
            }
        }
    }

    /// The identifiers of so many rows that begin at a place.
    pub(super) fn at(bytes: &Bytes, at: usize, rows: usize) -> Result<Self, Damaged> {
        if let Some(uuids) = bytes.get(at..at + rows * UUID_AND_KIND)
            && uuids.iter().step_by(UUID_AND_KIND).all(|kind| *kind == UUID)
        {
            return Ok(Self::Uuids(bytes.slice(at..at + uuids.len())));
        }
        let mut at = at;
        (0..rows)
            .map(|_| read(bytes, &mut at))
            .collect::<Result<_, _>>()
            .map(Self::List)
    }
}

fn read(bytes: &[u8], at: &mut usize) -> Result<EventId, Damaged> {
    match take(bytes, at, 1)? {
        [UUID] => {
            let uuid = take(bytes, at, 16)?;
            Ok(EventId::Uuid(Uuid::from_slice(uuid).map_err(|_| Damaged)?))
        }
        [TEXT] => {
            let length = usize::try_from(read_varint(bytes, at)?).map_err(|_| Damaged)?;
            let text = std::str::from_utf8(take(bytes, at, length)?).map_err(|_| Damaged)?;
            Ok(EventId::Text(text.into()))
        }
        _ => Err(Damaged),
    }
}
