//! What reached the services, counted, so that it can be told whether something was asked for once.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use axum::body::Body;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use serde::Deserialize;

use crate::faults::whole;
use crate::lock::lock;

/// Counts of the requests that were handled. Clones share them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Received(Arc<Mutex<BTreeMap<String, usize>>>);

impl Received {
    /// By what was asked for: the field of a GraphQL request, such as `createSession`, or method and path.
    pub(crate) fn counts(&self) -> BTreeMap<String, usize> {
        lock(&self.0).clone()
    }
}

/// Counts a request that no fault has kept from its service.
pub(crate) async fn count(State(received): State<Received>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    if path == "/practice" || path.starts_with("/practice/") {
        return next.run(request).await;
    }
    let (request, name) = if path.starts_with("/graffias/") {
        field_of(request).await
    } else {
        let name = format!("{} {path}", request.method());
        (request, name)
    };
    *lock(&received.0).entry(name).or_default() += 1;
    next.run(request).await
}

/// The first field that a GraphQL request asks for; the request stays whole.
async fn field_of(request: Request) -> (Request, String) {
    #[derive(Deserialize)]
    struct Asked {
        query: String,
    }

    let (head, body) = request.into_parts();
    let bytes = whole(body).await;
    let asked = serde_json::from_slice::<Asked>(&bytes).map(|asked| first_field(&asked.query).to_owned());
    let request = Request::from_parts(head, Body::from(bytes));
    (request, asked.unwrap_or_default())
}

fn first_field(document: &str) -> &str {
    let inside = document.split_once('{').map_or("", |(_, inside)| inside).trim_start();
    let end = inside.find(|character: char| !character.is_ascii_alphanumeric() && character != '_');
    &inside[..end.unwrap_or(inside.len())]
}

#[cfg(test)]
mod tests {
    use super::first_field;

    #[test]
    fn the_field_is_what_stands_first_in_the_selection() {
        for document in [
            "mutation createSession($session: SessionInput!) {\n  createSession(session: $session) { uuid }\n}",
            "{createSession}",
        ] {
            assert_eq!(first_field(document), "createSession");
        }
        assert_eq!(first_field("no selection"), "");
    }
}
