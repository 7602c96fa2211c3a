//! Queries and the events they ask for.

use archive::query::Context;
use event::Event;

use crate::session::{found, parse};

fn check(table: &[(&str, &str)]) {
    let mut wrong = Vec::new();
    for (text, expected) in table {
        match parse(text) {
            Ok(query) if found(&query) == *expected => {}
            Ok(query) => wrong.push(format!("{text}\n  found {:?}, expected {expected:?}", found(&query))),
            Err(error) => wrong.push(format!("{text}\n  {error}")),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nothing_asks_for_everything() {
    check(&[
        ("", "abcdefg"),
        ("  \t\n ", "abcdefg"),
        ("\"\"", "abcdefg"),
        ("*", "abcdefg"),
    ]);
}

#[test]
fn words_are_found_anywhere_in_any_case() {
    check(&[
        ("mug", "c"),
        ("GRÖßE", "c"),
        ("iphone", "ab"),
        // Every word must be there, in any order.
        ("pro iphone", "a"),
        ("\"pro iphone\"", ""),
        ("\"iPhone 16\"", "a"),
        // Keys, and the JSON text itself.
        ("productlistitems", "c"),
        (r#""\"status\":502""#, "d"),
        (r#""status\":502""#, "d"),
        ("502", "d"),
        // As it reads and as it is written.
        (r#""größe \"m\"""#, "c"),
        (r#""\\u00f6""#, "c"),
        // A payload in a string, both ways.
        ("hitReceived", "e"),
        (r#""\"logLevel\": \"log\"""#, "e"),
        // Lower-case words are text.
        ("and", "g"),
        ("\"AND\"", "g"),
        ("not and", "g"),
        ("NOTIFICATION", "a"),
        ("pro NOTIFICATION", "a"),
        ("more ANDROID", ""),
        ("mug ORPHAN", ""),
        ("more -NOTHING", "g"),
        ("(mug OR ORPHAN)", "c"),
        ("null", "bef"),
        ("a.b", ""),
        ("10:14", ""),
        ("https://example.com/a=b", ""),
        ("a-b", ""),
        ("pro - ios", "a"),
        ("YWJj==", ""),
    ]);
}

#[test]
fn stars_and_regular_expressions_stay_within_one_value() {
    check(&[
        ("commerce*chases", "c"),
        ("com*purch", "c"),
        ("iphone*pro", "a"),
        ("*phone*", "ab"),
        ("Pro*Battery", ""),
        ("Canonical*name", "a"),
        // In quotes a star is a star, when it is text that is looked for.
        ("\"x*y\"", "c"),
        ("\"m*g\"", ""),
        ("wh?t", ""),
        ("/^mug$/", "c"),
        ("/^MUG$/c", ""),
        ("/^Mug$/c", "c"),
        ("/^mug$/i", "c"),
        (r"/a\/b c/", "e"),
        (r"/^\d{3}$/", "df"),
        ("/Device name.*Pro/", ""),
        (r"/^(fetch|hot)$/", "ac"),
    ]);
}

#[test]
fn fields_are_compared_whole_in_any_case() {
    check(&[
        ("type:edge", "cd"),
        ("TYPE:EDGE", "cd"),
        ("type:edg", ""),
        ("type:generic", "bcd"),
        ("type:service", "e"),
        ("type:com.adobe.eventType.edge", "cd"),
        ("kind:generic", "bcd"),
        ("kind:edge", ""),
        ("kind:\"push service\"", "f"),
        ("source:requestcontent", "c"),
        ("source:com.adobe.eventSource.requestContent", "c"),
        ("source:*content", "bcd"),
        ("source:com.adobe.eventsource.re*", "bc"),
        ("source:com.adobe.eventsource.*", "bcd"),
        ("vendor:*konductor", "e"),
        ("vendor:/konductor|cepheus/", "ef"),
        ("client:c1-iphone", "ab"),
        ("clientId:c1*", "ab"),
        ("uuid:A", "a"),
        ("name:\"Configuration Response\"", "b"),
        ("name:\"Shared state*\"", "c"),
        ("name:\"shared * (shop)\"", "c"),
        ("name:hitreceived", "e"),
        ("label:log", "g"),
        ("name:/state|error/", "cd"),
        ("name:state", ""),
        ("flagged:true", "d"),
        ("hidden:true", "g"),
        ("hidden:no", "abcdef"),
        ("note:TWICE", "d"),
        ("note:\"sent twice\"", "d"),
        ("note:look*twice", "d"),
        ("note:/^Why/c", "g"),
        ("note:*", "dg"),
        ("note:(twice OR late)", "dg"),
        ("note!=twice", "g"),
        ("highlight:any", "d"),
        ("highlight:*", "d"),
        ("highlight:Yellow", "d"),
        ("highlight:(red OR green)", ""),
        ("highlight!=red", "d"),
        ("flagged:no", "abcefg"),
        ("has:error", "df"),
        ("Has:ERROR", "df"),
    ]);
}

#[test]
fn fields_may_be_empty_or_there() {
    check(&[
        ("client:\"\"", "ef"),
        ("client:*", "abcdg"),
        ("client:\"*\"", "abcdg"),
        ("source:*", "bcd"),
        ("payload.ACPExtensionEventData.empty:\"\"", "b"),
        ("payload.ACPExtensionEventData.empty:*", "b"),
        ("payload.ACPExtensionEventData.none:*", ""),
        ("payload.ACPExtensionEventData.none:null", "b"),
        ("payload.ACPExtensionEventData.none:n*", ""),
        ("payload.ACPExtensionEventData:*", "bcd"),
        ("annotations:*", "ag"),
        ("payload:*", "abcdefg"),
        ("eventNumber:*", "abcdefg"),
        ("time:*", "abcdefg"),
    ]);
}

#[test]
fn a_list_of_values_is_any_of_them() {
    check(&[
        ("type:(edge OR service)", "cde"),
        ("name:(hitReceived OR \"AEP Error Response\" OR /^conf/)", "bde"),
        ("NOT type:(edge OR service)", "abfg"),
        ("type!=(edge OR service)", "abfg"),
        ("eventNumber:(1 OR 12..13)", "acd"),
        ("time:(10:14 OR 12:00)", "a"),
    ]);
}

#[test]
fn numbers_are_compared_as_numbers() {
    check(&[
        ("eventNumber:12", "c"),
        ("eventNumber=12.0", "c"),
        ("eventNumber>12", "dg"),
        ("eventNumber >= 12", "cdg"),
        ("eventNumber<2", "aef"),
        ("eventNumber<=2", "abef"),
        ("eventNumber:2..13", "bcd"),
        ("eventNumber:13..", "dg"),
        ("eventNumber:..1", "aef"),
        ("eventNumber!=0", "abcdg"),
        ("payload.status>=400", "f"),
        ("payload.*.status>=400", "d"),
        ("payload.status > 4e2", "f"),
        ("payload.deviceInfo.\"Battery level\"<0", "a"),
        ("payload.deviceInfo.\"Battery level\":-1", "a"),
        // A string that holds a number counts, any item of a list does.
        ("payload.ACPExtensionEventData.xdm.productListItems.priceTotal>10", "c"),
        (
            "payload.ACPExtensionEventData.xdm.productListItems.priceTotal:9..10",
            "c",
        ),
        ("payload.ACPExtensionEventData.xdm.productListItems.priceTotal>12", ""),
        ("payload.ACPExtensionEventData.xdm.productListItems.name>0", ""),
        // `=` compares numbers, `:` what is written.
        ("payload.ACPExtensionEventData.\"optimize.timeout\"=10", "b"),
        ("payload.ACPExtensionEventData.\"optimize.timeout\":10", ""),
        ("payload.ACPExtensionEventData.\"optimize.timeout\":10.0", "b"),
        ("payload.ACPExtensionEventData.\"build.environment\"=DEV", "b"),
        ("payload.version:5.0.0", "a"),
        ("payload.version>4", ""),
    ]);
}

#[test]
fn paths_step_through_keys_and_lists() {
    check(&[
        ("payload.ACPExtensionEventData.xdm.eventType:commerce.*", "c"),
        // Keys are exact, fields are not.
        ("Payload.ACPExtensionEventData.xdm.eventType:*", "c"),
        ("payload.acpextensioneventdata.xdm.eventType:*", ""),
        ("payload.ACPExtensionEventData.edge.configId:*", ""),
        ("payload.ACPExtensionEventData.\"edge.configId\":d-1", "b"),
        ("payload.ACPExtensionEventData.\"*\":star", "b"),
        ("payload.*.\"edge.configId\":*", "b"),
        ("payload.deviceInfo.\"Device name\":iphone*", "a"),
        ("payload.deviceInfo.\"Low power mode enabled\":FALSE", "a"),
        ("payload.appSettings.UIBackgroundModes:fetch", "a"),
        ("payload.appSettings.UIBackgroundModes[0]:fetch", "a"),
        ("payload.appSettings.UIBackgroundModes[1]:fetch", ""),
        ("payload.appSettings.UIBackgroundModes[*]:*not*", "a"),
        ("payload.appSettings[*]:*", ""),
        ("payload.ACPExtensionEventData.xdm.productListItems.name:mug", "c"),
        ("payload.ACPExtensionEventData.xdm.productListItems[1].name:mug", ""),
        (
            "payload.ACPExtensionEventData.xdm.productListItems[1].name:\"Größe \\\"m\\\"\"",
            "c",
        ),
        ("payload.ACPExtensionEventData.xdm.productListItems.tags:hot", "c"),
        ("payload.ACPExtensionEventData.xdm.productListItems.tags[1]:red", ""),
        ("payload.ACPExtensionEventData.xdm.productListItems.tags[1][0]:hot", "c"),
        (r#"payload.*.xdm.productListItems.tags:"x\*y""#, "c"),
        (r#"payload.*.xdm.productListItems.tags:"h*t""#, "c"),
        (r#"payload.*.xdm.productListItems.tags:"h\*t""#, ""),
        ("payload.name:hitReceived", "e"),
        ("payload.messages[0]:/a.b/", "e"),
        ("payload:\"plain text*\"", "g"),
        ("annotations.type:visibility", "g"),
        ("annotations.payload.hidden:true", "g"),
        ("event.sessionUuid:s-9", "g"),
        ("event.\"sessionUuid\":s-9", "g"),
        ("event.type:client", "a"),
        ("event.annotations.type:*", "g"),
    ]);
}

#[test]
fn not_is_all_the_rest_and_unequal_is_there_but_different() {
    check(&[
        ("NOT mug", "abdefg"),
        ("-mug", "abdefg"),
        ("-\"iPhone 16\"", "bcdefg"),
        ("-type:edge", "abefg"),
        ("NOT NOT mug", "c"),
        ("--mug", "c"),
        ("-(type:edge OR type:service)", "abfg"),
        ("NOT payload.status=410", "abcdeg"),
        ("payload.status!=410", ""),
        ("payload.status!=200", "f"),
        ("client!=c1-iphone", "cdg"),
        ("NOT client:c1-iphone", "cdefg"),
        // No item is, not: some item is not.
        ("payload.ACPExtensionEventData.retry!=5", ""),
        ("payload.ACPExtensionEventData.retry!=6", "d"),
        ("time!=12:00", "bcdefg"),
        ("flagged!=true", "abcefg"),
        ("has!=error", "abceg"),
    ]);
}

#[test]
fn and_binds_stronger_than_or() {
    check(&[
        ("iphone OR mug hot", "abc"),
        ("iphone mug OR hot", "c"),
        ("iphone AND pro", "a"),
        ("(iphone OR mug) AND hot", "c"),
        ("(iphone OR mug) AND(hot)", "c"),
        ("((mug))", "c"),
        ("NOT(mug OR iphone)", "defg"),
        ("type:edge NOT has:error", "c"),
        ("type:edge -has:error OR kind:service", "ce"),
    ]);
}

#[test]
fn times_are_absolute_or_count_from_an_end_of_the_session() {
    check(&[
        ("time:2026-11-20", "abcdefg"),
        ("time:2026-11-19", ""),
        ("time>2026-11-19", "abcdefg"),
        ("time>2026-11-20", ""),
        ("time<=2026-11-20", "abcdefg"),
        ("time<2026-11-20", ""),
        // Without an offset, in the zone of the person who asks.
        ("time:2026-11-20T12:00", "a"),
        ("time:2026-11-20T10:00Z", "a"),
        ("time:2026-11-20T11:00+01:00", "a"),
        ("time:2026-11-20T05:00-0500", "a"),
        ("time:\"2026-11-20 12:05\"", "c"),
        ("time:2026-11-20T12:05:00", "c"),
        ("time:2026-11-20T12:05:00.118", "c"),
        ("time:2026-11-20T12:05:00.11", "c"),
        ("time:2026-11-20T12:05:00.119", ""),
        ("time=1795169100118", "c"),
        ("time>1795169100118", "defg"),
        ("time>=1795169100118", "cdefg"),
        // A time alone is on the day of the newest event.
        ("time:12:05", "c"),
        ("time:10:05Z", "c"),
        ("time:12:05..12:09", "cdef"),
        ("time:12:00..12:05", "abc"),
        ("time:12:05..", "cdefg"),
        ("time:..12:05", "abc"),
        ("time>12:05", "defg"),
        ("time >= 12:05", "cdefg"),
        ("time<12:05", "ab"),
        ("timestamp<=12:05", "abc"),
        ("time>24:00", ""),
        // The last and the first of the session.
        ("time>-5m", "cdefg"),
        ("time>-30s", "efg"),
        ("time>=-30s", "defg"),
        ("time:-30s", "defg"),
        ("time:-40s..-10s", "def"),
        ("time<-5m", "ab"),
        ("time<+1m", "a"),
        ("time<=+1m", "ab"),
        ("time:+1m", "a"),
        ("time:+1m..+6m", "bc"),
        ("time>+300118ms", "defg"),
        ("time<+1d time>-1h", "abcdefg"),
        ("time:12:05..2026-11-21", "cdefg"),
    ]);
}

#[test]
fn odd_json_is_read_as_it_was_sent() {
    let deep = format!("{}1{}", "[".repeat(50_000), "]".repeat(50_000));
    for (payload, text, expected) in [
        // A key that is there twice has both values.
        (r#"{"a":1,"a":2}"#, "payload.a=1 payload.a=2", true),
        // Numbers keep their text.
        (r#"{"a":1e3}"#, "payload.a:1e3 payload.a=1000 1e3", true),
        (r#"{"a":1e3}"#, "payload.a:1000", false),
        (
            r#"{"a":12345678901234567890123}"#,
            "payload.a:12345678901234567890123",
            true,
        ),
        (r#"{"a":"Infinity"}"#, "payload.a>5", false),
        (r#"{"a":" 12 "}"#, "payload.a>5", true),
        // Half a character.
        (r#"{"a":"one\nfoo"}"#, "nfoo", false),
        (r#"{"a":"one\nfoo"}"#, "\"one\\\\nfoo\" \"one\nfoo\"", true),
        (r#"{"a":"x\ud800y"}"#, "x*y payload.a:x*y", true),
        (r#"{"\u0061\u0022":1}"#, r#"payload."a\"":1"#, true),
        (
            r#"{ "a" : [ 1 , { "b c" : null } ] }"#,
            r#""{\"a\":[1,{\"b c\":null}]}""#,
            true,
        ),
        ("[[{\"a\":1}]]", "payload.a:1 payload[0][0].a:1 payload[*][*]:*", true),
        ("[]", "payload:* NOT payload[0]:* NOT payload.a:*", true),
        (&deep, "payload=1 payload[0][0][0]:*", true),
        ("\"{broken\"", "payload:{broken", true),
        ("\"[1, 2]\"", "payload[1]=2 \"[1, 2]\"", true),
    ] {
        let event = Event::from_json(&format!(r#"{{"uuid":"1","payload":{payload}}}"#)).unwrap();
        let query = parse(text).unwrap();
        assert_eq!(query.matches(&event, &Context::default()), expected, "{text}");
    }
}
