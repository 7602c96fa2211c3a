//! The body of a call.

use serde_json::Value;
use url::form_urlencoded;

use super::super::description::plain;
use super::pair;
use crate::request::{Body, Field};

/// Postman's languages of a text, and their media types.
pub(super) const LANGUAGES: [(&str, &str); 5] = [
    ("json", ""),
    ("xml", "application/xml"),
    ("html", "text/html"),
    ("javascript", "application/javascript"),
    ("text", "text/plain"),
];

pub(super) fn body(body: Option<&Value>) -> Body {
    let Some(body) = body.filter(|body| body.get("disabled") != Some(&Value::Bool(true))) else {
        return Body::None;
    };
    let mode = body.get("mode").and_then(Value::as_str).unwrap_or_default();
    match mode {
        "raw" => text(body),
        "urlencoded" => Body::Form {
            fields: fields(body.get(mode)),
            multipart: false,
        },
        "formdata" => Body::Form {
            fields: fields(body.get(mode)),
            multipart: true,
        },
        "graphql" => graphql(body.get(mode)),
        _ => Body::None,
    }
}

/// Whether a call sends a file, which is not done here.
pub(in crate::postman) fn sends_file(item: &Value) -> bool {
    let Some(body) = item.get("request").and_then(|asked| asked.get("body")) else {
        return false;
    };
    let parts = body.get("formdata").and_then(Value::as_array).into_iter().flatten();
    match body.get("mode").and_then(Value::as_str) {
        Some("file") => true,
        Some("formdata") => parts.into_iter().any(is_file),
        _ => false,
    }
}

fn is_file(part: &Value) -> bool {
    part.get("type").and_then(Value::as_str) == Some("file")
}

fn text(body: &Value) -> Body {
    let text = plain(body.get("raw"));
    if text.is_empty() {
        return Body::None;
    }
    let language = body.pointer("/options/raw/language").and_then(Value::as_str);
    let known = LANGUAGES.iter().find(|(name, _)| Some(*name) == language);
    let media_type = match known {
        Some((_, media_type)) => media_type,
        None if text.trim_start().starts_with(['{', '[']) => "",
        None => "text/plain",
    };
    Body::Text {
        text,
        media_type: media_type.to_owned(),
    }
}

fn fields(fields: Option<&Value>) -> Vec<Field> {
    match fields {
        Some(Value::String(text)) => form_urlencoded::parse(text.as_bytes())
            .map(|(name, value)| Field::new(&name, &value))
            .collect(),
        Some(Value::Array(entries)) => entries.iter().filter_map(field).collect(),
        _ => Vec::new(),
    }
}

fn field(entry: &Value) -> Option<Field> {
    let field = pair(entry)?;
    Some(Field {
        enabled: field.enabled && !is_file(entry),
        ..field
    })
}

fn graphql(graphql: Option<&Value>) -> Body {
    let Some(graphql) = graphql else {
        return Body::None;
    };
    let variables = match graphql.get("variables") {
        Some(variables @ Value::Object(_)) => format!("{variables:#}"),
        variables => plain(variables),
    };
    Body::GraphQl {
        query: plain(graphql.get("query")),
        variables,
    }
}
