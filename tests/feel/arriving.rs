//! How long after the server has an event it is on the screen, while its session is followed.

use std::time::{Duration, SystemTime};

use serde_json::{Value, json};

use crate::desktop::Desk;
use crate::measures::Measures;
use crate::page::{call, go_to, run};

const EVENTS: u32 = 40;

/// When a row of this name is painted, milliseconds since 1970.
const SEEN: &str = "const [name, done] = arguments;
    const look = () => {
      const cells = document.querySelectorAll('[role=grid] .event-label');
      if ([...cells].some((cell) => cell.textContent.includes(name))) setTimeout(() => done(Date.now()));
      else requestAnimationFrame(look);
    };
    look();";

pub(crate) async fn measure(desk: &Desk, measures: &mut Measures) {
    desk.wait_for_text("Inspect what your app tells Adobe.").await;
    let tried = call(desk, "practice_try", Value::Null).await;
    let address = call(desk, "practice_status", Value::Null).await["address"].clone();
    let practice = format!("{}/practice", address.as_str().expect("an address"));
    let web = reqwest::Client::new();
    let quiet = web
        .put(format!("{practice}/simulator"))
        .json(&json!({ "connections": 0 }));
    quiet.send().await.expect("no other device speaks");
    let integration = tried["integration"].as_str().expect("an integration");
    let wanted = json!({ "integration": integration, "name": "Latency", "link": "acme://default" });
    let created = call(desk, "session_create", wanted).await;
    let session = created["uuid"].as_str().expect("a session");
    go_to(desk, &format!("/session/{integration}/{session}")).await;
    desk.wait_for_text("Live").await;
    let mut latencies = Vec::new();
    for number in 0..EVENTS {
        // At any time between two looks of the program, the same in each run.
        tokio::time::sleep(Duration::from_millis(300 + u64::from(number) * 37 % 400)).await;
        let name = format!("Latency {number}!");
        let event = json!([{ "type": "generic", "vendor": "v", "payload": { "ACPExtensionEventName": name } }]);
        let url = format!("{practice}/sessions/{session}/events");
        let put = async {
            let answer = web
                .post(url)
                .json(&event)
                .send()
                .await
                .expect("the practice workspace answers");
            assert!(answer.status().is_success(), "{answer:?}");
            milliseconds()
        };
        let (there, seen) = tokio::join!(put, run(desk, SEEN, vec![json!(name)]));
        latencies.push(seen.as_f64().expect("a time") - there);
    }
    measures.put_all("arriving", latencies);
}

fn milliseconds() -> f64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    since.expect("a clock after 1970").as_secs_f64() * 1e3
}
