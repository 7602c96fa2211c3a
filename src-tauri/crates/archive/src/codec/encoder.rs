//! From JSON text to tokens.

mod captured;
mod compact;
mod slots;

use std::sync::Arc;

use event::{Event, EventId, EventProblem};
use jiter::{Jiter, JiterError, Peek};
use uuid::Uuid;

use super::decoder::{INNER_DEPTH, Own, inner_text};
use super::head::Head;
use super::streams::{END_OF_TEXT, Ends, Streams};
use super::token::{Token, TokenReader};
use super::{DEEPEST, Dictionary, LARGEST_IN_BLOCK};
use captured::Captured;
use compact::is_compact;
use slots::{Role, Slot, Slots};

/// Longer strings never become words.
const LONGEST_WORD: usize = 4096;

/// Cuts events up. Each thread that writes has one; what it learned of where words pay stays with it.
pub(crate) struct Encoder {
    dictionary: Arc<Dictionary>,
    slots: Slots,
    captured: Captured,
    has_inner: bool,
    tape: Vec<u8>,
}

/// What became of one event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Encoded {
    pub(crate) head: Head,
    /// Whether some of it is kept as JSON text, or its payload is a text that holds JSON: a search then looks at the
    /// event itself.
    pub(crate) is_odd: bool,
    /// Whether a string of it is JSON that was cut up as well.
    pub(crate) has_inner: bool,
    /// The whole text, for an event that is too large for its block.
    pub(crate) apart: Option<Box<str>>,
}

/// Why tokens could not be made of a text: the text itself is then kept, if it is an event at all.
enum Odd {
    /// Not JSON as this parser reads it, or nested too deep.
    Unreadable,
    /// A field of the head twice.
    Twice,
}

impl From<JiterError> for Odd {
    fn from(_: JiterError) -> Self {
        Self::Unreadable
    }
}

impl Encoder {
    pub(crate) fn new(dictionary: Arc<Dictionary>) -> Self {
        Self {
            dictionary,
            slots: Slots::new(),
            captured: Captured::default(),
            has_inner: false,
            tape: Vec::new(),
        }
    }

    /// The dictionary that it adds to.
    pub(crate) fn dictionary(&self) -> &Dictionary {
        &self.dictionary
    }

    /// Writes one event as the next row of `streams`.
    ///
    /// # Errors
    /// When the text is not an event; then nothing was written.
    pub(crate) fn event(&mut self, text: &[u8], streams: &mut Streams) -> Result<Encoded, EventProblem> {
        let begin = streams.end();
        if text.len() <= LARGEST_IN_BLOCK && !self.dictionary.is_full() {
            match self.tokens(text, streams) {
                Ok(Some(head)) => {
                    streams.ends.push(streams.end());
                    return Ok(Encoded {
                        head,
                        is_odd: false,
                        has_inner: self.has_inner,
                        apart: None,
                    });
                }
                // The tokens are good; the head needs a closer look.
                Ok(None) => {
                    let head = self.head_of(text).inspect_err(|_| streams.cut_back(begin))?;
                    streams.ends.push(streams.end());
                    let is_odd = self.captured.has_text_for_payload();
                    return Ok(Encoded {
                        head,
                        is_odd,
                        has_inner: self.has_inner,
                        apart: None,
                    });
                }
                Err(Odd::Twice) => {
                    streams.cut_back(begin);
                    return Err(EventProblem::NotAnEvent);
                }
                Err(Odd::Unreadable) => streams.cut_back(begin),
            }
        }
        let head = self.head_of(text)?;
        let text = std::str::from_utf8(text).map_err(|_| EventProblem::NotAnEvent)?.trim();
        let apart = if text.len() > LARGEST_IN_BLOCK {
            Token::Apart(0).write(&mut streams.tokens);
            Some(text.into())
        } else {
            Token::Raw(text.as_bytes()).write(&mut streams.tokens);
            put(&mut streams.texts, text.as_bytes());
            None
        };
        streams.ends.push(streams.end());
        Ok(Encoded {
            head,
            is_odd: true,
            has_inner: false,
            apart,
        })
    }

    fn head_of(&self, text: &[u8]) -> Result<Head, EventProblem> {
        let text = std::str::from_utf8(text).map_err(|_| EventProblem::NotAnEvent)?;
        Ok(Head::of(&Event::from_json(text)?, &self.dictionary))
    }

    /// Writes the tokens; the head is none when it could not be read on the way.
    fn tokens(&mut self, text: &[u8], streams: &mut Streams) -> Result<Option<Head>, Odd> {
        self.captured.clear();
        self.has_inner = false;
        self.slots.keep_small();
        let mut json = Jiter::with_tape(text, std::mem::take(&mut self.tape));
        let written = match json.peek()? {
            Peek::Object => self.value(&mut json, Peek::Object, Slots::EVENT, streams, 0),
            _ => Err(Odd::Unreadable),
        };
        let ended = written.and_then(|()| Ok(json.finish()?));
        self.tape = json.into_tape();
        ended?;
        if self.captured.is_twice {
            return Err(Odd::Twice);
        }
        Ok(self.captured.head(&self.dictionary))
    }

    fn value(
        &mut self,
        json: &mut Jiter<'_>,
        peek: Peek,
        slot: Slot,
        streams: &mut Streams,
        depth: usize,
    ) -> Result<(), Odd> {
        if depth > DEEPEST {
            return Err(Odd::Unreadable);
        }
        match peek {
            Peek::Null => {
                json.known_null()?;
                Token::Null.write(&mut streams.tokens);
            }
            Peek::True | Peek::False => {
                let is_true = json.known_bool(peek)?;
                let token = if is_true { Token::True } else { Token::False };
                token.write(&mut streams.tokens);
            }
            Peek::String => {
                let text = json.known_str()?;
                self.string(text, slot, streams, depth);
            }
            Peek::Array => {
                Token::Array.write(&mut streams.tokens);
                // What is in the payload's list is not the payload.
                let element = self.slots.element(slot);
                let mut next = json.known_array()?;
                while let Some(peek) = next {
                    self.value(json, peek, element, streams, depth + 1)?;
                    next = json.array_step()?;
                }
                Token::End.write(&mut streams.tokens);
            }
            Peek::Object => {
                if self.slots.has_too_many_shapes(slot) {
                    self.map(json, slot, streams, depth)?;
                } else {
                    self.object(json, slot, streams, depth)?;
                }
            }
            _ => {
                let text = json.known_number_bytes(peek)?;
                let text = std::str::from_utf8(text).map_err(|_| Odd::Unreadable)?;
                self.number(text, slot, streams);
            }
        }
        Ok(())
    }

    /// The shape is known only behind the last key, and is put before the values then.
    fn object(&mut self, json: &mut Jiter<'_>, slot: Slot, streams: &mut Streams, depth: usize) -> Result<(), Odd> {
        let begin = streams.tokens.len();
        let mut place = self.slots.inside(slot);
        let mut next = match json.known_object()? {
            Some(key) => Some(self.slots.after(place, key, &self.dictionary)),
            None => None,
        };
        while let Some(value) = next {
            place = value;
            let role = self.slots.role(value);
            self.captured.meet(role);
            let peek = json.peek()?;
            self.value(json, peek, value, streams, depth + 1)?;
            next = match json.next_key()? {
                Some(key) => Some(self.slots.after(place, key, &self.dictionary)),
                None => None,
            };
        }
        let shape = self.slots.shape_at(place, slot, &self.dictionary);
        insert(&mut streams.tokens, begin, Token::Shape(shape));
        Ok(())
    }

    /// An object whose keys are data.
    fn map(&mut self, json: &mut Jiter<'_>, slot: Slot, streams: &mut Streams, depth: usize) -> Result<(), Odd> {
        // The head's fields are not looked for among them.
        self.captured.look_closer(self.slots.role(slot));
        Token::Map.write(&mut streams.tokens);
        let (keys, values) = (self.slots.inside(slot), self.slots.element(slot));
        let mut is_open = match json.known_object()? {
            Some(key) => {
                self.key(key, keys, streams);
                true
            }
            None => false,
        };
        while is_open {
            let peek = json.peek()?;
            self.value(json, peek, values, streams, depth + 1)?;
            is_open = match json.next_key()? {
                Some(key) => {
                    self.key(key, keys, streams);
                    true
                }
                None => false,
            };
        }
        Token::End.write(&mut streams.tokens);
        Ok(())
    }

    /// A key that is data.
    fn key(&mut self, text: &str, slot: Slot, streams: &mut Streams) {
        if text.len() <= LONGEST_WORD
            && let Some(word) = self.slots.string(slot, text, &self.dictionary)
        {
            return Token::Word(word).write(&mut streams.tokens);
        }
        literal(text, streams);
    }

    fn string(&mut self, text: &str, slot: Slot, streams: &mut Streams, depth: usize) {
        let role = self.slots.role(slot);
        if role != Role::None {
            self.captured.text(role, text);
        }
        if role == Role::Uuid
            && let Some((_, is_upper)) = uuid_of(text)
        {
            return Token::OwnId { is_upper }.write(&mut streams.tokens);
        }
        if looks_like_json(text) && self.inner(text, slot, streams, depth).is_ok() {
            self.captured.open(role);
            self.has_inner = true;
            return;
        }
        if text.len() <= LONGEST_WORD
            && let Some(word) = self.slots.string(slot, text, &self.dictionary)
        {
            return Token::Word(word).write(&mut streams.tokens);
        }
        literal(text, streams);
    }

    /// A string that is JSON, cut up as well, if it comes back exactly as it was.
    fn inner(&mut self, text: &str, slot: Slot, streams: &mut Streams, depth: usize) -> Result<(), Odd> {
        let begin = streams.end();
        let is_indented = text.as_bytes().get(1) == Some(&b'\n');
        Token::Inner { is_indented }.write(&mut streams.tokens);
        let mut json = Jiter::new(text.as_bytes());
        let peek = json.peek()?;
        let opened = self.slots.opened(slot);
        let written = self
            .value(&mut json, peek, opened, streams, depth + INNER_DEPTH)
            .and_then(|()| Ok(json.finish()?));
        let comes_back =
            written.is_ok() && (is_compact(text.as_bytes()) || self.comes_back(text, streams, begin, depth));
        if !comes_back {
            streams.cut_back(begin);
            return Err(Odd::Unreadable);
        }
        Ok(())
    }

    fn comes_back(&self, text: &str, streams: &Streams, begin: Ends, depth: usize) -> bool {
        let mut reader = TokenReader::at(streams, begin);
        let own = Own {
            id: EventId::Text("".into()),
            timestamp: self.captured.timestamp(),
        };
        match reader.next() {
            Ok(Token::Inner { is_indented }) => {
                inner_text(is_indented, &mut reader, &own, self.dictionary.read(), depth).is_ok_and(|back| back == text)
            }
            _ => false,
        }
    }

    fn number(&mut self, text: &str, slot: Slot, streams: &mut Streams) {
        let role = self.slots.role(slot);
        if role != Role::None {
            self.captured.number(role, text);
        }
        if self.captured.is_own_time(text) {
            return Token::OwnTime.write(&mut streams.tokens);
        }
        if text.len() <= LONGEST_WORD
            && let Some(word) = self.slots.number(slot, text, &self.dictionary)
        {
            return Token::Word(word).write(&mut streams.tokens);
        }
        Token::Number(text.as_bytes()).write(&mut streams.tokens);
        put(&mut streams.numbers, text.as_bytes());
    }
}

fn literal(text: &str, streams: &mut Streams) {
    if let Some((uuid, is_upper)) = uuid_of(text) {
        let bytes = uuid.into_bytes();
        Token::Uuid { bytes, is_upper }.write(&mut streams.tokens);
        streams.uuids.extend_from_slice(&bytes);
        return;
    }
    Token::Text(text.as_bytes()).write(&mut streams.tokens);
    put(&mut streams.texts, text.as_bytes());
}

fn looks_like_json(text: &str) -> bool {
    let bytes = text.as_bytes();
    matches!(
        (bytes.first(), bytes.last()),
        (Some(b'{'), Some(b'}')) | (Some(b'['), Some(b']'))
    ) && bytes.len() > 2
}

fn put(stream: &mut Vec<u8>, text: &[u8]) {
    stream.extend_from_slice(text);
    stream.push(END_OF_TEXT);
}

fn insert(tokens: &mut Vec<u8>, place: usize, token: Token<'_>) {
    let end = tokens.len();
    token.write(tokens);
    let added = tokens.len() - end;
    tokens[place..].rotate_right(added);
}

/// A UUID in the usual form, all lower or all upper; in any other form it is a text as any.
fn uuid_of(text: &str) -> Option<(Uuid, bool)> {
    if text.len() != uuid::fmt::Hyphenated::LENGTH || text.as_bytes()[8] != b'-' {
        return None;
    }
    let has = |range: std::ops::RangeInclusive<u8>| text.bytes().any(|byte| range.contains(&byte));
    let is_upper = has(b'A'..=b'F');
    if is_upper && has(b'a'..=b'f') {
        return None;
    }
    // The length leaves only the hyphenated form.
    Some((Uuid::try_parse(text).ok()?, is_upper))
}

#[cfg(test)]
mod tests;
