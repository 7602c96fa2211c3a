use serde_json::{Value, json};

use super::*;
use crate::marks::MarkChange;

fn event(uuid: &str, timestamp: i64, number: i64) -> Event {
    read(&json!({"uuid": uuid, "timestamp": timestamp, "eventNumber": number, "type": "generic", "vendor": "v"}))
}

fn read(event: &Value) -> Event {
    Event::from_json(&event.to_string()).unwrap()
}

/// A folder and a new archive in it.
fn archive() -> (tempfile::TempDir, Archive) {
    let folder = tempfile::tempdir().unwrap();
    let archive = Archive::create(&folder.path().join("a.assurance"), &About::default()).unwrap();
    (folder, archive)
}

fn again(archive: Archive) -> Archive {
    let path = archive.path().to_owned();
    drop(archive);
    Archive::open(&path).unwrap()
}

fn events(archive: &Archive) -> Vec<Event> {
    let mut selection = archive
        .select(&crate::query::Query::everything(), crate::Selected::AsShown)
        .unwrap();
    let events = selection.next_events(usize::MAX).unwrap();
    events
        .iter()
        .map(|event| Event::from_json(&event.text).unwrap())
        .collect()
}

fn uuids(archive: &Archive) -> Vec<String> {
    events(archive).into_iter().map(|event| event.uuid).collect()
}

#[test]
fn an_event_is_taken_once_in_any_case_of_its_uuid() {
    let (_folder, archive) = archive();
    let uuid = "0f8fad5b-d9cb-469f-a165-70867728950e";
    let first = archive.insert(vec![event(uuid, 1, 1), event("Own", 2, 2)]).unwrap();
    assert_eq!(first, Inserted { added: 2, known: 0 });
    let batch = vec![
        event(&uuid.to_uppercase(), 9, 9),
        event("own", 9, 9),
        event("new", 3, 3),
        event("NEW", 4, 4),
    ];
    assert_eq!(archive.insert(batch).unwrap(), Inserted { added: 1, known: 3 });
    assert_eq!(uuids(&archive), [uuid, "Own", "new"]);
    assert!(archive.event("OWN").unwrap().is_some());
    assert!(archive.event("other").unwrap().is_none());
}

#[test]
fn order_is_timestamp_then_number_whatever_arrived_first() {
    let (_folder, archive) = archive();
    archive.insert(vec![event("d", 20, 1), event("c", 10, 3)]).unwrap();
    archive.insert(vec![event("a", 5, 9), event("b", 10, 2)]).unwrap();
    archive.insert(vec![event("b2", 10, 2)]).unwrap();
    assert_eq!(uuids(&archive), ["a", "b", "b2", "c", "d"]);
    let archive = again(archive);
    assert_eq!(uuids(&archive), ["a", "b", "b2", "c", "d"]);
}

#[test]
fn every_change_is_told() {
    let (_folder, archive) = archive();
    let changes = archive.changes();
    archive.insert(vec![event("a", 1, 1)]).unwrap();
    assert_eq!((archive.revision(), changes.has_changed().unwrap()), (1, true));
    archive.insert(vec![event("a", 1, 1)]).unwrap();
    assert_eq!(archive.revision(), 1, "nothing new is no change");
}

#[test]
fn what_was_added_is_there_when_it_is_opened_again_and_goes_on() {
    let (_folder, mut archive) = archive();
    let mut expected = Vec::new();
    for number in 0..20i64 {
        let batch: Vec<Event> = (0..37)
            .map(|place| event(&format!("{number}-{place}"), number * 100 + place, place))
            .collect();
        expected.extend(batch.iter().map(|event| event.uuid.clone()));
        archive.insert(batch.clone()).unwrap();
        archive = again(archive);
        assert_eq!(archive.insert(batch).unwrap(), Inserted { added: 0, known: 37 });
    }
    assert_eq!(uuids(&archive), expected);
    assert_eq!(archive.info().events, 740);
    assert_eq!((archive.info().first, archive.info().last), (Some(0), Some(1936)));
}

#[test]
fn an_event_of_any_size_comes_back() {
    let (_folder, archive) = archive();
    let large = json!({"uuid": "large", "timestamp": 1, "payload": {"text": "ä".repeat(200_000)}});
    let mut batch = vec![read(&large)];
    batch.extend((0..200).map(|number| event(&format!("e{number}"), 2 + number, 1)));
    archive.insert(batch).unwrap();
    let archive = again(archive);
    let back: Value = serde_json::from_str(archive.event("large").unwrap().unwrap().raw()).unwrap();
    assert_eq!(back, large);
}

fn part(uuid: &str, sequence: u32, total: u32, text: &str) -> Event {
    read(
        &json!({"uuid": uuid, "timestamp": 5, "eventNumber": 1, "clientId": "c", "type": "generic", "vendor": "v",
        "payload": {"chunkData": text},
        "metadata": {"chunkId": "C", "chunkTotal": total, "chunkSequenceNumber": sequence}}),
    )
}

/// A whole event, and three parts of it.
fn three_parts() -> (String, [Event; 3]) {
    let whole = json!({"ACPExtensionEventName": "Large one", "text": "ä".repeat(50)}).to_string();
    let (first, rest) = whole.split_at(whole.floor_char_boundary(20));
    let (second, third) = rest.split_at(rest.floor_char_boundary(30));
    let parts = [
        part("p0", 0, 3, first),
        part("p1", 1, 3, second),
        part("p2", 2, 3, third),
    ];
    (whole, parts)
}

#[test]
fn parts_are_shown_until_the_whole_takes_their_place() {
    let (whole, [first, second, third]) = three_parts();
    let (_folder, archive) = archive();
    archive.insert(vec![third, event("before", 4, 1)]).unwrap();
    archive.insert(vec![first]).unwrap();
    assert_eq!((archive.len(), archive.info().parts_waiting), (3, 2));
    let archive = again(archive);
    assert!(archive.is_part("p0"));
    archive.insert(vec![event("after", 6, 1), second.clone()]).unwrap();
    let archive = again(archive);
    assert_eq!(uuids(&archive), ["before", "p0", "after"]);
    assert!(!archive.is_part("p0"));
    let payload: Value = serde_json::from_str(archive.event("p1").unwrap().unwrap().payload()).unwrap();
    assert_eq!(payload, serde_json::from_str::<Value>(&whole).unwrap());
    assert_eq!(event::label(&archive.event("p0").unwrap().unwrap()), "Large one");
    let known = archive.insert(vec![second]).unwrap();
    assert_eq!(known.added, 0, "a part that comes again is known");
    let mut sent = archive
        .select(&crate::query::Query::everything(), crate::Selected::AsSent)
        .unwrap()
        .as_it_came();
    let sent: Vec<String> = sent
        .next_events(10)
        .unwrap()
        .into_iter()
        .map(|event| event.uuid)
        .collect();
    assert_eq!(
        sent,
        ["p2", "before", "p0", "after", "p1"],
        "an export has what Adobe sent"
    );
}

#[test]
fn parts_come_together_across_blocks() {
    let (_, [first, second, third]) = three_parts();
    let (_folder, archive) = archive();
    let filler = |from: i64| {
        (from..from + 130)
            .map(|number| event(&format!("f{number}"), 10 + number, 1))
            .collect::<Vec<_>>()
    };
    let mut batch = vec![first];
    batch.extend(filler(0));
    batch.push(second);
    batch.extend(filler(130));
    batch.push(third);
    archive.insert(batch).unwrap();
    assert_eq!(archive.len(), 261);
    assert_eq!(again(archive).len(), 261);
}

#[test]
fn parts_that_make_no_json_become_a_text() {
    let (_folder, archive) = archive();
    archive
        .insert(vec![part("a", 0, 2, "{\"half"), part("b", 1, 2, " of")])
        .unwrap();
    let event = archive.event("a").unwrap().unwrap();
    assert_eq!(event.opened_payload(), event::OpenedPayload::Text("{\"half of".into()));
}

#[test]
fn a_second_writer_is_told_and_a_reader_goes_on_reading() {
    let (_folder, archive) = archive();
    archive.insert(vec![event("a", 1, 1)]).unwrap();
    assert_eq!(Archive::open(archive.path()).err(), Some(ArchiveError::InUse));
    let reader = Archive::open_to_read(archive.path()).unwrap();
    let second = Archive::open_to_read(archive.path()).unwrap();
    assert_eq!(
        (uuids(&reader), reader.insert(vec![event("x", 1, 1)])),
        (vec!["a".to_owned()], Err(ArchiveError::ReadOnly))
    );
    for number in 0..300 {
        archive
            .insert(vec![event(&format!("n{number}"), 2 + number, 1)])
            .unwrap();
        if number % 50 == 0 {
            reader.refresh().unwrap();
            assert_eq!(uuids(&reader), uuids(&archive));
        }
    }
    second.refresh().unwrap();
    assert_eq!(uuids(&second), uuids(&archive));
}

#[test]
fn flags_are_kept() {
    let (_folder, archive) = archive();
    archive.insert(vec![event("a", 1, 1), event("b", 2, 1)]).unwrap();
    archive.mark(&["B".to_owned()], &MarkChange::Flag(true)).unwrap();
    let flagged = crate::query::Query::parse("flagged:yes", time::UtcOffset::UTC).unwrap();
    assert_eq!(archive.count(&flagged, &|| false), Ok(1));
    let archive = again(archive);
    assert_eq!(archive.count(&flagged, &|| false), Ok(1));
    archive.mark(&["b".to_owned()], &MarkChange::Flag(false)).unwrap();
    assert_eq!(archive.count(&flagged, &|| false), Ok(0));
}

#[test]
fn a_full_disk_is_told_and_takes_nothing_away() {
    let (_folder, archive) = archive();
    let batch = |name: &str| -> Vec<Event> {
        // What cannot be packed.
        let text = |_| (0..60).map(|_| uuid::Uuid::new_v4().to_string()).collect::<String>();
        (0..300)
            .map(|number| {
                read(&json!({"uuid": format!("{name}{number}"), "timestamp": number, "payload": text(number)}))
            })
            .collect()
    };
    archive.insert(batch("a")).unwrap();
    {
        let mut writer = lock(&archive.writer);
        let connection = &mut writer.as_mut().unwrap().connection;
        let pages: i64 = connection
            .pragma_query_value(None, "page_count", |row| row.get(0))
            .unwrap();
        connection
            .pragma_update_and_check(None, "max_page_count", pages, |_| Ok(()))
            .unwrap();
    }
    assert_eq!(archive.insert(batch("b")), Err(ArchiveError::DiskFull));
    assert_eq!(archive.len(), 300);
    let archive = again(archive);
    assert_eq!(archive.len(), 300);
    assert_eq!(
        archive.insert(batch("b")).unwrap().added,
        300,
        "with room again it goes on"
    );
}
