use std::time::Duration;

use axum::Json;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use http::header::RETRY_AFTER;
use serde_json::json;

use crate::gateway::GatewayRow;

/// Why the gateway turned a call away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct GatewayRefusal {
    row: GatewayRow,
    wait: Option<Duration>,
}

impl GatewayRefusal {
    /// A refusal that says how long to wait.
    pub(crate) fn after(row: GatewayRow, wait: Option<Duration>) -> Self {
        Self { row, wait }
    }
}

impl From<GatewayRow> for GatewayRefusal {
    fn from(row: GatewayRow) -> Self {
        Self { row, wait: None }
    }
}

impl IntoResponse for GatewayRefusal {
    fn into_response(self) -> Response {
        let Self { row, wait } = self;
        let status = StatusCode::from_u16(row.status()).unwrap_or(StatusCode::FORBIDDEN);
        let body = Json(json!({ "error_code": row.code(), "message": row.text() }));
        match wait {
            Some(wait) => (status, [(RETRY_AFTER, whole_seconds(wait))], body).into_response(),
            None => (status, body).into_response(),
        }
    }
}

/// For `Retry-After`: rounded up, at least one second.
pub(crate) fn whole_seconds(wait: Duration) -> String {
    wait.as_millis().div_ceil(1000).max(1).to_string()
}
