//! An event as the analyses read it, and reading many of them on all cores.

use archive::SelectedEvent;
use event::EventId;
use hashbrown::HashSet;
use rayon::prelude::*;
use std::sync::Arc;

use crate::fields::Fields;
use crate::in_order::{Place, Placed};

/// What [`read_all`] looks at in every event.
pub(crate) const LOOKS_AT: &[&str] = &["payload.chunkData"];

/// One event, opened as far as the top of its payload and of the SDK's data.
pub(crate) struct Told<'a> {
    pub(crate) event: &'a SelectedEvent,
    /// The whole event.
    pub(crate) whole: &'a Fields<'a>,
    /// Its payload, opened when Adobe sent it as a string.
    pub(crate) payload: &'a Fields<'a>,
    /// What an SDK's event carries.
    pub(crate) data: Fields<'a>,
}

impl Told<'_> {
    /// Whether it is of this SDK event type and source.
    pub(crate) fn is_sdk(&self, event_type: &str, source: &str) -> bool {
        self.event.event_type.eq_ignore_ascii_case(event_type) && self.event.source.eq_ignore_ascii_case(source)
    }

    /// Whether it is of this `type` of Adobe's.
    pub(crate) fn is_kind(&self, kind: &str) -> bool {
        self.event.kind.eq_ignore_ascii_case(kind)
    }

    /// The SDK's own identifier of it.
    pub(crate) fn own_id(&self) -> Option<EventId> {
        self.payload
            .text("ACPExtensionEventUniqueIdentifier")
            .map(|id| EventId::new(&id))
    }

    /// The SDK's identifier of the event that it answers to.
    pub(crate) fn parent_id(&self) -> Option<EventId> {
        self.payload
            .text("ACPExtensionEventParentIdentifier")
            .map(|id| EventId::new(&id))
    }
}

/// Opens one event.
pub(crate) fn tell<T>(event: &SelectedEvent, look: impl FnOnce(&Told<'_>) -> T) -> T {
    let whole = Fields::of(&event.text);
    let payload = whole.json("payload").unwrap_or_default();
    let in_string: Option<String> = match payload.starts_with('"') {
        true => serde_json::from_str(payload).ok(),
        false => None,
    };
    let payload = Fields::of(in_string.as_deref().unwrap_or(payload));
    let data = payload.fields("ACPExtensionEventData");
    look(&Told {
        event,
        whole: &whole,
        payload: &payload,
        data,
    })
}

/// Texts of which there are many equal ones, each kept once.
#[derive(Default)]
pub(crate) struct Words(HashSet<Arc<str>>);

impl Words {
    pub(crate) fn word(&mut self, text: &str) -> Arc<str> {
        if let Some(known) = self.0.get(text) {
            return Arc::clone(known);
        }
        let word: Arc<str> = text.into();
        self.0.insert(Arc::clone(&word));
        word
    }
}

/// What `read` finds in the events, in their order. A part of a large event whose other parts are missing tells nothing.
pub(crate) fn read_all<T: Send>(
    events: &[SelectedEvent],
    words: &mut Words,
    read: impl Fn(&Told<'_>) -> Option<T> + Sync,
) -> Vec<Placed<T>> {
    let found: Vec<Option<(Place, T)>> = events
        .par_iter()
        .map(|event| {
            tell(event, |told| match told.payload.json("chunkData") {
                Some(_) => None,
                None => read(told).map(|what| (Place::of(event), what)),
            })
        })
        .collect();
    let placed = |(event, found): (&SelectedEvent, Option<(Place, T)>)| {
        found.map(|(at, what)| Placed {
            at,
            client: event.client.as_deref().map(|client| words.word(client)),
            what,
        })
    };
    events.iter().zip(found).filter_map(placed).collect()
}

/// As much of a text as one line shows.
pub(crate) fn shortened(text: &str, longest: usize) -> String {
    let one_line = |text: &str| text.replace(['\n', '\r', '\t'], " ");
    match text.char_indices().nth(longest) {
        Some((end, _)) => format!("{}…", one_line(&text[..end])),
        None => one_line(text),
    }
}
