use rand::rngs::StdRng;
use rand::seq::{IndexedRandom, SliceRandom};
use rand::{Rng, SeedableRng};
use serde_json::json;

use event::Event;
use time::UtcOffset;

use super::*;
use crate::about::About;

/// A folder and a new archive in it.
fn archive() -> (tempfile::TempDir, Arc<Archive>) {
    let folder = tempfile::tempdir().unwrap();
    let archive = Archive::create(&folder.path().join("a.assurance"), &About::default()).unwrap();
    (folder, Arc::new(archive))
}

fn query(text: &str) -> Query {
    Query::parse(text, UtcOffset::UTC).unwrap()
}

const TYPES: &[&str] = &["edge", "hub", "lifecycle"];
const SOURCES: &[&str] = &["requestContent", "errorResponseContent"];
const CLIENTS: &[Option<&str>] = &[None, Some("c1"), Some("C2")];

fn random_event(number: u32, random: &mut StdRng) -> Event {
    let event_type = TYPES.choose(random).map(|name| format!("com.adobe.eventtype.{name}"));
    let kind = if random.random_bool(0.7) { "generic" } else { "service" };
    let payload = match kind {
        "generic" => {
            json!({
                "ACPExtensionEventName": format!("Name {}", random.random_range(0..4)),
                "ACPExtensionEventType": event_type,
                "ACPExtensionEventSource": SOURCES.choose(random).map(|name| format!("com.adobe.eventSource.{name}")),
                "word": format!("W{}", random.random_range(0..20)),
            })
        }
        _ => json!({"name": "hitReceived", "word": format!("W{}", random.random_range(0..20))}),
    };
    let event = json!({
        "uuid": format!("00000000-0000-4000-8000-{number:012}"),
        "timestamp": random.random_range(0..1_000),
        "eventNumber": random.random_range(0..3),
        "clientId": CLIENTS.choose(random),
        "vendor": format!("v{}", random.random_range(0..3)),
        "type": kind,
        "payload": payload,
    });
    Event::from_json(&event.to_string()).unwrap()
}

fn filters() -> Vec<EventFilter> {
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    vec![
        EventFilter::default(),
        EventFilter {
            query: query("w1"),
            ..EventFilter::default()
        },
        EventFilter {
            types: words(&["EDGE", "service"]),
            ..EventFilter::default()
        },
        EventFilter {
            types: words(&["generic"]),
            vendors: words(&["v1"]),
            ..EventFilter::default()
        },
        EventFilter {
            query: query("w7"),
            clients: words(&["c2"]),
            ..EventFilter::default()
        },
        EventFilter {
            vendors: words(&["nobody"]),
            ..EventFilter::default()
        },
        EventFilter {
            sources: words(&["", "RequestContent"]),
            names: words(&["name 1", "hitreceived"]),
            ..EventFilter::default()
        },
        EventFilter {
            query: query("w"),
            errors: true,
            vendors: words(&["v1", "v2"]),
            ..EventFilter::default()
        },
        EventFilter {
            errors: true,
            ..EventFilter::default()
        },
    ]
}

/// The same question answered the slow way, from the events themselves.
fn naive(events: &[Event], filter: &EventFilter) -> Vec<String> {
    let has =
        |wanted: &[String], value: &str| wanted.is_empty() || wanted.iter().any(|one| one.eq_ignore_ascii_case(value));
    let mut matching: Vec<&Event> = events
        .iter()
        .filter(|event| event.raw().to_lowercase().contains(&filter.query.text().to_lowercase()))
        .filter(|event| {
            let payload: serde_json::Value = serde_json::from_str(event.payload()).unwrap();
            let own = payload["ACPExtensionEventType"]
                .as_str()
                .map(|name| name.replace("com.adobe.eventtype.", ""));
            has(&filter.types, own.as_deref().unwrap_or(&event.kind)) || has(&filter.types, &event.kind)
        })
        .filter(|event| has(&filter.vendors, &event.vendor))
        .filter(|event| has(&filter.sources, &event::PayloadHead::of(event).source()))
        .filter(|event| has(&filter.names, &event::label(event)))
        .filter(|event| !filter.errors || event::summary(event).is_error)
        .filter(|event| {
            filter.clients.is_empty() || event.client_id.as_deref().is_some_and(|id| has(&filter.clients, id))
        })
        .collect();
    matching.sort_by_key(|event| (event.timestamp, event.event_number, event.uuid.clone()));
    matching.into_iter().map(|event| event.uuid.clone()).collect()
}

fn shown(view: &View) -> Vec<String> {
    view.rows(0, usize::MAX)
        .unwrap()
        .rows
        .into_iter()
        .map(|row| row.uuid)
        .collect()
}

#[test]
fn a_view_kept_up_to_date_equals_one_made_anew() {
    for seed in 0..8 {
        let mut random = StdRng::seed_from_u64(seed);
        let (_folder, archive) = archive();
        let views: Vec<View> = filters()
            .into_iter()
            .map(|filter| View::new(Arc::clone(&archive), filter))
            .collect();
        let mut events: Vec<Event> = Vec::new();
        for _ in 0..6 {
            let first = events.len() as u32;
            let mut batch: Vec<Event> = (first..first + random.random_range(0..60))
                .map(|number| random_event(number, &mut random))
                .collect();
            events.extend(batch.iter().cloned());
            batch.extend(events.iter().take(10).cloned());
            batch.shuffle(&mut random);
            archive.insert(batch).unwrap();
            for view in &views {
                let expected = naive(&events, &view.filter());
                let page = view.rows(0, usize::MAX).unwrap();
                assert_eq!(shown(view), expected, "seed {seed}, {:?}", view.filter());
                assert_eq!((page.matched, page.total), (expected.len(), events.len()));
                for (place, uuid) in expected.iter().enumerate() {
                    assert_eq!(view.position_of(&uuid.to_uppercase()), Some(place));
                }
            }
        }
        for view in &views {
            let anew = View::new(Arc::clone(&archive), view.filter());
            assert_eq!(*view.error_masks(), *anew.error_masks(), "seed {seed}");
            assert_eq!(view.facets(), anew.facets(), "seed {seed}, {:?}", view.filter());
        }
    }
}

#[test]
fn facets_count_what_matches_the_other_fields() {
    let mut random = StdRng::seed_from_u64(1);
    let events: Vec<Event> = (0..300).map(|number| random_event(number, &mut random)).collect();
    let (_folder, archive) = archive();
    archive.insert(events.clone()).unwrap();
    let filter = EventFilter {
        types: vec!["edge".into()],
        vendors: vec!["v1".into()],
        ..EventFilter::default()
    };
    let facets = View::new(archive, filter.clone()).facets();
    assert!(facets.types.len() > 1, "other types can still be chosen");
    for facet in &facets.types {
        let other = EventFilter {
            types: vec![facet.value.clone()],
            ..filter.clone()
        };
        assert_eq!(facet.count, naive(&events, &other).len(), "{}", facet.value);
        assert_eq!(facet.chosen, facet.value == "edge");
    }
    for facet in &facets.vendors {
        let other = EventFilter {
            vendors: vec![facet.value.clone()],
            ..filter.clone()
        };
        assert_eq!(facet.count, naive(&events, &other).len(), "{}", facet.value);
    }
    for facet in &facets.clients {
        let other = EventFilter {
            clients: vec![facet.value.clone()],
            ..filter.clone()
        };
        assert_eq!(facet.count, naive(&events, &other).len(), "{}", facet.value);
    }
    assert_eq!(facets.sources.len(), 2);
    for facet in &facets.sources {
        let other = EventFilter {
            sources: vec![facet.value.clone()],
            ..filter.clone()
        };
        assert_eq!(facet.count, naive(&events, &other).len(), "{}", facet.value);
    }
    assert_eq!(facets.names.len(), 4);
    for facet in &facets.names {
        let other = EventFilter {
            names: vec![facet.value.clone()],
            ..filter.clone()
        };
        assert_eq!(facet.count, naive(&events, &other).len(), "{}", facet.value);
    }
    let errors = EventFilter { errors: true, ..filter };
    assert_eq!(facets.errors, naive(&events, &errors).len());
    assert!(facets.errors > 0);
}

#[test]
fn of_many_names_the_most_frequent_and_the_chosen_are_listed() {
    let (_folder, archive) = archive();
    let event = |number: usize, name: usize| {
        let event = json!({"uuid": number.to_string(), "timestamp": number, "type": "service",
            "payload": {"name": format!("name {name}")}});
        Event::from_json(&event.to_string()).unwrap()
    };
    // Name 0 occurs once, name 1 twice, and so on.
    let names = (0..80).flat_map(|name| std::iter::repeat_n(name, name + 1));
    archive
        .insert(names.enumerate().map(|(number, name)| event(number, name)).collect())
        .unwrap();
    let view = View::new(Arc::clone(&archive), EventFilter::default());
    let facets = view.facets();
    assert_eq!(facets.names.len(), 50);
    assert_eq!((facets.names[0].value.as_str(), facets.names[0].count), ("name 79", 80));
    assert_eq!(facets.names[49].value, "name 30");
    view.set_filter(EventFilter {
        names: vec!["NAME 3".to_owned(), "unknown".to_owned()],
        ..EventFilter::default()
    });
    let chosen: Vec<(String, usize)> = view
        .facets()
        .names
        .into_iter()
        .filter(|facet| facet.chosen)
        .map(|facet| (facet.value, facet.count))
        .collect();
    assert_eq!(chosen, [("name 3".to_owned(), 4), ("unknown".to_owned(), 0)]);
}

#[test]
fn a_paused_view_keeps_to_the_errors_of_before() {
    let (_folder, archive) = archive();
    let event = |number: u32, level: &str| {
        let event = json!({"uuid": number.to_string(), "timestamp": number, "type": "service",
            "payload": {"name": "n", "logLevel": level}});
        Event::from_json(&event.to_string()).unwrap()
    };
    archive.insert(vec![event(1, "error"), event(2, "log")]).unwrap();
    let view = View::new(
        Arc::clone(&archive),
        EventFilter {
            errors: true,
            ..EventFilter::default()
        },
    );
    assert_eq!(shown(&view), ["1"]);
    view.pause();
    archive.insert(vec![event(3, "error")]).unwrap();
    assert_eq!(view.error_masks()[0], 0b101);
    assert_eq!((shown(&view), view.facets().errors), (vec!["1".to_owned()], 1));
    view.resume();
    assert_eq!((shown(&view).len(), view.facets().errors), (2, 2));
}

#[test]
fn a_paused_view_keeps_its_rows_and_counts_what_arrives() {
    let mut random = StdRng::seed_from_u64(2);
    let (_folder, archive) = archive();
    let view = View::new(Arc::clone(&archive), EventFilter::default());
    let batch = (0..10).map(|number| random_event(number, &mut random)).collect();
    archive.insert(batch).unwrap();
    let before = shown(&view);
    view.pause();
    let batch = (10..17).map(|number| random_event(number, &mut random)).collect();
    archive.insert(batch).unwrap();
    let page = view.rows(0, 100).unwrap();
    assert_eq!((page.rows.len(), page.total, page.arrived_while_paused), (10, 10, 7));
    assert_eq!(shown(&view), before);
    view.set_filter(EventFilter {
        query: query("word"),
        ..EventFilter::default()
    });
    assert_eq!(shown(&view), before, "another filter looks at the frozen rows");
    view.resume();
    let page = view.rows(0, 100).unwrap();
    assert_eq!((page.rows.len(), page.arrived_while_paused), (17, 0));
}

#[test]
fn parts_leave_a_view_when_the_whole_comes() {
    let part = |uuid: &str, sequence: u32, text: &str| {
        let event = json!({"uuid": uuid, "timestamp": 5, "type": "generic", "payload": {"chunkData": text,
            "chunkId": "C", "chunkTotal": 2, "chunkSequenceNumber": sequence}});
        Event::from_json(&event.to_string()).unwrap()
    };
    let (_folder, archive) = archive();
    let view = View::new(Arc::clone(&archive), EventFilter::default());
    archive.insert(vec![part("a", 0, "{\"name\":")]).unwrap();
    assert_eq!(view.rows(0, 9).unwrap().rows[0].title, "Part of a large event");
    archive.insert(vec![part("b", 1, "\"whole\"}")]).unwrap();
    let page = view.rows(0, 9).unwrap();
    assert_eq!((page.matched, page.total, page.rows[0].label.as_str()), (1, 1, "whole"));
    assert_eq!(view.facets().types[0].count, 1);
    assert_eq!(view.position_of("b"), Some(0));
}

#[test]
fn a_hundred_thousand_events_are_filtered_and_shown_by_windows() {
    let (_folder, archive) = archive();
    let event = |number: i64| {
        let word = if number % 1_000 == 7 { "Needle" } else { "hay" };
        let text = format!(
            r#"{{"uuid":"00000000-0000-4000-8000-{number:012}","timestamp":{number},"vendor":"v{}","type":"generic","payload":{{"name":"{word}"}}}}"#,
            number % 3
        );
        Event::from_json(&text).unwrap()
    };
    let newest_first: Vec<i64> = (0..100_000).rev().collect();
    let view = View::new(
        Arc::clone(&archive),
        EventFilter {
            query: query("nEEDLE"),
            ..EventFilter::default()
        },
    );
    for page in newest_first.chunks(1_000) {
        archive
            .insert(page.iter().map(|number| event(*number)).collect())
            .unwrap();
        if page[0] % 25_000 == 24_999 {
            view.rows(0, 1).unwrap();
        }
    }
    let page = view.rows(95, 10).unwrap();
    assert_eq!((page.matched, page.total, page.rows.len()), (100, 100_000, 5));
    assert_eq!(page.rows[0].timestamp, 95_007);
    view.set_filter(EventFilter {
        vendors: vec!["v2".into()],
        ..EventFilter::default()
    });
    let page = view.rows(33_000, 3).unwrap();
    assert_eq!(page.matched, 33_333);
    assert_eq!(
        page.rows.iter().map(|row| row.timestamp).collect::<Vec<_>>(),
        [99_002, 99_005, 99_008]
    );
}

#[tokio::test]
async fn a_new_filter_takes_over_from_a_search_that_runs() {
    let mut random = StdRng::seed_from_u64(3);
    let (_folder, archive) = archive();
    let batch = (0..3_000).map(|number| random_event(number, &mut random)).collect();
    archive.insert(batch).unwrap();
    let view = Arc::new(View::new(
        archive,
        EventFilter {
            query: query("nothing"),
            ..EventFilter::default()
        },
    ));
    let running = view.ask(|view| view.rows(0, 10).unwrap());
    view.set_filter(EventFilter::default());
    let (first, second) = tokio::join!(running, view.ask(|view| view.rows(0, 10).unwrap()));
    assert_eq!(second.matched, 3_000);
    assert!(
        first.matched == 0 || first.matched == 3_000,
        "an answer is whole, for one filter or the other"
    );
}
