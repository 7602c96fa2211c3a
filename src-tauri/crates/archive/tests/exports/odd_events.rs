//! Events as no fixture has them, and as apps send them all the same.

use serde_json::json;

/// The fields of a session, in an order of their own, with some that nobody knows.
pub(crate) const SESSION: &str = r#"{"name":"Odd ünd new","uuid":"0f8fad5b-d9cb-469f-a165-70867728950e","later":{"x":[1.5,{}]},
    "token":42,"link":"myapp://?a=b","orgId":"0A1B2C3D@AdobeOrg","annotations":[],"empty":null,"last":{"a":{}}}"#;

/// As they are in a file; the timestamps are in no order.
pub(crate) fn odd_events() -> Vec<String> {
    let deep = format!("{}1{}", "[".repeat(3000), "]".repeat(3000));
    let long = "ä\"\\ ".repeat(25_000);
    let part = |uuid: &str, of: &str, number: u32, text: &str| {
        json!({"uuid": uuid, "timestamp": 1_700_000_000_500_u64, "eventNumber": 9, "type": "generic", "vendor": "v",
            "payload": {"chunkData": text},
            "metadata": {"chunkId": of, "chunkTotal": 3, "chunkSequenceNumber": number}})
        .to_string()
    };
    let mut events: Vec<String> = vec![
        r#"{"uuid":"A1","eventNumber":1,"clientId":"C1","timestamp":1700000000900,"vendor":"com.adobe.griffon.mobile","type":"generic","payload":{"ACPExtensionEventName":"Edge","ACPExtensionEventType":"com.adobe.eventtype.edge","ACPExtensionEventSource":"com.adobe.eventsource.requestcontent"},"annotations":[]}"#.into(),
        r#"{"unknown":{"deep":[{}]},"uuid":"a2","timestamp":"1700000000100","payload":null,"type":7,"":"","vendor":null}"#.into(),
        r#"{"uuid":"a3","timestamp":1.7e12,"payload":{"n":[1e400,-0,-0.0,1.50,12345678901234567890123456789,1E+2,0.1e-7,1e-400]}}"#.into(),
        format!(r#"{{"uuid":"a4","payload":{deep}}}"#),
        r#"{"uuid":"a5","payload":{"half":"\ud83e","other":"x\udd80y","whole":"\ud83e\udd80","slash":"\/","zero":"\u0000","line":"\u2028"}}"#.into(),
        r#"{"uuid":"a6","payload":{"twice":1,"twice":{"a":2},"a b":"","\u0061":1,"":[]}}"#.into(),
        "{ \"uuid\" : \"a7\",\r\n\t\"payload\" : { \"blank \\n s\" : [ 1 , 2 ] } ,\n \"timestamp\":-5 }".into(),
        r#"{"uuid":"a8","payload":"{\"name\":\"hitReceived\",\"messages\":[\"{\\\"a\\\":1}\"]}","vendor":"com.adobe.edge.konductor","type":"service"}"#.into(),
        r#"{"uuid":"a9","payload":"plain = text","timestamp":9223372036854775807}"#.into(),
        r#"{"uuid":"a10","payload":[1,[2,{"x":null}],"s",true,false]}"#.into(),
        json!({"uuid": "a11", "payload": {"long": long}, "timestamp": 1_700_000_000_000_u64}).to_string(),
        r#"{"eventID":"A12","vendor":"v","type":"log","payload":{"emoji":"🦀","rtl":"مرحبا"}}"#.into(),
    ];
    let whole = json!({"ACPExtensionEventName": "Large one", "text": "ö".repeat(40)}).to_string();
    let (first, rest) = whole.split_at(whole.floor_char_boundary(30));
    let (second, third) = rest.split_at(rest.floor_char_boundary(40));
    events.push(part("p2", "whole", 2, third));
    events.push(part("p0", "whole", 0, first));
    events.push(part("q1", "waiting", 1, "{\"half"));
    events.push(part("p1", "whole", 1, second));
    // Enough for more than one block.
    events.extend((0..300).map(|number| {
        json!({"uuid": format!("00000000-0000-4000-8000-{number:012}"), "eventNumber": number, "clientId": null,
            "timestamp": 1_700_000_000_000_u64 + (number * 7919) % 1000, "vendor": "v", "type": "generic",
            "payload": {"name": format!("n{}", number % 5), "number": number}, "annotations": []})
        .to_string()
    }));
    events
}

/// Adobe's UI JSON of these events.
pub(crate) fn document(session: &str, events: &[String]) -> String {
    format!(
        "{},\"events\":[{}]}}",
        session.strip_suffix('}').unwrap(),
        events.join(" ,\n")
    )
}
