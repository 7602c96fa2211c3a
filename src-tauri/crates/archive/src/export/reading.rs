//! The events of an export, a few at a time.

use std::sync::Arc;

use event::{Event, EventId, PayloadHead};
use rayon::prelude::*;

use super::error::ExportError;
use super::watch::Progress;
use crate::error::ArchiveError;
use crate::marks::Heard;
use crate::redaction::Redactor;
use crate::selection::{SelectedEvent, Selection};

/// About how many bytes of events are held at a time.
const BATCH: usize = 4 * 1024 * 1024;

/// Events in batches of a few megabytes, whatever their size.
pub(crate) struct Batches {
    selection: Selection,
    at_most: usize,
}

impl Batches {
    pub(crate) fn new(selection: Selection) -> Self {
        Self {
            selection,
            at_most: 128,
        }
    }

    /// The next few events; none at the end.
    pub(crate) fn next_batch(&mut self) -> Result<Vec<SelectedEvent>, ArchiveError> {
        let batch = self.selection.next_events(self.at_most)?;
        let bytes: usize = batch.iter().map(|event| event.text.len()).sum();
        let average = (bytes / batch.len().max(1)).max(1);
        self.at_most = (BATCH / average).clamp(1, 4096);
        Ok(batch)
    }
}

/// What an export reads: its events with their annotations as they are at Adobe now, and with what is redacted taken out.
pub(super) struct Reading<'r> {
    batches: Batches,
    heard: Heard,
    redactor: Option<&'r Redactor>,
    progress: Progress<'r>,
    events: u64,
}

impl<'r> Reading<'r> {
    pub(super) fn new(
        selection: Selection,
        heard: Heard,
        redactor: Option<&'r Redactor>,
        progress: Progress<'r>,
    ) -> Self {
        Self {
            batches: Batches::new(selection),
            heard,
            redactor,
            progress,
            events: 0,
        }
    }

    /// The next few events; none at the end.
    pub(super) fn next_batch(&mut self) -> Result<Vec<SelectedEvent>, ExportError> {
        let mut batch = self.batches.next_batch()?;
        for event in &mut batch {
            if let Some(present) = self.heard.present(&event.uuid, &event.text) {
                event.text = present.into();
            }
        }
        if let Some(redactor) = self.redactor {
            batch = batch
                .into_par_iter()
                .map(|event| redacted(redactor, event))
                .collect::<Result<_, _>>()?;
        }
        self.events += batch.len() as u64;
        self.progress.add(batch.len())?;
        Ok(batch)
    }

    /// A text beside the events, such as the session's name, as it may be written.
    pub(super) fn text(&self, text: &str) -> String {
        self.redactor
            .map_or_else(|| text.to_owned(), |redactor| redactor.text(text))
    }

    /// A JSON text beside the events, as it may be written.
    pub(super) fn json(&self, json: String) -> String {
        match self.redactor {
            Some(redactor) => redactor.json(&json).unwrap_or(json),
            None => json,
        }
    }

    /// How many events were read.
    pub(super) fn events(&self) -> u64 {
        self.events
    }
}

/// The event without what is redacted. Its columns are read anew from what is left, so that nothing stays in them.
fn redacted(redactor: &Redactor, event: SelectedEvent) -> Result<SelectedEvent, ExportError> {
    let Some(text) = redactor.json(&event.text) else {
        return Ok(event);
    };
    let event = Event::from_json(&text).map_err(|_| ArchiveError::Damaged)?;
    let payload = PayloadHead::of(&event);
    Ok(SelectedEvent {
        name: payload.label(&event.kind),
        event_type: payload.event_type(&event.kind),
        source: payload.source(),
        id: EventId::new(&event.uuid),
        uuid: event.uuid.to_lowercase(),
        timestamp: event.timestamp,
        event_number: event.event_number,
        client: event.client_id.as_ref().map(|client| client.to_lowercase()),
        vendor: event.vendor.clone(),
        kind: event.kind.clone(),
        text: Arc::clone(&event.shared_raw()),
    })
}
