//! What belongs to an event: what led to it, what it led to, and everything about the same request to the Edge Network.
//!
//! The SDK writes into an event which one it answers to. A request's identifier is the first 36 characters of the
//! Edge Network's own; its answers also name the event that was sent. Identifiers are compared without regard to case.

mod family;
mod links;
mod search;

use archive::{Archive, ArchiveError};
use event::Event;

use family::family;
use links::Links;
use search::Found;

/// What belongs to an event.
#[derive(Debug, Clone, Default)]
pub struct Related {
    /// The event it answers to, where that is in the archive.
    pub parent: Option<String>,
    /// What led to it, beginning with the first, the event itself, what came of the same as it, and what came of it; in
    /// the order of a tree. Empty when it stands alone.
    pub family: Vec<Relative>,
    /// Everything about the same request, the event among it, in the order of the session. Empty when it stands alone.
    pub request: Vec<Event>,
}

/// An event of a family.
#[derive(Debug, Clone)]
pub struct Relative {
    /// The event.
    pub event: Event,
    /// Levels below the first.
    pub depth: usize,
}

/// Looks up what belongs to an event. Blocks: it searches the archive a few times.
///
/// # Errors
/// When the archive cannot be read.
pub fn related(archive: &Archive, event: &Event) -> Result<Related, ArchiveError> {
    let mut found = Found::new(archive, event);
    let links = Links::of(event);
    found.search(links.all())?;
    let request = request(&mut found, event)?;
    let family = family(&mut found, event)?;
    let parent = links.parent.as_deref().and_then(|parent| found.of_own(parent));
    Ok(Related {
        parent: parent.map(|(event, _)| event.uuid.clone()),
        family: if family.len() > 1 { family } else { Vec::new() },
        request: if request.len() > 1 { request } else { Vec::new() },
    })
}

/// A request may have sent several events, and each names others: so often is it asked what belongs to those.
const MOST_ROUNDS: usize = 3;

fn request(found: &mut Found<'_>, event: &Event) -> Result<Vec<Event>, ArchiveError> {
    let links = Links::of(event);
    let mut keys: Vec<String> = links.requests.iter().chain(&links.answers).cloned().collect();
    // The event that was sent is named by its answers.
    keys.extend(links.own);
    for _ in 0..MOST_ROUNDS {
        let more: Vec<String> = found
            .about(&keys)
            .flat_map(|(_, links)| links.requests.iter().chain(&links.answers))
            .filter(|key| !keys.contains(key))
            .cloned()
            .collect();
        if more.is_empty() {
            break;
        }
        for key in more {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        found.search(keys.clone())?;
    }
    let mut events: Vec<Event> = found.about(&keys).map(|(event, _)| event.clone()).collect();
    if !events.iter().any(|other| other.uuid == event.uuid) {
        return Ok(Vec::new());
    }
    events.sort_by(|left, right| {
        let key = |event: &Event| (event.timestamp, event.event_number);
        key(left).cmp(&key(right)).then_with(|| left.uuid.cmp(&right.uuid))
    });
    Ok(events)
}

#[cfg(test)]
mod tests;
