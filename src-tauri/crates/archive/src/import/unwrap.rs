//! A line that is a page or a session.

use std::ops::Range;

use serde_json::value::RawValue;

use super::document::{Document, Step};

/// What was in a line of NDJSON that is not one event.
#[derive(Debug)]
pub struct Unwrapped {
    /// Where in the line the events are, as in [`EventBatch`](super::EventBatch).
    pub events: Vec<Range<usize>>,
    /// The session without its events, where the line has one.
    pub session: Option<Box<RawValue>>,
}

/// Looks into a line that is no event: a session object, a page of the GraphQL API or a list, whose events are to be
/// read in its place. None where it is none of these.
///
/// ```
/// use archive::import::unwrap_line;
///
/// let line = br#"{"data":{"events":[{"uuid":"e1"},{"uuid":"e2"}]}}"#;
/// let events = unwrap_line(line).map(|unwrapped| unwrapped.events);
/// assert_eq!(events, Some(vec![19..32, 33..46]));
/// assert!(unwrap_line(br#"{"level":"info"}"#).is_none());
/// ```
#[must_use]
pub fn unwrap_line(line: &[u8]) -> Option<Unwrapped> {
    let mut document = Document::new();
    let mut events = Vec::new();
    let step = document.cut(line, true, &mut events).ok()?;
    if !matches!(step, Step::End) || !document.is_wrapped() {
        return None;
    }
    Some(Unwrapped {
        events,
        session: document.take_session(),
    })
}
