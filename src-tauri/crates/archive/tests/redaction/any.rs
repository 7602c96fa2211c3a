//! Whatever is planted wherever, nothing of it is in what any format writes.

use archive::redaction::Redaction;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::exporting::Desk;

/// A value that has to go, and the JSON in which real sessions have it.
#[derive(Debug, Clone)]
struct Secret {
    value: String,
    home: Value,
}

fn secret() -> impl Strategy<Value = Secret> {
    let secret = |value: String, home: Value| Secret { value, home };
    prop_oneof![
        "[1-9][0-9]{37}".prop_map(move |id| secret(id.clone(), json!({"identityMap": {"ECID": [{"id": id}]}}))),
        "[1-9][0-9]{37}".prop_map(move |id| secret(id, json!({}))),
        "[a-z]{3}-[0-9]{5}[A-Z]"
            .prop_map(move |id| secret(id.clone(), json!({"xdm": {"identityMap": {"CRM": [{"id": id}]}}}))),
        "[A-Z]{2}[0-9]{4}/[a-z]{2} [0-9]{3}"
            .prop_map(move |id| secret(id.clone(), json!({"profile": {"customerId": id}}))),
        "[0-9a-f]{64}".prop_map(move |token| secret(
            token.clone(),
            json!({"pushNotificationDetails": [{"appID": "a", "token": token}]})
        )),
        "[A-Za-z0-9]{12}:APA91[A-Za-z0-9]{30}"
            .prop_map(move |token| secret(token.clone(), json!({"pushtokens": [token]}))),
        (1_u8..=223, any::<u8>(), any::<u8>(), any::<u8>())
            .prop_map(move |(a, b, c, d)| secret(format!("{a}.{b}.{c}.{d}"), json!({}))),
        (1_u16.., any::<u16>(), 1_u16..)
            .prop_map(move |(a, b, c)| secret(format!("2001:{a:x}:{b:x}::{c:x}"), json!({}))),
        "[a-z]{2,8}\\.[a-z]{2,8}@[a-z]{3,9}\\.(com|org)".prop_map(move |mail| secret(mail, json!({}))),
        "[A-Z][a-zé]{5,9}".prop_map(move |name| secret(name.clone(), json!({"person": {"name": {"firstName": name}}}))),
        "[A-Z][a-z]{3,6}'s \"[A-Z][a-z]{4,6}\""
            .prop_map(move |name| secret(name.clone(), json!({"deviceInfo": {"Device name": name}}))),
        "eyJ[A-Za-z0-9]{20}\\.eyJ[A-Za-z0-9]{20}\\.[A-Za-z0-9_]{20}".prop_map(move |token| secret(token, json!({}))),
        "[A-Za-z0-9]{24}".prop_map(move |token| secret(
            token.clone(),
            json!({"httpHeaders": {"Authorization": format!("Bearer {token}")}})
        )),
    ]
}

/// Where a value is planted. The name of a person counts as a word of its own, so there is something else around it.
#[derive(Debug, Clone, Copy)]
enum Place {
    Alone,
    InText,
    InList,
    InJson,
    InJsonTwice,
    InTextWithJson,
    InAddress,
    InPayloadText,
    InVendor,
    AsName,
}

const PLACES: [Place; 10] = [
    Place::Alone,
    Place::InText,
    Place::InList,
    Place::InJson,
    Place::InJsonTwice,
    Place::InTextWithJson,
    Place::InAddress,
    Place::InPayloadText,
    Place::InVendor,
    Place::AsName,
];

fn planted(number: usize, value: &str, place: Place) -> Value {
    let payload = match place {
        Place::Alone => json!({"some": {"field": value}}),
        Place::InText => json!({"text": format!("Grüße ({value}), \"seen\"\n{value}")}),
        Place::InList => json!([[value], {"x": [1, value]}]),
        Place::InJson => json!({"messages": ["x", json!({"a": [{"b": value}]}).to_string()]}),
        Place::InJsonTwice => {
            json!({"m": json!({"body": json!({"deep": format!("is {value}.")}).to_string()}).to_string()})
        }
        Place::InTextWithJson => json!({"m": format!("sent {} now", json!({"value": value, "n": 1}))}),
        Place::InAddress => json!({"url": format!("https://example.org/p?x={}&y=1#z", encoded(value))}),
        Place::InPayloadText => json!(json!({"name": "n", "field": value}).to_string()),
        Place::AsName => json!({"name": value, "ACPExtensionEventSource": value}),
        Place::InVendor => json!({}),
    };
    let vendor = if matches!(place, Place::InVendor) { value } else { "v" };
    json!({"uuid": format!("event {number}"), "timestamp": 1_700_000_000_000_u64, "vendor": vendor, "type": "generic", "payload": payload})
}

fn encoded(value: &str) -> String {
    value
        .bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

/// The same JSON with every letter and digit of its strings escaped.
fn escaped(json: &str) -> String {
    let mut written = String::new();
    let mut rest = json;
    while let Some(begin) = rest.find('"') {
        written.push_str(&rest[..begin]);
        let mut stream = serde_json::Deserializer::from_str(&rest[begin..]).into_iter::<String>();
        let text = stream.next().unwrap().unwrap();
        let end = begin + stream.byte_offset();
        // Keys stay readable, so that they are what they are.
        if rest[end..].starts_with(':') {
            written.push_str(&rest[begin..end]);
        } else {
            let units: String = text.encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect();
            written.push_str(&format!("\"{units}\""));
        }
        rest = &rest[end..];
    }
    written + rest
}

/// Every text that a reader could make of an output: as it is, and with escapes and codes taken back.
fn readings(output: &str) -> Vec<String> {
    let mut readings = vec![output.to_owned()];
    for _ in 0..4 {
        let last = readings.last().unwrap();
        readings.push(last.replace("\\\"", "\"").replace("\\\\", "\\").replace("\"\"", "\""));
    }
    let decoded = encoded_away(output);
    readings.push(decoded);
    readings
}

fn encoded_away(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let code = text
            .get(at + 1..at + 3)
            .and_then(|code| u8::from_str_radix(code, 16).ok());
        match (bytes[at], code) {
            (b'%', Some(code)) => {
                decoded.push(code);
                at += 3;
            }
            (byte, _) => {
                decoded.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

/// Texts of which careless programs never see the end.
#[test]
fn strange_texts_come_to_an_end() {
    let many = |piece: &str| piece.repeat(100_000);
    let texts = [
        many("secret="),
        many("secret=\""),
        many("10.0.0.1 "),
        many("1:"),
        many("a@b.cc,"),
        many("{\""),
        many("[{\"a\":"),
        many("%3D"),
        many("\\\""),
        many("eyJa.b."),
        many("token "),
        many("Anna "),
    ];
    for text in texts {
        let events = [
            json!({"uuid": "a", "payload": {"text": text, "firstName": text, "in": json!({"x": text}).to_string()}}),
            json!({"uuid": "b", "payload": vec![json!({"id": "x"}); 1000]}),
        ];
        let document = Desk::new(&json!({"uuid": "s", "firstName": "Anna"}), &events).redacted(Redaction::everything());
        assert_eq!(document["events"].as_array().unwrap().len(), 2);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn nothing_of_a_value_is_left(
        secrets in prop::collection::vec(secret(), 1..5),
        plants in prop::collection::vec((0_usize..5, prop::sample::select(PLACES.to_vec()), any::<bool>()), 1..12),
        pin in 1000_u32..10_000,
    ) {
        let session = json!({"uuid": "s", "token": pin, "firstName": "Annabel", "name": format!("For {}", secrets[0].value)});
        let mut events: Vec<event::Event> = Vec::new();
        let mut add = |event: String| events.push(event::Event::from_json(&event).unwrap());
        for (number, (of, place, is_escaped)) in plants.iter().enumerate() {
            let event = planted(number, &secrets[of % secrets.len()].value, *place).to_string();
            add(if *is_escaped { escaped(&event) } else { event });
        }
        for (number, secret) in secrets.iter().enumerate() {
            add(json!({"uuid": format!("home {number}"), "payload": secret.home}).to_string());
        }
        add(json!({"uuid": "pin", "payload": {"code": pin.to_string(), "text": format!("the PIN is {pin}"), "token": pin}}).to_string());
        let desk = Desk::new(&session, &[]);
        desk.archive.insert(events).unwrap();
        for (format, written) in desk.everything_written(&Redaction::everything()) {
            for reading in readings(&written) {
                let reading = reading.to_lowercase();
                for secret in &secrets {
                    prop_assert!(!reading.contains(&secret.value.to_lowercase()), "{format:?} has {}: {written}", secret.value);
                }
                prop_assert!(!reading.contains("annabel"), "{format:?}: {written}");
                prop_assert!(!reading.contains(&format!("is {pin}")) && !reading.contains(&format!("\"{pin}\"")), "{format:?}: {written}");
                prop_assert!(!reading.contains(&format!(":{pin}")), "{format:?}: {written}");
            }
        }
        for (_, written) in desk.everything_written(&Redaction::everything()).iter().take(1) {
            prop_assert!(serde_json::from_str::<Value>(written).is_ok(), "{written}");
        }
    }

    #[test]
    fn any_text_is_redacted_without_a_panic_and_stays_json(text in "\\PC*", key in "\\PC{0,12}", number in any::<f64>()) {
        let inner = json!({"firstName": text, key.as_str(): number}).to_string();
        let events = [json!({"uuid": "a", "payload": {"t": text, key.as_str(): [text], "half": inner[..inner.floor_char_boundary(inner.len() / 2)],
            "in": inner, "vid": number}})];
        let desk = Desk::new(&json!({"uuid": "s", "token": text}), &events);
        let document = desk.redacted(Redaction::everything());
        prop_assert_eq!(document["events"].as_array().unwrap().len(), 1);
    }
}
