//! Walking the pages of a session that grows meanwhile.
//!
//! Adobe promises no order, no page size and no total, and new events shift what a page number means. So: the order is
//! read off the first answer; with the newest first, every look begins at page 0 and goes on while a page ends with a new event;
//! with the oldest first, it begins where the last one ended. Shifted pages bring known events again, never a gap. What
//! arrives late, among older events, is found by reading the older pages again, one at a time.

use std::sync::Arc;
use std::time::{Duration, Instant};

use gateway::GatewayError;

use super::FollowOptions;
use super::source::EventSource;
use crate::client::EventsPage;
use crate::error::AssuranceError;
use crate::session::Session;
use blocking_work::blocking;
use event::{Event, EventSink};

/// The page size that Adobe documents.
const DOCUMENTED_SIZE: u32 = 50;
/// Pages of older events that are read between two looks for new ones.
const PAGES_AT_ONCE: u32 = 4;

pub(super) struct Walker<S> {
    source: Arc<S>,
    session: String,
    sink: Arc<dyn EventSink>,
    page_size: u32,
    look_size: u32,
    recheck: Duration,
    rechecked: Instant,
    recheck_at: u64,
    recheck_now: bool,
    oldest_first: Option<bool>,
    has_answered: bool,
    older: Older,
    /// With the oldest first: how many events from the beginning on are known.
    known_from_start: u64,
}

/// How far events that were there at the start have been loaded, with the newest first.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Older {
    NotAsked,
    From(u64),
    Loaded,
}

/// What one look brought.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Step {
    pub(super) added: usize,
    /// Whether there is more to load at once.
    pub(super) more: bool,
    /// Whether the session has no events where it had some.
    pub(super) lost_everything: bool,
}

struct Page {
    received: u32,
    added: usize,
    /// Whether every event was there before this look began.
    all_known: bool,
    /// Whether the last event of the page was not there: what follows it may be new as well.
    ends_new: bool,
    is_full: bool,
}

impl<S: EventSource> Walker<S> {
    pub(super) fn new(source: S, session: &str, sink: Arc<dyn EventSink>, options: &FollowOptions) -> Self {
        let page_size = options.page_size.max(1);
        Self {
            source: Arc::new(source),
            session: session.to_owned(),
            sink,
            page_size,
            look_size: options.look_size.clamp(1, page_size),
            recheck: options.recheck,
            rechecked: Instant::now(),
            recheck_at: 0,
            recheck_now: false,
            oldest_first: None,
            has_answered: false,
            older: Older::NotAsked,
            known_from_start: 0,
        }
    }

    pub(super) async fn listed(&self) -> Result<Option<Session>, AssuranceError> {
        self.source.listed(&self.session).await
    }

    /// Looks once for what is new, and loads some of what is not there yet.
    pub(super) async fn step(&mut self) -> Result<Step, AssuranceError> {
        loop {
            let known = self.sink.mark();
            let step = match self.older {
                Older::NotAsked => self.first(known).await,
                _ if self.oldest_first == Some(true) => self.onward(known).await,
                _ => self.newest(known).await,
            };
            match step {
                Err(error) if self.take_smaller_pages(&error) => {}
                other => return other,
            }
        }
    }

    async fn first(&mut self, known: u32) -> Result<Step, AssuranceError> {
        let page = self.read(0, self.page_size, known).await?;
        let mut added = page.added;
        let mut more = page.is_full;
        if !page.is_full && page.received >= DOCUMENTED_SIZE {
            // A short page may be the end, or the most that the server gives at once.
            let size = page.received;
            let next = self.read(1, size, self.sink.mark()).await?;
            added += next.added;
            if next.added > 0 {
                self.page_size = size;
                self.look_size = self.look_size.min(size);
                more = true;
            }
        }
        self.known_from_start = u64::from(page.received);
        self.older = if more {
            Older::From(u64::from(page.received))
        } else {
            Older::Loaded
        };
        Ok(Step {
            added,
            more,
            lost_everything: page.received == 0 && known > 0,
        })
    }

    async fn newest(&mut self, known: u32) -> Result<Step, AssuranceError> {
        let look = self.read(0, self.look_size, known).await?;
        let mut step = Step {
            added: look.added,
            more: false,
            lost_everything: look.received == 0 && known > 0,
        };
        if look.ends_new && look.is_full {
            step.added += self.down_to_known(known).await?;
        }
        if let Older::From(offset) = self.older {
            step.added += self.load_older(offset).await?;
            step.more = self.older != Older::Loaded;
        } else if look.is_full {
            step.added += self.recheck_older().await?;
            step.more = self.recheck_now;
        }
        Ok(step)
    }

    /// Many events are new: reads on until a whole page was known before this look began. A page that became known
    /// during it says nothing, for it may be an earlier one that was shifted.
    async fn down_to_known(&mut self, known: u32) -> Result<usize, AssuranceError> {
        let mut added = 0;
        for number in 0.. {
            let page = self.read(number, self.page_size, known).await?;
            added += page.added;
            if page.all_known || !page.is_full {
                // So many at once may have brought old ones as well.
                self.recheck_at = u64::from(number + 1) * u64::from(self.page_size);
                self.recheck_now = page.is_full;
                break;
            }
        }
        Ok(added)
    }

    async fn load_older(&mut self, mut offset: u64) -> Result<usize, AssuranceError> {
        let mut added = 0;
        for _ in 0..PAGES_AT_ONCE {
            let size = u64::from(self.page_size);
            let number = offset / size;
            let page = self.read(page_number(number), self.page_size, self.sink.mark()).await?;
            added += page.added;
            offset = (number + 1) * size;
            self.older = if page.is_full {
                Older::From(offset)
            } else {
                Older::Loaded
            };
            if !page.is_full {
                break;
            }
        }
        // Endless known pages mean a server that does not know `_page`; the events that it has are loaded.
        let most = self.sink.len() as u64 + u64::from(self.page_size * PAGES_AT_ONCE);
        if added == 0 && offset > 2 * most {
            self.older = Older::Loaded;
        }
        Ok(added)
    }

    async fn onward(&mut self, known: u32) -> Result<Step, AssuranceError> {
        let mut step = Step::default();
        let mut size = self.look_size;
        for _ in 0..PAGES_AT_ONCE {
            let number = self.known_from_start / u64::from(size);
            let page = self.read(page_number(number), size, known).await?;
            step.added += page.added;
            let end = number * u64::from(size) + u64::from(page.received);
            step.more = page.is_full && (page.added > 0 || end > self.known_from_start);
            step.lost_everything |= end < self.known_from_start;
            self.known_from_start = end.max(self.known_from_start);
            if !page.is_full {
                break;
            }
            size = self.page_size;
        }
        self.older = if step.more {
            Older::From(self.known_from_start)
        } else {
            Older::Loaded
        };
        if !step.more && step.added == 0 {
            step.added += self.recheck_older().await?;
            step.more = self.recheck_now;
        }
        Ok(step)
    }

    /// Reads one older page again, now and then, each time the next one; at once when the last one had news.
    async fn recheck_older(&mut self) -> Result<usize, AssuranceError> {
        if !self.recheck_now && self.rechecked.elapsed() < self.recheck {
            return Ok(0);
        }
        self.rechecked = Instant::now();
        let number = self.recheck_at / u64::from(self.page_size);
        let page = self.read(page_number(number), self.page_size, self.sink.mark()).await?;
        self.recheck_at = if page.is_full {
            (number + 1) * u64::from(self.page_size)
        } else {
            0
        };
        self.recheck_now = page.added > 0;
        Ok(page.added)
    }

    async fn read(&mut self, number: u32, size: u32, known: u32) -> Result<Page, AssuranceError> {
        let EventsPage { events, received } = self.source.events_page(&self.session, number, size).await?;
        self.has_answered = true;
        if self.oldest_first.is_none() {
            self.oldest_first = oldest_first(&events);
        }
        let sink = Arc::clone(&self.sink);
        // Writing to a disk and reading payloads of megabytes must not hold up the runtime.
        let put = blocking(move || {
            let all_known = sink.had_all(&events, known);
            let ends_new = events.last().is_some_and(|event| !sink.contains(&event.uuid));
            sink.insert(events)
                .map(|inserted| (inserted.added, all_known, ends_new))
        });
        let (added, all_known, ends_new) = put.await?;
        let received = u32::try_from(received).unwrap_or(u32::MAX);
        Ok(Page {
            received,
            added,
            all_known,
            ends_new,
            is_full: received >= size,
        })
    }

    /// Whether the failure may be about the size of a page, and a smaller one is to be tried.
    fn take_smaller_pages(&mut self, error: &AssuranceError) -> bool {
        let smaller = match error {
            AssuranceError::Gateway(GatewayError::TooLarge { .. }) => self.page_size / 10,
            AssuranceError::Refused { .. } | AssuranceError::Gateway(GatewayError::Refused { status: 400, .. })
                if !self.has_answered && self.page_size > DOCUMENTED_SIZE =>
            {
                DOCUMENTED_SIZE
            }
            _ => 0,
        };
        if smaller == 0 {
            return false;
        }
        self.page_size = smaller;
        self.look_size = self.look_size.min(smaller);
        true
    }
}

/// Whether the page begins with its oldest event; unknown when all its events are equally old.
fn oldest_first(events: &[Event]) -> Option<bool> {
    let (first, last) = (events.first()?, events.last()?);
    (first.timestamp != last.timestamp).then_some(first.timestamp < last.timestamp)
}

fn page_number(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
