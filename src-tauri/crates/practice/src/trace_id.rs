//! The ID that Adobe puts on every answer and asks people to quote: `x-debug-id` from IMS,
//! `X-Request-Id` from everything behind the gateway.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use http::{HeaderName, HeaderValue};
use uuid::Uuid;

pub(crate) async fn with_trace_id(request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let (name, id) = if path.starts_with("/ims/") {
        ("x-debug-id", Uuid::new_v4().to_string())
    } else {
        ("x-request-id", Uuid::new_v4().simple().to_string())
    };
    let mut response = next.run(request).await;
    if let Ok(value) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(HeaderName::from_static(name), value);
    }
    response
}
