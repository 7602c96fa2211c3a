use std::collections::VecDeque;

use serde_json::value::to_raw_value;
use uuid::Uuid;

use super::app::{App, random_uuid};
use super::draft::{Draft, Maker};
use super::{Profile, analytics, commerce, connecting, lifecycle, messaging, oddities, push, state};
use crate::assurance::{Event, Session};

type Story = fn(&mut App) -> Vec<Draft>;

/// What happens in an app, and how often. The proportions are those of a real session's export: about half of all events
/// come from the SDK, the rest from the services that a few requests pass through.
const STORIES: [(u32, Story); 17] = [
    (300, commerce::shopping),
    (130, messaging::interaction),
    (70, messaging::fetch),
    (60, lifecycle::pause_and_resume),
    (140, state::some_state),
    (60, state::configuration_update),
    (60, analytics::track),
    (50, messaging::rule),
    (35, push::message),
    (25, push::token),
    (20, oddities::logs),
    (8, oddities::screenshot),
    (10, oddities::text_payload),
    (14, oddities::unknown_fields),
    (10, oddities::large_state),
    (12, connecting::relaunch),
    (8, connecting::reconnect),
];

/// One app on one device, as an endless iterator of its events. The same arguments give the same events.
#[derive(Clone, Debug)]
pub(crate) struct Simulator {
    app: App,
    queue: VecDeque<Draft>,
    /// Events that the app counted since its launch.
    counted: i32,
    /// Timestamp of the last event, in milliseconds since 1970.
    last: i64,
    /// Number of the last event.
    last_number: i32,
}

impl Simulator {
    /// An app about to be launched and to join `session`, at `start` (milliseconds since 1970).
    pub(crate) fn new(seed: u64, session: &Session, profile: Profile, start: i64) -> Self {
        Self {
            app: App::new(seed, profile, session.uuid, &session.org_id, start),
            queue: VecDeque::new(),
            counted: 0,
            last: start,
            last_number: 0,
        }
    }

    /// The app instance, the same for its whole life.
    pub(crate) fn client(&self) -> Uuid {
        self.app.client
    }

    /// The next event, happening at `moment` and never before the last one.
    pub(crate) fn next_at(&mut self, moment: i64) -> Event {
        let draft = self.next_draft();
        let timestamp = match draft.gap {
            Some(_) => moment.max(self.last),
            None => self.last,
        };
        self.happen(draft, timestamp)
    }

    fn next_draft(&mut self) -> Draft {
        loop {
            if let Some(draft) = self.queue.pop_front() {
                return draft;
            }
            self.app.now = self.last;
            let mut drafts = if self.counted == 0 {
                connecting::launch(&mut self.app)
            } else {
                self.next_story()
            };
            if let Some(first) = drafts.first_mut().filter(|_| self.counted > 0) {
                first.gap = first.gap.map(|gap| gap + self.app.between(200, 4_000));
            }
            self.queue.extend(drafts);
        }
    }

    fn next_story(&mut self) -> Vec<Draft> {
        let total: u32 = STORIES.iter().map(|(weight, _)| weight).sum();
        let mut draw = self.app.between(0, i64::from(total) - 1);
        for (weight, story) in STORIES {
            draw -= i64::from(weight);
            if draw < 0 {
                return story(&mut self.app);
            }
        }
        Vec::new()
    }

    fn happen(&mut self, mut draft: Draft, mut timestamp: i64) -> Event {
        let event_number = match draft.maker {
            Maker::LaunchedApp => {
                self.counted = 1;
                1
            }
            Maker::App => {
                self.counted += 1;
                self.counted
            }
            Maker::Service | Maker::ServiceWithoutClient => 0,
        };
        // Readers sort by time and then by number: in one millisecond, an effect must not come before its cause.
        if timestamp == self.last && event_number < self.last_number {
            timestamp += 1;
        }
        self.last = timestamp;
        self.last_number = event_number;
        draft.stamp(timestamp, &mut self.app.rng);
        Event {
            uuid: random_uuid(&mut self.app.rng),
            event_number,
            client_id: (draft.maker != Maker::ServiceWithoutClient).then_some(self.app.client),
            timestamp,
            vendor: draft.vendor.to_owned(),
            kind: draft.kind.to_owned(),
            payload: to_raw_value(&draft.payload).expect("a JSON value is always written"),
            metadata: draft.metadata,
            annotations: draft.annotations,
        }
    }
}

impl Iterator for Simulator {
    type Item = Event;

    fn next(&mut self) -> Option<Event> {
        let draft = self.next_draft();
        let timestamp = self.last + draft.gap.unwrap_or(0);
        Some(self.happen(draft, timestamp))
    }
}
