use std::sync::Arc;

use event::Event;
use serde_json::json;

use crate::about::About;
use crate::archive::Archive;
use crate::query::Path;
use crate::view::{Arrangement, EventFilter, EventRow, EventSort, ListRow, View};

const SORTS: [EventSort; 6] = [
    EventSort::Time,
    EventSort::Name,
    EventSort::Type,
    EventSort::Source,
    EventSort::Vendor,
    EventSort::Client,
];

fn view(folder: &tempfile::TempDir) -> View {
    let archive = Archive::create(&folder.path().join("a.assurance"), &About::default()).unwrap();
    View::new(Arc::new(archive), EventFilter::default())
}

fn event(number: i64) -> Event {
    let name = ["beta", "Alpha", "gamma"][(number * 7 % 3) as usize];
    let client = [None, Some("c2"), Some("c1")][(number % 3) as usize];
    let event = json!({"uuid": format!("e{number:06}"), "timestamp": number * 37 % 1_000, "eventNumber": 0,
        "vendor": format!("V{}", number % 5), "clientId": client, "type": "generic",
        "payload": {"ACPExtensionEventName": name, "ACPExtensionEventType": "com.adobe.eventtype.edge",
            "ACPExtensionEventSource": format!("com.adobe.eventSource.{}", ["one", "two"][(number % 2) as usize]),
            "inner": {"number": number, "long": "ä".repeat(500)}}});
    Event::from_json(&event.to_string()).unwrap()
}

fn events(view: &View) -> Vec<EventRow> {
    let rows = view.window(0, usize::MAX).unwrap().rows;
    let event = |row| match row {
        ListRow::Event(event) => event,
        ListRow::Launch(launch) => panic!("{launch:?} is no event"),
    };
    rows.into_iter().map(event).collect()
}

fn uuids(view: &View) -> Vec<String> {
    events(view).into_iter().map(|row| row.uuid).collect()
}

fn text(row: &EventRow, sort: EventSort) -> String {
    let text = match sort {
        EventSort::Time => "",
        EventSort::Name => &row.label,
        EventSort::Type => &row.event_type,
        EventSort::Source => &row.source,
        EventSort::Vendor => &row.vendor,
        EventSort::Client => row.client_id.as_deref().unwrap_or_default(),
    };
    text.to_lowercase()
}

#[test]
fn every_arrangement_kept_up_to_date_is_the_order_of_its_texts() {
    let folder = tempfile::tempdir().unwrap();
    let view = view(&folder);
    for batch in 0..5i64 {
        let batch: Vec<Event> = (batch * 90..(batch + 1) * 90).rev().map(event).collect();
        view.archive().insert(batch).unwrap();
        for vendors in [vec![], vec!["v1".to_owned(), "v3".to_owned()]] {
            let filter = EventFilter {
                vendors,
                ..EventFilter::default()
            };
            view.set_filter(filter);
            let in_session = view.rows(0, usize::MAX).unwrap().rows;
            for sort in SORTS {
                for descending in [false, true] {
                    view.arrange(Arrangement {
                        sort,
                        descending,
                        ..Arrangement::default()
                    });
                    let mut expected = in_session.clone();
                    expected.sort_by(|left, right| {
                        let order = text(left, sort).cmp(&text(right, sort));
                        if descending { order.reverse() } else { order }
                    });
                    if sort == EventSort::Time && descending {
                        expected.reverse();
                    }
                    assert_eq!(events(&view), expected, "{sort:?}, descending: {descending}");
                    for (index, row) in expected.iter().enumerate() {
                        assert_eq!(
                            view.index_of(&row.uuid),
                            Some(index),
                            "{sort:?}, descending: {descending}"
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn an_arrangement_follows_events_as_they_arrive() {
    let folder = tempfile::tempdir().unwrap();
    let view = view(&folder);
    for sort in SORTS {
        let first = view.archive().len() as i64;
        view.arrange(Arrangement {
            sort,
            ..Arrangement::default()
        });
        for batch in 0..4 {
            let from = first + batch * 50;
            view.archive().insert((from..from + 50).map(event).collect()).unwrap();
            let anew = View::new(Arc::clone(view.archive()), EventFilter::default());
            anew.arrange(view.arrangement());
            assert_eq!(uuids(&view), uuids(&anew), "{sort:?}");
        }
    }
}

#[test]
fn rows_tell_the_time_since_the_event_before_and_what_is_at_the_paths() {
    let folder = tempfile::tempdir().unwrap();
    let view = view(&folder);
    view.archive().insert((0..10).map(event).collect()).unwrap();
    let path = |key: &str| Path::payload().key("inner").key(key);
    view.arrange(Arrangement {
        sort: EventSort::Name,
        paths: vec![path("number"), path("long"), path("none")],
        ..Arrangement::default()
    });
    let rows = events(&view);
    let row = |uuid: &str| rows.iter().find(|row| row.uuid == uuid).unwrap();
    assert_eq!(row("e000000").since_previous, None, "the first of the session");
    assert_eq!(
        row("e000003").since_previous,
        Some(37),
        "by time, whatever the list is sorted by"
    );
    let values = &row("e000003").values;
    assert_eq!(values[0].as_deref(), Some("3"));
    let shortened = format!("{}…", "ä".repeat(200));
    assert_eq!(
        (values[1].as_deref(), values[2].as_deref()),
        (Some(shortened.as_str()), None)
    );
    view.arrange(Arrangement {
        paths: vec![path("none")],
        ..view.arrangement()
    });
    assert_eq!(events(&view)[0].values, [None]);
}

#[test]
fn the_next_of_a_kind_is_that_of_the_list() {
    let folder = tempfile::tempdir().unwrap();
    let view = view(&folder);
    view.archive().insert((0..12).map(event).collect()).unwrap();
    let all = events(&view);
    let kind = |row: &EventRow| (row.label.clone(), row.event_type.clone(), row.source.clone());
    for descending in [false, true] {
        view.arrange(Arrangement {
            descending,
            launches: true,
            ..Arrangement::default()
        });
        let list: Vec<&EventRow> = if descending {
            all.iter().rev().collect()
        } else {
            all.iter().collect()
        };
        for (at, row) in list.iter().enumerate() {
            let of_kind = |other: &&&EventRow| kind(other) == kind(row);
            let next = list[at + 1..].iter().find(of_kind).map(|row| row.uuid.clone());
            let previous = list[..at].iter().rev().find(of_kind).map(|row| row.uuid.clone());
            assert_eq!(view.neighbour_of(&row.uuid, true).map(|(uuid, _)| uuid), next);
            assert_eq!(view.neighbour_of(&row.uuid, false).map(|(uuid, _)| uuid), previous);
        }
    }
}

#[test]
fn ranges_and_texts_are_in_the_order_of_the_list() {
    let folder = tempfile::tempdir().unwrap();
    let view = view(&folder);
    view.archive().insert((0..12).map(event).collect()).unwrap();
    view.arrange(Arrangement {
        sort: EventSort::Name,
        descending: true,
        ..Arrangement::default()
    });
    let list = uuids(&view);
    assert_eq!(view.events_between(2, 4, 10), list[2..=4]);
    assert_eq!(view.events_between(4, 2, 10), list[2..=4]);
    assert_eq!(
        view.events_between(9, 100, 2),
        list[9..11],
        "as many as asked for, from the first end on"
    );
    assert_eq!(view.events_between(4, 0, 2), list[3..=4]);
    let wanted = vec![
        list[5].to_uppercase(),
        list[1].clone(),
        "unknown".to_owned(),
        list[1].clone(),
    ];
    let texts = view.texts_of(&wanted, usize::MAX).unwrap().unwrap();
    let found: Vec<&str> = texts.iter().map(|text| text.split('"').nth(3).unwrap()).collect();
    assert_eq!(found, [&list[1], &list[5]]);
    assert_eq!(view.texts_of(&wanted, 100).unwrap(), None);
}
