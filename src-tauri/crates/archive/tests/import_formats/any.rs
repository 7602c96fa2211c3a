//! Any document, and any bytes.

use archive::import::{ImportError, unwrap_line};
use proptest::prelude::*;
use serde_json::Value;

use crate::files::{files, gzip};
use crate::reading::{open, read, read_from};

fn arbitrary_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        prop::sample::select(vec!["", "a\"b\\", "}]", "[{", "\u{1f980}\n\0", "\\\\", "events"]).prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        let names = prop::sample::select(vec!["events", "data", "session", "uuid", "payload", "a\"", "\\"]);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((names, inner), 0..4).prop_map(|fields| fields
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value))
                .collect()),
        ]
    })
}

fn written(value: &Value, pretty: bool) -> String {
    if pretty {
        serde_json::to_string_pretty(value).unwrap()
    } else {
        value.to_string()
    }
}

fn assert_same(bytes: &[u8], size: usize) -> Result<(), TestCaseError> {
    let whole = read(bytes, 1 << 22);
    let cut = read(bytes, size);
    prop_assert_eq!(&whole.events, &cut.events);
    prop_assert_eq!(&whole.session, &cut.session);
    prop_assert_eq!(whole.format, cut.format);
    prop_assert_eq!(format!("{:?}", whole.error), format!("{:?}", cut.error));
    Ok(())
}

proptest! {
    #[test]
    fn any_valid_document_gives_its_events_however_it_is_cut(
        payloads in prop::collection::vec(arbitrary_value(), 0..6),
        extra in arbitrary_value(),
        shape in 0_usize..4,
        pretty in any::<bool>(),
        size in 1_usize..300,
    ) {
        let events: Vec<Value> = payloads
            .into_iter()
            .enumerate()
            .map(|(place, payload)| serde_json::json!({ "uuid": place.to_string(), "payload": payload }))
            .collect();
        let session = serde_json::json!({ "uuid": "s", "x": extra, "token": 1 });
        let text = match shape {
            0 => written(&Value::from(events.clone()), pretty),
            1 => {
                let mut session = session.clone();
                session["events"] = Value::from(events.clone());
                session["more"] = extra;
                written(&session, pretty)
            }
            2 => events.iter().map(|event| {
                written(&serde_json::json!({ "data": { "events": [event], "x": extra } }), pretty)
            }).collect(),
            _ => events.iter().map(|event| written(event, false) + "\n").collect(),
        };
        let all = read(text.as_bytes(), size);
        if events.is_empty() && shape > 1 {
            prop_assert!(matches!(all.error, Some(ImportError::Empty)));
        } else {
            prop_assert!(all.error.is_none(), "{:?} in {}", all.error, text);
        }
        let found: Vec<Value> = all.events.iter().map(|event| serde_json::from_str(event).unwrap()).collect();
        prop_assert_eq!(found, events);
        if shape == 1 {
            prop_assert_eq!(&all.session_value().unwrap()["x"], &session["x"]);
        }
    }

    #[test]
    fn a_file_with_changed_bytes_gives_the_same_answer_however_it_is_cut(
        place in any::<prop::sample::Index>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), prop::sample::select(&b"{}[]\",:\\ \n\0an1\xef"[..])), 1..4),
        size in 1_usize..300,
    ) {
        let files = files();
        let mut bytes = place.get(&files).1.clone().into_bytes();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        assert_same(&bytes, size)?;
    }

    #[test]
    fn any_bytes_give_the_same_answer_however_they_are_cut(
        bytes in prop::collection::vec(prop_oneof![
            4 => prop::sample::select(vec![
                "{", "}", "[", "]", ",", ":", "\n", " ", "\"", "\\", "null", "1", "\"events\"", "\"data\":{", "\"session\"", "\"events\":[",
                "\"uuid\":\"1\"", "\"payload\":{}", "\"token\"", "{\"uuid\":\"1\"}", "{\"uuid\":\"2\"}\n", "\u{feff}", "\0", "é",
            ]).prop_map(|text| text.as_bytes().to_vec()),
            1 => prop::collection::vec(any::<u8>(), 0..4),
        ], 0..40).prop_map(|pieces| pieces.concat()),
        size in 1_usize..40,
    ) {
        assert_same(&bytes, size)?;
        let _ = unwrap_line(&bytes);
        let _ = read(&gzip(&bytes), size);
        let _ = read_from(open(&[b"PK\x03\x04", &bytes[..]].concat()), &[]);
        let _ = read(&[b"\x1f\x8b", &bytes[..]].concat(), size);
    }
}
