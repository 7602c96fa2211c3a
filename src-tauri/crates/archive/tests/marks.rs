//! Flags, hidden events, notes and highlights: kept here, shown beside what Adobe's web UI says.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]
#![allow(clippy::needless_pass_by_value, reason = "a test reads best with its JSON in place")]

use std::sync::Arc;

use archive::export::{ExportFormat, ExportOptions, export};
use archive::query::Query;
use archive::{About, Archive, ArchiveError, EventFilter, EventMarks, Highlight, MarkChange, MarkedBy, Selected, View};
use event::{Event, EventSink};
use serde_json::{Value, json};
use time::UtcOffset;

fn event(number: i64, annotations: Value) -> Event {
    let payload = json!({"ACPExtensionEventName": "Track", "visibility": number, "text": "notes ".repeat(5)});
    let event = json!({"uuid": format!("e{number}"), "timestamp": number, "eventNumber": number, "type": "generic",
        "payload": payload, "annotations": annotations});
    Event::from_json(&event.to_string()).unwrap()
}

fn annotated(number: i64, payload: Value) -> Event {
    event(number, json!([{"uuid": "a", "type": "visibility", "payload": payload}]))
}

fn archive(events: Vec<Event>) -> (tempfile::TempDir, Arc<Archive>) {
    let folder = tempfile::tempdir().unwrap();
    let archive = Archive::create(&folder.path().join("a.assurance"), &About::default()).unwrap();
    archive.insert(events).unwrap();
    (folder, Arc::new(archive))
}

fn again(archive: Arc<Archive>) -> Arc<Archive> {
    let path = archive.path().to_owned();
    drop(archive);
    Arc::new(Archive::open(&path).unwrap())
}

fn mark(archive: &Archive, uuids: &[&str], change: &MarkChange) {
    let uuids: Vec<String> = uuids.iter().map(|uuid| (*uuid).to_owned()).collect();
    archive.mark(&uuids, change).unwrap();
}

fn found(archive: &Archive, query: &str) -> Vec<String> {
    let query = Query::parse(query, UtcOffset::UTC).unwrap();
    let mut selected = archive.select(&query, Selected::AsShown).unwrap();
    let events = selected.next_events(usize::MAX).unwrap();
    events.into_iter().map(|event| event.uuid).collect()
}

fn shown(view: &View) -> Vec<String> {
    let page = view.rows(0, 1000).unwrap();
    page.rows.into_iter().map(|row| row.uuid).collect()
}

fn filtered(query: &str) -> EventFilter {
    EventFilter {
        query: Query::parse(query, UtcOffset::UTC).unwrap(),
        ..EventFilter::default()
    }
}

#[test]
fn marks_of_many_events_are_kept_and_found_again() {
    let (_folder, archive) = archive((0..300).map(|number| event(number, json!([]))).collect());
    mark(&archive, &["E5", "e299", "nobody"], &MarkChange::Flag(true));
    mark(&archive, &["e5"], &MarkChange::Note(" Sent twice \n".into()));
    mark(&archive, &["e7"], &MarkChange::Highlight(Some(Highlight::Blue)));
    let archive = again(archive);
    let expected = EventMarks {
        flagged: Some(MarkedBy::Here),
        note: Some("Sent twice".into()),
        ..EventMarks::default()
    };
    assert_eq!(archive.marks("e5"), expected);
    assert_eq!(archive.marks("nobody"), EventMarks::default());
    assert_eq!(found(&archive, "flagged:true"), ["e5", "e299"]);
    assert_eq!(found(&archive, "note:twice OR highlight:any"), ["e5", "e7"]);
    assert_eq!(found(&archive, "highlight:red"), Vec::<String>::new());
    mark(&archive, &["e5", "e299"], &MarkChange::Flag(false));
    mark(&archive, &["e5"], &MarkChange::Note(String::new()));
    mark(&archive, &["e7"], &MarkChange::Highlight(None));
    let archive = again(archive);
    assert_eq!(
        found(&archive, "flagged:true OR note:* OR highlight:any"),
        Vec::<String>::new()
    );
}

#[test]
fn marks_of_adobes_web_ui_are_found_wherever_they_are_and_what_is_set_here_wins() {
    let events = (0..300).map(|number| match number {
        3 => annotated(number, json!({"important": true})),
        200 => annotated(number, json!({"hidden": true})),
        299 => event(
            number,
            json!([{"uuid": "n", "namespace": "notes", "payload": {"note": "From a colleague"}}]),
        ),
        _ => event(number, json!([])),
    });
    let (_folder, archive) = archive(events.collect());
    let changes = archive.revision();
    archive.find_marks(&|| false).unwrap();
    assert!(archive.revision() > changes, "lists are told");
    assert_eq!(archive.marks("e3").flagged, Some(MarkedBy::Adobe));
    assert_eq!(archive.marks("e200").hidden, Some(MarkedBy::Adobe));
    assert_eq!(archive.marks("e299").adobe_note.as_deref(), Some("From a colleague"));

    let seen = archive.revision();
    archive.find_marks(&|| false).unwrap();
    assert_eq!(archive.revision(), seen, "nothing new is no change");
    archive
        .insert(vec![annotated(300, json!({"important": true}))])
        .unwrap();
    assert_eq!(
        found(&archive, "flagged:true"),
        ["e3", "e300"],
        "a query finds them by itself"
    );

    mark(&archive, &["e3", "e300"], &MarkChange::Flag(false));
    mark(&archive, &["e300"], &MarkChange::Flag(true));
    mark(&archive, &["e200"], &MarkChange::Hide(false));
    let archive = again(archive);
    assert_eq!(found(&archive, "flagged:true"), ["e300"]);
    assert_eq!(archive.marks("e300").flagged, Some(MarkedBy::Adobe), "as Adobe has it");
    assert_eq!(found(&archive, "hidden:true"), Vec::<String>::new());
}

#[test]
fn hidden_events_leave_the_list_are_counted_and_can_be_shown() {
    let (_folder, archive) = archive((0..300).map(|number| event(number, json!([]))).collect());
    let view = View::new(Arc::clone(&archive), EventFilter::default());
    assert_eq!(shown(&view).len(), 300);
    mark(&archive, &["e0", "e150"], &MarkChange::Hide(true));
    let page = view.rows(0, 10).unwrap();
    assert_eq!((page.matched, page.total, page.hidden), (298, 300, 2));
    assert_eq!(page.rows[0].uuid, "e1");
    assert_eq!(view.facets().types.iter().map(|facet| facet.count).sum::<usize>(), 298);
    view.show_hidden(true);
    let page = view.rows(0, 10).unwrap();
    assert_eq!((page.matched, page.hidden), (300, 2));
    assert_eq!(page.rows[0].marks.hidden, Some(MarkedBy::Here));
    view.show_hidden(false);
    assert_eq!(shown(&view).len(), 298);
    view.set_filter(filtered("time<1970-01-01T00:00:00.002Z"));
    assert_eq!(shown(&view), ["e1"]);
    assert_eq!(
        view.rows(0, 0).unwrap().hidden,
        1,
        "only what the filter would show counts"
    );
    view.set_filter(filtered("hidden:true"));
    assert_eq!(shown(&view), ["e0", "e150"], "who asks for it sees it");
    view.set_filter(EventFilter::default());
    mark(&archive, &["e0", "e150"], &MarkChange::Hide(false));
    assert_eq!(shown(&view).len(), 300);
}

#[test]
fn a_cleared_session_shows_what_is_newer_and_is_restored() {
    let (_folder, archive) = archive((0..300).map(|number| event(number, json!([]))).collect());
    let view = View::new(Arc::clone(&archive), EventFilter::default());
    mark(&archive, &["e299"], &MarkChange::Hide(true));
    archive.clear(Some(297)).unwrap();
    assert_eq!(shown(&view), ["e298"]);
    assert_eq!(view.rows(0, 0).unwrap().hidden, 299);
    mark(&archive, &["e5"], &MarkChange::Hide(false));
    assert_eq!(shown(&view), ["e5", "e298"], "shown although it is older");
    let archive = again({
        drop(view);
        archive
    });
    assert_eq!(archive.cleared(), Some((297, MarkedBy::Here)));
    assert_eq!(found(&archive, "hidden:false"), ["e5", "e298"]);
    archive.clear(None).unwrap();
    assert_eq!(
        (archive.cleared(), found(&archive, "hidden:true")),
        (None, vec!["e299".into()])
    );
}

#[test]
fn a_session_that_was_cleared_in_adobes_web_ui_is_cleared_until_it_is_restored_here() {
    let (_folder, archive) = archive((1..4).map(|number| event(number, json!([]))).collect());
    let annotations = json!([{"uuid": "a", "namespace": "visibility", "payload": {"clearSessionTS": 2}}]);
    let mut about = archive.about();
    about.session.insert("annotations".into(), annotations);
    archive.set_about(&about).unwrap();
    let archive = again(archive);
    assert_eq!(
        (archive.cleared(), found(&archive, "hidden:false")),
        (Some((2, MarkedBy::Adobe)), vec!["e3".into()])
    );
    archive.clear(None).unwrap();
    let archive = again(archive);
    assert_eq!((archive.cleared(), found(&archive, "hidden:false").len()), (None, 3));
    let clear_at_adobe = |at: i64| {
        let annotations = json!([{"uuid": "a", "namespace": "visibility", "payload": {"clearSessionTS": at}}]);
        let mut about = archive.about();
        about.session.insert("annotations".into(), annotations);
        let before = archive.revision();
        archive.set_about(&about).unwrap();
        archive.revision() > before
    };
    assert!(!clear_at_adobe(2), "nothing is new");
    assert!(clear_at_adobe(3), "whoever looks is told");
    assert_eq!(archive.cleared(), Some((3, MarkedBy::Adobe)), "cleared anew");
    assert!(clear_at_adobe(0));
    assert_eq!(archive.cleared(), None);
    archive.clear(Some(1)).unwrap();
    assert_eq!(found(&archive, "hidden:true"), ["e1"]);
}

#[test]
fn what_adobe_says_of_an_event_later_is_taken_over_and_kept() {
    let visibility = |payload: Value| json!([{"uuid": "a", "type": "visibility", "payload": payload}]);
    let flagged = visibility(json!({"important": true}));
    // More than one block, so that some are packed.
    let (_folder, archive) = archive((0..300).map(|number| event(number, json!([]))).collect());
    let hear = |batch: Vec<Event>| EventSink::insert(&*archive, batch).unwrap();
    let before = archive.revision();
    assert_eq!(hear(vec![event(7, json!([])), event(299, json!([]))]).known, 2);
    assert_eq!(archive.revision(), before, "nothing is new");

    let note = json!([{"uuid": "b", "type": "notes", "payload": {"note": "Ask Jo"}}]);
    let inserted = hear(vec![
        event(300, flagged.clone()),
        event(299, note),
        event(7, flagged.clone()),
    ]);
    assert_eq!((inserted.added, inserted.known), (1, 2));
    assert!(archive.revision() > before);
    archive.find_marks(&|| false).unwrap();
    assert_eq!(found(&archive, "flagged:true"), ["e7", "e300"]);
    assert_eq!(archive.marks("e7").flagged, Some(MarkedBy::Adobe));
    assert_eq!(archive.marks("e299").adobe_note.as_deref(), Some("Ask Jo"));

    // What was set here wins, and is not lost.
    mark(&archive, &["e7"], &MarkChange::Note("mine".into()));
    mark(&archive, &["e300"], &MarkChange::Flag(false));
    hear(vec![event(
        300,
        visibility(json!({"important": false, "hidden": true})),
    )]);
    hear(vec![event(7, visibility(json!({"important": false})))]);
    let archive = again(archive);
    archive.find_marks(&|| false).unwrap();
    assert_eq!(
        archive.marks("e300").hidden,
        Some(MarkedBy::Adobe),
        "not what its own annotations say"
    );
    assert_eq!(found(&archive, "flagged:true"), Vec::<String>::new());
    assert_eq!(archive.marks("e7").note.as_deref(), Some("mine"));
    EventSink::insert(&*archive, vec![event(300, flagged)]).unwrap();
    assert_eq!(archive.marks("e300").hidden, None);
    mark(&archive, &["e300"], &MarkChange::Flag(true));
    assert_eq!(archive.marks("e300").flagged, Some(MarkedBy::Adobe));

    let unsaid = Event::from_json(r#"{"uuid":"e300","timestamp":300}"#).unwrap();
    EventSink::insert(&*archive, vec![unsaid]).unwrap();
    assert_eq!(archive.marks("e300").flagged, Some(MarkedBy::Adobe), "nothing was said");
}

#[test]
fn an_export_and_a_copy_have_the_annotations_as_they_are_at_adobe_now() {
    let other = json!({"uuid": "o", "type": "analytics.hit", "payload": {"hitDebugMessages": ["x"]}});
    let visibility =
        |hidden: bool| json!({"uuid": "a", "type": "visibility", "payload": {"hidden": hidden, "by": "anna"}});
    let (folder, archive) = archive(
        (0..300)
            .map(|number| event(number, json!([other, visibility(false)])))
            .collect(),
    );
    let note = json!({"uuid": "n", "type": "notes", "payload": {"note": "Sent twice"}});
    for number in [5, 299] {
        let now = event(number, json!([other, visibility(true), note]));
        EventSink::insert(&*archive, vec![now]).unwrap();
    }
    mark(&archive, &["e6"], &MarkChange::Flag(true));
    let expected = |number: i64| match number {
        5 | 299 => {
            let note = json!({"type": "notes", "payload": {"note": "Sent twice"}});
            event(number, json!([other, visibility(true), note]))
        }
        _ => event(number, json!([other, visibility(false)])),
    };
    let read = |text: &str| serde_json::from_str::<Value>(text).unwrap();
    let expected: Vec<Value> = (0..300).map(|number| read(expected(number).raw())).collect();

    let to = folder.path().join("events.ndjson");
    export(&archive, &ExportOptions::new(ExportFormat::Ndjson), &to, &()).unwrap();
    let lines = std::fs::read_to_string(to).unwrap();
    assert_eq!(lines.lines().count(), expected.len());
    for (line, expected) in lines.lines().zip(&expected) {
        assert_eq!(&read(line), expected);
    }

    let copied = View::new(Arc::clone(&archive), EventFilter::default());
    let copied = copied.texts_of(&["e299".into()], usize::MAX).unwrap().unwrap();
    assert_eq!(read(&copied[0]), expected[299]);
    let shown = archive.present_event("E5").unwrap().unwrap();
    assert_eq!(read(shown.raw()), expected[5]);
    assert_eq!(archive.present_event("nobody").unwrap().map(|event| event.uuid), None);
}

#[test]
fn an_imported_file_does_not_say_what_adobe_says_now() {
    let flagged = json!([{"uuid": "a", "type": "visibility", "payload": {"important": true}}]);
    let (_folder, archive) = archive(vec![event(1, json!([]))]);
    archive.insert(vec![event(1, flagged)]).unwrap();
    archive.find_marks(&|| false).unwrap();
    assert_eq!(archive.marks("e1").flagged, None);
}

#[test]
fn a_paused_list_shows_what_is_marked_and_not_what_arrives() {
    let (_folder, archive) = archive((0..5).map(|number| event(number, json!([]))).collect());
    let view = View::new(Arc::clone(&archive), EventFilter::default());
    view.pause();
    archive.insert(vec![event(5, json!([]))]).unwrap();
    mark(&archive, &["e1"], &MarkChange::Hide(true));
    mark(&archive, &["e2", "e5"], &MarkChange::Flag(true));
    let page = view.rows(0, 10).unwrap();
    let flagged: Vec<&str> = page
        .rows
        .iter()
        .filter(|row| row.marks.flagged.is_some())
        .map(|row| row.uuid.as_str())
        .collect();
    assert_eq!((page.matched, page.arrived_while_paused, flagged), (4, 1, vec!["e2"]));
}

#[test]
fn an_archive_that_is_only_read_is_not_marked() {
    let (_folder, archive) = archive(vec![event(1, json!([]))]);
    let reader = Archive::open_to_read(archive.path()).unwrap();
    let refused = reader.mark(&["e1".to_owned()], &MarkChange::Flag(true));
    assert_eq!(refused, Err(ArchiveError::ReadOnly));
    assert_eq!(reader.clear(Some(1)), Err(ArchiveError::ReadOnly));
    mark(&archive, &["e1"], &MarkChange::Note("seen there too".into()));
    reader.refresh().unwrap();
    assert_eq!(reader.marks("e1").note.as_deref(), Some("seen there too"));
}
