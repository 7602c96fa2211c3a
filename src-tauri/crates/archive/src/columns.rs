//! What is kept of every event in memory, so that lists and filters need not read the file.

mod identifiers;
mod numbers;
mod words;

use bytes::Bytes;
use event::EventId;

pub(crate) use identifiers::Identifiers;
pub(crate) use numbers::NumberColumn;
pub(crate) use words::WordColumn;

use crate::codec::{Damaged, Head, ROWS_OF_BLOCK, read_varint, write_varint};

/// No client.
pub(crate) const NO_CLIENT: u32 = u32::MAX;

/// The heads of one block's rows, a list for each value. Texts are words of the dictionary.
#[derive(Debug, Clone, Default)]
pub(crate) struct Columns {
    pub(crate) ids: Identifiers,
    /// Milliseconds since 1970.
    pub(crate) timestamps: NumberColumn,
    pub(crate) event_numbers: NumberColumn,
    /// [`NO_CLIENT`] where there is none.
    pub(crate) clients: WordColumn,
    pub(crate) vendors: WordColumn,
    pub(crate) kinds: WordColumn,
    pub(crate) names: WordColumn,
    pub(crate) event_types: WordColumn,
    pub(crate) sources: WordColumn,
    pub(crate) marks: Vec<RowMark>,
    /// Whether some row is a part of a larger event, or put together of parts.
    pub(crate) has_parts: bool,
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

/// Beside a row's mark in the file.
const ODD: u8 = 0x10;
const INNER: u8 = 0x20;

impl RowMark {
    fn is_of_parts(self) -> bool {
        matches!(self, Self::Part | Self::Whole)
    }

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
    pub(crate) fn len(&self) -> usize {
        self.timestamps.len()
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
        self.has_parts |= mark.is_of_parts();
    }

    /// Says of the row at a place what a search has to know.
    pub(crate) fn note(&mut self, place: usize, is_odd: bool, has_inner: bool) {
        self.odd |= u128::from(is_odd) << place;
        self.inner |= u128::from(has_inner) << place;
    }

    /// The identifier of the row at a place that there is.
    pub(crate) fn id(&self, place: usize) -> EventId {
        self.ids.get(place).expect("every row has an identifier")
    }

    pub(crate) fn client(&self, place: usize) -> Option<u32> {
        let client = self.clients[place];
        (client != NO_CLIENT).then_some(client)
    }

    /// The rows that are events to show, whole or in parts.
    pub(crate) fn present(&self) -> u128 {
        mask_of(&self.marks, |mark| *mark != RowMark::Again)
    }

    /// The same heads in as little room as they need: no row is added any more.
    pub(crate) fn narrowed(self) -> Self {
        let mut marks = self.marks;
        marks.shrink_to_fit();
        Self {
            ids: self.ids.narrowed(),
            timestamps: self.timestamps.narrowed(),
            event_numbers: self.event_numbers.narrowed(),
            clients: self.clients.narrowed(),
            vendors: self.vendors.narrowed(),
            kinds: self.kinds.narrowed(),
            names: self.names.narrowed(),
            event_types: self.event_types.narrowed(),
            sources: self.sources.narrowed(),
            marks,
            ..self
        }
    }

    /// Bytes in memory beside the lists themselves.
    pub(crate) fn held(&self) -> usize {
        let words: usize = self.words().into_iter().map(WordColumn::held).sum();
        self.ids.held() + self.timestamps.held() + self.event_numbers.held() + words + self.marks.capacity()
    }

    /// The columns of words, in the order in which they are in the file.
    fn words(&self) -> [&WordColumn; 6] {
        [
            &self.clients,
            &self.vendors,
            &self.kinds,
            &self.names,
            &self.event_types,
            &self.sources,
        ]
    }

    /// For the file.
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.len() * 40);
        write_varint(&mut bytes, self.len() as u64);
        self.timestamps.write(&mut bytes);
        self.event_numbers.write(&mut bytes);
        for words in self.words() {
            words.write(&mut bytes);
        }
        let bit = |mask: u128, place: usize, bit: u8| if mask >> place & 1 == 1 { bit } else { 0 };
        for (place, mark) in self.marks.iter().enumerate() {
            bytes.push(*mark as u8 | bit(self.odd, place, ODD) | bit(self.inner, place, INNER));
        }
        self.ids.write(&mut bytes);
        bytes
    }

    /// The way back from [`Columns::to_bytes`]. What lists and filters need not have at once stays in the bytes.
    pub(crate) fn of_bytes(bytes: &Bytes) -> Result<Self, Damaged> {
        let mut at = 0;
        let rows = read_varint(bytes, &mut at)? as usize;
        if rows > ROWS_OF_BLOCK {
            return Err(Damaged);
        }
        let timestamps = NumberColumn::read(bytes, &mut at, rows)?;
        let event_numbers = NumberColumn::read(bytes, &mut at, rows)?;
        let mut words = || WordColumn::at(bytes, &mut at, rows);
        let columns = Self {
            timestamps,
            event_numbers,
            clients: words()?,
            vendors: words()?,
            kinds: words()?,
            names: words()?,
            event_types: words()?,
            sources: words()?,
            ..Self::default()
        };
        let marked = take(bytes, &mut at, rows)?;
        let any = |bit: u8| marked.iter().fold(0, |all, mark| all | mark) & bit != 0;
        let with = |bit: u8| {
            if any(bit) {
                mask_of(marked, |mark| mark & bit != 0)
            } else {
                0
            }
        };
        let marks: Vec<RowMark> = marked
            .iter()
            .map(|mark| RowMark::of(mark & 0x0F))
            .collect::<Result<_, _>>()?;
        Ok(Self {
            has_parts: marks.iter().any(|mark| mark.is_of_parts()),
            odd: with(ODD),
            inner: with(INNER),
            marks,
            ids: Identifiers::at(bytes, at, rows)?,
            ..columns
        })
    }
}

/// A mask with a bit for each value that is wanted.
pub(crate) fn mask_of<T>(values: &[T], mut is_wanted: impl FnMut(&T) -> bool) -> u128 {
    // In halves: shifting 64 bits is one instruction.
    let mut half = |values: &[T]| -> u64 {
        let bits = values.iter().enumerate();
        bits.fold(0, |mask, (place, value)| mask | u64::from(is_wanted(value)) << place)
    };
    let (low, high) = values.split_at(values.len().min(64));
    u128::from(half(low)) | u128::from(half(high)) << 64
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
        let again = Columns::of_bytes(&Bytes::from(bytes.clone())).unwrap();
        assert_eq!(again.to_bytes(), bytes);
        assert_eq!(
            (again.id(2), again.client(1), again.client(2)),
            (EventId::new("Ä"), Some(7), None)
        );
        assert!(again.timestamps.iter().eq(columns.timestamps.iter()));
        assert_eq!(columns.present(), 0b101);
        for end in 0..bytes.len() {
            assert_eq!(
                Columns::of_bytes(&Bytes::copy_from_slice(&bytes[..end])).err(),
                Some(Damaged)
            );
        }
    }
}
