//! Everything that failed.

use analysis::Asked;
use serde_json::json;

use crate::session::{Session, event, lines, sdk, section};

#[test]
fn failures_are_told_with_where_and_why() {
    let session = Session::with(vec![
        sdk(
            "a",
            0,
            "AEP Error Response",
            ("edge", "errorresponsecontent"),
            json!({
                "status": 502, "title": "The service call has failed.", "requestId": "R1",
                "detail": "An error occurred while calling the 'com.adobe.target' service for this request. Try again.",
            }),
        ),
        event(
            "b",
            1,
            "service",
            "com.adobe.target",
            json!({"name": "com.adobe.target/error", "logLevel": "error",
            "messages": ["Upstream request to service 'com.adobe.target' failed."], "context": {"status": 504},
            "attributes": {"serviceName": "com.adobe.target", "requestId": "R2-0123"}}),
        ),
        event(
            "c",
            2,
            "generic",
            "com.adobe.streaming.validation",
            json!({"header": {"xactionId": "R3"},
            "_errors": {"_streamingValidation": [{"message": "required key [_acme] not found"}]}}),
        ),
        event(
            "d",
            3,
            "Push Service",
            "com.adobe.cepheus",
            json!({"event": "push sent to platform service",
            "status": 410, "body": "Unregistered"}),
        ),
        event(
            "e",
            4,
            "netres",
            "com.adobe.griffon.mobile",
            json!({"url": "https://x/y", "statusCode": 404}),
        ),
        sdk(
            "f",
            5,
            "Own",
            ("own", "responsecontent"),
            json!({"status": 400, "title": "Bad request"}),
        ),
        event(
            "g",
            6,
            "service",
            "com.adobe.edge.konductor",
            json!({"name": "hitProcessed", "context": {"status": 200}}),
        ),
    ]);
    let drawing = session.draw("errors", &Asked::default());
    assert_eq!(drawing.badge, Some(6));
    assert_eq!(
        lines(&drawing, "errors"),
        [
            "+5 | Own | com.adobe.griffon.mobile | 400 | Bad request | –",
            "+4 | Network response | com.adobe.griffon.mobile | 404 | https://x/y | –",
            "+3 | Push | com.adobe.cepheus | 410 | Unregistered | –",
            "+2 | Streaming validation | com.adobe.streaming.validation | – | required key [_acme] not found | R3",
            "+1 | Service error | com.adobe.target | 504 | Upstream request to service 'com.adobe.target' failed. | R2-0123",
            "+0 | Edge error | com.adobe.target | 502 | An error occurred while calling the 'com.adobe.target' service for \
         this request. Try again. | R1",
        ]
    );
    let gone = Asked {
        search: "UNREG".to_owned(),
        ..Asked::default()
    };
    let drawing = session.draw("errors", &gone);
    assert_eq!(
        (section(&drawing, "errors").total, drawing.badge),
        (1, Some(6)),
        "the tab counts all"
    );
}

#[test]
fn a_session_without_failures_says_so() {
    let drawing = Session::new().draw("errors", &Asked::default());
    assert_eq!(
        (drawing.badge, drawing.nothing.as_deref()),
        (None, Some("Nothing has failed in this session."))
    );
}

#[test]
fn rows_come_in_windows() {
    let failed = |number: i64| {
        event(
            &format!("e{number}"),
            number,
            "service",
            "v",
            json!({"name": "error", "messages": [number.to_string()]}),
        )
    };
    let session = Session::with((0..700).map(failed).collect());
    let first = session.draw("errors", &Asked::default());
    assert_eq!(
        (section(&first, "errors").rows.len(), section(&first, "errors").total),
        (100, 700)
    );
    let asked = Asked {
        windows: vec![analysis::drawing::SectionWindow {
            section: "errors".to_owned(),
            offset: 650,
            limit: 10_000,
        }],
        ..Asked::default()
    };
    let last = session.draw("errors", &asked);
    let last = section(&last, "errors");
    assert_eq!(
        (last.offset, last.rows.len(), last.rows[49].id.as_str()),
        (650, 50, "e0")
    );
}
