//! A collection of one request.

use serde_json::{Value, json};

use super::collection::SCHEMA;
use super::pretty;
use crate::leaks::hidden;
use crate::prepare::{FilledIn, Prepared, PreparedBody, PreparedHeader};

/// A collection of v2.1 with one request, as it would be sent. Secrets stand in it as variables: `{{ACCESS_TOKEN}}`.
#[must_use]
pub fn single(name: &str, prepared: &Prepared) -> String {
    let name = match name.trim() {
        "" => format!("{} {}", prepared.method, prepared.address),
        name => hidden(name),
    };
    let url = match prepared.replaced_by {
        Some(_) => prepared.address.clone(),
        None => hidden(prepared.url.as_str()),
    };
    let is_parts = matches!(prepared.body, Some(PreparedBody::Multipart { .. }));
    let headers = prepared.headers.iter().filter(|header| {
        // Postman writes the media type of a form in parts itself, with its own boundary.
        !is_parts || !header.name.eq_ignore_ascii_case("content-type")
    });
    let mut request = json!({
        "method": prepared.method,
        "header": headers.map(header).collect::<Vec<Value>>(),
        "url": url,
    });
    if let Some(body) = &prepared.body {
        request["body"] = self::body(body, prepared);
    }
    let mut collection = json!({
        "info": {"name": name, "schema": SCHEMA},
        "item": [{"name": name, "request": request}],
    });
    super::clean(&mut collection);
    pretty(&collection)
}

fn header(header: &PreparedHeader) -> Value {
    let value = match header.filled_in {
        FilledIn::AccessToken => "Bearer {{ACCESS_TOKEN}}".to_owned(),
        _ => header.shown(),
    };
    json!({"key": header.name, "value": value})
}

fn body(body: &PreparedBody, prepared: &Prepared) -> Value {
    match body {
        PreparedBody::Text(text) => {
            let is_json = prepared
                .header("content-type")
                .is_some_and(|media_type| media_type.contains("json"));
            let language = if is_json { "json" } else { "text" };
            json!({"mode": "raw", "raw": text, "options": {"raw": {"language": language}}})
        }
        PreparedBody::Form(fields) => json!({"mode": "urlencoded", "urlencoded": pairs(fields)}),
        PreparedBody::Multipart { fields, .. } => json!({"mode": "formdata", "formdata": pairs(fields)}),
        PreparedBody::GraphQl { query, variables } => {
            let variables = variables.as_ref().map(|variables| pretty(&json!(variables)));
            let variables = variables.unwrap_or_default();
            json!({"mode": "graphql", "graphql": {"query": query, "variables": variables.trim_end()}})
        }
    }
}

fn pairs(fields: &[(String, String)]) -> Value {
    let pair = |(name, value): &(String, String)| json!({"key": name, "value": value, "type": "text"});
    fields.iter().map(pair).collect()
}
