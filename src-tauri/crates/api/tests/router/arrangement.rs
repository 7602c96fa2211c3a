//! How the list of events is laid out: sorted, with app launches and columns of values; and what is selected in it.

use api::contract::problem::ProblemCode;
use serde_json::{Value, json};

use crate::desk::{Desk, ViewOnDesk};

const PHONE: &str = "00000000-0000-4000-8000-00000000000a";

/// A session with two launches of an app on one device.
async fn session(desk: &Desk) -> ViewOnDesk<'_> {
    let integration = desk.integration().await;
    let session = desk.session(&integration, "Checkout").await;
    let event = |number: i32, timestamp: i64, name: &str, step: usize| {
        json!({ "uuid": format!("00000000-0000-4000-8000-0000000000{step:02}"), "clientId": PHONE,
            "eventNumber": number, "timestamp": timestamp,
            "payload": { "ACPExtensionEventName": name, "ACPExtensionEventSource": "com.adobe.eventSource.none",
                "basket": { "step": step } } })
    };
    let events = json!([
        event(1, 1_000, "Cart", 1),
        event(2, 1_250, "Login", 2),
        event(3, 2_000, "Cart", 3),
        event(1, 9_000, "Login", 4),
    ]);
    desk.workspace.put_events(&session, events).await;
    let view = ViewOnDesk::open(desk, &integration, &session).await;
    view.until(|status| status.total == 4).await;
    view
}

async fn arrange(view: &ViewOnDesk<'_>, desk: &Desk, arrangement: Value) -> Value {
    let request = json!({ "view": view.id, "arrangement": arrangement });
    desk.ask("view_arrange", request).await
}

fn uuid(step: usize) -> String {
    format!("00000000-0000-4000-8000-0000000000{step:02}")
}

/// The list in short: the step of each event, and each launch's number.
fn short(page: &Value) -> Vec<String> {
    let row = |row: &Value| match row["is"].as_str() {
        Some("event") => row["uuid"].as_str().unwrap()[34..].to_owned(),
        _ => format!("launch {}", row["number"]),
    };
    page["rows"].as_array().unwrap().iter().map(row).collect()
}

#[tokio::test]
async fn a_list_is_sorted_and_tells_launches_and_values() {
    let desk = Desk::open();
    let view = session(&desk).await;
    let plain = view.rows(0, 500).await;
    assert_eq!(short(&plain), ["01", "02", "03", "04"]);
    assert_eq!((&plain["length"], &plain["first"]), (&json!(4), &json!(1_000)));
    assert_eq!(plain["rows"][0]["sincePrevious"], Value::Null);
    assert_eq!(plain["rows"][1]["sincePrevious"], 250);
    assert_eq!(plain["rows"][1]["source"], "none");

    let status = arrange(
        &view,
        &desk,
        json!({ "launches": true, "paths": ["payload.basket.step"] }),
    )
    .await;
    assert_eq!(status["arrangement"]["paths"], json!(["payload.basket.step"]));
    assert_eq!(status["matched"], 4, "a launch is no event");
    let page = view.rows(0, 500).await;
    assert_eq!(short(&page), ["launch 1", "01", "02", "03", "launch 2", "04"]);
    assert_eq!((&page["length"], &page["matched"]), (&json!(6), &json!(4)));
    assert_eq!(page["rows"][5]["values"], json!(["4"]));
    assert_eq!(page["rows"][4]["timestamp"], 9_000);
    let last = view.details(&uuid(4)).await;
    assert_eq!(last["index"], 5, "places are those of the list");

    arrange(
        &view,
        &desk,
        json!({ "sort": "name", "descending": true, "launches": true }),
    )
    .await;
    assert_eq!(
        short(&view.rows(0, 500).await),
        ["02", "04", "01", "03"],
        "no launches in a list by name"
    );
    assert_eq!(view.status().await.arrangement.paths, Vec::<String>::new());
}

#[tokio::test]
async fn what_is_selected_follows_the_list() {
    let desk = Desk::open();
    let view = session(&desk).await;
    arrange(&view, &desk, json!({ "launches": true, "descending": true })).await;
    let range = desk
        .ask("view_range", json!({ "view": view.id, "from": 0, "to": 2 }))
        .await;
    assert_eq!(range, json!([uuid(4), uuid(3)]), "launches are not selected");

    let neighbour = |step: usize, next: bool| json!({ "view": view.id, "event": uuid(step), "next": next });
    let next = desk.ask("event_neighbour", neighbour(3, true)).await;
    assert_eq!(
        next,
        json!({ "uuid": uuid(1), "index": 4 }),
        "the next one of the list is older here"
    );
    assert_eq!(desk.ask("event_neighbour", neighbour(3, false)).await, Value::Null);

    let copy = |events: &[usize]| {
        let events: Vec<String> = events.iter().map(|step| uuid(*step)).collect();
        json!({ "view": view.id, "events": events })
    };
    let copied = || serde_json::from_str::<Value>(&desk.desktop.copied().last().unwrap().0).unwrap();
    desk.ask("events_copy", copy(&[2])).await;
    assert_eq!(copied()["uuid"], uuid(2), "one is an object");
    desk.ask("events_copy", copy(&[1, 4, 2])).await;
    let list = copied();
    let order: Vec<&str> = list
        .as_array()
        .unwrap()
        .iter()
        .map(|event| event["uuid"].as_str().unwrap())
        .collect();
    assert_eq!(
        order,
        [uuid(4), uuid(2), uuid(1)],
        "several are in the order of the list"
    );
    desk.refused("events_copy", copy(&[77, 78])).await;
}

#[tokio::test]
async fn what_cannot_be_laid_out_is_refused_and_changes_nothing() {
    let desk = Desk::open();
    let view = session(&desk).await;
    arrange(&view, &desk, json!({ "sort": "vendor" })).await;
    let nine: Vec<String> = (0..9).map(|number| format!("payload.p{number}")).collect();
    for paths in [json!(["payload..x"]), json!(["vendor"]), json!(nine)] {
        let request = json!({ "view": view.id, "arrangement": { "paths": paths } });
        let problem = desk.refused("view_arrange", request).await;
        assert_eq!(problem.code, ProblemCode::InvalidInput, "{problem:?}");
    }
    let kept = view.command("view_status").await;
    assert_eq!(kept["arrangement"]["sort"], "vendor");
    let many: Vec<String> = (0..10_001).map(uuid).collect();
    let problem = desk
        .refused("events_copy", json!({ "view": view.id, "events": many }))
        .await;
    assert!(problem.next_step.contains("export"), "{problem:?}");
}
