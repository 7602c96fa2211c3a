//! What is logged goes to the logbook: everything that matters of this program's own crates, warnings of all others.

use tracing::level_filters::LevelFilter;
use tracing::{Event, Subscriber};
use tracing_subscriber::Layer;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::Context;
use tracing_subscriber::registry::LookupSpan;

use crate::Logbook;
use crate::line::Line;

/// Hands events to the thread that writes.
struct IntoLogbook(Logbook);

impl<S: Subscriber> Layer<S> for IntoLogbook {
    fn on_event(&self, event: &Event<'_>, _context: Context<'_, S>) {
        self.0.write(Line::of(event));
    }
}

impl Logbook {
    /// Keeps what these crates log from `info` on, and what all others log from `warn` on.
    pub fn layer<S>(&self, own_crates: &[&str]) -> impl Layer<S> + use<S>
    where
        S: Subscriber + for<'a> LookupSpan<'a>,
    {
        let own = own_crates.iter().map(|name| (*name, LevelFilter::INFO));
        let filter = Targets::new().with_default(LevelFilter::WARN).with_targets(own);
        IntoLogbook(self.clone()).with_filter(filter)
    }
}
