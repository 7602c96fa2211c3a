//! What analyses say that they look at is what they look at. [`Session::draw`] asks the same of every other test.

use std::hash::{DefaultHasher, Hash, Hasher};

use analysis::drawing::{Drawing, SectionWindow};
use analysis::{ALL, Asked, Kind};
use archive::query::{Path, Step};
use serde_json::{Value, json};

use crate::session::{START, Session};

/// Type, vendor, and the SDK's event type and source.
const HEADS: [(&str, &str, &str, &str); 12] = [
    ("generic", "com.adobe.griffon.mobile", "edge", "requestcontent"),
    ("generic", "com.adobe.griffon.mobile", "edge", "errorresponsecontent"),
    ("generic", "com.adobe.griffon.mobile", "edge", "state:store"),
    ("generic", "com.adobe.griffon.mobile", "messaging", "notification"),
    ("generic", "com.adobe.griffon.mobile", "hub", "sharedstate"),
    (
        "generic",
        "com.adobe.griffon.mobile",
        "configuration",
        "responsecontent",
    ),
    ("generic", "com.adobe.griffon.mobile", "generic.track", "requestcontent"),
    ("generic", "com.adobe.griffon.mobile", "analytics", "responsecontent"),
    ("service", "com.adobe.analytics", "", ""),
    ("generic", "com.adobe.streaming.validation", "", ""),
    ("client", "com.adobe.griffon.mobile", "", ""),
    ("log", "com.adobe.griffon.mobile", "", ""),
];
const EVENTS_OF_A_HEAD: usize = 80;

/// A number that only depends on these two.
fn dice(event: usize, path: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    (event, path).hash(&mut hasher);
    hasher.finish() >> 8
}

/// What stands at a path, as far as it matters what.
fn value_at(path: &str, dice: u64) -> Value {
    let own = dice % 2_000;
    let (_, key) = path.rsplit_once('.').unwrap_or(("", path));
    match key {
        "status" => json!(500 + own),
        "annotations" => json!([{"type": "analytics", "payload": {"hitDebugMessages": own}}]),
        "logLevel" => json!(["error", "debug"][(own % 2) as usize]),
        "type" => json!(["connect", "handle"][(own % 2) as usize]),
        "name" => json!(["hitReceived", "analytics.hit", "com.adobe.target/done"][(own % 3) as usize]),
        "stateowner" => json!(["com.adobe.module.eventhub", "com.adobe.module.configuration"][(own % 2) as usize]),
        "hitUrl" => json!(["https://x/b?debug=true", "https://x/b"][(own % 2) as usize]),
        "_streamingValidation" => json!([{"message": "not valid"}]),
        "contextdata" | "ACPExtensionEventData" => json!({"key": own}),
        "data\"" => {
            json!({"edge.configId": own, "version": own.to_string(), "extensions": {"e": {"version": own.to_string()}}})
        }
        _ => json!(format!("id-{own}")),
    }
}

fn put(at: &mut Value, steps: &[Step], value: Value) {
    match steps {
        [] => *at = value,
        [Step::Key(key), rest @ ..] => {
            if !at.is_object() {
                *at = json!({});
            }
            put(&mut at[key], rest, value);
        }
        // The only list that is looked into.
        _ => {
            let hit = json!({"event": {"xdm": {"_id": value}, "more": [1]}, "config": {"a": "b"}});
            *at = json!([value, hit.to_string(), "and more"]);
        }
    }
}

fn all_paths() -> Vec<&'static str> {
    let mut paths: Vec<&str> = ALL.iter().flat_map(|kind| kind.looks_at).copied().collect();
    // Inner values first would be lost when what is around them is put.
    paths.sort_unstable();
    paths.dedup();
    paths
}

/// Events that have each path that somebody looks at, and do not have it, beside all others.
fn events() -> Vec<Value> {
    let paths: Vec<(&str, Path)> = all_paths()
        .into_iter()
        .map(|path| (path, Path::parse(path).unwrap()))
        .collect();
    let event = |number: usize| {
        let (kind, vendor, event_type, source) = HEADS[number / EVENTS_OF_A_HEAD];
        let mut event = json!({"uuid": format!("uuid-{number}"), "timestamp": START + number as i64 * 7,
            "clientId": format!("client-{}", number % 3), "type": kind, "vendor": vendor, "payload": {
                "noise": {"long": "text ".repeat(number % 9)}, "ACPExtensionEventName": format!("Event {}", number % 5),
                "ACPExtensionEventType": event_type, "ACPExtensionEventSource": source}});
        for (path, steps) in &paths {
            let dice = dice(number, path);
            if dice.is_multiple_of(2) {
                put(&mut event, steps.steps(), value_at(path, dice / 2));
            }
        }
        event
    };
    (0..HEADS.len() * EVENTS_OF_A_HEAD).map(event).collect()
}

/// Several questions, for all rows that one answer may have.
fn questions() -> Vec<Asked> {
    let window = |section: &str| SectionWindow {
        section: section.to_owned(),
        offset: 0,
        limit: 500,
    };
    let sections = ["transactions", "errors", "hits", "logs", "states", "clients", "changes"];
    let chosen = [None, Some("client-1"), Some("id-7")];
    let asked = chosen.map(|chosen| Asked {
        chosen: chosen.map(str::to_owned),
        windows: sections.map(window).to_vec(),
        ..Asked::default()
    });
    asked.into()
}

fn drawn(session: &Session, kind: &Kind) -> Vec<Drawing> {
    questions()
        .iter()
        .map(|asked| session.draw_packed(kind, asked))
        .collect()
}

/// The same analysis, given the whole of each event.
fn of_whole_events(kind: &Kind) -> Kind {
    let mut whole = *kind;
    whole.looks_at = &[];
    whole
}

#[test]
fn what_is_drawn_of_excerpts_is_drawn_of_whole_events() {
    let texts = |change: fn(String) -> String| events().iter().map(|event| change(event.to_string())).collect();
    let variants: [Vec<String>; 5] = [
        texts(|event| event),
        // Keys in another way of writing.
        texts(|event| {
            event
                .replace("requestId\"", "request\\u0049d\"")
                .replace("\"name\"", "\"n\\u0061me\"")
        }),
        // Of equal keys the last counts.
        texts(|event| {
            event.replace(
                "\"noise\":{",
                r#""name":7,"attributes":{"requestId":"id-1"},"messages":["first"],"noise":{"#,
            )
        }),
        texts(|event| {
            let end = event.rfind("}}").unwrap();
            format!(
                r#"{},"attributes":[],"messages":{{}},"ACPExtensionEventData":"none"{}"#,
                &event[..end],
                &event[end..]
            )
        }),
        // A payload in a string.
        texts(|event| {
            let mut event: Value = serde_json::from_str(&event).unwrap();
            event["payload"] = event["payload"].to_string().into();
            event.to_string()
        }),
    ];
    for (number, events) in variants.into_iter().enumerate() {
        let session = Session::new();
        session.add_texts(events);
        for kind in ALL {
            let whole = drawn(&session, &of_whole_events(kind));
            assert_eq!(drawn(&session, kind), whole, "{} of variant {number}", kind.id);
        }
    }
}

/// So the test above would notice when one of them is missing.
#[test]
fn every_path_matters() {
    let session = Session::with(events());
    for kind in ALL {
        let whole = drawn(&session, &of_whole_events(kind));
        for left_out in kind.looks_at {
            let mut less = *kind;
            let paths = kind.looks_at.iter().filter(|path| *path != left_out);
            less.looks_at = Box::leak(paths.copied().chain(["payload.none"]).collect());
            assert!(drawn(&session, &less) != whole, "{} need not say {left_out}", kind.id);
        }
    }
}

#[test]
fn parts_put_together_are_looked_at_as_any_event() {
    let payload =
        json!({"name": "error", "logLevel": "error", "noise": "x".repeat(900), "messages": ["It failed.", "{}"],
        "attributes": {"requestId": "id-1"}})
        .to_string();
    let (first, second) = payload.split_at(500);
    let part = |number: usize, text: &str| {
        json!({"uuid": format!("part-{number}"), "timestamp": START + number as i64, "type": "service",
            "vendor": "com.adobe.target", "payload": {"chunkData": text,
            "metadata": {"chunkId": "c", "chunkTotal": 2, "chunkSequenceNumber": number}}})
    };
    let missing =
        json!({"uuid": "alone", "timestamp": START, "type": "log", "payload": {"logline": "no", "chunkData": "x"}});
    let session = Session::with(vec![part(0, first), part(1, second), missing]);
    for (analysis, rows) in [("logs", 1), ("transactions", 1), ("errors", 1)] {
        assert_eq!(
            session.draw(analysis, &Asked::default()).sections[0].total,
            rows,
            "{analysis}"
        );
    }
}
