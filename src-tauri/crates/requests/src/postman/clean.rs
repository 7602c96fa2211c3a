//! Taking secrets out of what came from Postman.

use serde_json::{Map, Value, json};

use crate::leaks;
use crate::names::{is_secret, variable_for};
use crate::variables::is_reference;

/// Where pairs of a key and a value lie.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    /// Anywhere.
    Anywhere,
    /// Among variables: a secret is emptied, for the integration's own takes its place.
    Variables,
    /// Among the fields of an `auth`.
    Auth,
    /// In the `auth` that is an API key under a name of its own.
    ApiKey,
}

/// Takes the secrets out of a collection or an environment, and tells their names. How deep it goes is bounded by how
/// deep JSON is read.
pub(crate) fn clean(json: &mut Value) -> Vec<String> {
    let mut left_out = Vec::new();
    clean_value(json, Place::Anywhere, &mut left_out);
    left_out
}

fn clean_value(json: &mut Value, place: Place, left_out: &mut Vec<String>) {
    match json {
        Value::String(text) => *text = leaks::text(text, left_out),
        Value::Array(values) => values.iter_mut().for_each(|value| clean_value(value, place, left_out)),
        Value::Object(fields) => clean_object(fields, place, left_out),
        _ => {}
    }
}

fn clean_object(fields: &mut Map<String, Value>, place: Place, left_out: &mut Vec<String>) {
    clean_keys(fields, left_out);
    let key = fields.get("key").and_then(Value::as_str).map(str::to_owned);
    // v2.0 writes the name and the value of an API key as one pair; the value is secret whatever the name is.
    let is_api_key = |key: &str| place == Place::ApiKey && !matches!(key, "key" | "value" | "in");
    for (name, value) in fields.iter_mut() {
        match (&key, name.as_str()) {
            (Some(key), "value") if is_api_key(key) => put_variable(key, value, left_out),
            (Some(key), "value") => clean_pair(key, value, place, left_out),
            (_, "header") => clean_headers(value, left_out),
            (_, "apikey") if value.is_array() => clean_api_key(value, left_out),
            _ if value.is_string() && is_secret(name) => clean_pair(name, value, Place::Anywhere, left_out),
            _ => clean_value(value, place_of(name, place), left_out),
        }
    }
    let is_marked = fields.get("type").and_then(Value::as_str) == Some("secret");
    if let (true, Some(key)) = (is_marked, &key)
        && let Some(value) = fields.get_mut("value")
    {
        empty(key, value, left_out);
    }
}

/// v2.1 writes the name and the value of an API key as two pairs: `[{key: "key", value: "x-partner"}, {key: "value",
/// value: "..."}]`.
fn clean_api_key(pairs: &mut Value, left_out: &mut Vec<String>) {
    clean_value(pairs, Place::ApiKey, left_out);
    let Some(pairs) = pairs.as_array_mut() else {
        return;
    };
    let is_pair = |pair: &Value, key: &str| pair.get("key").and_then(Value::as_str) == Some(key);
    let named = pairs.iter().find(|pair| is_pair(pair, "key"));
    let name = named.and_then(|pair| pair.get("value")?.as_str());
    let name = name.unwrap_or("api_key").to_owned();
    for pair in pairs.iter_mut().filter(|pair| is_pair(pair, "value")) {
        if let Some(value) = pair.get_mut("value") {
            put_variable(&name, value, left_out);
        }
    }
}

/// Headers may be pairs, lines of one text, or texts.
fn clean_headers(headers: &mut Value, left_out: &mut Vec<String>) {
    let mut line = |line: &str| match line.split_once(':') {
        Some((name, value)) => {
            let kept = leaks::value(name, value.trim(), left_out);
            format!("{name}: {kept}")
        }
        None => leaks::text(line, left_out),
    };
    match headers {
        Value::String(text) => {
            let lines: Vec<String> = text.lines().map(&mut line).collect();
            *text = lines.join("\n");
        }
        Value::Array(entries) => {
            for entry in entries {
                match entry {
                    Value::String(text) => *text = line(text),
                    _ => continue,
                }
            }
        }
        _ => {}
    }
    if !headers.is_string() {
        clean_value(headers, Place::Anywhere, left_out);
    }
}

fn place_of(name: &str, place: Place) -> Place {
    match name {
        "variable" | "values" | "variables" => Place::Variables,
        "auth" => Place::Auth,
        "apikey" if place == Place::Auth => Place::ApiKey,
        _ => Place::Anywhere,
    }
}

fn clean_pair(key: &str, value: &mut Value, place: Place, left_out: &mut Vec<String>) {
    if place == Place::Variables && is_secret(key) {
        return empty(key, value, left_out);
    }
    match value {
        Value::String(text) if place == Place::Variables => {
            let kept = leaks::hidden(text);
            if kept != *text {
                leaks::note(left_out, key);
                *text = kept;
            }
        }
        Value::String(text) => *text = leaks::value(key, text, left_out),
        Value::Null => {}
        value if is_secret(key) => {
            leaks::note(left_out, key);
            *value = json!(format!("{{{{{}}}}}", variable_for(key)));
        }
        value => clean_value(value, Place::Anywhere, left_out),
    }
}

/// Leaves nothing of a variable's value. Of one that was empty nothing is told.
fn empty(key: &str, value: &mut Value, left_out: &mut Vec<String>) {
    let is_empty = value.is_null() || value.as_str().is_some_and(|text| text.is_empty() || is_reference(text));
    if !is_empty {
        leaks::note(left_out, key);
        *value = json!("");
    }
}

/// Puts a variable in the place of a value of which only its name is known.
fn put_variable(name: &str, value: &mut Value, left_out: &mut Vec<String>) {
    let is_one = value.as_str().is_none_or(|text| text.is_empty() || is_reference(text));
    if !is_one {
        leaks::note(left_out, name);
        let is_client_id = name.eq_ignore_ascii_case("x-api-key");
        let variable = if is_client_id {
            "API_KEY".to_owned()
        } else {
            variable_for(name)
        };
        *value = json!(format!("{{{{{variable}}}}}"));
    }
}

/// A secret can be a key of JSON too.
fn clean_keys(fields: &mut Map<String, Value>, left_out: &mut Vec<String>) {
    if fields.keys().all(|key| leaks::hidden(key) == *key) {
        return;
    }
    *fields = std::mem::take(fields)
        .into_iter()
        .map(|(key, value)| (leaks::text(&key, left_out), value))
        .collect();
}
