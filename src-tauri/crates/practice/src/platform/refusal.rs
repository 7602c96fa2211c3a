use axum::Json;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use serde_json::json;

/// An error of a Platform service, in its own shape. Only the shape is documented; these types and
/// texts are this workspace's own.
#[derive(Clone, Copy, Debug)]
pub(super) enum PlatformRefusal {
    AcceptMissing,
    BadPageParameter,
    NotFound,
}

impl IntoResponse for PlatformRefusal {
    fn into_response(self) -> Response {
        let (status, service_code, title, detail) = match self {
            Self::NotFound => (
                StatusCode::NOT_FOUND,
                "XDM-1010-404",
                "Resource not found",
                "There is no class with this identifier in this container.",
            ),
            Self::AcceptMissing => (
                StatusCode::BAD_REQUEST,
                "XDM-1006-400",
                "Accept header supplied is invalid",
                "The Accept header must be application/vnd.adobe.xed-id+json or \
                 application/vnd.adobe.xdm-id+json.",
            ),
            Self::BadPageParameter => (
                StatusCode::BAD_REQUEST,
                "SMS-2074-400",
                "Invalid query parameter",
                "The query parameters limit and offset must be whole numbers, limit at least 1.",
            ),
        };
        let body = json!({
            "type": format!("http://ns.adobe.com/aep/errors/{service_code}"),
            "status": status.as_u16(),
            "title": title,
            "detail": detail,
        });
        (status, Json(body)).into_response()
    }
}
