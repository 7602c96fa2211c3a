//! How a call signs in: its own `auth`, or that of the nearest folder or of the collection.

use serde_json::Value;

use super::super::description::plain;
use crate::names::is_secret;
use crate::request::Field;
use crate::variables::reference;

/// What an `auth` comes to.
pub(in crate::postman) enum Auth {
    /// Nothing beside what the program fills in.
    Nothing,
    /// A header.
    Header(Field),
    /// A part of the query.
    Query(Field),
    /// A kind that is not done here.
    Other,
}

/// What the `auth` that holds for a call comes to.
pub(in crate::postman) fn auth(asked: &Value, parents: &[&Value]) -> Auth {
    let mut levels = std::iter::once(asked).chain(parents.iter().rev().copied());
    let Some(auth) = levels.find_map(|level| level.get("auth").filter(|auth| auth.is_object())) else {
        return Auth::Nothing;
    };
    let kind = auth.get("type").and_then(Value::as_str).unwrap_or_default();
    match kind {
        // With OAuth 2.0 Postman gets an access token, as the program does.
        "" | "noauth" | "oauth2" => Auth::Nothing,
        "bearer" => bearer(&field(auth, kind, "token")),
        "apikey" => api_key(auth),
        _ => Auth::Other,
    }
}

fn bearer(token: &str) -> Auth {
    match reference(token) {
        Some(name) if !is_secret(name) => Auth::Header(Field::new("Authorization", &format!("Bearer {token}"))),
        _ => Auth::Nothing,
    }
}

fn api_key(auth: &Value) -> Auth {
    let name = field(auth, "apikey", "key");
    if name.is_empty() {
        return Auth::Nothing;
    }
    let pair = Field::new(&name, &field(auth, "apikey", "value"));
    match field(auth, "apikey", "in").as_str() {
        "query" => Auth::Query(pair),
        _ => Auth::Header(pair),
    }
}

/// A field of an `auth`: a property in v2.0, a pair of a key and a value in v2.1.
fn field(auth: &Value, kind: &str, name: &str) -> String {
    match auth.get(kind) {
        Some(Value::Array(pairs)) => {
            let pair = pairs
                .iter()
                .find(|pair| pair.get("key").and_then(Value::as_str) == Some(name));
            plain(pair.and_then(|pair| pair.get("value")))
        }
        Some(fields) => plain(fields.get(name)),
        None => String::new(),
    }
}
