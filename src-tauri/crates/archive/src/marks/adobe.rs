//! What Adobe's web UI marks, read from annotations.

use event::Event;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// What the annotations of one event say.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct AdobeMarks {
    pub(crate) flagged: bool,
    /// False is said too: the event is shown although the session was cleared.
    pub(crate) hidden: Option<bool>,
    pub(crate) note: Option<String>,
}

impl AdobeMarks {
    /// The marks of an event; the first annotation that says something counts, as in Adobe's web UI.
    pub(crate) fn of(event: &Event) -> Self {
        Self::told_by(event).unwrap_or_default()
    }

    /// The same; nothing where the event came without a list of annotations, which says nothing of its marks.
    pub(crate) fn told_by(event: &Event) -> Option<Self> {
        Self::said_by(&event.field("annotations")?)
    }

    /// What annotations say; nothing where they are no list.
    pub(super) fn said_by(annotations: &Value) -> Option<Self> {
        let annotations = annotations.as_array()?;
        let flag = |key: &str| said(annotations, &["type", "namespace"], "visibility", key)?.as_bool();
        let note = said(annotations, &["type", "namespace"], "notes", "note");
        Some(Self {
            flagged: flag("important").unwrap_or(false),
            hidden: flag("hidden"),
            note: note
                .and_then(|note| note.as_str().map(str::to_owned))
                .filter(|note| !note.is_empty()),
        })
    }

    pub(crate) fn is_none(&self) -> bool {
        *self == Self::default()
    }
}

/// Up to when the session was cleared in Adobe's web UI, milliseconds since 1970; restoring it says 0.
pub(crate) fn cleared_by_adobe(session: &Map<String, Value>) -> Option<i64> {
    let annotations = session.get("annotations")?.as_array()?;
    // Adobe's guide asks for the payload alone.
    let is_nameless = |annotation: &&Value| annotation.get("namespace").is_none() && annotation.get("type").is_none();
    let nameless = annotations.iter().filter(is_nameless);
    let cleared = said(annotations, &["namespace", "type"], "visibility", "clearSessionTS")
        .or_else(|| in_payloads(nameless, "clearSessionTS"))?;
    let cleared = cleared.as_i64().or_else(|| cleared.as_f64().map(|at| at as i64))?;
    (cleared > 0).then_some(cleared)
}

/// The first value of a key among the annotations of a namespace. A payload may be a string of JSON.
fn said(annotations: &[Value], names: &[&str], namespace: &str, key: &str) -> Option<Value> {
    let is_of_namespace = |annotation: &&Value| {
        let named = |name: &&str| annotation.get(*name).and_then(Value::as_str) == Some(namespace);
        names.iter().any(named)
    };
    in_payloads(annotations.iter().filter(is_of_namespace), key)
}

fn in_payloads<'a>(mut annotations: impl Iterator<Item = &'a Value>, key: &str) -> Option<Value> {
    annotations.find_map(|annotation| {
        let found = match annotation.get("payload")? {
            Value::String(text) => serde_json::from_str::<Value>(text).ok()?.get(key)?.clone(),
            payload => payload.get(key)?.clone(),
        };
        (!found.is_null()).then_some(found)
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn marks(annotations: Value) -> AdobeMarks {
        let event = json!({"uuid": "1", "annotations": annotations});
        AdobeMarks::of(&Event::from_json(&event.to_string()).unwrap())
    }

    #[test]
    fn marks_are_read_by_type_and_by_namespace_and_from_strings_of_json() {
        let found = marks(json!([
            {"uuid": "a", "type": "other", "payload": {"important": true, "hidden": true}},
            {"uuid": "b", "type": "visibility", "payload": {"important": null}},
            {"uuid": "c", "namespace": "visibility", "payload": "{\"important\":true,\"hidden\":false}"},
            {"uuid": "d", "type": "visibility", "payload": {"hidden": true}},
            {"uuid": "e", "type": "notes", "payload": {"note": "look here"}},
        ]));
        assert_eq!(
            found,
            AdobeMarks {
                flagged: true,
                hidden: Some(false),
                note: Some("look here".into())
            }
        );
    }

    #[test]
    fn odd_annotations_say_nothing() {
        for odd in [
            json!(null),
            json!("visibility"),
            json!([null, 5, "visibility", {"type": "visibility"}]),
            json!([{"type": "visibility", "payload": "no json"}, {"type": "visibility", "payload": ["hidden"]}]),
            json!([{"type": "visibility", "payload": {"hidden": "yes", "important": 1}}]),
            json!([{"type": ["notes"], "payload": {"note": "x"}}, {"type": "notes", "payload": {"note": ""}}]),
        ] {
            assert!(marks(odd.clone()).is_none(), "{odd}");
        }
    }

    #[test]
    fn a_session_tells_when_it_was_cleared() {
        let cleared = |at: Value| {
            let session = json!({"annotations": [{"namespace": "visibility", "payload": {"clearSessionTS": at}}]});
            cleared_by_adobe(session.as_object().unwrap())
        };
        assert_eq!(cleared(json!(1_700_000_000_000_i64)), Some(1_700_000_000_000));
        assert_eq!(cleared(json!(0)), None);
        let documented = json!({"annotations": [{"payload": {"other": 1}}, {"payload": {"clearSessionTS": 5}}]});
        assert_eq!(cleared_by_adobe(documented.as_object().unwrap()), Some(5));
        assert_eq!(cleared(json!("soon")), None);
        assert_eq!(cleared_by_adobe(&Map::new()), None);
    }
}
