//! Adobe's views over the events of a session. Each is a module of its own: it says which events it reads and draws
//! what they tell; the list here is the only other place that knows of it.

mod analytics;
mod clients;
mod configuration;
mod errors;
mod extensions;
mod logs;
mod states;
mod transactions;

use archive::SelectedEvent;
use event::Event;

use crate::drawing::Drawing;
use crate::scene::Scene;

/// All analyses, in the order of their tabs.
pub const ALL: &[Kind] = &[
    transactions::KIND,
    errors::KIND,
    states::KIND,
    configuration::KIND,
    extensions::KIND,
    analytics::KIND,
    clients::KIND,
    logs::KIND,
];

/// What an analysis is.
#[derive(Clone, Copy)]
pub struct Kind {
    /// Its id.
    pub id: &'static str,
    /// Its name, as on the tab.
    pub title: &'static str,
    /// What it is for, in a sentence.
    pub explanation: &'static str,
    /// Which events it reads, in the archive's query language.
    pub reads: &'static str,
    /// What it looks at in them, as paths of that language; nothing where it may look at everything. The rest of an event
    /// need not be there: the archive reads the faster for it.
    pub looks_at: &'static [&'static str],
    new: fn() -> Box<dyn Analysis>,
}

impl Kind {
    pub(crate) fn make(&self) -> Box<dyn Analysis> {
        (self.new)()
    }
}

/// The row of the analysis `states` whose state an event sets; nothing when the event sets no shared state.
#[must_use]
pub fn state_of(event: &Event) -> Option<String> {
    states::row_of(event)
}

/// The analysis of this id.
#[must_use]
pub fn kind(id: &str) -> Option<&'static Kind> {
    ALL.iter().find(|kind| kind.id == id)
}

/// What was read of a session for one purpose. It keeps places, times and short texts, not events.
pub(crate) trait Analysis: Send {
    /// Takes more events, in the order of the session; they may be older than what it has. No event comes twice.
    fn take(&mut self, events: &[SelectedEvent]);

    /// Draws what is asked for.
    fn draw(&self, scene: &Scene<'_>) -> Drawing;
}
