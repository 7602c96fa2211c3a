//! What each rule takes out, in the shapes of real sessions.

use archive::redaction::{Redaction, RedactionRule};
use serde_json::{Value, json};

use crate::exporting::Desk;

const ECID: &str = "12345678901234567890123456789012345678";
const OTHER_ECID: &str = "98765432109876543210987654321098765432";

fn session() -> Value {
    json!({"uuid": "s1", "token": 42, "name": "Checkout of Anna", "firstName": "Anna", "lastName": "Berg",
        "createdById": "0A1B@c2d3.e", "createdTs": 1_700_000_000_000_i64, "annotations": []})
}

fn event(payload: &Value) -> Value {
    json!({"uuid": "e", "eventNumber": 1, "timestamp": 1_700_000_000_000_i64, "vendor": "v", "type": "generic", "payload": payload})
}

/// The payloads of events in order, after redaction.
fn payloads(redaction: Redaction, payloads: Vec<Value>) -> Vec<Value> {
    let events: Vec<Value> = payloads
        .into_iter()
        .enumerate()
        .map(|(number, payload)| {
            let mut event = event(&payload);
            event["uuid"] = json!(format!("e{number}"));
            event["eventNumber"] = json!(number);
            event
        })
        .collect();
    let mut document = Desk::new(&session(), &events).redacted(redaction);
    document["events"]
        .as_array_mut()
        .unwrap()
        .iter_mut()
        .map(|event| event["payload"].take())
        .collect()
}

fn payload(value: Value) -> Value {
    payloads(Redaction::everything(), vec![value]).remove(0)
}

#[test]
fn the_session_loses_its_pin_and_its_persons() {
    let document = Desk::new(&session(), &[]).redacted(Redaction::everything());
    assert_eq!(
        document,
        json!({"uuid": "s1", "token": null, "name": "Checkout of PERSON-1", "firstName": "PERSON-1", "lastName": "PERSON-2",
            "createdById": "PERSON-3", "createdTs": 1_700_000_000_000_i64, "annotations": [], "events": []})
    );
}

#[test]
fn identities_keep_their_shape() {
    let before = json!({"metadata": {"xdm.state.data": {"identityMap": {
        "ECID": [{"id": ECID, "authenticatedState": "ambiguous", "primary": false}],
        "CRM": [{"id": "cust-7", "primary": true}, {"id": "cust-8"}]}}},
        "mid": ECID, "target": {"id": {"tntId": "t.35_0", "customerIds": [{"id": "c9", "integrationCode": "x", "authenticatedState": "y"}]}},
        "list": [{"namespace": {"code": "ECID"}, "id": OTHER_ECID}, {"ID": "v1", "ID_TYPE": "DSID"}],
        "propositions": [{"id": "keep", "scope": "s"}], "requestId": "keep-7"});
    let after = json!({"metadata": {"xdm.state.data": {"identityMap": {
        "ECID": [{"id": "ECID-1", "authenticatedState": "ambiguous", "primary": false}],
        "CRM": [{"id": "ID-1", "primary": true}, {"id": "ID-2"}]}}},
        "mid": "ECID-1", "target": {"id": {"tntId": "ID-3", "customerIds": [{"id": "ID-4", "integrationCode": "x", "authenticatedState": "y"}]}},
        "list": [{"namespace": {"code": "ECID"}, "id": "ECID-2"}, {"ID": "ID-5", "ID_TYPE": "DSID"}],
        "propositions": [{"id": "keep", "scope": "s"}], "requestId": "keep-7"});
    assert_eq!(payload(before), after);
}

#[test]
fn the_same_value_is_the_same_wherever_it_stands() {
    let redacted = payloads(
        Redaction::everything(),
        vec![
            json!({"text": format!("profile CUST-0007 and {ECID}"), "number": 12_345_678}),
            json!({"identityMap": {"CRM": [{"id": "cust-0007"}], "N": [{"id": "12345678"}]}, "url": format!("https://x.org/?d_mid={ECID}&x=1")}),
            json!({"other": format!("{OTHER_ECID}:{ECID}"), "cust-0007": {"seen": true}}),
        ],
    );
    assert_eq!(
        redacted[0],
        json!({"text": "profile ID-1 and ECID-1", "number": "ID-2"})
    );
    assert_eq!(
        redacted[1]["identityMap"],
        json!({"CRM": [{"id": "ID-1"}], "N": [{"id": "ID-2"}]})
    );
    assert_eq!(redacted[1]["url"], "https://x.org/?d_mid=ECID-1&x=1");
    assert_eq!(redacted[2], json!({"other": "ECID-2:ECID-1", "ID-1": {"seen": true}}));
}

#[test]
fn json_in_strings_is_redacted_and_stays_json() {
    let inner = json!({"event": {"xdm": {"identityMap": {"ECID": [{"id": ECID}]}, "_id": "keep"}},
        "headers": [{"name": "Authorization", "value": "Bearer abc.def"}, {"name": "X-Request", "value": "keep"}], "n": 1.50});
    let twice = json!({"body": inner.to_string()});
    let redacted = payload(
        json!({"messages": ["Request received.", inner.to_string(), twice.to_string(), format!("Sent {inner} at once")]}),
    );
    let messages = &redacted["messages"];
    let expected = json!({"event": {"xdm": {"identityMap": {"ECID": [{"id": "ECID-1"}]}, "_id": "keep"}},
        "headers": [{"name": "Authorization", "value": "Bearer SECRET-1"}, {"name": "X-Request", "value": "keep"}], "n": 1.50});
    let opened = |text: &Value| serde_json::from_str::<Value>(text.as_str().unwrap()).unwrap();
    assert_eq!(messages[0], "Request received.");
    assert_eq!(opened(&messages[1]), expected);
    assert_eq!(opened(&opened(&messages[2])["body"]), expected);
    assert_eq!(messages[3], format!("Sent {expected} at once"));
}

#[test]
fn a_payload_that_is_a_string_is_opened() {
    let redacted = payload(json!(json!({"pushIdentifier": "tok-1", "a": 1}).to_string()));
    assert_eq!(redacted, json!(r#"{"pushIdentifier":"PUSH-TOKEN-1","a":1}"#));
}

#[test]
fn tokens_addresses_and_names_go() {
    let token = "0a".repeat(32);
    let before = json!({"pushTokens": format!("{token},second-one"), "pushNotificationDetails": [{"appID": "app", "token": "short", "platform": "apns",
        "identity": {"namespace": {"code": "ECID"}, "id": ECID}}],
        "deviceInfo": {"Device name": "Anna's iPhone", "Device type": "iPhone or iPod touch"},
        "log": ["Anna's iPhone joined from 203.0.113.7 and 2001:db8::7", "mail anna.berg@example.com", format!("token {token}"), "version 5.3.0"],
        "httpHeaders": {"Cookie": "a=b; c=d", "X-Forwarded-For": "203.0.113.7, 10.0.0.1", "Accept": "*/*"},
        "state": [{"key": "kndctr_A_AdobeOrg_identity", "value": "CiY1"}, {"key": "kndctr_A_AdobeOrg_cluster", "value": "or2"}],
        "enter": "PIN 0042 please", "count": 42, "pin": 42});
    assert_eq!(
        payload(before),
        json!({"pushTokens": "PUSH-TOKEN-1,PUSH-TOKEN-2", "pushNotificationDetails": [{"appID": "app", "token": "PUSH-TOKEN-3", "platform": "apns",
        "identity": {"namespace": {"code": "ECID"}, "id": "ECID-1"}}],
        "deviceInfo": {"Device name": "DEVICE-1", "Device type": "iPhone or iPod touch"},
        "log": ["DEVICE-1 joined from IP-1 and IP-2", "mail EMAIL-1", "token PUSH-TOKEN-1", "version 5.3.0"],
        "httpHeaders": {"Cookie": "SECRET-1", "X-Forwarded-For": "IP-1, IP-3", "Accept": "*/*"},
        "state": [{"key": "kndctr_A_AdobeOrg_identity", "value": "ID-1"}, {"key": "kndctr_A_AdobeOrg_cluster", "value": "or2"}],
        "enter": "PIN PIN-1 please", "count": 42, "pin": null})
    );
}

#[test]
fn addresses_of_the_web_and_what_is_encoded_in_them_are_looked_through() {
    let map = format!(r#"{{"identityMap":{{"X":[{{"id":"{ECID}"}}]}}}}"#);
    let encoded = percent(&map);
    let before = json!({
        "url": "https://x.org/a?email=anna.berg%40example.com&access_token=abcdefgh&apikey=k-123456&x=1",
        "deep": format!("https://x.org/?state={encoded}&to=%20203.0.113.7"),
        "link": "https://x.org/?s=%22eyJhbGciOiJ9.eyJzdWIi.c2ln%22",
        "person": {"mobilePhone": {"number": "0151 2345678", "primary": true}, "number": "0151"},
        "text": "call +49 151 2345678, or mail jo@example.com",
        "order": {"number": "17"}});
    assert_eq!(
        payload(before),
        json!({
        "url": "https://x.org/a?email=EMAIL-1&access_token=SECRET-1&apikey=SECRET-2&x=1",
        "deep": format!("https://x.org/?state={}&to=%20IP-1", encoded.replace(ECID, "ECID-1")),
        "link": "https://x.org/?s=%22SECRET-3%22",
        "person": {"mobilePhone": {"number": "ID-1", "primary": true}, "number": "0151"},
        "text": "call ID-2, or mail EMAIL-2",
        "order": {"number": "17"}})
    );
}

#[test]
fn a_value_has_one_replacement_however_it_is_written() {
    let before = json!({
        "url": "https://x.org/a?email=anna.berg%40example.com&next=anna.berg%2B1%40example.com",
        "text": "from Anna.Berg@example.com to anna.berg+1@example.com, 100%25"});
    assert_eq!(
        payload(before),
        json!({"url": "https://x.org/a?email=EMAIL-1&next=EMAIL-2", "text": "from EMAIL-1 to EMAIL-2, 100%25"})
    );
}

/// A text as it is written in an address.
fn percent(text: &str) -> String {
    let code = |byte: u8| match byte.is_ascii_alphanumeric() {
        true => char::from(byte).to_string(),
        false => format!("%{byte:02X}"),
    };
    text.bytes().map(code).collect()
}

#[test]
fn a_rule_that_is_off_leaves_its_values() {
    let before = json!({"identityMap": {"Email": [{"id": "someone@example.com"}]}, "ip": "203.0.113.7", "pushToken": "t-12345678",
        "firstName": "Carl", "authorization": "Bearer abcdefgh"});
    for rule in RedactionRule::ALL {
        let redacted = payloads(Redaction::of([rule]), vec![before.clone()]).remove(0);
        let changed: Vec<&str> = ["identityMap", "ip", "pushToken", "firstName", "authorization"]
            .into_iter()
            .filter(|key| redacted[*key] != before[*key])
            .collect();
        let expected: &[&str] = match rule {
            RedactionRule::Identities | RedactionRule::Emails => &["identityMap"],
            RedactionRule::PushTokens => &["pushToken"],
            RedactionRule::IpAddresses => &["ip"],
            RedactionRule::Pin => &[],
            RedactionRule::Names => &["firstName"],
            RedactionRule::Authorization => &["authorization"],
        };
        assert_eq!(changed, expected, "{rule}");
    }
    assert_eq!(payloads(Redaction::of([]), vec![before.clone()]), [before]);
}

#[test]
fn parts_of_an_event_that_is_not_whole_are_left_out() {
    let part = |number: u32, of: &str, text: &str| {
        json!({"uuid": format!("{of}{number}"), "timestamp": 1, "eventNumber": number, "payload": {"chunkData": text},
            "metadata": {"chunkId": of, "chunkTotal": 2, "chunkSequenceNumber": number}})
    };
    let whole = json!({"mid": ECID}).to_string();
    let events = [
        part(0, "whole", &whole[..20]),
        part(1, "whole", &whole[20..]),
        part(0, "half", &whole[..20]),
    ];
    let document = Desk::new(&session(), &events).redacted(Redaction::everything());
    let events = document["events"].as_array().unwrap();
    assert_eq!(events.len(), 2, "a whole event is exported in the place of its parts");
    let payloads: Vec<&Value> = events.iter().map(|event| &event["payload"]).collect();
    assert!(payloads.contains(&&json!({"mid": "ECID-1"})), "{payloads:?}");
    assert!(
        payloads.contains(&&json!({"chunkData": "[part of a large event, left out]"})),
        "{payloads:?}"
    );
}

#[test]
fn what_an_event_calls_a_person_does_not_rename_its_fields() {
    let events = [
        json!({"uuid": "a", "timestamp": 5, "type": "generic", "payload": {"firstName": "uuid", "lastName": "payload", "type": "payload"}}),
    ];
    let document = Desk::new(&session(), &events).redacted(Redaction::everything());
    let event = &document["events"][0];
    assert_eq!((&event["uuid"], &event["timestamp"]), (&json!("a"), &json!(5)));
    assert!(event["payload"]["firstName"].as_str().unwrap().starts_with("PERSON-"));
}

#[test]
fn half_characters_beside_a_value_do_not_hide_it() {
    let text = format!(r#"{{"uuid":"a","payload":{{"x":"\ud83e {ECID} \u0040","keep":"\ud83e"}}}}"#);
    let desk = Desk::new(&session(), &[]);
    desk.archive
        .insert(vec![event::Event::from_json(&text).unwrap()])
        .unwrap();
    for (format, written) in desk.everything_written(&Redaction::everything()) {
        assert!(
            !written.contains(ECID) && written.contains("ECID-1"),
            "{format:?}: {written}"
        );
    }
}
