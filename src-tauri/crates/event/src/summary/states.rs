//! Shared states: what each extension of the SDK tells the others.

use serde_json::Value;

use super::definition::Definition;
use super::subject::{Subject, counted, in_words};

pub(super) const DEFINITIONS: &[Definition] = &[
    Definition::sdk("Extension versions", "hub", "sharedstate")
        .only_if(|state| owner(state) == "com.adobe.module.eventhub" && extensions(state).is_some())
        .detail(|state| {
            extensions(state)
                .map(|all| counted(all.len(), "extension"))
                .unwrap_or_default()
        })
        .more(versions),
    Definition::sdk("Configuration state", "hub", "sharedstate")
        .only_if(|state| owner(state) == "com.adobe.module.configuration")
        .detail(|state| in_state(state, "build.environment"))
        .more(|state| {
            let told = [
                ("Environment", "build.environment"),
                ("Organization ID", "experienceCloud.org"),
                ("Property", "property.id"),
                ("Datastream", "edge.configId"),
                ("Privacy", "global.privacy"),
                ("Rules", "rules.url"),
            ];
            told.map(|(label, key)| (label.to_owned(), in_state(state, key))).into()
        }),
    Definition::sdk("Shared state", "hub", "sharedstate")
        .detail(owner)
        .lines(&[("Owner", "/stateowner")])
        .more(|state| {
            let kind = if state_of(state, "xdm.state.data").is_some() {
                "XDM"
            } else {
                "Standard"
            };
            let fields = contents(state)
                .map(|data| counted(data.len(), "field"))
                .unwrap_or_default();
            vec![("Kind".to_owned(), kind.to_owned()), ("State".to_owned(), fields)]
        }),
];

fn owner(state: &Subject<'_>) -> String {
    state.data_text("/stateowner")
}

fn state_of<'s>(state: &'s Subject<'_>, key: &str) -> Option<&'s serde_json::Map<String, Value>> {
    state.payload.get("metadata")?.get(key)?.as_object()
}

fn contents<'s>(state: &'s Subject<'_>) -> Option<&'s serde_json::Map<String, Value>> {
    state_of(state, "state.data").or_else(|| state_of(state, "xdm.state.data"))
}

/// A value of a standard state in words.
fn in_state(state: &Subject<'_>, key: &str) -> String {
    let value = state_of(state, "state.data").and_then(|data| data.get(key));
    value.map(in_words).unwrap_or_default()
}

fn extensions<'s>(state: &'s Subject<'_>) -> Option<&'s serde_json::Map<String, Value>> {
    state_of(state, "state.data")?.get("extensions")?.as_object()
}

fn versions(state: &Subject<'_>) -> Vec<(String, String)> {
    let text = |value: &Value, key: &str| value.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let core = state_of(state, "state.data")
        .and_then(|data| data.get("version"))
        .and_then(Value::as_str);
    let mut lines = vec![("Core".to_owned(), core.unwrap_or_default().to_owned())];
    for (id, extension) in extensions(state).into_iter().flatten() {
        let name = text(extension, "friendlyName");
        lines.push((
            if name.is_empty() { id.clone() } else { name },
            text(extension, "version"),
        ));
    }
    lines
}
