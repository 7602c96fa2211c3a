//! Parts of large events, kept until all of them are there.

use std::collections::{BTreeMap, HashMap};

use event::{Event, Part, PayloadHead};

use crate::block::Row;
use crate::import::LARGEST_EVENT;

/// More parts than any event has; a claim of more is taken as damage.
const MOST_PARTS: u32 = 100_000;
/// Longer names of what belongs together are taken as damage as well.
const LONGEST_NAME: usize = 1024;

/// How much of what waits is in memory, whatever a file or a device sends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Room {
    /// Parts; when there are more, all of them are given up.
    parts: usize,
    /// Bytes of their texts; those of later parts are read again when they are needed.
    text: usize,
    /// Bytes of the text that the parts of one event make; a longer one stays in parts.
    whole: usize,
}

impl Default for Room {
    fn default() -> Self {
        Self {
            parts: 200_000,
            text: 32 * 1024 * 1024,
            whole: LARGEST_EVENT,
        }
    }
}

/// Events whose parts have not all arrived.
#[derive(Default)]
pub(crate) struct Parts {
    waiting: HashMap<String, Waiting>,
    /// How many parts they have together.
    count: usize,
    /// Bytes of text in memory.
    bytes: usize,
    room: Room,
}

struct Waiting {
    total: u32,
    bytes: usize,
    parts: BTreeMap<u32, (Row, Option<String>)>,
}

/// A whole event: its parts in order.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Whole {
    pub(crate) rows: Vec<Row>,
    texts: Vec<Option<String>>,
}

impl Whole {
    /// The payload that the parts make; `event` finds those whose text is no longer in memory.
    pub(crate) fn payload(&self, event: impl Fn(Row) -> Option<Event>) -> Option<String> {
        let mut payload = String::new();
        for (row, text) in self.rows.iter().zip(&self.texts) {
            match text {
                Some(text) => payload.push_str(text),
                None => payload.push_str(&PayloadHead::of(&event(*row)?).part?.text),
            }
        }
        Some(payload)
    }

    /// Bytes of text that it has in memory.
    pub(crate) fn bytes(&self) -> usize {
        self.texts.iter().flatten().map(String::len).sum()
    }
}

impl Parts {
    /// Adds the part that `row` holds. Returns the whole when it was the last one missing.
    pub(crate) fn add(&mut self, row: Row, part: Part) -> Option<Whole> {
        if part.total > MOST_PARTS || part.of.len() > LONGEST_NAME {
            return None;
        }
        if self.count >= self.room.parts {
            *self = Self {
                room: self.room,
                ..Self::default()
            };
        }
        let waiting = self.waiting.entry(part.of.clone()).or_insert_with(|| Waiting {
            total: part.total,
            bytes: 0,
            parts: BTreeMap::new(),
        });
        if waiting.total != part.total || waiting.parts.contains_key(&part.sequence) {
            return None;
        }
        self.count += 1;
        waiting.bytes += part.text.len();
        let has_room = self.bytes + part.text.len() <= self.room.text;
        if has_room {
            self.bytes += part.text.len();
        }
        waiting
            .parts
            .insert(part.sequence, (row, has_room.then_some(part.text)));
        if waiting.parts.len() < waiting.total as usize {
            return None;
        }
        let waiting = self.waiting.remove(&part.of)?;
        let (rows, texts) = waiting.parts.into_values().unzip();
        let whole = Whole { rows, texts };
        self.count -= whole.rows.len();
        self.bytes -= whole.bytes();
        (waiting.bytes <= self.room.whole).then_some(whole)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn part_of(name: &str, total: u32, sequence: u32, text: &str) -> Part {
        Part {
            of: name.into(),
            total,
            sequence,
            text: text.into(),
        }
    }

    fn part(total: u32, sequence: u32, text: &str) -> Part {
        part_of("c", total, sequence, text)
    }

    fn within(room: Room) -> Parts {
        Parts {
            room,
            ..Parts::default()
        }
    }

    /// The event of a row, for those parts whose text is asked for again.
    fn again(row: Row) -> Option<Event> {
        let metadata = json!({"chunkId": "c", "chunkTotal": 3, "chunkSequenceNumber": 1});
        let event = json!({"uuid": row, "timestamp": 1, "metadata": metadata,
            "payload": {"chunkData": format!("read {row} again")}});
        Event::from_json(&event.to_string()).ok()
    }

    #[test]
    fn parts_in_any_order_make_the_whole_once() {
        let mut parts = Parts::default();
        assert_eq!(parts.add(10, part(3, 2, "C")), None);
        assert_eq!(parts.add(11, part(3, 0, "A")), None);
        assert_eq!(parts.add(12, part(3, 0, "again")), None);
        assert_eq!(parts.add(13, part(2, 1, "of another total")), None);
        let whole = parts.add(14, part(3, 1, "B")).unwrap();
        assert_eq!(whole.rows, [11, 14, 10]);
        assert_eq!(whole.payload(|_| None).as_deref(), Some("ABC"));
        assert_eq!((parts.count, parts.bytes), (0, 0));
    }

    #[test]
    fn an_absurd_number_of_parts_is_not_waited_for() {
        let mut parts = Parts::default();
        assert_eq!(parts.add(1, part(u32::MAX, 0, "A")), None);
        assert_eq!(parts.add(1, part_of(&"c".repeat(2000), 2, 0, "A")), None);
        assert!(parts.waiting.is_empty());
    }

    #[test]
    fn texts_that_have_no_room_are_read_again() {
        let mut parts = within(Room {
            text: 4,
            ..Room::default()
        });
        parts.add(1, part(3, 0, "1234"));
        parts.add(2, part(3, 1, "5"));
        let whole = parts.add(3, part(3, 2, "6")).unwrap();
        assert_eq!(whole.payload(again).as_deref(), Some("1234read 2 againread 3 again"));
        assert_eq!(whole.payload(|_| None), None, "a part that is gone leaves parts");
        assert_eq!(parts.bytes, 0);
    }

    #[test]
    fn what_would_be_too_long_stays_in_parts() {
        let mut parts = within(Room {
            whole: 3,
            ..Room::default()
        });
        for (text, is_whole) in [("12", false), ("1", true)] {
            parts.add(1, part(2, 0, "12"));
            assert_eq!(parts.add(2, part(2, 1, text)).is_some(), is_whole);
        }
    }

    #[test]
    fn too_many_that_wait_are_given_up() {
        let mut parts = within(Room {
            parts: 3,
            ..Room::default()
        });
        for number in 0..10 {
            parts.add(number, part_of(&number.to_string(), 2, 0, "A"));
            assert!(parts.waiting.len() <= 3);
        }
        assert!(
            parts.add(10, part_of("9", 2, 1, "B")).is_some(),
            "the newest still waits"
        );
        assert!(parts.add(11, part_of("0", 2, 1, "B")).is_none());
    }
}
