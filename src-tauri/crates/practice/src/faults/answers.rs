use axum::Json;
use axum::response::{IntoResponse, Response};
use http::header::{CONTENT_TYPE, LOCATION, RETRY_AFTER};
use http::{HeaderValue, StatusCode};
use serde_json::{Value, json};

/// What a client reads when the service at `path`, or what stands before it, fails. The 429 and 503
/// bodies and IMS's 500 are Adobe's; the HTML pages are what common proxies send.
pub(super) fn failure(path: &str, status: u16, retry_after: Option<u64>) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let reason = status.canonical_reason().unwrap_or("Error");
    let is_ims = path.starts_with("/ims");
    let (content_type, body) = match (status.as_u16(), is_ims) {
        (502 | 504, _) => ("text/html", proxy_page(status, reason)),
        (500, true) => ("application/json", ims_body("internal_error", "Please try again later")),
        (429, true) => ("application/json", ims_body("too_many_requests", "Too many requests")),
        (_, true) => ("application/json", ims_body("server_error", reason)),
        (429, false) => ("application/json", gateway_body("429050", "Too many requests")),
        (503, false) => (
            "application/json",
            gateway_body("503010", "Could not validate the oauth token"),
        ),
        (code, false) => ("application/json", gateway_body(&format!("{code}000"), reason)),
    };
    let mut response = (status, [(CONTENT_TYPE, content_type)], body).into_response();
    if let Some(seconds) = retry_after {
        response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

/// An answer word for word.
pub(super) fn given(status: u16, body: &Value) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (status, Json(body)).into_response()
}

/// The same request is to be sent elsewhere.
pub(super) fn redirect(location: &str) -> Response {
    let mut response = StatusCode::TEMPORARY_REDIRECT.into_response();
    if let Ok(location) = HeaderValue::from_str(location) {
        response.headers_mut().insert(LOCATION, location);
    }
    response
}

/// What a company proxy or a captive portal sends instead of the answer.
pub(super) fn portal_page() -> Response {
    let page = "<!DOCTYPE html>\n<html><head><title>Sign in to the network</title></head>\n\
                <body><h1>Sign in</h1><p>Accept the terms of use to go on.</p></body></html>\n";
    ([(CONTENT_TYPE, "text/html; charset=utf-8")], page).into_response()
}

fn proxy_page(status: StatusCode, reason: &str) -> String {
    let code = status.as_u16();
    format!(
        "<html>\r\n<head><title>{code} {reason}</title></head>\r\n<body>\r\n\
         <center><h1>{code} {reason}</h1></center>\r\n<hr><center>openresty</center>\r\n\
         </body>\r\n</html>\r\n"
    )
}

fn ims_body(code: &str, text: &str) -> String {
    json!({ "error": code, "error_description": text }).to_string()
}

fn gateway_body(code: &str, text: &str) -> String {
    json!({ "error_code": code, "message": text }).to_string()
}
