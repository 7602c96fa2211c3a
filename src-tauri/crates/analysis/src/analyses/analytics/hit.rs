//! One tracking call and its hit.

use std::sync::Arc;

use event::EventId;

use super::step::{Role, Step};
use crate::drawing::{Cell, Tone};
use crate::in_order::{Place, Placed};
use crate::table::link;
use crate::told::Words;

/// After so many milliseconds Analytics no longer tells what it made of a hit.
const EXPIRES_AFTER: i64 = 24 * 60 * 60 * 1_000;
/// Events that one cell shows.
const LINKS: usize = 5;

/// One hit.
#[derive(Default)]
pub(super) struct Hit {
    pub(super) keys: Vec<EventId>,
    events: Vec<Part>,
    client: Option<(Place, Arc<str>)>,
}

/// One event of a hit.
struct Part {
    at: Place,
    role: Role,
    is_error: bool,
    has_debug_flag: bool,
    call: Option<Arc<str>>,
    host: Option<Arc<str>>,
    preview: Option<Arc<str>>,
}

impl Hit {
    pub(super) fn len(&self) -> usize {
        self.events.len()
    }

    pub(super) fn add(&mut self, found: Placed<Step>, words: &mut Words) {
        let Placed { at, client, what } = found;
        self.keep_client(client.map(|client| (at.clone(), client)));
        let mut word = |text: Option<String>| text.map(|text| words.word(&text));
        let part = Part {
            role: what.role,
            is_error: what.is_error,
            has_debug_flag: what.has_debug_flag,
            call: word(what.call),
            host: word(what.host),
            preview: word(what.preview),
            at,
        };
        self.insert(part);
    }

    pub(super) fn join(&mut self, other: Self) {
        self.keys.extend(other.keys);
        self.keep_client(other.client);
        for part in other.events {
            self.insert(part);
        }
    }

    fn insert(&mut self, part: Part) {
        let place = self.events.partition_point(|own| own.at < part.at);
        self.events.insert(place, part);
    }

    fn keep_client(&mut self, other: Option<(Place, Arc<str>)>) {
        if let Some(other) = other
            && self.client.as_ref().is_none_or(|own| other.0 < own.0)
        {
            self.client = Some(other);
        }
    }

    /// Stays while events arrive, once the call is known.
    pub(super) fn id(&self) -> String {
        self.keys.iter().min().map(EventId::to_string).unwrap_or_default()
    }

    pub(super) fn client(&self) -> Option<&str> {
        self.client.as_ref().map(|(_, client)| &**client)
    }

    /// The first event of it.
    pub(super) fn start(&self) -> &Place {
        &self
            .events
            .first()
            .expect("a hit has an event from its first moment")
            .at
    }

    /// What was tracked.
    pub(super) fn call(&self) -> &str {
        self.first(|part| part.call.as_deref())
            .unwrap_or("Call not in this session")
    }

    /// Where the hit went.
    pub(super) fn host(&self) -> &str {
        self.first(|part| part.host.as_deref()).unwrap_or_default()
    }

    pub(super) fn preview(&self) -> &str {
        self.first(|part| part.preview.as_deref()).unwrap_or_default()
    }

    pub(super) fn texts(&self) -> Vec<&str> {
        vec![self.call(), self.host(), self.preview()]
    }

    fn first<'a>(&'a self, look: impl Fn(&'a Part) -> Option<&'a str>) -> Option<&'a str> {
        self.events.iter().find_map(look)
    }

    /// The events that do this for it.
    pub(super) fn places(&self, role: Role) -> impl Iterator<Item = &Place> {
        self.events
            .iter()
            .filter(move |part| part.role == role)
            .map(|part| &part.at)
    }

    /// The state, in Adobe's words where it has one, when the session's newest event was at `latest`.
    pub(super) fn state(&self, latest: i64) -> (&'static str, Tone) {
        let has = |role: Role| self.events.iter().any(|part| part.role == role);
        if self.events.iter().any(|part| part.is_error) {
            return ("Error", Tone::Bad);
        }
        if has(Role::Processed) {
            return ("Processed", Tone::Good);
        }
        if has(Role::Received) {
            return ("Received", Tone::Good);
        }
        if !has(Role::Response) {
            return ("Queued", Tone::Plain);
        }
        if !self.events.iter().any(|part| part.has_debug_flag) {
            return ("No Debug Flag", Tone::Warning);
        }
        match latest.saturating_sub(self.start().time) > EXPIRES_AFTER {
            true => ("Expired", Tone::Plain),
            false => ("Sent", Tone::Plain),
        }
    }

    pub(super) fn links(&self) -> Cell {
        let events = self.events.iter().take(LINKS).map(|part| {
            let (label, tone) = match part.role {
                _ if part.is_error => ("error", Tone::Bad),
                Role::Track => ("track", Tone::Plain),
                Role::Response => ("response", Tone::Good),
                Role::Received => ("received", Tone::Good),
                Role::Processed => ("processed", Tone::Good),
            };
            link(&part.at, label, tone)
        });
        Cell::Events {
            events: events.collect(),
            more: self.events.len().saturating_sub(LINKS),
        }
    }
}
