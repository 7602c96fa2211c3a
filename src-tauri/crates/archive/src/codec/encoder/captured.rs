//! What is read off an event while it is cut up: the values of its head.

use event::reading::integer_of_text;
use event::{EventId, without_prefix};
use hashbrown::HashMap;

use super::super::Dictionary;
use super::super::head::Head;
use super::slots::Role;

/// The values of one head, as they are met. Kept from event to event, so that no memory is asked for.
#[derive(Default)]
pub(super) struct Captured {
    /// Which fields were met, a bit for each [`Role`].
    met: u32,
    /// A field of the event came twice, so it is not clear which is meant.
    pub(super) is_twice: bool,
    /// The head cannot be read on the way: the payload is a text, or the event is a part of another.
    needs_closer_look: bool,
    has_text_for_payload: bool,
    uuid: Field,
    client: Field,
    vendor: Field,
    kind: Field,
    sdk_name: Field,
    sdk_type: Field,
    sdk_source: Field,
    name: Field,
    event_number: i64,
    timestamp: i64,
    timestamp_text: String,
}

#[derive(Default)]
struct Field {
    text: String,
    is_there: bool,
    /// The words of texts that were met here. They are few, and the dictionary is asked under a lock.
    words: HashMap<Box<str>, u32>,
}

/// Words that a field remembers; with more of them all are forgotten.
const MOST_WORDS: usize = 4096;
/// Longer ones are not remembered.
const LONGEST_WORD: usize = 256;

impl Field {
    /// The word of what `of` makes of the field's text, the same each time.
    fn word(&mut self, of: impl FnOnce(&str) -> u32) -> u32 {
        if let Some(word) = self.words.get(self.text.as_str()) {
            return *word;
        }
        if self.text.len() > LONGEST_WORD {
            return of(&self.text);
        }
        if self.words.len() == MOST_WORDS {
            self.words.clear();
        }
        let word = of(&self.text);
        self.words.insert(self.text.as_str().into(), word);
        word
    }

    fn is_empty(&self) -> bool {
        self.not_empty().is_none()
    }

    fn set(&mut self, text: &str) {
        self.text.clear();
        self.text.push_str(text);
        self.is_there = true;
    }

    fn not_empty(&self) -> Option<&str> {
        (self.is_there && !self.text.is_empty()).then_some(self.text.as_str())
    }
}

impl Captured {
    pub(super) fn clear(&mut self) {
        self.met = 0;
        self.is_twice = false;
        self.needs_closer_look = false;
        self.has_text_for_payload = false;
        self.event_number = 0;
        self.timestamp = 0;
        self.timestamp_text.clear();
        for field in [
            &mut self.uuid,
            &mut self.client,
            &mut self.vendor,
            &mut self.kind,
            &mut self.sdk_name,
            &mut self.sdk_type,
            &mut self.sdk_source,
            &mut self.name,
        ] {
            field.is_there = false;
            field.text.clear();
        }
    }

    /// A key of the head was met.
    pub(super) fn meet(&mut self, role: Role) {
        if role == Role::None {
            return;
        }
        let bit = 1 << role as u32;
        if self.met & bit != 0 {
            // In the payload it only means that the head is read with more care.
            self.is_twice |= !role.is_of_payload();
            self.needs_closer_look = true;
        }
        self.met |= bit;
        self.needs_closer_look |= role == Role::ChunkData;
    }

    pub(super) fn text(&mut self, role: Role, text: &str) {
        match role {
            Role::EventNumber => self.event_number = integer_of_text(text).unwrap_or(0),
            Role::Timestamp => self.timestamp = integer_of_text(text).unwrap_or(0),
            Role::Payload => {
                self.needs_closer_look = true;
                self.has_text_for_payload = true;
            }
            _ => self.field(role, text),
        }
    }

    pub(super) fn number(&mut self, role: Role, text: &str) {
        match role {
            Role::EventNumber => self.event_number = integer_of_text(text).unwrap_or(0),
            Role::Timestamp => {
                self.timestamp = integer_of_text(text).unwrap_or(0);
                // Only what comes back from the number exactly.
                if text.parse() == Ok(self.timestamp)
                    && !text.starts_with('-')
                    && (text == "0" || !text.starts_with('0'))
                {
                    self.timestamp_text.push_str(text);
                }
            }
            _ => self.field(role, text),
        }
    }

    /// The object in this place was not looked into.
    pub(super) fn look_closer(&mut self, role: Role) {
        self.needs_closer_look |= role == Role::Payload;
    }

    /// The text in this place was opened: it is JSON.
    pub(super) fn open(&mut self, role: Role) {
        if role == Role::Payload {
            self.has_text_for_payload = false;
        }
    }

    /// The event's timestamp, as far as it was met.
    pub(super) fn timestamp(&self) -> i64 {
        self.timestamp
    }

    /// Whether the payload is a text, which may hold JSON.
    pub(super) fn has_text_for_payload(&self) -> bool {
        self.has_text_for_payload
    }

    /// Whether a number is written as the event's timestamp is.
    pub(super) fn is_own_time(&self, text: &str) -> bool {
        !self.timestamp_text.is_empty() && self.timestamp_text == text
    }

    /// The head, when all of it could be read on the way.
    pub(super) fn head(&mut self, dictionary: &Dictionary) -> Option<Head> {
        if self.needs_closer_look {
            return None;
        }
        let id = EventId::new(self.uuid.not_empty()?);
        let as_it_is = |text: &str| dictionary.string(text);
        let kind = self.kind.word(as_it_is);
        let name = [&mut self.sdk_name, &mut self.name]
            .into_iter()
            .find(|name| !name.is_empty())
            .map(|name| name.word(as_it_is));
        let event_type = (!self.sdk_type.is_empty()).then(|| {
            self.sdk_type
                .word(|text| dictionary.string(&without_prefix(text, "com.adobe.eventtype.")))
        });
        let source = self
            .sdk_source
            .word(|text| dictionary.string(&without_prefix(text, "com.adobe.eventsource.")));
        let client = &mut self.client;
        let client = client
            .is_there
            .then(|| client.word(|text| dictionary.string(&text.to_lowercase())));
        Some(Head {
            id,
            timestamp: self.timestamp,
            event_number: self.event_number,
            client,
            vendor: self.vendor.word(as_it_is),
            kind,
            name: name.unwrap_or(kind),
            event_type: event_type.unwrap_or(kind),
            source,
            part: None,
        })
    }

    fn field(&mut self, role: Role, text: &str) {
        match role {
            Role::Uuid => self.uuid.set(text),
            Role::ClientId => self.client.set(text),
            Role::Vendor => self.vendor.set(text),
            Role::Type => self.kind.set(text),
            Role::SdkName => self.sdk_name.set(text),
            Role::SdkType => self.sdk_type.set(text),
            Role::SdkSource => self.sdk_source.set(text),
            Role::Name => self.name.set(text),
            Role::None | Role::EventNumber | Role::Timestamp | Role::Payload | Role::ChunkData => {}
        }
    }
}
