//! Adobe Analytics.

use analysis::Asked;
use serde_json::{Value, json};

use crate::session::{Session, event, lines, sdk, section};

fn track(uuid: &str, at: i64, data: Value) -> Value {
    sdk(uuid, at, "Analytics Track", ("generic.track", "requestcontent"), data)
}

fn response(uuid: &str, at: i64, of: &str, tag: &str, hit: &str) -> Value {
    sdk(
        uuid,
        at,
        "AnalyticsResponse",
        ("analytics", "responsecontent"),
        json!({"requestEventIdentifier": of,
        "hitHost": "https://acme.sc.omtrdc.net", "hitUrl": hit, "headers": {"ETag": format!("\"{tag}\"")}}),
    )
}

const DEBUG: &str = "ndh=1&c.&a.&action=tap%20home&.a&.c&p.&debug=true&.p";

fn service(uuid: &str, at: i64, name: &str, attributes: Value) -> Value {
    event(
        uuid,
        at,
        "service",
        "com.adobe.analytics",
        json!({"name": name, "logLevel": "log",
        "attributes": attributes, "context": {"mappedQueryParams": {"acme": {"prop1": "home"}}}}),
    )
}

#[test]
fn a_call_its_hit_and_what_became_of_it_are_one_row() {
    let mut annotated = response("d2", 510, "D1", "TAG-4", DEBUG);
    annotated["annotations"] = json!([{"type": "analytics.hit", "payload": {"hitDebugMessages": []}}]);
    let session = Session::with(vec![
        service("a4", 900, "analytics.mapping", json!({"primaryHitId": "tag-1"})),
        response("a2", 240, "A1", "TAG-1", DEBUG),
        track(
            "a1",
            0,
            json!({"action": "tap home", "contextdata": {"target": "home"}}),
        ),
        service("a3", 800, "analytics.hit", json!({"hitId": "tag-1"})),
        track("b1", 300, json!({"state": "cart"})),
        response("b2", 310, "b1", "TAG-2", "ndh=1"),
        track("c1", 400, json!({})),
        track("d1", 500, json!({"state": "end"})),
        annotated,
        response("e1", 600, "before", "TAG-5", DEBUG),
    ]);
    let drawing = session.draw("analytics", &Asked::default());
    let host = "https://acme.sc.omtrdc.net";
    assert_eq!(
        lines(&drawing, "hits"),
        [
            format!("+600 | Call not in this session | {host} | [Sent] | – | ✓response"),
            format!("+500 | state: end | {host} | ✓[Processed] | – | track, ✓processed"),
            "+400 | Analytics Track | – | [Queued] | – | track".to_owned(),
            format!("+300 | state: cart | {host} | ![No Debug Flag] | – | track, ✓response"),
            format!(
                "+0 | action: tap home | {host} | ✓[Processed] | target: home \
                 | track, ✓response, ✓received, ✓processed"
            ),
        ]
    );
    let chosen = Asked {
        chosen: Some(section(&drawing, "hits").rows[4].id.clone()),
        ..Asked::default()
    };
    let drawing = session.draw("analytics", &chosen);
    assert_eq!(
        lines(&drawing, "tracked"),
        ["action | tap home", "contextdata.target | home"]
    );
    assert_eq!(
        lines(&drawing, "variables"),
        ["ndh | 1", "c.a.action | tap home", "p.debug | true"]
    );
    assert_eq!(lines(&drawing, "mapped"), ["acme.prop1 | home"]);
}

#[test]
fn a_day_later_nothing_more_is_told() {
    let session = Session::with(vec![
        response("a", 0, "x", "tag", DEBUG),
        event("b", 25 * 3_600_000, "log", "v", json!({"logline": "still here"})),
    ]);
    let drawing = session.draw("analytics", &Asked::default());
    assert!(lines(&drawing, "hits")[0].contains("[Expired]"));
}
