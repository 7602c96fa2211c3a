//! The list of sessions, and what goes wrong with it.

use api::contract::problem::ProblemCode;
use api::contract::tick::Tick;
use practice::FaultKind;
use serde_json::{Value, json};

use crate::desk::{Desk, texts};

fn named(integration: &str, name: &str, link: &str) -> Value {
    json!({ "integration": integration, "name": name, "link": link })
}

fn one(integration: &str, session: &str) -> Value {
    json!({ "integration": integration, "session": session })
}

fn rename(integration: &str, session: &str, name: &str) -> Value {
    json!({ "integration": integration, "session": session, "name": name, "link": null })
}

fn listing(integration: &str, search: &str, sort: &str, descending: bool) -> Value {
    json!({
        "integration": integration, "search": search, "sort": sort, "descending": descending, "refresh": false,
    })
}

#[tokio::test]
async fn the_list_is_searched_and_sorted() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    for (name, link) in [
        ("beta", "https://shop.example/home"),
        ("Alpha", "lumashop://home"),
        ("gamma", "acme://start"),
    ] {
        desk.ask("session_create", named(&integration, name, link)).await;
    }
    for (search, sort, descending, expected) in [
        ("", "name", false, vec!["Alpha", "beta", "gamma"]),
        ("", "name", true, vec!["gamma", "beta", "Alpha"]),
        ("", "link", false, vec!["gamma", "beta", "Alpha"]),
        ("", "created", false, vec!["beta", "Alpha", "gamma"]),
        ("  ALPHA ", "name", false, vec!["Alpha"]),
        ("SHOP", "name", false, vec!["Alpha", "beta"]),
        ("practice", "name", false, vec!["Alpha", "beta", "gamma"]),
        ("nowhere", "name", false, vec![]),
    ] {
        let list = desk
            .ask("sessions_list", listing(&integration, search, sort, descending))
            .await;
        assert_eq!(texts(&list["rows"], "name"), expected, "{search:?} by {sort}");
        assert_eq!(list["total"], 3);
    }
    let list = desk.sessions(&integration, true).await;
    assert_eq!(
        list["recentLinks"],
        json!(["acme://start", "lumashop://home", "https://shop.example/home"])
    );
    let row = &list["rows"][0];
    assert_eq!(row["pin"].as_str().unwrap().len(), 4);
    assert_eq!(row["daysLeft"], 30);
}

#[tokio::test]
async fn a_session_is_created_renamed_and_given_another_link() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let mut ticks = desk.ticks();
    let row = desk
        .ask(
            "session_create",
            named(&integration, "  Checkout ", " lumashop://home "),
        )
        .await;
    assert_eq!(
        (&row["name"], &row["link"]),
        (&json!("Checkout"), &json!("lumashop://home"))
    );
    assert!(row["createdAt"].is_i64() && row["createdBy"].is_string(), "{row}");
    desk.tick(&mut ticks, |tick| matches!(tick, Tick::Sessions { .. }))
        .await;

    let session = row["uuid"].as_str().unwrap();
    let renamed = desk
        .ask("session_update", rename(&integration, session, "Checkout v42"))
        .await;
    assert_eq!(
        (&renamed["name"], &renamed["link"]),
        (&json!("Checkout v42"), &row["link"])
    );
    let mut change = one(&integration, session);
    change["link"] = "acme://start".into();
    desk.ask("session_update", change).await;
    let listed = desk.sessions(&integration, true).await["rows"][0].take();
    assert_eq!(
        (&listed["name"], &listed["link"]),
        (&json!("Checkout v42"), &json!("acme://start"))
    );
    assert_eq!((&listed["createdAt"], &listed["pin"]), (&row["createdAt"], &row["pin"]));

    let connect = desk.ask("session_connect", one(&integration, session)).await;
    let link = connect["connectLink"].as_str().unwrap();
    assert!(
        link.starts_with("acme://start?adb_validation_sessionid=") && link.ends_with(session),
        "{link}"
    );
    assert_eq!((&connect["pin"], &connect["practice"]), (&row["pin"], &json!(true)));
    assert!(connect["qrPath"].as_str().unwrap().starts_with('M') && connect["qrSize"].as_u64().unwrap() > 20);
}

#[tokio::test]
async fn a_blank_name_or_a_bad_link_is_refused_before_anything_is_sent() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let session = desk.session(&integration, "Checkout").await;
    for (name, link) in [
        (" \t", "lumashop://home"),
        ("Checkout", ""),
        ("Checkout", "no scheme"),
        ("Checkout", "javascript:alert(1)"),
    ] {
        let problem = desk.refused("session_create", named(&integration, name, link)).await;
        assert_eq!(problem.code, ProblemCode::InvalidInput, "{name:?} {link:?}");
        let mut change = rename(&integration, &session, name);
        change["link"] = link.into();
        let problem = desk.refused("session_update", change).await;
        assert_eq!(problem.code, ProblemCode::InvalidInput, "{name:?} {link:?}");
        let check = desk.ask("link_check", json!({ "link": link })).await;
        assert_eq!(
            check["message"].is_null(),
            link == "lumashop://home",
            "{link:?}: {check}"
        );
    }
    let blanks = desk.ask("link_check", json!({ "link": " lumashop://home " })).await;
    assert_eq!(blanks["suggestion"], "lumashop://home");
    let list = desk.sessions(&integration, true).await;
    assert_eq!(
        (&list["total"], texts(&list["rows"], "name")),
        (&json!(1), vec!["Checkout"])
    );
}

#[tokio::test]
async fn a_session_that_a_colleague_deleted_is_told_and_leaves_the_list() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let colleague = desk.of_a_colleague();
    let theirs = colleague.integration().await;
    for command in ["session_update", "session_delete", "session_connect"] {
        let session = desk.session(&integration, "Checkout").await;
        colleague.ask("session_delete", one(&theirs, &session)).await;
        assert_eq!(desk.sessions(&integration, false).await["total"], 1, "not known yet");
        let mut ticks = desk.ticks();
        let problem = desk.refused(command, rename(&integration, &session, "Anew")).await;
        assert_eq!(problem.code, ProblemCode::SessionDeleted, "{command}");
        desk.tick(&mut ticks, |tick| matches!(tick, Tick::Sessions { .. }))
            .await;
        assert_eq!(desk.sessions(&integration, false).await["total"], 0, "{command}");
    }
}

#[tokio::test]
async fn a_session_that_a_colleague_renamed_keeps_the_new_name_when_only_its_link_changes() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let session = desk.session(&integration, "Checkout").await;
    let colleague = desk.of_a_colleague();
    let theirs = colleague.integration().await;
    colleague
        .ask("session_update", rename(&theirs, &session, "Checkout v42"))
        .await;

    let mut change = one(&integration, &session);
    change["link"] = "acme://start".into();
    assert_eq!(desk.ask("session_update", change).await["name"], "Checkout v42");
    assert_eq!(
        colleague.sessions(&theirs, true).await["rows"][0]["name"],
        "Checkout v42"
    );
}

#[tokio::test]
async fn a_failure_leaves_the_list_as_it_was() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let session = desk.session(&integration, "Checkout").await;
    let broken = FaultKind::Status {
        status: 500,
        retry_after: None,
    };
    for (operation, command, request) in [
        ("deleteSession", "session_delete", one(&integration, &session)),
        (
            "updateSession",
            "session_update",
            rename(&integration, &session, "Anew"),
        ),
        (
            "createSession",
            "session_create",
            named(&integration, "Second", "acme://start"),
        ),
    ] {
        desk.trouble_with(operation, broken.clone()).await;
        assert_eq!(
            desk.refused(command, request).await.code,
            ProblemCode::ServiceFailed,
            "{command}"
        );
        desk.all_is_well().await;
        for refresh in [false, true] {
            let list = desk.sessions(&integration, refresh).await;
            assert_eq!(texts(&list["rows"], "name"), ["Checkout"], "{command}");
        }
    }
}

#[tokio::test]
async fn a_lost_network_is_told_and_the_known_list_stays() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    desk.session(&integration, "Checkout").await;
    desk.trouble("/graffias", FaultKind::CutBeforeAnswer).await;
    let mut request = listing(&integration, "", "name", false);
    request["refresh"] = true.into();
    let problem = desk.refused("sessions_list", request).await;
    assert_eq!(problem.code, ProblemCode::Unreachable);
    assert_eq!(desk.sessions(&integration, false).await["total"], 1);
}
