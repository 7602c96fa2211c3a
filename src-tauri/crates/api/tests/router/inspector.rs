//! "Try it", and what one does with a session that is open.

use api::contract::inspector::Following;
use api::contract::problem::ProblemCode;
use api::contract::tick::Tick;
use practice::FaultKind;
use serde_json::{Value, json};

use crate::desk::{Desk, ViewOnDesk, texts};

#[tokio::test]
async fn try_it_end_to_end() {
    let desk = Desk::open();
    let mut ticks = desk.ticks();
    let status = desk.ask("practice_status", Value::Null).await;
    assert_eq!(
        (&status["running"], &status["integration"]),
        (&json!(false), &Value::Null)
    );

    let tried = desk.ask("practice_try", Value::Null).await;
    desk.tick(&mut ticks, |tick| matches!(tick, Tick::Practice)).await;
    let (integration, session) = (
        tried["integration"].as_str().unwrap(),
        tried["session"].as_str().unwrap(),
    );
    let status = desk.ask("practice_status", Value::Null).await;
    assert_eq!(
        (&status["running"], &status["integration"]),
        (&json!(true), &tried["integration"])
    );

    let view = ViewOnDesk::open(&desk, integration, session).await;
    for device in ["iphone", "pixel"] {
        let request = json!({ "session": session, "device": device });
        desk.ask("practice_connect_device", request).await;
    }
    let status = view
        .until(|status| status.total >= 20 && status.clients.len() == 2)
        .await;
    assert!(matches!(status.following, Following::Live), "{status:?}");
    assert_eq!(status.name, "Practice session");
    assert!(status.clients.iter().all(|client| client.connected));
    assert_ne!(status.clients[0].colour, status.clients[1].colour);

    let page = view.rows(0, 10).await;
    assert!(page["matched"].as_u64().unwrap() >= 20);
    let times: Vec<_> = page["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["timestamp"].as_i64())
        .collect();
    assert_eq!(times.len(), 10);
    assert!(times.is_sorted(), "the oldest first: {times:?}");

    let facets = view.command("view_facets").await;
    assert!(texts(&facets["vendors"], "value").contains(&"com.adobe.griffon.mobile"));
    let names: Vec<_> = status.clients.iter().map(|client| client.name.as_str()).collect();
    assert!(
        texts(&facets["clients"], "label")
            .iter()
            .any(|label| names.contains(label))
    );

    let event = page["rows"][0]["uuid"].as_str().unwrap();
    let details = view.details(event).await;
    assert_eq!((&details["row"]["uuid"], &details["index"]), (&json!(event), &json!(0)));
    assert!(!details["title"].as_str().unwrap().is_empty());
    let tree = view.tree(event, "").await;
    assert_eq!(tree["rows"][0]["key"], "payload");
    let raw = view.raw(event).await;
    assert_eq!(
        raw["lines"].as_array().unwrap().len(),
        raw["total"].as_u64().unwrap() as usize
    );
    assert!(raw.to_string().contains(event));

    let rename = json!({ "integration": integration, "session": session, "name": "Checkout v42", "link": null });
    desk.ask("session_update", rename).await;
    let renamed = view.until(|status| status.name == "Checkout v42").await;
    assert!(renamed.total >= 20, "a new name takes no events away");

    let at_pause = view.command("view_pause").await;
    let paused = view.until(|status| status.arrived_while_paused > 0).await;
    assert!(paused.paused, "{paused:?}");
    assert_eq!(at_pause["revision"], paused.revision, "there is nothing to ask again");
    assert_eq!(paused.total, paused.matched + paused.arrived_while_paused);
    assert_eq!(
        view.rows(0, 500).await["matched"],
        paused.matched,
        "a paused list stands still"
    );
    view.command("view_resume").await;
    let resumed = view.until(|status| status.matched > paused.matched).await;
    assert_eq!((resumed.paused, resumed.arrived_while_paused), (false, 0));

    let session = json!({ "integration": integration, "session": session });
    desk.ask("session_delete", session).await;
    let ended = view
        .until(|status| matches!(status.following, Following::Ended { .. }))
        .await;
    let Following::Ended { problem } = &ended.following else {
        unreachable!("it was waited for")
    };
    assert_eq!(problem.code, ProblemCode::SessionDeleted);
    assert!(ended.total >= resumed.total);
    assert_eq!(view.rows(0, 1).await["matched"], ended.matched, "what arrived stays");
    view.details(event).await;
}

#[tokio::test]
async fn a_second_try_makes_a_second_session_in_the_same_integration() {
    let desk = Desk::open();
    let first = desk.ask("practice_try", Value::Null).await;
    let second = desk.ask("practice_try", Value::Null).await;
    assert_eq!(first["integration"], second["integration"]);
    let listed = desk.sessions(first["integration"].as_str().unwrap(), false).await;
    assert_eq!(
        texts(&listed["rows"], "name"),
        ["Practice session", "Practice session 2"]
    );
}

#[tokio::test]
async fn a_session_is_opened_once_and_closed_for_good() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let session = desk.session(&integration, "Checkout").await;
    let view = ViewOnDesk::open(&desk, &integration, &session).await;
    assert_eq!(
        ViewOnDesk::open(&desk, &integration, &session.to_uppercase()).await.id,
        view.id
    );
    assert_eq!(desk.ask("view_list", Value::Null).await.as_array().unwrap().len(), 1);
    assert_eq!(desk.sessions(&integration, false).await["rows"][0]["open"], true);

    view.command("view_close").await;
    assert_eq!(desk.ask("view_list", Value::Null).await, json!([]));
    assert_eq!(desk.sessions(&integration, false).await["rows"][0]["open"], false);
    let problem = desk.refused("view_status", json!({ "view": view.id })).await;
    assert_eq!(problem.code, ProblemCode::NotFound);
    view.command("view_close").await;
}

#[tokio::test]
async fn a_filter_narrows_the_list_and_the_facets_but_not_the_session() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let session = desk.session(&integration, "Checkout").await;
    desk.workspace
        .put_events(
            &session,
            json!([
                { "vendor": "com.adobe.griffon.mobile", "payload": { "name": "Alpha" } },
                { "vendor": "com.adobe.griffon.mobile", "type": "log", "payload": { "name": "beta" } },
                { "vendor": "com.example", "payload": { "name": "ALPHA too" } },
            ]),
        )
        .await;
    let view = ViewOnDesk::open(&desk, &integration, &session).await;
    view.until(|status| status.total == 3).await;

    assert_eq!(view.filter(json!({ "text": "alpha" })).await["matched"], 2);
    let rows = view.rows(0, 500).await;
    assert_eq!(rows["rows"].as_array().unwrap().len(), 2);
    let other_vendor = json!({ "text": "alpha", "vendors": ["com.example"] });
    assert_eq!(view.filter(other_vendor).await["matched"], 1);
    let facets = view.command("view_facets").await;
    assert_eq!(
        facets["vendors"]
            .as_array()
            .unwrap()
            .iter()
            .map(|facet| facet["count"].as_u64())
            .sum::<Option<u64>>(),
        Some(2),
        "a facet counts what the other parts of the filter leave: {facets}"
    );
    assert_eq!(view.filter(json!({ "types": ["log"] })).await["matched"], 1);
    let none = view.filter(json!({ "text": "nowhere" })).await;
    assert_eq!((&none["matched"], &none["total"]), (&json!(0), &json!(3)));
    assert_eq!(view.filter(json!({})).await["matched"], 3);
}

#[tokio::test]
async fn a_long_list_comes_in_pages_of_at_most_500_rows() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let session = desk.session(&integration, "Long").await;
    desk.workspace.fill(&session, 3_000).await;
    let view = ViewOnDesk::open(&desk, &integration, &session).await;
    let status = view.until(|status| status.total > 2_000).await;
    assert_eq!(
        view.rows(0, usize::MAX >> 12).await["rows"].as_array().unwrap().len(),
        500
    );
    assert_eq!(view.rows(status.matched + 100_000, 50).await["rows"], json!([]));
}

#[tokio::test]
async fn a_service_that_fails_is_waited_for_and_told() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let session = desk.session(&integration, "Checkout").await;
    let broken = FaultKind::Status {
        status: 500,
        retry_after: None,
    };
    desk.trouble_with("events", broken).await;
    let view = ViewOnDesk::open(&desk, &integration, &session).await;
    let waiting = view
        .until(|status| matches!(status.following, Following::Retrying { .. }))
        .await;
    let Following::Retrying { problem, retry_at } = waiting.following else {
        unreachable!("it was waited for")
    };
    assert_eq!(problem.code, ProblemCode::ServiceFailed);
    assert!(retry_at > 0);

    desk.all_is_well().await;
    view.until(|status| matches!(status.following, Following::Live)).await;
}
