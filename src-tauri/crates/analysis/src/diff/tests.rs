use event::Event;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;

fn content(payload: &str, ignored: Ignored) -> Arc<Content> {
    let event = Event::from_json(&format!(r#"{{"uuid":"1","payload":{payload}}}"#)).unwrap();
    Arc::new(Content::new(&event, ignored))
}

fn diff_of(before: &str, after: &str, which: Lines, ignored: Ignored) -> Diff {
    Diff::new(content(before, ignored), content(after, ignored), which)
}

fn changes(before: &Value, after: &Value) -> Diff {
    diff_of(
        &before.to_string(),
        &after.to_string(),
        Lines::OnlyChanges,
        Ignored::Nothing,
    )
}

fn told(diff: &Diff) -> Vec<(String, Change, Option<String>, Option<String>)> {
    let told = |line: DiffLine| (line.path, line.change, line.before, line.after);
    let lines = diff.lines(0, usize::MAX).into_iter();
    lines.filter(|line| line.change != Change::Same).map(told).collect()
}

#[test]
fn objects_are_compared_by_key_and_lists_by_content() {
    let before = json!({"a": 1, "list": [1, 2, 3], "b": {"gone": true, "kept": "x"}});
    let after = json!({"b": {"kept": "y", "new": null}, "list": [0, 1, 2, 3], "a": 1});
    let diff = changes(&before, &after);
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(
        told(&diff),
        [
            ("/b/gone".to_owned(), Change::Removed, some("true"), None),
            ("/b/kept".to_owned(), Change::Changed, some("x"), some("y")),
            ("/b/new".to_owned(), Change::Added, None, some("null")),
            ("/list/0".to_owned(), Change::Added, None, some("0")),
        ]
    );
    assert_eq!(
        diff.counts(),
        Counts {
            removed: 1,
            added: 2,
            changed: 1
        }
    );
    let shown: Vec<(usize, String)> = diff
        .lines(0, 3)
        .into_iter()
        .map(|line| (line.depth, line.key))
        .collect();
    assert_eq!(
        shown,
        [(0, "payload".to_owned()), (1, "b".to_owned()), (2, "gone".to_owned())]
    );
}

#[test]
fn json_in_strings_is_compared_as_json() {
    let before = json!({"message": json!({"xdm": {"eventType": "a", "same": 1}}).to_string()});
    let after = json!({"message": json!({"xdm": {"same": 1, "eventType": "b"}}).to_string()});
    let diff = changes(&before, &after);
    assert_eq!(told(&diff).len(), 1);
    assert_eq!(told(&diff)[0].0, "/message/xdm/eventType");
}

#[test]
fn numbers_differ_as_they_are_written() {
    let diff = diff_of(
        r#"{"a":12345678901234567890123,"b":1.0}"#,
        r#"{"a":12345678901234567890124,"b":1.0}"#,
        Lines::OnlyChanges,
        Ignored::Nothing,
    );
    assert_eq!(told(&diff)[0].0, "/a");
    assert_eq!(diff.counts().total(), 1);
}

#[test]
fn identities_and_times_are_left_out_when_asked_but_not_that_they_are_there() {
    let run = |id: &str, at: i64, price: f64| {
        json!({
            "ACPExtensionEventUniqueIdentifier": id,
            "attributes": {"requestId": format!("{id}-0123456789abcdef")},
            "seen": at,
            "identityMap": {"ECID": [{"id": "1", "primary": at % 2 == 0}]},
            "items": [{"ref": id}],
            "price": price,
        })
    };
    let (first, second) = (
        run("1b2c3d4e-0000-4000-8000-000000000001", 1_795_169_100_118, 5.0),
        run("1b2c3d4e-0000-4000-8000-000000000002", 1_795_169_100_119, 6.0),
    );
    let of = |ignored| diff_of(&first.to_string(), &second.to_string(), Lines::OnlyChanges, ignored);
    assert_eq!(told(&of(Ignored::IdentitiesAndTimes)).len(), 1);
    assert_eq!(told(&of(Ignored::IdentitiesAndTimes))[0].0, "/price");
    assert_eq!(of(Ignored::Nothing).counts().changed, 6);
    let mut without = second;
    without["identityMap"] = json!({});
    let diff = diff_of(
        &first.to_string(),
        &without.to_string(),
        Lines::OnlyChanges,
        Ignored::IdentitiesAndTimes,
    );
    assert!(
        told(&diff)
            .iter()
            .any(|(path, change, ..)| path == "/identityMap/ECID" && *change == Change::Removed)
    );
}

#[test]
fn what_was_an_object_and_is_a_text_is_shown_as_both() {
    let diff = changes(&json!({"a": {"b": 1}}), &json!({"a": "b"}));
    let kinds: Vec<Change> = told(&diff).into_iter().map(|line| line.1).collect();
    assert_eq!(kinds, [Change::Removed, Change::Removed, Change::Added]);
}

#[test]
fn long_texts_are_shown_where_they_part() {
    let text = |end: &str| json!({"text": format!("{}{end}", "ä".repeat(5_000))});
    let diff = changes(&text("one"), &text("two"));
    let line = told(&diff).remove(0);
    assert!(line.2.unwrap().ends_with("äone") && line.3.unwrap().starts_with('…'));
}

#[test]
fn payloads_of_any_size_and_depth_are_compared() {
    let deep = |inner: &str| format!("{}{inner}{}", "[".repeat(50_000), "]".repeat(50_000));
    let diff = diff_of(&deep("1"), &deep("2"), Lines::OnlyChanges, Ignored::Nothing);
    assert_eq!(diff.counts().changed, 1);
    let large = |skip: usize| {
        let items: Vec<Value> = (0..20_000)
            .filter(|at| at % 1_000 != skip)
            .map(|at| json!({"at": at}))
            .collect();
        Value::from(items)
    };
    let diff = changes(&large(1), &large(500));
    assert_eq!((diff.counts().removed, diff.counts().added), (20, 20));
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "[a-z\"\\\\{}\\[\\]:,0-9ä]{0,6}".prop_map(Value::from),
        Just(Value::from("1b2c3d4e-0000-4000-8000-000000000001")),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map("[a-c~/ ]{0,2}|timestamp|_id", inner.clone(), 0..6)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
            inner.prop_map(|value| Value::from(value.to_string())),
        ]
    })
}

proptest! {
    #[test]
    fn a_payload_does_not_differ_from_itself(value in any_json()) {
        let text = value.to_string();
        for ignored in [Ignored::Nothing, Ignored::IdentitiesAndTimes] {
            let diff = diff_of(&text, &text, Lines::OnlyChanges, ignored);
            prop_assert!(diff.is_empty() && diff.counts().total() == 0);
            let all = diff_of(&text, &text, Lines::All, ignored);
            prop_assert!(all.lines(0, usize::MAX).iter().all(|line| line.change == Change::Same));
        }
    }

    #[test]
    fn every_change_is_found(before in any_json(), after in any_json()) {
        // A payload that is a string of JSON is the JSON in it.
        let (before, after) = (json!([before]), json!([after]));
        let diff = changes(&before, &after);
        let (left, right) = (before.to_string(), after.to_string());
        let is_equal = left == right;
        prop_assert_eq!((diff.is_empty(), diff.counts().total() == 0), (is_equal, is_equal));
        let back = changes(&after, &before);
        prop_assert_eq!(diff.counts().total() > 0, back.counts().total() > 0);
    }

    #[test]
    fn nothing_of_either_payload_is_lost(before in any_json(), after in any_json()) {
        let (left, right) = (content(&before.to_string(), Ignored::Nothing), content(&after.to_string(), Ignored::Nothing));
        let diff = Diff::new(Arc::clone(&left), Arc::clone(&right), Lines::All);
        let shown = |of: fn(&Line) -> Option<u32>| {
            let mut numbers: Vec<u32> = diff.lines.iter().filter_map(of).collect();
            numbers.sort_unstable();
            numbers
        };
        let all = |content: &Content| (0..content.tree().value_count() as u32).collect::<Vec<u32>>();
        prop_assert_eq!(shown(|line| line.before), all(&left));
        prop_assert_eq!(shown(|line| line.after), all(&right));
    }
}
