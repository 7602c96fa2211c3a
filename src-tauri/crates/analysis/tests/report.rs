//! The report of the marked events: everything in one file, nothing that runs, nothing that was to be left out.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use analysis::report::{Report, ReportContents, ReportOptions, report, report_contents};
use archive::redaction::Redaction;
use archive::{About, Archive, Highlight, MarkChange, Scope};
use event::Event;
use serde_json::{Value, json};
use time::UtcOffset;

fn event(number: i64, payload: &Value) -> Event {
    let event = json!({"uuid": format!("e{number}"), "timestamp": 1_795_169_100_000 + number, "eventNumber": number,
        "clientId": "c1", "type": "generic", "vendor": "com.adobe.griffon.mobile", "payload": payload});
    Event::from_json(&event.to_string()).unwrap()
}

fn archive(payloads: &[Value]) -> (tempfile::TempDir, Archive) {
    let folder = tempfile::tempdir().unwrap();
    let mut about = About::default();
    about.session.insert("name".into(), "Checkout <v42>".into());
    let archive = Archive::create(&folder.path().join("a.assurance"), &about).unwrap();
    let events = payloads.iter().zip(0..).map(|(payload, number)| event(number, payload));
    archive.insert(events.collect()).unwrap();
    (folder, archive)
}

fn mark(archive: &Archive, number: usize, change: &MarkChange) {
    archive.mark(&[format!("e{number}")], change).unwrap();
}

fn made(archive: &Archive, redaction: Option<Redaction>) -> Report {
    let options = ReportOptions {
        title: "Sent twice & \"late\"".to_owned(),
        remarks: "First line\nsecond <line>".to_owned(),
        redaction,
        zone: UtcOffset::from_hms(1, 0, 0).unwrap(),
        scope: Scope::default(),
    };
    report(archive, &options, &()).unwrap()
}

#[test]
fn it_has_every_marked_event_with_its_marks_and_no_other() {
    let named = |name: &str| json!({"ACPExtensionEventName": name, "ACPExtensionEventData": {"cart": name}});
    let (_folder, archive) = archive(&[named("Zeroth"), named("First"), named("Second"), named("Third")]);
    mark(&archive, 1, &MarkChange::Flag(true));
    mark(&archive, 2, &MarkChange::Note("Why <twice>?".into()));
    mark(&archive, 3, &MarkChange::Highlight(Some(Highlight::Green)));
    let contents = ReportContents {
        marked: 3,
        shown: 3,
        hidden: 0,
    };
    assert_eq!(report_contents(&archive, &Scope::default()), Ok(contents));
    let report = made(&archive, None);
    assert_eq!(report.contents, contents);
    let html = &report.html;
    for text in [
        "Sent twice &amp; &quot;late&quot;",
        "second &lt;line&gt;",
        "Checkout &lt;v42&gt;",
        "Why &lt;twice&gt;?",
        "⚑ Flagged",
        "Highlighted green",
        "2026-11-20 11:05:00.001 +01:00",
        "href=\"#event-3\"",
        "id=\"event-3\"",
        "Third",
    ] {
        assert!(html.contains(text), "{text}");
    }
    assert!(!html.contains("Zeroth"));
}

#[test]
fn what_an_event_says_is_text_and_is_seen_as_it_is() {
    let hostile = "</pre><script>alert(1)</script><img src=x onerror=alert(1)>\u{202E}gpj.exe\u{0007}";
    let payload =
        json!({"ACPExtensionEventName": hostile, "ACPExtensionEventData": {hostile: hostile, "url": "javascript:x"}});
    let (_folder, archive) = archive(&[payload]);
    mark(&archive, 0, &MarkChange::Note(hostile.into()));
    let html = made(&archive, None).html;
    for tag in ["<script", "<img", "<link", "<iframe", "http://", "https://", "url("] {
        assert!(!html.contains(tag), "{tag}");
    }
    assert!(html.contains("&lt;script&gt;") && html.contains("[U+202E]gpj.exe"));
    assert!(!html.contains('\u{202E}') && !html.contains('\u{0007}'));
    assert!(html.contains("default-src 'none'"));
}

#[test]
fn what_is_redacted_is_nowhere_in_it() {
    let ecid = "12345678901234567890123456789012345678";
    let payload = json!({"ACPExtensionEventName": "Identity", "ACPExtensionEventData":
        {"xdm": {"identityMap": {"ECID": [{"id": ecid}]}}, "mail": "jo.doe@example.com"}});
    let (_folder, archive) = archive(&[payload]);
    mark(
        &archive,
        0,
        &MarkChange::Note(format!("Ask jo.doe@example.com about {ecid}")),
    );
    assert!(made(&archive, None).html.contains(ecid));
    let html = made(&archive, Some(Redaction::everything())).html;
    assert!(!html.contains(ecid) && !html.contains("jo.doe@example.com"));
    assert!(html.contains("Made unrecognizable in this report: identities"));
}

#[test]
fn it_holds_so_many_events_and_says_what_is_left_out() {
    let (_folder, many) = archive(&vec![json!({"a": 1}); 520]);
    let all: Vec<String> = (0..520).map(|number| format!("e{number}")).collect();
    many.mark(&all, &MarkChange::Flag(true)).unwrap();
    assert_eq!(
        report_contents(&many, &Scope::default()),
        Ok(ReportContents {
            marked: 520,
            shown: 500,
            hidden: 0
        })
    );
    let report = made(&many, None);
    assert_eq!(
        report.contents,
        ReportContents {
            marked: 520,
            shown: 500,
            hidden: 0
        }
    );
    assert!(
        report
            .html
            .contains("520 events are marked. This report has the first 500 of them")
    );

    let (_folder, large) = archive(&vec![json!({"text": "ä".repeat(700_000)}); 30]);
    large.mark(&all[..30], &MarkChange::Flag(true)).unwrap();
    let report = made(&large, None);
    assert!(report.html.len() < 21 * 1024 * 1024 && report.contents.shown < 30);
    assert!(report.html.contains("The payload goes on."));
}

#[test]
fn without_a_marked_event_it_says_so() {
    let (_folder, archive) = archive(&[json!({})]);
    let report = made(&archive, None);
    let nothing = ReportContents {
        marked: 0,
        shown: 0,
        hidden: 0,
    };
    assert_eq!(report.contents, nothing);
    assert!(report.html.contains("No event is flagged, highlighted or has a note."));
}

#[test]
fn marked_events_that_are_hidden_are_left_out_and_counted() {
    let (_folder, archive) = archive(&[json!({"a": 1}), json!({"a": 2})]);
    mark(&archive, 0, &MarkChange::Flag(true));
    mark(&archive, 1, &MarkChange::Note("Seen already".into()));
    mark(&archive, 1, &MarkChange::Hide(true));
    let contents = |scope: &Scope| report_contents(&archive, scope).unwrap();
    let without = contents(&Scope::default());
    assert_eq!((without.marked, without.hidden), (1, 1));
    let with = contents(&Scope::everything());
    assert_eq!((with.marked, with.hidden), (2, 0));
    let report = made(&archive, None);
    assert_eq!(report.contents, without);
    assert!(!report.html.contains("Seen already"));
    assert!(report.html.contains("1 marked event is hidden and left out."));
}
