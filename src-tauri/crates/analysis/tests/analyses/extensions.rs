//! Versions of the SDK's extensions.

use analysis::Asked;
use serde_json::{Value, json};

use crate::session::{START, Session, connect, lines, notices, of, state};

fn hub(uuid: &str, at: i64, core: &str, edge: &str) -> Value {
    state(
        uuid,
        at,
        "com.adobe.module.eventhub",
        json!({"version": core,
        "wrapper": {"type": "R", "friendlyName": "React Native"},
        "extensions": {"com.adobe.edge": {"friendlyName": "AEPEdge", "version": edge},
            "com.adobe.assurance": {"version": "5.0.0"}}}),
    )
}

#[test]
fn one_client_has_one_column() {
    let session = Session::with(vec![hub("a", 0, "5.3.0", "5.0.1"), hub("b", 10, "5.3.0", "5.0.2")]);
    let drawing = session.draw("extensions", &Asked::default());
    assert_eq!(
        lines(&drawing, "extensions"),
        [
            "Mobile Core | – | 5.3.0",
            "Wrapper | – | React Native",
            "AEPEdge | com.adobe.edge | 5.0.2",
            "com.adobe.assurance | com.adobe.assurance | 5.0.0",
        ]
    );
    assert_eq!(lines(&drawing, "changes"), ["+10 | AEPEdge | 5.0.1 → 5.0.2"]);
    let before = Asked {
        at: Some(START + 5),
        ..Asked::default()
    };
    assert!(lines(&session.draw("extensions", &before), "extensions")[2].ends_with("5.0.1"));
}

#[test]
fn clients_on_one_system_that_differ_are_marked() {
    let session = Session::with(vec![
        connect("a", 0, "phone", "iPhone", "iOS 18.2"),
        connect("b", 0, "tablet", "iPad", "iOS 17"),
        connect("c", 0, "pixel", "Pixel", "Android 15"),
        hub("d", 1, "5.3.0", "5.0.2"),
        of("tablet", hub("e", 2, "5.3.0", "5.0.1")),
        of("pixel", hub("f", 3, "3.2.0", "3.0.0")),
    ]);
    let drawing = session.draw("extensions", &Asked::default());
    let titles: Vec<_> = drawing.sections[0]
        .columns
        .iter()
        .map(|column| column.title.as_str())
        .collect();
    assert_eq!(titles, ["Extension", "Identifier", "iPhone", "iPad", "Pixel"]);
    assert_eq!(
        lines(&drawing, "extensions")[0],
        "Mobile Core | – | 5.3.0 | 5.3.0 | 3.2.0"
    );
    assert_eq!(
        lines(&drawing, "extensions")[2],
        "AEPEdge | com.adobe.edge | !5.0.2 | !5.0.1 | 3.0.0"
    );
    assert_eq!(notices(&drawing), ["Clients differ"]);
    assert!(drawing.notices[0].text.contains("AEPEdge") && !drawing.notices[0].text.contains("Core"));
}
