//! Kinds of events: what two events have in common that are worth comparing.

use archive::query::{Column, Condition, Expression, Query, Test, ValuePattern};
use archive::{Archive, ArchiveError, SelectedEvent, Selection};
use event::{Event, PayloadHead, PayloadTree};

/// What an event is called and where it comes from, in lower case. Shared states are of a kind when one extension owns them.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct EventKind {
    name: String,
    event_type: String,
    source: String,
    vendor: String,
    owner: String,
}

impl EventKind {
    pub(crate) fn of(selected: &SelectedEvent, owner: String) -> Self {
        Self {
            name: selected.name.to_lowercase(),
            event_type: selected.event_type.to_lowercase(),
            source: selected.source.to_lowercase(),
            vendor: selected.vendor.to_lowercase(),
            owner,
        }
    }
}

/// The owner of a shared state, in lower case; empty for other events.
pub(crate) fn state_owner(event_type: &str, tree: &PayloadTree) -> String {
    if !event_type.eq_ignore_ascii_case("hub") {
        return String::new();
    }
    let owner = tree.value_text("/ACPExtensionEventData/stateowner");
    owner.unwrap_or_default().to_lowercase()
}

/// Events of the same kind and client as another.
#[derive(Debug, Clone, Default)]
pub struct Alike {
    /// Those before it, the nearest first.
    pub before: Vec<Event>,
    /// Those after it, the nearest first.
    pub after: Vec<Event>,
}

/// So many events are looked at on each side, where the owner of a shared state has to be read.
const MOST_LOOKED_AT: usize = 4_096;
const BATCH: usize = 64;

/// The events of the same kind and client that are nearest to an event, at most so many before and after it.
///
/// # Errors
/// When the archive cannot be read.
pub fn alike(archive: &Archive, event: &Event, before: usize, after: usize) -> Result<Alike, ArchiveError> {
    let Some(query) = same_columns(event) else {
        return Ok(Alike::default());
    };
    let (earlier, later) = archive.select_around(&event.uuid, &query)?;
    let head = PayloadHead::of(event);
    let owner = state_owner(&head.event_type(&event.kind), &PayloadTree::new(event));
    let near = |selection: Selection, most: usize| nearest(selection, &owner, most);
    Ok(Alike {
        before: near(earlier, before)?,
        after: near(later, after)?,
    })
}

/// The query that finds events of the same kind and client; none when one of the texts is longer than a query may be.
fn same_columns(event: &Event) -> Option<Query> {
    let head = PayloadHead::of(event);
    let columns = [
        (Column::Name, head.label(&event.kind)),
        (Column::Type, head.event_type(&event.kind)),
        (Column::Kind, event.kind.clone()),
        (Column::Source, head.source()),
        (Column::Vendor, event.vendor.clone()),
        (Column::Client, event.client_id.clone().unwrap_or_default()),
    ];
    let is = |(column, text): (Column, String)| {
        Expression::from(Condition::Column {
            column,
            test: Test::Matches(ValuePattern::is(text)),
        })
    };
    let all = columns.into_iter().map(is).reduce(Expression::and)?;
    Query::everything().and(all).ok()
}

fn nearest(mut selection: Selection, owner: &str, most: usize) -> Result<Vec<Event>, ArchiveError> {
    let (mut found, mut looked_at) = (Vec::new(), 0);
    while found.len() < most && looked_at < MOST_LOOKED_AT {
        let some = selection.next_events(BATCH.min(most.max(1) * 4))?;
        if some.is_empty() {
            break;
        }
        looked_at += some.len();
        let events = some.iter().filter_map(|selected| {
            let event = Event::from_json(&selected.text).ok()?;
            let is_alike = owner.is_empty() || state_owner(&selected.event_type, &PayloadTree::new(&event)) == owner;
            is_alike.then_some(event)
        });
        found.extend(events);
    }
    found.truncate(most);
    Ok(found)
}

#[cfg(test)]
mod tests {
    use archive::About;
    use serde_json::json;

    use super::*;

    fn event(number: usize, name: &str, owner: &str, client: &str) -> Event {
        let event = json!({"uuid": format!("u{number}"), "timestamp": number, "type": "generic", "clientId": client,
        "vendor": "com.adobe.griffon.mobile", "payload": {
            "ACPExtensionEventName": name,
            "ACPExtensionEventType": "com.adobe.eventType.hub",
            "ACPExtensionEventSource": "com.adobe.eventSource.sharedState",
            "ACPExtensionEventData": {"stateowner": owner},
        }});
        Event::from_json(&event.to_string()).unwrap()
    }

    #[test]
    fn the_same_kind_is_the_same_name_source_client_and_owner() {
        let folder = tempfile::tempdir().unwrap();
        let archive = Archive::create(&folder.path().join("a.assurance"), &About::default()).unwrap();
        let events = vec![
            event(1, "Shared \"state\"", "com.adobe.edge", "c"),
            event(2, "Shared \"state\"", "COM.adobe.edge", "C"),
            event(3, "Shared \"state\"", "com.adobe.places", "c"),
            event(4, "Other", "com.adobe.edge", "c"),
            event(5, "Shared \"state\"", "com.adobe.edge", "d"),
            event(6, "Shared \"state\"", "com.adobe.edge", "c"),
            event(7, "Shared \"state\"", "com.adobe.edge", "c"),
        ];
        let asked = events[5].clone();
        archive.insert(events).unwrap();
        let found = alike(&archive, &asked, 10, 10).unwrap();
        let uuids = |events: &[Event]| events.iter().map(|event| event.uuid.clone()).collect::<Vec<_>>();
        assert_eq!(
            (uuids(&found.before), uuids(&found.after)),
            (vec!["u2".to_owned(), "u1".to_owned()], vec!["u7".to_owned()],)
        );
        assert_eq!(uuids(&alike(&archive, &asked, 1, 0).unwrap().before), ["u2"]);
    }
}
