//! A request written into a collection. What did not change stays as it came.

use serde_json::{Map, Value, json};

use super::super::description::plain;
use super::body::LANGUAGES;
use super::request;
use crate::request::{Body, Field, Request};

/// A new call.
pub(in crate::postman) fn fresh(id: &str, asked: &Request) -> Value {
    let mut item = json!({"id": id, "name": "", "request": {"method": "GET", "header": [], "url": ""}});
    change(&mut item, asked, &[]);
    item
}

/// Changes a call to what a request says. `parents` are the collection and its folders, outermost first.
pub(in crate::postman) fn change(item: &mut Value, new: &Request, parents: &[&Value]) {
    let old = request(item, parents);
    let Some(fields) = item.as_object_mut() else {
        return;
    };
    if old.name != new.name {
        fields.insert("name".to_owned(), json!(new.name));
    }
    let url = fields.get("request").filter(|asked| asked.is_string()).cloned();
    let asked = fields.entry("request").or_insert_with(|| json!({}));
    if !asked.is_object() {
        *asked = json!({"method": "GET", "url": url});
    }
    let Some(asked) = asked.as_object_mut() else {
        return;
    };
    if old.method != new.method {
        asked.insert("method".to_owned(), json!(new.method));
    }
    if old.url != new.url {
        asked.insert("url".to_owned(), json!(new.url));
    }
    let headers = with_media_type(new);
    if old.headers != headers {
        // What was inherited stands among the headers now, or was taken away.
        asked.insert("auth".to_owned(), json!({"type": "noauth"}));
        let kept = pairs(asked.get("header"), &headers);
        asked.insert("header".to_owned(), kept);
    }
    if old.body != new.body {
        match body(asked.get("body"), &new.body) {
            Some(body) => asked.insert("body".to_owned(), body),
            None => asked.shift_remove("body"),
        };
    }
}

/// The headers; with the media type of a text for which Postman has no word.
fn with_media_type(new: &Request) -> Vec<Field> {
    let mut headers = new.headers.clone();
    if let Body::Text { media_type, .. } = &new.body
        && language(media_type).is_none()
        && !super::has_header(&headers, "content-type")
    {
        headers.push(Field::new("Content-Type", media_type));
    }
    headers
}

fn language(media_type: &str) -> Option<&'static str> {
    let media_type = if media_type == "application/json" {
        ""
    } else {
        media_type
    };
    LANGUAGES
        .iter()
        .find(|(_, known)| *known == media_type)
        .map(|(language, _)| *language)
}

fn body(old: Option<&Value>, body: &Body) -> Option<Value> {
    let old = |mode: &str| old.and_then(|old| old.get(mode));
    let written = match body {
        Body::None => return None,
        Body::Text { text, media_type } => {
            let language = language(media_type).unwrap_or("text");
            json!({"mode": "raw", "raw": text, "options": {"raw": {"language": language}}})
        }
        Body::Form {
            fields,
            multipart: true,
        } => json!({"mode": "formdata", "formdata": pairs(old("formdata"), fields)}),
        Body::Form {
            fields,
            multipart: false,
        } => {
            json!({"mode": "urlencoded", "urlencoded": pairs(old("urlencoded"), fields)})
        }
        Body::GraphQl { query, variables } => {
            json!({"mode": "graphql", "graphql": {"query": query, "variables": variables}})
        }
    };
    Some(written)
}

/// Pairs of a key and a value. Those that were there before keep what else they had.
fn pairs(old: Option<&Value>, fields: &[Field]) -> Value {
    let mut old: Vec<&Value> = old.and_then(Value::as_array).into_iter().flatten().collect();
    let pair = |field: &Field| {
        let place = old.iter().position(|pair| plain(pair.get("key")) == field.name);
        let mut pair = match place.map(|place| old.remove(place)) {
            Some(Value::Object(pair)) => pair.clone(),
            _ => Map::from_iter([("key".to_owned(), json!(field.name))]),
        };
        if plain(pair.get("value")) != field.value || !pair.contains_key("value") {
            pair.insert("value".to_owned(), json!(field.value));
        }
        match field.enabled {
            true => pair.shift_remove("disabled"),
            false => pair.insert("disabled".to_owned(), json!(true)),
        };
        Value::Object(pair)
    };
    fields.iter().map(pair).collect()
}
