//! The timeline below the list: how many events there were when, and which event is nearest to a moment.

use serde_json::{Value, json};

use crate::desk::{Desk, ViewOnDesk};
use crate::event_imports::{Files, exported_session};

const FIRST: i64 = 1_700_000_001_000;

impl ViewOnDesk<'_> {
    async fn timeline(&self, from: Option<i64>, to: Option<i64>, buckets: usize) -> Value {
        let request = json!({ "view": self.id, "from": from, "to": to, "buckets": buckets });
        self.desk.ask("view_timeline", request).await
    }

    async fn moment(&self, at: i64) -> Value {
        self.desk.ask("view_moment", json!({ "view": self.id, "at": at })).await
    }
}

#[tokio::test]
async fn a_timeline_has_a_lane_for_each_client_by_its_name() {
    let (desk, files) = (Desk::open(), Files::new());
    let archive = desk
        .imported(&files.write("events.json", exported_session().to_string()))
        .await;
    let (view, _) = ViewOnDesk::of_archive(&desk, &archive).await;
    let whole = view.timeline(None, None, 3).await;
    assert_eq!((&whole["first"], &whole["from"]), (&json!(FIRST), &json!(FIRST)));
    assert_eq!(
        (&whole["last"], &whole["to"]),
        (&json!(FIRST + 3_000), &json!(FIRST + 3_000))
    );
    assert_eq!(whole["all"], json!([1, 1, 1]));
    let lanes = |timeline: &Value| -> Vec<(Value, Value, Value)> {
        let lanes = timeline["lanes"].as_array().unwrap().iter();
        let lane = |lane: &Value| (lane["name"].clone(), lane["colour"].clone(), lane["counts"].clone());
        lanes.map(lane).collect()
    };
    assert_eq!(
        lanes(&whole),
        [
            (json!("Ada's phone"), json!(0), json!([1, 1, 0])),
            (json!("No client"), Value::Null, json!([0, 0, 1])),
        ]
    );
    view.filter(json!({ "text": "purchase" })).await;
    let filtered = view.timeline(None, None, 3).await;
    assert_eq!(
        filtered["all"],
        json!([1, 1, 1]),
        "all are told whatever the filter shows"
    );
    assert_eq!(lanes(&filtered), [(json!("Ada's phone"), json!(0), json!([0, 1, 0]))]);
    let close = view.timeline(Some(FIRST + 2_000), Some(FIRST + 2_000), 9_999).await;
    let pieces = close["all"].as_array().unwrap();
    assert_eq!(pieces.len(), 2_000, "no answer is larger than a screen");
    assert_eq!(pieces.iter().filter_map(Value::as_u64).sum::<u64>(), 1);
}

#[tokio::test]
async fn a_moment_leads_to_the_nearest_event_of_the_list_however_it_is_sorted() {
    let (desk, files) = (Desk::open(), Files::new());
    let archive = desk
        .imported(&files.write("events.json", exported_session().to_string()))
        .await;
    let (view, _) = ViewOnDesk::of_archive(&desk, &archive).await;
    assert_eq!(view.moment(FIRST + 1_400).await, json!({ "uuid": "e3", "index": 1 }));
    assert_eq!(view.moment(0).await, json!({ "uuid": "e1", "index": 0 }));
    let arrangement = json!({ "sort": "time", "descending": true, "launches": false, "paths": [] });
    let request = json!({ "view": view.id, "arrangement": arrangement });
    desk.ask("view_arrange", request).await;
    assert_eq!(view.moment(0).await, json!({ "uuid": "e1", "index": 2 }));
    view.filter(json!({ "text": "no such thing" })).await;
    assert_eq!(view.moment(0).await, Value::Null);
}
