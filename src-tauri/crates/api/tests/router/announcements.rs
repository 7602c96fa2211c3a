//! What will need the user soon.

use serde_json::{Value, json};

use crate::desk::{Desk, DraftOnDesk};

async fn saved_with_days(desk: &Desk, days: u32) -> String {
    let draft = DraftOnDesk::practice(desk, "serviceAccount").await;
    let mut request = draft.key_request();
    request["days"] = json!(days);
    desk.ask("draft_generate_key", request).await;
    draft.save().await["id"].as_str().unwrap().to_owned()
}

async fn titles(desk: &Desk) -> Vec<String> {
    let listed = desk.ask("announcements_list", Value::Null).await;
    let listed = listed.as_array().unwrap();
    listed
        .iter()
        .map(|one| one["title"].as_str().unwrap().to_owned())
        .collect()
}

#[tokio::test]
async fn a_certificate_is_announced_when_it_ends_soon_the_soonest_first() {
    let desk = Desk::open();
    saved_with_days(&desk, 31).await;
    assert_eq!(titles(&desk).await, Vec::<String>::new());
    saved_with_days(&desk, 29).await;
    saved_with_days(&desk, 1).await;
    let titles = titles(&desk).await;
    assert_eq!(titles.len(), 2, "{titles:?}");
    assert!(titles[0].ends_with("ends within a day"), "{titles:?}");
    assert!(titles[1].ends_with("ends in 28 days"), "{titles:?}");
}

#[tokio::test]
async fn an_announcement_that_was_put_away_stays_away_over_a_restart() {
    let mut desk = Desk::open();
    let id = saved_with_days(&desk, 5).await;
    let listed = desk.ask("announcements_list", Value::Null).await;
    assert_eq!(
        (&listed[0]["integration"], &listed[0]["ended"]),
        (&json!(id), &json!(false))
    );
    let request = json!({ "id": listed[0]["id"] });
    assert_eq!(desk.ask("announcement_dismiss", request).await, json!([]));
    desk.restart();
    assert_eq!(titles(&desk).await, Vec::<String>::new());
    // A new certificate is another matter.
    saved_with_days(&desk, 6).await;
    assert_eq!(titles(&desk).await.len(), 1);
}
