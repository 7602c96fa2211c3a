//! The places that values have in events, and what was learned of each: whether its values repeat.
//!
//! A slot is a key behind the keys before it in the same kind of object, so walking an object's keys from slot to slot
//! ends at its shape. Only a memory of one thread: forgetting it costs time, never an event.

use std::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashMap, HashTable};

use super::super::Dictionary;

/// A place that values have.
pub(super) type Slot = u32;

/// A field of the head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    None,
    Uuid,
    EventNumber,
    ClientId,
    Timestamp,
    Vendor,
    Type,
    Payload,
    SdkName,
    SdkType,
    SdkSource,
    Name,
    ChunkData,
}

impl Role {
    fn of_event(key: &str) -> Self {
        match key {
            "uuid" | "eventID" => Self::Uuid,
            "eventNumber" => Self::EventNumber,
            "clientId" => Self::ClientId,
            "timestamp" => Self::Timestamp,
            "vendor" => Self::Vendor,
            "type" => Self::Type,
            "payload" => Self::Payload,
            _ => Self::None,
        }
    }

    fn of_payload(key: &str) -> Self {
        match key {
            "ACPExtensionEventName" => Self::SdkName,
            "ACPExtensionEventType" => Self::SdkType,
            "ACPExtensionEventSource" => Self::SdkSource,
            "name" => Self::Name,
            "chunkData" => Self::ChunkData,
            _ => Self::None,
        }
    }

    pub(super) fn is_of_payload(self) -> bool {
        matches!(
            self,
            Self::SdkName | Self::SdkType | Self::SdkSource | Self::Name | Self::ChunkData
        )
    }
}

/// Which objects' keys are fields of the head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Inside {
    Event,
    Payload,
    Other,
}

struct Node {
    key: Box<str>,
    word: u32,
    before: Slot,
    /// The slot that came after this one last time: most often it is the next again.
    after: Slot,
    /// Where the keys of objects in this slot begin.
    inside: Slot,
    /// The slot of the elements of arrays in this slot.
    element: Slot,
    /// The slot of what is in a string of JSON in this slot.
    opened: Slot,
    /// The shape of an object that ends here.
    shape: u32,
    role: Role,
    is_of: Inside,
    learned: Learned,
}

/// What was learned of a slot's values.
#[derive(Default)]
struct Learned {
    seen: u64,
    fresh: u64,
    fresh_bytes: u64,
    words: Pay,
    /// What was met last: often it is the next again.
    last: Option<Met>,
    objects: u64,
    shapes: u64,
}

/// Whether words pay in a slot.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Pay {
    /// As far as is known.
    #[default]
    Yes,
    /// Those that are known; there are so many that new ones would cost more than they save.
    Known,
    /// Most values are new, or come back only nearby, where packing finds them anyway.
    No,
}

/// A value with its word.
#[derive(Default)]
struct Met {
    text: String,
    is_number: bool,
    word: u32,
}

impl Learned {
    /// The word of a value, where words pay.
    fn word(
        &mut self,
        known: &mut HashMap<Box<str>, u32>,
        text: &str,
        is_number: bool,
        make: impl FnOnce(&str) -> u32,
    ) -> Option<u32> {
        if self.words == Pay::No {
            return None;
        }
        self.seen += 1;
        if let Some(last) = &self.last
            && last.text == text
            && last.is_number == is_number
        {
            return Some(last.word);
        }
        let word = match known.get(text) {
            Some(word) => *word,
            None if self.words == Pay::Known => return None,
            None => {
                self.meet_fresh(text.len());
                let word = make(text);
                known.insert(text.into(), word);
                word
            }
        };
        if text.len() > LONGEST_LAST {
            return Some(word);
        }
        let last = self.last.get_or_insert_default();
        last.text.clear();
        last.text.push_str(text);
        (last.is_number, last.word) = (is_number, word);
        Some(word)
    }

    fn meet_fresh(&mut self, bytes: usize) {
        self.fresh += 1;
        self.fresh_bytes += bytes as u64;
        let tried_enough = self.fresh > 256 || self.fresh_bytes > 32 * 1024;
        if tried_enough && self.fresh * 8 > self.seen {
            self.words = Pay::No;
        } else if self.fresh > 4096 || self.fresh_bytes > 1024 * 1024 {
            self.words = Pay::Known;
        }
    }
}

const NONE: u32 = u32::MAX;
/// When there are more, all is forgotten and learned anew.
const MOST_SLOTS: usize = 200_000;
/// Words that a thread remembers; more are asked for in the shared dictionary again.
const MOST_WORDS: usize = 300_000;
/// Bytes that all of it takes.
const MOST_BYTES: usize = 24 * 1024 * 1024;
/// What a word takes beside its text.
const BYTES_OF_WORD: usize = 32;
/// A longer value is not kept as the one that was met last.
const LONGEST_LAST: usize = 256;

pub(super) struct Slots {
    nodes: Vec<Node>,
    by_key: HashTable<Slot>,
    hasher: DefaultHashBuilder,
    strings: HashMap<Box<str>, u32>,
    numbers: HashMap<Box<str>, u32>,
    /// About how much memory they take.
    bytes: usize,
}

impl Slots {
    /// The place of the whole event.
    pub(super) const EVENT: Slot = 0;

    pub(super) fn new() -> Self {
        let mut slots = Self {
            nodes: Vec::new(),
            by_key: HashTable::new(),
            hasher: DefaultHashBuilder::default(),
            strings: HashMap::new(),
            numbers: HashMap::new(),
            bytes: 0,
        };
        slots.push("", NONE, NONE, Role::None, Inside::Other);
        let inside = slots.push("", NONE, NONE, Role::None, Inside::Event);
        slots.nodes[0].inside = inside;
        slots
    }

    /// To be called between events: what only takes room is forgotten.
    pub(super) fn keep_small(&mut self) {
        let words = self.strings.len() + self.numbers.len();
        if self.nodes.len() > MOST_SLOTS || words > MOST_WORDS || self.bytes > MOST_BYTES {
            *self = Self::new();
        }
    }

    pub(super) fn role(&self, slot: Slot) -> Role {
        self.nodes[slot as usize].role
    }

    /// Where the keys of an object in this slot begin.
    pub(super) fn inside(&mut self, slot: Slot) -> Slot {
        let node = &self.nodes[slot as usize];
        if node.inside != NONE {
            return node.inside;
        }
        let is_of = if node.role == Role::Payload {
            Inside::Payload
        } else {
            Inside::Other
        };
        let inside = self.push("", NONE, NONE, Role::None, is_of);
        self.nodes[slot as usize].inside = inside;
        inside
    }

    /// The slot of the elements of an array in this slot.
    pub(super) fn element(&mut self, slot: Slot) -> Slot {
        if self.nodes[slot as usize].element == NONE {
            let element = self.push("", NONE, NONE, Role::None, Inside::Other);
            self.nodes[slot as usize].element = element;
        }
        self.nodes[slot as usize].element
    }

    /// The slot of the JSON in a string in this slot.
    pub(super) fn opened(&mut self, slot: Slot) -> Slot {
        if self.nodes[slot as usize].opened == NONE {
            let opened = self.push("", NONE, NONE, Role::None, Inside::Other);
            self.nodes[slot as usize].opened = opened;
        }
        self.nodes[slot as usize].opened
    }

    /// The slot of the key that comes after another.
    pub(super) fn after(&mut self, before: Slot, key: &str, dictionary: &Dictionary) -> Slot {
        let guess = self.nodes[before as usize].after;
        if guess != NONE && &*self.nodes[guess as usize].key == key {
            return guess;
        }
        let hash = self.hasher.hash_one((before, key));
        let nodes = &self.nodes;
        let known = self.by_key.find(hash, |slot| {
            let node = &nodes[*slot as usize];
            node.before == before && &*node.key == key
        });
        let slot = match known {
            Some(slot) => *slot,
            None => self.add(before, key, hash, dictionary),
        };
        self.nodes[before as usize].after = slot;
        slot
    }

    fn add(&mut self, before: Slot, key: &str, hash: u64, dictionary: &Dictionary) -> Slot {
        let is_of = self.nodes[before as usize].is_of;
        let role = match is_of {
            Inside::Event => Role::of_event(key),
            Inside::Payload => Role::of_payload(key),
            Inside::Other => Role::None,
        };
        let slot = self.push(key, dictionary.string(key), before, role, is_of);
        let (nodes, hasher) = (&self.nodes, &self.hasher);
        self.by_key.insert_unique(hash, slot, |slot| {
            let node = &nodes[*slot as usize];
            hasher.hash_one((node.before, &*node.key))
        });
        slot
    }

    /// The shape of the object in `slot` whose last key is at `place`.
    pub(super) fn shape_at(&mut self, place: Slot, slot: Slot, dictionary: &Dictionary) -> u32 {
        let known = self.nodes[place as usize].shape;
        self.nodes[slot as usize].learned.objects += 1;
        if known != NONE {
            return known;
        }
        self.nodes[slot as usize].learned.shapes += 1;
        let mut keys = Vec::new();
        let mut at = place;
        while self.nodes[at as usize].before != NONE {
            keys.push(self.nodes[at as usize].word);
            at = self.nodes[at as usize].before;
        }
        keys.reverse();
        let shape = dictionary.shape(&keys);
        self.nodes[place as usize].shape = shape;
        shape
    }

    /// Whether the objects here are nearly all of different shapes: their keys are data, and no dictionary helps.
    pub(super) fn has_too_many_shapes(&self, slot: Slot) -> bool {
        let learned = &self.nodes[slot as usize].learned;
        // The fields of the event itself are never data.
        slot != Self::EVENT && learned.shapes > 256 && learned.shapes * 2 > learned.objects
    }

    /// The word of a string, where words pay.
    pub(super) fn string(&mut self, slot: Slot, text: &str, dictionary: &Dictionary) -> Option<u32> {
        let learned = &mut self.nodes[slot as usize].learned;
        learned.word(&mut self.strings, text, false, |text| {
            self.bytes += text.len() + BYTES_OF_WORD;
            dictionary.string(text)
        })
    }

    /// The word of a number, where words pay.
    pub(super) fn number(&mut self, slot: Slot, text: &str, dictionary: &Dictionary) -> Option<u32> {
        let learned = &mut self.nodes[slot as usize].learned;
        learned.word(&mut self.numbers, text, true, |text| {
            self.bytes += text.len() + BYTES_OF_WORD;
            dictionary.number(text)
        })
    }

    fn push(&mut self, key: &str, word: u32, before: Slot, role: Role, is_of: Inside) -> Slot {
        let slot = self.nodes.len() as Slot;
        self.bytes += key.len() + size_of::<Node>();
        self.nodes.push(Node {
            key: key.into(),
            word,
            before,
            after: NONE,
            inside: NONE,
            element: NONE,
            opened: NONE,
            shape: NONE,
            role,
            is_of,
            learned: Learned::default(),
        });
        slot
    }
}
