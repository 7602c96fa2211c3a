//! Any text gives a query or an error, and a query that is written out says the same.

use archive::query::{
    Column, Condition, Context, Expression, Path, Query, Step, Test, TextPattern, ValuePattern, completion,
};
use event::Event;
use proptest::prelude::*;
use serde_json::Value;
use time::UtcOffset;

use crate::session::{parse, zone};

/// Pieces of which queries are made, so that many texts are nearly queries and many are queries.
const PIECES: &[&str] = &[
    "a",
    "AND",
    "ANDROID",
    "NOTHING",
    "ORPHAN",
    "OR",
    "NOT",
    "-",
    "(",
    ")",
    " ",
    " ",
    " ",
    "\"",
    "\\",
    "/",
    "*",
    "..",
    ":",
    "=",
    "!=",
    "<",
    ">=",
    "mug",
    "name:",
    "type:",
    "source:",
    "eventNumber:",
    "eventNumber",
    "time:",
    "time>",
    "time<=",
    "flagged:true",
    "hidden:false",
    "note:*",
    "note:\"two words\"",
    "note:a*b,c",
    "note:/x\\/y/c",
    "note:\"\"",
    "highlight:any",
    "highlight:purple",
    "has:error",
    "payload.",
    "payload",
    "event.",
    "[0]",
    "[*]",
    ".",
    "\"a key\"",
    "5",
    "9.5",
    "-5m",
    "+30s",
    "2026-11-20",
    "T10:14",
    "10:14:02.5",
    "Z",
    "+02:00",
    "1795169100118",
    "ä",
    "x*y",
    "/a.b/c",
    "/[/",
    "\"q*\"",
    "\u{2028}",
    "\n",
];

fn texts() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(prop::sample::select(PIECES), 0..24).prop_map(|pieces| pieces.concat());
    prop_oneof![pieces, ".{0,40}"]
}

/// Whole conditions, nearly all of which are right.
const CONDITIONS: &[&str] = &[
    "mug",
    "\"two words\"",
    "x*y",
    "*time:x*y*",
    "/a\\/b/",
    "/B/c",
    "https://a/b",
    "type:edge",
    "name:(a OR \"b c\" OR /d/)",
    "source:com.adobe.eventSource.x*",
    "client!=c1",
    "eventNumber:5..",
    "eventNumber:..9",
    "eventNumber<1e300",
    "payload.a.b:5",
    "payload.a.b=5",
    "payload.a.b:0.1..0.30000000000000004",
    "payload.a.b!=x",
    "payload.a[3][*].*:*",
    "payload.\"a b\".\"c\\\"d\":\"x\\*y*\"",
    "payload.a:\"5..9\"",
    "event.\"1\":x",
    "annotations.type:\"\"",
    "time>-5m",
    "time<=-5m",
    "time:+1s..+2s",
    "time:10:14",
    "time:23:59..24:00",
    "time!=2026-11-20",
    "time:2026-11-20T10:14:02.118",
    "time>=0000-01-01T00:00Z",
    "time<9999-12-31T23:59Z",
    "time:1795169100118..9999999999999999",
    "time>10:14-03:30",
    "time:*",
    "flagged:false",
    "has:error",
    "time<-0s",
    "time<+0s",
    "time>=-1001ms",
    "metadata.x:/\\d+/c",
];

fn queries() -> impl Strategy<Value = String> {
    let one = prop::sample::select(CONDITIONS).prop_map(str::to_owned);
    one.prop_recursive(6, 40, 4, |inner| {
        let list = prop::collection::vec(inner.clone(), 2..4);
        prop_oneof![
            list.clone().prop_map(|list| format!("({})", list.join(" "))),
            list.clone().prop_map(|list| format!("({})", list.join(" OR "))),
            list.prop_map(|list| list.join(" AND ")),
            inner.clone().prop_map(|one| format!("NOT {one}")),
            inner.prop_map(|one| format!("-({one})")),
        ]
    })
}

/// Values full of what looks like JSON. No line breaks: half of their escape is no piece of the text.
fn json() -> impl Strategy<Value = Value> {
    let text = "[a-e0-9:,{}\\[\\] \"\\\\-]{0,8}";
    let one = prop_oneof![
        text.prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        any::<bool>().prop_map(Value::from),
        Just(Value::Null),
    ];
    one.prop_recursive(4, 24, 4, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((text, inner), 0..4).prop_map(|pairs| Value::Object(pairs.into_iter().collect())),
        ]
    })
}

fn same_when_written(query: &Query) -> Result<(), TestCaseError> {
    let written = query.to_string();
    // Lists of values are written out, and may then be longer than a query may be.
    if written.chars().count() > 10_000 {
        return Ok(());
    }
    let again = match Query::parse(&written, UtcOffset::UTC) {
        Ok(again) => again,
        Err(error) => return Err(TestCaseError::fail(format!("{}\n{error}", query.text()))),
    };
    prop_assert_eq!(
        again.expression(),
        query.expression(),
        "{} as {}",
        query.text(),
        &written
    );
    prop_assert_eq!(again.to_string(), written);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 1_000, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_a_query_or_has_an_error_in_it(text in texts(), column in 0..40_usize) {
        let typing = completion(&text, column);
        prop_assert!(typing.column <= column.max(1) && text.contains(&typing.typed));
        match parse(&text) {
            Ok(query) => same_when_written(&query)?,
            Err(error) => {
                let length = text.chars().count();
                prop_assert!((1..=length + 1).contains(&error.column), "{}", &error);
                prop_assert!(error.column + error.length <= length + 1, "{}", &error);
                prop_assert!(!error.message.is_empty());
                prop_assert!(error.to_string().contains('^'));
            }
        }
    }

    #[test]
    fn a_query_that_is_written_out_says_the_same(text in queries()) {
        match parse(&text) {
            Ok(query) => same_when_written(&query)?,
            Err(error) => return Err(TestCaseError::fail(error.to_string())),
        }
    }

    #[test]
    fn any_text_may_be_a_value_a_key_or_a_search(text in any::<String>(), index in 0..2_000_usize) {
        let path = Path::new(vec![
            Step::Key("payload".to_owned()), Step::Key(text.clone()), Step::Index(index), Step::AnyKey, Step::AnyIndex,
        ]).unwrap();
        for condition in [
            Condition::Text(TextPattern::contains(text.clone())),
            Condition::Column { column: Column::Vendor, test: Test::Matches(ValuePattern::is(text.clone())) },
            Condition::Path { path, test: Test::Matches(ValuePattern::is(text.clone())) },
            Condition::Path { path: Path::field(text.clone()), test: Test::Exists },
        ] {
            let query = Query::everything().and(condition.clone()).unwrap();
            prop_assert_eq!(query.expression(), Some(&Expression::Condition(condition)), "{}", query.text());
        }
        prop_assert!(ValuePattern::is(text.clone()).is_match(&text));
        prop_assert!(TextPattern::contains(text.clone()).is_match(&text));
    }

    #[test]
    fn any_piece_of_an_event_s_json_is_found(payload in json(), from in any::<prop::sample::Index>(), length in 1..30_usize) {
        let text = serde_json::json!({"uuid": "1", "payload": payload}).to_string();
        let piece = &text[from.index(text.len())..];
        let piece = &piece[..length.min(piece.len())];
        let query = Query::everything().and(Condition::Text(TextPattern::contains(piece))).unwrap();
        let event = Event::from_json(&text).unwrap();
        prop_assert!(query.matches(&event, &Context::default()), "{} in {}", piece, &text);
    }

    #[test]
    fn a_query_with_something_more_asks_for_both(text in queries(), more in queries()) {
        let (query, more) = (parse(&text).unwrap(), parse(&more).unwrap());
        let expected = query.expression().unwrap().clone().and(more.expression().unwrap().clone());
        let both = query.and(more.expression().unwrap().clone()).unwrap();
        prop_assert_eq!(both.expression(), Some(&expected), "{}", both.text());
        prop_assert!(both.text().contains(query.text()));
    }
}

#[test]
fn what_is_written_is_plain() {
    for (text, written) in [
        ("  a   AND b", "a b"),
        ("a OR (b (c))", "a OR b c"),
        ("(a OR b) c", "(a OR b) c"),
        ("-a --b", "NOT a b"),
        ("\"a\" \"AND\" \"a b\" \"-a\"", "a \"AND\" \"a b\" \"-a\""),
        ("TYPE:\"edge\" Name:\"a b*\"", "type:edge name:\"a b*\""),
        ("source:com.adobe.eventSource.requestContent", "source:requestContent"),
        ("type:(a OR b)", "type:a OR type:b"),
        ("client!=a", "client:* NOT client:a"),
        ("payload.a==5", "payload.a=5"),
        ("time>-5m", "time>-5m"),
        ("time:-5m", "time>=-5m"),
        ("time<=+30s", "time<=+30s"),
        ("time>=2026-11-20", "time>=2026-11-19T22:00Z"),
        ("time:10:14", "time:10:14+02:00..10:14:59.999+02:00"),
    ] {
        assert_eq!(parse(text).unwrap().to_string(), written, "{text}");
    }
}

#[test]
fn a_value_that_is_too_long_for_a_query_is_an_error() {
    let query = parse("a").unwrap();
    let long = Condition::Text(TextPattern::contains("x".repeat(3_000_000)));
    assert!(query.and(long).is_err());
    assert_eq!(Query::everything().text(), "");
    assert_eq!(Query::parse("10:00", zone()).unwrap().text(), "10:00");
}
