//! What belongs to an event, what differs between events, and two sessions side by side.

use api::contract::problem::ProblemCode;
use serde_json::{Value, json};

use crate::desk::{Desk, ViewOnDesk, texts};
use crate::event_imports::Files;

fn id(run: u8, number: usize) -> String {
    format!("{run}a2b3c4d-0000-4000-8000-{number:012}")
}

/// A run of an app: launch, two purchases of which the second answers to the launch, and its answer from the Edge
/// Network; with identifiers and times of its own.
fn run(run: u8, price: f64, extra: Option<&str>) -> Value {
    let sdk = |number: usize, name: &str, parent: Option<usize>, data: Value| {
        let mut event = json!({"uuid": id(run, number), "timestamp": 1_763_700_000_000_i64 + i64::from(run) * 86_400_000 + number as i64,
        "eventNumber": number, "clientId": format!("C{run}"), "vendor": "com.adobe.griffon.mobile", "type": "generic",
        "payload": {
            "ACPExtensionEventName": name,
            "ACPExtensionEventType": "com.adobe.eventType.edge",
            "ACPExtensionEventSource": "com.adobe.eventSource.requestContent",
            "ACPExtensionEventUniqueIdentifier": id(run, 100 + number),
            "ACPExtensionEventData": data,
        }});
        if let Some(parent) = parent {
            event["payload"]["ACPExtensionEventParentIdentifier"] = json!(id(run, 100 + parent).to_uppercase());
        }
        event
    };
    let purchase =
        |price: f64| json!({"xdm": {"eventType": "commerce.purchases", "price": price, "timestamp": id(run, 7)}});
    let mut events = vec![
        sdk(1, "Launch", None, json!({})),
        sdk(2, "Purchase", None, purchase(5.0)),
        sdk(3, "Purchase", Some(1), purchase(price)),
        sdk(
            4,
            "Answer",
            Some(3),
            json!({"requestId": id(run, 50), "requestEventId": id(run, 103)}),
        ),
    ];
    events.extend(extra.map(|name| sdk(5, name, None, json!({}))));
    json!({"uuid": id(run, 0), "name": format!("Run {run}"), "events": events})
}

async fn opened<'a>(desk: &'a Desk, files: &Files, name: &str, session: &Value) -> ViewOnDesk<'a> {
    let archive = desk.imported(&files.write(name, session.to_string())).await;
    ViewOnDesk::of_archive(desk, &archive).await.0
}

fn labels(rows: &Value) -> Vec<&str> {
    rows.as_array()
        .unwrap()
        .iter()
        .map(|row| row["row"]["label"].as_str().unwrap())
        .collect()
}

#[tokio::test]
async fn an_event_knows_its_relatives() {
    let (desk, files) = (Desk::open(), Files::new());
    let view = opened(&desk, &files, "run.json", &run(1, 6.0, None)).await;
    let related = desk.ask("event_related", view.event(&id(1, 3))).await;
    assert_eq!(
        texts(&related["groups"], "title"),
        ["Parents and children", "Same request"]
    );
    let family = &related["groups"][0]["rows"];
    assert_eq!(labels(family), ["Launch", "Purchase", "Answer"]);
    assert_eq!((&family[0]["depth"], &family[2]["depth"]), (&json!(0), &json!(2)));
    assert_eq!((&family[0]["afterMs"], &family[2]["afterMs"]), (&json!(-2), &json!(1)));
    assert_eq!(related["parent"], id(1, 1));
    assert_eq!(labels(&related["groups"][1]["rows"]), ["Purchase", "Answer"]);
    assert_eq!(related["alike"][0]["row"]["uuid"], id(1, 2));
    let alone = desk.ask("event_related", view.event(&id(1, 2))).await;
    assert_eq!((&alone["groups"], &alone["parent"]), (&json!([]), &Value::Null));
    let refused = desk.refused("event_related", view.event("none")).await;
    assert_eq!(refused.code, ProblemCode::NotFound);
}

#[tokio::test]
async fn an_event_is_compared_with_the_one_before_it() {
    let (desk, files) = (Desk::open(), Files::new());
    let view = opened(&desk, &files, "run.json", &run(1, 6.0, None)).await;
    let diff = async |event: usize, other: Value, ignore: bool, only: bool| {
        let mut request = view.event(&id(1, event));
        request.as_object_mut().unwrap().extend([
            ("other".to_owned(), other),
            ("ignoreVolatile".to_owned(), ignore.into()),
            ("onlyChanges".to_owned(), only.into()),
            ("offset".to_owned(), 0.into()),
            ("limit".to_owned(), 500.into()),
        ]);
        desk.ask("event_diff", request).await
    };
    let previous = diff(3, json!({"with": "previous"}), true, true).await;
    assert_eq!(previous["other"]["uuid"], id(1, 2));
    assert_eq!(
        (&previous["changed"], &previous["added"], &previous["removed"]),
        (&json!(1), &json!(1), &json!(0))
    );
    let lines = previous["lines"].as_array().unwrap();
    let price = lines.iter().find(|line| line["change"] == "changed").unwrap();
    assert_eq!(price["path"], "/ACPExtensionEventData/xdm/price");
    assert_eq!((&price["before"], &price["after"]), (&json!("5.0"), &json!("6.0")));

    let with_ids = diff(3, json!({"with": "previous"}), false, true).await;
    assert_eq!(with_ids["changed"], 2);
    let all = diff(3, json!({"with": "event", "event": id(1, 2)}), true, false).await;
    assert!(all["total"].as_u64() > previous["total"].as_u64());
    let first = diff(2, json!({"with": "previous"}), true, true).await;
    assert_eq!((&first["other"], &first["total"]), (&Value::Null, &json!(0)));
}

#[tokio::test]
async fn two_sessions_stand_side_by_side() {
    let (desk, files) = (Desk::open(), Files::new());
    let left = opened(&desk, &files, "left.json", &run(1, 6.0, None)).await;
    let right = opened(&desk, &files, "right.json", &run(2, 7.0, Some("Logout"))).await;
    let compare = async |text: &str, only: bool, ignore: bool| {
        let request = json!({"left": left.id, "right": right.id, "text": text, "ignoreVolatile": ignore,
            "onlyDifferences": only, "offset": 0, "limit": 500});
        desk.ask("sessions_compare", request).await
    };
    let compared = compare("", true, true).await;
    let counts = |answer: &Value| ["same", "different", "missing", "new"].map(|key| answer[key].as_u64().unwrap());
    assert_eq!(counts(&compared), [3, 1, 0, 1]);
    assert_eq!((&compared["total"], &compared["note"]), (&json!(2), &Value::Null));
    let rows = &compared["rows"];
    assert_eq!(
        (&rows[0]["change"], &rows[0]["differences"]),
        (&json!("changed"), &json!(1))
    );
    assert_eq!(
        (&rows[0]["left"]["uuid"], &rows[0]["right"]["uuid"]),
        (&json!(id(1, 3)), &json!(id(2, 3)))
    );
    assert_eq!(
        (&rows[1]["change"], &rows[1]["right"]["label"]),
        (&json!("added"), &json!("Logout"))
    );
    assert_eq!(compare("", false, true).await["total"], 5);
    assert_eq!(counts(&compare("", true, false).await), [0, 4, 0, 1]);
    assert_eq!(counts(&compare("name:Purchase", true, true).await), [1, 1, 0, 0]);

    let pair = json!({"left": left.id, "leftEvent": id(1, 3), "right": right.id, "rightEvent": id(2, 3),
        "ignoreVolatile": true, "offset": 0, "limit": 500});
    let pair = desk.ask("compare_pair", pair).await;
    assert_eq!(
        (&pair["changed"], &pair["other"]["uuid"]),
        (&json!(1), &json!(id(1, 3)))
    );
    let mistaken = json!({"left": left.id, "right": right.id, "text": "name:", "ignoreVolatile": true,
        "onlyDifferences": true, "offset": 0, "limit": 500});
    desk.refused("sessions_compare", mistaken).await;
}
