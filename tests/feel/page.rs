//! Asking the page, and the program through it.

use std::path::Path;

use serde_json::{Value, json};

use crate::desktop::Desk;

/// Runs a script that calls its last argument when it is done.
pub(crate) async fn run(desk: &Desk, script: &str, arguments: Vec<Value>) -> Value {
    desk.client()
        .execute_async(script, arguments)
        .await
        .expect("the script runs to its end")
}

/// The numbers of a list.
pub(crate) fn numbers(list: &Value) -> Vec<f64> {
    let list = list.as_array().expect("a list of numbers");
    list.iter().filter_map(Value::as_f64).collect()
}

/// One command of the program, as the page itself asks it.
pub(crate) async fn call(desk: &Desk, name: &str, request: Value) -> Value {
    const CALL: &str = "const [name, request, done] = arguments;
        window.__TAURI_INTERNALS__.invoke('rpc', { name, request }).then((answer) => done({ answer }), (problem) => done({ problem }));";
    let answer = run(desk, CALL, vec![json!(name), request]).await;
    assert!(answer.get("problem").is_none_or(Value::is_null), "{name}: {answer}");
    answer["answer"].clone()
}

/// Goes to a place by its address.
pub(crate) async fn go_to(desk: &Desk, place: &str) {
    let script = "location.hash = arguments[0]";
    desk.client()
        .execute(script, vec![json!(place)])
        .await
        .expect("the page has an address");
}

/// Imports the session of a million events without the window, and opens it there.
pub(crate) async fn open_events(desk: &Desk) {
    let events = std::env::var_os("ASSURANCE_DESK_EVENTS").expect("ASSURANCE_DESK_EVENTS names a file");
    desk.import(Path::new(&events), "large");
    go_to(desk, "/archives").await;
    let known = call(desk, "archives_list", Value::Null).await;
    let known = known.as_array().expect("a list of archives");
    let large = known
        .iter()
        .max_by_key(|archive| archive["events"].as_u64())
        .expect("the archive that was imported");
    let name = large["archive"].as_str().expect("an archive's name");
    go_to(desk, &format!("/archive/{name}")).await;
    desk.by_role("grid", "Events").await;
    desk.wait_for_text("events").await;
    rows_are_here(desk).await;
}

/// Waits until the list shows rows and none of them is on its way.
pub(crate) async fn rows_are_here(desk: &Desk) {
    const WAIT: &str = "const [done] = arguments;
        const look = () => {
          const rows = document.querySelectorAll('.list-row');
          if (rows.length > 10 && !document.querySelector('.event-waiting')) done(rows.length);
          else requestAnimationFrame(look);
        };
        look();";
    run(desk, WAIT, Vec::new()).await;
}
