//! The address of a call, which Postman writes as a text or in parts.

use serde_json::Value;

use super::super::description::plain;
use super::pair;
use crate::request::Field;

pub(super) fn url(url: Option<&Value>) -> String {
    let (text, variables) = match url {
        Some(Value::String(text)) => (text.clone(), None),
        Some(parts @ Value::Object(_)) => {
            let raw = parts.get("raw").and_then(Value::as_str).filter(|raw| !raw.is_empty());
            let text = raw.map_or_else(|| joined(parts), str::to_owned);
            (text, parts.get("variable").and_then(Value::as_array))
        }
        _ => return String::new(),
    };
    match variables {
        Some(variables) => with_path_variables(&text, &variables.iter().filter_map(pair).collect::<Vec<Field>>()),
        None => text,
    }
}

/// Adds a part to the query.
pub(super) fn add(url: &mut String, field: &Field) {
    let mark = if url.contains('?') { '&' } else { '?' };
    url.push_str(&format!("{mark}{}={}", field.name, field.value));
}

fn joined(parts: &Value) -> String {
    let host = list(parts.get("host"), ".");
    let port = plain(parts.get("port"));
    let path = list(parts.get("path"), "/");
    let mut text = match plain(parts.get("protocol")) {
        none if none.is_empty() => host,
        protocol => format!("{}://{host}", protocol.trim_end_matches("://").trim_end_matches(':')),
    };
    if !port.is_empty() {
        text.push_str(&format!(":{port}"));
    }
    if !path.is_empty() {
        text.push_str(&format!("/{}", path.trim_start_matches('/')));
    }
    let query = parts.get("query").and_then(Value::as_array).into_iter().flatten();
    for entry in query {
        let Some(field) = pair(entry).filter(|field| field.enabled) else {
            continue;
        };
        let mark = if text.contains('?') { '&' } else { '?' };
        match entry.get("value") {
            None | Some(Value::Null) => text.push_str(&format!("{mark}{}", field.name)),
            _ => add(&mut text, &field),
        }
    }
    text
}

/// A list of texts or of `{"value": text}`; or one text.
fn list(value: Option<&Value>, between: &str) -> String {
    let Some(Value::Array(parts)) = value else {
        return plain(value);
    };
    let parts: Vec<String> = parts
        .iter()
        .map(|part| match part {
            Value::Object(part) => plain(part.get("value")),
            part => plain(Some(part)),
        })
        .collect();
    parts.join(between)
}

/// `/:name` in the path stands for a variable of the address alone. One without a value becomes a variable like others.
fn with_path_variables(text: &str, variables: &[Field]) -> String {
    let (path, query) = match text.find(['?', '#']) {
        Some(end) => text.split_at(end),
        None => (text, ""),
    };
    let segments = path.split('/').map(|segment| {
        let name = segment.strip_prefix(':').filter(|name| !name.is_empty());
        let variable = name.and_then(|name| variables.iter().find(|variable| variable.name == name));
        match variable {
            None => segment.to_owned(),
            Some(variable) if variable.value.is_empty() => format!("{{{{{}}}}}", variable.name),
            Some(variable) => variable.value.clone(),
        }
    });
    format!("{}{query}", segments.collect::<Vec<String>>().join("/"))
}
