use std::sync::Arc;

use event::Event;
use serde_json::json;
use time::UtcOffset;

use super::*;
use crate::query::Query;
use crate::{About, EventFilter, Facets, View, ViewPage};

/// Bytes of an event's heads, its place in the order and the row of its identifier.
const INDEX: usize = 48;
/// Bytes of content that two whiles of looking at everything bring; all that is followed here are many times more.
const CONTENT: usize = 1024 * 1024;
/// Blocks that grow, and what does not depend on the events.
const BESIDE: usize = 256 * 1024;
const BATCH: usize = 250;

fn batch(from: usize) -> Vec<Event> {
    let event = |number: usize| {
        let id = uuid::Uuid::new_v4().to_string();
        let kind = ["hub", "edge", "lifecycle"][number % 3];
        let event = json!({
            "uuid": id, "eventNumber": number, "clientId": format!("c{}", number % 2), "vendor": "v", "type": "generic",
            "timestamp": 1_788_220_893_000_u64 + number as u64 * 6,
            "payload": {
                "ACPExtensionEventName": format!("Event {}", number % 20),
                "ACPExtensionEventType": format!("com.adobe.eventtype.{kind}"),
                "ACPExtensionEventSource": "com.adobe.eventsource.requestcontent",
                "ACPExtensionEventData": { "number": number, "id": uuid::Uuid::new_v4().to_string() },
            },
        });
        Event::from_json(&event.to_string()).unwrap()
    };
    (from..from + BATCH).map(event).collect()
}

fn archive() -> (tempfile::TempDir, Arc<Archive>) {
    let folder = tempfile::tempdir().unwrap();
    let archive = Archive::create(&folder.path().join("a.assurance"), &About::default()).unwrap();
    (folder, Arc::new(archive))
}

fn view(archive: &Arc<Archive>) -> View {
    View::new(Arc::clone(archive), EventFilter::default())
}

/// What an archive answers, whatever it holds in memory.
#[derive(Debug, PartialEq)]
struct Answers {
    pages: Vec<ViewPage>,
    facets: Facets,
    counts: Vec<usize>,
}

fn answers(archive: &Arc<Archive>, uuid: &str) -> Answers {
    let view = view(archive);
    let page = |offset| ViewPage {
        revision: 0,
        ..view.rows(offset, 100).unwrap()
    };
    let count = |query: &str| {
        let query = Query::parse(query, UtcOffset::UTC).unwrap();
        archive.count(&query, &|| false).unwrap()
    };
    let queries = [
        "type:edge name:\"Event 7\"",
        "client:c1",
        "eventNumber>=1000 eventNumber<2000",
        "payload.ACPExtensionEventData.number<777",
        "\"eventtype.life\"",
        uuid,
    ];
    Answers {
        pages: [0, 5_000, archive.len() - 60].map(page).into(),
        facets: view.facets(),
        counts: queries.map(count).into(),
    }
}

#[test]
fn what_is_followed_and_looked_at_does_not_pile_up_in_memory() {
    let (_folder, archive) = archive();
    let view_of_all = view(&archive);
    let first = batch(0);
    let uuid = first[100].uuid.clone();
    let mut next = first;
    for from in (BATCH..=40_000).step_by(BATCH) {
        archive.insert(std::mem::replace(&mut next, batch(from))).unwrap();
        view_of_all.rows(archive.len() - 60, 60).unwrap();
        assert_eq!(view_of_all.facets().errors, 0);
        let held = archive.held();
        assert!(held.content < CONTENT, "{held:?} of {from}");
        assert!(held.heads + held.places < from * INDEX + BESIDE, "{held:?} of {from}");
    }
    let followed = answers(&archive, &uuid);
    assert_eq!(followed.counts.last(), Some(&1));
    let path = archive.path().to_owned();
    drop((view_of_all, archive));
    let opened = Arc::new(Archive::open(&path).unwrap());
    assert_eq!(answers(&opened, &uuid), followed);
}

#[test]
fn content_stays_while_somebody_asks_for_it() {
    let (_folder, archive) = archive();
    let event = batch(0);
    let uuid = event[0].uuid.clone();
    archive.insert(event).unwrap();
    let follow = |is_asked: bool| {
        for from in (BATCH..=24_000).step_by(BATCH) {
            archive.insert(batch(from)).unwrap();
            if is_asked {
                archive.event(&uuid).unwrap().unwrap();
            }
        }
        archive.held().content
    };
    let asked = follow(true);
    assert!(asked > 0);
    archive.event(&uuid).unwrap();
    assert_eq!(archive.held().content, asked, "it was there");
    assert_eq!(follow(false), 0);
    assert!(archive.event(&uuid).unwrap().is_some());
    assert_eq!(archive.held().content, asked, "it was read again");
}
