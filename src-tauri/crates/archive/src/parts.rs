//! Parts of large events, kept until all of them are there.

use std::collections::{BTreeMap, HashMap};

use event::Part;

use crate::block::Row;

/// More parts than any event has; a claim of more is taken as damage.
const MOST_PARTS: u32 = 100_000;

/// Events whose parts have not all arrived.
#[derive(Default)]
pub(crate) struct Parts {
    waiting: HashMap<String, Waiting>,
}

struct Waiting {
    total: u32,
    parts: BTreeMap<u32, (u32, String)>,
}

/// A whole event: the rows of its parts in order, and the payload they make.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Whole {
    pub(crate) rows: Vec<Row>,
    pub(crate) payload: String,
}

impl Parts {
    /// Adds the part that `row` holds. Returns the whole when it was the last one missing.
    pub(crate) fn add(&mut self, row: u32, part: Part) -> Option<Whole> {
        if part.total > MOST_PARTS {
            return None;
        }
        let key = part.of.clone();
        let waiting = self.waiting.entry(part.of).or_insert_with(|| Waiting {
            total: part.total,
            parts: BTreeMap::new(),
        });
        if waiting.total != part.total {
            return None;
        }
        waiting.parts.entry(part.sequence).or_insert((row, part.text));
        if waiting.parts.len() < waiting.total as usize {
            return None;
        }
        let whole = self.waiting.remove(&key)?;
        let (rows, texts): (Vec<u32>, Vec<String>) = whole.parts.into_values().unzip();
        Some(Whole {
            rows,
            payload: texts.concat(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(total: u32, sequence: u32, text: &str) -> Part {
        Part {
            of: "c".into(),
            total,
            sequence,
            text: text.into(),
        }
    }

    #[test]
    fn parts_in_any_order_make_the_whole_once() {
        let mut parts = Parts::default();
        assert_eq!(parts.add(10, part(3, 2, "C")), None);
        assert_eq!(parts.add(11, part(3, 0, "A")), None);
        assert_eq!(parts.add(12, part(3, 0, "again")), None);
        assert_eq!(parts.add(13, part(2, 1, "of another total")), None);
        let whole = parts.add(14, part(3, 1, "B"));
        assert_eq!(
            whole,
            Some(Whole {
                rows: vec![11, 14, 10],
                payload: "ABC".into()
            })
        );
    }

    #[test]
    fn an_absurd_number_of_parts_is_not_waited_for() {
        let mut parts = Parts::default();
        assert_eq!(parts.add(1, part(u32::MAX, 0, "A")), None);
        assert!(parts.waiting.is_empty());
    }
}
