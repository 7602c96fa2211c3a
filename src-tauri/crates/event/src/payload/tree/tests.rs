use serde_json::{Value, json};

use super::*;

fn tree(payload: &str) -> PayloadTree {
    PayloadTree::new(&Event::from_json(&format!(r#"{{"uuid":"1","payload":{payload}}}"#)).unwrap())
}

fn shown(tree: &PayloadTree, search: &str, toggled: &[&str], depth: u32) -> Vec<String> {
    let toggled: HashSet<String> = toggled.iter().map(|path| (*path).to_owned()).collect();
    let page = tree.rows(search, &toggled, depth, 0, 1_000);
    assert_eq!(page.total, page.rows.len());
    page.rows.into_iter().map(|row| row.path).collect()
}

fn sample() -> PayloadTree {
    tree(&json!({"a": {"b": [1, {"Key": "needle"}]}, "x/y~z": null, "empty": {}, "t": true}).to_string())
}

#[test]
fn branches_open_to_the_default_depth_and_by_hand() {
    let tree = sample();
    assert_eq!(shown(&tree, "", &[], 0), [""]);
    assert_eq!(shown(&tree, "", &[], 1), ["", "/a", "/x~1y~0z", "/empty", "/t"]);
    assert_eq!(
        shown(&tree, "", &["/a", "/a/b"], 1),
        ["", "/a", "/a/b", "/a/b/0", "/a/b/1", "/x~1y~0z", "/empty", "/t"]
    );
    assert_eq!(shown(&tree, "", &["/a"], 9), ["", "/a", "/x~1y~0z", "/empty", "/t"]);
    assert_eq!(shown(&tree, "", &["/nowhere", "a", ""], 1), [""]);
}

#[test]
fn a_row_tells_key_kind_and_value() {
    let tree = sample();
    let row = |path: &str| {
        let page = tree.rows("", &HashSet::new(), 9, 0, 100);
        let row = page.rows.into_iter().find(|row| row.path == path).unwrap();
        (row.key, row.kind, row.preview, row.child_count)
    };
    assert_eq!(row(""), ("payload".into(), ValueKind::Object, "4 fields".into(), 4));
    assert_eq!(row("/a/b"), ("b".into(), ValueKind::Array, "2 items".into(), 2));
    assert_eq!(row("/a/b/0"), ("0".into(), ValueKind::Number, "1".into(), 0));
    assert_eq!(row("/a/b/1/Key"), ("Key".into(), ValueKind::String, "needle".into(), 0));
    assert_eq!(row("/x~1y~0z"), ("x/y~z".into(), ValueKind::Null, "null".into(), 0));
    assert_eq!(row("/empty"), ("empty".into(), ValueKind::Object, "0 fields".into(), 0));
}

#[test]
fn search_shows_hits_and_what_leads_to_them() {
    let tree = sample();
    assert_eq!(
        shown(&tree, "NEEDLE", &[], 0),
        ["", "/a", "/a/b", "/a/b/1", "/a/b/1/Key"]
    );
    assert_eq!(shown(&tree, "key", &[], 0), ["", "/a", "/a/b", "/a/b/1", "/a/b/1/Key"]);
    assert_eq!(shown(&tree, "nothing", &[], 9), Vec::<String>::new());
    assert_eq!(
        shown(&tree, "needle", &["/a"], 0),
        ["", "/a"],
        "a branch with hits can be closed"
    );
    // What is inside a hit can be opened, and is closed at first.
    assert_eq!(shown(&tree, "b", &[], 0), ["", "/a", "/a/b"]);
    assert_eq!(shown(&tree, "b", &["/a/b"], 0), ["", "/a", "/a/b", "/a/b/0", "/a/b/1"]);
    let page = tree.rows("e", &HashSet::new(), 0, 0, 100);
    assert_eq!(page.hits, page.rows.iter().filter(|row| row.matches).count());
}

#[test]
fn rows_come_in_windows() {
    let list: Value = (0..1_000).collect::<Vec<_>>().into();
    let tree = tree(&list.to_string());
    let page = tree.rows("", &HashSet::new(), 1, 990, 100);
    assert_eq!(page.total, 1_001);
    assert_eq!(page.rows.len(), 11);
    assert_eq!(page.rows[0].path, "/989");
}

#[test]
fn strings_that_hold_json_open_as_trees() {
    let inner = json!({"event": {"xdm": {"_id": "U1"}}}).to_string();
    let inner_twice = json!({"again": inner}).to_string();
    let tree = tree(&json!({"messages": ["Received.", inner_twice, "{no json", "[1]"]}).to_string());
    let rows = tree.rows("", &HashSet::new(), 9, 0, 100).rows;
    let found = rows.iter().find(|row| row.path == "/messages/1/again/event/xdm/_id");
    assert_eq!(found.map(|row| (row.preview.as_str(), row.depth)), Some(("U1", 6)));
    let kind = |path: &str| rows.iter().find(|row| row.path == path).map(|row| row.kind);
    assert_eq!(kind("/messages/1"), Some(ValueKind::ObjectInString));
    assert_eq!(kind("/messages/2"), Some(ValueKind::String));
    assert_eq!(
        shown(&tree, "u1", &[], 0).last().map(String::as_str),
        Some("/messages/1/again/event/xdm/_id")
    );
    assert_eq!(
        tree.value_text("/messages/1/again/event/xdm/_id").as_deref(),
        Some("U1")
    );
}

#[test]
fn a_payload_in_a_string_and_a_payload_that_is_text_say_so() {
    let in_string = tree(&json!("{\"a\":1}").to_string());
    assert_eq!(
        in_string.rows("", &HashSet::new(), 9, 0, 9).note,
        Some(PayloadNote::JsonInString)
    );
    assert_eq!(shown(&in_string, "", &[], 9), ["", "/a"]);
    let text = tree(&json!("just text").to_string());
    let page = text.rows("", &HashSet::new(), 9, 0, 9);
    assert_eq!(
        (page.note, page.rows[0].preview.as_str()),
        (Some(PayloadNote::NotJson), "just text")
    );
    assert_eq!(shown(&tree("null"), "", &[], 9), [""]);
}

#[test]
fn values_are_copied_whole_and_as_written() {
    let tree = tree(r#"{"n":1.50,"s":"a\"b\n","o":{"x":[1e2]},"long":null}"#);
    assert_eq!(tree.value_text("/n").as_deref(), Some("1.50"));
    assert_eq!(tree.value_text("/s").as_deref(), Some("a\"b\n"));
    assert_eq!(tree.value_text("/o").as_deref(), Some("{\n  \"x\": [\n    1e2\n  ]\n}"));
    assert_eq!(tree.value_text("/o/x/1"), None);
}

#[test]
fn long_strings_are_shown_in_short_even_when_cut_through_an_escape() {
    for shift in 0..14 {
        let text = format!("{}{}", "x".repeat(shift), "😀\n\"".repeat(60_000));
        let escaped: String = Value::from(text.as_str()).to_string().replace('😀', "\\ud83d\\ude00");
        let tree = tree(&format!("{{\"long\":{escaped}}}"));
        let row = tree.rows("", &HashSet::new(), 1, 1, 1).rows.remove(0);
        assert!(row.truncated);
        assert_eq!(row.preview, text.chars().take(200).collect::<String>());
        assert_eq!(tree.value_text("/long").as_deref(), Some(text.as_str()));
    }
}

#[test]
fn a_very_deep_payload_is_a_tree_like_any_other() {
    let depth = 20_000;
    let payload = format!("{}\"needle\"{}", "[".repeat(depth), "]".repeat(depth));
    let tree = tree(&payload);
    let page = tree.rows("needle", &HashSet::new(), 0, depth, 1);
    assert_eq!(
        (page.total, page.hits, page.rows[0].depth),
        (depth + 1, 1, depth as u32)
    );
    assert!(tree.value_text("").is_some());
}

#[test]
fn every_row_s_path_leads_back_to_its_value() {
    let payload = json!({"a": [{"b~/c": 1}, "{\"d\":[true]}"], "ü\"": {"e": "f"}, "": 0});
    let tree = tree(&payload.to_string());
    for row in tree.rows("", &HashSet::new(), 99, 0, 999).rows {
        let text = tree.value_text(&row.path).unwrap();
        if row.child_count == 0 {
            assert_eq!(text, row.preview, "{}", row.path);
        }
    }
}

#[test]
fn every_row_of_a_name_that_is_said_twice_has_a_value() {
    let tree = tree(r#"{"a": "first", "a": [1, {"b": 2}], "a": {"b": 3}}"#);
    for row in tree.rows("", &HashSet::new(), 9, 0, 100).rows {
        assert!(tree.value_text(&row.path).is_some(), "{}", row.path);
    }
    assert_eq!(tree.value_text("/a").as_deref(), Some("first"));
    assert_eq!(tree.value_text("/a/1/b").as_deref(), Some("2"));
    assert_eq!(tree.value_text("/a/b").as_deref(), Some("3"));
    assert_eq!(tree.value_text("/a/c"), None);
}

#[test]
fn any_json_is_laid_out_under_a_name_of_its_own() {
    let tree = PayloadTree::of_json(r#"[{"a":1.0},"x"]"#, "answer").unwrap();
    let page = tree.rows("", &HashSet::new(), 9, 0, 9);
    let keys: Vec<&str> = page.rows.iter().map(|row| row.key.as_str()).collect();
    assert_eq!((keys, page.note), (vec!["answer", "0", "a", "1"], None));
    assert_eq!(tree.value_text("/0/a").as_deref(), Some("1.0"));
    for text in ["", "<html>", "{\"a\":", "{} {}"] {
        assert!(PayloadTree::of_json(text, "answer").is_none(), "{text}");
    }
}
