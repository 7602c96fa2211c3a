//! Events that name certain identifiers, found once each.

use archive::query::{Condition, Expression, Query, TextPattern};
use archive::{Archive, ArchiveError, Selected};
use event::Event;
use hashbrown::HashSet;

use super::links::Links;

/// Identifiers that one search asks for; a query has at most 1,000 conditions and 10,000 characters.
const MOST_AT_ONCE: usize = 40;
/// Events of one search: who names an identifier that thousands name too has no relatives worth a list.
const MOST_FOUND: usize = 1_000;

/// What was found so far.
pub(super) struct Found<'a> {
    archive: &'a Archive,
    events: Vec<(Event, Links)>,
    known: HashSet<String>,
    searched: HashSet<String>,
}

impl<'a> Found<'a> {
    pub(super) fn new(archive: &'a Archive, event: &Event) -> Self {
        let mut found = Self {
            archive,
            events: Vec::new(),
            known: HashSet::new(),
            searched: HashSet::new(),
        };
        found.add(event.clone());
        found
    }

    /// Looks for events that name one of these; what was looked for before is known.
    pub(super) fn search(&mut self, identifiers: Vec<String>) -> Result<(), ArchiveError> {
        let new: Vec<String> = identifiers
            .into_iter()
            .filter(|id| self.searched.insert(id.clone()))
            .collect();
        for some in new.chunks(MOST_AT_ONCE) {
            let names = |id: &String| Expression::from(Condition::Text(TextPattern::contains(id)));
            let Some(any) = some.iter().map(names).reduce(Expression::or) else {
                continue;
            };
            let Ok(query) = Query::everything().and(any) else {
                continue;
            };
            let mut selection = self.archive.select(&query, Selected::AsShown)?.first(MOST_FOUND);
            loop {
                let events = selection.next_events(128)?;
                if events.is_empty() {
                    break;
                }
                for event in events
                    .iter()
                    .filter_map(|selected| Event::from_json(&selected.text).ok())
                {
                    self.add(event);
                }
            }
        }
        Ok(())
    }

    /// The event that has this identifier of the SDK's.
    pub(super) fn of_own(&self, id: &str) -> Option<&(Event, Links)> {
        self.events.iter().find(|(_, links)| links.own.as_deref() == Some(id))
    }

    /// The events that answer to this one, in the order of the session.
    pub(super) fn children(&self, id: &str) -> impl Iterator<Item = &(Event, Links)> {
        let mut children: Vec<&(Event, Links)> = self
            .events
            .iter()
            .filter(|(_, links)| links.parent.as_deref() == Some(id))
            .collect();
        children.sort_by_key(|(event, _)| (event.timestamp, event.event_number));
        children.into_iter()
    }

    /// The events that are about one of these requests, or were sent with it.
    pub(super) fn about(&self, keys: &[String]) -> impl Iterator<Item = &(Event, Links)> {
        self.events.iter().filter(|(_, links)| {
            let named = links.requests.iter().chain(&links.answers).chain(&links.own);
            named.into_iter().any(|key| keys.contains(key))
        })
    }

    fn add(&mut self, event: Event) {
        if self.known.insert(event.uuid.to_lowercase()) {
            let links = Links::of(&event);
            self.events.push((event, links));
        }
    }
}
