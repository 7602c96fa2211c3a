//! A new client secret.

use api::contract::problem::ProblemCode;
use api::contract::tick::Tick;
use serde_json::{Value, json};

use super::{kept, row, without_console};
use crate::desk::{Desk, GuideOnDesk, beside, current, id, is_done, listed, offered, step_number};

const KIND: &str = "clientSecret";

#[tokio::test]
async fn through_the_consoles_api_from_start_to_finish() {
    let mut desk = Desk::open();
    let integration = desk.integration().await;
    let ready = desk.workspace.ready().await;
    let client_id = ready["oauth"]["clientId"].as_str().unwrap();
    let first = ready["oauth"]["clientSecret"].as_str().unwrap();
    assert_eq!(
        row(&desk).await["guides"],
        json!([{ "guide": "clientSecret", "begun": false }])
    );

    let guide = GuideOnDesk::new(&desk, &integration, KIND);
    let opened = guide.open().await;
    assert_eq!(
        (&opened["begun"], &opened["consoleProblem"]),
        (&json!(false), &Value::Null)
    );
    let old = id(listed(&opened, &json!(true))[0]);
    assert_eq!(opened["listed"].as_array().unwrap().len(), 1);
    assert_eq!((step_number(&opened), offered(&opened)[0]), (2, "addSecret"));
    for early in ["prove", "switch", "copySecret"] {
        guide.refused(json!({ "do": early })).await;
    }
    let only = guide.refused(json!({ "do": "retireOld", "id": old })).await;
    assert!(only.title.contains("only one"), "{only:?}");
    guide.token_works().await;

    let mut ticks = desk.ticks();
    let (added, _) = tokio::join!(guide.does("addSecret"), guide.does("addSecret"));
    desk.tick(&mut ticks, |tick| matches!(tick, Tick::Guide { .. })).await;
    assert_eq!((step_number(&added), &added["begun"]), (3, &json!(true)));
    assert_eq!(id(listed(&added, &json!(true))[0]), old);
    let new = id(listed(&added, &json!(false))[0]);
    assert_eq!(
        listed(&added, &json!(false))[0]["canRetire"],
        false,
        "it is about to be used"
    );
    let again = guide.does("addSecret").await;
    assert_eq!((step_number(&again), &again["consoleProblem"]), (3, &Value::Null));
    assert_eq!(again["listed"].as_array().unwrap().len(), 2, "twice is once");
    guide.token_works().await;
    guide.refused(json!({ "do": "switch" })).await;

    desk.restart();
    let guide = GuideOnDesk::new(&desk, &integration, KIND);
    assert_eq!(step_number(&guide.open().await), 3, "it goes on where it was");
    assert_eq!(
        row(&desk).await["guides"],
        json!([{ "guide": "clientSecret", "begun": true }])
    );
    let proven = guide.does("prove").await;
    assert_eq!(step_number(&proven), 4);
    let used = |guide: &Value, which: &str| {
        let entries = guide["listed"].as_array().unwrap().iter();
        entries.clone().find(|entry| entry["id"] == which).unwrap()["lastUsedAt"].clone()
    };
    assert!(used(&proven, &new).is_i64(), "the new one was tried");
    guide.token_works().await;
    let before = guide.open().await;
    assert_eq!(used(&before, &new), used(&proven, &new), "the old one stays in use");
    assert_ne!(used(&before, &old), used(&proven, &old));

    guide.does("copySecret").await;
    let (copied, is_secret) = desk.desktop.copied().pop().unwrap();
    assert!(is_secret && copied != first);
    let switched = guide.does("switch").await;
    guide.does("switch").await;
    assert_eq!(step_number(&switched), 5);
    guide.token_works().await;
    let after = guide.open().await;
    assert_ne!(used(&after, &new), used(&proven, &new), "the new one is in use");
    assert!(current(&after)["explanation"].as_str().unwrap().contains("24 hours"));

    let back = guide.does("switchBack").await;
    assert_eq!(step_number(&back), 4);
    guide.token_works().await;
    guide.does("switch").await;
    let warned = guide.open().await;
    assert!(desk.workspace.accepts(client_id, first).await);
    let used_since = guide.open().await;
    let says = |guide: &Value| current(guide)["explanation"].as_str().unwrap().to_owned();
    assert_ne!(says(&warned), says(&used_since));
    assert!(says(&used_since).contains("still uses it"), "{}", says(&used_since));

    let in_use = guide.refused(json!({ "do": "retireOld", "id": new })).await;
    assert!(in_use.title.contains("in use"), "{in_use:?}");
    guide.refused(json!({ "do": "finish" })).await;
    for _ in 0..2 {
        let retired = guide.act(json!({ "do": "retireOld", "id": old })).await;
        assert_eq!((step_number(&retired), beside(&retired).len()), (6, 0), "{retired}");
        guide.token_works().await;
    }
    assert!(!desk.workspace.accepts(client_id, first).await && desk.workspace.accepts(client_id, &copied).await);
    let way_back = guide.refused(json!({ "do": "switchBack" })).await;
    assert!(way_back.title.contains("no way back"), "{way_back:?}");

    let finished = guide.does("finish").await;
    assert_eq!(finished["begun"], false);
    assert!(is_done(&finished), "{finished}");
    guide.does("finish").await;
    assert_eq!(kept(&desk), ["client-secret"]);
    assert_eq!(step_number(&guide.open().await), 2, "the next time begins anew");
    guide.token_works().await;
    for secret in [first, &copied] {
        assert!(!desk.heard().contains(secret));
    }
}

#[tokio::test]
async fn by_hand_from_start_to_finish() {
    let desk = Desk::open();
    let integration = without_console(&desk).await;
    let made = desk.workspace.adds_secret("oauth").await;
    let guide = GuideOnDesk::new(&desk, &integration, KIND);
    let opened = guide.open().await;
    assert_eq!((&opened["listed"], step_number(&opened)), (&Value::Null, 1));
    assert_eq!(opened["consoleProblem"]["code"], "invalid-input");
    assert_eq!(offered(&opened), ["setConsoleLink", "enterSecret"]);

    let first = desk.workspace.ready().await["oauth"]["clientSecret"].clone();
    for wrong in [json!(""), json!("two words"), first] {
        guide
            .refused(json!({ "do": "enterSecret", "clientSecret": wrong }))
            .await;
    }
    guide
        .act(json!({ "do": "enterSecret", "clientSecret": "p8e-of-another-credential" }))
        .await;
    let problem = guide.fails(json!({ "do": "prove" })).await;
    assert_eq!(problem.code, ProblemCode::SecretRefused);
    guide.refused(json!({ "do": "switch" })).await;
    guide.token_works().await;

    let entered = guide
        .act(json!({ "do": "enterSecret", "clientSecret": format!(" {made}\n") }))
        .await;
    assert_eq!(
        (step_number(&entered), &current(&entered)["state"]["state"]),
        (3, &json!("current"))
    );
    guide.does("prove").await;
    guide.token_works().await;
    guide.refused(json!({ "do": "confirm" })).await;
    let switched = guide.does("switch").await;
    assert_eq!(offered(&switched)[0], "confirm");
    guide.token_works().await;
    guide.refused(json!({ "do": "finish" })).await;
    guide.does("confirm").await;
    assert_eq!(step_number(&guide.does("confirm").await), 6);
    guide.does("finish").await;
    guide.token_works().await;
    assert_eq!(kept(&desk), ["client-secret"]);
    assert!(!desk.heard().contains(&made));
}

#[tokio::test]
async fn made_by_hand_and_found_in_the_list_by_trying_it() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let guide = GuideOnDesk::new(&desk, &integration, KIND);
    guide.token_works().await;
    let made = desk.workspace.adds_secret("oauth").await;
    guide.act(json!({ "do": "enterSecret", "clientSecret": made })).await;
    let proven = guide.does("prove").await;
    assert_eq!(
        (
            listed(&proven, &json!(true)).len(),
            listed(&proven, &json!(false)).len()
        ),
        (1, 1)
    );
    let old = id(listed(&proven, &json!(true))[0]);
    guide.does("switch").await;
    let retired = guide.act(json!({ "do": "retireOld", "id": old })).await;
    assert_eq!(step_number(&retired), 6);
    guide.token_works().await;
}

#[tokio::test]
async fn with_two_already_the_one_that_is_not_in_use_can_go() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let guide = GuideOnDesk::new(&desk, &integration, KIND);
    guide.token_works().await;
    desk.workspace.adds_secret("oauth").await;
    let opened = guide.open().await;
    let (mine, other) = (listed(&opened, &json!(true)), listed(&opened, &json!(false)));
    assert_eq!((mine.len(), other.len(), offered(&opened)[0]), (1, 1, "retireOld"));
    assert_eq!(
        (&mine[0]["canRetire"], &other[0]["canRetire"]),
        (&json!(false), &json!(true))
    );
    assert!(
        current(&opened)["explanation"]
            .as_str()
            .unwrap()
            .contains("can go first")
    );

    let problem = guide.refused(json!({ "do": "addSecret" })).await;
    assert!(problem.title.contains("two client secrets"), "{problem:?}");
    guide.refused(json!({ "do": "retireOld", "id": id(mine[0]) })).await;
    guide.act(json!({ "do": "retireOld", "id": id(other[0]) })).await;
    let added = guide.does("addSecret").await;
    assert_eq!(step_number(&added), 3);
    guide.token_works().await;
}

#[tokio::test]
async fn which_of_two_is_in_use_is_found_out_by_asking_for_a_token() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let client_id = desk.workspace.ready().await["oauth"]["clientId"].clone();
    let guide = GuideOnDesk::new(&desk, &integration, KIND);
    guide.token_works().await;
    let other = desk.workspace.adds_secret("oauth").await;
    assert!(desk.workspace.accepts(client_id.as_str().unwrap(), &other).await);
    let opened = guide.open().await;
    assert_eq!(listed(&opened, &Value::Null).len(), 2, "both were used just now");
    assert_eq!(offered(&opened), ["prove", "enterSecret"]);
    for entry in listed(&opened, &Value::Null) {
        assert_eq!(entry["canRetire"], false);
        guide.refused(json!({ "do": "retireOld", "id": id(entry) })).await;
    }
    let told = guide.does("prove").await;
    assert_eq!(
        (
            listed(&told, &json!(true)).len(),
            &listed(&told, &json!(false))[0]["canRetire"]
        ),
        (1, &json!(true))
    );
    guide
        .act(json!({ "do": "retireOld", "id": id(listed(&told, &json!(false))[0]) }))
        .await;
    guide.token_works().await;
    assert!(!desk.workspace.accepts(client_id.as_str().unwrap(), &other).await);
}

#[tokio::test]
async fn cancelling_deletes_the_new_one_and_goes_back() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let guide = GuideOnDesk::new(&desk, &integration, KIND);
    for last in ["addSecret", "prove", "switch"] {
        guide.does_until(last, &["addSecret", "prove", "switch"]).await;
        let cancelled = guide.does("cancel").await;
        assert_eq!(
            (&cancelled["begun"], &cancelled["consoleProblem"]),
            (&json!(false), &Value::Null)
        );
        assert_eq!(cancelled["listed"].as_array().unwrap().len(), 1);
        guide.does("cancel").await;
        guide.token_works().await;
        assert_eq!(kept(&desk), ["client-secret"]);
    }
}

#[tokio::test]
async fn what_cannot_be_deleted_when_cancelling_is_told() {
    let desk = Desk::open();
    let integration = without_console(&desk).await;
    let made = desk.workspace.adds_secret("oauth").await;
    let guide = GuideOnDesk::new(&desk, &integration, KIND);
    guide.act(json!({ "do": "enterSecret", "clientSecret": made })).await;
    guide.does("cancel").await;
    let cancelled = guide.does("cancel").await;
    assert_eq!(cancelled["begun"], false);
    let title = cancelled["consoleProblem"]["title"].as_str().unwrap();
    assert!(title.contains("left in Developer Console"), "{title}");
    guide.token_works().await;
}

#[tokio::test]
async fn saving_a_draft_that_was_open_meanwhile_does_not_bring_the_old_one_back() {
    let desk = Desk::open();
    let integration = desk.integration().await;
    let ready = desk.workspace.ready().await;
    let draft = crate::desk::DraftOnDesk::of(&desk, &integration).await;
    draft.change(json!({ "name": "Renamed" })).await;
    let guide = GuideOnDesk::new(&desk, &integration, KIND);
    let old = id(listed(&guide.open().await, &json!(true))[0]);
    for action in ["addSecret", "prove", "switch"] {
        guide.does(action).await;
    }
    guide.act(json!({ "do": "retireOld", "id": old })).await;
    draft.save().await;
    assert_eq!(row(&desk).await["name"], "Renamed");
    guide.token_works().await;
    let oauth = &ready["oauth"];
    let (client_id, first) = (
        oauth["clientId"].as_str().unwrap(),
        oauth["clientSecret"].as_str().unwrap(),
    );
    assert!(!desk.workspace.accepts(client_id, first).await);
}
