//! Requests to the Edge Network.

use analysis::Asked;
use serde_json::{Value, json};

use crate::session::{Session, connect, event, lines, notices, of, sdk, section};

const EVENT: &str = "0f8fad5b-d9cb-469f-a165-70867728950e";
const REQUEST: &str = "7C9E6679-7425-40DE-944B-E07FC1F90AE7";

fn service(uuid: &str, at: i64, vendor: &str, name: &str, more: Value) -> Value {
    let mut payload = json!({"name": name, "logLevel": "log",
        "attributes": {"requestId": format!("{}-0123456789abcdef", REQUEST.to_lowercase())}});
    payload
        .as_object_mut()
        .unwrap()
        .extend(more.as_object().unwrap().clone());
    event(uuid, at, "service", vendor, payload)
}

/// A tracking call, the request that it causes, and all that is told of the request.
fn story() -> Vec<Value> {
    let hit = json!({"event": {"xdm": {"_id": EVENT.to_uppercase(), "eventType": "commerce.purchases"}}});
    let mut request = sdk(
        EVENT,
        10,
        "Purchase",
        ("edge", "requestcontent"),
        json!({"xdm": {"eventType": "commerce.purchases"}}),
    );
    request["payload"]["ACPExtensionEventParentIdentifier"] = "A0".into();
    let answer = |uuid: &str, at: i64, source: &str, data: Value| {
        let mut data = data;
        data["requestId"] = REQUEST.into();
        data["requestEventId"] = EVENT.to_uppercase().into();
        sdk(uuid, at, "AEP Response Event Handle", ("edge", source), data)
    };
    vec![
        sdk(
            "a0",
            0,
            "Track action",
            ("generic.track", "requestcontent"),
            json!({"action": "buy"}),
        ),
        request,
        service(
            "b1",
            60,
            "com.adobe.edge.konductor",
            "hitReceived",
            json!({
                "messages": ["Request received by Experience Edge.", hit.to_string()],
                "context": {"datastreamId": "stream-1"},
            }),
        ),
        service(
            "b2",
            90,
            "com.adobe.ajo.live",
            "com.adobe.ajo.live/not-enabled",
            json!({"logLevel": "info"}),
        ),
        service(
            "b3",
            95,
            "com.adobe.edge.konductor",
            "com.adobe.experience_platform.ajo/response",
            json!({}),
        ),
        service("b4", 120, "com.adobe.edge.konductor", "hitProcessed", json!({})),
        answer("c1", 200, "state:store", json!({"type": "state:store"})),
        answer("c2", 210, "contentcomplete", json!({})),
        event(
            "d1",
            900,
            "generic",
            "com.adobe.streaming.validation",
            json!({
                "header": {"xactionId": format!("{REQUEST}-0123456789abcdef")},
                "body": {"xdmEntity": {"_id": EVENT.to_uppercase()}},
            }),
        ),
    ]
}

#[test]
fn one_request_is_one_row_from_the_app_to_the_services() {
    let session = Session::with(story());
    let drawing = session.draw("transactions", &Asked::default());
    assert_eq!(
        lines(&drawing, "transactions"),
        [
            "+10 | Track action, commerce.purchases, ✓state:store, ✓complete | hitReceived, hitProcessed \
         | ajo response, streaming validation passed, ajo.live not-enabled | 200 ms | ✓[Complete]",
        ]
    );
    assert_eq!((drawing.badge, drawing.notices.len()), (None, 0));

    let chosen = Asked {
        chosen: Some(section(&drawing, "transactions").rows[0].id.clone()),
        ..Asked::default()
    };
    let drawing = session.draw("transactions", &chosen);
    let events = section(&drawing, "events");
    let about = events.explanation.as_deref().unwrap();
    assert!(
        about.contains(&REQUEST.to_lowercase()) && about.contains("stream-1"),
        "{about}"
    );
    assert_eq!(
        lines(&drawing, "events")[..3],
        [
            "+0 | -10 ms | Client-side | Track action",
            "+10 | 0 ms | Client-side | commerce.purchases",
            "+60 | 50 ms | Edge Network | hitReceived",
        ]
    );
    assert_eq!(events.total, 9);
}

#[test]
fn what_failed_and_what_was_not_answered_is_marked() {
    let request = |uuid: &str, at: i64| {
        sdk(
            uuid,
            at,
            "Sent",
            ("edge", "requestcontent"),
            json!({"xdm": {"eventType": "shown"}}),
        )
    };
    let session = Session::with(vec![
        request("e1", 0),
        sdk(
            "e2",
            100,
            "AEP Error Response",
            ("edge", "errorresponsecontent"),
            json!({"status": 502, "requestId": "r1", "requestEventId": "E1"}),
        ),
        request("e3", 200),
        event(
            "e4",
            260,
            "service",
            "com.adobe.edge.konductor",
            json!({"name": "hitReceived", "attributes": {"requestId": "r3"},
                "messages": ["", "{\"event\":{\"xdm\":{\"_id\":\"E3\"}}}"]}),
        ),
        request("e5", 400),
        request("e6", 15_000),
        event(
            "e7",
            15_500,
            "service",
            "com.adobe.target",
            json!({"name": "com.adobe.target/error",
            "attributes": {"requestId": "elsewhere"}}),
        ),
        event(
            "e8",
            15_600,
            "service",
            "com.adobe.edge.konductor",
            json!({"name": "hitProcessed",
            "attributes": {"requestId": "before the client connected"}}),
        ),
    ]);
    let drawing = session.draw("transactions", &Asked::default());
    let states: Vec<String> = lines(&drawing, "transactions")
        .iter()
        .map(|line| line.rsplit(" | ").next().unwrap().to_owned())
        .collect();
    assert_eq!(
        states,
        [
            "[Request not in this session]",
            "✗[1 error]",
            "[Waiting]",
            "![No answer, not seen by the Edge Network]",
            "![No answer]",
            "✗[1 error]",
        ]
    );
    assert_eq!(drawing.badge, Some(4));
    let late = Asked {
        search: "waiting".to_owned(),
        ..Asked::default()
    };
    assert_eq!(section(&session.draw("transactions", &late), "transactions").total, 1);
}

#[test]
fn several_datastreams_and_clients_are_told_apart() {
    let on = |uuid: &str, at: i64, stream: &str| {
        event(
            uuid,
            at,
            "service",
            "com.adobe.edge.konductor",
            json!({"name": "hitReceived", "attributes": {"requestId": uuid}, "context": {"datastreamId": stream}}),
        )
    };
    let session = Session::with(vec![
        connect("a", 0, "phone", "iPhone", "iOS 18"),
        connect("b", 1, "pixel", "Pixel", "Android 15"),
        on("c", 10, "one"),
        of("pixel", on("d", 20, "two")),
    ]);
    let drawing = session.draw("transactions", &Asked::default());
    assert_eq!(notices(&drawing), ["Several datastreams"]);
    let seen = lines(&drawing, "transactions");
    assert!(
        seen[0].starts_with("+20 | @pixel | – | hitReceived | – | two |"),
        "{seen:?}"
    );
    let phone = Asked {
        client: Some("PHONE".to_owned()),
        ..Asked::default()
    };
    let drawing = session.draw("transactions", &phone);
    assert!(notices(&drawing).is_empty());
    assert_eq!(
        lines(&drawing, "transactions"),
        ["+10 | – | hitReceived | – | – | [Request not in this session]"]
    );
}

#[test]
fn what_arrives_late_is_put_where_it_belongs() {
    let whole = Session::with(story());
    let pieces = Session::new();
    let mut reading = pieces.reading("transactions");
    let (everything, nothing) = (Asked::default(), || false);
    assert!(reading.draw(&everything, &nothing).unwrap().nothing.is_some());
    for event in story().into_iter().rev() {
        pieces.add(vec![event]);
        reading.draw(&everything, &nothing).unwrap();
    }
    assert_eq!(
        reading.draw(&everything, &nothing).unwrap(),
        whole.draw("transactions", &everything)
    );
}
