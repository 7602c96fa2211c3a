//! Texts that are no query: where the trouble is, and what is said of it.

use crate::session::parse;

#[test]
fn an_error_points_at_its_place_and_says_what_was_expected() {
    for (text, column, length, message, expected) in [
        ("name:", 6, 0, "a value is missing", "a value"),
        ("name: foo", 6, 0, "a value is missing", "a value"),
        ("(a OR", 6, 0, "a condition is missing", "a condition"),
        ("(a OR ", 7, 0, "a condition is missing", "a condition"),
        ("(a", 3, 0, "a `(` is not closed", "`)`"),
        ("()", 2, 1, "a condition is missing", "a condition"),
        ("foo bar)", 8, 1, "there is no `(` for this `)`", ""),
        (")", 1, 1, "there is no `(` for this `)`", ""),
        ("AND a", 1, 3, "a condition is missing", "a condition"),
        ("a OR OR b", 6, 2, "a condition is missing", "a condition"),
        ("a AND", 6, 0, "a condition is missing", "a condition"),
        ("NOT", 4, 0, "a condition is missing", "a condition"),
        ("größe \"abc", 7, 4, "the quotes are not closed", "`\"`"),
        ("/abc", 1, 4, "the regular expression is not closed", "`/`"),
        ("//", 1, 2, "the regular expression is empty", ""),
        ("/ab(/", 4, 1, "the regular expression is wrong: unclosed group", ""),
        (
            "name:/a/ /[b/",
            11,
            1,
            "the regular expression is wrong: unclosed character class",
            "",
        ),
        (
            r"/\p{Nope}/",
            2,
            8,
            "the regular expression is wrong: Unicode property not found",
            "",
        ),
        (
            "/(((a{999}){999}){999})/",
            2,
            22,
            "the regular expression is too large",
            "",
        ),
        ("/a/b", 4, 1, "this cannot follow a regular expression", "a space"),
        ("vendro:x", 1, 6, "there is no field `vendro`", "a field: name, type"),
        ("a state:store", 3, 5, "there is no field `state`", "quotes"),
        ("foo=1", 1, 3, "there is no field `foo`", "a field"),
        (
            "name>5",
            5,
            1,
            "only eventNumber, time and paths are compared by size",
            "`:`",
        ),
        (
            "flagged >= 1",
            9,
            2,
            "only eventNumber, time and paths are compared by size",
            "`:`",
        ),
        ("name.first:x", 5, 1, "`name` has no values inside it", "`:`"),
        ("eventNumber:abc", 13, 3, "this is no number", "a number"),
        (
            "eventNumber:9..5",
            13,
            4,
            "the range ends before it begins",
            "the smaller",
        ),
        ("payload.a > b", 13, 1, "this is no number", "a number"),
        ("payload.a>", 11, 0, "a value is missing", "a value"),
        ("payload..a:x", 9, 0, "a key is missing", "a key"),
        (
            "payload.a*:x",
            9,
            2,
            "a `*` in a path stands for a whole key",
            "`*` alone",
        ),
        ("payload[x]:1", 8, 3, "this is no place in a list", "a number from 0"),
        ("payload[1:1", 8, 1, "this is no place in a list", "a number from 0"),
        ("payload.\"a b\"", 14, 0, "a comparison is missing", "`:`"),
        ("event:x", 6, 0, "the path has no steps", "`.` and a key"),
        (
            "time>yesterdayish",
            6,
            12,
            "this is no time",
            "a date such as `2026-11-20`",
        ),
        ("time:2026-13-01", 6, 10, "this is no time", "a date"),
        ("time:2026", 6, 4, "this is no time", "a date"),
        ("time:", 6, 0, "a value is missing", "a time of day such as `10:14`"),
        (
            "time:2026-11-20..2026-11-18",
            6,
            22,
            "the range ends before it begins",
            "a date",
        ),
        ("time:12:00..11:59", 6, 12, "the range ends before it begins", "a date"),
        ("time:24:01", 6, 5, "this is no time", "a date"),
        ("time:-5x", 6, 3, "this is no time", "a date"),
        ("time:-99999999999999999999d", 6, 22, "this is no time", "a date"),
        ("hidden:maybe", 8, 5, "an event is hidden or not", "`true`"),
        (
            "highlight:orange",
            11,
            6,
            "this is no colour of a highlight",
            "`yellow`",
        ),
        ("flagged:maybe", 9, 5, "an event is flagged or not", "`true`"),
        ("has:time", 5, 4, "this is nothing an event has", "`error`"),
        (
            "type:(a b)",
            9,
            1,
            "this list of values is not closed",
            "`OR` and another value",
        ),
        (
            "type:(a ORPHAN)",
            9,
            1,
            "this list of values is not closed",
            "`OR` and another value",
        ),
        ("type:(a OR)", 11, 0, "a value is missing", "a value"),
        ("type:(", 7, 0, "a value is missing", "a value"),
        ("name:foo(bar)", 9, 1, "`(` follows without a space", "a space"),
        ("foo\"bar\"", 4, 1, "`\"` follows without a space", "a space"),
        ("\"status\":502", 9, 1, "a text in quotes is no field", "a space"),
        ("a > b", 3, 1, "there is no field before `>`", "quotes"),
    ] {
        let error = parse(text).expect_err(text);
        assert_eq!((error.column, error.length), (column, length), "{error}");
        assert!(error.message.starts_with(message), "{error}");
        let said = error.expected.iter().any(|one| one.starts_with(expected));
        assert!(said || expected.is_empty(), "{error}");
    }
}

#[test]
fn an_error_is_shown_below_its_text() {
    let error = parse("größe name:").unwrap_err();
    assert_eq!(
        error.to_string(),
        "column 12: a value is missing; expected a value\n  größe name:\n             ^"
    );
    let long = format!("{} type:(a b) {}", "x".repeat(500), "y".repeat(500));
    let shown = parse(&long).unwrap_err().to_string();
    let lines: Vec<&str> = shown.lines().collect();
    assert_eq!(lines[1].chars().nth(lines[2].find('^').unwrap()), Some('b'));
    assert!(lines[1].chars().count() < 130, "{shown}");
}

#[test]
fn no_query_is_too_long_too_deep_or_too_many() {
    let deep = |levels| format!("{}a{}", "(".repeat(levels), ")".repeat(levels));
    assert!(parse(&deep(64)).is_ok());
    assert_eq!(parse(&deep(65)).unwrap_err().column, 66);
    assert!(parse(&"(".repeat(10_000)).is_err());
    assert!(
        parse(&"-".repeat(9_999)).is_ok(),
        "negations of a minus, one for each of the others"
    );
    assert!(parse(&format!("{}a", "NOT ".repeat(2_000))).is_ok());

    assert!(parse(&"ä".repeat(10_000)).is_ok());
    let error = parse(&"ä".repeat(10_001)).unwrap_err();
    assert_eq!((error.column, error.length), (10_001, 1));

    assert!(parse(&"a ".repeat(1_000)).is_ok());
    let error = parse(&"a ".repeat(1_001)).unwrap_err();
    assert_eq!((error.column, error.length), (2_001, 1));
    assert!(parse(&format!("type:({})", "a OR ".repeat(1_500) + "a")).is_err());

    assert!(parse(&"/a/ ".repeat(20)).is_ok());
    let error = parse(&"/a/ ".repeat(21)).unwrap_err();
    assert_eq!((error.column, error.length), (81, 3));

    // Brackets that add levels to the tree where none are written.
    let alternating = format!("{}a{}", "a OR a (".repeat(40), ")".repeat(40));
    let error = parse(&alternating).unwrap_err();
    assert!(error.message.contains("nested too deep"), "{error}");
    assert!(parse(&format!("payload{}:x", ".a".repeat(201))).is_err());
}
