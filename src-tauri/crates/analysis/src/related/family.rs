//! The tree of events that answer to one another.

use archive::ArchiveError;
use event::Event;
use hashbrown::HashSet;

use super::Relative;
use super::links::Links;
use super::search::Found;

/// Generations above an event; longer lines are a circle or nobody's.
const MOST_ABOVE: usize = 32;
/// Generations below an event.
const MOST_BELOW: usize = 6;
/// Events of one family.
const MOST_RELATIVES: usize = 400;

/// What led to an event, the event with its siblings, and what it led to.
pub(super) fn family(found: &mut Found<'_>, event: &Event) -> Result<Vec<Relative>, ArchiveError> {
    let ancestors = ancestors(found, event)?;
    look_below(found, event)?;
    let mut met = HashSet::new();
    let mut family: Vec<Relative> = Vec::new();
    for (depth, ancestor) in ancestors.iter().rev().enumerate() {
        met.insert(ancestor.uuid.to_lowercase());
        family.push(Relative {
            event: ancestor.clone(),
            depth,
        });
    }
    let depth = family.len();
    match Links::of(event).parent {
        // The siblings are known by their parent, whether it is in the archive or not.
        Some(parent) => branch(found, &parent, event, depth, &mut met, &mut family),
        None => below(found, event, depth, &mut met, &mut family),
    }
    family.truncate(MOST_RELATIVES);
    Ok(family)
}

/// What the event answers to, the nearest first. Stops at what is not there, and where it goes in a circle.
fn ancestors(found: &mut Found<'_>, event: &Event) -> Result<Vec<Event>, ArchiveError> {
    let mut ancestors: Vec<Event> = Vec::new();
    let mut next = Links::of(event).parent;
    while let Some(id) = next.take().filter(|_| ancestors.len() < MOST_ABOVE) {
        found.search(vec![id.clone()])?;
        let Some((ancestor, links)) = found.of_own(&id) else {
            break;
        };
        let is_known = |known: &Event| known.uuid.eq_ignore_ascii_case(&ancestor.uuid);
        if is_known(event) || ancestors.iter().any(is_known) {
            break;
        }
        next.clone_from(&links.parent);
        ancestors.push(ancestor.clone());
    }
    Ok(ancestors)
}

/// Looks for what came of the event, generation by generation.
fn look_below(found: &mut Found<'_>, event: &Event) -> Result<(), ArchiveError> {
    let mut generation: Vec<String> = Links::of(event).own.into_iter().collect();
    let mut seen: HashSet<String> = HashSet::new();
    for _ in 0..MOST_BELOW {
        generation.retain(|id| seen.insert(id.clone()));
        if generation.is_empty() || seen.len() > MOST_RELATIVES {
            break;
        }
        found.search(generation.clone())?;
        let children = |id: &String| {
            found
                .children(id)
                .filter_map(|(_, links)| links.own.clone())
                .collect::<Vec<_>>()
        };
        generation = generation.iter().flat_map(children).collect();
    }
    Ok(())
}

/// The children of one parent; of them, only the event that is asked about with what came of it.
fn branch(
    found: &Found<'_>,
    parent: &str,
    event: &Event,
    depth: usize,
    met: &mut HashSet<String>,
    family: &mut Vec<Relative>,
) {
    for (sibling, _) in found.children(parent) {
        if sibling.uuid.eq_ignore_ascii_case(&event.uuid) {
            below(found, event, depth, met, family);
        } else if met.insert(sibling.uuid.to_lowercase()) {
            family.push(Relative {
                event: sibling.clone(),
                depth,
            });
        }
    }
}

/// An event and what came of it.
fn below(found: &Found<'_>, event: &Event, depth: usize, met: &mut HashSet<String>, family: &mut Vec<Relative>) {
    let mut left = vec![(event.clone(), depth)];
    while let Some((next, depth)) = left.pop() {
        if family.len() >= MOST_RELATIVES || !met.insert(next.uuid.to_lowercase()) {
            continue;
        }
        if let Some(own) = Links::of(&next).own {
            let children: Vec<Event> = found.children(&own).map(|(child, _)| child.clone()).collect();
            left.extend(children.into_iter().rev().map(|child| (child, depth + 1)));
        }
        family.push(Relative { event: next, depth });
    }
}
