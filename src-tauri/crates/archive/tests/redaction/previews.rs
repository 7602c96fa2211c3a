//! The preview says what an export will take out, before anything is written.

use archive::Scope;
use archive::export::{ExportError, ExportWatch};
use archive::query::Query;
use archive::redaction::{Redaction, RedactionRule, RedactionSample, preview};
use serde_json::{Value, json};
use time::UtcOffset;

use crate::exporting::Desk;

const ECID: &str = "12345678901234567890123456789012345678";

fn desk() -> Desk {
    let events: Vec<Value> = (0..10)
        .map(|number| {
            json!({"uuid": format!("e{number}"), "timestamp": number, "eventNumber": number, "payload": {
                "mid": ECID, "again": format!("id {ECID}"), "messages": ["x", json!({"vid": format!("v-{}", number % 7)}).to_string()],
                "ip": if number < 3 { "203.0.113.7" } else { "none" }}})
        })
        .collect();
    Desk::new(&json!({"uuid": "s", "token": 1234, "firstName": "Anna"}), &events)
}

#[test]
fn values_events_and_places_are_counted() {
    let preview = preview(
        &desk().archive,
        (&Query::everything(), &Scope::everything()),
        &Redaction::everything(),
        &(),
    )
    .unwrap();
    assert_eq!((preview.events, preview.parts), (10, 0));
    let counts: Vec<_> = preview
        .rules
        .iter()
        .map(|rule| (rule.rule, rule.values, rule.events, rule.places))
        .collect();
    assert_eq!(
        counts,
        [
            (RedactionRule::Identities, 8, 10, 30),
            (RedactionRule::PushTokens, 0, 0, 0),
            (RedactionRule::IpAddresses, 1, 3, 3),
            (RedactionRule::Pin, 1, 0, 1),
            (RedactionRule::Names, 1, 0, 1),
            (RedactionRule::Emails, 0, 0, 0),
            (RedactionRule::Authorization, 0, 0, 0),
        ]
    );
    let sample = |path: &str, value: &str, replacement: &str| RedactionSample {
        path: path.to_owned(),
        value: value.to_owned(),
        replacement: replacement.to_owned(),
    };
    let identities = &preview.rules[0].samples;
    assert_eq!(identities.len(), 5);
    assert_eq!(identities[0], sample("payload.mid", "1234…5678", "ECID-1"));
    assert_eq!(identities[1], sample("payload.messages[1] › vid", "v…", "ID-1"));
    assert_eq!(preview.rules[3].samples, [sample("session.token", "12…", "null")]);
    assert_eq!(
        preview.rules[4].samples,
        [sample("session.firstName", "An…", "PERSON-1")]
    );
}

#[test]
fn only_what_is_asked_for_is_counted() {
    let query = Query::parse("eventNumber<2", UtcOffset::UTC).unwrap();
    let redaction = Redaction::of([RedactionRule::IpAddresses, RedactionRule::Identities]);
    let preview = preview(&desk().archive, (&query, &Scope::everything()), &redaction, &()).unwrap();
    let counts: Vec<_> = preview
        .rules
        .iter()
        .map(|rule| (rule.rule, rule.values, rule.events))
        .collect();
    assert_eq!(
        counts,
        [(RedactionRule::Identities, 3, 2), (RedactionRule::IpAddresses, 1, 2)]
    );
}

#[test]
fn it_can_be_called_off() {
    struct CalledOff;
    impl ExportWatch for CalledOff {
        fn progress(&self, _done: u64, _of: u64) {}

        fn is_called_off(&self) -> bool {
            true
        }
    }
    let result = preview(
        &desk().archive,
        (&Query::everything(), &Scope::everything()),
        &Redaction::everything(),
        &CalledOff,
    );
    assert_eq!(result, Err(ExportError::CalledOff));
}
