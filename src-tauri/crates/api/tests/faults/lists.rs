//! Lists whose pages never end, come again and again, or shift while they are read: what came is kept, nothing comes twice,
//! and that there may be more is said.

use std::collections::BTreeSet;

use api::contract::inspector::Following;
use practice::FaultKind;
use serde_json::{Value, json};

use crate::desk::{Desk, ViewOnDesk};

/// More pages than this are not asked for, however many there are said to be.
const MOST_PAGES: usize = 100;

/// What one column of a list holds; every value is there once.
fn column(list: &Value, name: &str) -> BTreeSet<String> {
    let rows = list["rows"].as_array().unwrap();
    let values: BTreeSet<String> = rows.iter().map(|row| row[name].to_string()).collect();
    assert_eq!(values.len(), rows.len(), "each {name} is there once: {list}");
    values
}

#[tokio::test]
async fn lists_of_experience_platform_and_tags_that_do_not_end_are_cut_short_and_say_so() {
    let desk = Desk::impatient();
    let integration = desk.integration().await;
    let one = json!({ "integration": integration });
    let overview = desk.ask("tags_overview", one.clone()).await;
    let company = &overview["companies"][0]["id"];
    let classes = json!({ "integration": integration, "container": "global", "search": "", "refresh": true });
    let properties = json!({ "integration": integration, "company": company, "search": "", "platform": null });
    for (command, request, name, path, says_it) in [
        ("classes_list", classes, "id", "/classes", true),
        ("properties_list", properties, "id", "/properties", true),
        // Its pages have no mark of a next one: one that comes again is the last.
        ("sandboxes_list", one, "name", "/sandbox-management/", false),
    ] {
        let before = desk.ask(command, request.clone()).await;
        assert_eq!(before["isCutShort"], false, "{command}");
        desk.trouble("", FaultKind::EndlessPages).await;
        let asked = async || desk.workspace.received(|name| name.ends_with(path)).await;
        let pages = asked().await;
        let endless = desk.ask(command, request.clone()).await;
        assert!((1..=MOST_PAGES).contains(&(asked().await - pages)), "{command}");
        assert_eq!(endless["isCutShort"], says_it, "{command}");
        assert_eq!(column(&endless, name), column(&before, name), "{command}");
        desk.all_is_well().await;
        assert_eq!(desk.ask(command, request).await, before, "{command}");
    }
}

#[tokio::test]
async fn events_whose_first_page_comes_for_ever_are_kept_once_and_the_rest_comes_when_it_can() {
    let desk = Desk::impatient();
    let integration = desk.integration().await;
    let session = desk.session(&integration, "Followed").await;
    let events = |from: usize, to: usize| -> Value {
        let event = |number: usize| json!({ "eventNumber": number, "payload": {} });
        (from..to).map(event).collect()
    };
    desk.workspace.put_events(&session, events(0, 2_500)).await;
    desk.trouble_with("events", FaultKind::EndlessPages).await;
    let view = ViewOnDesk::open(&desk, &integration, &session).await;
    let status = view
        .until(|status| matches!(status.following, Following::Live) && status.total > 0)
        .await;
    assert!(status.total < 2_500, "{status:?}");
    // It is not asked for pages without an end: what is new comes all the same.
    desk.workspace.put_events(&session, events(2_500, 2_550)).await;
    view.until(|status| status.total == 1_050).await;

    desk.all_is_well().await;
    desk.workspace.put_events(&session, events(2_550, 2_750)).await;
    view.until(|status| status.total == 2_750).await;
    assert_numbers(&view, 2_750).await;
}

#[tokio::test]
async fn pages_that_shift_while_they_are_read_leave_no_gap() {
    let desk = Desk::impatient();
    let integration = desk.integration().await;
    let session = desk.session(&integration, "Followed").await;
    let portion = |from: usize| -> Value {
        let event = |number: usize| json!({ "eventNumber": number, "payload": {} });
        (from..from + 300).map(event).collect()
    };
    desk.workspace.put_events(&session, portion(0)).await;
    let view = ViewOnDesk::open(&desk, &integration, &session).await;
    for from in (300..6_000).step_by(300) {
        desk.workspace.put_events(&session, portion(from)).await;
    }
    view.until(|status| status.total == 6_000).await;
    assert_numbers(&view, 6_000).await;
}

/// Every event is there once, in its order.
async fn assert_numbers(view: &ViewOnDesk<'_>, total: usize) {
    let mut numbers = Vec::with_capacity(total);
    while numbers.len() < total {
        let page = view.rows(numbers.len(), 500).await;
        let rows = page["rows"].as_array().unwrap().iter();
        numbers.extend(rows.map(|row| row["eventNumber"].as_u64().unwrap() as usize));
    }
    assert!(numbers.into_iter().eq(0..total));
}
