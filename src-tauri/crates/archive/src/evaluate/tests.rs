//! The engine's answers are those of the plain evaluation, event by event.

use event::Event;
use proptest::prelude::*;
use serde_json::{Value, json};
use time::UtcOffset;

use crate::query::{Context, OpenedEvent, Query};
use crate::{About, Archive, Selected};

use super::session_times;

/// Events in which the words of [`any_query`] occur in many places.
fn any_event() -> impl Strategy<Value = Value> {
    let word = prop_oneof![
        "(foo|bar|Edge|502|null|true|a,b|x:y|\\{)",
        "[a-c]{0,3}",
        Just("0f8fad5b-d9cb-469f-a165-70867728950e".to_owned()),
        Just("0F8FAD5B-D9CB-469F-A165-70867728950E".to_owned()),
        ".{0,3}",
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (0..600i64).prop_map(Value::from),
        any::<f32>().prop_map(|number| json!(number)),
        word.clone().prop_map(Value::from),
        Just(json!("{\"foo\": 502}")),
    ];
    let value = leaf.prop_recursive(3, 12, 4, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec(("(foo|a|status|name)", inner), 0..4)
                .prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    });
    let payload = prop_oneof![
        6 => value.clone(),
        1 => value.clone().prop_map(|inner| Value::from(inner.to_string())),
        3 => (word.clone(), word, value).prop_map(|(name, source, data)| json!({
            "ACPExtensionEventName": name, "ACPExtensionEventSource": format!("com.adobe.eventSource.{source}"),
            "ACPExtensionEventType": "com.adobe.eventType.edge", "ACPExtensionEventData": data
        })),
    ];
    let client = prop_oneof![Just(Value::Null), Just(json!("C1")), Just(json!("foo"))];
    (payload, client, 0..50i64, 0..4i64, "(generic|service|edge)").prop_map(|(payload, client, time, number, kind)| {
        json!({"clientId": client, "timestamp": 1_700_000_000_000i64 + time * 1000, "eventNumber": number,
            "vendor": "com.adobe.foo", "type": kind, "payload": payload})
    })
}

fn any_query() -> impl Strategy<Value = String> {
    let condition = prop_oneof![
        "(foo|bar|edge|502|null|TRUE|b|0f8f|950E|1700000|com\\.adobe|status|f\\*o|a\\*b|/\\^fo\\+\\$/|/\\[0-9\\]\\{3\\}/|/\\\\bb/)",
        "\"(a,b|x:y|\\{|foo\\\\\": ?5|:502|,\\\\\"a|e,|\\\\\"foo)\"",
        "(name|type|source|vendor|client|kind)(:|!=)(foo|edge|b\\*|\"\"|\\*|/o/|com\\.adobe\\.foo|c1|502)",
        "payload\\.(foo|a|status|name|ACPExtensionEventData\\.foo|foo\\.a|\\*|a\\[0\\]|a\\[\\*\\]|foo\\.\\*)(:foo|:\\*|>100|<=502|:b\\*|:null|:true|!=foo|=502)",
        "payload(:foo|:\\*)",
        "eventNumber(>1|=2|:0\\.\\.1|!=3)",
        "time(>-10s|<\\+20s|>2023-11-14T22:13:30Z)",
        "uuid:u[12]",
        "has:error",
    ];
    condition.prop_recursive(3, 8, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 2..3).prop_map(|all| format!("({})", all.join(" "))),
            prop::collection::vec(inner.clone(), 2..3).prop_map(|any| format!("({})", any.join(" OR "))),
            inner.prop_map(|one| format!("NOT {one}")),
        ]
    })
}

fn engine_agrees(events: &[Value], queries: &[String], is_packed: bool) -> Result<(), TestCaseError> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.assurance");
    if is_packed {
        let lines: Vec<String> = events.iter().map(Value::to_string).collect();
        let reader = crate::import::EventReader::new(std::io::Cursor::new(lines.join("\n"))).unwrap();
        crate::import(reader, &path, About::default(), &()).unwrap();
    } else {
        let archive = Archive::create(&path, &About::default()).unwrap();
        let events = events.iter().map(|event| Event::from_json(&event.to_string()).unwrap());
        archive.insert(events.collect()).unwrap();
    }
    let archive = Archive::open_to_read(&path).unwrap();
    let session = session_times(&archive.snapshot());
    let mut all = archive.select(&Query::everything(), Selected::AsShown).unwrap();
    let all = all.next_events(usize::MAX).unwrap();
    for text in queries {
        let query = Query::parse(text, UtcOffset::UTC).map_err(|error| TestCaseError::fail(error.to_string()))?;
        let mut found = archive.select(&query, Selected::AsShown).unwrap();
        let found: Vec<String> = found
            .next_events(usize::MAX)
            .unwrap()
            .into_iter()
            .map(|event| event.uuid)
            .collect();
        let context = Context {
            session,
            ..Context::default()
        };
        let fits = |text: &str| {
            let event = Event::from_json(text).unwrap();
            query
                .expression()
                .is_none_or(|expression| OpenedEvent::new(&event).fits(expression, &context))
        };
        let expected: Vec<String> = all
            .iter()
            .filter(|event| fits(&event.text))
            .map(|event| event.uuid.clone())
            .collect();
        prop_assert_eq!(found, expected, "{} in {:?}", text, events);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn packed_events_answer_as_plain_ones(
        mut events in prop::collection::vec(any_event(), 1..20),
        queries in prop::collection::vec(any_query(), 1..12),
        is_packed in prop::bool::weighted(0.8),
    ) {
        for (number, event) in events.iter_mut().enumerate() {
            event["uuid"] = json!(format!("u{number}"));
        }
        engine_agrees(&events, &queries, is_packed)?;
    }
}
