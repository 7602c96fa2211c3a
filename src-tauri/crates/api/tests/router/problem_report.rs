//! Help, "Report a problem", and defects.

use std::io::Read as _;
use std::path::Path;

use api::contract::problem::ProblemCode;
use serde_json::{Value, json};

use crate::desk::{Desk, texts};

/// Name and text of every file in a report.
fn unzipped(path: &Path) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    (0..archive.len())
        .map(|number| {
            let mut file = archive.by_index(number).unwrap();
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            (file.name().unwrap().into_owned(), text)
        })
        .collect()
}

async fn prepared(desk: &Desk) -> Value {
    desk.ask("problem_report_prepare", Value::Null).await
}

#[tokio::test]
async fn a_report_holds_what_was_shown_and_nothing_else() {
    let desk = Desk::open();
    desk.integration().await;
    let network = json!({ "proxy": { "use": "custom", "url": "http://proxy.acme.example:3128" } });
    desk.ask("settings_save", json!({ "theme": "dark", "network": network }))
        .await;
    std::fs::create_dir(desk.folder().join("logs")).unwrap();
    std::fs::write(desk.folder().join("logs/window.log"), "{\"message\":\"started\"}\n").unwrap();

    let report = prepared(&desk).await;
    let files = &report["files"];
    assert_eq!(texts(files, "name"), ["about.json", "settings.json", "log.jsonl"]);
    let about: Value = serde_json::from_str(texts(files, "text")[0]).unwrap();
    assert_eq!(about["program"]["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(
        about["integrations"],
        json!({ "oauthServerToServer": 1, "serviceAccount": 0 })
    );
    assert_eq!(about["vault"], "openWithKeychain");
    let settings: Value = serde_json::from_str(texts(files, "text")[1]).unwrap();
    assert_eq!(
        (&settings["theme"], &settings["network"]["proxy"]),
        (&"dark".into(), &"custom".into())
    );
    assert!(!report.to_string().contains("acme"), "{report}");

    let path = desk
        .folder()
        .parent()
        .unwrap()
        .join(format!("{}.zip", report["report"].as_str().unwrap()));
    desk.desktop.will_save_at(&path);
    let save = json!({ "report": report["report"], "remarks": "It stopped.", "leaveOut": ["settings.json"] });
    let saved = desk.ask("problem_report_save", save.clone()).await;
    assert_eq!(saved["path"], path.display().to_string());
    let shown = |number: usize| {
        (
            texts(files, "name")[number].to_owned(),
            texts(files, "text")[number].to_owned(),
        )
    };
    let remarks = ("remarks.txt".to_owned(), "It stopped.".to_owned());
    assert_eq!(unzipped(&path), [shown(0), shown(2), remarks]);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }
    std::fs::remove_file(path).unwrap();

    assert_eq!(
        desk.refused("problem_report_save", save.clone()).await.code,
        ProblemCode::Cancelled
    );
    desk.desktop.will_save_at(&desk.folder().join("settings.json"));
    desk.refused("problem_report_save", save.clone()).await;
    prepared(&desk).await;
    assert_eq!(
        desk.refused("problem_report_save", save).await.code,
        ProblemCode::NotFound,
        "only what was shown last is saved"
    );
}

#[tokio::test]
async fn a_defect_in_a_command_is_told_and_everything_else_goes_on() {
    let desk = Desk::open();
    desk.desktop.will_break();
    let copy = json!({ "text": "something" });
    let problem = desk.refused("copy_text", copy.clone()).await;
    assert_eq!(problem.code, ProblemCode::Internal);
    assert!(problem.detail.unwrap().contains("copy_text"));
    desk.ask("copy_text", copy).await;
    assert_eq!(desk.desktop.copied().len(), 1);
}
