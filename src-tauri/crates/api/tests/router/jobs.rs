//! Work in the background: watched, called off, put away.

use api::contract::problem::ProblemCode;
use serde_json::{Value, json};

use crate::desk::Desk;

/// A file that takes a moment to import.
fn long_file(folder: &tempfile::TempDir) -> std::path::PathBuf {
    let path = folder.path().join("long.ndjson");
    let padding = "x".repeat(500);
    let lines: Vec<String> = (0..60_000)
        .map(|number| json!({"uuid": number.to_string(), "payload": [number, padding]}).to_string())
        .collect();
    std::fs::write(&path, lines.join("\n")).unwrap();
    path
}

#[tokio::test]
async fn a_job_that_is_called_off_leaves_nothing() {
    let (desk, folder) = (Desk::open(), tempfile::tempdir().unwrap());
    let path = long_file(&folder);
    let mut ticks = desk.ticks();
    let job = desk.ask("archive_import", json!({ "path": path })).await;
    assert_eq!(job["state"]["state"], "running");
    let reference = json!({ "job": job["job"] });
    let problem = desk.refused("job_dismiss", reference.clone()).await;
    assert_eq!(problem.code, ProblemCode::InvalidInput);
    desk.ask("job_cancel", reference.clone()).await;
    let ended = desk.ended(&mut ticks, &job).await;
    assert_eq!(ended["state"], json!({ "state": "calledOff" }));
    assert_eq!(desk.archive_files(), [""; 0]);
    // Calling it off again is no mistake; it may have ended meanwhile.
    desk.ask("job_cancel", reference.clone()).await;
    desk.ask("job_dismiss", reference.clone()).await;
    assert_eq!(desk.ask("jobs_list", Value::Null).await, json!([]));
    for command in ["job_cancel", "job_dismiss"] {
        assert_eq!(
            desk.refused(command, reference.clone()).await.code,
            ProblemCode::NotFound
        );
    }
}

#[tokio::test]
async fn jobs_are_listed_in_their_order_and_stay_until_they_are_put_away() {
    let (desk, folder) = (Desk::open(), tempfile::tempdir().unwrap());
    let path = long_file(&folder);
    let mut ticks = desk.ticks();
    let first = desk.ask("archive_import", json!({ "path": path })).await;
    let second = desk
        .ask("archive_import", json!({ "path": folder.path().join("nowhere") }))
        .await;
    let done = desk.ended(&mut ticks, &first).await;
    desk.ended(&mut ticks, &second).await;
    assert_eq!(
        (&done["state"]["note"], &done["events"], &done["done"]),
        (&json!("60,000 events."), &json!(60_000), &json!(1.0))
    );
    let listed = desk.ask("jobs_list", Value::Null).await;
    let titles: Vec<&Value> = listed.as_array().unwrap().iter().map(|job| &job["title"]).collect();
    assert_eq!(titles, ["Importing long.ndjson", "Importing nowhere"]);
    desk.ask("job_dismiss", json!({ "job": first["job"] })).await;
    let listed = desk.ask("jobs_list", Value::Null).await;
    assert_eq!(
        (listed.as_array().unwrap().len(), &listed[0]["job"]),
        (1, &second["job"])
    );
}
