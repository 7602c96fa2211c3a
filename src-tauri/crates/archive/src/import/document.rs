//! Events out of JSON: a session, a list, pages, or some of these one after the other. The outer levels are read token by
//! token; everything inside of events and other fields is passed over.

mod frame;

use std::ops::Range;

use memchr::memchr;
use serde_json::value::RawValue;

use super::error::{Mistake, MistakeKind};
use super::format::Format;
use super::kind::{Key, Keys, Kind, name};
use super::session::Sessions;
use super::skip::Skip;
use super::{LARGEST_EVENT, LARGEST_SESSION};
use frame::{Awaits, Frame, Is, Object, Role};

/// Lists in lists deeper than this hold no events.
const MOST_LISTS: usize = 4;

/// How many names of fields an error tells, and how long each may be.
const NAMES: usize = 6;
const LONGEST_NAME: usize = 40;

/// How far the window was cut.
pub(super) enum Step {
    /// More text is needed.
    More,
    /// From here on there is one event a line.
    Lines(usize),
    /// The text is whole, and this is its end.
    End,
}

/// Cuts events out of the window. Places are in the window, and move when it does.
pub(super) struct Document {
    frames: Vec<Frame>,
    at: usize,
    awaits: Awaits,
    /// Where the value begins that is being passed over.
    value_start: usize,
    /// Where the first object begins, while nothing of it was taken.
    untaken: Option<usize>,
    /// Whether only events follow, so that objects need not be looked into.
    only_events: bool,
    /// Whether the first event stands on one line, and the next line decides.
    watches_line: bool,
    is_wrapped: bool,
    format: Option<Format>,
    sessions: Sessions,
}

impl Document {
    pub(super) fn new() -> Self {
        Self {
            frames: vec![Frame::File],
            at: 0,
            awaits: Awaits::Value,
            value_start: 0,
            untaken: None,
            only_events: false,
            watches_line: false,
            is_wrapped: false,
            format: None,
            sessions: Sessions::default(),
        }
    }

    /// Goes on as far as the window allows, and adds the events that are whole.
    pub(super) fn cut(&mut self, window: &[u8], ends: bool, events: &mut Vec<Range<usize>>) -> Result<Step, Mistake> {
        loop {
            match &mut self.awaits {
                Awaits::EndOfValue(skip) => {
                    let is_bare = matches!(skip, Skip::Bare);
                    let is_whole = skip.advance(window, &mut self.at);
                    if is_whole || (is_bare && ends && matches!(self.frames[..], [Frame::File])) {
                        self.value_ends(window, events)?;
                        continue;
                    }
                }
                Awaits::EndOfKey(skip) => {
                    if skip.advance(window, &mut self.at) {
                        self.key_ends(window);
                        continue;
                    }
                }
                _ => {
                    let Some(byte) = self.next_byte(window) else {
                        if self.watches_line && (ends || self.at < window.len()) {
                            return Ok(Step::Lines((self.at + 1).min(window.len())));
                        }
                        if ends && matches!(self.frames[..], [Frame::File]) {
                            return self.end();
                        }
                        return self.more(window, ends);
                    };
                    self.token(byte, window, events)?;
                    continue;
                }
            }
            return self.more(window, ends);
        }
    }

    /// Where the text begins that is still needed.
    pub(super) fn kept_from(&self) -> usize {
        let unknown = self.frames.iter().find_map(|frame| match frame {
            Frame::Object(object) if object.is == Is::Unknown => Some(object.start),
            _ => None,
        });
        if let Some(start) = unknown {
            return start;
        }
        match (self.frames.last(), self.awaits) {
            (Some(Frame::Object(object)), Awaits::EndOfKey(_)) => object.key_start,
            (Some(Frame::Object(object)), Awaits::Colon | Awaits::Value | Awaits::EndOfValue(_))
                if object.is == Is::Session =>
            {
                object.key_start
            }
            (Some(Frame::File | Frame::List(_) | Frame::Events), Awaits::EndOfValue(_)) => self.value_start,
            _ => self.at,
        }
    }

    /// The window begins so many bytes later now.
    pub(super) fn pass(&mut self, bytes: usize) {
        self.at -= bytes;
        self.value_start = self.value_start.saturating_sub(bytes);
        self.untaken = self.untaken.map(|at| at.saturating_sub(bytes));
        for frame in &mut self.frames {
            if let Frame::Object(object) = frame {
                object.start = object.start.saturating_sub(bytes);
                object.key_start = object.key_start.saturating_sub(bytes);
                object.fields_end = object.fields_end.saturating_sub(bytes);
            }
        }
    }

    /// Where the first object begins, if nothing was taken of it or behind it.
    pub(super) fn untaken(&self) -> Option<usize> {
        self.untaken
    }

    /// Whether events were found inside of something else, or could have been.
    pub(super) fn is_wrapped(&self) -> bool {
        self.is_wrapped
    }

    pub(super) fn format(&self) -> Option<Format> {
        self.format
    }

    /// What is known of the session.
    pub(super) fn take_session(&mut self) -> Option<Box<RawValue>> {
        self.sessions.take()
    }

    /// The next byte that is no space. None at the end of the window, and at the end of a line that is watched.
    fn next_byte(&mut self, window: &[u8]) -> Option<u8> {
        while let Some(byte) = window.get(self.at).copied() {
            match byte {
                b'\n' if self.watches_line => return None,
                b' ' | b'\t' | b'\r' | b'\n' => self.at += 1,
                // The bytes of a byte order mark, which is within the text where files were joined.
                0xef | 0xbb | 0xbf if self.frames.len() == 1 => self.at += 1,
                byte => return Some(byte),
            }
        }
        None
    }

    /// The window is used up: asks for more, unless it is too long already or there is no more.
    fn more(&self, window: &[u8], ends: bool) -> Result<Step, Mistake> {
        let at = self.kept_from();
        let is_field = matches!(self.frames.last(), Some(Frame::Object(object)) if object.is != Is::Unknown)
            && !self.frames.iter().any(Frame::is_unknown);
        if is_field && window.len() - at > LARGEST_SESSION {
            return Err(Mistake {
                at,
                kind: MistakeKind::SessionTooLarge,
            });
        }
        check_length(at..window.len())?;
        if ends {
            return Err(Mistake {
                at: window.len(),
                kind: MistakeKind::Cut,
            });
        }
        Ok(Step::More)
    }

    fn end(&self) -> Result<Step, Mistake> {
        if self.format.is_none() && !self.is_wrapped {
            return Err(Mistake {
                at: self.at,
                kind: MistakeKind::Empty,
            });
        }
        Ok(Step::End)
    }

    fn token(&mut self, byte: u8, window: &[u8], events: &mut Vec<Range<usize>>) -> Result<(), Mistake> {
        self.watches_line = false;
        let is_object = matches!(self.frames.last(), Some(Frame::Object(_)));
        match (self.awaits, byte) {
            (Awaits::ValueOrEnd, b']') => self.list_ends(),
            (Awaits::Value | Awaits::ValueOrEnd, _) => return self.value_begins(byte, window),
            (Awaits::Key | Awaits::KeyOrEnd, b'"') => {
                if let Some(Frame::Object(object)) = self.frames.last_mut() {
                    object.key_start = self.at;
                }
                self.awaits = Awaits::EndOfKey(Skip::Text { escaped: false });
                self.at += 1;
            }
            (Awaits::KeyOrEnd | Awaits::CommaOrEnd, b'}') if is_object => {
                self.at += 1;
                return self.object_ends(window, events);
            }
            (Awaits::Colon, b':') => {
                self.awaits = Awaits::Value;
                self.at += 1;
            }
            (Awaits::CommaOrEnd, b',') => {
                self.awaits = if is_object { Awaits::Key } else { Awaits::Value };
                self.at += 1;
            }
            (Awaits::CommaOrEnd, b']') if !is_object => self.list_ends(),
            (awaits, _) => {
                let expected = match awaits {
                    Awaits::Colon => "a colon",
                    Awaits::CommaOrEnd if is_object => "a comma or the end of the object",
                    Awaits::CommaOrEnd => "a comma or the end of the list",
                    _ => "the name of a field",
                };
                return Err(self.unexpected(expected));
            }
        }
        Ok(())
    }

    fn value_begins(&mut self, byte: u8, window: &[u8]) -> Result<(), Mistake> {
        let is_looked_into = match self.frames.last() {
            Some(Frame::Object(_)) => self.looks_into_field(byte, window)?,
            Some(Frame::File | Frame::List(_)) => self.looks_into_item(byte)?,
            Some(Frame::Events) | None => false,
        };
        if is_looked_into {
            return Ok(());
        }
        let skip = Skip::begin(byte).ok_or_else(|| self.unexpected("a value"))?;
        self.value_start = self.at;
        self.awaits = Awaits::EndOfValue(skip);
        self.at += 1;
        Ok(())
    }

    /// Goes into the value of a field where events may be.
    fn looks_into_field(&mut self, byte: u8, window: &[u8]) -> Result<bool, Mistake> {
        let Some(Frame::Object(object)) = self.frames.last() else {
            return Ok(false);
        };
        let is_event = object.is == Is::Unknown && object.keys.are_of_event();
        match (object.role, object.key, byte) {
            (_, Key::Events, b'[') if !is_event => {
                self.container(window)?;
                self.list(Frame::Events);
            }
            (_, Key::Events, b'n') if !is_event => {
                self.container(window)?;
                return Ok(false);
            }
            (Role::Root, Key::Data, b'{') if object.is != Is::Session && !is_event => self.object(Role::Data),
            (Role::Data, Key::Session, b'{') => {
                self.page();
                self.object(Role::Session);
            }
            (Role::Data, Key::Sessions, b'[') => {
                self.page();
                self.list(Frame::List(Role::Session));
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// Goes into a value of the file or of a list, unless it can only be an event.
    fn looks_into_item(&mut self, byte: u8) -> Result<bool, Mistake> {
        let role = match self.frames.last() {
            Some(Frame::List(role)) => *role,
            _ => Role::Root,
        };
        match byte {
            b'[' if role == Role::Root && self.frames.len() <= MOST_LISTS => {
                self.list(Frame::List(Role::Root));
                self.is_wrapped = true;
            }
            _ if self.only_events => return Ok(false),
            b'{' => self.object(role),
            b'n' if role == Role::Session => return Ok(false),
            _ => return Err(self.unexpected("an event, a session or a list of events")),
        }
        Ok(true)
    }

    fn value_ends(&mut self, window: &[u8], events: &mut Vec<Range<usize>>) -> Result<(), Mistake> {
        let value = self.value_start..self.at;
        match self.frames.last() {
            Some(Frame::Object(_)) => return self.field_ends(window),
            Some(Frame::List(Role::Session)) => {}
            _ => {
                check_length(value.clone())?;
                events.push(value);
            }
        }
        self.value_ended();
        Ok(())
    }

    /// What follows a value.
    fn value_ended(&mut self) {
        self.awaits = if matches!(self.frames.last(), Some(Frame::File)) {
            Awaits::Value
        } else {
            Awaits::CommaOrEnd
        };
    }

    fn key_ends(&mut self, window: &[u8]) {
        self.awaits = Awaits::Colon;
        let tells_names = self.format.is_none();
        let at = self.at;
        let Some(Frame::Object(object)) = self.frames.last_mut() else {
            return;
        };
        let quoted = &window[object.key_start..at];
        let name = name(quoted);
        object.key = Key::of(&name);
        object.keys.add(object.key);
        if tells_names && object.role == Role::Root && object.names.len() < NAMES {
            object.names.push(name.chars().take(LONGEST_NAME).collect());
        }
    }

    /// A field that was passed over is kept if it is a session's.
    fn field_ends(&mut self, window: &[u8]) -> Result<(), Mistake> {
        self.awaits = Awaits::CommaOrEnd;
        let Some(Frame::Object(object)) = self.frames.last_mut() else {
            return Ok(());
        };
        object.fields_end = self.at;
        if object.is != Is::Session || (object.key == Key::Events && &window[self.value_start..self.at] == b"null") {
            return Ok(());
        }
        self.sessions.add(&window[object.key_start..self.at], object.key_start)
    }

    fn object(&mut self, role: Role) {
        if self.frames.len() == 1 && self.format.is_none() && !self.is_wrapped {
            self.untaken = Some(self.at);
        }
        self.frames.push(Frame::Object(Object {
            role,
            start: self.at,
            key: Key::Other,
            key_start: self.at,
            fields_end: self.at + 1,
            keys: Keys::default(),
            names: Vec::new(),
            is: Is::Unknown,
        }));
        self.at += 1;
        self.awaits = Awaits::KeyOrEnd;
    }

    fn list(&mut self, frame: Frame) {
        self.frames.push(frame);
        self.at += 1;
        self.awaits = Awaits::ValueOrEnd;
    }

    fn list_ends(&mut self) {
        self.frames.pop();
        self.at += 1;
        self.value_ended();
    }

    /// The object holds events, so it is a session or the data of a page.
    fn container(&mut self, window: &[u8]) -> Result<(), Mistake> {
        let Some(Frame::Object(object)) = self.frames.last_mut() else {
            return Ok(());
        };
        if object.is != Is::Unknown {
            return Ok(());
        }
        if object.role == Role::Data {
            self.page();
            return Ok(());
        }
        object.is = Is::Session;
        let (start, fields_end) = (object.start, object.fields_end);
        let format = if object.role == Role::Root {
            Format::Session
        } else {
            Format::Pages
        };
        self.taken(format);
        self.sessions.begin(&window[start + 1..fields_end], start + 1)
    }

    /// The objects around are a page.
    fn page(&mut self) {
        for frame in &mut self.frames {
            if let Frame::Object(object) = frame
                && object.is == Is::Unknown
            {
                object.is = Is::Page;
            }
        }
        self.taken(Format::Pages);
    }

    fn taken(&mut self, format: Format) {
        self.is_wrapped |= matches!(format, Format::Session | Format::Pages);
        self.untaken = None;
        self.format.get_or_insert(format);
    }

    fn object_ends(&mut self, window: &[u8], events: &mut Vec<Range<usize>>) -> Result<(), Mistake> {
        let Some(Frame::Object(object)) = self.frames.pop() else {
            return Ok(());
        };
        self.value_ended();
        if let Some(Frame::Object(outer)) = self.frames.last_mut() {
            outer.fields_end = self.at;
        }
        match (object.is, object.role, object.keys.kind()) {
            (Is::Session, ..) => return self.sessions.end(self.at),
            (Is::Page, ..) | (_, Role::Data, _) => {}
            (_, Role::Session, _) | (_, Role::Root, Kind::Session) => {
                let format = if object.role == Role::Root {
                    Format::Session
                } else {
                    Format::Pages
                };
                self.taken(format);
                let fields = &window[object.start + 1..object.fields_end];
                self.sessions.begin(fields, object.start + 1)?;
                return self.sessions.end(self.at);
            }
            (_, Role::Root, Kind::Other) if self.format.is_none() => {
                return Err(Mistake {
                    at: object.start,
                    kind: MistakeKind::NoEvents(object.names),
                });
            }
            (_, Role::Root, Kind::Event | Kind::Other) => {
                let event = object.start..self.at;
                check_length(event.clone())?;
                self.event(&window[event.clone()], object.keys.kind());
                events.push(event);
            }
        }
        Ok(())
    }

    /// An event that stands on its own was read.
    fn event(&mut self, text: &[u8], kind: Kind) {
        let is_in_list = self.frames.len() > 1;
        self.taken(if is_in_list { Format::List } else { Format::Sequence });
        if kind == Kind::Event {
            self.only_events = true;
            self.watches_line = !is_in_list && memchr(b'\n', text).is_none();
        }
    }

    fn unexpected(&self, expected: &'static str) -> Mistake {
        Mistake {
            at: self.at,
            kind: MistakeKind::Unexpected(expected),
        }
    }
}

fn check_length(event: Range<usize>) -> Result<(), Mistake> {
    if event.len() > LARGEST_EVENT {
        return Err(Mistake {
            at: event.start,
            kind: MistakeKind::EventTooLarge,
        });
    }
    Ok(())
}
