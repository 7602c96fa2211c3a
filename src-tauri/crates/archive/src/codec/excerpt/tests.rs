use std::sync::Arc;

use proptest::prelude::*;
use serde_json::{Value, json};

use super::super::{Dictionary, Encoder};
use super::*;
use crate::Excerpt as Paths;
use crate::query::{Path, Step};

/// What is wanted of each event, out of one block.
fn excerpts(texts: &[String], paths: &[&str]) -> Vec<String> {
    let dictionary = Arc::new(Dictionary::default());
    let (mut encoder, mut streams) = (Encoder::new(Arc::clone(&dictionary)), Streams::default());
    let encoded: Vec<_> = texts
        .iter()
        .map(|text| encoder.event(text.as_bytes(), &mut streams).unwrap())
        .collect();
    let words = dictionary.read();
    let wanted = Paths::new(paths.iter().copied()).unwrap().wanted(words);
    let decoded = encoded.into_iter().enumerate().map(|(row, encoded)| {
        let own = Own {
            id: encoded.head.id,
            timestamp: encoded.head.timestamp,
        };
        let mut out = String::new();
        match decode_excerpt(&streams, row, &own, words, &wanted, &mut out).unwrap() {
            Some(_) => encoded.apart.unwrap().into(),
            None => out,
        }
    });
    decoded.collect()
}

fn excerpt(text: &str, paths: &[&str]) -> String {
    excerpts(&[text.to_owned()], paths).remove(0)
}

#[test]
fn only_what_is_wanted_is_written() {
    let event = r#"{"uuid":"0f8fad5b-d9cb-469f-a165-70867728950e","timestamp":17,"payload":{"name":"hit","n":1.50,"id":"0F8FAD5B-D9CB-469F-A165-70867728950E","text":"a \"b\"","at":17,"none":null,"data":{"a":{"x":1,"y":[true]},"b":"long"},"list":[{"x":1,"y":2},[{"x":3}],"z",{}]}}"#;
    for (paths, expected) in [
        (&["payload.name"][..], r#"{"payload":{"name":"hit"}}"#),
        (&["payload.none", "payload.n"], r#"{"payload":{"n":1.50,"none":null}}"#),
        (
            &["event.uuid", "payload.at"],
            r#"{"uuid":"0f8fad5b-d9cb-469f-a165-70867728950e","payload":{"at":17}}"#,
        ),
        (
            &["payload.id", "payload.text"],
            r#"{"payload":{"id":"0F8FAD5B-D9CB-469F-A165-70867728950E","text":"a \"b\""}}"#,
        ),
        (&["payload.data.a"], r#"{"payload":{"data":{"a":{"x":1,"y":[true]}}}}"#),
        (
            &["payload.data.a.y[0]", "payload.data.a.x"],
            r#"{"payload":{"data":{"a":{"x":1,"y":[true]}}}}"#,
        ),
        (&["payload.data.b.x"], r#"{"payload":{"data":{"b":"long"}}}"#),
        (&["payload.data.c"], r#"{"payload":{"data":{}}}"#),
        (
            &["payload.data", "payload.data.b"],
            r#"{"payload":{"data":{"a":{"x":1,"y":[true]},"b":"long"}}}"#,
        ),
        (
            &["payload.list.x"],
            r#"{"payload":{"list":[{"x":1},[{"x":3}],"z",{}]}}"#,
        ),
        (&["payload.list[1]"], r#"{"payload":{"list":[null,[{"x":3}]]}}"#),
        (
            &["payload.list[0].y", "payload.list[2]"],
            r#"{"payload":{"list":[{"y":2},null,"z"]}}"#,
        ),
        (
            &["payload.list[9]", "payload.list.x"],
            r#"{"payload":{"list":[{"x":1,"y":2},[{"x":3}],"z",{}]}}"#,
        ),
        (
            &["payload.data[0]", "payload.name[0]"],
            r#"{"payload":{"name":"hit","data":{}}}"#,
        ),
        (
            &["payload.data.*.x", "payload.list[*].x"],
            r#"{"payload":{"data":{"a":{"x":1,"y":[true]},"b":"long"},"list":[{"x":1,"y":2},[{"x":3}],"z",{}]}}"#,
        ),
        (&["annotations"], "{}"),
    ] {
        assert_eq!(excerpt(event, paths), expected, "{paths:?}");
    }
}

#[test]
fn strings_that_are_json_stay_strings() {
    let hit = json!({"event": {"xdm": {"_id": "1", "rest": "r"}, "more": {}}});
    let event = json!({"uuid": "u", "payload": {"messages": ["said", hit.to_string()]}});
    let excerpt_of = |event: &Value| excerpt(&event.to_string(), &["payload.messages[1].event.xdm._id"]);
    let expected = json!({"payload": {"messages": [null, r#"{"event":{"xdm":{"_id":"1"}}}"#]}});
    assert_eq!(excerpt_of(&event), expected.to_string());
    let payload = event["payload"].to_string();
    let in_string = json!({"uuid": "u", "payload": payload});
    let expected = json!({"payload": expected["payload"].to_string()});
    assert_eq!(excerpt_of(&in_string), expected.to_string());
    let indented = json!({"uuid": "u", "payload": serde_json::to_string_pretty(&event["payload"]).unwrap()});
    assert_eq!(excerpt_of(&indented), expected.to_string());
    let not_cut_up = json!({"uuid": "u", "payload": {"messages": ["said", "{ \"event\":1}"]}});
    assert_eq!(
        excerpt_of(&not_cut_up),
        r#"{"payload":{"messages":[null,"{ \"event\":1}"]}}"#
    );
}

#[test]
fn every_one_of_equal_keys_is_there_however_it_is_written() {
    let event = r#"{"uuid":"u","payload":{"n\u0061me":"first","x":{"y":1},"name":"last","x":7,"say \"hi\"":[1,2]}}"#;
    assert_eq!(
        excerpt(event, &["payload.name", "payload.x.y", "payload.\"say \\\"hi\\\"\"[0]"]),
        r#"{"payload":{"name":"first","x":{"y":1},"name":"last","x":7,"say \"hi\"":[1]}}"#
    );
}

#[test]
fn what_is_not_cut_up_is_whole() {
    let large = json!({"uuid": "u", "payload": {"name": "n", "text": "x".repeat(70_000)}}).to_string();
    let deep = format!(
        r#"{{"uuid":"u","payload":{{"deep":{}1{}}}}}"#,
        "[".repeat(500),
        "]".repeat(500)
    );
    for text in [large, deep] {
        assert_eq!(excerpt(&text, &["payload.name"]), text);
    }
}

#[test]
fn keys_that_are_data_are_found() {
    let id = |number: usize| match number % 3 {
        0 => format!("{number:08x}-d9cb-469f-a165-70867728950e"),
        1 => format!("{number:08X}-D9CB-469F-A165-70867728950E"),
        _ => format!("key {number}"),
    };
    let event = |number: usize| json!({"uuid": "u", "payload": {"by": {id(number): {"x": number, "y": 1}, "all": 2}}});
    let texts: Vec<String> = (0..900).map(|number| event(number).to_string()).collect();
    for number in [5, 880, 881, 882] {
        let path = format!("payload.by.\"{}\".x", id(number));
        let found = excerpts(&texts, &[&path]);
        let expected = json!({"payload": {"by": {id(number): {"x": number}}}});
        assert_eq!(found[number], expected.to_string());
        assert_eq!(found[number - 1], r#"{"payload":{"by":{}}}"#);
    }
}

/// What the paths say of a value, with every string that is JSON opened.
fn cut(value: &Value, paths: &[&[Step]]) -> Value {
    let inside = |step: &Step| -> Vec<&[Step]> {
        let on_it = paths.iter().filter(|path| path.first() == Some(step));
        on_it.map(|path| &path[1..]).collect()
    };
    let by_key = paths.iter().any(|path| matches!(path.first(), Some(Step::Key(_))));
    let last = paths.iter().filter_map(|path| match path.first() {
        Some(Step::Index(number)) => Some(*number),
        _ => None,
    });
    let last = last.max();
    let is_whole = paths.iter().any(|path| path.is_empty()) || (by_key && last.is_some());
    match value {
        Value::String(text) if text.starts_with(['{', '[']) => match serde_json::from_str(text) {
            Ok(opened) => cut(&opened, paths),
            Err(_) => value.clone(),
        },
        Value::Object(fields) => {
            let wanted = fields.iter().filter_map(|(key, value)| {
                let paths = if is_whole {
                    vec![&[][..]]
                } else {
                    inside(&Step::Key(key.clone()))
                };
                (!paths.is_empty()).then(|| (key.clone(), cut(value, &paths)))
            });
            Value::Object(wanted.collect())
        }
        Value::Array(items) => {
            let items = items.iter().enumerate().take(match last {
                Some(last) if !is_whole => last + 1,
                _ => usize::MAX,
            });
            let items = items.map(|(number, item)| match (is_whole, last) {
                (true, _) => cut(item, &[&[]]),
                (false, None) => cut(item, paths),
                (false, Some(_)) => match inside(&Step::Index(number)) {
                    none if none.is_empty() => Value::Null,
                    paths => cut(item, &paths),
                },
            });
            items.collect()
        }
        other => other.clone(),
    }
}

fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (0..3i64).prop_map(Value::from),
        "(a|b|\\{|ä\"\n|0f8fad5b-d9cb-469f-a165-70867728950e)".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            2 => prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            4 => prop::collection::vec(("(a|b|c|payload|ä \"key\")", inner.clone()), 0..4)
                .prop_map(|entries| Value::Object(entries.into_iter().collect())),
            1 => inner.clone().prop_map(|inner| Value::from(inner.to_string())),
            1 => inner.prop_map(|inner| Value::from(serde_json::to_string_pretty(&inner).unwrap())),
        ]
    })
}

proptest! {
    #[test]
    fn whoever_reads_no_more_than_that_finds_what_is_in_the_whole_event(
        payloads in prop::collection::vec(any_value(), 1..6),
        paths in prop::collection::vec("payload((\\.(a|b|c|payload|\"ä \\\\\"key\\\\\"\"))|\\[[0-2]\\]){0,4}", 1..5),
    ) {
        let events: Vec<Value> = payloads.iter().map(|payload| json!({"uuid": "u", "payload": payload})).collect();
        let texts: Vec<String> = events.iter().map(Value::to_string).collect();
        let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
        let parsed: Vec<Path> = paths.iter().map(|path| Path::parse(path).unwrap()).collect();
        let steps: Vec<&[Step]> = parsed.iter().map(Path::steps).collect();
        for (event, found) in events.iter().zip(excerpts(&texts, &paths)) {
            let found: Value = serde_json::from_str(&found).unwrap();
            prop_assert_eq!(cut(&found, &steps), cut(event, &steps), "{} of {}", found, event);
        }
    }
}
