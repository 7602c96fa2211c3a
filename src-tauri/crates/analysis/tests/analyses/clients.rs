//! The connected apps.

use analysis::Asked;
use serde_json::json;

use crate::session::{Session, connect, event, lines, of, section, state};

#[test]
fn clients_are_listed_with_what_they_said_of_themselves() {
    let mut again = connect("c", 300, "phone", "iPhone", "iOS 18.2");
    again["eventNumber"] = 40.into();
    let session = Session::with(vec![
        connect("a", 0, "phone", "iPhone", "iOS 18.2"),
        again,
        connect("d", 500, "phone", "iPhone", "iOS 18.2"),
        state("b", 100, "com.adobe.module.eventhub", json!({"version": "5.3.0"})),
        event(
            "e",
            900,
            "client",
            "com.adobe.griffon.mobile",
            json!({"type": "disconnect"}),
        ),
        of("silent-client", event("f", 50, "log", "v", json!({}))),
    ]);
    let drawing = session.draw("clients", &Asked::default());
    assert_eq!(
        lines(&drawing, "clients"),
        [
            "@phone | iOS 18.2 | com.example.app | 3.4.1 | 5.3.0 | 5.0.0 | 2 | +0 | +900 | 5 | [Disconnected]",
            "@silent-client | – | – | – | – | – | 0 | +50 | +50 | 1 | [Disconnected]",
        ]
    );
    let chosen = Asked {
        chosen: Some("phone".to_owned()),
        ..Asked::default()
    };
    let drawing = session.draw("clients", &chosen);
    assert_eq!(
        lines(&drawing, "device"),
        ["Device name | iPhone", "Operating system | iOS 18.2"]
    );
    assert_eq!(section(&drawing, "settings").total, 2);
}
