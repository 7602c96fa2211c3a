//! What an event is, in words, and what matters in it.
//!
//! One table of definitions, made of a small table per family of events; the first definition that fits an event
//! describes it. The definitions are those of Adobe's public toolkit, and the shapes are those of real sessions.

mod analytics;
mod client;
mod configuration;
mod definition;
mod edge;
mod identity;
mod lifecycle;
mod messaging;
mod network;
mod places;
mod push;
mod service;
mod states;
mod streaming;
mod subject;

use serde::Serialize;

use crate::event::Event;
use crate::label::Part;
use definition::Definition;
use subject::Subject;

/// An event in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// The kind of event, for example `Edge request`.
    pub title: String,
    /// What tells it from others of its kind, for example `commerce.purchases`; may be empty.
    pub detail: String,
    /// What matters in it.
    pub lines: Vec<SummaryLine>,
    /// Whether it tells of something that failed.
    pub is_error: bool,
}

/// One thing that matters in an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SummaryLine {
    /// What it is.
    pub label: String,
    /// Its value in words.
    pub value: String,
    /// Where it is in the payload, as a JSON pointer; none where it was put together.
    pub path: Option<String>,
}

impl SummaryLine {
    fn told(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            value: value.into(),
            path: None,
        }
    }
}

/// The part of a [`Summary`] that lists show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headline {
    /// See [`Summary::title`].
    pub title: String,
    /// See [`Summary::detail`].
    pub detail: String,
    /// See [`Summary::is_error`].
    pub is_error: bool,
}

impl From<Summary> for Headline {
    fn from(summary: Summary) -> Self {
        Self {
            title: summary.title,
            detail: summary.detail,
            is_error: summary.is_error,
        }
    }
}

/// Specific families come before those that take what is left.
const FAMILIES: &[&[Definition]] = &[
    client::DEFINITIONS,
    states::DEFINITIONS,
    configuration::DEFINITIONS,
    lifecycle::DEFINITIONS,
    messaging::DEFINITIONS,
    edge::DEFINITIONS,
    analytics::DEFINITIONS,
    identity::DEFINITIONS,
    places::DEFINITIONS,
    push::DEFINITIONS,
    streaming::DEFINITIONS,
    network::DEFINITIONS,
    service::DEFINITIONS,
];

/// Describes an event.
///
/// ```
/// use event::{Event, summary};
///
/// # fn main() -> Result<(), event::EventProblem> {
/// let event = Event::from_json(r#"{"uuid":"1","type":"client","payload":{"type":"disconnect"}}"#)?;
/// assert_eq!(summary(&event).title, "Client disconnected");
/// # Ok(())
/// # }
/// ```
#[must_use]
pub fn summary(event: &Event) -> Summary {
    let subject = Subject::new(event);
    if let Some(part) = &subject.part {
        return incomplete(part);
    }
    let definition = FAMILIES
        .iter()
        .copied()
        .flatten()
        .find(|definition| definition.fits(&subject));
    definition.map_or_else(|| plain(&subject), |definition| definition.describe(&subject))
}

/// A part whose other parts have not arrived; the whole takes its place when they have.
fn incomplete(part: &Part) -> Summary {
    let number = format!("part {} of {}", part.sequence + 1, part.total);
    Summary {
        title: "Part of a large event".to_owned(),
        detail: number.clone(),
        lines: vec![
            SummaryLine::told("Part", number),
            SummaryLine::told("Whole", "The other parts have not arrived yet."),
        ],
        is_error: false,
    }
}

/// An event that no definition knows: its own name, type and source.
fn plain(subject: &Subject<'_>) -> Summary {
    let mut lines = Vec::new();
    for (label, value, key) in [
        ("Type", &subject.event_type, "ACPExtensionEventType"),
        ("Source", &subject.source, "ACPExtensionEventSource"),
    ] {
        if !value.is_empty() {
            lines.push(SummaryLine {
                path: Some(format!("/{key}")),
                ..SummaryLine::told(label, value)
            });
        }
    }
    if let Some(text) = &subject.plain_text {
        let text = format!("Text, not JSON: {}", subject::shortened(text));
        lines.push(SummaryLine::told("Payload", text));
    }
    Summary {
        title: subject.label.clone(),
        detail: subject.source.clone(),
        lines,
        is_error: subject.is_logged_as_error() || subject.source == "errorresponsecontent",
    }
}

#[cfg(test)]
mod tests;
