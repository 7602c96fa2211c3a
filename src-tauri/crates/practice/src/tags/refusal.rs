use axum::response::{IntoResponse, Response};
use http::StatusCode;
use http::header::CONTENT_TYPE;
use serde_json::json;
use uuid::Uuid;

use crate::tags::MEDIA_TYPE;

/// An error of the Reactor API. The shape and the codes `not-found` and `no-available-orgs` are
/// Adobe's; the other two codes are this workspace's own.
#[derive(Clone, Copy, Debug)]
pub(super) enum TagsRefusal {
    NotFound,
    NoAvailableOrgs,
    NotAcceptable,
    BadPage,
}

impl IntoResponse for TagsRefusal {
    fn into_response(self) -> Response {
        let (status, code, title, detail) = match self {
            Self::NotFound => (
                StatusCode::NOT_FOUND,
                "not-found",
                "Record Not Found",
                "The requested record does not exist.",
            ),
            Self::NoAvailableOrgs => (
                StatusCode::FORBIDDEN,
                "no-available-orgs",
                "No Available Orgs",
                "The technical account has no product profile with tags rights, or the token has \
                 too few scopes.",
            ),
            Self::NotAcceptable => (
                StatusCode::NOT_ACCEPTABLE,
                "not-acceptable",
                "Not Acceptable",
                "The Accept header must be application/vnd.api+json;revision=1.",
            ),
            Self::BadPage => (
                StatusCode::BAD_REQUEST,
                "invalid-page",
                "Invalid Page",
                "page[number] and page[size] must be whole numbers of at least 1.",
            ),
        };
        let body = json!({
            "errors": [{
                "id": Uuid::new_v4(),
                "status": status.as_u16().to_string(),
                "code": code,
                "title": title,
                "detail": detail,
                "meta": { "request_id": Uuid::new_v4().simple().to_string() },
                "source": { "pointer": "/data" },
            }],
        });
        (status, [(CONTENT_TYPE, MEDIA_TYPE)], body.to_string()).into_response()
    }
}
