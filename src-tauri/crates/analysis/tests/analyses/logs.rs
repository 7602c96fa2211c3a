//! Logs.

use analysis::Asked;
use serde_json::json;

use crate::session::{Session, event, lines, section};

#[test]
fn the_device_s_log_and_the_services_reports_are_one_list() {
    let session = Session::with(vec![
        event(
            "a",
            0,
            "log",
            "com.adobe.griffon.mobile",
            json!({"logline": "[AEP SDK WARN - <Messaging>] No rule\nmatched"}),
        ),
        event(
            "b",
            5,
            "service",
            "com.adobe.target",
            json!({"name": "com.adobe.target/error", "logLevel": "error",
            "messages": ["Upstream request failed.", "{}"]}),
        ),
        event("c", 9, "generic", "v", json!({"logline": "no log"})),
    ]);
    let drawing = session.draw("logs", &Asked::default());
    assert_eq!(
        lines(&drawing, "logs"),
        [
            "+5 | ✗[error] | com.adobe.target/error | Upstream request failed.",
            "+0 | ![warn] | Messaging | [AEP SDK WARN - <Messaging>] No rule matched",
        ]
    );
    let asked = Asked {
        search: "no RULE".to_owned(),
        ..Asked::default()
    };
    assert_eq!(section(&session.draw("logs", &asked), "logs").total, 1);
}
