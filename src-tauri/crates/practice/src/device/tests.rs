//! What the simulated devices send, as a debugger would read it.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;
use std::time::Duration;

use serde_json::Value;
use uuid::Uuid;

use super::*;
use crate::assurance::{Event, Limits, Owner, Refusal, Session, Sessions};

const NOON: i64 = 1_700_000_000_000;
const ORGANIZATION: &str = "1234567890ABCDEF12345678@AdobeOrg";

fn session_in(sessions: &Sessions) -> Session {
    let owner = Owner {
        organization_id: ORGANIZATION.into(),
        ..Owner::default()
    };
    sessions.create(&owner, "Checkout", "lumashop://default")
}

fn session() -> Session {
    let mut session = session_in(&Sessions::default());
    session.uuid = Uuid::from_u128(7);
    session
}

fn events(profile: Profile, count: usize) -> Vec<Event> {
    Simulator::new(11, &session(), profile, NOON).take(count).collect()
}

/// Enough events of one iPhone for the rare ones to come up.
static LONG_SAMPLE: LazyLock<Vec<Event>> = LazyLock::new(|| events(Profile::IPhone, 12_000));

fn payload(event: &Event) -> Value {
    serde_json::from_str(event.payload.get()).unwrap()
}

fn text<'a>(value: &'a Value, pointer: &str) -> &'a str {
    value.pointer(pointer).and_then(Value::as_str).unwrap_or_default()
}

#[test]
fn the_same_seed_tells_the_same_story() {
    let as_text = |seed: u64| -> String {
        let events: Vec<Event> = Simulator::new(seed, &session(), Profile::Pixel, NOON)
            .take(300)
            .collect();
        serde_json::to_string(&events).unwrap()
    };
    assert_eq!(as_text(1), as_text(1));
    assert_ne!(as_text(1), as_text(2));
}

#[test]
fn an_app_presents_itself_first_and_its_time_never_runs_backwards() {
    for profile in [Profile::IPhone, Profile::Pixel] {
        let events = events(profile, 2_000);
        let first = payload(&events[0]);
        assert_eq!(events[0].kind, "client");
        assert_eq!(first["type"], "connect");
        assert_eq!(first["deviceInfo"]["Device name"], profile.device_name());
        assert!(events.is_sorted_by_key(|event| event.timestamp));
        let ids: HashSet<Uuid> = events.iter().map(|event| event.uuid).collect();
        assert_eq!(ids.len(), events.len());
    }
}

#[test]
fn sorting_by_time_and_number_keeps_the_order_in_which_things_happened() {
    let mut simulator = Simulator::new(5, &session(), Profile::IPhone, NOON);
    let events: Vec<Event> = (0..3_000).map(|number| simulator.next_at(NOON + number / 4)).collect();
    assert!(events.is_sorted_by_key(|event| (event.timestamp, event.event_number)));
}

#[test]
fn the_app_counts_its_events_from_one_at_each_launch() {
    let mut expected = 0;
    let mut launches = 0;
    for event in LONG_SAMPLE.iter() {
        if event.event_number == 0 {
            continue;
        }
        if event.event_number == 1 {
            launches += 1;
            expected = 0;
            assert_eq!(payload(event)["type"], "connect");
        }
        expected += 1;
        assert_eq!(event.event_number, expected);
    }
    assert!(launches > 1, "the app is started again now and then");
}

#[test]
fn everything_about_a_request_is_linked() {
    for profile in [Profile::IPhone, Profile::Pixel] {
        let payloads: Vec<(Event, Value)> = events(profile, 2_000)
            .into_iter()
            .map(|event| (event.clone(), payload(&event)))
            .collect();
        let known: HashSet<&str> = payloads
            .iter()
            .map(|(_, payload)| text(payload, "/ACPExtensionEventUniqueIdentifier"))
            .collect();
        let mut requests: HashMap<String, String> = HashMap::new();
        let mut handles = 0;
        let mut received = 0;
        for (event, payload) in &payloads {
            let parent = text(payload, "/ACPExtensionEventParentIdentifier");
            assert!(parent.is_empty() || known.contains(parent), "{parent} is unknown");
            if text(payload, "/name") == "hitReceived" {
                received += 1;
                let request = text(payload, "/attributes/requestId");
                assert_eq!(request.len(), 36 + 1 + 16);
                let message: Value = serde_json::from_str(text(payload, "/messages/1")).unwrap();
                let id = text(&message, "/event/xdm/_id");
                assert!(known.contains(id), "the hit is of no event of the app");
                requests.insert(request[..36].to_owned(), id.to_owned());
            } else if event.kind == "service" {
                let request = text(payload, "/attributes/requestId");
                assert!(requests.contains_key(&request[..36]), "{request} was not received");
            } else if event.vendor == "com.adobe.streaming.validation" {
                let request = text(payload, "/header/xactionId");
                assert!(requests.contains_key(&request[..36]));
                let entity = text(payload, "/body/xdmEntity/_id");
                assert!(entity.is_empty() || entity == requests[&request[..36]]);
                assert!(text(payload, "/header/adobeAepValidationToken").starts_with(&session().uuid.to_string()));
            } else if let Some(request) = payload.pointer("/ACPExtensionEventData/requestEventId") {
                handles += 1;
                let request_id = text(payload, "/ACPExtensionEventData/requestId");
                assert_eq!(requests[request_id], request.as_str().unwrap());
                assert_eq!(parent, request.as_str().unwrap());
            }
        }
        assert!(received > 50, "{received}");
        assert!(handles > 2 * received - 10, "{handles} handles of {received} requests");
    }
}

#[test]
fn ids_inside_payloads_are_upper_case_on_ios_only() {
    for profile in [Profile::IPhone, Profile::Pixel] {
        for event in events(profile, 500) {
            let payload = payload(&event);
            let id = text(&payload, "/ACPExtensionEventUniqueIdentifier");
            let expected = if profile.is_ios() {
                id.to_uppercase()
            } else {
                id.to_lowercase()
            };
            assert_eq!(id, expected);
        }
    }
}

#[test]
fn every_kind_of_event_comes_up() {
    let events = &LONG_SAMPLE;
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut see = |what: &str| *seen.entry(what.to_owned()).or_default() += 1;
    for event in events.iter() {
        let payload = payload(event);
        see(&event.kind);
        see(&event.vendor);
        see(text(&payload, "/name"));
        see(text(&payload, "/ACPExtensionEventName"));
        see(text(&payload, "/type"));
        see(text(&payload, "/ACPExtensionEventSource"));
        see(text(&payload, "/ACPExtensionEventData/xdm/eventType"));
        see(text(&payload, "/ACPExtensionEventData/type"));
        if payload.is_string() {
            see("payload is a string");
        }
        if payload.get("practiceTrace").is_some() {
            see("unknown field");
        }
        if payload.pointer("/_errors/_streamingValidation/0/message").is_some() {
            see("streaming validation failed");
        }
        if event.vendor == "com.adobe.cepheus" {
            assert_eq!(event.client_id, None);
        }
        if !event.annotations.is_empty() {
            see("annotated");
        }
    }
    for what in [
        "client",
        "generic",
        "service",
        "log",
        "control",
        "blob",
        "Push Service",
        "connect",
        "disconnect",
        "com.adobe.edge.konductor",
        "com.adobe.streaming.validation",
        "com.adobe.experience_platform.ajo",
        "com.adobe.experience_platform.ode",
        "com.adobe.ajo.live",
        "com.adobe.target",
        "hitReceived",
        "datastream",
        "hitProcessed",
        "com.adobe.target/error",
        "com.adobe.target/not-enabled",
        "com.adobe.experience_platform.edge_segmentation/response",
        "com.adobe.experience_platform.ajo/request",
        "com.adobe.experience_platform.ajo/execution",
        "com.adobe.experience_platform.ajo/response",
        "Shared state change",
        "Shared state change (XDM)",
        "Configuration Response",
        "Configuration Update",
        "LifecycleStart",
        "Lifecycle Resume",
        "Lifecycle Pause",
        "Application Launch (Foreground)",
        "Application Close (Background)",
        "Assurance Start Session",
        "AEP Response Complete",
        "AEP Error Response",
        "Messaging interaction event",
        "Retrieve message definitions",
        "Rules Consequence Event",
        "Set Push Identifier",
        "Analytics Track",
        "AnalyticsResponse",
        "state:store",
        "locationhint:result",
        "personalization:decisions",
        "commerce.productViews",
        "commerce.purchases",
        "application.launch",
        "application.close",
        "decisioning.propositionDisplay",
        "personalization.request",
        "https://ns.adobe.com/aep/errors/EXEG-0203-502",
        "payload is a string",
        "unknown field",
        "streaming validation failed",
        "annotated",
    ] {
        assert!(seen.contains_key(what), "no {what}");
    }
    let share = |what: &str| seen[what] as f64 / events.len() as f64;
    assert!(
        (0.30..0.60).contains(&share("com.adobe.griffon.mobile")),
        "{}",
        share("com.adobe.griffon.mobile")
    );
    assert!(
        (0.20..0.45).contains(&share("com.adobe.edge.konductor")),
        "{}",
        share("com.adobe.edge.konductor")
    );
}

#[test]
fn a_large_event_comes_in_parts_that_make_one_payload() {
    let mut parts: HashMap<String, Vec<(u64, String, i64)>> = HashMap::new();
    for event in LONG_SAMPLE.iter() {
        let Some(metadata) = &event.metadata else {
            assert!(payload(event).get("chunkData").is_none());
            continue;
        };
        let data = text(&payload(event), "/chunkData").to_owned();
        assert!(data.len() <= 11_520);
        let entry = parts.entry(text(metadata, "/chunkId").to_owned()).or_default();
        entry.push((metadata["chunkSequenceNumber"].as_u64().unwrap(), data, event.timestamp));
    }
    // The last one may be cut off by the end of the sample.
    let whole = parts
        .values()
        .filter(|parts| parts[0].1.len() == 11_520 || parts.len() > 2);
    let mut stitched = 0;
    for parts in whole {
        assert!(parts.iter().all(|part| part.2 == parts[0].2), "parts share a timestamp");
        let all: String = parts.iter().map(|part| part.1.as_str()).collect();
        if let Ok(payload) = serde_json::from_str::<Value>(&all) {
            assert_eq!(payload["ACPExtensionEventName"], "Shared state change");
            stitched += 1;
        }
    }
    assert!(stitched > 0);
}

#[test]
fn connected_devices_send_at_the_given_rate() {
    let sessions = Sessions::default();
    sessions.set_limits(Limits {
        events_per_minute: None,
        ..Limits::default()
    });
    let fleet = Fleet::default();
    let session = session_in(&sessions);
    fleet.connect(&sessions, 1, &session, None, None).unwrap();
    fleet.connect(&sessions, 1, &session, None, None).unwrap();
    let devices = fleet.devices(&sessions, session.uuid);
    assert_eq!(
        devices.iter().map(|one| one.device).collect::<Vec<_>>(),
        [Profile::IPhone, Profile::Pixel]
    );
    assert_eq!(sessions.event_count(session.uuid), 2, "each has presented itself");
    for _ in 0..100 {
        fleet.advance(&sessions, 2_000.0, Duration::from_millis(25));
    }
    assert_eq!(sessions.event_count(session.uuid), 5_002);
    fleet.advance(&sessions, 0.0, Duration::from_secs(60));
    assert_eq!(
        sessions.event_count(session.uuid),
        5_002,
        "a rate of zero sends nothing"
    );
    assert_eq!(fleet.disconnect_all(&sessions, session.uuid), 2);
    assert_eq!(sessions.event_count(session.uuid), 5_004, "the server notes who left");
    assert!(fleet.is_idle());
}

#[test]
fn devices_that_a_session_does_not_take_are_dropped() {
    let sessions = Sessions::default();
    let fleet = Fleet::default();
    let session = session_in(&sessions);
    let wrong = format!("{:04}", session.token % 9999 + 1);
    assert_eq!(
        fleet.connect(&sessions, 1, &session, Some(Profile::Pixel), Some(&wrong)),
        Err(Refusal::WrongPin)
    );
    assert!(fleet.is_idle());

    fleet.connect(&sessions, 1, &session, None, None).unwrap();
    for _ in 0..6 {
        fleet.advance(&sessions, 2_000.0, Duration::from_secs(1));
    }
    assert!(fleet.is_idle(), "over the limit of the minute");

    let other = session_in(&sessions);
    fleet.connect(&sessions, 1, &other, None, None).unwrap();
    sessions.delete(ORGANIZATION, other.uuid).unwrap();
    fleet.advance(&sessions, 1.0, Duration::from_secs(1));
    assert!(fleet.is_idle(), "the session was deleted");
}
