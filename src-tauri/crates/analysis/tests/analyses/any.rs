//! Whatever events say, and in whatever order and pieces they arrive.

use analysis::{ALL, Asked};
use archive::Excerpt;
use archive::query::Query;
use proptest::prelude::*;
use serde_json::{Value, json};
use time::UtcOffset;

use crate::session::{START, Session};

const NAMES: [&str; 9] = [
    "hitReceived",
    "hitProcessed",
    "com.adobe.target/error",
    "com.adobe.ajo.live/not-enabled",
    "analytics.hit",
    "analytics.mapping",
    "Configuration Response",
    "Shared state change",
    "error",
];
const TYPES: [(&str, &str); 8] = [
    ("edge", "requestcontent"),
    ("edge", "state:store"),
    ("edge", "errorresponsecontent"),
    ("edge", "contentcomplete"),
    ("hub", "sharedstate"),
    ("configuration", "responsecontent"),
    ("configuration", "requestcontent"),
    ("generic.track", "requestcontent"),
];
const KINDS: [(&str, &str); 6] = [
    ("generic", "com.adobe.griffon.mobile"),
    ("service", "com.adobe.edge.konductor"),
    ("service", "com.adobe.analytics"),
    ("generic", "com.adobe.streaming.validation"),
    ("client", "com.adobe.griffon.mobile"),
    ("log", "com.adobe.griffon.mobile"),
];
const OWNERS: [&str; 3] = [
    "com.adobe.module.configuration",
    "com.adobe.module.eventhub",
    "com.adobe.edge",
];

/// A value that is what it should be most of the time.
fn odd(usual: impl Strategy<Value = Value> + 'static) -> impl Strategy<Value = Value> {
    prop_oneof![
        8 => usual,
        1 => prop_oneof![
            Just(json!(null)), Just(json!(7)), Just(json!([])), Just(json!({})), Just(json!("ä\n'x'")), Just(json!(true)),
            Just(json!([[{"a": [null]}]])), Just(json!({"message": {}})), Just(json!(-1.5e300)), Just(json!("{\"event\":[")),
        ],
    ]
}

fn id() -> impl Strategy<Value = Value> {
    odd((0..6_u8).prop_map(|id| json!(format!("ID-{id}"))))
}

fn small() -> impl Strategy<Value = Value> {
    odd((0..3_u8, 0..3_u8).prop_map(|(key, value)| {
        json!({"edge.configId": value, format!("k{key}"): {"n": value}, "version": value.to_string(),
            "extensions": {format!("e{key}"): {"friendlyName": "E", "version": value.to_string()}},
            "config.update": {format!("k{key}"): null}})
    }))
}

fn data() -> impl Strategy<Value = Value> {
    let update = odd((0..3_u8).prop_map(|value| json!({"edge.configId": value, "k1": null})));
    let ids = (id(), id(), id());
    let owner = odd(prop::sample::select(&OWNERS[..]).prop_map(|owner| json!(owner)));
    odd(
        (ids, owner, small(), update, odd(Just(json!(502)))).prop_map(|(ids, owner, own, update, status)| {
            json!({"requestId": ids.0, "requestEventId": ids.1, "requestEventIdentifier": ids.2, "stateowner": owner,
            "xdm": {"eventType": "shown"}, "own": own, "config.update": update, "status": status,
            "headers": {"ETag": ids.0}, "hitUrl": "a?c.&x=%zz&.c&debug=true", "contextdata": own})
        }),
    )
}

fn payload() -> impl Strategy<Value = Value> {
    let name = odd(prop::sample::select(&NAMES[..]).prop_map(|name| json!(name)));
    let sdk = prop::sample::select(&TYPES[..]);
    let ids = (id(), id(), id());
    let messages = odd(id().prop_map(|id| json!(["said", json!({"event": {"xdm": {"_id": id}}}).to_string()])));
    odd(
        (name, sdk, ids, data(), small(), messages).prop_map(|(name, (kind, source), ids, data, state, messages)| {
            json!({"name": name, "ACPExtensionEventName": name, "type": "connect", "logline": "DEBUG <x> line",
            "ACPExtensionEventType": format!("com.adobe.eventtype.{kind}"),
            "ACPExtensionEventSource": format!("com.adobe.eventsource.{source}"),
            "ACPExtensionEventUniqueIdentifier": ids.0, "ACPExtensionEventParentIdentifier": ids.1,
            "ACPExtensionEventData": data, "metadata": {"state.data": state}, "messages": messages,
            "attributes": {"requestId": ids.2, "hitId": ids.1, "primaryHitId": ids.0}, "context": state,
            "header": {"xactionId": ids.1}, "body": {"xdmEntity": {"_id": ids.0}}, "deviceInfo": state,
            "_errors": {"_streamingValidation": messages}})
        }),
    )
}

/// Payload, type and vendor, seconds, client, event number.
type Drawn = (Value, (&'static str, &'static str), i64, u8, i64);

/// Events of a session, each with a UUID of its own.
fn events() -> impl Strategy<Value = Vec<Value>> {
    let event = (
        payload(),
        prop::sample::select(&KINDS[..]),
        0..40_i64,
        0..3_u8,
        0..3_i64,
    );
    let event_of = |(number, (payload, (kind, vendor), at, client, count)): (usize, Drawn)| {
        let client = (client > 0).then(|| format!("client-{client}"));
        json!({"uuid": format!("uuid-{number}"), "timestamp": START + at * 1_000, "eventNumber": count,
            "clientId": client, "type": kind, "vendor": vendor, "payload": payload})
    };
    prop::collection::vec(event, 0..40).prop_map(move |events| events.into_iter().enumerate().map(event_of).collect())
}

fn questions() -> Vec<Asked> {
    let chosen = ["id-1", "client-1", "client-1|com.adobe.edge|Standard", "uuid-1", "ID-3"];
    let chosen = chosen.map(|chosen| Asked {
        chosen: Some(chosen.to_owned()),
        ..Asked::default()
    });
    let more = [
        Asked::default(),
        Asked {
            client: Some("client-2".to_owned()),
            at: Some(START + 20_000),
            search: "e".to_owned(),
            ..Asked::default()
        },
    ];
    chosen.into_iter().chain(more).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20))]

    #[test]
    fn any_order_and_any_pieces_draw_the_same(
        events in events(),
        order in prop::collection::vec(any::<u32>(), 40),
        pieces in 3..20_usize,
    ) {
        let whole = Session::with(events.clone());
        let mut shuffled: Vec<(u32, Value)> = order.into_iter().zip(events).collect();
        shuffled.sort_by_key(|(key, _)| *key);
        let shuffled: Vec<Value> = shuffled.into_iter().map(|(_, event)| event).collect();
        let piecewise = Session::new();
        let mut readings: Vec<_> = ALL.iter().map(|kind| piecewise.reading(kind.id)).collect();
        for piece in shuffled.chunks(pieces) {
            piecewise.add(piece.to_vec());
            for reading in &mut readings {
                reading.draw(&Asked::default(), &|| false).unwrap();
            }
        }
        for asked in questions() {
            for (reading, (kind, expected)) in readings.iter_mut().zip(ALL.iter().zip(whole.draw_all(&asked))) {
                let drawn = reading.draw(&asked, &|| false).unwrap();
                prop_assert_eq!(drawn, expected, "{} {:?}", kind.id, asked);
            }
        }
    }
}

#[test]
fn every_analysis_reads_what_it_says_and_can_be_told_apart() {
    for kind in ALL {
        let query = Query::parse(kind.reads, UtcOffset::UTC);
        assert!(query.is_ok(), "{}: {query:?}", kind.id);
        assert!(Excerpt::new(kind.looks_at.iter().copied()).is_some(), "{}", kind.id);
        assert!(kind.explanation.ends_with('.') && !kind.title.is_empty());
        assert_eq!(ALL.iter().filter(|other| other.id == kind.id).count(), 1, "{}", kind.id);
    }
}

#[test]
fn a_reading_that_was_called_off_goes_on_later() {
    let session = Session::with(
        (0..10)
            .map(|number| {
                json!({"uuid": number.to_string(), "timestamp": number,
        "type": "log", "payload": {"logline": "x"}})
            })
            .collect(),
    );
    let mut reading = session.reading("logs");
    assert!(reading.draw(&Asked::default(), &|| true).is_err());
    let drawing = reading.draw(&Asked::default(), &|| false).unwrap();
    assert_eq!(drawing.sections[0].total, 10);
}

#[test]
fn payloads_that_are_no_objects_draw_nothing() {
    let deep = format!("{}1{}", "[".repeat(5_000), "]".repeat(5_000));
    let deep: Box<serde_json::value::RawValue> = serde_json::from_str(&deep).unwrap();
    let payloads = [
        json!(null),
        json!(7),
        json!("text"),
        json!("{\"name\":\"hitReceived\"}"),
        json!([1]),
    ];
    let session = Session::new();
    for (number, payload) in payloads.into_iter().enumerate() {
        for kind in ["generic", "service", "log", "client"] {
            session.add(vec![
                json!({"uuid": format!("{kind}{number}"), "type": kind, "payload": payload}),
            ]);
        }
    }
    let deep = format!(r#"{{"uuid":"deep","type":"service","payload":{{"name":"error","context":{deep}}}}}"#);
    session.add_texts(vec![deep]);
    for asked in questions() {
        session.draw_all(&asked);
    }
    assert_eq!(session.draw("errors", &Asked::default()).badge, Some(1));
}
