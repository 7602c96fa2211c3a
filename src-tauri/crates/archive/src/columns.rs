//! What is kept of every event in memory, so that lists and filters need not read the file.

use event::EventId;
use uuid::Uuid;

use crate::codec::{Damaged, Head, ROWS_OF_BLOCK, read_varint, unzigzag, write_varint, zigzag};

/// No client.
pub(crate) const NO_CLIENT: u32 = u32::MAX;

/// The heads of one block's rows, a list for each value. Texts are words of the dictionary.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Columns {
    pub(crate) ids: Vec<EventId>,
    /// Milliseconds since 1970.
    pub(crate) timestamps: Vec<i64>,
    pub(crate) event_numbers: Vec<i64>,
    /// [`NO_CLIENT`] where there is none.
    pub(crate) clients: Vec<u32>,
    pub(crate) vendors: Vec<u32>,
    pub(crate) kinds: Vec<u32>,
    pub(crate) names: Vec<u32>,
    pub(crate) event_types: Vec<u32>,
    pub(crate) sources: Vec<u32>,
    pub(crate) marks: Vec<RowMark>,
    /// Rows whose content a search has to look at as a whole.
    pub(crate) odd: u128,
    /// Rows with a string of JSON that was cut up as well.
    pub(crate) inner: u128,
}

/// What kind of row it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RowMark {
    /// An event as it came.
    Event,
    /// A part of a larger event.
    Part,
    /// An event that was put together of parts; not one that came.
    Whole,
    /// The same event came before; the row counts for nothing.
    Again,
}

impl RowMark {
    fn of(number: u8) -> Result<Self, Damaged> {
        Ok(match number {
            0 => Self::Event,
            1 => Self::Part,
            2 => Self::Whole,
            3 => Self::Again,
            _ => return Err(Damaged),
        })
    }
}

impl Columns {
    pub(crate) fn with_room() -> Self {
        let mut columns = Self::default();
        columns.ids.reserve_exact(ROWS_OF_BLOCK);
        columns
    }

    pub(crate) fn len(&self) -> usize {
        self.ids.len()
    }

    pub(crate) fn push(&mut self, head: &Head, mark: RowMark) {
        self.ids.push(head.id.clone());
        self.timestamps.push(head.timestamp);
        self.event_numbers.push(head.event_number);
        self.clients.push(head.client.unwrap_or(NO_CLIENT));
        self.vendors.push(head.vendor);
        self.kinds.push(head.kind);
        self.names.push(head.name);
        self.event_types.push(head.event_type);
        self.sources.push(head.source);
        self.marks.push(mark);
    }

    /// Says of the row at a place what a search has to know.
    pub(crate) fn note(&mut self, place: usize, is_odd: bool, has_inner: bool) {
        self.odd |= u128::from(is_odd) << place;
        self.inner |= u128::from(has_inner) << place;
    }

    pub(crate) fn client(&self, place: usize) -> Option<u32> {
        let client = self.clients[place];
        (client != NO_CLIENT).then_some(client)
    }

    /// The rows that are events to show, whole or in parts.
    pub(crate) fn present(&self) -> u128 {
        mask_of(&self.marks, |mark| *mark != RowMark::Again)
    }

    /// For the file.
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.len() * 40);
        write_varint(&mut bytes, self.len() as u64);
        for numbers in [&self.timestamps, &self.event_numbers] {
            let mut before = 0i64;
            for number in numbers {
                write_varint(&mut bytes, zigzag(number.wrapping_sub(before)));
                before = *number;
            }
        }
        for names in [
            &self.clients,
            &self.vendors,
            &self.kinds,
            &self.names,
            &self.event_types,
            &self.sources,
        ] {
            for name in names {
                write_varint(&mut bytes, u64::from(name.wrapping_add(1)));
            }
        }
        let bit = |mask: u128, place: usize| (mask >> place & 1) as u8;
        for (place, mark) in self.marks.iter().enumerate() {
            bytes.push(*mark as u8 | bit(self.odd, place) << 4 | bit(self.inner, place) << 5);
        }
        for id in &self.ids {
            match id {
                EventId::Uuid(uuid) => {
                    bytes.push(0);
                    bytes.extend_from_slice(uuid.as_bytes());
                }
                EventId::Text(text) => {
                    bytes.push(1);
                    write_varint(&mut bytes, text.len() as u64);
                    bytes.extend_from_slice(text.as_bytes());
                }
            }
        }
        bytes
    }

    /// The way back from [`Columns::to_bytes`].
    pub(crate) fn of_bytes(bytes: &[u8]) -> Result<Self, Damaged> {
        let mut at = 0;
        let rows = read_varint(bytes, &mut at)? as usize;
        if rows > ROWS_OF_BLOCK {
            return Err(Damaged);
        }
        // Lists of their final size: there are ten of them in each of many blocks.
        let mut numbers = || -> Result<Vec<i64>, Damaged> {
            let (mut list, mut before) = (Vec::with_capacity(rows), 0i64);
            for _ in 0..rows {
                before = before.wrapping_add(unzigzag(read_varint(bytes, &mut at)?));
                list.push(before);
            }
            Ok(list)
        };
        let (timestamps, event_numbers) = (numbers()?, numbers()?);
        let mut names = || -> Result<Vec<u32>, Damaged> {
            let mut list = Vec::with_capacity(rows);
            for _ in 0..rows {
                let name = u32::try_from(read_varint(bytes, &mut at)?).map_err(|_| Damaged)?;
                list.push(name.wrapping_sub(1));
            }
            Ok(list)
        };
        let columns = Self {
            timestamps,
            event_numbers,
            clients: names()?,
            vendors: names()?,
            kinds: names()?,
            names: names()?,
            event_types: names()?,
            sources: names()?,
            ..Self::default()
        };
        let marks = take(bytes, &mut at, rows)?;
        let odd = mask_of(marks, |mark| mark & 0x10 != 0);
        let inner = mask_of(marks, |mark| mark & 0x20 != 0);
        let mut kinds = Vec::with_capacity(rows);
        for mark in marks {
            kinds.push(RowMark::of(mark & 0x0F)?);
        }
        let mut ids = Vec::with_capacity(rows);
        for _ in 0..rows {
            ids.push(id(bytes, &mut at)?);
        }
        Ok(Self {
            ids,
            marks: kinds,
            odd,
            inner,
            ..columns
        })
    }
}

/// A mask with a bit for each value that is wanted.
pub(crate) fn mask_of<T>(values: &[T], mut is_wanted: impl FnMut(&T) -> bool) -> u128 {
    values
        .iter()
        .enumerate()
        .fold(0, |mask, (place, value)| mask | u128::from(is_wanted(value)) << place)
}

fn id(bytes: &[u8], at: &mut usize) -> Result<EventId, Damaged> {
    match take(bytes, at, 1)? {
        [0] => {
            let uuid = take(bytes, at, 16)?;
            Ok(EventId::Uuid(Uuid::from_slice(uuid).map_err(|_| Damaged)?))
        }
        [1] => {
            let length = usize::try_from(read_varint(bytes, at)?).map_err(|_| Damaged)?;
            let text = std::str::from_utf8(take(bytes, at, length)?).map_err(|_| Damaged)?;
            Ok(EventId::Text(text.into()))
        }
        _ => Err(Damaged),
    }
}

fn take<'a>(bytes: &'a [u8], at: &mut usize, length: usize) -> Result<&'a [u8], Damaged> {
    let end = at.checked_add(length).ok_or(Damaged)?;
    let taken = bytes.get(*at..end).ok_or(Damaged)?;
    *at = end;
    Ok(taken)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_come_back_from_their_bytes() {
        let mut columns = Columns::default();
        for number in 0..3i64 {
            let head = Head {
                id: EventId::new(["0f8fad5b-d9cb-469f-a165-70867728950e", "own", "ä"][number as usize]),
                timestamp: i64::MAX - number,
                event_number: -number,
                client: (number == 1).then_some(7),
                vendor: 1,
                kind: 2,
                name: 3,
                event_type: 4,
                source: u32::MAX - 1,
                part: None,
            };
            columns.push(&head, [RowMark::Event, RowMark::Again, RowMark::Whole][number as usize]);
            columns.note(number as usize, number == 1, number == 2);
        }
        let bytes = columns.to_bytes();
        assert_eq!(Columns::of_bytes(&bytes), Ok(columns.clone()));
        assert_eq!(columns.present(), 0b101);
        for end in 0..bytes.len() {
            assert_eq!(Columns::of_bytes(&bytes[..end]), Err(Damaged));
        }
    }
}
