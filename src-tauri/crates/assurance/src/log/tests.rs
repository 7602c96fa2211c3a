use serde_json::{Value, json};

use super::*;

fn event(uuid: &str, timestamp: i64, number: i64) -> Event {
    read(&json!({"uuid": uuid, "timestamp": timestamp, "eventNumber": number, "type": "generic", "vendor": "v"}))
}

fn read(event: &Value) -> Event {
    Event::from_json(&event.to_string()).unwrap()
}

fn uuids(log: &EventLog) -> Vec<String> {
    log.in_order().into_iter().map(|event| event.uuid).collect()
}

#[test]
fn an_event_is_taken_once_in_any_case_of_its_uuid() {
    let log = EventLog::new();
    let uuid = "0f8fad5b-d9cb-469f-a165-70867728950e";
    assert_eq!(
        log.insert([event(uuid, 1, 1), event("Own", 2, 2)]),
        Inserted { added: 2, known: 0 }
    );
    let again = [
        event(&uuid.to_uppercase(), 9, 9),
        event("own", 9, 9),
        event("new", 3, 3),
    ];
    assert_eq!(log.insert(again), Inserted { added: 1, known: 2 });
    assert_eq!(uuids(&log), [uuid, "own", "new"]);
    assert!(log.contains("OWN") && !log.contains("other"));
}

#[test]
fn order_is_timestamp_then_number_whatever_arrived_first() {
    let log = EventLog::new();
    log.insert([event("d", 20, 1), event("c", 10, 3)]);
    log.insert([event("a", 5, 9), event("b", 10, 2)]);
    log.insert([event("b2", 10, 2)]);
    assert_eq!(uuids(&log), ["a", "b", "b2", "c", "d"]);
}

#[test]
fn every_change_is_told() {
    let log = EventLog::new();
    let changes = log.changes();
    log.insert([event("a", 1, 1)]);
    assert_eq!((log.revision(), changes.has_changed().unwrap()), (1, true));
    log.insert([event("a", 1, 1)]);
    assert_eq!(log.revision(), 1, "nothing new is no change");
}

fn part(uuid: &str, sequence: u32, total: u32, text: &str) -> Event {
    read(
        &json!({"uuid": uuid, "timestamp": 5, "eventNumber": 1, "clientId": "c", "type": "generic", "vendor": "v",
        "payload": {"chunkData": text},
        "metadata": {"chunkId": "C", "chunkTotal": total, "chunkSequenceNumber": sequence}}),
    )
}

#[test]
fn parts_are_shown_until_the_whole_takes_their_place() {
    let whole = json!({"ACPExtensionEventName": "Large one", "text": "ä".repeat(50)}).to_string();
    let (first, rest) = whole.split_at(whole.floor_char_boundary(20));
    let (second, third) = rest.split_at(rest.floor_char_boundary(30));
    let log = EventLog::new();
    log.insert([part("p2", 2, 3, third), event("before", 4, 1)]);
    log.insert([part("p0", 0, 3, first)]);
    assert_eq!(log.len(), 3);
    assert!(log.is_part("p0"));
    assert_eq!(summary(&log.event("p2").unwrap()).detail, "part 3 of 3");
    log.insert([event("after", 6, 1), part("p1", 1, 3, second)]);
    assert_eq!(uuids(&log), ["before", "p0", "after"]);
    assert!(!log.is_part("p0"));
    assert_eq!(log.event("p1").unwrap().payload(), whole);
    assert_eq!(event::label(&log.event("p0").unwrap()), "Large one");
    assert_eq!(
        log.insert([part("p1", 1, 3, second)]).added,
        0,
        "a part that comes again is known"
    );
    assert_eq!(crate::clients(&log)[0].events, 1);
}

#[test]
fn parts_that_make_no_json_become_a_text() {
    let log = EventLog::new();
    log.insert([part("a", 0, 2, "{\"half"), part("b", 1, 2, " of")]);
    let event = log.event("a").unwrap();
    assert_eq!(event.opened_payload(), event::OpenedPayload::Text("{\"half of".into()));
}
