use std::sync::Arc;

use event::Event;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{Rng, SeedableRng};
use serde_json::json;
use time::UtcOffset;

use super::*;
use crate::MarkChange;
use crate::about::About;
use crate::archive::Archive;
use crate::query::Query;
use crate::view::EventFilter;

/// A folder and an archive in it with these events: when, whose, and a word.
fn archive(events: &[(i64, Option<&str>, &str)]) -> (tempfile::TempDir, Arc<Archive>) {
    let folder = tempfile::tempdir().unwrap();
    let archive = Archive::create(&folder.path().join("a.assurance"), &About::default()).unwrap();
    let event = |(number, (timestamp, client, word)): (usize, &(i64, Option<&str>, &str))| {
        let event = json!({"uuid": format!("E{number}"), "timestamp": timestamp, "clientId": client,
            "type": "generic", "payload": {"word": word}});
        Event::from_json(&event.to_string()).unwrap()
    };
    archive.insert(events.iter().enumerate().map(event).collect()).unwrap();
    (folder, Arc::new(archive))
}

fn containing(word: &str) -> EventFilter {
    EventFilter {
        query: Query::parse(word, UtcOffset::UTC).unwrap(),
        ..EventFilter::default()
    }
}

fn stretch(from: Option<i64>, to: Option<i64>, pieces: usize) -> Stretch {
    Stretch { from, to, pieces }
}

fn lane(density: &Density, of: LaneOf) -> Vec<u32> {
    let lane = density.lanes.iter().find(|lane| lane.of == of);
    lane.unwrap_or_else(|| panic!("no lane for {of:?}")).counts.clone()
}

#[test]
fn every_client_has_a_lane_of_what_the_filter_shows() {
    let (_folder, archive) = archive(&[
        (100, Some("A"), "cart"),
        (109, Some("b"), "cart"),
        (110, Some("b"), "login"),
        (139, None, "cart"),
    ]);
    archive
        .mark(&["e2".to_owned(), "e3".to_owned()], &MarkChange::Flag(true))
        .unwrap();
    let view = View::new(archive, containing("cart"));
    let density = view.density(stretch(None, None, 4));
    assert_eq!((density.first, density.last), (Some(100), Some(139)));
    assert_eq!((density.from, density.to), (100, 139));
    assert_eq!(density.all, [2, 1, 0, 1]);
    assert_eq!(lane(&density, LaneOf::Client("a".into())), [1, 0, 0, 0]);
    assert_eq!(lane(&density, LaneOf::Client("b".into())), [1, 0, 0, 0]);
    assert_eq!(lane(&density, LaneOf::Nobody), [0, 0, 0, 1]);
    assert_eq!(density.lanes.len(), 3);
    assert_eq!(density.flags, [0, 0, 0, 1], "what the filter hides is not marked");
}

#[test]
fn errors_and_app_launches_are_marked_where_they_are() {
    let folder = tempfile::tempdir().unwrap();
    let archive = Archive::create(&folder.path().join("a.assurance"), &About::default()).unwrap();
    let event = |uuid: &str, at: i64, client: &str, number: i64, status: i64| {
        let event = json!({"uuid": uuid, "timestamp": at, "clientId": client, "eventNumber": number,
            "type": "netres", "payload": {"statusCode": status}});
        Event::from_json(&event.to_string()).unwrap()
    };
    let batch = vec![
        event("1", 0, "a", 1, 200),
        event("2", 10, "a", 2, 502),
        event("3", 20, "b", 1, 404),
        event("4", 30, "a", 1, 200),
    ];
    archive.insert(batch).unwrap();
    let view = View::new(Arc::new(archive), EventFilter::default());
    let density = view.density(stretch(Some(0), Some(39), 4));
    assert_eq!(density.errors, [0, 1, 1, 0]);
    assert_eq!(density.launches, [1, 0, 1, 1]);
    view.set_filter(EventFilter {
        clients: vec!["a".into()],
        ..EventFilter::default()
    });
    let density = view.density(stretch(Some(0), Some(39), 4));
    assert_eq!(
        (density.errors.as_slice(), density.launches.as_slice()),
        ([0, 1, 0, 0].as_slice(), [1, 0, 0, 1].as_slice())
    );
}

#[test]
fn a_stretch_counts_only_what_is_in_it() {
    let (_folder, archive) = archive(&[(0, None, ""), (10, None, ""), (20, None, ""), (30, None, "")]);
    let view = View::new(archive, EventFilter::default());
    assert_eq!(view.density(stretch(Some(10), Some(20), 2)).all, [1, 1]);
    assert_eq!(view.density(stretch(Some(11), Some(19), 3)).all, [0, 0, 0]);
    let around = view.density(stretch(Some(-100), Some(299), 4));
    assert_eq!(
        (around.all.as_slice(), around.first),
        ([0, 4, 0, 0].as_slice(), Some(0))
    );
}

#[test]
fn times_beyond_all_measure_are_counted_too() {
    let (_folder, archive) = archive(&[(i64::MIN, None, ""), (0, None, ""), (i64::MAX, None, "")]);
    let view = View::new(archive, EventFilter::default());
    assert_eq!(view.density(stretch(None, None, 3)).all, [1, 1, 1]);
    assert_eq!(
        view.density(stretch(Some(5), Some(0), 0)).all,
        [0],
        "an end before the beginning"
    );
    assert_eq!(view.nearest(i64::MAX).as_deref(), Some("e2"));
}

#[test]
fn a_session_without_events_has_an_empty_density() {
    let (_folder, archive) = archive(&[]);
    let view = View::new(archive, EventFilter::default());
    let density = view.density(stretch(None, None, 3));
    assert_eq!((density.first, density.all.as_slice()), (None, [0, 0, 0].as_slice()));
    assert_eq!(view.nearest(5), None);
}

#[test]
fn clients_beyond_the_room_there_is_share_a_lane() {
    let names: Vec<String> = (0..20).map(|number| format!("c{number}")).collect();
    let events: Vec<_> = names.iter().map(|name| (1, Some(name.as_str()), "")).collect();
    let (_folder, archive) = archive(&events);
    let density = View::new(archive, EventFilter::default()).density(stretch(None, None, 1));
    assert_eq!(density.lanes.len(), MOST_LANES + 1);
    assert_eq!(lane(&density, LaneOf::OtherClients), [8]);
}

#[test]
fn the_nearest_event_is_one_that_the_filter_shows() {
    let (_folder, archive) = archive(&[
        (100, None, "cart"),
        (110, None, "login"),
        (120, None, "cart"),
        (120, None, "cart"),
    ]);
    let view = View::new(archive, containing("cart"));
    let nearest = |moment| view.nearest(moment).unwrap();
    assert_eq!(nearest(109), "e0");
    assert_eq!(nearest(111), "e2");
    assert_eq!((nearest(i64::MIN).as_str(), nearest(999).as_str()), ("e0", "e2"));
}

#[test]
fn counts_are_those_of_the_events_themselves() {
    let mut random = StdRng::seed_from_u64(5);
    let clients = [None, Some("a"), Some("B"), Some("c")];
    let events: Vec<_> = (0..2_000)
        .map(|_| {
            let word = if random.random_bool(0.3) { "needle" } else { "hay" };
            (
                random.random_range(0..10_000),
                *clients.choose(&mut random).unwrap(),
                word,
            )
        })
        .collect();
    let (_folder, archive) = archive(&events);
    let views = [EventFilter::default(), containing("needle")].map(|filter| View::new(Arc::clone(&archive), filter));
    for (from, to, pieces) in [(0, 9_999, 100), (2_500, 7_499, 50), (17, 4_711, 7)] {
        let counted = |wanted: &dyn Fn(Option<&str>, &str) -> bool| {
            let mut counts = vec![0; pieces];
            for (at, client, word) in &events {
                if (from..=to).contains(at) && wanted(*client, word) {
                    counts[((at - from) * pieces as i64 / (to - from + 1)) as usize] += 1;
                }
            }
            counts
        };
        for (view, shows) in views.iter().zip(["", "needle"]) {
            let density = view.density(stretch(Some(from), Some(to), pieces));
            assert_eq!(density.all, counted(&|_, _| true));
            for client in clients {
                let of = client.map_or(LaneOf::Nobody, |client| LaneOf::Client(client.to_lowercase()));
                let expected = counted(&|whose, word| whose == client && word.contains(shows));
                assert_eq!(lane(&density, of), expected, "{client:?}, {shows:?}");
            }
        }
    }
}
