use event::Event;
use serde_json::json;

use crate::about::About;
use crate::archive::Archive;
use crate::view::{Arrangement, EventFilter, ListRow, View};
use std::sync::Arc;

fn event(timestamp: i64, client: &str, number: i64) -> Event {
    let event = json!({"uuid": format!("{client}-{timestamp}"), "timestamp": timestamp, "eventNumber": number,
        "clientId": client, "type": "generic", "vendor": if number == 0 { "server" } else { "device" }});
    Event::from_json(&event.to_string()).unwrap()
}

fn view(folder: &tempfile::TempDir) -> View {
    let archive = Archive::create(&folder.path().join("a.assurance"), &About::default()).unwrap();
    let view = View::new(Arc::new(archive), EventFilter::default());
    view.arrange(Arrangement {
        launches: true,
        ..Arrangement::default()
    });
    view
}

/// The list in short: events by their time, launches as the client and its number.
fn list(view: &View) -> Vec<String> {
    let rows = view.window(0, usize::MAX).unwrap().rows;
    let short = |row| match row {
        ListRow::Event(event) => event.timestamp.to_string(),
        ListRow::Launch(launch) => format!("{} {}", launch.client_id, launch.number),
    };
    rows.into_iter().map(short).collect()
}

#[test]
fn a_launch_begins_where_a_clients_numbers_begin_again() {
    let folder = tempfile::tempdir().unwrap();
    let view = view(&folder);
    let events = vec![
        event(1, "a", 1),
        event(2, "a", 2),
        event(3, "b", 40),
        event(4, "a", 0),
        event(5, "a", 4),
        event(6, "a", 3),
        event(7, "a", 1),
        event(8, "b", 41),
        // The first events of this launch were lost.
        event(9, "b", 12),
    ];
    view.archive().insert(events).unwrap();
    assert_eq!(
        list(&view),
        ["a 1", "1", "2", "b 1", "3", "4", "5", "6", "a 2", "7", "8", "b 2", "9"]
    );
}

#[test]
fn a_launch_stands_before_the_first_event_that_is_shown() {
    let folder = tempfile::tempdir().unwrap();
    let view = view(&folder);
    let events = vec![
        event(1, "a", 1),
        event(2, "a", 1),
        event(3, "b", 1),
        event(4, "a", 0),
        event(5, "a", 2),
        event(6, "a", 1),
    ];
    view.archive().insert(events).unwrap();
    view.set_filter(EventFilter {
        vendors: vec!["server".into()],
        ..EventFilter::default()
    });
    assert_eq!(list(&view), ["a 2", "b 1", "4"], "each client's last launch before it");
    assert_eq!(view.index_of("a-4"), Some(2));
    assert_eq!(view.position_of("a-4"), Some(0));
    view.set_filter(EventFilter {
        vendors: vec!["server".into()],
        clients: vec!["A".into()],
        ..EventFilter::default()
    });
    assert_eq!(list(&view), ["a 2", "4"], "clients that are left out have no launches");
    view.set_filter(EventFilter::default());
    view.arrange(Arrangement {
        launches: true,
        descending: true,
        ..Arrangement::default()
    });
    assert_eq!(list(&view)[..4], ["6", "a 3", "5", "4"], "the other way round");
}

#[test]
fn launches_found_as_events_come_equal_those_found_at_the_end() {
    let folder = tempfile::tempdir().unwrap();
    let view = view(&folder);
    // Each batch has events between those of the batches before it, and every tenth begins a launch.
    for batch in 0..7i64 {
        let at = |step: i64| {
            event(
                step * 7 + (batch * 3) % 7,
                ["a", "b"][(step % 2) as usize],
                1 + step % 40,
            )
        };
        view.archive().insert((0..1_500).map(at).collect()).unwrap();
        let anew = View::new(Arc::clone(view.archive()), EventFilter::default());
        anew.arrange(view.arrangement());
        assert_eq!(list(&view), list(&anew), "batch {batch}");
    }
}
