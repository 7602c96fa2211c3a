//! Making keys: watched, called off, and for a key that is there already.

use api::contract::problem::ProblemCode;
use api::contract::tick::Tick;
use serde_json::json;

use crate::desk::{Desk, DraftOnDesk};

#[tokio::test]
async fn a_key_in_the_making_can_be_called_off_and_leaves_the_draft_as_it_was() {
    let desk = Desk::open();
    let draft = DraftOnDesk::practice(&desk, "serviceAccount").await;
    let before = draft.read().await;
    let mut request = draft.key_request();
    request["bits"] = json!(4096);
    let mut ticks = desk.ticks();
    let calling_off = async {
        desk.tick(&mut ticks, |tick| matches!(tick, Tick::Draft { .. })).await;
        desk.ask("draft_cancel_key", draft.reference()).await
    };
    let (refused, called_off) = tokio::join!(desk.try_to("draft_generate_key", request), calling_off);
    assert_eq!(refused.unwrap_err().code, ProblemCode::Cancelled);
    assert_eq!(called_off["generating"], json!(false));
    assert_eq!(draft.read().await, before);
    // Nothing to call off is no error.
    desk.ask("draft_cancel_key", draft.reference()).await;
}

#[tokio::test]
async fn a_certificate_is_made_for_the_key_that_is_there() {
    let desk = Desk::open();
    let draft = DraftOnDesk::practice(&desk, "serviceAccount").await;
    let request = json!({ "draft": draft.id, "days": 3650, "subject": "/CN=Again" });
    desk.refused("draft_make_certificate", request.clone()).await;
    let first = draft.generate_key().await["certificate"].take();
    let second = desk.ask("draft_make_certificate", request).await;
    assert_eq!(second["certificate"]["subject"], "/CN=Again");
    assert_ne!(second["certificate"]["sha1"], first["sha1"]);
    assert_eq!(second["findings"], json!([]), "it belongs to the key");
}
