use archive::{About, MarkChange};
use event::Event;
use serde_json::json;
use time::UtcOffset;

use super::*;

/// An archive with an event for each name and price, with identifiers and times of its own.
fn archive(folder: &tempfile::TempDir, file: &str, events: &[(&str, i64)]) -> Archive {
    let archive = Archive::create(&folder.path().join(file), &About::default()).unwrap();
    let event = |(number, (name, price)): (usize, &(&str, i64))| {
        let event = json!({"uuid": format!("{file}-{number}"), "timestamp": 1_795_169_100_000_i64 + number as i64,
            "type": "service", "vendor": "v", "clientId": file,
            "payload": {"name": name, "price": price, "attributes": {"requestId": format!("{file}{number}")}}});
        Event::from_json(&event.to_string()).unwrap()
    };
    archive.insert(events.iter().enumerate().map(event).collect()).unwrap();
    archive
}

fn rows(comparison: &Comparison, ignored: Ignored, only_differences: bool) -> Vec<(Change, String, String)> {
    let rows = comparison.rows(ignored, only_differences, 0, 100);
    rows.into_iter()
        .map(|row| {
            (
                row.change,
                row.left.unwrap_or("-").to_owned(),
                row.right.unwrap_or("-").to_owned(),
            )
        })
        .collect()
}

#[test]
fn sessions_are_aligned_by_kind_and_order() {
    let folder = tempfile::tempdir().unwrap();
    let left = archive(&folder, "l", &[("launch", 0), ("track", 1), ("buy", 5), ("leave", 0)]);
    let right = archive(&folder, "r", &[("launch", 0), ("login", 0), ("buy", 6), ("leave", 0)]);
    let comparison = Comparison::new(&left, &right, &Query::everything(), &|| false).unwrap();
    let row = |change, left: &str, right: &str| (change, left.to_owned(), right.to_owned());
    let differences = [
        row(Change::Removed, "l-1", "-"),
        row(Change::Added, "-", "r-1"),
        row(Change::Changed, "l-2", "r-2"),
    ];
    assert_eq!(rows(&comparison, Ignored::IdentitiesAndTimes, true), differences);
    assert_eq!(
        comparison.tally(Ignored::IdentitiesAndTimes),
        Tally {
            same: 2,
            different: 1,
            missing: 1,
            new: 1,
        }
    );
    assert_eq!(rows(&comparison, Ignored::IdentitiesAndTimes, false).len(), 5);
    assert_eq!(comparison.tally(Ignored::Nothing).different, 3);
    let window = comparison.rows(Ignored::IdentitiesAndTimes, true, 1, 1);
    assert_eq!(window[0].right, Some("r-1"));
}

#[test]
fn a_query_chooses_what_is_compared_and_who_asks_can_call_it_off() {
    let folder = tempfile::tempdir().unwrap();
    let left = archive(&folder, "l", &[("launch", 0), ("buy", 5)]);
    let right = archive(&folder, "r", &[("buy", 5), ("leave", 0)]);
    let query = Query::parse("name:buy", UtcOffset::UTC).unwrap();
    let comparison = Comparison::new(&left, &right, &query, &|| false).unwrap();
    assert_eq!(
        rows(&comparison, Ignored::IdentitiesAndTimes, false),
        [(Change::Same, "l-1".to_owned(), "r-0".to_owned())]
    );
    assert!(!comparison.is_cut());
    let refused = Comparison::new(&left, &right, &query, &|| true);
    assert!(matches!(refused, Err(ArchiveError::CalledOff)));
}

#[test]
fn a_session_with_nothing_in_it_is_all_missing() {
    let folder = tempfile::tempdir().unwrap();
    let (left, right) = (archive(&folder, "l", &[("a", 0), ("b", 0)]), archive(&folder, "r", &[]));
    let comparison = Comparison::new(&left, &right, &Query::everything(), &|| false).unwrap();
    assert_eq!(
        comparison.tally(Ignored::Nothing),
        Tally {
            missing: 2,
            ..Tally::default()
        }
    );
}

#[test]
fn hidden_events_are_left_out_and_counted() {
    let folder = tempfile::tempdir().unwrap();
    let left = archive(&folder, "l", &[("launch", 0), ("noise", 1), ("buy", 5)]);
    let right = archive(&folder, "r", &[("launch", 0), ("buy", 5), ("noise", 2), ("noise", 3)]);
    left.mark(&["l-1".to_owned()], &MarkChange::Hide(true)).unwrap();
    let hidden = ["r-2", "r-3"].map(str::to_owned);
    right.mark(&hidden, &MarkChange::Hide(true)).unwrap();
    let comparison = Comparison::new(&left, &right, &Query::everything(), &|| false).unwrap();
    assert_eq!(rows(&comparison, Ignored::IdentitiesAndTimes, true), []);
    assert_eq!(comparison.tally(Ignored::IdentitiesAndTimes).same, 2);
    assert_eq!(comparison.hidden(), 3);
    let bought = Query::parse("name:buy", UtcOffset::UTC).unwrap();
    let comparison = Comparison::new(&left, &right, &bought, &|| false).unwrap();
    assert_eq!((comparison.tally(Ignored::Nothing).new, comparison.hidden()), (0, 0));
}
