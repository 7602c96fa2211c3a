//! Lists whose pages do not end.

use std::sync::atomic::{AtomicU64, Ordering};

use axum::body::Body;
use axum::extract::Request;
use axum::response::Response;
use http::Uri;
use http::header::CONTENT_LENGTH;
use serde_json::{Value, json};
use url::form_urlencoded;

use crate::faults::bodies::whole;

/// What names a page: a number, an offset, or where the last page ended.
const NAMES_OF_PAGES: [&str; 3] = ["page[number]", "offset", "start"];

/// A page that nobody has asked for yet.
static NEXT: AtomicU64 = AtomicU64::new(2);

/// The same request for the first page.
pub(super) async fn of_first(request: Request) -> Request {
    let (mut head, body) = request.into_parts();
    if let Some(uri) = head.uri.query().and_then(|query| without_page(head.uri.path(), query)) {
        head.uri = uri;
    }
    let mut bytes = whole(body).await;
    if let Ok(mut asked) = serde_json::from_slice::<Value>(&bytes)
        && let Some(page) = asked.pointer_mut("/variables/page")
    {
        *page = json!(0);
        bytes = asked.to_string().into();
        head.headers.remove(CONTENT_LENGTH);
    }
    Request::from_parts(head, Body::from(bytes))
}

fn without_page(path: &str, query: &str) -> Option<Uri> {
    let kept = form_urlencoded::parse(query.as_bytes()).filter(|(name, _)| !NAMES_OF_PAGES.contains(&name.as_ref()));
    let query = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(kept)
        .finish();
    format!("{path}?{query}").parse().ok()
}

/// The same page, with another behind it.
pub(super) async fn with_next(response: Response) -> Response {
    let (mut head, body) = response.into_parts();
    let bytes = whole(body).await;
    let Ok(mut page) = serde_json::from_slice::<Value>(&bytes) else {
        return Response::from_parts(head, Body::from(bytes));
    };
    // Nobody can tell from such a mark that the pages are the same.
    let next = NEXT.fetch_add(1, Ordering::Relaxed);
    if let Some(numbers) = page.pointer_mut("/meta/pagination") {
        numbers["next_page"] = json!(next);
    }
    if let Some(place) = page.get_mut("_page") {
        place["next"] = json!(next.to_string());
    }
    head.headers.remove(CONTENT_LENGTH);
    Response::from_parts(head, Body::from(page.to_string()))
}
