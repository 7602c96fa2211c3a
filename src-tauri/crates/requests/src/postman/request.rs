//! One call of a collection, read into a request.

mod auth;
mod body;
mod url;
mod write;

use serde_json::Value;

pub(super) use auth::{Auth, auth};
pub(super) use body::sends_file;
pub(super) use write::{change, fresh};

use super::description::plain;
use crate::request::{Field, Request};

/// Reads a call. `parents` are the collection and the folders it lies in, outermost first.
pub(super) fn request(item: &Value, parents: &[&Value]) -> Request {
    let name = plain(item.get("name"));
    let asked = match item.get("request") {
        Some(Value::String(url)) => {
            return Request {
                name,
                ..Request::get(url)
            };
        }
        Some(asked) => asked,
        None => &Value::Null,
    };
    let mut request = Request {
        name,
        method: method(item),
        url: url::url(asked.get("url")),
        headers: headers(asked.get("header")),
        body: body::body(asked.get("body")),
    };
    match auth(asked, parents) {
        Auth::Header(field) if !has_header(&request.headers, &field.name) => request.headers.push(field),
        Auth::Query(field) => url::add(&mut request.url, &field),
        _ => {}
    }
    request
}

/// The method of a call; `GET` when it names none.
pub(super) fn method(item: &Value) -> String {
    let method = item.get("request").and_then(|asked| asked.get("method")?.as_str());
    method.filter(|method| !method.is_empty()).unwrap_or("GET").to_owned()
}

fn has_header(headers: &[Field], name: &str) -> bool {
    headers
        .iter()
        .any(|header| header.enabled && header.name.eq_ignore_ascii_case(name))
}

/// Headers as pairs, as texts, or as lines of one text.
fn headers(headers: Option<&Value>) -> Vec<Field> {
    match headers {
        Some(Value::String(text)) => text.lines().filter_map(line).collect(),
        Some(Value::Array(entries)) => entries.iter().filter_map(entry).collect(),
        _ => Vec::new(),
    }
}

fn entry(entry: &Value) -> Option<Field> {
    match entry {
        Value::String(text) => line(text),
        entry => pair(entry),
    }
}

fn line(line: &str) -> Option<Field> {
    let (name, value) = line.split_once(':')?;
    Some(Field::new(name.trim(), value.trim()))
}

/// A pair of a key and a value, as headers, queries and forms have them.
fn pair(entry: &Value) -> Option<Field> {
    let name = plain(entry.get("key"));
    if name.is_empty() {
        return None;
    }
    Some(Field {
        name,
        value: plain(entry.get("value")),
        enabled: entry.get("disabled") != Some(&Value::Bool(true)),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::request::Body;

    fn of(asked: Value) -> Request {
        let mut item = json!({"name": "n"});
        item["request"] = asked;
        request(&item, &[])
    }

    #[test]
    fn addresses_come_as_texts_and_as_parts() {
        assert_eq!(of(json!("https://x/y")).url, "https://x/y");
        assert_eq!(of(json!({"url": "https://x/y"})).url, "https://x/y");
        assert_eq!(
            of(json!({"url": {"raw": "https://x/y?a=1", "host": ["z"]}})).url,
            "https://x/y?a=1"
        );
        let parts = json!({
            "protocol": "https", "host": ["api", "{{PLACE}}", "io"], "port": "8443",
            "path": ["a", {"type": "string", "value": "b"}],
            "query": [{"key": "q", "value": "1"}, {"key": "off", "value": "2", "disabled": true}, {"key": "bare", "value": null}],
        });
        assert_eq!(
            of(json!({"url": parts})).url,
            "https://api.{{PLACE}}.io:8443/a/b?q=1&bare"
        );
        let variables = json!({
            "raw": "https://x:80/:company/:other/:gone?t=:company",
            "variable": [{"key": "company", "value": "CO1"}, {"key": "other", "value": ""}],
        });
        assert_eq!(
            of(json!({"url": variables})).url,
            "https://x:80/CO1/{{other}}/:gone?t=:company"
        );
        assert_eq!(of(json!({"url": 7})).url, "");
    }

    #[test]
    fn headers_come_as_pairs_and_as_lines() {
        let wanted = vec![Field::new("a", "b"), Field::new("c", "d:e")];
        assert_eq!(of(json!({"header": "a: b\nc: d:e\n"})).headers, wanted);
        assert_eq!(
            of(json!({"header": ["a: b", {"key": "c", "value": "d:e"}, null]})).headers,
            wanted
        );
        let off = of(json!({"header": [{"key": "a", "value": 1, "disabled": true}]})).headers;
        assert_eq!(
            off,
            [Field {
                enabled: false,
                ..Field::new("a", "1")
            }]
        );
    }

    #[test]
    fn bodies_of_every_mode_are_read() {
        let body = |body: Value| of(json!({"body": body})).body;
        let text = |text: &str, media_type: &str| Body::Text {
            text: text.to_owned(),
            media_type: media_type.to_owned(),
        };
        assert_eq!(body(json!({"mode": "raw", "raw": "{}"})), text("{}", ""));
        assert_eq!(
            body(json!({"mode": "raw", "raw": "hello"})),
            text("hello", "text/plain")
        );
        let xml = json!({"mode": "raw", "raw": "<a/>", "options": {"raw": {"language": "xml"}}});
        assert_eq!(body(xml), text("<a/>", "application/xml"));
        assert_eq!(body(json!({"mode": "raw", "raw": "x", "disabled": true})), Body::None);
        assert_eq!(
            body(json!({"mode": "urlencoded", "urlencoded": "a=1&b=%32"})),
            Body::Form {
                fields: vec![Field::new("a", "1"), Field::new("b", "2")],
                multipart: false
            }
        );
        let form = json!({"mode": "formdata", "formdata": [{"key": "a", "value": "1"}, {"key": "f", "type": "file", "src": "/x"}]});
        assert!(sends_file(&json!({"request": {"body": form}})));
        assert_eq!(
            body(form),
            Body::Form {
                fields: vec![
                    Field::new("a", "1"),
                    Field {
                        enabled: false,
                        ..Field::new("f", "")
                    }
                ],
                multipart: true
            }
        );
        let query = json!({"mode": "graphql", "graphql": {"query": "{a}", "variables": {"b": 1}}});
        assert_eq!(
            body(query),
            Body::GraphQl {
                query: "{a}".to_owned(),
                variables: "{\n  \"b\": 1\n}".to_owned()
            }
        );
        assert_eq!(body(json!({"mode": "file", "file": {"src": "x"}})), Body::None);
    }

    #[test]
    fn what_signs_a_request_in_is_inherited() {
        let headers = |asked: Value, parents: &[&Value]| request(&json!({"request": asked}), parents).headers;
        let collection = json!({"auth": {"type": "apikey", "apikey": [{"key": "key", "value": "x-a"}, {"key": "value", "value": "{{A}}"}]}});
        let folder = json!({"auth": null});
        assert_eq!(
            headers(json!({}), &[&collection, &folder]),
            [Field::new("x-a", "{{A}}")]
        );
        assert!(headers(json!({"auth": {"type": "noauth"}}), &[&collection]).is_empty());
        let own = json!({"auth": {"type": "bearer", "bearer": {"token": "{{ACCESS_TOKEN}}"}}});
        assert!(
            headers(own, &[&collection]).is_empty(),
            "the access token goes along by itself"
        );
        let other = json!({"auth": {"type": "bearer", "bearer": [{"key": "token", "value": "{{mine}}"}]}});
        assert_eq!(headers(other, &[]), [Field::new("Authorization", "Bearer {{mine}}")]);
        let query = json!({"url": "https://x/y", "auth": {"type": "apikey", "apikey": {"key": "k", "value": "{{v}}", "in": "query"}}});
        assert_eq!(of(query).url, "https://x/y?k={{v}}");
    }
}
