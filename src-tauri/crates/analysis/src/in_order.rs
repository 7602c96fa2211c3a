//! What was found in events, in the order of the session, whatever the order in which it arrived.

use std::ops::Deref;
use std::sync::Arc;

use archive::SelectedEvent;
use event::EventId;

/// Where an event is in its session: timestamp, then eventNumber, then identifier, as the archive orders them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    /// Milliseconds since 1970.
    pub(crate) time: i64,
    pub(crate) number: i64,
    pub(crate) event: EventId,
}

impl Place {
    pub(crate) fn of(event: &SelectedEvent) -> Self {
        Self {
            time: event.timestamp,
            number: event.event_number,
            event: event.id.clone(),
        }
    }

    /// The event's UUID.
    pub(crate) fn uuid(&self) -> String {
        self.event.to_string()
    }
}

/// Something found in an event.
#[derive(Clone, Debug)]
pub(crate) struct Placed<T> {
    pub(crate) at: Place,
    pub(crate) client: Option<Arc<str>>,
    pub(crate) what: T,
}

/// Things found in events, in the order of the session.
#[derive(Clone, Debug)]
pub(crate) struct InOrder<T>(Vec<Placed<T>>);

impl<T> Default for InOrder<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> InOrder<T> {
    /// Adds what was found in more events, older or newer.
    pub(crate) fn extend(&mut self, fresh: Vec<Placed<T>>) {
        let Some(first) = fresh.iter().map(|placed| &placed.at).min() else {
            return;
        };
        let from = self.0.partition_point(|placed| placed.at < *first);
        self.0.extend(fresh);
        // Both parts are in order mostly, and a stable sort takes runs as they are.
        self.0[from..].sort_by(|left, right| left.at.cmp(&right.at));
    }

    pub(crate) fn push(&mut self, placed: Placed<T>) {
        let place = self.0.partition_point(|other| other.at < placed.at);
        self.0.insert(place, placed);
    }

    /// What was there at a moment; all of it without one.
    pub(crate) fn until(&self, moment: Option<i64>) -> &[Placed<T>] {
        let end = moment.map_or(self.0.len(), |moment| {
            self.0.partition_point(|placed| placed.at.time <= moment)
        });
        &self.0[..end]
    }
}

impl<T> Deref for InOrder<T> {
    type Target = [Placed<T>];

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}
