//! The computer sleeps for hours: when it wakes, its connections are dead and nobody says so, its access token has run
//! out, and events came meanwhile.

use std::sync::{Arc, Mutex};

use api::contract::inspector::Following;
use api::contract::tick::Tick;
use serde_json::{Value, json};

use crate::desk::{Desk, ViewOnDesk};

/// Events that there are in the end.
const ALL: usize = 1_520;

/// How following went, one word each time it changed.
struct Told(Arc<Mutex<Vec<&'static str>>>);

impl Told {
    fn from_now_on(desk: &Desk, now: &Following) -> Self {
        let told = Arc::new(Mutex::new(vec![word_of(now)]));
        let (mut ticks, noted) = (desk.ticks(), Arc::clone(&told));
        tokio::spawn(async move {
            while let Ok(tick) = ticks.recv().await {
                if let Tick::View { status } = tick {
                    let word = word_of(&status.following);
                    let mut noted = noted.lock().unwrap();
                    if noted.last() != Some(&word) {
                        noted.push(word);
                    }
                }
            }
        });
        Self(told)
    }

    fn words(&self) -> Vec<&'static str> {
        self.0.lock().unwrap().clone()
    }
}

fn word_of(following: &Following) -> &'static str {
    match following {
        Following::Starting => "starting",
        Following::Live => "live",
        Following::Archived => "archived",
        Following::Retrying { .. } => "retrying",
        Following::Ended { .. } => "ended",
    }
}

#[tokio::test]
async fn following_goes_on_by_itself_with_one_new_token_and_misses_nothing() {
    let desk = Desk::impatient();
    let integration = desk.integration().await;
    let session = desk.session(&integration, "Followed").await;
    desk.workspace.put_events(&session, events(0, 20)).await;
    let view = ViewOnDesk::open(&desk, &integration, &session).await;
    let before = view
        .until(|status| status.total == 20 && matches!(status.following, Following::Live))
        .await;
    let asked = |name: &str| name.contains("/ims/token/");
    let tokens = desk.workspace.received(asked).await;
    let told = Told::from_now_on(&desk, &before.following);

    desk.workspace.strand_connections();
    desk.workspace.revoke_tokens().await;
    desk.workspace.put_events(&session, events(20, ALL)).await;
    view.until(|status| matches!(status.following, Following::Retrying { .. }))
        .await;
    // Everything that the window shows is asked for again at once.
    let one = json!({ "integration": integration });
    let (_, _, status) = tokio::join!(
        desk.try_to("sandboxes_list", one.clone()),
        desk.try_to("tags_overview", one),
        view.until(|status| status.total >= ALL && matches!(status.following, Following::Live)),
    );
    assert_eq!(status.total, ALL);
    assert_eq!(told.words(), ["live", "retrying", "live"]);
    assert_eq!(desk.workspace.received(asked).await, tokens + 1, "tokens asked for");

    let mut numbers = Vec::new();
    for offset in (0..ALL).step_by(500) {
        let page = view.rows(offset, 500).await;
        let rows = page["rows"].as_array().unwrap().iter();
        numbers.extend(rows.map(|row| row["eventNumber"].as_u64().unwrap() as usize));
    }
    assert!(numbers.into_iter().eq(0..ALL), "each is there once");
    desk.sessions(&integration, true).await;
}

fn events(from: usize, to: usize) -> Value {
    let event = |number: usize| json!({ "eventNumber": number, "payload": {} });
    (from..to).map(event).collect()
}
