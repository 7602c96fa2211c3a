use event::EventId;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::super::decode_excerpt;
use super::super::decoder::{Own, decode};
use super::*;

/// Encodes all texts as one block and gives back what comes out.
fn there_and_back(texts: &[String]) -> Vec<Result<String, EventProblem>> {
    there_and_back_with(&Arc::new(Dictionary::default()), texts)
}

fn there_and_back_with(dictionary: &Arc<Dictionary>, texts: &[String]) -> Vec<Result<String, EventProblem>> {
    let mut encoder = Encoder::new(Arc::clone(dictionary));
    let mut streams = Streams::default();
    let mut encoded = Vec::new();
    for text in texts {
        encoded.push(encoder.event(text.as_bytes(), &mut streams));
    }
    let mut row = 0;
    encoded
        .into_iter()
        .map(|encoded| {
            let encoded = encoded?;
            let own = Own {
                id: encoded.head.id,
                timestamp: encoded.head.timestamp,
            };
            let mut out = String::new();
            let apart = decode(&streams, row, &own, dictionary.read(), &mut out).unwrap();
            row += 1;
            Ok(match apart {
                Some(_) => encoded.apart.unwrap().into(),
                None => out,
            })
        })
        .collect()
}

fn comes_back(text: &str) {
    let back = there_and_back(&[text.to_owned()]).remove(0).unwrap();
    let read = |text: &str| serde_json::from_str::<Value>(text).unwrap();
    assert_eq!(read(&back), read(text), "{text}");
}

#[test]
fn numbers_keep_their_text() {
    let text = r#"{"uuid":"u","a":[1.0,1e3,-0,12345678901234567890123456789,0.10,1E+2],"b":1.7976931348623157e+308}"#;
    assert_eq!(there_and_back(&[text.to_owned()])[0].as_deref(), Ok(text));
}

#[test]
fn the_order_of_keys_and_what_is_empty_stay() {
    for text in [
        r#"{"z":1,"uuid":"u","a":{},"b":[],"c":[{}],"d":"","e":null,"f":{"x":{"y":[[]]}}}"#,
        r#"{"uuid":"u","payload":{"a":1,"a":2}}"#,
        r#"{"uuid":"0F8FAD5B-D9CB-469F-A165-70867728950E","timestamp":1700000000000,"payload":{"t":1700000000000}}"#,
        r#"{"uuid":"0f8fad5b-d9cb-469f-a165-70867728950e","timestamp":-5,"payload":{"t":-5}}"#,
        r#"{"uuid":"0f8fad5b-D9cb-469f-a165-70867728950e","timestamp":1.5}"#,
        r#"{"timestamp":"7","uuid":7,"payload":"{\"name\":\"in a text\"}"}"#,
    ] {
        assert_eq!(there_and_back(&[text.to_owned()])[0].as_deref(), Ok(text));
    }
}

#[test]
fn odd_texts_come_back() {
    comes_back(r#"{"uuid":"u","a":"\u00e4\n\t\"\\\/\u0001 \ud83d\ude00"}"#);
    let lone = r#"{"uuid":"u","a":"\ud800"}"#;
    assert_eq!(there_and_back(&[lone.to_owned()])[0].as_deref(), Ok(lone));
    let deep = format!(r#"{{"uuid":"u","payload":{}1{}}}"#, "[".repeat(5000), "]".repeat(5000));
    assert_eq!(
        there_and_back(std::slice::from_ref(&deep))[0].as_deref(),
        Ok(deep.as_str())
    );
    let large = format!(r#"{{"uuid":"u","payload":"{}"}}"#, "x".repeat(2 * LARGEST_IN_BLOCK));
    assert_eq!(
        there_and_back(std::slice::from_ref(&large))[0].as_deref(),
        Ok(large.as_str())
    );
}

#[test]
fn what_is_no_event_is_told_and_writes_nothing() {
    let good = r#"{"uuid":"u","a":"x"}"#.to_owned();
    let texts = [
        r#"{"uuid":"a","uuid":"b","x":"left"}"#,
        "[]",
        "{",
        r#"{"a":1}"#,
        r#"{"uuid":""}"#,
        "",
        "\u{0}",
    ];
    for text in texts {
        let back = there_and_back(&[text.to_owned(), good.clone()]);
        assert!(back[0].is_err(), "{text}");
        assert_eq!(back[1].as_deref(), Ok(good.as_str()));
    }
}

#[test]
fn many_events_with_data_for_keys_come_back() {
    let texts: Vec<String> = (0..3000)
        .map(|number| {
            json!({"uuid": format!("u{number}"), "by": {format!("key{number}"): number, "x": [number]}}).to_string()
        })
        .collect();
    for (chunk, back) in texts.chunks(100).zip(texts.chunks(100).map(there_and_back)) {
        for (text, back) in chunk.iter().zip(back) {
            assert_eq!(back.as_deref(), Ok(text.as_str()));
        }
    }
    let dictionary = Arc::new(Dictionary::default());
    let mut encoder = Encoder::new(Arc::clone(&dictionary));
    let mut streams = Streams::default();
    for text in &texts {
        encoder.event(text.as_bytes(), &mut streams).unwrap();
    }
    let shapes = dictionary.read().count_of_shapes();
    assert!(shapes < 1000, "{shapes} shapes for keys that are data");
}

#[test]
fn keys_that_are_data_do_not_fill_the_memory() {
    let dictionary = Arc::new(Dictionary::with_room(20_000));
    // The fields of an event are always keys, and so these are words and shapes while there is room.
    let texts: Vec<String> = (0..600)
        .map(|number| {
            format!(r#"{{"uuid":"u{number}","type":"generic","field {number}":{{"of its own {number}":1}}}}"#)
        })
        .collect();
    let all = there_and_back_with(&dictionary, &texts);
    assert!(all.iter().zip(&texts).all(|(back, text)| back.as_ref() == Ok(text)));
    let (words, shapes) = (dictionary.read().count(), dictionary.read().count_of_shapes());
    assert!(
        (20..400).contains(&words) && (20..400).contains(&shapes),
        "{words} words, {shapes} shapes"
    );
}

#[test]
fn the_head_is_read_on_the_way() {
    let text = r#"{"uuid":"A1","eventNumber":"7","clientId":"C1","timestamp":1700000000000.4,"vendor":"v","type":"generic",
        "payload":{"ACPExtensionEventName":"Track","ACPExtensionEventType":"com.adobe.eventType.Edge",
        "ACPExtensionEventSource":"com.adobe.eventSource.requestContent","list":[{"name":"not this"}]}}"#;
    let dictionary = Arc::new(Dictionary::default());
    let mut streams = Streams::default();
    let head = Encoder::new(Arc::clone(&dictionary))
        .event(text.as_bytes(), &mut streams)
        .unwrap()
        .head;
    let words = dictionary.read();
    assert_eq!(head.id, EventId::Text("a1".into()));
    assert_eq!((head.event_number, head.timestamp), (7, 1_700_000_000_000));
    let texts = [
        head.client.unwrap(),
        head.vendor,
        head.kind,
        head.name,
        head.event_type,
        head.source,
    ];
    assert_eq!(
        texts.map(|word| words.text(word)),
        ["c1", "v", "generic", "Track", "edge", "requestcontent"]
    );
    let event = Event::from_json(text).unwrap();
    assert_eq!(head, Head::of(&event, &dictionary));
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".*".prop_map(Value::from),
        "[a-c]{1,2}".prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec(("[a-d]{1,2}|.{0,4}|name|payload|uuid", inner), 0..6)
                .prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn any_event_comes_back_with_the_same_values_and_head(payloads in prop::collection::vec((any_json(), any_json()), 1..8)) {
        let texts: Vec<String> = payloads
            .iter()
            .enumerate()
            .map(|(number, (payload, other))| {
                json!({"other": other, "uuid": format!("u{number}"), "timestamp": number, "type": other, "payload": payload}).to_string()
            })
            .collect();
        for (text, back) in texts.iter().zip(there_and_back(&texts)) {
            prop_assert_eq!(back.as_deref(), Ok(text.as_str()));
        }
        let dictionary = Arc::new(Dictionary::default());
        let mut encoder = Encoder::new(Arc::clone(&dictionary));
        let mut streams = Streams::default();
        for text in &texts {
            let head = encoder.event(text.as_bytes(), &mut streams).unwrap().head;
            prop_assert_eq!(head, Head::of(&Event::from_json(text).unwrap(), &dictionary));
        }
    }

    #[test]
    fn any_bytes_are_an_event_or_told(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let dictionary = Arc::new(Dictionary::default());
        let mut streams = Streams::default();
        let _ = Encoder::new(Arc::clone(&dictionary)).event(&bytes, &mut streams);
    }

    #[test]
    fn damaged_streams_are_an_error_and_no_crash(tokens in prop::collection::vec(any::<u8>(), 0..60)) {
        let dictionary = Arc::new(Dictionary::default());
        dictionary.shape(&[dictionary.string("a"), dictionary.string("b")]);
        let mut bytes = vec![1, tokens.len() as u8, 3, 3, 0];
        bytes.extend_from_slice(&tokens);
        if let Ok(mut streams) = Streams::of_tokens(bytes) {
            streams.texts = b"ab\xff".to_vec();
            streams.numbers = b"12\xff".to_vec();
            let own = Own { id: EventId::new("x"), timestamp: 1 };
            let _ = decode(&streams, 0, &own, dictionary.read(), &mut String::new());
            for wanted in ["event.a", "event.b.a[1]", "event.a[0].b"] {
                let wanted = crate::Excerpt::new([wanted]).unwrap().wanted(dictionary.read());
                let _ = decode_excerpt(&streams, 0, &own, dictionary.read(), &wanted, &mut String::new());
            }
        }
    }
}

#[test]
fn strings_of_json_come_back_in_the_form_they_had() {
    let inner =
        json!({"a": [1.5, {"b": "ä\n\"q\""}, {}, [], [[]]], "uuid": "0f8fad5b-d9cb-469f-a165-70867728950e", "": null});
    let compact = inner.to_string();
    let indented = serde_json::to_string_pretty(&inner).unwrap();
    assert_eq!(super::super::decoder::indented(&compact), indented);
    let twice = json!({"again": compact}).to_string();
    let other = [
        " {\"a\": 1}",
        "{\"a\": 1}",
        "{\"a\":1,}",
        "[1]\n",
        "{\n\"a\":1}",
        "{\"a\":\"\\u00e4\"}",
        "{}",
        "[]",
        "{x}",
    ];
    for text in [compact.as_str(), &indented, &twice].into_iter().chain(other) {
        let event = json!({"uuid": "u", "payload": {"messages": ["plain", text]}, "text": text}).to_string();
        let many: Vec<String> = (0..400)
            .map(|number| {
                event
                    .replacen("\"u\"", &format!("\"u{number}\""), 1)
                    .replace("1.5", &format!("{number}.5"))
            })
            .collect();
        for (event, back) in many.iter().zip(there_and_back(&many)) {
            assert_eq!(back.as_deref(), Ok(event.as_str()));
        }
    }
}
