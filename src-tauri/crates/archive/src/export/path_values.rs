//! What a path leads to in an event, for a cell of a table. Paths mean what they mean in queries.

use event::Event;

use crate::query::{Path, Step, follow, opened, out_of_lists};
use crate::redaction::json::{Json, NodeKind, unescaped};

/// The values as text: strings as they read, objects as JSON, lists as what is in them; nulls are left out.
pub(crate) fn values_at(event: &Event, path: &Path) -> Vec<String> {
    opened(event, path.steps(), values)
}

fn values(json: &Json<'_>, steps: &[Step]) -> Vec<String> {
    let found = follow(json, steps);
    // A list as a whole is JSON; the values that lead through lists are told one by one.
    let whole = match found.as_slice() {
        [one] if has_containers(json, *one) => found,
        _ => out_of_lists(json, &found),
    };
    whole.into_iter().filter_map(|node| text(json, node)).collect()
}

/// Whether a list holds objects or lists, so that it says more as JSON.
fn has_containers(json: &Json<'_>, node: usize) -> bool {
    json.nodes[node].kind == NodeKind::List
        && json
            .children(node)
            .any(|child| matches!(json.nodes[child].kind, NodeKind::Object | NodeKind::List))
}

fn text(json: &Json<'_>, node: usize) -> Option<String> {
    let raw = json.raw(node);
    match json.nodes[node].kind {
        NodeKind::Text => Some(unescaped(raw).into_owned()),
        NodeKind::Literal => (raw != "null").then(|| raw.to_owned()),
        NodeKind::Object | NodeKind::List => Some(super::lines::one_line(raw).into_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::CsvColumn;

    fn at(event: &str, path: &str) -> String {
        let event = Event::from_json(event).unwrap();
        let CsvColumn::Path(path) = path.parse().unwrap() else {
            panic!("{path} is a path");
        };
        values_at(&event, &path).join("; ")
    }

    #[test]
    fn paths_lead_where_those_of_queries_do() {
        let event =
            r#"{"uuid":"1","payload":{"a":[{"b":1.50},{"b":"x\"y"},{"b":null}],"c":{"d": [true, 2]},"e":[1,"2"]}}"#;
        for (path, expected) in [
            ("payload.a.b", "1.50; x\"y"),
            ("payload.a[1].b", "x\"y"),
            ("payload.c", r#"{"d": [true, 2]}"#),
            ("payload.e", "1; 2"),
            ("payload.e[*]", "1; 2"),
            ("payload.a", r#"[{"b":1.50},{"b":"x\"y"},{"b":null}]"#),
            ("payload.*.d", "true; 2"),
            ("payload.none", ""),
            ("event.uuid", "1"),
        ] {
            assert_eq!(at(event, path), expected, "{path}");
        }
        let in_text = r#"{"uuid":"1","payload":"{\"name\":\"hit\"}"}"#;
        assert_eq!(at(in_text, "payload.name"), "hit");
        assert_eq!(at(in_text, "payload"), "{\"name\":\"hit\"}");
    }
}
