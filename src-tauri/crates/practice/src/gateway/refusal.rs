use std::time::Duration;

use axum::Json;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use http::header::RETRY_AFTER;
use serde_json::json;

/// Why the gateway turned a call away. Codes and texts are Adobe's gateway table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum GatewayRefusal {
    KeyMissing,
    KeyInvalid,
    TokenMissing,
    TokenInvalid,
    TokenOfAnotherClient,
    ScopeMismatch,
    OrganizationMissing,
    OrganizationMalformed,
    OrganizationNotYours,
    LinkNotFound,
    TooManyRequests { wait: Duration },
}

impl GatewayRefusal {
    fn row(self) -> (StatusCode, &'static str, &'static str) {
        match self {
            Self::KeyMissing => (StatusCode::FORBIDDEN, "403000", "Api Key is required"),
            Self::KeyInvalid => (StatusCode::FORBIDDEN, "403003", "Api Key is invalid"),
            Self::TokenMissing => (StatusCode::FORBIDDEN, "403010", "Oauth token is missing."),
            Self::TokenInvalid => (StatusCode::UNAUTHORIZED, "401013", "Oauth token is not valid"),
            Self::TokenOfAnotherClient => (
                StatusCode::UNAUTHORIZED,
                "401014",
                "Token not allowed in the current context",
            ),
            Self::ScopeMismatch => (StatusCode::FORBIDDEN, "403011", "Scope mismatch"),
            Self::OrganizationMissing => (StatusCode::BAD_REQUEST, "400003", "Missing header"),
            Self::OrganizationMalformed => (StatusCode::FORBIDDEN, "403027", "User region is missing"),
            Self::OrganizationNotYours => (StatusCode::FORBIDDEN, "403025", "Profile is not valid"),
            Self::LinkNotFound => (StatusCode::NOT_FOUND, "404040", "Link not found"),
            Self::TooManyRequests { .. } => (StatusCode::TOO_MANY_REQUESTS, "429050", "Too many requests"),
        }
    }
}

impl IntoResponse for GatewayRefusal {
    fn into_response(self) -> Response {
        let (status, error_code, message) = self.row();
        let body = Json(json!({ "error_code": error_code, "message": message }));
        match self {
            Self::TooManyRequests { wait } => {
                let seconds = wait.as_millis().div_ceil(1000).max(1).to_string();
                (status, [(RETRY_AFTER, seconds)], body).into_response()
            }
            _ => (status, body).into_response(),
        }
    }
}
