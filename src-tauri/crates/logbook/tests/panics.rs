//! Panics in the log. A program of its own: the hook is everybody's.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use logbook::Logbook;

#[test]
fn a_panic_is_in_the_log_with_its_place_and_without_secrets() {
    let folder = tempfile::tempdir().unwrap();
    let logbook = Logbook::start(folder.path().to_owned(), "window");
    logbook::note_panics(Some(logbook));
    let ended = std::thread::spawn(|| {
        "x".parse::<u32>()
            .map_err(|error| format!("{error}: Bearer abcdefgh1234 was refused"))
            .unwrap();
    })
    .join();
    assert!(ended.is_err());
    let log = logbook::recent(folder.path(), 10_000);
    let line = log.lines().last().unwrap();
    assert!(
        line.contains("\"level\":\"error\"") && line.contains("panics.rs:"),
        "{line}"
    );
    assert!(line.contains("Bearer (kept out) was refused"), "{line}");
}

#[test]
fn a_log_that_cannot_be_written_stops_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("logs");
    std::fs::write(&place, "a file").unwrap();
    let logbook = Logbook::start(place.clone(), "window");
    let subscriber =
        tracing_subscriber::layer::SubscriberExt::with(tracing_subscriber::registry(), logbook.layer(&["panics"]));
    let _guard = tracing::subscriber::set_default(subscriber);
    for number in 0..5_000 {
        tracing::info!(number, "nobody reads this");
        tracing::debug!(number, "and this is not for the log");
    }
    logbook.flush();
    std::fs::remove_file(&place).unwrap();
    tracing::info!("written again");
    logbook.flush();
    let log = logbook::recent(&place, 10_000);
    assert!(
        log.contains("written again") && log.contains("\"linesLostBefore\":5000"),
        "{log}"
    );
}
